"""建议办理统计 over random ledgers: each row is what the oracle finds in that part alone, the total in the whole."""

import tempfile
from pathlib import Path
from typing import Any

import oracle
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from keeping import Book, plain
from random_ledgers import askings, ledgers
from running import TODAY
from test_oracle import looking, options

from rencli.figures.base import Scope
from rencli.figures.period import period
from rencli.figures.stats import COLUMNS, DIVISIONS, stats

PARTED = {
    "category": lambda lines, line: line.get("category"),
    "deputy": lambda lines, line: line.get("proposer"),
    "session": lambda lines, line: oracle.number_of(lines, line).rpartition("-")[0],
}


@pytest.mark.parametrize("by", DIVISIONS)
@settings(looking, max_examples=8)
@given(data=st.data())
def test_rows_are_parts_and_the_total_is_the_whole(by: str, data: st.DataObject) -> None:
    lines = data.draw(ledgers())
    for line in lines:  # a motion and what became of it may stand in different parts
        line.pop("converted_from", None)
    with tempfile.TemporaryDirectory() as folder:
        book = Book(Path(folder)).keep(*lines)
        asked = data.draw(askings(lines))
        with book.opened() as ledger:
            found = stats(Scope(ledger, period(ledger, options(*asked))), by)
    span = oracle.span(lines, *asked, TODAY)
    assert values(found.whole) == expected(lines, span)
    for row in found.rows:
        if part := PARTED.get(by):
            alone = [line for line in lines if line["kind"] != "suggestion" or part(lines, line) == row.name]
            assert values(row) == expected(alone, span), row.name
    if by not in ("unit", *PARTED):
        assert sum(int(str(row.values["total"])) for row in found.rows) == found.whole.values["total"]


def values(row: Any) -> dict[str, Any]:
    return {name: plain(row.values[name]) for name in COLUMNS}


def expected(lines: list[Any], span: oracle.Span) -> dict[str, Any]:
    found = oracle.figures(lines, span)
    return {name: found[f"suggestion.{name}"] for name in COLUMNS}
