"""The report to a congress, the term, the quarter, the plan of a year: golden texts, and what a reader strikes out."""

import json
import re
from datetime import date
from pathlib import Path

import properties
import pytest
import reading_books
import reading_rules
from keeping import Book
from ledgers import QUIET, SONGQUAN, WAYAO, Records, read
from telling import text
from year_ledgers import MOODS, ledger

from rencli.errors import InvalidInputError
from rencli.gongwen.numbering import chinese
from rencli.records.note import SECTIONS

GOLDEN = Path(__file__).parent / "golden"
CONGRESS = {"kind": "meeting", "type": "人代会", "term": 5, "session": 6, "began_on": "2025-01-10"}
FIFTH = CONGRESS | {"session": 5, "began_on": "2025-01-20"}
THIRD = CONGRESS | {"session": 3, "began_on": "2023-01-10"}
EMPTY: Records = [{"kind": "office", "name": "青石乡"}, {"kind": "term", "number": 5, "began_on": "2022-01-20"}]
BEGUN = CONGRESS | {"session": 2, "began_on": "2023-01-20"}
PAPERS = {
    "songquan-2025-congress": ([*read(SONGQUAN), CONGRESS], "congress", {}, date(2025, 1, 10)),
    "wayao-2025-congress": ([*read(WAYAO), FIFTH], "congress", {}, date(2025, 1, 20)),
    "songquan-2023-congress": ([*read(QUIET), THIRD], "congress", {}, date(2023, 1, 10)),
    "empty-congress": ([*EMPTY, BEGUN], "congress", {}, date(2023, 1, 20)),
    "songquan-term": (read(SONGQUAN), "term", {"term": "5"}, date(2025, 1, 9)),
    "wayao-term": (read(WAYAO), "term", {"term": "5"}, date(2025, 1, 9)),
    "songquan-2023-term": (read(QUIET), "term", {"term": "5"}, date(2023, 1, 9)),
    "empty-term": (EMPTY, "term", {"term": "5"}, date(2023, 1, 9)),
    "songquan-2024Q4-quarter": (read(SONGQUAN), "quarter", {"quarter": "2024Q4"}, date(2025, 1, 6)),
    "songquan-2024Q3-quarter": (read(SONGQUAN), "quarter", {"quarter": "2024Q3"}, date(2024, 10, 8)),
    "wayao-2024Q3-quarter": (read(WAYAO), "quarter", {"quarter": "2024Q3"}, date(2024, 10, 8)),
    "songquan-2022Q2-quarter": (read(QUIET), "quarter", {"quarter": "2022Q2"}, date(2022, 7, 4)),
    "empty-quarter": (EMPTY, "quarter", {"quarter": "2022Q2"}, date(2022, 7, 4)),
    "songquan-2025-work-plan": (read(SONGQUAN), "work-plan", {"year": "2025"}, date(2025, 1, 6)),
    "songquan-2024-work-plan": (read(SONGQUAN), "work-plan", {"year": "2024"}, date(2024, 1, 6)),
    "songquan-2023-work-plan": (read(QUIET), "work-plan", {"year": "2023"}, date(2023, 1, 9)),
    "empty-work-plan": (EMPTY, "work-plan", {"year": "2026"}, date(2025, 12, 20)),
}
SPEECHES = [name for name, (_, report, _, _) in PAPERS.items() if report == "congress"]
LEDGERS = [(mood, size) for mood, size in zip(MOODS, (40, 60, 150, 300, 90, 40), strict=False)]


def made(folder: Path, records: Records, report: str, asked: dict[str, str], day: date) -> str:
    """A paper of these records, signed on a day that is today; that of a congress is made for the last one."""
    with Book(folder).keep(*records).opened(day) as book:
        numbers = []
        if report == "congress":
            congresses = [each for each in book.records("meeting") if each.type == "人代会"]
            numbers = [str(max(congresses, key=lambda each: each.began_on).id)]
        return text(book, report, asked, numbers)


