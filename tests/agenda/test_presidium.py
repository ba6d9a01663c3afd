"""The presidium in the statutory year, on its borderlines."""

from pathlib import Path
from typing import Any

import pytest
from judging import activity, issued, item, judged, meeting, state, township

ITEM = "主席团会议"


@pytest.mark.parametrize(
    ("days", "as_of", "then"),
    [
        (["03-31", "06-30", "09-30", "12-31"], "2024-01-01", ("已完成", "None", 4)),
        (["04-01", "06-30", "09-30", "12-31"], "2024-01-01", ("未做", "2023-03-31", 3)),
        ([], "2023-03-31", ("待办", "2023-03-31", 0)),
        ([], "2023-04-01", ("未做", "2023-03-31", 0)),
        (["03-31"], "2023-06-30", ("待办", "2023-06-30", 1)),
    ],
)
def test_each_quarter_to_its_last_day(days: list[str], as_of: str, then: Any, tmp_path: Path) -> None:
    book = township(tmp_path, *(meeting(ITEM, f"2023-{day}") for day in days))
    found = judged(book, ITEM, as_of, "重庆")
    assert (found["state"], str(found["due"]), found["count"]) == then
    assert found["wanted"] == 4


@pytest.mark.parametrize(
    ("days", "as_of", "then"),
    [
        (["2022-11-30", "2023-02-28", "2023-05-28", "2023-08-28", "2023-11-28"], "2024-06-30", "已完成"),
        (["2022-11-30", "2023-03-01", "2023-05-28", "2023-08-28", "2023-11-28"], "2024-06-30", "未做"),
        (["2022-12-15", "2023-03-15"], "2023-06-15", "待办"),
        (["2022-12-15", "2023-03-15"], "2023-06-16", "未做"),
        (["2023-03-15", "2023-06-15", "2023-09-30"], "2024-06-30", "未做"),
        (["2022-12-15", "2023-03-15", "2023-06-15", "2023-09-15", "2023-10-01"], "2024-06-30", "已完成"),
    ],
)
def test_no_gap_longer_than_three_months(days: list[str], as_of: str, then: str, tmp_path: Path) -> None:
    book = township(tmp_path, *(meeting(ITEM, day) for day in days))
    assert state(book, ITEM, as_of, "浙江") == then


def test_a_gap_is_counted_between_sessions(tmp_path: Path) -> None:
    """A congress ends the time before it, and its close begins it anew."""
    days = [meeting(ITEM, "2022-12-15"), meeting("人代会", "2023-03-10", ended_on="2023-03-12")]
    found = judged(township(tmp_path, *days), ITEM, "2023-05-01", "浙江")
    assert (found["state"], str(found["due"])) == ("待办", "2023-06-12")


@pytest.mark.parametrize(("present", "then"), [(2, "已完成"), (1, "未做")])
def test_more_than_half_of_the_members_come(present: int, then: str, tmp_path: Path) -> None:
    book = township(tmp_path, meeting(ITEM, "2023-03-15", present=present))
    assert state(book, "主席团会议的法定人数", rules="重庆") == then


def test_exactly_half_of_the_members_is_no_quorum(tmp_path: Path) -> None:
    book = township(tmp_path, meeting(ITEM, "2023-03-15", present=2), presidium=4)
    found = judged(book, "主席团会议的法定人数", rules="重庆")
    assert found["state"] == "未做"
    assert "到2名，不过主席团成员4名的半数" in found["done"]


def test_a_decision_has_more_than_half_of_all_members(tmp_path: Path) -> None:
    decided = item("决定", "关于召开会议的决定", **{"for": 2})
    book = township(tmp_path, meeting(ITEM, "2023-03-15", present=3, items=[decided]), presidium=4)
    assert "赞成2票，不过主席团成员4名的半数" in judged(book, "主席团会议的法定人数", rules="重庆")["done"]


def test_a_special_report_is_heard_in_an_activity_or_a_meeting(tmp_path: Path) -> None:
    title = "听取政府专项工作报告"
    assert state(township(tmp_path), title) == "未做"
    book = township(tmp_path, meeting(ITEM, "2023-03-15", items=[item("听取报告", "卫生院工作报告")]))
    assert state(book, title) == "已完成"


def test_another_activity_is_no_law_check(tmp_path: Path) -> None:
    book = township(tmp_path, activity("视察", "2023-04-01"))
    assert (state(book, "视察、调研"), state(book, "执法检查")) == ("已完成", "未做")


@pytest.mark.parametrize(
    ("lines", "as_of", "rules", "then"),
    [
        ([], "2023-12-31", "national", "需确认"),
        ([issued("视察报告", "2023-04-10", activity=1)], "2023-12-31", "national", "已完成"),
        ([issued("视察报告", "2023-04-10", activity=1)], "2023-05-10", "重庆", "待办"),
        ([issued("视察报告", "2023-04-10", activity=1)], "2023-05-11", "重庆", "需确认"),
        ([issued("视察报告", "2023-04-10", activity=1)], "2023-07-10", "浙江", "待办"),
        (
            [
                issued("视察报告", "2023-04-10", activity=1),
                issued("办理情况的复函", "2023-05-01", activity=1) | {"direction": "收文"},
            ],
            "2023-12-31",
            "重庆",
            "已完成",
        ),
    ],
)
def test_a_report_is_passed_on_and_answered(lines: Any, as_of: str, rules: str, then: str, tmp_path: Path) -> None:
    book = township(tmp_path, activity("视察", "2023-04-01", id=1), *lines)
    assert state(book, "视察、调研报告的转送和回告", as_of, rules) == then


def test_an_appraisal_is_one_of_either_book(tmp_path: Path) -> None:
    assert state(township(tmp_path), "评议站所", rules="重庆") == "未做"
    assert state(township(tmp_path, activity("工作评议", "2023-04-01")), "评议站所", rules="重庆") == "已完成"


def test_projects_are_voted_on_and_followed(tmp_path: Path) -> None:
    voted = meeting("人代会", "2023-01-12", items=[item("票决", "民生实事项目", **{"for": 5})])
    found = judged(township(tmp_path, voted), "民生实事项目票决", "2023-07-01", "浙江")
    assert (found["state"], found["count"], found["wanted"]) == ("待办", 1, 2)


def test_a_plan_that_may_be_made_is_never_missing(tmp_path: Path) -> None:
    item = "专项工作报告年度计划"
    assert state(township(tmp_path), item, rules="浙江") == "不适用"
    book = township(tmp_path, {"kind": "plan", "year": 2023, "title": "听取卫生院报告"})
    assert state(book, item, rules="浙江") == "已完成"
