"""Lists of what stands on the day of asking, whenever it began; templates read them beside the records of a period."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from rencli.figures import lives
from rencli.figures.base import Scope
from rencli.figures.due import waiting
from rencli.figures.period import Period
from rencli.records.base import Record
from rencli.reports.notes import once
from rencli.store.ledger import Ledger
from rencli.store.query import Listing

NEAR: Final = 15
"""Days before a due date from which on a unit is reminded."""


def awaiting(ledger: Ledger, period: Period) -> Sequence[Record]:
    """待答建议: handed over and not answered, by the day when the answer is due."""
    ids = [each.id for each in waiting(ledger, period.as_of)]
    found = {record.id: record for record in ledger.by_ids("suggestion", ids)}
    return [found[id] for id in ids]


def unassigned(ledger: Ledger, period: Period) -> Sequence[Record]:
    """待交办建议: not handed over, or handed back, on the day; a motion that waits for the congress is none."""
    found = lives.waiting(Scope(ledger, period))
    return ledger.by_ids("suggestion", [story.id for story in found])


def undone(ledger: Ledger, period: Period) -> Sequence[Record]:
    """待办安排: what is planned for the years from the one before the period to the one after and is not done."""
    found: list[Any] = []
    for year in range(period.first.year - 1, max(period.first, period.last).year + 2):
        planned = once(ledger.records("plan", Listing({"year": str(year)})))
        found += [plan for plan in planned if plan.done_on is None or plan.done_on > period.as_of]
    return sorted(found, key=lambda each: (each.year, each.due or date.max))


def urged(ledger: Ledger, period: Period) -> Sequence[Record]:
    """应督办建议: a unit has still to answer, and the day for it is past or near."""
    last = period.as_of + timedelta(NEAR)
    found = waiting(ledger, period.as_of)
    ids = dict.fromkeys(each.id for each in found if each.unit and each.due is not None and each.due <= last)
    records = {record.id: record for record in ledger.by_ids("suggestion", list(ids))}
    return [records[id] for id in ids]


STANDING: Final[Mapping[str, Callable[[Ledger, Period], Sequence[Record]]]] = {
    "待答建议": awaiting,
    "待交办建议": unassigned,
    "待办安排": undone,
    "应督办建议": urged,
}
NOTHING: Final[Mapping[str, str]] = {
    "待答建议": "没有等着答复的建议",
    "待交办建议": "没有等着交办的建议",
    "待办安排": "没有还没做的安排",
    "应督办建议": f"没有超期和{NEAR}天内到期的建议",
}
"""What is said where such a list is empty."""
