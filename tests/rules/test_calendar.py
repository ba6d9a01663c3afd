"""Date arithmetic against hand-computed dates and against slow oracles written here."""

from datetime import date, timedelta

import pytest
from calendars import of
from hypothesis import given
from hypothesis import strategies as st

from rencli.errors import InvalidInputError
from rencli.rules import Calendar, Period, add_months

DAY = timedelta(days=1)
SPRING = of(
    {date(2024, 2, n): "春节" for n in range(10, 18)},
    {date(2024, 2, 4), date(2024, 2, 18)},
    {2024},
)


def months(n: int) -> Period:
    return Period(n, "months", "某条")


def days(n: int) -> Period:
    return Period(n, "days", "某条")


def working_days(n: int) -> Period:
    return Period(n, "working_days", "某条")


@pytest.mark.parametrize(
    ("start", "n", "end"),
    [
        ("2024-03-04", 3, "2024-06-04"),
        ("2025-11-30", 3, "2026-02-28"),
        ("2023-11-30", 3, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 3, "2024-05-29"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-08-31", 1, "2024-09-30"),
        ("2024-12-31", 2, "2025-02-28"),
        ("2024-06-30", 6, "2024-12-30"),
        ("1999-12-01", 3, "2000-03-01"),
        ("2099-11-30", 3, "2100-02-28"),
        ("2100-12-31", 6, "2101-06-30"),
        ("2024-03-31", 120, "2034-03-31"),
    ],
)
def test_corresponding_day(start: str, n: int, end: str) -> None:
    assert add_months(date.fromisoformat(start), n) == date.fromisoformat(end)


def slow_months_later(day: date, n: int) -> date:
    """Walk day by day into the n-th next month, until the corresponding day or the month's last."""
    at, passed = day, 0
    while passed < n:
        at += DAY
        passed += at.day == 1
    while at.day < day.day and (at + DAY).day != 1:
        at += DAY
    return at


def test_months_on_every_day_of_half_a_century() -> None:
    """Each step of the oracle starts where the last month's walk ended: the first of a month."""
    day = date(2000, 1, 1)
    while day.year <= 2050:
        first = day
        for n in range(1, 13):
            first = slow_months_later(first.replace(day=1), 1)
            expected = first
            while expected.day < day.day and (expected + DAY).day != 1:
                expected += DAY
            assert add_months(day, n) == expected
        day += DAY


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(1, 120))
def test_months_from_any_date_a_record_may_have(day: date, n: int) -> None:
    assert add_months(day, n) == slow_months_later(day, n)


@pytest.mark.parametrize(
    ("start", "period", "end"),
    [
        ("2024-03-04", months(3), "2024-06-04"),  # a Tuesday
        ("2024-03-01", months(3), "2024-06-03"),  # 06-01 is a Saturday
        ("2025-11-30", months(3), "2026-03-02"),  # 02-28 is a Saturday
        ("2024-03-04", days(5), "2024-03-11"),  # 03-09 is a Saturday
        ("2024-03-04", days(10), "2024-03-14"),
        ("2024-03-04", working_days(1), "2024-03-05"),
        ("2024-03-08", working_days(1), "2024-03-11"),  # from a Friday
        ("2024-03-09", working_days(1), "2024-03-11"),  # from a Saturday
        ("2024-03-04", working_days(10), "2024-03-18"),
        ("2100-12-31", working_days(1), "2101-01-03"),
    ],
)
def test_due_by_weekends(start: str, period: Period, end: str) -> None:
    assert Calendar().due(date.fromisoformat(start), period) == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("start", "period", "end"),
    [
        ("2023-11-12", months(3), "2024-02-18"),  # 02-12 in the holiday, 02-18 a Sunday worked
        ("2024-01-18", months(1), "2024-02-18"),  # the make-up Sunday itself
        ("2024-02-05", days(5), "2024-02-18"),
        ("2024-02-02", working_days(1), "2024-02-04"),  # the make-up Sunday before it
        ("2024-02-08", working_days(2), "2024-02-18"),
        ("2024-02-09", working_days(10), "2024-02-29"),  # the make-up Sunday counts
    ],
)
def test_due_by_a_holiday_table(start: str, period: Period, end: str) -> None:
    assert SPRING.due(date.fromisoformat(start), period) == date.fromisoformat(end)


SOME_DAYS = st.dates(date(2023, 12, 1), date(2024, 4, 30))


@given(
    SOME_DAYS,
    st.integers(1, 60),
    st.frozensets(SOME_DAYS, max_size=40),
    st.frozensets(SOME_DAYS, max_size=10),
)
def test_working_days_are_counted_one_by_one(
    start: date, n: int, holidays: frozenset[date], makeup: frozenset[date]
) -> None:
    makeup = frozenset(day for day in makeup if day.isoweekday() > 5)
    calendar = of(dict.fromkeys(holidays, "节"), makeup, {2023, 2024})
    end = calendar.due(start, working_days(n))
    passed = [start + DAY * k for k in range(1, (end - start).days + 1)]
    worked = [d for d in passed if d in makeup or (d.isoweekday() <= 5 and d not in holidays)]
    assert len(worked) == n
    assert worked[-1] == end


@given(st.dates(date(2000, 1, 1), date(2050, 12, 31)), st.integers(1, 400), st.booleans())
def test_a_last_day_off_moves_on_to_the_first_worked(start: date, n: int, by_month: bool) -> None:
    period = months(n % 12 + 1) if by_month else days(n)
    last, due = SPRING.last_day(start, period), SPRING.due(start, period)
    assert SPRING.is_working(due)
    assert not any(SPRING.is_working(last + DAY * k) for k in range((due - last).days))


@pytest.mark.parametrize("period", [months(3), days(1), working_days(1)], ids=str)
def test_the_end_of_the_calendar_is_told_in_words(period: Period) -> None:
    with pytest.raises(InvalidInputError, match=r"自 9999-12-31 起算.*推算不出末日"):
        Calendar().due(date.max, period)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (months(1), "一个月"),
        (months(2), "两个月"),
        (working_days(7), "七个工作日"),
        (working_days(10), "十个工作日"),
        (days(15), "十五日"),
        (working_days(20), "二十个工作日"),
        (days(99), "九十九日"),
        (days(100), "100日"),
    ],
)
def test_a_period_in_words(period: Period, words: str) -> None:
    assert str(period) == words
