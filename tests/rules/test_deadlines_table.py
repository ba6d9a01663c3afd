"""The hand-computed dates of docs/deadlines.md, row by row."""

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from rencli.rules import Due, RuleSet, load

DOC = Path(__file__).parents[2] / "docs" / "deadlines.md"


def rows() -> list[list[str]]:
    lines = [line for line in DOC.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if row[0] != "规定"]


@cache
def rules(name: str) -> RuleSet:
    return load(name)


def reckoned(of: RuleSet, matter: Any, event: str, start: date) -> Due | None:
    """What the program makes of a row: the replies by their own questions, the rest by their period."""
    between = matter.startswith("闭会")
    closed = start if event == "闭会" else None
    if matter.endswith("延期上限"):
        return of.reply_ceiling(start, closed_on=closed, between=between)
    if matter.endswith("答复"):
        return of.reply_due(start, complex="疑难" in matter, closed_on=closed, between=between)
    return of.period_due(matter, start)


@pytest.mark.parametrize("row", rows(), ids=lambda row: " ".join(row[:3]))
def test_a_row_is_what_the_program_says(row: list[str]) -> None:
    name, matter, begun, period, last, due, _ = row
    event, day = begun.split()
    found = reckoned(rules(name), matter, event, date.fromisoformat(day))
    assert found is not None
    assert found.event == event
    assert [str(found.period), str(found.last), str(found.day)] == [period, last, due]


def test_the_table_has_every_place_and_holidays_of_many_kinds() -> None:
    assert {row[0] for row in rows()} == {"national", "重庆", "山东", "浙江", "北京", "河南", "上海"}
    assert len(rows()) >= 35
    assert sum(bool(re.search("节|元旦|调休", row[6])) for row in rows()) >= 20
