"""The days on which a seat is held: what attendance, duties and warnings count inside of."""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from rencli.records.seat import TOWNSHIP

Terms = Mapping[int, tuple[date, date | None]]


class Tenure(NamedTuple):
    """A seat as days, all ends included. ``first`` and ``last`` are None where the record leaves them open."""

    level: str
    first: date | None
    last: date | None
    suspended_on: date | None = None
    restored_on: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the seat is held; a suspension does not end it (contract section 3)."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def serves(self, day: date) -> bool:
        """Whether its duties may be done: held and not suspended (暂时停止执行代表职务), restored from its day on."""
        since, until = self.suspended_on, self.restored_on
        paused = since is not None and since <= day and (until is None or day < until)
        return self.holds(day) and not paused


def tenure(seat: object, terms: Terms) -> Tenure:
    """The days of a seat, of a record or of a row with its fields; an open township seat ends with its term."""
    level, term, first, last, since, until = (getattr(seat, name) for name in COLUMNS)
    if last is None and level == TOWNSHIP and term is not None:
        last = terms.get(term, (None, None))[1]
    return Tenure(level, first, last, since, until)


COLUMNS: Final = ("level", "term", "began_on", "ended_on", "suspended_on", "restored_on")
"""The fields of a seat that its days follow from."""
