"""Every figure over random ledgers equals that of a slow oracle, and its records count up to it.

``REN_EXAMPLES=1000`` looks longer; ``REN_SHRINK=1`` makes the ledger of a failure small, which takes minutes.
"""

import os
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import oracle
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from keeping import Book, plain
from random_ledgers import askings, ledgers
from running import TODAY

from rencli.errors import NotFoundError
from rencli.figures.catalogue import Figures
from rencli.figures.period import period

PHASES = [Phase.explicit, Phase.reuse, Phase.generate, *([Phase.shrink] if os.environ.get("REN_SHRINK") else [])]
looking = settings(
    phases=PHASES,
    max_examples=int(os.environ.get("REN_EXAMPLES", "20")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    print_blob=True,
)
PERIODS = 3
MAY_BE_NOTHING = ("deputy.seats", "meeting.attendance_rate")
"""A term may state 0 seats, a meeting 25 present of 0 expected: records whose figure is 0 or None."""


def options(option: str, value: str, as_of: date | None) -> dict[str, str | None]:
    found: dict[str, str | None] = {option: value, "as_of": str(as_of) if as_of else None}
    if option == "from":
        found["from"], _, found["to"] = value.partition("/")
    return found


@pytest.mark.slow
@looking
@given(data=st.data())
def test_every_figure_equals_the_oracle(data: st.DataObject) -> None:
    lines = data.draw(ledgers())
    with tempfile.TemporaryDirectory() as folder:
        book = Book(Path(folder)).keep(*lines)
        with book.opened() as ledger:
            for turn in range(PERIODS):
                asked = data.draw(askings(lines))
                found = Figures(ledger, period(ledger, options(*asked)))
                span = oracle.span(lines, *asked, TODAY)
                expected = oracle.figures(lines, span)
                actual = {each.key: plain(each.value) for each in found.all()}
                differing = {
                    key: (actual.get(key, "-"), expected.get(key, "-"))
                    for key in actual.keys() | expected.keys()
                    if actual.get(key, "-") != expected.get(key, "-")
                }
                assert not differing, "(the program, the oracle)"
                for key, value in actual.items():
                    assert plain(found.show(key).value) == value
                    if value or not turn:
                        check_records(lines, span, key, value, found)


def check_records(lines: list[Any], span: oracle.Span, key: str, value: oracle.Value, found: Figures) -> None:
    """The records behind a figure alone give its value; where there is nothing to count there are none."""
    behind = found.records(key)
    assert len(set(behind)) == len(behind)
    amount = value[1] if isinstance(value, tuple) else value
    assert bool(behind) == bool(amount) or key in MAY_BE_NOTHING
    if not behind:
        return
    [kind] = {each.kind for each in behind}
    ids = {each.id for each in behind}
    kept = [line for line in lines if line["kind"] != kind or line["id"] in ids]
    if key == "deputy.vacant":  # without the other terms, seats would fall to this one
        kept = list(lines)
    if kind == "deputy":  # their mandates go with the people
        people = [line for line in lines if line["kind"] == "deputy"]
        gone = {name for line in people if line["id"] not in ids for name in oracle.named(line)}
        gone -= {name for line in people if line["id"] in ids for name in oracle.named(line)}
        kept = [line for line in kept if line["kind"] != "mandate" or line["deputy"] not in gone]
    assert oracle.figures(kept, span)[key] == value
    if isinstance(value, int) and kind in ("deputy", "suggestion", "group"):
        assert len(behind) == value


@pytest.mark.slow
@looking
@given(lines=ledgers())
def test_each_life_equals_the_oracle(lines: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        book = Book(Path(folder)).keep(*lines)
        suggestions = oracle.of(lines, "suggestion")
        with book.opened() as ledger:
            for record, raw in zip(ledger.records("suggestion"), suggestions, strict=True):
                for as_of in (date(2022, 3, 5), date(2023, 6, 30), TODAY, date(2030, 1, 1)):
                    steps = oracle.fate.happened(raw, as_of)
                    became = oracle.became(lines, raw, as_of)
                    assert record.derive(ledger.context, as_of) == {
                        "state": "已转为建议" if became else oracle.fate.state(steps),
                        "due": None if became else oracle.fate.due(raw, steps),
                        "overdue": not became and oracle.fate.overdue(raw, steps, as_of),
                        "unit": oracle.unit_of(steps),
                        "became": became,
                    }


def test_words_that_nothing_uses_read_zero_or_nothing(tmp_path: Path) -> None:
    """A word that nothing uses reads 0, a rate has no value; `figure show` opens both."""
    book = Book(tmp_path)
    with book.opened() as ledger:
        found = Figures(ledger, period(ledger, {"year": "2024"}))
        for key in (
            "visit.by_type.没有.voters",
            "visit.by_station.没有.events",
            "activity.by_type.有.点.count",
            "activity.by_group.没有.count",
            "suggestion.by_unit.没有",
            "suggestion.by_category.科教文卫（含体育）",
            "deputy.by_group.没有",
            "deputy.by_party.没有",
            "duty_report.by_level.县",
        ):
            assert found.show(key).value == 0
            assert found.records(key) == []
        for key in ("suggestion.reply_rate", "meeting.attendance_rate", "duty_report.coverage_rate", "deputy.seats"):
            assert found.show(key).value is None
            assert found.records(key) == []


@pytest.mark.parametrize(
    "key",
    [
        "",
        "suggestion",
        "suggestion.",
        "suggestion.totals",
        "suggestion.by_unit",
        "suggestion.by_unit.",
        "visit.by_type.接待选民",
        "visit.by_type.接待选民.",
        "visit.by_type..voters",
        "visit.by_type.voters",
        "visit.by_station.东站.solved",
        "nothing.total",
        "promise.made",
        ".total",
    ],
)
def test_an_unknown_key_is_not_found(tmp_path: Path, key: str) -> None:
    """`figure show` of an unknown key: 3."""
    with Book(tmp_path).opened() as ledger:
        found = Figures(ledger, period(ledger, {"year": "2024"}))
        with pytest.raises(NotFoundError):
            found.show(key)
        with pytest.raises(NotFoundError):
            found.records(key)
