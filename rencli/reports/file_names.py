"""What a paper's file is called where nobody says it."""

from collections.abc import Sequence
from typing import Any, Final

from rencli.records.base import Record
from rencli.reports.orders import Order
from rencli.store.ledger import Ledger

LONGEST_NAME: Final = 60
"""Characters of a default file name without its suffix."""


def file_name(ledger: Ledger, order: Order) -> str:
    """The default file name, safe on every system; a long name of a record is cut."""
    record, tail = (order.records[0] if order.records else None), ""
    if order.numbers:
        tail = order.numbers[0] + (f"等{len(order.numbers)}份" if len(order.numbers) > 1 else "")
    day = getattr(record, record.dated_by) if record and record.dated_by else None
    if order.manifest.gather and order.manifest.template:
        day = order.issued_on  # the record of several has no day that is theirs
    of_records = order.numbers or (order.manifest.period == "none" and order.records)
    known = {
        "单位": ledger.office.name,
        "期间": _years(order.records) if of_records else order.period.name,
        "编号": getattr(record, "called", None) or (str(record.id) if record else ""),
        "组": order.group,
        "日期": f"{day.year}年{day.month}月{day.day}日" if day else "",
    }
    room = LONGEST_NAME - len(order.manifest.file.format(**known, 名称="") + tail)
    title = _called(ledger, record)[: max(room, 0)] if record else ""
    name = order.manifest.file.format(**known, 名称=title) + tail
    return "".join("_" if char in '\\/:*?"<>|' or char < " " else char for char in name) + ".docx"


def _years(records: Sequence[Record]) -> str:
    """The year of records that are of one: 2024年."""
    years = {getattr(record, record.dated_by).year for record in records if record.dated_by}
    return f"{years.pop()}年" if len(years) == 1 else ""


def _called(ledger: Ledger, record: Record) -> str:
    """What a record is called in a file's name, where its day and the town stand already; namesakes are told apart."""
    told: Any = record
    if record.kind == "meeting":
        called = told.title or (told.heading() if told.session else told.type)
    elif record.kind == "visit":
        called = told.station or told.place or ""
    elif record.kind == "deputy":
        name, at, place = ledger.names.texts("deputy", [record.id])[record.id].partition("@")
        called = f"{name}（{place}）" if at else record.heading()
    else:
        called = record.heading()
    return str(called).removeprefix(ledger.office.name)
