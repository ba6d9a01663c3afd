"""Lists of what stands on the day of asking, whenever it began; templates read them beside the records of a period."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import and_

from rencli.figures import lives
from rencli.figures.base import Scope
from rencli.figures.due import waiting
from rencli.figures.period import Period
from rencli.records.base import Record
from rencli.records.steps import WAITING
from rencli.records.suggestion import MOTION
from rencli.reports.notes import once
from rencli.store import schema
from rencli.store.ledger import Ledger
from rencli.store.query import Listing


def awaiting(ledger: Ledger, period: Period) -> Sequence[Record]:
    """待答建议: handed over and not answered, by the day when the answer is due."""
    ids = [each.id for each in waiting(ledger, period.as_of)]
    found = {record.id: record for record in ledger.by_ids("suggestion", ids)}
    return [found[id] for id in ids]


def unassigned(ledger: Ledger, period: Period) -> Sequence[Record]:
    """待交办建议: not handed over, or handed back, on the day; a motion that waits for the congress is none."""
    own = schema.table("suggestion")
    waits = and_(own.c.submitted_on <= period.as_of, own.c.type != MOTION, ~lives.has_step("办结"))
    found = lives.fetch(Scope(ledger, period), waits)
    return ledger.by_ids("suggestion", [story.id for story in found if story.life.state == WAITING])


def undone(ledger: Ledger, period: Period) -> Sequence[Record]:
    """待办安排: what is planned for the years from the one before the period to the one after and is not done."""
    found: list[Any] = []
    for year in range(period.first.year - 1, max(period.first, period.last).year + 2):
        planned = once(ledger.records("plan", Listing({"year": str(year)})))
        found += [plan for plan in planned if plan.done_on is None or plan.done_on > period.as_of]
    return sorted(found, key=lambda each: (each.year, each.due or date.max))


STANDING: Final[Mapping[str, Callable[[Ledger, Period], Sequence[Record]]]] = {
    "待答建议": awaiting,
    "待交办建议": unassigned,
    "待办安排": undone,
}
