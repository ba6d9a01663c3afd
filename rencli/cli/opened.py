"""The ledger that the command line names, opened for one command."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rencli.config import ledger_path
from rencli.errors import InvalidInputError

if TYPE_CHECKING:
    from rencli.store.ledger import Ledger


def path() -> Path:
    """The ledger file of this command line."""
    from rencli.cli import face

    return ledger_path(face.root_option("db"))


@contextmanager
def reading() -> "Iterator[Ledger]":
    """The ledger, to read."""
    from rencli.store import ledger

    with ledger.reading(path()) as opened:
        yield opened
    _tell_unknown_years(opened)


@contextmanager
def writing(line: str) -> "Iterator[Ledger]":
    """The ledger, to write: one transaction, which the change log calls ``line``.

    What the clerk should know of the records written is told once they stand.
    """
    import typer

    from rencli.store import ledger

    with ledger.writing(path(), line) as opened:
        yield opened
    for notice in dict.fromkeys(opened.notices):
        typer.echo(f"注意：{notice}", err=True)
    _tell_unknown_years(opened)


def _tell_unknown_years(opened: "Ledger") -> None:
    """Say once of which years only the weekends were known, where a due date was reckoned in them."""
    if years := opened.context.unknown_years():
        import typer

        named = "、".join(map(str, years))
        how = f"放假通知公布后，请用 ren rules holidays {years[0]} 记入。"
        typer.echo(f"注意：没有{named}年的节假日表，落在其中的期限只按周末推算。{how}", err=True)


def today() -> date:
    """The day on which the command runs."""
    return date.today()


def typed_day(option: str, text: str | None) -> date | None:
    """A day typed on the command line. Raises InvalidInputError."""
    if not text:
        return None
    from rencli.records import clean, days

    try:
        return days.typed_day(text, today())
    except clean.Unreadable as error:
        raise InvalidInputError(f"{option}：{error}") from error
