"""A due date together with its whole computation: one sentence for a table, one line a turn for ``--why``."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Final, NamedTuple

from rencli.rules.calendar import Calendar, Period, days
from rencli.rules.origin import Origin

_WEEKDAYS = "一二三四五六日"
_DAY = timedelta(days=1)
WEEKEND: Final = "周末"


class Off(NamedTuple):
    """A day that is not worked, and why: the name of the holiday, else 周末."""

    day: date
    name: str


@dataclass(frozen=True)
class Due:
    """The day, and the pieces of which it was made."""

    day: date
    event: str
    start: date
    period: Period
    last: date
    """The last day as counted, before any move to a working day."""
    moved: tuple[Off, ...]
    """The days off that the last day was moved over."""
    skipped: tuple[Off, ...]
    """Days off that a period of working days passed over; empty for other periods."""
    made_up: tuple[date, ...]
    """Weekend days that a period of working days counted, because they were worked."""
    notes: tuple[str, ...]
    unknown: tuple[int, ...]
    """Years looked at that have no holiday table."""
    origin: Origin | None

    @cached_property
    def basis(self) -> str:
        """How the day came about, in one plain sentence."""
        text = f"{self.event} {self.start} 起{self.period}（{self.period.article}），末日 {self.last}"
        if self.moved:
            first = self.moved[0]
            text += f" 是{weekday(first.day) if first.name == WEEKEND else first.name}，顺延至 {self.day}"
        remarks = [*self.notes, *([_gap(self.unknown)] if self.unknown else [])]
        return text + (f"（{'；'.join(remarks)}）" if remarks else "")


def reckon(
    event: str,
    start: date,
    period: Period,
    calendar: Calendar,
    notes: Sequence[str] = (),
    origin: Origin | None = None,
) -> Due:
    """Count ``period`` from ``event`` on ``start`` and keep every turn that the count took."""
    day = calendar.due(start, period)
    last = calendar.last_day(start, period)
    working = period.unit == "working_days"
    passed = list(days(start + _DAY, last)) if working else []
    remarks = list(notes)
    if period.unit == "months" and last.day != start.day:
        remarks.append(f"当月没有 {start.day} 日，取月末")
    return Due(
        day=day,
        event=event,
        start=start,
        period=period,
        last=last,
        moved=_off(calendar, days(last, day - _DAY)) if day != last else (),
        skipped=_off(calendar, passed),
        made_up=tuple(each for each in passed if each.weekday() >= 5 and calendar.is_working(each)),
        notes=tuple(remarks),
        unknown=calendar.gaps(start + _DAY if working else last, day),
        origin=origin,
    )


def explain(due: Due) -> list[str]:
    """The computation, one line a turn: event, rule and its text, count, days moved over, what is not known."""
    lines = [f"{due.event} {due.start}（{weekday(due.start)}），当日不计入", _rule(due), *due.notes]
    count = f"数到 {due.last}（{weekday(due.last)}）"
    if due.skipped:
        count += f"，不计休息日{len(due.skipped)}天：{spans(due.skipped)}"
    if due.made_up:
        count += f"；调休上班照计：{'、'.join(map(str, due.made_up))}"
    lines.append(count)
    if due.moved:
        lines.append(f"末日休息：{spans(due.moved)}，顺延至下一个工作日（参照民法典第二百零三条）")
    if due.unknown:
        lines.append(f"{_gap(due.unknown)}；放假通知公布后用 ren rules holidays {due.unknown[0]} 记入")
    return [*lines, f"到期 {due.day}（{weekday(due.day)}）"]


def weekday(day: date) -> str:
    """星期三."""
    return f"星期{_WEEKDAYS[day.weekday()]}"


def spans(days_off: Iterable[Off]) -> str:
    """Days off in runs of one name: ``2026-02-15 至 2026-02-23 春节``."""
    runs: list[list[Off]] = []
    for each in days_off:
        if runs and runs[-1][-1] == Off(each.day - _DAY, each.name):
            runs[-1].append(each)
        else:
            runs.append([each])
    ends = [(run[0].day, run[-1].day, run[0].name) for run in runs]
    return "、".join(f"{first}{'' if last == first else f' 至 {last}'} {name}" for first, last, name in ends)


def _rule(due: Due) -> str:
    origin = due.origin
    text = f"{due.period}：{due.period.article}"
    if origin is None:
        return text
    if origin.text:
        text += f"（{origin.text}文本）"
    return text + "".join(f"；{each}" for each in (origin.note, origin.doubt) if each)


def _gap(years: Sequence[int]) -> str:
    return f"没有 {'、'.join(map(str, years))} 年的节假日表，只按周末计"


def _off(calendar: Calendar, among: Iterable[date]) -> tuple[Off, ...]:
    return tuple(Off(day, calendar.holiday(day) or WEEKEND) for day in among if not calendar.is_working(day))
