"""Periods beside that of a paper: the one that follows it, and the years that it is made of."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from rencli.figures.catalogue import Figures, blocks
from rencli.figures.period import Period
from rencli.reports.views import roots
from rencli.store.ledger import Ledger


def following(period: Period) -> dict[str, Any]:
    """下期: as many whole months after the period as it has itself; 起 and 止 of them."""
    months = (period.last.year - period.first.year) * 12 + period.last.month - period.first.month + 1
    first = period.last + timedelta(1)
    end = first.year * 12 + first.month - 1 + months
    return {"起": first, "止": date(end // 12, end % 12 + 1, 1) - timedelta(1)}


def last_months(period: Period) -> Period:
    """The last twelve months of a period that is longer: whose openings and shortcomings a paper of years tells."""
    year_before = period.last - timedelta(365)
    return period._replace(first=max(period.first, min(year_before, period.last)))


def years(ledger: Ledger, period: Period, kept: Callable[[Ledger, Period], bool]) -> Iterator[dict[str, Any]]:
    """逐年: the figures of each year of a period of several, as they stand on its day of asking; years before it
    was kept are left out. 满年: whether the whole year lies in the period. A figure's mark is its year: ``2024/…``.
    """
    begun = False
    if period.first.year == period.last.year:
        return  # the paper's own figures
    for year in range(period.first.year, period.last.year + 1):
        first, last = max(period.first, date(year, 1, 1)), min(period.last, date(year, 12, 31))
        span = Period(f"{year}年", first, last, period.as_of)
        begun = begun or kept(ledger, span)
        if begun:
            whole = (first, last) == (date(year, 1, 1), date(year, 12, 31))
            told = {"年": year, "满年": whole, "起": first, "止": last}
            yield told | roots(Figures(ledger, span), blocks(), f"{year}/")
