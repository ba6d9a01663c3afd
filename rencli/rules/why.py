"""A due date together with the sentence that says how it came about."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from rencli.rules.calendar import Calendar, Period

_WEEKDAYS = "一二三四五六日"


class Due(NamedTuple):
    """The day and its reason, one plain sentence."""

    day: date
    basis: str


def reckon(event: str, start: date, period: Period, calendar: Calendar, notes: Sequence[str] = ()) -> Due:
    """Count ``period`` from ``event`` on ``start`` and say every turn that the count took."""
    day = calendar.due(start, period)
    last = calendar.last_day(start, period)
    basis = f"{event} {start} 起{period}（{period.article}），末日 {last}"
    if day != last:
        off = "节假日" if last in calendar.holidays else f"星期{_WEEKDAYS[last.weekday()]}"
        basis += f" 是{off}，顺延至 {day}"
    remarks = list(notes)
    if period.unit == "months" and last.day != start.day:
        remarks.append(f"当月没有 {start.day} 日，取月末")
    counted_from = start + timedelta(days=1) if period.unit == "working_days" else last
    remarks += _gaps(calendar, counted_from, day)
    return Due(day, basis + (f"（{'；'.join(remarks)}）" if remarks else ""))


def _gaps(calendar: Calendar, first: date, last: date) -> list[str]:
    """What the holiday table does not know of the days looked at."""
    if not calendar.years:
        return ["未设节假日表，只按周末计"]
    unknown = [str(year) for year in range(first.year, last.year + 1) if year not in calendar.years]
    return [f"节假日表不含 {'、'.join(unknown)} 年，只按周末计"] if unknown else []
