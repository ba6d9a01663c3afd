"""The books as LibreOffice prints them."""

import re
from io import BytesIO
from typing import Any

import pytest
from keeping import Book
from ledgers import DATA
from rendering import Office, office
from test_books import BOOKS, YEAR_END, ordered

from rencli import gongwen
from rencli.reports import make

pytestmark = pytest.mark.render

__all__ = ["office"]

ORDINARY = 15
"""Rows of the ordinary kind that a page holds."""
DAY = re.compile(r"\d{4}\.\d{1,2}\.\d{1,2}|1[3-9]\d{9}|\d-\d-\d")


@pytest.fixture(scope="module")
def printed(office: Office, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, list[Any]]]:
    """Text and pages of every book."""
    pdfplumber = pytest.importorskip("pdfplumber")
    book = Book(tmp_path_factory.mktemp("books"))
    assert book.take((DATA / "books-2024.jsonl").read_bytes())["rejected"] == []
    made = {}
    for name in BOOKS:
        with ordered(book, name, YEAR_END) as (ledger, order):
            made[name] = make.write(ledger, order, ".docx")
    found = office.convert(*made.values())
    return {
        name: (gongwen.docx_text(data), list(pdfplumber.open(BytesIO(pdf)).pages))
        for (name, data), pdf in zip(made.items(), found, strict=True)
    }


@pytest.mark.parametrize("name", BOOKS)
def test_every_word_of_a_book_is_printed(name: str, printed: dict[str, tuple[str, list[Any]]]) -> None:
    text, pages = printed[name]
    words = "".join(char["text"] for page in pages for char in page.chars if char["text"].strip())
    counted = {char: words.count(char) for char in set(text) if char.strip()}
    assert all(counted[char] >= text.count(char) for char in counted)


@pytest.mark.parametrize("name", BOOKS)
def test_days_and_telephones_stand_on_one_line(name: str, printed: dict[str, tuple[str, list[Any]]]) -> None:
    _, pages = printed[name]
    for page in pages:
        for table in page.extract_tables():
            assert table[0][0] == "序号"
            for row in table[1:]:
                broken = [cell for cell in row if cell and "\n" in cell and DAY.fullmatch(re.sub(r"\s", "", cell))]
                assert broken == []


def test_pages_of_books_are_turned_and_numbered(printed: dict[str, tuple[str, list[Any]]]) -> None:
    for _, pages in printed.values():
        for number, page in enumerate(pages, start=1):
            assert page.width > page.height
            assert re.sub(r"\s", "", page.extract_text()).endswith(f"—{number}—")


def test_a_page_holds_many_ordinary_rows_and_numbers_never_break(
    office: Office, tmp_path_factory: pytest.TempPathFactory
) -> None:
    pdfplumber = pytest.importorskip("pdfplumber")
    book = Book(tmp_path_factory.mktemp("many")).keep(
        {"kind": "office", "name": "云岭镇"},
        {"kind": "term", "number": 5, "began_on": "2021-12-20"},
        {"kind": "deputy", "name": "欧阳明德"},
        {"kind": "meeting", "type": "人代会", "began_on": "2024-01-10", "term": 5, "session": 3},
        *(
            {
                "kind": "petition",
                "received_on": f"2024-{n % 9 + 1:02}-10",
                "channel": "来访",
                "disposal": "转办",
                "content": "反映三组入户路坑洼积水，雨天学生上学要绕行两公里",
                "person": "李秀英",
                "people": 12,
                "unit": "镇综合执法队",
                "transferred_on": "2024-10-12",
                "due": "2024-11-12",
                "resolved_on": "2024-12-28",
                "result": "已修补路面320米，群众满意",
            }
            for n in range(200)
        ),
        *(
            {
                "kind": "suggestion",
                "term": 5,
                "session": 3,
                "number": n,
                "submitted_on": "2024-01-10",
                "title": "关于在老营村增设垃圾收集点的建议",
                "proposer": "欧阳明德",
                "category": "基础设施建设",
                "steps": [
                    {"step": "交办", "on": "2024-02-25", "unit": "镇村镇规划建设服务中心"},
                    {"step": "答复", "on": "2024-11-25", "result": "A"},
                    {"step": "反馈", "on": "2024-12-12", "attitude": "满意", "outcome": "基本满意"},
                    {"step": "办结", "on": "2024-12-28"},
                ],
            }
            for n in range(1, 201)
        ),
    )
    made = []
    for name in ("petitions", "suggestions-book"):
        with ordered(book, name, YEAR_END) as (ledger, order):
            made.append(make.write(ledger, order, ".docx"))
    petitions, suggestions = (pdfplumber.open(BytesIO(pdf)).pages for pdf in office.convert(*made))
    for found in (petitions, suggestions):
        rows = [len(page.extract_tables()[0]) - 1 for page in found]
        assert sum(rows) == 200
        assert min(rows[1:-1]) >= ORDINARY
    numbers = [row[1] for page in suggestions for row in page.extract_tables()[0][1:]]
    assert [re.sub("\u2011", "-", number) for number in numbers] == [f"5-3-{n}" for n in range(1, 201)]


def test_no_word_of_a_heading_is_cut(printed: dict[str, tuple[str, list[Any]]]) -> None:
    for _, pages in printed.values():
        for heading in (cell for page in pages for table in page.extract_tables() for cell in table[0]):
            assert all(len(line) > 1 for line in heading.split("\n")), heading
