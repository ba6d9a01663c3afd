"""Every rule set over half a century, with and without holidays, against an oracle that counts day by day.

The periods stand here once more, typed from the acts and not read from the files.
"""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

import chinese_calendar
import pytest

from rencli.rules import Calendar, Due, Period, RuleSet, load
from rencli.rules.calendar import Unit
from rencli.rules.holidays import Tables

DAY = timedelta(1)
FIRST, LAST = date(2000, 1, 1), date(2050, 12, 31)
UNITS: Final[dict[str, Unit]] = {"m": "months", "d": "days", "w": "working_days"}
PERIODS: Final = {
    "national": "答复3m 疑难答复6m",
    "重庆": "答复2m 疑难答复2m 延期上限4m 闭会答复3m 闭会疑难答复6m "
    "交办10w 再交办10w 退回10w 首次联系20w 会办30w 反馈20w 重办2m",
    "山东": "答复2m 疑难答复2m 延期上限4m 闭会答复3m 闭会疑难答复6m 闭会延期上限6m 交办5d 退回5d 会办1m 重办1m",
    "浙江": "答复3m 疑难答复6m 延期上限6m 退回10d 会办2m 重办1m",
    "北京": "答复3m 疑难答复6m 延期上限6m 反馈15w 重办2m",
    "河南": "答复3m 疑难答复6m 再交办10w 退回10w 会办2m 反馈10w 重办1m",
    "上海": "答复3m 疑难答复6m 延期上限6m 交办7w 退回7w 会办1m 重办1m",
}


def worked(day: date) -> bool:
    """By the yearly notices, else by the weekend; with the one make-up day that the library lacks."""
    if day == date(2005, 12, 31):
        return True
    try:
        return chinese_calendar.is_workday(day)
    except NotImplementedError:
        return day.isoweekday() < 6


def until_2053(holidays: bool) -> list[date]:
    """Every day that is worked, in order."""
    days = (FIRST + DAY * n for n in range((date(2053, 1, 1) - FIRST).days))
    return [day for day in days if (worked(day) if holidays else day.isoweekday() < 6)]


WORKED: Final = {True: until_2053(True), False: until_2053(False)}


def expected(start: date, n: int, unit: str, holidays: bool) -> date:
    """The due day by looking it up in the list of worked days."""
    days = WORKED[holidays]
    if unit == "w":
        return days[bisect_right(days, start) + n - 1]
    if unit == "d":
        last = start + DAY * n
    else:
        months = start.year * 12 + start.month - 1 + n
        year, month = months // 12, months % 12 + 1
        last = date(year, month, min(start.day, monthrange(year, month)[1]))
    return days[bisect_left(days, last)]


def stated(name: str) -> dict[str, tuple[int, str]]:
    found = (each.rstrip("0123456789mdw") for each in PERIODS[name].split())
    rests = ((matter, each[len(matter) :]) for matter, each in zip(found, PERIODS[name].split(), strict=True))
    return {matter: (int(rest[:-1]), rest[-1]) for matter, rest in rests}


@pytest.mark.parametrize("name", PERIODS)
def test_a_rule_set_has_the_periods_of_its_acts(name: str) -> None:
    wanted = {matter: (n, UNITS[unit]) for matter, (n, unit) in stated(name).items()}
    assert {matter: (period.n, period.unit) for matter, period in load(name).periods.items()} == wanted


@pytest.mark.parametrize("holidays", [True, False], ids=["holidays", "weekends"])
@pytest.mark.parametrize("period", sorted({each for name in PERIODS for each in stated(name).values()}), ids=str)
def test_every_period_from_every_day_of_half_a_century(period: tuple[int, str], holidays: bool) -> None:
    n, unit = period
    calendar = Calendar(Tables([])) if holidays else Calendar()
    granted = Period(n, UNITS[unit], "某条")
    for ordinal in range(FIRST.toordinal(), LAST.toordinal() + 1):
        start = date.fromordinal(ordinal)
        assert calendar.due(start, granted) == expected(start, n, unit, holidays), start


