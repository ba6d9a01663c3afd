"""Holiday tables: the library's, the user's file before it, and years that nobody knows."""

from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import pytest

from rencli.errors import InvalidInputError
from rencli.rules import Calendar, Period
from rencli.rules.holidays import Tables

WEEK = Period(7, "days", "某条")


def calendar(*folders: Path) -> Calendar:
    return Calendar(Tables(folders))


def own(folder: Path, year: int, text: str) -> Calendar:
    (folder / f"节假日-{year}.toml").write_text(text, encoding="utf-8")
    return calendar(folder)


def test_every_day_that_the_library_knows_is_as_it_says() -> None:
    """But one that it lacks: 2005-12-31, made up by the notice for 2006."""
    days = calendar()
    different = []
    for ordinal in range(date(2004, 1, 1).toordinal(), date(2026, 12, 31).toordinal() + 1):
        day = date.fromordinal(ordinal)
        if days.is_working(day) != chinese_calendar.is_workday(day):
            different.append(day)
    assert different == [date(2005, 12, 31)]
    assert days.is_working(date(2005, 12, 31))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2024-02-10", "春节"),
        ("2024-04-04", "清明节"),
        ("2024-06-10", "端午节"),
        ("2025-10-06", "中秋节"),
        ("2015-09-03", "抗战胜利纪念日"),
        ("2018-12-31", "元旦"),
        ("2024-03-09", None),
        ("2027-10-01", None),
    ],
)
def test_holidays_are_called_by_their_chinese_names(day: str, name: str | None) -> None:
    assert calendar().holiday(date.fromisoformat(day)) == name


@pytest.mark.parametrize("year", [1950, 2003, 2027, 2050])
def test_in_a_year_without_a_table_only_weekends_are_off(year: int) -> None:
    days, day = calendar(), date(year, 1, 1)
    while day.year == year:
        assert days.is_working(day) == (day.isoweekday() < 6)
        day += timedelta(1)
    assert not days.year(year).known


def test_a_users_file_takes_the_place_of_the_librarys_year(tmp_path: Path) -> None:
    days = own(tmp_path, 2024, '"放假" = [["镇庆", 2024-03-04]]\n"上班" = [2024-03-09]')
    assert not days.is_working(date(2024, 3, 4))
    assert days.holiday(date(2024, 3, 4)) == "镇庆"
    assert days.is_working(date(2024, 3, 9))
    assert days.is_working(date(2024, 10, 1))  # the library's holidays of that year no longer count
    assert not days.is_working(date(2025, 10, 1))


def test_a_users_file_makes_a_year_known(tmp_path: Path) -> None:
    days = own(tmp_path, 2027, '"放假" = [["春节", 2027-02-05, 2027-02-11]]')
    assert days.year(2027).known
    assert days.due(date(2027, 1, 29), WEEK) == date(2027, 2, 12)


def test_a_notice_may_begin_in_the_december_before(tmp_path: Path) -> None:
    days = own(tmp_path, 2027, '"放假" = [["元旦", 2026-12-31, 2027-01-02]]\n"上班" = [2026-12-27]')
    assert not days.is_working(date(2026, 12, 31))
    assert days.is_working(date(2026, 12, 27))
    assert not days.is_working(date(2026, 10, 1))  # the rest of the year is the library's
    assert days.year(2026).known


def test_an_own_year_and_the_next_ones_december_lie_over_each_other(tmp_path: Path) -> None:
    own(tmp_path, 2026, '"放假" = [["国庆节", 2026-10-01, 2026-10-07]]\n"上班" = [2026-12-27]')
    days = own(tmp_path, 2027, '"放假" = [["元旦", 2026-12-26, 2027-01-01]]')
    assert not days.is_working(date(2026, 10, 1))
    assert not days.is_working(date(2026, 12, 27))


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        ("2026-12-27", "2026-12-27", ()),
        ("2026-12-28", "2026-12-28", (2027,)),  # the notice for 2027 may move it
        ("2026-06-01", "2027-02-01", (2027,)),
        ("2003-12-01", "2004-02-01", (2003,)),
        ("2027-05-01", "2028-12-30", (2027, 2028, 2029)),
    ],
)
def test_years_that_are_not_known_are_remembered(first: str, last: str, years: tuple[int, ...]) -> None:
    days = calendar()
    assert days.gaps(date.fromisoformat(first), date.fromisoformat(last)) == years
    assert days.unknown == set(years)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('"放假" = 3', "放假：应写成 [ … ]"),
        ('"放假" = [["元旦"]]', '放假：[“元旦”] 应写成 ["名称", 首日, 末日]，如 ["元旦", 2027-01-01, 2027-01-03]'),
        ('"放假" = [["元旦", 2027-01-03, 2027-01-01]]', "放假：元旦 2027-01-03 至 2027-01-01 首日晚于末日"),
        ('"放假" = [["元旦", 2028-01-01]]', "放假：元旦 2028-01-01 不在2027年"),
        ('"上班" = [2027-01-04]', "上班：2027-01-04 不是周末，本来就上班"),
        ('"上班" = [2027-01-09, 2027-01-09]', "上班：有重复的日期"),
        ('"上班" = ["下周"]', "上班：“下周” 应是日期，如 2027-02-07"),
        ("off = []", "off：不认识，只写“放假”和“上班”"),
    ],
)
def test_a_faulty_file_is_told_where_a_date_is_computed(text: str, told: str, tmp_path: Path) -> None:
    days = own(tmp_path, 2027, text)
    with pytest.raises(InvalidInputError) as refused:
        days.due(date(2027, 1, 4), WEEK)
    assert str(refused.value) == f"节假日文件 {tmp_path / '节假日-2027.toml'} 有误。{told}"
