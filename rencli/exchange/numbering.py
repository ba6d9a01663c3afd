"""The ids of the lines of a file: as they stand in it where the ledger has no such records, else the next free ones."""

from rencli.exchange.source import Stated
from rencli.records import clean
from rencli.store import bulk
from rencli.store.ledger import Ledger


class Start:
    """Where the ids of a kind begin: as they stand in the file where the ledger has no such records."""

    def __init__(self, ledger: Ledger, kind: str, stated: Stated) -> None:
        self.kept = not bulk.count(ledger.session, kind)
        self.free = max(bulk.last_id(ledger.session, kind), stated.top if self.kept else 0)


class Numbering:
    """Gives each line of a kind its id, in the order of the file."""

    def __init__(self, start: Start) -> None:
        self._kept = start.kept
        self._free = start.free

    def of(self, stated: int) -> int:
        """The id of a line that states this one, or 0."""
        return (self._kept and stated) or self.next()

    def next(self) -> int:
        self._free += 1
        return self._free


def ordinal(value: object) -> int:
    """An id as a file states it; 0 where it is none, of which the survey has told."""
    if type(value) is int:
        return max(value, 0)
    try:
        return clean.ordinal(value)
    except clean.Unreadable:
        return 0
