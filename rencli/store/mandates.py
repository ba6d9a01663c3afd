"""What happens to a seat that a deputy holds: its end, a suspension, the end of that."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from rencli.errors import InvalidInputError, NotFoundError
from rencli.records import clean, days
from rencli.records.seat import Seat
from rencli.records.tenure import tenure
from rencli.store.ledger import Ledger
from rencli.store.query import Listing

Raw = Mapping[str, Any]


def leave(ledger: Ledger, deputy: int, level: str | None, raw: Raw) -> None:
    """End the seat that a deputy holds on the day of leaving (today where none is given), at one level."""
    day = _day(ledger, raw.get("ended_on"), "离任日期")
    seat = _one(ledger, deputy, level, lambda each: each.ended_on is None and _of(ledger, each).holds(day), "在任的")
    ledger.edit(seat.kind, seat.id, {"ended_on": day, **raw}, typed=True)


def suspend(ledger: Ledger, deputy: int, level: str | None, on: str | None) -> None:
    """Suspend the duties of the seat that a deputy holds on a day.

    Raises InvalidInputError where a suspension is on record already: a seat keeps one.
    """
    day = _day(ledger, on, "暂停日期")
    seat = _one(ledger, deputy, level, lambda each: _of(ledger, each).holds(day), "在任的")
    if seat.suspended_on:
        until = f"，{seat.restored_on}恢复" if seat.restored_on else "，还没有恢复"
        raise InvalidInputError(
            f"这个席位已记有{seat.suspended_on}暂停{until}，只能记一次；"
            f"要改写，请用 ren {seat.kind} edit {seat.id} --suspended-on … --clear 恢复日期。"
        )
    ledger.edit(seat.kind, seat.id, {"suspended_on": day})


def restore(ledger: Ledger, deputy: int, level: str | None, on: str | None) -> None:
    """Restore the duties of the suspended seat of a deputy from a day on."""
    day = _day(ledger, on, "恢复日期")
    seat = _one(ledger, deputy, level, lambda each: bool(each.suspended_on and not each.restored_on), "已暂停的")
    ledger.edit(seat.kind, seat.id, {"restored_on": day})


def _one(ledger: Ledger, deputy: int, level: str | None, fits: Callable[[Any], bool], called: str) -> Any:
    """The one seat of a person that fits. Raises NotFoundError for none, InvalidInputError for several."""
    person: Any = ledger.get("deputy", deputy)
    if level is not None:
        level = _level(level)
    name = ledger.names.texts("deputy", [deputy])[deputy]
    held: list[Any] = [person, *ledger.records("mandate", Listing({"deputy": name}))]
    found = [each for each in held if level in (None, each.level) and fits(each)]
    if not found:
        raise NotFoundError(f"{person.name}没有{called}{f'{level}代表' if level else ''}席位。")
    if len(found) > 1:
        levels = "、".join(each.level for each in found)
        raise InvalidInputError(f"{person.name}有{len(found)}个{called}席位（{levels}），请用 --level 写明哪一级。")
    return found[0]


def _of(ledger: Ledger, seat: Any) -> Any:
    return tenure(seat, ledger.context.terms())


def _level(text: str) -> str:
    try:
        return str(Seat.field("level").read(text))
    except clean.Unreadable as error:
        raise InvalidInputError(f"层级：{error}") from error


def _day(ledger: Ledger, text: Any, title: str) -> date:
    try:
        return days.typed_day(text, ledger.today) if text else ledger.today
    except clean.Unreadable as error:
        raise InvalidInputError(f"{title}：{error}") from error
