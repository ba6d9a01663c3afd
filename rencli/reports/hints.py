"""What a clerk should know of papers that were made: too late, incomplete, without a number."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from rencli.records.base import Record
from rencli.reports import letters
from rencli.reports.asking import empty
from rencli.reports.manifest import Manifest
from rencli.reports.orders import Order
from rencli.reports.told import by_title, told_records
from rencli.store.ledger import Ledger


def hints(ledger: Ledger, orders: Sequence[Order]) -> list[str]:
    """What a clerk should know of the papers: those that go out too late, and what they want and was not recorded."""
    found = []
    for order in orders:
        if not order.manifest.of and (hint := empty(ledger, order.manifest, order.period)):
            found.append(f"提示：{hint}")
        for record in order.records if order.manifest.ahead is not None else ():
            day = getattr(record, record.dated_by)
            left = (day - order.issued_on).days
            if left < (order.manifest.ahead or 0):
                late = f"离{day}只有{left}天，一般提前{order.manifest.ahead}天发出" if left >= 0 else f"{day}已经过去"
                found.append(f"提示：落款日期是{order.issued_on}，{late}。")
        for about in order.records or (None,):
            found += _wanting(ledger, order.manifest, about)
            if about is not None:
                found += _unanswered(ledger, order, about)
        found += letters.hints(ledger, order)
    return found


def _wanting(ledger: Ledger, manifest: Manifest, record: Record | None) -> Iterator[str]:
    """The hints for fields of the record, and of the office, that a paper needs and that are empty."""
    office = by_title(ledger.office)
    if record is not None:
        own = [title for title in manifest.needs if not title.startswith((_OFFICE, _REPLY))]
        if shown := _lacking(own, by_title(record)):
            yield f"提示：{manifest.title}缺{shown}，请用 ren {record.kind} edit {record.id} {_FILL}"
    asked = [title.removeprefix(_OFFICE) for title in manifest.needs if title.startswith(_OFFICE)]
    if shown := _lacking(asked, office):
        yield f"提示：{manifest.title}缺本单位的{shown}，请用 ren office set {_FILL}"


def _unanswered(ledger: Ledger, order: Order, record: Any) -> Iterator[str]:
    """The hints for fields of a unit's reply that a letter needs and that are empty."""
    asked = [title.removeprefix(_REPLY) for title in order.manifest.needs if title.startswith(_REPLY)]
    if not asked:
        return
    (told,) = told_records(ledger, [record], order.period)
    for reply in told["各答复"]:
        if reply["承办单位"] == order.group and (shown := _lacking(asked, reply)):
            line = reply["行"]
            edit = f"ren suggestion step edit {record.called} --line {line}"
            yield f"提示：{order.manifest.title}{record.called}缺{shown}，请用 {edit} {_FILL}"


def _lacking(titles: Sequence[str], told: Mapping[str, Any]) -> str:
    """The fields that are empty; of several that will do, as in 联络站/地点, all must be."""
    lacking = [title for title in titles if not any(told.get(each) for each in title.split("/"))]
    return "、".join(title.replace("/", "或") for title in lacking)


_OFFICE: Final = "本单位."
_REPLY: Final = "各答复."
_FILL: Final = "补记后重写，或者在纸上填好再发。"
