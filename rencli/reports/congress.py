"""The presidium's report to a congress: the last one before it, and the time that the report speaks of."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from rencli.figures.period import Period
from rencli.gongwen.numbering import chinese
from rencli.records.meeting import CONGRESS
from rencli.store.ledger import Ledger
from rencli.store.query import Listing


def last_report(ledger: Ledger, congress: Any) -> Any:
    """The congress since which the presidium reports: the one before, or None where the ledger holds none.

    One whose agenda names the reports that it heard, and none of the presidium, heard no such report: the time goes
    back beyond it, to one that heard it.
    """
    before = list(_before(ledger, congress))
    return next((each for each in before if _reported(each)), before[0] if before else None)


def since_last(ledger: Ledger, congress: Any, as_of: date | None) -> Period:
    """From the first day of the congress that heard the last report to the day before this one begins."""
    eve = congress.began_on - timedelta(1)
    before = last_report(ledger, congress)
    begun = [span[0] for span in ledger.context.terms().values() if span[0] < congress.began_on]
    first = before.began_on if before else max(begun, default=date(congress.began_on.year, 1, 1))
    first = min(first, eve)
    day = max(first, min(as_of or eve, eve))
    name = f"{called(before)}以来" if before else f"{first.year}年{first.month}月以来"
    return Period(name, first, eve, day, ("from/to", f"{first}/{eve}"))


def called(congress: Any) -> str:
    """A congress as deputies call it: 五届四次会议."""
    return f"{chinese(congress.term)}届{chinese(congress.session)}次会议"


def _before(ledger: Ledger, congress: Any) -> Iterator[Any]:
    """The congresses before one, the latest first; none of a meeting that is no congress."""
    if congress.type != CONGRESS:
        return
    listing = Listing({"type": CONGRESS}, last=congress.began_on - timedelta(1), sort="-began_on")
    yield from ledger.records("meeting", listing)


def _reported(congress: Any) -> bool:
    heard = [item.title for item in congress.items if item.type == "听取报告"]
    return not heard or any("主席团" in title for title in heard)
