"""The ledger that the command line names, opened for one command."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
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


def reading() -> "AbstractContextManager[Ledger]":
    """The ledger, to read."""
    from rencli.store import ledger

    return ledger.reading(path())


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


def typed_day(option: str, text: str | None) -> date | None:
    """A day typed on the command line. Raises InvalidInputError."""
    if not text:
        return None
    from rencli.records import clean, days

    try:
        return days.typed_day(text, date.today())
    except clean.Unreadable as error:
        raise InvalidInputError(f"{option}：{error}") from error
