"""Points and mandates on random ledgers: what must hold whatever the books say."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from drawing import DAYS, Line, days, words
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from keeping import Book
from random_ledgers import ledgers

from rencli.figures import points
from rencli.figures.period import Period
from rencli.store.ledger import Ledger

TABLE = """
[[rules]]
group = "会议"
event = ["会议.人代会", "会议.主席团会议", "会议.座谈会"]
role = "出席"
points = 2.5
cap = 4

[[rules]]
group = "缺席"
event = ["会议.人代会", "会议.主席团会议", "会议.座谈会"]
role = "缺席"
points = -3
cap = 4

[[rules]]
group = "会议"
event = ["活动.视察", "活动.代表.进万家"]
points = 1
once = true

[[rules]]
group = "建议"
event = ["建议.建议", "建议.议案"]
points = 0.1

[[rules]]
group = "述职"
event = "述职"
points = 7
"""


@pytest.fixture(autouse=True)
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table of one's own in the user's folder."""
    (tmp_path / "own" / "rules").mkdir(parents=True)
    (tmp_path / "own" / "rules" / "points.toml").write_text(TABLE, encoding="utf-8")
    monkeypatch.setattr("rencli.config.user_folder", lambda: tmp_path / "own")


def span(first: date, last: date) -> Period:
    return Period("", first, last, last)


def total(ledger: Ledger, person: int, period: Period) -> Any:
    return points.total(points.of_person(ledger, person, period))


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=ledgers(), first=days, length=st.integers(0, 900))
def test_points_hold_together(tmp_path: Path, lines: list[Line], first: date, length: int) -> None:
    period = span(first, first + timedelta(length))
    people = [line["id"] for line in lines if line["kind"] == "deputy"]
    with Book(tmp_path).keep(*lines).opened(period.last) as ledger:
        of = {person: points.of_person(ledger, person, period) for person in people}
        for place in points.ranking(ledger, period):
            mine = of[place.id]
            assert place.points == points.total(mine)
            assert place.counts == {name: sum(line.group == name for line in mine) for name in points.columns()}
        _ranked(points.ranking(ledger, period))
        for person, mine in of.items():
            _within_caps(mine)
            _within_seats(ledger, person, mine)
            assert len({(line.kind, line.id) for line in mine}) == len(mine), "a record counts once"
            assert all(period.first <= line.on <= period.last for line in mine)


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=ledgers(), year=st.integers(2020, 2024), cut=st.integers(0, 363))
def test_the_points_of_two_parts_of_a_year_are_those_of_the_year(
    tmp_path: Path, lines: list[Line], year: int, cut: int
) -> None:
    first, last = date(year, 1, 1), date(year, 12, 31)
    middle = first + timedelta(cut)
    with Book(tmp_path).keep(*lines).opened(last) as ledger:
        for person in (line["id"] for line in lines if line["kind"] == "deputy"):
            parts = (Period("", first, middle, last), Period("", middle + timedelta(1), last, last))
            sums = [total(ledger, person, part) for part in parts]
            whole = total(ledger, person, span(first, last))
            assert Decimal(str(sums[0])) + Decimal(str(sums[1])) == Decimal(str(whole))


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=ledgers(), on=st.sampled_from(DAYS), level=words("乡镇 县"))
def test_a_seat_is_held_by_one_rule(tmp_path: Path, lines: list[Line], on: date, level: str) -> None:
    """The days of a seat agree with the figures of contract section 3."""
    with Book(tmp_path).keep(*lines).opened() as ledger:
        seats = ledger.context.tenures()
        held = [person for person in seats if any(seat.level == level and seat.holds(on) for seat in seats[person])]
        assert sorted(place.id for place in points.ranking(ledger, span(on, on), level)) == sorted(held)
        total = sum(any(seat.holds(on) for seat in each) for each in seats.values())
        assert [ledger.context.in_office(person, on) for person in seats].count(True) == total
    book = Book.__new__(Book)
    book.path = tmp_path / "ren.db"
    found = book.figures(from_=str(on), to=str(on))
    assert found[f"deputy.by_level.{level}"] == len(held)
    assert found["deputy.total"] == total


def _ranked(places: list[points.Place]) -> None:
    scores = [place.points for place in places]
    assert scores == sorted(scores, reverse=True)
    assert [place.rank for place in places] == [1 + sum(other > score for other in scores) for score in scores]


def _within_caps(lines: list[points.Line]) -> None:
    sums: dict[tuple[int, str, Any], Decimal] = {}
    for line in lines:
        assert abs(line.counted) <= abs(line.points)
        assert (line.counted == line.points) == (line.why is None) or line.points == 0
        key = (line.on.year, line.group, line.points)
        sums[key] = sums.get(key, Decimal()) + Decimal(str(line.counted))
    for (_, _, each), sum_ in sums.items():
        if each in (2.5, -3):
            assert abs(sum_) <= 4
        if each == 1:
            assert sum_ <= 1


def _within_seats(ledger: Ledger, person: int, lines: list[points.Line]) -> None:
    seats = ledger.context.tenures().get(person, ())
    for line in lines:
        of_township = line.kind == "meeting" and "座谈会" not in line.event
        assert any(seat.serves(line.on) and (not of_township or seat.level == "乡镇") for seat in seats)
