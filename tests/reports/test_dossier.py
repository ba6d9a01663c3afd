"""代表履职档案: a golden text, and what must hold for every deputy of every ledger."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from drawing import Line
from hypothesis import HealthCheck, given, settings
from keeping import Book
from random_ledgers import ledgers
from running import TODAY, Desk

from rencli import gongwen
from rencli.figures import points
from rencli.reports import make, manifest
from rencli.reports.make import Order
from rencli.store.ledger import Ledger

GOLDEN = Path(__file__).parent / "golden"
DATA = Path(__file__).parents[1] / "data" / "dossier.jsonl"
PERIODS: dict[str, dict[str, str]] = {"whole": {}, "2023": {"year": "2023"}, "2021": {"year": "2021"}}
HEADINGS = [
    "一、基本情况",
    "二、出席会议",
    "三、参加视察、执法检查和调研",
    "四、参加学习培训",
    "五、参加小组活动和联系选民",
    "六、提出议案和建议",
    "七、向选民述职",
    "八、表彰和先进事迹",
    "附：履职积分",
]
OFFICE: Line = {"kind": "office", "name": "松泉镇"}


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path).keep(*DATA.read_text(encoding="utf-8").splitlines())


def ordered(ledger: Ledger, name: str, **asked: str) -> Order:
    """The order for a deputy's dossier."""
    found = manifest.manifest("dossier")
    span = make.period_of(ledger, found, dict(asked))
    return make.orders(ledger, found, span, TODAY, [name])[0]


def text(ledger: Ledger, name: str, **asked: str) -> str:
    return make.write(ledger, ordered(ledger, name, **asked), ".txt").decode()


def part(of: str, heading: str) -> list[str]:
    """The lines below a heading."""
    lines = of.split(heading + "\n")[1].splitlines()
    ends = [place for place, line in enumerate(lines) if line in HEADINGS or not line]
    return lines[: ends[0]] if ends else lines


@pytest.mark.parametrize("name", PERIODS)
def test_it_reads_as_its_golden_text(book: Book, name: str, rewrite: bool) -> None:
    with book.opened() as ledger:
        made = text(ledger, "沈秋月", **PERIODS[name])
    golden = GOLDEN / f"songquan-dossier-{name}.txt"
    if rewrite:
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


def test_without_a_period_it_begins_with_the_seat(book: Book) -> None:
    """The township seat held on the day of asking, else the one held last."""
    with book.opened() as ledger:
        assert ordered(ledger, "沈秋月").period[1:3] == (date(2021, 11, 20), TODAY)
        assert ordered(ledger, "沈秋月", as_of="2021-06-01").period[1:3] == (date(2019, 3, 2), date(2021, 6, 1))
    book.keep({"kind": "deputy", "name": "方竹", "ended_on": "2023-01-31", "end_reason": "辞职"})
    with book.opened() as ledger:
        assert ordered(ledger, "方竹").period[1:3] == (date(2021, 11, 20), date(2023, 1, 31))


def test_what_happened_after_the_day_of_asking_is_not_told(book: Book) -> None:
    with book.opened() as ledger:
        made = text(ledger, "沈秋月", as_of="2022-03-10")
    assert "2022.3.8" not in made and "已答复；A类（已解决或采纳）" in made
    assert part(made, "七、向选民述职") == ["本期无记录。"]
    assert not re.search(r"暂停|辞职|2023[年.]", made)


def test_a_congress_without_a_list_of_who_attended_is_told(book: Book) -> None:
    book.keep(
        *({"kind": "meeting", "type": "人代会", "term": 5, "session": 9, "began_on": day} for day in ["2024-05-20"]),
        {"kind": "deputy", "name": "新代表", "began_on": "2024-05-01"},
    )
    with book.opened() as ledger:
        new, other = (text(ledger, name) for name in ("新代表", "沈秋月"))
        told = part(text(ledger, "新代表", as_of="2024-05-19"), "二、出席会议")
    assert part(new, "二、出席会议") == ["期间举行人代会1次，没有逐人登记出席。"]
    assert part(other, "二、出席会议")[-1] == "期间另举行人代会1次，没有逐人登记出席。"
    assert told == ["本期无记录。"]


