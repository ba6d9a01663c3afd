"""The due dates of rule sets with their reasons: the national one and a local one that adds to it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from calendars import of

from rencli.rules import Calendar, Count, ResultClass, RuleSet, Words, load

LOCAL = """
inherits = "national"
reply_from = { event = "闭会", article = "某省办法第八条" }

[words]
co = "会办"

[periods]
"答复" = { months = 2, article = "某省办法第九条" }
"疑难答复" = { months = 4, article = "某省办法第九条" }
"重办" = { months = 1, article = "某省办法第十一条" }
"退回" = { working_days = 10, article = "某省办法第七条" }
"交办" = { days = 5, article = "某省办法第六条" }
"""
CALENDAR = of(
    {date(2024, 5, n): "劳动节" for n in range(1, 6)},
    {date(2024, 4, 28), date(2024, 5, 11)},
    {2024},
)
NO_TABLE = "没有 2024 年的节假日表，只按周末计"


@pytest.fixture
def national() -> RuleSet:
    return replace(load("national"), calendar=Calendar())


@pytest.fixture
def local(tmp_path: Path) -> RuleSet:
    (tmp_path / "某省.toml").write_text(LOCAL, encoding="utf-8")
    return replace(load("某省", [tmp_path]), calendar=Calendar())


def test_national_values(national: RuleSet) -> None:
    assert national.name == "national"
    assert national.words == Words("主办", "协办")
    assert national.classes == (
        ResultClass("A", "已解决或采纳", solved=True),
        ResultClass("B", "正在解决或列入计划", promise=True),
        ResultClass("C", "因条件限制留作参考"),
    )
    assert national.motion_deputies == Count(5, "组织法第二十二条")
    assert {name: count.value for name, count in national.counts.items()} == {
        "议案联名人数": 5,
        "质询案联名人数": 10,
        "候选人联名人数": 10,
        "每年人代会次数": 2,
        "未经批准缺席次数": 2,
        "代表名额基数": 45,
        "每名代表人口数": 1500,
        "代表名额上限": 160,
    }
    assert set(national.periods) == {"答复", "疑难答复"}


def test_result_by_letter(national: RuleSet) -> None:
    assert national.result("B") is national.classes[1]
    assert national.result("D") is None
    assert national.result("") is None
    assert national.result_words() == ("A", "B", "C")


def test_reply_in_three_months(national: RuleSet) -> None:
    due = national.reply_due(date(2024, 3, 4))
    assert due.day == date(2024, 6, 4)
    assert due.basis == f"交办 2024-03-04 起三个月（代表法第五十一条），末日 2024-06-04（{NO_TABLE}）"


def test_reply_moved_from_a_weekend(national: RuleSet) -> None:
    due = national.reply_due(date(2024, 3, 1), closed_on=date(2024, 1, 25))
    assert due.day == date(2024, 6, 3)
    assert due.basis == (
        f"交办 2024-03-01 起三个月（代表法第五十一条），末日 2024-06-01 是星期六，顺延至 2024-06-03（{NO_TABLE}）"
    )


def test_reply_at_the_end_of_a_short_month(national: RuleSet) -> None:
    due = national.reply_due(date(2023, 11, 30))
    assert due.day == date(2024, 2, 29)
    assert due.basis.endswith(f"末日 2024-02-29（当月没有 30 日，取月末；{NO_TABLE}）")


def test_complex_reply_in_six_months(national: RuleSet) -> None:
    due = national.reply_due(date(2024, 3, 4), complex=True)
    assert due.day == date(2024, 9, 4)
    assert due.basis == (
        f"交办 2024-03-04 起六个月（代表法第五十一条），末日 2024-09-04（涉及面广、处理难度大；{NO_TABLE}）"
    )


def test_nothing_else_has_a_national_period(national: RuleSet) -> None:
    assert national.redo_due(date(2024, 3, 4)) is None
    for matter in ("交办", "退回", "会办", "反馈", "重办"):
        assert national.period_due(matter, date(2024, 3, 4)) is None


def test_due_dates_are_remembered(national: RuleSet) -> None:
    day = date(2024, 3, 4)
    assert national.reply_due(day) is national.reply_due(day)
    assert national.reply_due(day) is not national.reply_due(day, complex=True)


def test_holiday_table_is_an_addition(national: RuleSet) -> None:
    before = national.reply_due(date(2024, 2, 1))
    due = replace(national, calendar=CALENDAR).reply_due(date(2024, 2, 1))
    assert before.day == date(2024, 5, 1)
    assert due.day == date(2024, 5, 6)
    assert due.basis == ("交办 2024-02-01 起三个月（代表法第五十一条），末日 2024-05-01 是劳动节，顺延至 2024-05-06")


def test_a_year_that_the_table_does_not_know(national: RuleSet) -> None:
    rules = replace(national, calendar=CALENDAR)
    assert rules.reply_due(date(2030, 12, 4)).basis.endswith("末日 2031-03-04（没有 2031 年的节假日表，只按周末计）")


def test_working_days_over_the_turn_of_the_year_name_the_unknown_year(local: RuleSet) -> None:
    due = replace(local, calendar=CALENDAR).period_due("退回", date(2024, 12, 25))
    assert due is not None
    assert due.basis.endswith("末日 2025-01-08（没有 2025 年的节假日表，只按周末计）")


def test_local_set_adds_to_the_national_one(local: RuleSet, national: RuleSet) -> None:
    assert local.words == Words("主办", "会办")
    assert local.classes == national.classes
    assert local.counts == national.counts


def test_local_reply_from_the_close_of_the_congress(local: RuleSet) -> None:
    due = local.reply_due(date(2024, 2, 5), closed_on=date(2024, 1, 25))
    assert due.day == date(2024, 3, 25)
    assert due.basis == f"闭会 2024-01-25 起两个月（某省办法第九条），末日 2024-03-25（{NO_TABLE}）"
    assert local.reply_due(date(2024, 3, 1), closed_on=date(2024, 1, 25)) is due
    late = local.reply_due(date(2024, 2, 5), complex=True, closed_on=date(2024, 1, 25))
    assert late.day == date(2024, 5, 27)


def test_local_reply_without_a_congress_runs_from_assignment(local: RuleSet) -> None:
    due = local.reply_due(date(2024, 7, 10))
    assert due.day == date(2024, 9, 10)
    assert due.basis == (
        f"交办 2024-07-10 起两个月（某省办法第九条），末日 2024-09-10（没有闭会日期，自交办起算；{NO_TABLE}）"
    )


def test_local_redo_return_and_hand_over(local: RuleSet) -> None:
    redo = local.redo_due(date(2024, 5, 31))
    assert redo is not None
    assert redo.day == date(2024, 7, 1)
    assert redo.basis == (
        "重办 2024-05-31 起一个月（某省办法第十一条），末日 2024-06-30 是星期日，"
        f"顺延至 2024-07-01（当月没有 31 日，取月末；{NO_TABLE}）"
    )
    returned = local.period_due("退回", date(2024, 3, 4))
    assert returned is not None
    assert returned.basis == f"交办 2024-03-04 起十个工作日（某省办法第七条），末日 2024-03-18（{NO_TABLE}）"
    handed = local.period_due("交办", date(2024, 3, 6))
    assert handed is not None
    assert handed.basis == f"提出 2024-03-06 起五日（某省办法第六条），末日 2024-03-11（{NO_TABLE}）"
