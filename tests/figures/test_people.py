"""Figures of deputies, groups and stations (contract section 3), sentence by sentence."""

from pathlib import Path
from typing import Any

import pytest
from keeping import Book

TERMS = [
    {"kind": "term", "number": 4, "began_on": "2016-12-20", "seats": 50},
    {"kind": "term", "number": 5, "began_on": "2021-12-20", "seats": 60},
]


def deputy(name: str, **more: Any) -> dict[str, Any]:
    return {"kind": "deputy", "name": name, **more}


def mandate(name: str, **more: Any) -> dict[str, Any]:
    return {"kind": "mandate", "deputy": name, **more}


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path).keep(*TERMS)


def total(book: Book, day: str, name: str = "total") -> Any:
    return book.figure(f"deputy.{name}", from_="2016-01-01", to=day)


def test_in_office_from_the_first_to_the_last_day_both_included(book: Book) -> None:
    book.keep(deputy("张三", began_on="2022-03-01", ended_on="2023-03-01", end_reason="辞职"))
    days = ("2022-02-28", "2022-03-01", "2023-03-01", "2023-03-02")
    assert [total(book, each) for each in days] == [0, 1, 1, 0]


def test_it_is_the_last_day_of_the_period_that_counts(book: Book) -> None:
    book.keep(
        deputy("张三", ended_on="2023-06-30", end_reason="死亡"), deputy("李四", began_on="2023-07-01", how="补选")
    )
    assert book.figure("deputy.total", half="2023H1") == 1
    assert book.figure("deputy.total", year="2023") == 1
    assert book.behind("deputy.total", year="2023") == [2]


def test_a_township_seat_ends_with_its_term(book: Book) -> None:
    """Its `ended_on`, else the day before the next term."""
    book.keep(deputy("张三", term=4))
    assert [total(book, each) for each in ("2016-12-19", "2016-12-20", "2021-12-19", "2021-12-20")] == [0, 1, 1, 0]


def test_a_township_seat_ends_where_its_term_was_ended(tmp_path: Path) -> None:
    book = Book(tmp_path).keep(TERMS[0] | {"ended_on": "2021-11-30"}, TERMS[1], deputy("张三", term=4))
    assert [total(book, each) for each in ("2021-11-30", "2021-12-01")] == [1, 0]


def test_a_county_seat_does_not_end_with_a_township_term(book: Book) -> None:
    book.keep(deputy("张三", level="县", began_on="2017-01-01"), deputy("李四", level="县"))
    assert [total(book, each) for each in ("2016-12-31", "2020-01-01", "2024-01-01")] == [1, 2, 2]


def test_a_suspension_does_not_end_a_seat(book: Book) -> None:
    book.keep(deputy("张三", suspended_on="2022-05-01"))
    assert total(book, "2023-01-01") == 1


def test_a_person_counts_once_and_once_at_each_level_and_group(book: Book) -> None:
    groups = [{"kind": "group", "name": name} for name in ("甲组", "乙组")]
    seats = [mandate("张三", level="县", group="乙组"), mandate("张三", level="县", group="甲组")]
    book.keep(*groups, deputy("张三", group="甲组", gender="女", party="中共党员"), *seats)
    found = book.figures(year="2024")
    assert found["deputy.total"] == found["deputy.by_gender.女"] == found["deputy.by_party.中共党员"] == 1
    assert found["deputy.by_level.乡镇"] == found["deputy.by_level.县"] == 1
    assert found["deputy.by_group.甲组"] == found["deputy.by_group.乙组"] == 1
    assert found["deputy.by_level.市"] == found["deputy.by_gender.男"] == 0


def test_one_who_was_elected_again_counts_in_both_terms(book: Book) -> None:
    book.keep(deputy("张三", term=4), mandate("张三", term=5))
    assert [total(book, each) for each in ("2021-12-19", "2021-12-20")] == [1, 1]


def test_the_presidium_is_that_of_seats_held(book: Book) -> None:
    book.keep(deputy("张三", term=4, presidium=True), mandate("张三", term=5))
    assert [total(book, each, "presidium") for each in ("2021-12-19", "2021-12-20")] == [1, 0]


def test_seats_are_those_of_the_term_in_force_else_nothing(tmp_path: Path) -> None:
    book = Book(tmp_path).keep(TERMS[0] | {"ended_on": "2021-11-30"}, TERMS[1])
    days = ("2016-12-19", "2016-12-20", "2021-11-30", "2021-12-01", "2021-12-20")
    assert [total(book, each, "seats") for each in days] == [None, 50, 50, None, 60]


def test_by_elections_and_leavings_of_the_period(book: Book) -> None:
    """A reason other than 任期届满; people, not seats; a seat without a first day began with its term."""
    book.keep(
        deputy("张三", how="补选", began_on="2023-01-01"),
        mandate("张三", level="县", how="补选", began_on="2023-05-01"),
        deputy("李四", how="换届选举", ended_on="2023-12-31", end_reason="迁出调离"),
        deputy("王五", term=4, ended_on="2021-12-19", end_reason="任期届满"),
        deputy("赵六", how="补选"),
        deputy("钱七", level="县", ended_on="2023-01-01"),
    )
    assert [book.figure(f"deputy.{name}", year="2023") for name in ("by_election", "left")] == [1, 2]
    assert [book.figure(f"deputy.{name}", year="2021") for name in ("by_election", "left")] == [1, 0]


def test_groups_have_no_dates_and_stations_count_from_their_opening(book: Book) -> None:
    """A station without a day counts always."""
    station = {"kind": "station", "type": "联络站"}
    book.keep(
        {"kind": "group", "name": "甲组", "type": "小组"},
        {"kind": "group", "name": "乙组"},
        station | {"name": "东站", "opened_on": "2023-12-31", "funds": 0.1},
        station | {"name": "西站", "funds": 0.2},
        station | {"name": "南站", "opened_on": "2024-01-01", "funds": 1},
    )
    found = book.figures(year="2023")
    assert (found["group.total"], found["group.by_type.小组"], found["group.by_type.大组"]) == (2, 1, 0)
    assert (found["station.total"], found["station.by_type.联络站"], found["station.funds"]) == (2, 2, 0.3)


def test_coverage_is_of_township_deputies_since_the_term_in_force_began(book: Book) -> None:
    """Who reported as such, by the period's last day, of township deputies in office."""
    report = {"kind": "duty_report", "held_on": "2021-12-20"}
    book.keep(
        deputy("张三"),
        deputy("李四", term=4),
        mandate("李四", term=5),
        deputy("王五"),
        deputy("赵六", ended_on="2022-01-01", end_reason="辞职"),
        deputy("钱七", level="县"),
        mandate("王五", level="县"),
        report | {"deputies": [{"name": "张三"}, {"name": "赵六"}]},
        report | {"held_on": "2021-12-19", "deputies": [{"name": "李四"}]},  # in the term before
        report | {"deputies": [{"name": "王五", "level": "县"}, {"name": "钱七", "level": "县"}]},
        report | {"held_on": "2024-01-01", "deputies": [{"name": "李四"}, {"name": "张三"}]},
    )
    assert book.figure("duty_report.coverage_rate", year="2023") == (1, 3)
    assert book.figure("duty_report.coverage_rate", year="2024") == (2, 3)
    assert book.figure("duty_report.coverage_rate", year="2016") == (0, 1)
    assert book.figure("duty_report.coverage_rate", year="2015") is None
    assert book.behind("duty_report.coverage_rate", year="2023") == [1, 2, 3]
