"""Who should be at a meeting: all township deputies in office for a congress, the presidium for its own."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, func, select

from rencli.errors import InvalidInputError
from rencli.figures.base import Scope
from rencli.figures.people import in_office, seats, suspended
from rencli.figures.period import Period
from rencli.records.seat import TOWNSHIP
from rencli.store.ledger import Ledger
from rencli.store.names import UnknownNameError

REGISTERED: Final = ("人代会", "主席团会议")
"""Meetings that have members."""


def register(ledger: Ledger, meeting: int, away: Mapping[str, Sequence[str]]) -> list[dict[str, str]]:
    """The attendance lines of a meeting: all who belong to it are 出席 but those ``away`` (status to names).

    A suspension does not end the office (contract section 3): such a person is in the register too, and the clerk
    is told where it says 出席. Raises InvalidInputError for other meetings, and for a name that does not belong to
    this one.
    """
    record: Any = ledger.get("meeting", meeting)
    if record.type not in REGISTERED:
        raise InvalidInputError(
            f"{record.type}没有固定的出席名单，请用 ren meeting attendance add {meeting} 逐人登记。"
        )
    people = members(ledger, record)
    if not people:
        marking = "主席团成员，请先用 ren deputy edit 姓名 --presidium 标明"
        marking = "主席团成员，请先用 ren deputy edit 姓名 --presidium 标明"
        who = marking if record.type == "主席团会议" else "在任的乡镇代表，无从登记"
        raise InvalidInputError(f"{record.began_on}没有{who}。")
    status: dict[int, str] = {}
    for word, names in away.items():
        for name in names:
            try:
                id = ledger.names.id_of("deputy", name)
            except UnknownNameError as error:
                raise InvalidInputError(f"{word}：{error}") from error
            if id not in people:
                raise InvalidInputError(f"{word}：“{name}”在{record.began_on}不是这次会议的应到人员。")
            if status.setdefault(id, word) != word:
                raise InvalidInputError(f"“{name}”既写了{status[id]}又写了{word}，请只写一样。")
    texts = ledger.names.texts("deputy", people)
    if paused := "、".join(texts[id] for id, out in people.items() if out and id not in status):
        ledger.notices.append(
            f"{paused}在{record.began_on}暂停执行代表职务，也登记为出席；没有到会的请用 --leave 写明。"
        )
    return [{"deputy": texts[id], "status": status.get(id, "出席")} for id in people]


def members(ledger: Ledger, record: Any) -> dict[int, bool]:
    """The deputies who belong to a congress or a meeting of the presidium on its first day, and whether every such
    seat of theirs is suspended that day."""
    seat = seats()
    day = record.began_on
    paused: ColumnElement[Any] = func.min(func.coalesce(suspended(day, seat), False))
    query = select(seat.c.person, paused).group_by(seat.c.person).order_by(seat.c.person)
    query = query.where(in_office(Scope(ledger, Period("", day, day, day)), seat), seat.c.level == TOWNSHIP)
    if record.type == "主席团会议":
        query = query.where(seat.c.presidium.is_(True))
    return {person: bool(out) for person, out in ledger.ask(query)}


def constituencies(ledger: Ledger, day: date) -> dict[int, str]:
    """Where each deputy in office on a day was elected: the township seat before the others."""
    seat = seats()
    query = select(seat.c.person, seat.c.constituency).order_by(seat.c.level == TOWNSHIP, seat.c.mandate)
    query = query.where(in_office(Scope(ledger, Period("", day, day, day)), seat), seat.c.constituency.is_not(None))
    return dict(tuple(row) for row in ledger.ask(query))