@pytest.mark.parametrize("name", PAPERS)
def test_paper_reads_as_its_golden_text(name: str, tmp_path: Path, rewrite: bool) -> None:
    told = made(tmp_path, *PAPERS[name])
    golden = GOLDEN / f"{name}.txt"
    if rewrite:
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAPERS)
def test_nothing_is_struck_out(name: str, tmp_path: Path) -> None:
    assert faults(made(tmp_path, *PAPERS[name])) == []


@pytest.mark.slow
@pytest.mark.parametrize("report", ["congress", "term", "quarter", "work-plan"])
@pytest.mark.parametrize(("mood", "size"), LEDGERS)
def test_nothing_is_struck_out_of_random_ledgers(report: str, mood: str, size: int, tmp_path: Path) -> None:
    day = {"congress": date(2025, 1, 20), "quarter": date(2025, 1, 6)}.get(report, date(2025, 1, 9))
    records: Records = ledger(3, size, mood)
    if report == "congress":
        records = [*records, CONGRESS | {"session": 9, "began_on": "2025-01-20"}]
    asked = {"term": {"term": "5"}, "quarter": {"quarter": "2024Q4"}, "work-plan": {"year": "2025"}}.get(report, {})
    told = made(tmp_path, records, report, asked, day)
    assert faults(told, strange=mood == "strange") == []
    if report == "congress":
        assert heard(told, records) == []


@pytest.mark.parametrize("name", SPEECHES)
def test_speech_is_made_for_the_ear(name: str, tmp_path: Path) -> None:
    records = PAPERS[name][0]
    assert heard(made(tmp_path, *PAPERS[name]), records) == []


@pytest.mark.parametrize("report", ["congress", "term", "quarter"])
def test_every_note_stands_once(report: str, tmp_path: Path) -> None:
    notes = [
        {"kind": "note", "on": "2024-12-20", "section": section, "text": f"关于{section}的一句原话{chinese(at)}"}
        for at, section in enumerate(SECTIONS, 1)
    ]
    records = [record for record in read(SONGQUAN) if record["kind"] != "note"]
    records = [*records, *notes, *([CONGRESS] if report == "congress" else [])]
    asked = {"term": {"term": "5"}, "quarter": {"quarter": "2024Q4"}}.get(report, {})
    told = made(tmp_path, records, report, asked, date(2025, 1, 10))
    assert [note["text"] for note in notes if told.count(note["text"]) != 1] == []
    assert faults(told) == []


def test_report_goes_back_to_the_congress_that_heard_the_last(tmp_path: Path) -> None:
    """The congress of July heard no report of the presidium, so that of January is the last."""
    records = [*read(SONGQUAN), CONGRESS]
    assert "报告五届四次会议以来的工作" in made(tmp_path, records, "congress", {}, date(2025, 1, 10))


def test_report_goes_back_to_the_last_congress_without_an_agenda(tmp_path: Path) -> None:
    silent = [{k: v for k, v in each.items() if k != "items"} for each in read(SONGQUAN)]
    told = made(tmp_path, [*silent, CONGRESS], "congress", {}, date(2025, 1, 10))
    assert "报告五届五次会议以来的工作" in told
    assert "代表提出建议1件，即《关于疏浚柳坝灌渠的建议》" in told


def test_report_tells_nothing_of_its_own_day_and_later(tmp_path: Path) -> None:
    later = [
        {"kind": "activity", "type": "视察", "held_on": day, "theme": f"会后的{day}"}
        for day in ("2025-01-10", "2025-02-03")
    ]
    with Book(tmp_path).keep(*read(SONGQUAN), CONGRESS, *later).opened(date(2025, 3, 1)) as book:
        number = next(each.id for each in book.records("meeting") if each.session == 6)
        assert "会后的" not in text(book, "congress", {}, [str(number)])


