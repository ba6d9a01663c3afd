"""What is owed to each deputy or group in the statutory year, on its borderlines."""

from pathlib import Path
from typing import Any

import pytest
from judging import NAMES, activity, issued, item, judged, meeting, near, state, township

GROUPS = [{"kind": "group", "name": name} for name in ("甲组", "乙组")]


def visit(day: str, *names: str, type: str = "接待选民") -> dict[str, Any]:
    return {"kind": "visit", "type": type, "held_on": day, "deputies": list(names)}


def test_the_office_has_contact_at_all(tmp_path: Path) -> None:
    assert state(township(tmp_path, visit("2023-12-31")), "组织代表联系群众") == "已完成"


def test_contact_of_another_year_or_sort_does_not_count(tmp_path: Path) -> None:
    lines = [visit("2022-12-31"), visit("2024-01-01"), visit("2023-05-01", type="走访代表")]
    book = township(tmp_path, *lines)
    assert state(book, "组织代表联系群众") == "未做"
    assert state(book, "主席、副主席联系代表") == "已完成"


def test_each_deputy_receives_voters_twice(tmp_path: Path) -> None:
    lines = [visit("2023-05-15", *NAMES), visit("2023-08-15", *NAMES[:5])]
    book = township(tmp_path, *lines)
    found = judged(book, "组织代表联系群众", rules="上海")
    assert (found["state"], found["count"], found["wanted"]) == ("未做", 5, 6)
    assert "缺周八" in found["done"]
    book.keep(visit("2023-12-31", "周八"))
    assert state(book, "组织代表联系群众", rules="上海") == "已完成"


def test_where_a_visit_names_nobody_the_clerk_is_asked(tmp_path: Path) -> None:
    lines = [visit("2023-05-15", *NAMES), visit("2023-08-15", *NAMES[:5]), visit("2023-09-15") | {"deputy_count": 3}]
    found = judged(township(tmp_path, *lines), "组织代表联系群众", rules="上海")
    assert found["state"] == "需确认"
    assert "1次没有写代表姓名" in found["done"]


@pytest.mark.parametrize(
    ("days", "as_of", "rules", "then"),
    [
        (["03-31", "06-30", "09-30", "12-31"], "2024-01-01", "重庆", ("已完成", 8, 8)),
        (["03-31", "07-01", "09-30", "12-31"], "2024-01-01", "重庆", ("未做", 6, 8)),
        (["03-31"], "2023-06-30", "重庆", ("待办", 2, 8)),
        (["01-31", "02-28", "03-31", "04-30"], "2024-01-01", "山东", ("已完成", 8, 8)),
        (["01-31", "02-28", "03-31"], "2024-01-01", "山东", ("未做", 6, 8)),
        (["01-31"], "2024-01-01", "national", ("已完成", 2, 2)),
    ],
)
def test_each_group_so_often(days: list[str], as_of: str, rules: str, then: Any, tmp_path: Path) -> None:
    held = [activity("小组活动", f"2023-{day}", group=group["name"]) for day in days for group in GROUPS]
    found = judged(township(tmp_path, *GROUPS, *held), "代表小组活动", as_of, rules)
    assert (found["state"], found["count"], found["wanted"]) == then


def test_what_a_large_group_does_counts_for_the_groups_in_it(tmp_path: Path) -> None:
    above = {"kind": "group", "name": "大组"}
    below = [each | {"parent": "大组"} for each in GROUPS]
    book = township(tmp_path, above, *below, activity("小组活动", "2023-05-01", group="大组"))
    found = judged(book, "代表小组活动")
    assert (found["state"], found["wanted"]) == ("已完成", 2)


def test_an_activity_of_no_named_group_is_asked_about(tmp_path: Path) -> None:
    book = township(
        tmp_path, *GROUPS, activity("小组活动", "2023-05-01", group="甲组"), activity("小组活动", "2023-06-01")
    )
    assert state(book, "代表小组活动") == "需确认"
    assert state(book, "代表小组活动", "2023-12-31") == "待办"


def test_training_within_the_term_is_told_until_the_term_ends(tmp_path: Path) -> None:
    book = township(tmp_path, activity("学习培训", "2023-05-01", deputies=list(NAMES[:4])))
    found = judged(book, "代表学习培训")
    assert found["state"] == "已完成"
    assert "本届6名中4名参加过" in found["done"]


