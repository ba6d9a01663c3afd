"""What holds for every duty of every rule set: it can be judged, of any ledger, quickly, and tells nothing later."""

import re
import tempfile
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judging import activity, item, meeting, township
from keeping import Book
from random_ledgers import ledgers
from test_oracle import looking
from test_plans import growing, plans, scans

from rencli.agenda import STATES, agenda
from rencli.agenda.judges import JUDGES
from rencli.errors import NotFoundError
from rencli.rules import Judge, load
from rencli.rules.judging import NEEDS
from rencli.rules.reading import files, shipped

SETS = [path.stem for path in files([shipped()])]
DUTIES = 39
"""So many does a township presidium have, by one law or another."""


def test_every_way_of_judging_that_a_file_may_name_has_its_function() -> None:
    assert set(JUDGES) == set(get_args(Judge))
    assert set(NEEDS) <= set(JUDGES)


def test_the_shipped_sets_have_all_duties_between_them() -> None:
    items = {duty.item for name in SETS for duty in load(name).agenda}
    used = {duty.judge for name in SETS for duty in load(name).agenda if duty.judge}
    assert len(items) == DUTIES
    assert used == set(JUDGES)


@pytest.mark.parametrize("name", SETS)
def test_a_duty_without_a_judge_is_ticked(name: str) -> None:
    for duty in load(name).agenda:
        assert duty.judge or duty.known == "自记", duty.item
        assert duty.judge is None or all(getattr(duty, key) for key in NEEDS.get(duty.judge, ())), duty.item


@pytest.mark.slow
@looking
@given(
    lines=ledgers(),
    name=st.sampled_from(SETS),
    year=st.integers(2019, 2025),
    day=st.dates(date(2020, 1, 1), date(2025, 12, 31)),
)
def test_any_ledger_can_be_judged(lines: list[Any], name: str, year: int, day: date) -> None:
    with tempfile.TemporaryDirectory() as folder, Book(Path(folder)).keep(*lines).opened() as ledger:
        ledger.context.rules = ledger.context.rule_set(name)
        try:
            found = agenda(ledger, year, day)
        except NotFoundError:
            return
    assert len(found) == len(load(name).agenda)
    order = [STATES.index(each.judged.state) for each in found]
    assert order == sorted(order)
    for each in found:
        state, due, achieved, wanted, _, events = each.judged
        assert achieved <= wanted
        assert all(event.on <= day for event in events), each.duty.item
        assert state != "未做" or due is None or due < day or events
        assert state != "待办" or due is None or due >= day
        assert state in ("未做", "待办") or due is None


BUSY = [
    meeting("人代会", "2024-01-12", items=[item("选举", "选举副镇长", elected=["吴九"]), item("决议", "预算的决议")]),
    meeting("主席团会议", "2024-03-12"),
    activity("视察", "2024-04-01"),
    {"kind": "suggestion", "title": "修路", "submitted_on": "2024-02-01"},
]
"""Something of each book from which further questions follow."""


@pytest.mark.parametrize("name", SETS)
def test_only_what_may_be_open_for_ever_is_looked_for_in_every_year(name: str, tmp_path: Path) -> None:
    with township(tmp_path, *BUSY).opened() as ledger:
        ledger.context.rules = ledger.context.rule_set(name)
        asked = plans(ledger, lambda: agenda(ledger, 2024, date(2024, 7, 1)))
    reading = {
        sql: scans(plan) & (growing() | {"petition", "document", "merit", "appraisal"}) for sql, plan in asked.items()
    }
    assert {sql: tables - {"suggestion"} for sql, tables in reading.items() if tables - {"suggestion"}} == {}
    dated = [sql for sql in asked if re.search(r"(held_on|began_on|dated_on|happened_on) BETWEEN", sql)]
    assert dated
    for sql in dated:
        assert any("USING INDEX" in step or "USING COVERING INDEX" in step for step in asked[sql]), sql