def test_only_a_congress_hears_the_report(tmp_path: Path) -> None:
    with Book(tmp_path).keep(*read(SONGQUAN)).opened(date(2025, 1, 6)) as book:
        number = next(each.id for each in book.records("meeting") if each.type != "人代会")
        with pytest.raises(InvalidInputError, match="只写会议类型是人代会的会议"):
            text(book, "congress", {}, [str(number)])


def test_five_years_are_said_of_five_full_ones_only(tmp_path: Path) -> None:
    records = read(SONGQUAN)
    records[1] |= {"began_on": "2021-11-20", "ended_on": "2026-12-31"}
    (tmp_path / "three").mkdir()
    (tmp_path / "five").mkdir()
    three = made(tmp_path / "three", records, "term", {"term": "5"}, date(2025, 1, 9))
    five = made(tmp_path / "five", records, "term", {"term": "5"}, date(2027, 1, 9))
    assert "五年来" not in three and "届满" not in three
    assert "五年来" in five and "到2026年12月31日届满" in five


def test_plan_of_next_year_is_made_before_it_begins(tmp_path: Path) -> None:
    plan = {"kind": "plan", "year": 2026, "title": "听取饮水安全情况报告", "section": "监督工作", "due": "2026-09-30"}
    old = {"kind": "plan", "year": 2025, "title": "更新公示栏"}
    told = made(tmp_path, [*EMPTY, plan, plan | {"due": None}, old], "work-plan", {"year": "2026"}, date(2025, 12, 20))
    assert told.count("听取饮水安全情况报告") == 1
    assert "9月底前听取饮水安全情况报告" in told and "2025年安排的“更新公示栏”继续完成" in told
    assert "依照地方组织法第十九条" not in told  # the plan says it


def test_quarter_looks_ahead(tmp_path: Path) -> None:
    told = made(tmp_path, read(SONGQUAN), "quarter", {"quarter": "2024Q3"}, date(2024, 10, 8))
    assert "第四季度的工作：一是督促承办单位在11月25日前答复《关于疏浚柳坝灌渠的建议》" in told


def faults(told: str, *, strange: bool = False) -> list[str]:
    """What a strict reader strikes out; an address is no sentence, nor is the row of a table."""
    prose = reading_books.without_tables(told).replace("各位代表：\n", "")
    rules = {rule: check for rule, check in reading_rules.TEXT.items() if not (strange and rule == "4 部分和总数")}
    return [fault for check in rules.values() for fault in check(prose)]


def heard(told: str, records: Records) -> list[str]:
    """No brackets but those of headings, two figures a sentence, 25 in all; what records say themselves aside."""
    own = json.dumps(records, ensure_ascii=False)
    text_ = re.sub(r"《[^《》]*》|“[^“”]*”|[一二三四五六七八九十]+届[一二三四五六七八九十]+次会议", "", told)
    spoken = list(properties.sentences(properties.body(text_)))
    faults = [
        f"括号：{each}" for each in spoken if re.search("（(?![一二三四五六七八九十]+）)", each) and "（" not in own
    ]
    counted = [(properties.figures(re.sub(r"第\d+", "", each)), each) for each in spoken]
    faults += [f"一句{count}个数：{each}" for count, each in counted if count > 2]
    total = sum(count for count, _ in counted)
    return faults + ([f"全篇{total}个数"] if total > 25 else [])


def test_a_term_that_has_only_begun_has_no_table_of_years(tmp_path: Path) -> None:
    """Two parts of a year, with nothing that the table counts: it once had no row."""
    records = [
        {"kind": "office", "name": "松泉镇", "county": "南屏县"},
        {"kind": "term", "number": 5, "began_on": "2024-12-20"},
        {"kind": "opinion", "received_on": "2024-12-26", "content": "路灯不亮"},
        {"kind": "opinion", "received_on": "2025-01-03", "content": "沟渠堵塞"},
    ]
    told = made(tmp_path, records, "term", {"term": "5"}, date(2025, 1, 9))
    assert "逐年情况" not in told
    assert faults(told) == []