def sampled() -> Iterator[date]:
    """A day in forty-one, many last days of a month, and days before the long holidays."""
    for ordinal in range(FIRST.toordinal(), LAST.toordinal() + 1):
        day = date.fromordinal(ordinal)
        holidays_near = 2004 <= day.year <= 2027 and day.month in (1, 9)
        if ordinal % 41 == 0 or ((day + DAY).day == 1 and ordinal % 3 == 0) or (holidays_near and ordinal % 5 == 0):
            yield day


def asked(rules: RuleSet, matter: Any, start: date) -> Due | None:
    """A question as the program asks it."""
    between = matter.startswith("闭会")
    if matter.endswith("延期上限"):
        return rules.reply_ceiling(start, between=between)
    if matter.endswith("答复"):
        return rules.reply_due(start, complex="疑难" in matter, between=between)
    return rules.period_due(matter, start)


@pytest.mark.parametrize("holidays", [True, False], ids=["holidays", "weekends"])
@pytest.mark.parametrize("name", PERIODS)
def test_every_matter_of_every_rule_set(name: str, holidays: bool) -> None:
    rules = load(name) if holidays else replace(load(name), calendar=Calendar())
    for start in sampled():
        for matter, (n, unit) in stated(name).items():
            due = asked(rules, matter, start)
            assert due is not None
            assert due.day == expected(start, n, unit, holidays), (matter, start)
            assert (due.day != due.last) == bool(due.moved)
            if start.year > 2003 and due.day < date(2026, 12, 28):
                assert (due.unknown == ()) == holidays


@pytest.mark.parametrize("name", PERIODS)
def test_from_the_close_only_where_the_place_says_so(name: str) -> None:
    rules = load(name)
    due = rules.reply_due(date(2024, 2, 20), closed_on=date(2024, 1, 25))
    assert due.event == ("闭会" if name == "山东" else "交办")
    assert rules.reply_due(date(2024, 2, 20), closed_on=date(2024, 1, 25), between=True).event == "交办"


@pytest.mark.parametrize("name", PERIODS)
def test_every_value_says_where_it_comes_from(name: str) -> None:
    rules = load(name)
    keys = ["reply_from", *(f"periods.{each}" for each in rules.periods), *(f"counts.{each}" for each in rules.counts)]
    keys += [f"words.{each}" for each in rules.words._fields] + [f"classes.{each.letter}" for each in rules.classes]
    keys += [f"agenda.{each.item}" for each in rules.agenda]
    for key in keys:
        assert rules.origins[key].article, key
        assert rules.origins[key].text or key.startswith("classes."), key
    assert all(each.as_of and each.title for each in rules.files)
    assert all(each.need and each.known for each in rules.agenda)


def test_what_was_not_read_in_the_act_says_so() -> None:
    rules = load("山东")
    assert rules.origins["periods.答复"].mark == "◐"
    assert rules.origins["periods.答复"].note == "2022年修正后的条文没有读到"
    assert [bool(load(name).files[0].changed) for name in ("重庆", "山东", "浙江", "上海")] == [True] * 4


def test_chongqing_has_a_class_for_what_belongs_to_a_higher_body() -> None:
    rules = load("重庆")
    named = rules.class_named("属上级事权")
    assert named is not None
    assert (named.letter, named.solved, named.promise) == ("D", False, False)
    assert rules.class_named("ｄ") is named
    assert rules.class_named("乙") is None


def test_words_of_the_places() -> None:
    assert {name for name in PERIODS if load(name).words.co == "会办"} == {"浙江", "上海"}
    assert {name for name in PERIODS if load(name).words.co == "协办"} == set(PERIODS) - {"浙江", "上海"}
    assert load("北京").words.main == "牵头"


def test_the_year_is_local_where_the_place_counts_otherwise() -> None:
    def duty(name: str, item: str) -> tuple[int | None, str | None, int | None]:
        found = next(each for each in load(name).agenda if each.item == item)
        return found.times, found.per, found.gap

    assert duty("重庆", "主席团会议") == (1, "季度", None)
    assert duty("浙江", "主席团会议") == (None, None, 3)
    assert duty("山东", "代表小组活动") == (4, "年", None)
    assert duty("national", "代表小组活动") == (None, None, None)
    assert duty("北京", "人民代表大会会议") == (1, "半年", None)