def test_a_paper_signed_before_the_period_ends_goes_to_its_own_day(book: Book) -> None:
    with book.opened() as ledger:
        order = ordered(ledger, "沈秋月", year="2024")
        made = make.write(ledger, order._replace(issued_on=date(2024, 3, 1)), ".txt").decode()
    assert made.splitlines()[1].endswith("\t2024年1月1日至2024年3月1日")


def test_telephone_and_address_stay_in_the_ledger(book: Book) -> None:
    with book.opened() as ledger:
        made = text(ledger, "沈秋月")
    assert "13900000001" not in made and "柳坝村三组" in "".join(part(made, "五、参加小组活动和联系选民"))
    assert "柳坝村三组" not in "".join(part(made, "一、基本情况"))


def test_it_is_one_paper_by_two_names(desk: Desk) -> None:
    (desk.folder / "a.jsonl").write_bytes(DATA.read_bytes())
    desk.do("init")
    desk.do("import", "a.jsonl")
    name = desk.do("deputy", "dossier", "沈秋月")
    assert name == "松泉镇沈秋月2021年11月20日至2024年7月1日履职档案.docx"
    desk.do("report", "make", "dossier", "沈秋月", "-o", "b.docx")
    assert (desk.folder / "b.docx").read_bytes() == (desk.folder / name).read_bytes()
    assert desk("deputy", "dossier", "沈秋月").code == 4
    assert desk("deputy", "dossier", "方竹").code == 3
    assert desk("report", "make", "dossier").code == 2


def test_words_of_any_kind_stay_in_their_cells(book: Book) -> None:
    odd = ["|", "<", "\\", "|---|", "# 甲|乙", ":换页", "<|\\|>", "&amp;<b>", "两行|\n第二行"]
    lines: list[Line] = []
    for word in odd:
        lines.append({"kind": "activity", "held_on": "2024-06-01", "type": "视察", "theme": word, "place": word})
        lines.append({"kind": "merit", "happened_on": "2024-06-01", "deputy": "陆长河", "title": word, "content": word})
        lines[-2]["deputies"] = ["陆长河"]
    book.keep(*lines)
    with book.opened() as ledger:
        order = ordered(ledger, "陆长河", year="2024")
        document = make.document(ledger, order)
        made = make.write(ledger, order, ".docx")
    tables = [block for block in document.blocks if isinstance(block, gongwen.Table)]
    told = [table for table in tables if table.header and len(table.rows) == len(odd)]
    assert len(told) == 2
    for table in told:
        assert [len(row) for row in table.rows] == [4] * len(odd)
    themes = ["".join(map(str, row[2].lines[0])) for row in told[0].rows]
    assert themes == [word.replace("\n", " ") for word in odd]
    assert gongwen.problems(made) == []


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=ledgers())
def test_every_deputy_has_one(tmp_path: Path, lines: list[Line]) -> None:
    people = [line["id"] for line in lines if line["kind"] == "deputy"]
    with Book(tmp_path).keep(OFFICE, *lines).opened() as ledger:
        for person in people:
            order = ordered(ledger, str(person))
            made = text(ledger, str(person))
            assert [line for line in made.splitlines() if line in HEADINGS] == HEADINGS
            assert not re.search(r"None|\{|\|", made)
            _rows_agree(made, ledger, person, order)


def _rows_agree(made: str, ledger: Ledger, person: int, order: Order) -> None:
    """A record scores where the dossier lists it, and the sum is that of the points."""
    lines = points.of_person(ledger, person, order.period)
    told = part(made, HEADINGS[-1])
    if lines:
        assert f"合计\t\t\t{len(lines)}\t{points.total(lines)}" in told
    meetings = part(made, HEADINGS[1])
    rows: list[Any] = [line for line in meetings if re.match(r"\d{4}\.", line)]
    scored = [line for line in lines if line.kind == "meeting"]
    assert len(rows) == len(scored)
