"""Periods and the day of asking (contract section 3 and 4)."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from keeping import Book

from rencli.errors import InvalidInputError, NotFoundError
from rencli.figures.period import Period, period

TERMS = [
    {"kind": "term", "number": 4, "began_on": "2016-12-20"},
    {"kind": "term", "number": 5, "began_on": "2021-12-20"},
]


def congress(session: int, began_on: str, **more: Any) -> dict[str, Any]:
    return {"kind": "meeting", "type": "人代会", "term": 5, "session": session, "began_on": began_on, **more}


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path).keep(*TERMS, congress(1, "2021-12-25"), congress(2, "2023-01-15"), congress(3, "2024-01-20"))


def asked(book: Book, **options: str | None) -> Period:
    with book.opened() as ledger:
        return period(ledger, {name.rstrip("_"): value for name, value in options.items()})


def days(found: Period) -> tuple[str, str, str]:
    return str(found.first), str(found.last), str(found.as_of)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, ("2024-01-01", "2024-12-31", "2024-07-01")),  # no period means this year
        ({"year": "2023"}, ("2023-01-01", "2023-12-31", "2023-12-31")),
        ({"year": "2025"}, ("2025-01-01", "2025-12-31", "2024-07-01")),
        ({"half": "2024H1"}, ("2024-01-01", "2024-06-30", "2024-06-30")),
        ({"half": "2024H2"}, ("2024-07-01", "2024-12-31", "2024-07-01")),
        ({"quarter": "2024Q1"}, ("2024-01-01", "2024-03-31", "2024-03-31")),
        ({"quarter": "2023Q2"}, ("2023-04-01", "2023-06-30", "2023-06-30")),
        ({"quarter": "2023Q4"}, ("2023-10-01", "2023-12-31", "2023-12-31")),
        ({"from_": "2024-02-29", "to": "2024-02-29"}, ("2024-02-29", "2024-02-29", "2024-02-29")),
        ({"term": "4"}, ("2016-12-20", "2021-12-19", "2021-12-19")),  # ends before the next term
        ({"term": "第五届"}, ("2021-12-20", "2024-07-01", "2024-07-01")),  # an open one ends today
        ({"session": "5-1"}, ("2021-12-25", "2023-01-14", "2023-01-14")),  # to the day before the next
        ({"session": "5-3"}, ("2024-01-20", "2024-07-01", "2024-07-01")),  # else, in an open term, to today
        ({"year": "2023", "as_of": "2024-03-01"}, ("2023-01-01", "2023-12-31", "2024-03-01")),
        ({"year": "2023", "as_of": "昨天"}, ("2023-01-01", "2023-12-31", "2024-06-30")),
    ],
)
def test_the_days_of_a_period(book: Book, options: dict[str, str], expected: tuple[str, str, str]) -> None:
    assert days(asked(book, **options)) == expected


def test_the_last_session_of_a_closed_term_runs_to_its_end(tmp_path: Path) -> None:
    book = Book(tmp_path).keep(TERMS[0], TERMS[1] | {"ended_on": "2024-05-31"}, congress(2, "2024-01-10"))
    assert days(asked(book, session="5-2"))[:2] == ("2024-01-10", "2024-05-31")


def test_the_next_session_is_the_next_congress_whatever_its_number(tmp_path: Path) -> None:
    book = Book(tmp_path).keep(*TERMS, congress(1, "2022-01-10"), congress(3, "2023-01-10"))
    assert days(asked(book, session="5-1"))[:2] == ("2022-01-10", "2023-01-09")


@pytest.mark.parametrize(
    "options",
    [
        {"year": "2024", "half": "2024H1"},
        {"year": "2024", "from_": "2024-01-01", "to": "2024-02-01"},
        {"term": "5", "session": "5-3"},
        {"from_": "2024-01-01"},
        {"to": "2024-01-01"},
        {"from_": "2024-02-01", "to": "2024-01-01"},
        {"year": "24"},
        {"year": "0000"},
        {"half": "2024H3"},
        {"quarter": "2024Q5"},
        {"quarter": "2024Q0"},
        {"session": "3"},
        {"term": "甲"},
        {"year": "2024", "as_of": "2024-02-30"},
    ],
)
def test_two_periods_and_unreadable_ones_are_refused(book: Book, options: dict[str, str]) -> None:
    with pytest.raises(InvalidInputError):
        asked(book, **options)


def test_an_unknown_term_is_not_found(book: Book) -> None:
    with pytest.raises(NotFoundError):
        asked(book, term="6")


def test_a_session_counts_its_suggestions_by_their_session_and_events_by_date(book: Book) -> None:
    early = {"kind": "suggestion", "title": "甲", "submitted_on": "2023-01-05", "term": 5, "session": 2}
    between = {"kind": "suggestion", "title": "乙", "submitted_on": "2023-03-05"}
    visits = [
        {"kind": "visit", "type": "接待选民", "held_on": each} for each in ("2023-01-14", "2023-01-15", "2024-01-19")
    ]
    book.keep(early, between, *visits)
    found = book.figures(session="5-2")
    assert (found["suggestion.total"], found["visit.events"]) == (1, 2)


def test_a_session_without_such_a_congress_has_no_events_only_its_suggestions(book: Book) -> None:
    """And they stand as they stand today, not as they stood before everything."""
    steps = [
        {"step": "交办", "on": "2024-02-01", "unit": "甲站"},
        {"step": "答复", "on": "2024-03-01", "result": "B", "promise": "修路"},
    ]
    mine = {"kind": "suggestion", "title": "甲", "submitted_on": "2024-01-25", "term": 5, "session": 9, "steps": steps}
    book.keep(mine, {"kind": "visit", "type": "接待选民", "held_on": "2024-01-25"})
    found = book.figures(session="5-9")
    assert found["suggestion.total"] == found["suggestion.replied"] == 1
    assert found["suggestion.carried"] == found["visit.events"] == found["meeting.by_type.人代会.count"] == 0
    assert book.figure("suggestion.replied", session="5-9", as_of="2024-02-15") == 0


def test_the_year_before_is_the_same_span(book: Book) -> None:
    leap = asked(book, from_="2024-02-01", to="2024-02-29").year_before()
    assert days(leap) == ("2023-02-01", "2023-02-28", "2023-02-28")
    running = asked(book, year="2024").year_before()
    assert running.as_of == date(2023, 7, 1)


def test_of_two_congresses_with_one_number_the_first_counts(tmp_path: Path) -> None:
    """A slip of the pen, but the close of the congress and the period must then speak of the same one."""
    book = Book(tmp_path)
    slip = [congress(3, "2024-01-25", ended_on="2024-01-26"), congress(3, "2024-07-25", ended_on="2024-07-26")]
    book.take([*TERMS, *slip])
    with book.opened() as ledger:
        assert period(ledger, {"session": "5-3"}).first == date(2024, 1, 25)
        assert ledger.context.congress_close(5, 3) == date(2024, 1, 26)