def test_in_the_year_in_which_the_term_ends_everybody_has_been_trained(tmp_path: Path) -> None:
    following = {"kind": "term", "number": 6, "began_on": "2023-12-01"}
    book = township(tmp_path, activity("学习培训", "2023-05-01", deputies=list(NAMES[:4])), following)
    found = judged(book, "代表学习培训", "2023-11-30")
    assert (found["state"], str(found["due"]), found["count"]) == ("待办", "2023-11-30", 5)
    assert "还差孙七、周八" in found["done"]
    assert state(book, "代表学习培训", "2023-12-01") == "未做"


def test_who_reported_in_the_term_is_told(tmp_path: Path) -> None:
    reports = [{"kind": "duty_report", "held_on": day, "deputies": [{"name": name}]}
               for day, name in (("2022-05-01", "张三"), ("2023-05-01", "李四"))]  # fmt: skip
    assert "本届6名中2名述过职" in judged(township(tmp_path, *reports), "代表述职")["done"]


def test_a_record_of_duty_is_a_name_in_any_book(tmp_path: Path) -> None:
    register = [{"deputy": "张三", "status": "出席"}, {"deputy": "周八", "status": "缺席"}]
    lines = [
        meeting("人代会", "2023-01-12", attendance=register),
        visit("2023-02-01", "李四"),
        activity("视察", "2023-03-01", deputies=["王五"]),
        {"kind": "merit", "happened_on": "2023-04-01", "deputy": "赵六", "title": "带头修渠"},
        {"kind": "suggestion", "title": "修路", "submitted_on": "2023-05-01", "proposer": "孙七"},
    ]
    found = judged(township(tmp_path, *lines), "代表履职档案")
    assert (found["count"], found["wanted"]) == (5, 6)
    assert "缺周八" in found["done"]


def test_certificates_of_all_unless_nobody_s_is_kept(tmp_path: Path) -> None:
    assert state(township(tmp_path), "代表证") == "需确认"


def test_a_certificate_is_missing(tmp_path: Path) -> None:
    one = {"kind": "deputy", "name": "吴九", "constituency": "第七选区", "certificate_no": "7"}
    found = judged(township(tmp_path, one), "代表证")
    assert (found["state"], found["count"], found["wanted"]) == ("未做", 1, 7)


def test_a_vacancy_has_no_day(tmp_path: Path) -> None:
    gone = {"kind": "term", "number": 6, "began_on": "2024-01-01", "seats": 9}
    book = township(tmp_path, gone)
    assert judged(book, "缺额和补选")["done"] == "名额6，在任6"
    found = judged(book, "缺额和补选", "2024-06-30", year=2024)
    assert (found["state"], found["due"]) == ("待办", None)


LEFT = {"kind": "deputy", "name": "吴九", "constituency": "第七选区", "ended_on": "2023-03-01", "end_reason": "辞职"}


@pytest.mark.parametrize(
    ("lines", "then"),
    [
        ([], "需确认"),
        ([issued("镇人大公告", "2023-02-28")], "需确认"),
        ([issued("镇人大公告", "2023-03-01")], "已完成"),
        ([meeting("人代会", "2024-01-12", items=[item("审议", "代表资格变动的报告")])], "已完成"),
    ],
)
def test_an_end_is_announced(lines: Any, then: str, tmp_path: Path) -> None:
    assert state(township(tmp_path, LEFT, *lines), "代表资格终止的公告") == then


def test_the_second_absence_is_told(tmp_path: Path) -> None:
    absent = [{"deputy": "张三", "status": "缺席"}]
    held = [meeting("人代会", day, attendance=absent) for day in ("2022-03-01", "2023-04-01")]
    found = judged(township(tmp_path, *held), "代表资格终止的公告")
    assert found["state"] == "需确认"
    assert "张三缺席2次" in found["done"]
    assert state(township(tmp_path / "..", *held), "代表资格终止的公告", year=2022) == "不适用"


def test_a_suspension_is_reported(tmp_path: Path) -> None:
    paused = {"kind": "deputy", "name": "吴九", "constituency": "第七选区", "suspended_on": "2023-03-01"}
    told = meeting("人代会", "2023-07-01", items=[item("听取报告", "暂停代表执行职务的报告")])
    assert state(township(tmp_path, paused, told), "暂停执行职务的报告") == "已完成"
    assert state(township(tmp_path, paused), "暂停执行职务的报告") == "需确认"


def test_a_greeting_tells_what_is_missing_and_what_is_due_this_week(tmp_path: Path) -> None:
    book = township(tmp_path, *GROUPS)
    assert near(book, "2023-12-23") == []
    assert "执法检查" in near(book, "2023-12-24")
    assert near(book, "2019-12-24") == []
