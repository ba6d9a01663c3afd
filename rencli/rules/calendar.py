"""Counting months, days and working days as 民法典 201–203 do (by analogy)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import MAXYEAR, date, timedelta
from typing import Literal, NamedTuple

from rencli.errors import InvalidInputError

Unit = Literal["months", "days", "working_days"]

_DAY = timedelta(days=1)
_SATURDAY = 5
_LATE = (12, 28)
"""From this day on the next year's notice may move days (2018-12-29 was worked, 2018-12-31 was off)."""
_UNIT_WORDS: dict[Unit, str] = {"months": "个月", "days": "日", "working_days": "个工作日"}
_DIGITS = "〇一二三四五六七八九"


class Period(NamedTuple):
    """A length of time that a rule grants; ``str()`` says it in words (三个月)."""

    n: int
    unit: Unit
    article: str

    def __str__(self) -> str:
        return _numeral(self.n) + _UNIT_WORDS[self.unit]


class Year(NamedTuple):
    """The holiday table of a calendar year: days off with their names, and weekend days that are worked."""

    off: Mapping[date, str]
    worked: frozenset[date]
    known: bool = True
    """Whether the year has a table of its own: the last days of December may come from the next year's."""


_NO_TABLE = Year({}, frozenset(), known=False)


def _none(year: int) -> Year:
    return _NO_TABLE


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """Which days are worked: weekends are off, unless the holiday table of the year says otherwise.

    A year's table is asked for when a day of it is first looked at.
    """

    table: Callable[[int], Year] = _none
    unknown: set[int] = field(default_factory=set, init=False)
    """The years without a table that due dates were reckoned in, by weekends alone."""
    _years: dict[int, Year] = field(default_factory=dict, init=False, repr=False)

    def year(self, number: int) -> Year:
        """The table of a year."""
        known = self._years.get(number)
        if known is None:
            known = self._years[number] = self.table(number)
        return known

    def is_working(self, day: date) -> bool:
        """Whether ``day`` is worked; a make-up day (调休上班) is, though it be a Saturday or Sunday."""
        year = self.year(day.year)
        if day.weekday() < _SATURDAY:
            return day not in year.off
        return day in year.worked

    def holiday(self, day: date) -> str | None:
        """The name of the holiday that ``day`` is off for; None on other days, plain weekends among them."""
        return self.year(day.year).off.get(day)

    def next_working(self, day: date) -> date:
        """``day`` itself, or the first working day after it (民法典203)."""
        while not self.is_working(day):
            day += _DAY
        return day

    def last_day(self, start: date, period: Period) -> date:
        """The last day before any move to a working day; the start day is not counted (民法典201)."""
        if period.unit == "months":
            return add_months(start, period.n)
        if period.unit == "days":
            return start + timedelta(days=period.n)
        day = start
        for _ in range(period.n):
            day = self.next_working(day + _DAY)
        return day

    def due(self, start: date, period: Period) -> date:
        """The last day, moved to the next working day where it is off (民法典203).

        Raises InvalidInputError where the calendar ends (year 9999).
        """
        try:
            return self.next_working(self.last_day(start, period))
        except OverflowError:
            raise InvalidInputError(f"自 {start} 起算{period}，推算不出末日，请核对起算日期") from None

    def gaps(self, first: date, last: date) -> tuple[int, ...]:
        """The years without a table that decide over the days from ``first`` to ``last``; remembered."""
        end = last.year + ((last.month, last.day) >= _LATE)
        found = tuple(year for year in range(first.year, end + 1) if not self.year(year).known)
        self.unknown.update(found)
        return found


def days(first: date, last: date) -> Iterator[date]:
    """Every day from ``first`` to ``last``, both included."""
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(ordinal)


def add_months(day: date, n: int) -> date:
    """The corresponding day ``n`` months later, or the end of a month that has none (民法典202).

    Raises OverflowError after year 9999, as date arithmetic does.
    """
    years, month = divmod(day.month - 1 + n, 12)
    year = day.year + years
    if year > MAXYEAR:
        raise OverflowError("date value out of range")
    first = date(year, month + 1, 1)
    return first.replace(day=min(day.day, _days_in_month(first)))


def _days_in_month(first: date) -> int:
    if first.month == 12:
        return 31
    return (first.replace(month=first.month + 1) - first).days


def _numeral(n: int) -> str:
    """两, 十, 十五, 六十 …; from a hundred on the figures themselves."""
    if n == 2:
        return "两"
    if n >= 100:
        return str(n)
    tens, ones = divmod(n, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones or not tens else "")
