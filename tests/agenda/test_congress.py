"""The congress in the statutory year, on its borderlines (law.md section 6)."""

from pathlib import Path
from typing import Any

import pytest
from judging import issued, item, judged, meeting, state, township


@pytest.mark.parametrize(("present", "then"), [(6, "已完成"), (4, "已完成"), (3, "未做"), (None, "需确认")])
def test_quorum_is_two_thirds_of_those_in_office(present: int | None, then: str, tmp_path: Path) -> None:
    book = township(tmp_path, meeting("人代会", "2023-01-12", present=present))
    assert state(book, "会议的法定人数") == then


def test_quorum_is_read_from_the_register_where_no_number_is_stated(tmp_path: Path) -> None:
    register = [{"deputy": name, "status": status} for name, status in (("张三", "出席"), ("李四", "请假"))]
    book = township(tmp_path, meeting("人代会", "2023-01-12", attendance=register))
    found = judged(book, "会议的法定人数")
    assert found["state"] == "未做"
    assert "到1名，不足代表6名的三分之二" in found["done"]
    assert found["records"] == [{"kind": "meeting", "id": 1}]


def test_the_quorum_of_a_day_counts_those_in_office_that_day(tmp_path: Path) -> None:
    left = {"kind": "deputy", "name": "吴九", "constituency": "第七选区", "ended_on": "2023-03-01"}
    lines = [left | {"end_reason": "辞职"}, meeting("人代会", "2023-03-01", present=4)]
    assert state(township(tmp_path, *lines), "会议的法定人数") == "未做"


@pytest.mark.parametrize(("votes", "then"), [(4, "已完成"), (3, "未做"), (None, "需确认")])
def test_a_majority_is_more_than_half_of_all(votes: int | None, then: str, tmp_path: Path) -> None:
    resolved = item("决议", "关于预算的决议", **{"for": votes} if votes else {})
    book = township(tmp_path, meeting("人代会", "2023-01-12", present=6, items=[resolved]))
    assert state(book, "决议和选举的票数") == then


def test_what_fell_needs_no_majority(tmp_path: Path) -> None:
    fallen = item("决议", "关于修路的决议", **{"for": 2}, outcome="未通过")
    book = township(tmp_path, meeting("人代会", "2023-01-12", present=6, items=[fallen]))
    assert state(book, "决议和选举的票数") == "不适用"


NOTICE = "关于召开镇第五届人民代表大会第一次会议的通知"


@pytest.mark.parametrize(
    ("title", "day", "rules", "then"),
    [
        (NOTICE, "2023-01-12", "national", "已完成"),
        (NOTICE, "2023-01-02", "重庆", "已完成"),
        (NOTICE, "2023-01-03", "重庆", "需确认"),
        (NOTICE, "2023-01-05", "浙江", "已完成"),
        (NOTICE, "2023-01-06", "浙江", "需确认"),
        (NOTICE, "2022-12-30", "重庆", "已完成"),
        ("关于召开镇人民代表大会主席团第八次会议的通知", "2022-12-30", "重庆", "需确认"),
        ("关于举办培训的通知", "2022-12-30", "重庆", "需确认"),
    ],
)
def test_a_notice_goes_out_so_many_days_before(title: str, day: str, rules: str, then: str, tmp_path: Path) -> None:
    book = township(tmp_path, meeting("人代会", "2023-01-12"), issued(title, day))
    assert state(book, "会议日期的公布", rules=rules) == then


def test_a_notice_that_came_late_is_told(tmp_path: Path) -> None:
    book = township(tmp_path, meeting("人代会", "2023-01-12"), issued(NOTICE, "2023-01-03"))
    assert "通知在1月3日，晚于1月2日" in judged(book, "会议日期的公布", rules="重庆")["done"]


def test_a_notice_serves_one_congress(tmp_path: Path) -> None:
    lines = [meeting("人代会", "2023-01-12"), meeting("人代会", "2023-02-20"), issued(NOTICE, "2023-01-01")]
    found = judged(township(tmp_path, *lines), "会议日期的公布", rules="重庆")
    assert (found["state"], found["count"], found["wanted"]) == ("需确认", 1, 2)


