"""What has to be answered in the statutory year, what is ticked by hand, and where the ledger does not reach."""

from pathlib import Path
from typing import Any

import pytest
from judging import entries, issued, item, judged, meeting, state, township
from keeping import Book

from rencli.agenda import agenda
from rencli.errors import NotFoundError

MATTER = "建议的交办、答复和督办"
PETITIONS = "来信来访按期办结"


def suggestion(*steps: dict[str, Any], day: str = "2023-02-01") -> dict[str, Any]:
    return {"kind": "suggestion", "title": "修路", "submitted_on": day, "steps": list(steps)}


def handed(on: str = "2023-02-06") -> dict[str, Any]:
    return {"step": "交办", "on": on, "unit": "水利站"}


@pytest.mark.parametrize(
    ("steps", "as_of", "rules", "then"),
    [
        ([handed()], "2023-05-06", "national", "待办"),
        ([handed()], "2023-05-07", "national", "未做"),
        ([handed(), {"step": "答复", "on": "2023-05-06", "result": "A"}], "2023-05-09", "national", "已完成"),
        ([handed(), {"step": "答复", "on": "2023-05-10", "result": "A"}], "2023-05-09", "national", "未做"),
        ([], "2024-06-30", "national", "待办"),
        ([], "2023-02-15", "重庆", "待办"),
        ([], "2023-02-16", "重庆", "未做"),
    ],
)
def test_a_suggestion_is_answered_in_time(steps: Any, as_of: str, rules: str, then: str, tmp_path: Path) -> None:
    assert state(township(tmp_path, suggestion(*steps)), MATTER, as_of, rules) == then


def test_who_is_waited_for_is_told_and_that_nobody_urged(tmp_path: Path) -> None:
    found = judged(township(tmp_path, suggestion(handed())), MATTER, "2023-05-09")
    assert "5-0-1水利站超期未答" in found["done"]
    assert "超期没有督办的1件" in found["done"]


def test_a_year_without_suggestions_owes_no_answers(tmp_path: Path) -> None:
    assert state(township(tmp_path, suggestion(day="2024-01-05")), MATTER) == "不适用"


def petition(**more: Any) -> dict[str, Any]:
    return {"kind": "petition", "received_on": "2023-03-01", "channel": "来信", "content": "路灯不亮"} | more


@pytest.mark.parametrize(
    ("more", "as_of", "then"),
    [
        ({}, "2023-03-16", "待办"),
        ({}, "2023-03-17", "未做"),
        ({"disposal": "转办", "transferred_on": "2023-03-16"}, "2023-04-30", "待办"),
        ({"disposal": "转办", "transferred_on": "2023-03-16"}, "2023-05-01", "未做"),
        ({"disposal": "转办", "transferred_on": "2023-03-16", "due": "2023-05-30"}, "2023-05-30", "待办"),
        ({"disposal": "转办", "resolved_on": "2023-04-30"}, "2023-05-01", "已完成"),
        ({"disposal": "转办", "resolved_on": "2023-05-02"}, "2023-05-01", "未做"),
        ({"disposal": "当场答复"}, "2024-06-30", "已完成"),
    ],
)
def test_a_petition_is_passed_on_and_done_with(more: Any, as_of: str, then: str, tmp_path: Path) -> None:
    assert state(township(tmp_path, petition(**more)), PETITIONS, as_of) == then


def promised(due: str, *more: dict[str, Any]) -> dict[str, Any]:
    reply = {"step": "答复", "on": "2023-04-01", "result": "B", "promise": "修好水渠", "promise_due": due}
    return suggestion(handed(), reply, *more)


@pytest.mark.parametrize(
    ("line", "as_of", "then"),
    [
        (promised("2023-09-30"), "2023-09-30", "待办"),
        (promised("2023-09-30"), "2023-10-01", "未做"),
        (promised("2023-09-30", {"step": "兑现", "on": "2023-09-20"}), "2023-12-31", "待办"),
        (promised("2023-09-30", {"step": "兑现", "on": "2023-09-20"}), "2024-01-01", "需确认"),
        (promised("2024-09-30"), "2023-12-31", "待办"),
    ],
)
def test_a_promise_is_kept_and_reported(line: Any, as_of: str, then: str, tmp_path: Path) -> None:
    assert state(township(tmp_path, line), "承诺事项的跟踪", as_of, "重庆") == then


def test_the_report_of_the_last_quarter_is_seen(tmp_path: Path) -> None:
    told = issued("承诺事项落实情况", "2023-10-01")
    assert state(township(tmp_path, promised("2024-09-30"), told), "承诺事项的跟踪", rules="重庆") == "已完成"


def test_the_handling_report_is_found_in_either_book(tmp_path: Path) -> None:
    item_ = "建议办理情况报告"
    assert state(township(tmp_path), item_) == "需确认"
    assert state(township(tmp_path, issued("代表建议办理情况的报告", "2023-12-31")), item_) == "已完成"


