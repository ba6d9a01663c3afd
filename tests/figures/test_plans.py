"""The hot queries go by an index (performance.md): asserted on the plans that SQLite makes of what is really run."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from keeping import Book

from rencli.figures.catalogue import Figures
from rencli.figures.due import waiting
from rencli.figures.period import period
from rencli.store.ledger import Ledger
from rencli.store.query import Listing

GROWING = "meeting suggestion duty_report visit activity"
"""Kinds of which every year brings more."""

Plan = list[str]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    term = {"kind": "term", "number": 5, "began_on": "2021-12-20"}
    with Book(tmp_path).keep(term, {"kind": "deputy", "name": "张三"}).opened() as opened:
        yield opened


def plans(ledger: Ledger, work: Callable[[], object]) -> dict[str, Plan]:
    """The plan of each SELECT that some work runs."""
    raw: Any = ledger.session.connection().connection.driver_connection
    statements: list[str] = []
    raw.set_trace_callback(statements.append)
    work()
    raw.set_trace_callback(None)
    asked = dict.fromkeys(each for each in statements if each.startswith("SELECT"))
    return {each: [row[3] for row in raw.execute(f"EXPLAIN QUERY PLAN {each}")] for each in asked}


def scans(plan: Plan) -> set[str]:
    """The tables that a plan reads from end to end."""
    return {found[1] for step in plan if (found := re.match(r"SCAN (\w+)", step))}


def count(ledger: Ledger, **asked: str) -> None:
    list(Figures(ledger, period(ledger, asked)).all())


def growing() -> set[str]:
    lists = ("meeting_items", "meeting_attendance", "suggestion_steps", "duty_report_deputies")
    return {*GROWING.split(), *lists, "visit_deputies", "activity_deputies"}


def test_figures_of_a_year_read_only_the_rows_of_the_year(ledger: Ledger) -> None:
    """Only what is carried over and promised looks at suggestions of every year: one may be open for ever."""
    found = plans(ledger, lambda: count(ledger, year="2024"))
    everything = {sql: scans(plan) & growing() for sql, plan in found.items()}
    reading = {sql: tables for sql, tables in everything.items() if tables}
    assert set(map(frozenset, reading.values())) <= {frozenset(["suggestion"])}
    assert len(reading) <= 2
    assert all("EXISTS" in sql for sql in reading)


@pytest.mark.parametrize("kind", GROWING.split())
def test_events_of_a_period_are_found_by_their_date(ledger: Ledger, kind: str) -> None:
    dated = {"meeting": "began_on", "suggestion": "submitted_on"}.get(kind, "held_on")
    found = plans(ledger, lambda: count(ledger, year="2024"))
    used = [plan for sql, plan in found.items() if re.search(rf"FROM {kind}\b", sql) and f"{kind}.{dated} >= " in sql]
    used += [plan for sql, plan in found.items() if f"FROM {kind}" in sql and f"{dated} BETWEEN" in sql]
    assert used
    for plan in used:
        assert any(re.search(rf"SEARCH {kind} USING (COVERING )?INDEX {kind}_{dated} ", step) for step in plan)


def test_suggestions_of_a_session_are_found_by_their_number(ledger: Ledger) -> None:
    found = plans(ledger, lambda: count(ledger, session="5-3"))
    wanted = "SEARCH suggestion USING INDEX suggestion_term_session_number (term=? AND session=?)"
    assert sum(wanted in plan for plan in found.values()) == 1


def test_steps_are_found_by_their_suggestion(ledger: Ledger) -> None:
    """Also where only their presence is asked: what is carried over, promised, due."""
    due = plans(ledger, lambda: waiting(ledger, ledger.today))
    for sql, plan in (plans(ledger, lambda: count(ledger, year="2024")) | due).items():
        for step in plan:
            if "suggestion_steps" in step or re.search(r"\banon_\d+\b", step):
                assert re.search(r"USING (COVERING )?INDEX suggestion_steps_owner_id", step), sql


def test_a_page_of_a_list_is_read_in_order_without_sorting(ledger: Ledger) -> None:
    found = plans(ledger, lambda: ledger.records("suggestion", Listing(limit=50, offset=1000)))
    assert list(found.values()) == [["SCAN suggestion"]]  # along the primary key, as far as the page goes


@pytest.mark.parametrize(
    ("kind", "name", "index"),
    [
        ("deputy", "张三", "deputy_name"),
        ("group", "甲组", "group_name"),
        ("station", "东站", "station_name"),
        ("suggestion", "5-3-12", "suggestion_term_session_number"),
        ("term", "5", "term_number"),
    ],
)
def test_names_are_looked_up_by_an_index(ledger: Ledger, kind: str, name: str, index: str) -> None:
    found = plans(ledger, lambda: ledger.names.known(kind, name))
    steps = [step for plan in found.values() for step in plan]
    assert any(re.match(rf"SEARCH {kind} USING (COVERING )?INDEX {index} ", step) for step in steps)