@pytest.mark.parametrize(
    ("days", "as_of", "rules", "then"),
    [
        ([], "2023-12-31", "national", ("待办", "2023-12-31")),
        ([], "2024-01-01", "national", ("未做", "2023-12-31")),
        (["2023-01-12"], "2023-12-31", "national", ("待办", "2023-12-31")),
        (["2023-01-12"], "2024-01-01", "national", ("已完成", "None")),
        (["2023-01-12"], "2024-01-01", "浙江", ("未做", "2023-12-31")),
        ([], "2023-03-31", "北京", ("待办", "2023-03-31")),
        ([], "2023-04-01", "北京", ("未做", "2023-03-31")),
        (["2023-03-31"], "2023-06-30", "北京", ("待办", "2023-12-31")),
        (["2023-07-01"], "2023-12-31", "北京", ("未做", "2023-03-31")),
        (["2023-03-31", "2023-07-01"], "2023-12-31", "北京", ("已完成", "None")),
        (["2023-04-02", "2023-07-01"], "2023-12-31", "北京", ("已完成", "None")),
    ],
)
def test_how_often_it_meets(days: list[str], as_of: str, rules: str, then: Any, tmp_path: Path) -> None:
    book = township(tmp_path, *(meeting("人代会", day) for day in days))
    found = judged(book, "人民代表大会会议", as_of, rules)
    assert (found["state"], str(found["due"])) == then


def test_what_came_after_its_day_says_so(tmp_path: Path) -> None:
    book = township(tmp_path, meeting("人代会", "2023-04-02"), meeting("人代会", "2023-07-01"))
    assert "晚于3月31日" in judged(book, "人民代表大会会议", rules="北京")["done"]


def test_nothing_later_than_the_day_of_asking_counts(tmp_path: Path) -> None:
    book = township(tmp_path, meeting("人代会", "2023-05-02", present=2))
    assert state(book, "人民代表大会会议", "2023-05-01") == "待办"
    assert state(book, "会议的法定人数", "2023-05-01") == "不适用"
    assert state(book, "会议的法定人数", "2023-05-02") == "未做"


def test_a_report_is_heard_by_its_title_else_the_clerk_is_asked(tmp_path: Path) -> None:
    book = township(tmp_path, meeting("人代会", "2023-01-12", items=[item("听取报告", "镇政府工作报告")]))
    assert state(book, "听取政府工作报告") == "已完成"
    assert state(book, "听取主席团工作报告", "2023-12-31") == "待办"
    assert state(book, "听取主席团工作报告", "2024-01-01") == "需确认"


def test_without_a_congress_its_reports_were_not_heard(tmp_path: Path) -> None:
    assert state(township(tmp_path), "听取政府工作报告", "2024-01-01") == "未做"


def test_budget_and_accounts_are_two(tmp_path: Path) -> None:
    book = township(tmp_path, meeting("人代会", "2023-01-12", items=[item("审议", "预算草案的报告")]))
    found = judged(book, "审查预算和预算执行情况", "2023-07-01")
    assert (found["state"], found["count"], found["wanted"]) == ("待办", 1, 2)
    assert "还差决算" in found["done"]


@pytest.mark.parametrize(
    ("began", "title", "as_of", "then"),
    [
        ("2022-02-20", "设立代表资格审查委员会", "2022-06-30", "已完成"),
        ("2022-02-20", "会议议程", "2022-06-30", "需确认"),
        ("2022-02-21", "设立代表资格审查委员会", "2022-06-30", "需确认"),
        ("", "", "2022-02-20", "待办"),
        ("", "", "2022-02-21", "需确认"),
    ],
)
def test_a_new_term_meets_within_two_months(began: str, title: str, as_of: str, then: str, tmp_path: Path) -> None:
    held = [meeting("人代会", began, session=1, items=[item("决定", title)])] if began else []
    book = township(tmp_path, *held)
    assert state(book, "换届后的第一次会议", as_of, year=2021) == then
    assert state(book, "换届后的第一次会议", as_of, year=2022) == "不适用"


def test_an_oath_follows_an_election(tmp_path: Path) -> None:
    elected = item("选举", "选举副镇长", elected=["吴九"], **{"for": 6})
    held = meeting("人代会", "2023-01-12", items=[elected])
    assert state(township(tmp_path, held), "宪法宣誓", rules="重庆") == "需确认"


def test_an_oath_is_found_on_the_agenda_or_in_an_activity(tmp_path: Path) -> None:
    elected = item("选举", "选举副镇长", elected=["吴九"], **{"for": 6})
    sworn = {"kind": "activity", "type": "其他", "held_on": "2023-01-12", "theme": "宪法宣誓仪式"}
    book = township(tmp_path, meeting("人代会", "2023-01-12", items=[elected]), sworn)
    assert state(book, "宪法宣誓", rules="重庆") == "已完成"
