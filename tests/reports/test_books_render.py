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
