"""Properties over random records: what goes in comes out, and nothing else changes."""

import json
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from running import TODAY

from rencli.records import KINDS, clean, days, load
from rencli.records.fields import Field
from rencli.records.life import Terms, live
from rencli.records.steps import STEPS, Step
from rencli.rules import load as load_rules
from rencli.store import ledger as store
from rencli.store.door import RefusedError
from rencli.store.ledger import Ledger
from rencli.store.query import Listing

FIRST: Final = date(2022, 1, 1)
RULES: Final = load_rules("national", [])
STATES: Final = {"待交办", "办理中", "已答复", "已反馈", "已办结", "重办中", "已撤回", "已并案"}
FEW: Final = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)

characters = st.sampled_from("镇村道路硬化代表〇𬭚éA1，。（）[]{}%'\"\\<>&=-")
lines = st.text(characters, min_size=1, max_size=12)
dates = st.integers(0, 900).map(lambda number: (FIRST + timedelta(number)).isoformat())
NAMED: Final = {
    "deputy": st.sampled_from(["张三", "李四@第二选区", "李四@第三选区", "卡得尔·买买提"]),
    "group": st.just("第一代表小组"),
    "station": st.just("老营村联络站"),
    "term": st.just(5),
    "suggestion": st.sampled_from(["5-3-1", "5-0-1"]),
    "visit": st.just(1),
    "activity": st.just(1),
    "record": st.sampled_from(["visit/1", "suggestion/5-3-1", "deputy/李四@第二选区", "term/5", "group/第一代表小组"]),
}
READ: Final = {
    clean.person: st.sampled_from(["王小二", "欧阳修", "阿依古丽·买买提"]),
    clean.phone: st.sampled_from(["13912340001", "0875-2123456"]),
    clean.ordinal: st.integers(1, 9),
    days.month_or_day: st.sampled_from(["1975-06", "1975-06-01"]),
    days.year: st.integers(1900, 2100),
    clean.checksum: st.sampled_from(["0" * 64, "09af" * 16]),
    days.clock: st.sampled_from(["09:00", "09:00—11:30"]),
}
PLAIN: Final[dict[type, Any]] = {
    str: lines,
    int: st.integers(0, 5000),
    float: st.integers(0, 10**9).map(lambda cents: cents / 100),
    bool: st.booleans(),
    date: dates,
}


