"""The ledger that the command line names, opened for one command."""

from contextlib import AbstractContextManager
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


def writing(line: str) -> "AbstractContextManager[Ledger]":
    """The ledger, to write: one transaction, which the change log calls ``line``."""
    from rencli.store import ledger

    return ledger.writing(path(), line)


def typed_day(option: str, text: str | None) -> date | None:
    """A day typed on the command line. Raises InvalidInputError."""
    if not text:
        return None
    from rencli.records import clean, days

    try:
        return days.typed_day(text, date.today())
    except clean.Unreadable as error:
        raise InvalidInputError(f"{option}：{error}") from error