@pytest.mark.parametrize(
    ("day", "as_of", "then"),
    [("2023-02-12", "2023-06-30", "已完成"), ("2023-02-13", "2023-06-30", "需确认"), ("", "2023-02-12", "待办")],
)
def test_matters_are_handed_over_in_a_month(day: str, as_of: str, then: str, tmp_path: Path) -> None:
    after = [meeting("座谈会", day, title="建议交办会")] if day else []
    book = township(tmp_path, meeting("人代会", "2023-01-10", ended_on="2023-01-12"), *after)
    assert state(book, "建议交办会", as_of, "上海") == then


def plan(item: str, **more: Any) -> dict[str, Any]:
    return {"kind": "plan", "year": 2023, "title": item} | more


@pytest.mark.parametrize(
    ("line", "as_of", "then"),
    [
        ([], "2023-06-30", "需确认"),
        ([plan("代表活动经费", due="2023-09-30")], "2023-09-30", "待办"),
        ([plan("代表活动经费", due="2023-09-30")], "2023-10-01", "需确认"),
        ([plan("代表活动经费", done_on="2023-09-30")], "2023-09-30", "已完成"),
        ([plan("代表活动经费", done_on="2023-09-30")], "2023-09-29", "需确认"),
        ([plan("代表活动经费", done_on="2023-09-30") | {"year": 2022}], "2023-12-31", "需确认"),
    ],
)
def test_a_plan_of_that_title_is_a_tick(line: Any, as_of: str, then: str, tmp_path: Path) -> None:
    found = judged(township(tmp_path, *line), "代表活动经费", as_of)
    assert (found["state"], found["ticked"]) == (then, then == "已完成")


def test_a_tick_says_which_plan(tmp_path: Path) -> None:
    found = judged(township(tmp_path, plan("代表活动经费", done_on="2023-09-30")), "代表活动经费")
    assert found["done"] == "9月30日工作安排1"
    assert found["records"] == [{"kind": "plan", "id": 1}]


def test_a_half_year_each_has_its_tick(tmp_path: Path) -> None:
    name = "承办单位报告办理情况"
    book = township(tmp_path, plan(name, done_on="2023-06-20"))
    assert state(book, name, "2023-12-31", "上海") == "待办"
    assert state(book, name, "2024-01-01", "上海") == "需确认"
    book.keep(plan(name, done_on="2023-12-20", note="第二次"))
    assert state(book, name, "2024-01-01", "上海") == "已完成"


def test_a_tick_does_not_overrule_what_records_tell(tmp_path: Path) -> None:
    lines = [meeting("人代会", "2023-01-12", present=3), plan("会议的法定人数", done_on="2023-01-12")]
    assert state(township(tmp_path, *lines), "会议的法定人数") == "未做"


def test_a_tick_settles_what_records_leave_open(tmp_path: Path) -> None:
    lines = [meeting("人代会", "2023-01-12"), plan("会议的法定人数", done_on="2023-01-12")]
    found = judged(township(tmp_path, *lines), "会议的法定人数")
    assert (found["state"], found["ticked"]) == ("已完成", True)


def test_publishing_runs_from_the_approval(tmp_path: Path) -> None:
    approved = meeting("人代会", "2023-01-12", items=[item("决议", "关于预算的决议", **{"for": 6})])
    book = township(tmp_path, approved)
    name = "预算、决算公开"
    assert judged(book, name, "2023-02-01", "浙江")["due"].isoformat() == "2023-02-01"
    assert state(book, name, "2023-02-02", "浙江") == "需确认"
    book.keep(plan(name, done_on="2023-01-30"))
    assert state(book, name, "2023-02-02", "浙江") == "已完成"


def test_before_the_ledger_begins_nothing_is_missing(tmp_path: Path) -> None:
    found = entries(township(tmp_path), "2024-06-30", year=2021)
    assert "未做" not in {each.judged.state for each in found.values()}
    assert "台账从12月20日开始" in found["执法检查"].judged.told


@pytest.mark.parametrize(
    ("lines", "year", "told"),
    [
        ([], 2023, "还没有届"),
        ([{"kind": "term", "number": 5, "began_on": "2021-12-20"}], 2020, "最早的一届从2021-12-20开始"),
        ([{"kind": "term", "number": 5, "began_on": "2016-12-20", "ended_on": "2021-12-19"}], 2022, "以前结束"),
        ([{"kind": "term", "number": 5, "began_on": "2021-12-20"}], 2026, "2026年还没有到"),
    ],
)
def test_a_year_that_the_ledger_does_not_have_is_told(lines: Any, year: int, told: str, tmp_path: Path) -> None:
    book = Book(tmp_path).keep(*lines) if lines else Book(tmp_path)
    with book.opened() as ledger, pytest.raises(NotFoundError, match=told):
        agenda(ledger, year, ledger.today)
