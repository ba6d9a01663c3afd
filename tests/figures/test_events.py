"""Figures of meetings, duty reports, visits and activities, and how a rate is printed (contract section 3)."""

from pathlib import Path
from typing import Any

import pytest
from keeping import Book

from rencli.figures.base import Figure, Rate

PEOPLE = [
    {"kind": "term", "number": 5, "began_on": "2021-12-20"},
    *({"kind": "deputy", "name": name} for name in ("张三", "李四", "王五")),
]


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path).keep(*PEOPLE)


def meeting(**more: Any) -> dict[str, Any]:
    return {"kind": "meeting", "type": "座谈会", "began_on": "2024-03-01", **more}


def visit(**more: Any) -> dict[str, Any]:
    return {"kind": "visit", "held_on": "2024-03-01", "type": "接待选民", **more}


@pytest.mark.parametrize(
    ("numerator", "denominator", "printed"),
    [
        (12, 13, "92.3%"),
        (57, 60, "95.0%"),
        (0, 12, "0.0%"),
        (12, 12, "100%"),
        (1999, 2000, "100.0%"),  # halves up; only N/N prints "100%"
        (1998, 2000, "99.9%"),
        (9994, 10000, "99.9%"),
        (1, 2000, "0.1%"),  # 0.05 goes up
        (1, 2001, "0.0%"),
        (1, 3, "33.3%"),
        (2, 3, "66.7%"),
        (1, 8, "12.5%"),
        (1, 16, "6.3%"),  # 6.25
        (25, 20, "125.0%"),
        (10**30 - 1, 10**30, "100.0%"),
    ],
)
def test_a_rate_prints_one_decimal_halves_up_in_whole_numbers(numerator: int, denominator: int, printed: str) -> None:
    assert str(Rate(numerator, denominator)) == printed


def test_a_rate_without_a_denominator_is_null_never_zero(book: Book) -> None:
    found = book.figures(year="2024")
    assert found["suggestion.reply_rate"] is found["meeting.attendance_rate"] is None
    assert Figure("a", "b", "%", None, "").dump()["value"] is None
    rate = Figure("a", "b", "%", Rate(0, 12), "").dump()
    assert (rate["value"], rate["numerator"], rate["denominator"]) == ("0.0%", 0, 12)


def test_a_sum_to_which_no_record_gives_a_value_is_zero(book: Book) -> None:
    book.keep(visit())
    assert book.figure("visit.voters", year="2024") == 0
    assert book.behind("visit.voters", year="2024") == []


def test_events_count_by_their_first_day(book: Book) -> None:
    over = {"kind": "activity", "type": "视察", "theme": "水", "held_on": "2023-12-31", "ended_on": "2024-01-02"}
    book.keep(over, meeting(began_on="2023-12-30", ended_on="2024-01-01"))
    assert [book.figure("activity.total", year=year) for year in ("2023", "2024")] == [1, 0]
    assert [book.figure("meeting.by_type.座谈会.count", year=year) for year in ("2023", "2024")] == [1, 0]


def test_attendance_takes_the_numbers_of_meetings_that_state_both_else_their_register(book: Book) -> None:
    register = [
        {"deputy": "张三", "status": "出席"},
        {"deputy": "李四", "status": "请假"},
        {"deputy": "王五", "status": "缺席"},
    ]
    book.keep(
        meeting(expected=10, present=9),
        meeting(expected=10, present=8, attendance=register),  # the numbers stand before the register
        meeting(expected=10, attendance=register),  # only one number: the register
        meeting(attendance=register),
        meeting(expected=10),  # one number, no register: not counted
        meeting(),
    )
    assert book.figure("meeting.attendance_rate", year="2024") == (9 + 8 + 1 + 1, 10 + 10 + 3 + 3)
    assert book.behind("meeting.attendance_rate", year="2024") == [1, 2, 3, 4]


def test_items_of_all_meetings_are_counted_by_their_type(book: Book) -> None:
    items = [{"type": word, "title": "一项"} for word in ("听取报告", "决议", "决定", "表决", "票决", "审议", "测评")]
    elected = [
        {"type": "选举", "title": "选举", "elected": "张三、李四"},
        {"type": "选举", "title": "选举"},
        {"type": "表决", "title": "通过名单", "elected": ["王五"]},
    ]
    book.keep(meeting(items=items), meeting(items=elected))
    names = ("reports_heard", "resolutions", "votes", "elected")
    assert [book.figure(f"meeting.{name}", year="2024") for name in names] == [1, 2, 3, 2]
    assert book.behind("meeting.votes", year="2024") == [1, 2]


def test_a_list_of_deputies_or_only_their_number(book: Book) -> None:
    """`deputy_count` stands in for `deputies`."""
    both = visit(deputies=["张三", "李四"], deputy_count=2)
    book.keep(visit(deputies=["张三", "李四"]), both, visit(deputy_count=7), visit(), visit(deputy_count=0))
    assert book.figure("visit.deputy_times", year="2024") == 2 + 2 + 7
    assert book.behind("visit.deputy_times", year="2024") == [1, 2, 3]
    assert list(book.faults(visit(deputies=["张三"], deputy_count=2))) == [1]


def test_visits_without_a_station_are_in_no_station(book: Book) -> None:
    book.keep({"kind": "station", "name": "东站", "type": "联络站"}, visit(station="东站", voters=3), visit(voters=4))
    found = book.figures(year="2024")
    assert (found["visit.voters"], found["visit.by_station.东站.voters"]) == (7, 3)
    assert len([key for key in found if key.startswith("visit.by_station.")]) == 3


def test_duty_reports_count_each_reporter_each_time_at_the_level_reported(book: Book) -> None:
    line = {"name": "张三", "satisfied": 8, "mostly_satisfied": 1, "dissatisfied": 1}
    report = {"kind": "duty_report", "held_on": "2024-03-01"}
    book.keep(
        report | {"deputies": [line, {"name": "李四", "level": "县"}], "audience": 30},
        report | {"deputies": [{"name": "张三", "satisfied": 5}]},
        report,
    )
    found = book.figures(year="2024")
    assert [found[f"duty_report.{name}"] for name in ("events", "deputies", "audience")] == [3, 3, 30]
    assert [found[f"duty_report.by_level.{level}"] for level in ("乡镇", "县", "市")] == [2, 1, 0]
    assert found["duty_report.satisfaction_rate"] == (13, 15)


def test_a_new_word_of_activity_counts_like_the_declared_ones(book: Book) -> None:
    activity = {"kind": "activity", "held_on": "2024-03-01", "theme": "进村", "amount": 0.1}
    book.keep(activity | {"type": "代表进万家"}, activity | {"type": "代表进万家", "amount": 0.2, "deputy_count": 3})
    found = book.figures(year="2024")
    assert found["activity.by_type.代表进万家.count"] == 2
    assert found["activity.by_type.代表进万家.amount"] == 0.3
    assert found["activity.by_type.代表进万家.deputy_times"] == 3
    assert found["activity.by_type.视察.count"] == 0
