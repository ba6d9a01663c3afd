"""Counting months, days and working days as 民法典 201–203 do (by analogy)."""

from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import Literal, NamedTuple

from rencli.errors import InvalidInputError

Unit = Literal["months", "days", "working_days"]

_DAY = timedelta(days=1)
_SATURDAY = 5
_UNIT_WORDS: dict[Unit, str] = {"months": "个月", "days": "日", "working_days": "个工作日"}
_DIGITS = "〇一二三四五六七八九"


class Period(NamedTuple):
    """A length of time that a rule grants; ``str()`` says it in words (三个月)."""

    n: int
    unit: Unit
    article: str

    def __str__(self) -> str:
        return _numeral(self.n) + _UNIT_WORDS[self.unit]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are worked: weekends are off, unless a holiday table says otherwise.

    ``years`` are those that the table covers; in other years only weekends are known to be off.
    """

    holidays: frozenset[date] = frozenset()
    makeup_days: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()

    def is_working(self, day: date) -> bool:
        """Whether ``day`` is worked; a make-up day (调休上班) is, though it be a Saturday or Sunday."""
        if day in self.makeup_days:
            return True
        return day.weekday() < _SATURDAY and day not in self.holidays

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
