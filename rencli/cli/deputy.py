"""`ren deputy seat` and `leave`: a further seat, and the end of the current one."""

from datetime import date
from typing import Any

from rencli.cli import face, opened
from rencli.cli.derived_options import field_options, number_argument
from rencli.cli.verbs import given
from rencli.errors import InvalidInputError, NotFoundError
from rencli.records import load
from rencli.records.seat import Seat


def commands() -> dict[str, face.Entry]:
    """What deputies have beside the derived verbs."""
    return {
        "seat": face.Entry("再登记一个席位，如又当选县代表", _seat_command),
        "leave": face.Entry("登记离任", _leave_command),
    }


def _seat_command() -> face.Command:
    params = [number_argument(load("deputy")), *field_options(Seat, need=False)]
    help = "给一位代表再登记一个席位，印出任职的序号（与 ren mandate add 相同）。"
    return face.command("seat", seat, params, help, ("ren deputy seat 张三 --level 县 --began-on 2021-12-20",))


def seat(which: str, **typed: Any) -> None:
    """Write a further mandate of a deputy."""
    import typer

    with opened.writing("deputy seat") as ledger:
        id = ledger.find("deputy", which)
        typer.echo(str(ledger.add("mandate", {"deputy": str(id), **given(Seat, typed)}, typed=True)))


_LEAVE = "ren deputy leave 张三 --end-reason 辞职 --ended-on 2024-05-06"


def _leave_command() -> face.Command:
    params = [
        number_argument(load("deputy")),
        *field_options(Seat, need=False, only=("level", "ended_on", "end_reason")),
    ]
    help = "登记一位代表离任：结束他当前的席位；有几个的用 --level 写明哪一级。离任日期不写时为今天。"
    return face.command("leave", leave, params, help, (_LEAVE,))


def leave(which: str, level: str | None, **typed: Any) -> None:
    """End the current seat of a deputy, at one level."""
    from rencli.store.query import Listing

    with opened.writing("deputy leave") as ledger:
        id = ledger.find("deputy", which)
        person: Any = ledger.get("deputy", id)
        name = ledger.names.texts("deputy", [id])[id]
        held: list[Any] = [person, *ledger.records("mandate", Listing({"deputy": name}))]
        current = [each for each in held if level in (None, each.level) and _held_on(ledger, each, ledger.today)]
        if not current:
            raise NotFoundError(f"{person.name}没有在任的{f'{level}代表' if level else ''}席位。")
        if len(current) > 1:
            levels = "、".join(each.level for each in current)
            raise InvalidInputError(f"{person.name}有{len(current)}个在任的席位（{levels}），请用 --level 写明哪一级。")
        changes = {"ended_on": ledger.today, **given(Seat, typed)}
        ledger.edit(current[0].kind, current[0].id, changes, typed=True)


def _held_on(ledger: Any, seat: Any, day: date) -> bool:
    """Whether a seat has no end yet; one of a past term has ended with it."""
    last = (ledger.context.term_span(seat.term) or (None, None))[1] if seat.term else None
    return seat.ended_on is None and (last is None or day <= last)
