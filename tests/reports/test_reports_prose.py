"""The annual and the half-year summary: golden texts, and the properties of prose.md on many ledgers."""

import json
import re
from datetime import date
from pathlib import Path

import properties
import pytest
from checking import faults
from hypothesis import HealthCheck, Phase, given, settings
from ledgers import HUILONGWAN, KINDS, QUIET, SONGQUAN, WAYAO, Records, changed, paper, read, without
from small_ledgers import ledgers

from rencli.gongwen.numbering import chinese

GOLDEN = Path(__file__).parent / "golden"
PAPERS = {
    "wayao-2024-annual": (WAYAO, "annual", "2024", date(2025, 1, 6)),
    "songquan-2024-annual": (SONGQUAN, "annual", "2024", date(2025, 1, 6)),
    "songquan-2023-annual": (SONGQUAN, "annual", "2023", date(2024, 1, 8)),
    "songquan-2022-annual": (QUIET, "annual", "2022", date(2023, 1, 6)),
    "huilongwan-2011H1-half-year": (HUILONGWAN, "half-year", "2011H1", date(2011, 7, 8)),
    "songquan-2024H1-half-year": (SONGQUAN, "half-year", "2024H1", date(2024, 7, 8)),
    "songquan-2024H2-half-year": (SONGQUAN, "half-year", "2024H2", date(2025, 1, 8)),
}
NOTES: Records = [
    {"kind": "note", "on": "2024-12-20", "section": section, "text": text}
    for section, text in (
        ("开头", "围绕“5·02”灾后恢复重建和特色农业发展两件大事"),
        ("亮点", "代表小组把活动开到重建工地和田间地头，当场问进度、问质量、问群众还有什么难处。"),
        ("亮点", "述职会开到原选区，代表先讲办成了什么、哪些还没有办成，再请选民逐条提意见"),
        ("体会", "代表建议能不能落地，要看交办以后有没有人盯。每件建议都有一名主席团成员联系，答复前先同代表见面。"),
        ("不足", "代表小组活动的题目比较单一，提出的问题没有列成清单跟踪到底"),
        ("打算", "各代表小组年初自选一个题目，年底向主席团报告结果"),
        ("打算", "上半年在马转弯村增设代表联络点，方便较远的村组反映事情"),
        ("结尾", "以上总结，请审阅。"),
    )
]
LENGTHS = [("songquan-2024-annual", 1200, 2500), ("songquan-2024H1-half-year", 900, 1600)]
WORDS = {
    "meeting": r"主席团会议|次会议|听取|人民代表大会会议",
    "suggestion": r"(?<!意见)建议|答复|交办|办结|面商|承诺",
    "visit": r"接待|走访|联络站",
    "duty_report": "述职",
    "activity": "代表活动|视察|调研|执法检查|学习培训|普法|小组活动",
    "petition": "来信来访",
    "appraisal": "评议|测评票",
    "merit": "事迹",
    "regulation": "办法",
    "plan": "安排的|年度安排",
}
OWN_WORDS = frozenset({"note", "plan", "regulation", "petition"})
"""Kinds that may speak of what other kinds are about: a plan of duty reports, a petition that was done with."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ledgers")


@pytest.mark.parametrize("name", PAPERS)
def test_paper_reads_as_its_golden_text(name: str, folder: Path, rewrite: bool) -> None:
    path, report, option, issued_on = PAPERS[name]
    made = paper(folder, read(path), report, option, issued_on)
    golden = GOLDEN / f"{name}.txt"
    if rewrite:
        golden.write_text(made.text, encoding="utf-8")
    assert made.text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAPERS)
def test_full_ledger_has_no_faults(name: str, folder: Path) -> None:
    path, report, option, issued_on = PAPERS[name]
    records = within(read(path), option)
    assert faults(paper(folder, records, report, option, issued_on), annual=report == "annual") == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["wayao-2024-annual", "songquan-2024-annual", "huilongwan-2011H1-half-year"])
def test_kind_without_records_leaves_no_word(name: str, kind: str, folder: Path) -> None:
    path, report, option, issued_on = PAPERS[name]
    records = within(without(read(path), kind), option)
    made = paper(folder, records, report, option, issued_on)
    assert faults(made, annual=report == "annual") == []
    if kind in WORDS:
        plain = paper(folder, without(records, *OWN_WORDS - {kind}), report, option, issued_on)
        assert properties.absence(plain.text, WORDS[kind]) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["wayao-2024-annual", "songquan-2024H1-half-year"])
def test_single_kind_makes_a_paper(name: str, kind: str, folder: Path) -> None:
    path, report, option, issued_on = PAPERS[name]
    needed = {"office", "term", "deputy", kind}
    records = [record for record in read(path) if record["kind"] in needed]
    records = within(without(records, *(set(KINDS) - needed)), option)
    assert faults(paper(folder, records, report, option, issued_on), annual=report == "annual") == []


@pytest.mark.parametrize(("report", "option"), [("annual", "2024"), ("half-year", "2024H1")])
def test_empty_ledger_says_that_there_is_nothing(report: str, option: str, folder: Path) -> None:
    records: Records = [{"kind": "office", "name": "松泉乡"}]
    made = paper(folder, records, report, option, date(2025, 1, 6))
    assert faults(made, annual=report == "annual") == []
    assert "没有召开会议、收到代表建议、接待走访选民、组织代表述职、开展代表活动的记录" in made.text
    assert "乡党委领导下依法履职" in made.text


def test_new_type_of_activity_adds_one_sentence(folder: Path) -> None:
    more = [*read(WAYAO), {"kind": "activity", "type": "送教上门", "held_on": "2024-11-20", "theme": "家庭教育"}]
    before = paper(folder, read(WAYAO), "annual", "2024", date(2025, 1, 6))
    after = paper(folder, more, "annual", "2024", date(2025, 1, 6))
    old, new = (set(properties.sentences(properties.body(made.text))) for made in (before, after))
    added = {sentence for sentence in new - old if "送教上门" in sentence}
    assert len(added) == 1, added  # a clause of its own, which a short neighbour takes in
    assert faults(after, annual=True) == []


def test_unfinished_year_says_up_to_when(folder: Path) -> None:
    made = paper(folder, read(WAYAO), "annual", "2024", date(2024, 7, 10), as_of=date(2024, 7, 10))
    assert faults(made, annual=True) == []
    assert "现将截至7月10日的工作总结如下" in made.text
    assert "截至7月10日，镇代表名额60名" in made.text
    assert "年初以来接待选民7场" in made.text  # not the later ones, which the ledger has
    assert "全年" not in made.text
    assert "年底" not in made.text


def test_paper_is_the_same_each_time(folder: Path) -> None:
    first, second = (paper(folder, read(WAYAO), "annual", "2024", date(2025, 1, 6)) for _ in range(2))
    assert first.text == second.text


def test_every_note_stands_once_in_its_place(folder: Path) -> None:
    made = paper(folder, [*read(WAYAO), *NOTES], "annual", "2024", date(2025, 1, 6))
    assert faults(made, annual=True) == []
    assert "、工作特色" in made.text


def test_paper_with_notes_reads_as_its_golden_text(folder: Path, rewrite: bool) -> None:
    made = paper(folder, [*read(WAYAO), *NOTES], "annual", "2024", date(2025, 1, 6))
    golden = GOLDEN / "wayao-2024-annual-with-notes.txt"
    if rewrite:
        golden.write_text(made.text, encoding="utf-8")
    assert made.text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "least", "most"), LENGTHS)
def test_full_paper_has_the_length_of_its_kind(name: str, least: int, most: int, folder: Path) -> None:
    path, report, option, issued_on = PAPERS[name]
    made = paper(folder, read(path), report, option, issued_on)
    assert least <= len("".join(made.text.split())) <= most


def test_half_year_tells_no_rate_as_final(folder: Path) -> None:
    for name, (path, report, option, issued_on) in PAPERS.items():
        if report == "half-year":
            made = paper(folder, read(path), report, option, issued_on)
            assert re.findall(r"(答复率|办结率|满意率|解决率)", made.text) == [], name


def test_figures_of_the_case_are_live(folder: Path) -> None:
    made = paper(folder, read(HUILONGWAN), "half-year", "2011H1", date(2011, 7, 8))
    live = {tag.removeprefix("ren:") for tag in made.live}
    expected = json.loads(HUILONGWAN.with_suffix(".expected.json").read_text(encoding="utf-8"))["figures"]
    told = ("suggestion.total", "suggestion.motions", "suggestion.in_session", "suggestion.closed", "group.total")
    assert {f"{key}={expected[key]}" for key in told} <= live


def test_last_year_needs_a_base(folder: Path) -> None:
    made = paper(folder, without(read(SONGQUAN), "note"), "annual", "2023", date(2024, 1, 8))
    assert "比上年" not in made.text
    assert "与上年" not in made.text


ODD = {
    "没有上级": lambda records: changed(records, "office", lambda record, _: {"committee": None, "county": None}),
    "没有名额": lambda records: changed(records, "term", lambda record, _: {"seats": None}),
    "名额比实有少": lambda records: changed(records, "term", lambda record, _: {"seats": 10}),
    "解决多于意见": lambda records: changed(records, "visit", lambda record, _: {"solved": 20}),
    "没有解决数": lambda records: changed(records, "visit", lambda record, _: {"solved": None}),
    "活动都在六月": lambda records: changed(records, "activity", lambda record, _: _in_june(record)),
    "每次活动一种类型": lambda records: changed(
        records, "activity", lambda record, place: {"type": f"{chinese(place + 1)}号活动"}
    ),
    "主题很长": lambda records: changed(
        records, "activity", lambda record, place: {"theme": "农村改厕" * 12 + f"第{place}批"}
    ),
    "主题带引号": lambda records: changed(
        records, "activity", lambda record, place: {"theme": f"“五小”水利、{place}号塘"}
    ),
    "什么都记": lambda records: changed(records, "activity", lambda record, _: _all_counts()),
    "没有主办": lambda records: changed(records, "suggestion", lambda record, _: {"steps": None}),
    "没有类别": lambda records: changed(records, "suggestion", lambda record, _: {"category": None}),
    "类别很多": lambda records: changed(
        records, "suggestion", lambda record, place: {"category": f"类别{'甲乙丙丁戊己庚'[place % 7]}"}
    ),
    "都没答复": lambda records: changed(
        records, "suggestion", lambda record, _: {"steps": record.get("steps", [])[:1]}
    ),
    "一半没答复": lambda records: changed(
        records, "suggestion", lambda record, place: {"steps": record.get("steps", [])[: place % 4]}
    ),
    "都撤回": lambda records: changed(records, "suggestion", lambda record, _: {"steps": _withdrawn(record)}),
    "退回": lambda records: changed(records, "suggestion", lambda record, _: {"steps": _returned(record)}),
    "都不满意": lambda records: changed(records, "suggestion", lambda record, _: {"steps": _dissatisfied(record)}),
    "重点督办": lambda records: changed(records, "suggestion", lambda record, place: {"key": place < 5}),
    "会议没有人数": lambda records: changed(records, "meeting", lambda record, _: {"expected": None, "present": None}),
    "会议没有议程": lambda records: changed(records, "meeting", lambda record, _: {"items": None}),
    "述职没有人": lambda records: changed(records, "duty_report", lambda record, _: {"deputies": None}),
    "没有站点": lambda records: changed(records, "visit", lambda record, _: {"station": None}),
    "只走访": lambda records: changed(records, "visit", lambda record, _: {"type": "走访选民"}),
    "各种走访": lambda records: changed(records, "visit", lambda record, place: {"type": _VISITS[place % 5]}),
}
_VISITS = ("走访选民", "接待选民", "走访代表", "代表接访", "联系户")


@pytest.mark.slow
@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("name", ["songquan-2024-annual", "songquan-2024H1-half-year"])
def test_odd_ledgers_have_no_faults(name: str, odd: str, folder: Path) -> None:
    path, report, option, issued_on = PAPERS[name]
    made = paper(folder, within(ODD[odd](read(path)), option), report, option, issued_on)
    assert faults(made, annual=report == "annual") == [], made.text


@pytest.mark.slow
@settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],  # an example is small as it is; making it smaller takes minutes
    suppress_health_check=list(HealthCheck),
)
@given(records=ledgers())
def test_any_small_ledger_makes_papers_without_faults(folder: Path, records: Records) -> None:
    for report, option, issued_on in (("annual", "2024", date(2025, 1, 6)), ("half-year", "2024H1", date(2024, 7, 5))):
        made = paper(folder, records, report, option, issued_on)
        assert faults(made, annual=report == "annual") == [], made.text


def within(records: Records, option: str) -> Records:
    """The records without the notes of another period, which stand in other papers."""
    first, last = {"H1": ("01", "06"), "H2": ("07", "12")}.get(option[4:], ("01", "12"))
    span = (f"{option[:4]}-{first}", f"{option[:4]}-{last}-31")
    return [record for record in records if record["kind"] != "note" or span[0] <= record["on"] <= span[1]]


def _in_june(record: dict[str, object]) -> dict[str, object]:
    return {"held_on": f"{str(record['held_on'])[:4]}-06-12", "ended_on": None, "type": f"{record['type']}甲"}


def _all_counts() -> dict[str, object]:
    names = ("people", "households", "forums", "materials", "consultations", "problems", "opinions")
    return {**dict.fromkeys(names, 3), "resolved": 2, "amount": 50000}


def _withdrawn(record: dict[str, object]) -> object:
    first = record["steps"][:1]  # type: ignore[index]
    return [*first, {"step": "撤回", "on": first[0]["on"]}]


def _returned(record: dict[str, object]) -> object:
    first = record["steps"][:1]  # type: ignore[index]
    return [*first, {"step": "退回", "on": first[0]["on"], "reason": "不属本单位职责"}]


def _dissatisfied(record: dict[str, object]) -> object:
    found = []
    for step in record["steps"]:  # type: ignore[attr-defined]
        if step["step"] == "反馈":
            found.append({**step, "outcome": "不满意", "reason": "没有办"})
            break
        found.append(step)
    return found
