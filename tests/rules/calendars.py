"""Calendars of the days that a test names."""

from collections.abc import Collection, Mapping
from datetime import date

from rencli.rules import Calendar, Year


def of(off: Mapping[date, str], worked: Collection[date], years: Collection[int]) -> Calendar:
    """A calendar with these days off and made up, in years that its tables know."""

    def table(number: int) -> Year:
        named = {day: name for day, name in off.items() if day.year == number}
        return Year(named, frozenset(day for day in worked if day.year == number), number in years)

    return Calendar(table)