@pytest.fixture(scope="module")
def ledger_path() -> Iterator[Path]:
    """A ledger with everything that random records may name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ren.db"
        store.create(path, {"name": "瓦窑镇"})
        with store.writing(path, "test", TODAY) as ledger:
            ledger.add("term", {"number": 5, "began_on": "2021-12-20"})
            ledger.add("group", {"name": "第一代表小组"})
            ledger.add("station", {"name": "老营村联络站", "type": "联络站"})
            for name, place in (("张三", None), ("李四", "第二选区"), ("李四", "第三选区"), ("卡得尔·买买提", None)):
                ledger.add("deputy", {"name": name, "constituency": place})
            ledger.add("visit", {"held_on": "2022-01-01", "type": "接待选民"})
            ledger.add("activity", {"held_on": "2022-01-01", "type": "调研", "theme": "水利"})
            for session in (3, None):
                ledger.add("suggestion", {"title": "修路", "submitted_on": "2022-01-01", "session": session})
        yield path


def value_of(field: Field) -> st.SearchStrategy[Any]:
    """Values that a field takes, as they are kept."""
    if field.part:
        return st.lists(record_of(field.part.fields), max_size=2)
    if field.to:
        named = NAMED[field.to]
        return st.lists(named, max_size=3, unique=True) if field.many else named
    if field.many:
        return st.lists(st.sampled_from(["财政所", "水利站", "村镇建设办（含城管）"]), max_size=2)
    if field.words:
        return st.sampled_from(field.words)
    if field.long:
        return st.lists(lines, min_size=1, max_size=3).map("\n".join)
    return READ.get(field.read, PLAIN[field.type])


def record_of(fields: tuple[Field, ...]) -> st.SearchStrategy[dict[str, Any]]:
    """Random raw records: required fields always, others sometimes. Steps have their own test."""
    wanted = [field for field in fields if field.part is not Step and field.name not in ("rules", "converted_from")]
    needed = {field.name: value_of(field) for field in wanted if field.required}
    return st.fixed_dictionaries(
        needed, optional={field.name: value_of(field) for field in wanted if not field.required}
    )


def same(told: Any, raw: Any) -> bool:
    """Whether what is kept says what was given; what was not given may have been filled in."""
    if isinstance(raw, dict):
        return all(same(told[name], value) for name, value in raw.items())
    if isinstance(raw, list):
        return len(told) == len(raw) and all(map(same, told, raw))
    return bool(told == raw)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "office"])
def test_a_record_comes_back_as_it_was_given(ledger_path: Path, kind: str) -> None:
    taken = []

    @FEW
    @given(record_of(load(kind).fields))
    def check(raw: dict[str, Any]) -> None:
        with store.writing(ledger_path, "test", TODAY) as ledger:
            ledger.take_back()
            before = ledger.count(kind, Listing())
            try:
                id = ledger.add(kind, raw)
            except RefusedError as refused:
                assert refused.faults and not any("None" in fault for fault in refused.faults)
                assert ledger.count(kind, Listing()) == before
                return
            taken.append(raw)
            told = ledger.get(kind, id).dump()
            assert same(told, raw)
            json.dumps(told)
            unchanged(ledger, kind, id, told)
            ledger.remove(kind, id)
            assert ledger.count(kind, Listing()) == before

    check()
    assert taken, f"no random {kind} was taken, so nothing was tried"


def unchanged(ledger: Ledger, kind: str, id: int, told: dict[str, Any]) -> None:
    """Writing a record over itself, whole or in part, changes nothing."""
    ledger.edit(kind, id, {})
    assert ledger.get(kind, id).dump() == told
    ledger.edit(kind, id, told)
    assert ledger.get(kind, id).dump() == told
    assert [record.dump() for record in ledger.by_ids(kind, [id])] == [told]


steps = st.lists(
    st.fixed_dictionaries(
        {
            "step": st.sampled_from(list(STEPS)),
            "on": dates,
            "unit": st.sampled_from([None, "水利站", "财政所"]),
            "co_units": st.sampled_from([[], ["财政所"], ["水利站", "财政所"]]),
            "method": st.sampled_from([None, "独办", "主会办", "分办"]),
            "due": st.none() | dates,
            "result": st.sampled_from([None, "A", "B", "C", "Z"]),
            "promise": st.sampled_from([None, "年底前完成"]),
            "outcome": st.sampled_from([None, "满意", "不满意"]),
            "reason": st.sampled_from([None, "原因"]),
        }
    ),
    max_size=8,
)


@given(steps, dates, st.none() | dates)
@settings(FEW, max_examples=150)
def test_any_steps_have_a_state_and_every_refusal_names_one(raw: list[Any], submitted: str, as_of: str | None) -> None:
    read = [Step.read({name: value for name, value in step.items() if value})[0] for step in raw]
    day = date.fromisoformat(as_of) if as_of else None
    life = live(date.fromisoformat(submitted), read, Terms(RULES), day)
    assert life.state in STATES
    assert not (life.overdue(TODAY) and life.state not in ("办理中", "重办中"))
    for problem in life.problems:
        named = any(f"此时建议{state}，" in problem for state in STATES)
        signs = ("早于提出日期", "没有承诺事项", "没有晚于现在的期限")
        units = ("分办的承办单位是", "还没有答复的是", "答复代表", "没有会办单位", "会办单位是")
        assert named or any(sign in problem for sign in (*signs, *units))


@given(steps)
@settings(FEW, max_examples=60)
def test_a_suggestion_is_refused_or_comes_back(ledger_path: Path, raw: list[Any]) -> None:
    given_steps = [{name: value for name, value in step.items() if value} for step in raw]
    with store.writing(ledger_path, "test", TODAY) as ledger:
        ledger.take_back()
        whole = {"title": "修渠", "submitted_on": "2022-01-01", "steps": given_steps}
        try:
            id = ledger.add("suggestion", whole)
        except RefusedError as refused:
            assert all("办理过程" in fault for fault in refused.faults)
        else:
            assert same(ledger.get("suggestion", id).dump(), whole)
