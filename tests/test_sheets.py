"""Workbooks as a reader finds them, part by part, without the library that wrote them."""

import io
import re
import time
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from rencli import sheets
from rencli.errors import InvalidInputError
from rencli.sheets import Sheet

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def written(*pages: Sheet) -> zipfile.ZipFile:
    target = io.BytesIO()
    sheets.write(target, pages)
    return zipfile.ZipFile(target)


def cells(book: zipfile.ZipFile, number: int = 1) -> dict[str, Any]:
    """Cell name → text or number; a formula would be told as such."""
    root = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
    found: dict[str, Any] = {}
    for cell in root.iter(f"{MAIN}c"):
        assert cell.find(f"{MAIN}f") is None, "a formula"
        value = cell.find(f"{MAIN}v")
        texts = [each.text or "" for each in cell.iter(f"{MAIN}t")]
        if texts or value is not None:
            found[cell.attrib["r"]] = "".join(texts) if texts else float((value.text if value is not None else 0) or 0)
    return found


def page(book: zipfile.ZipFile) -> str:
    return book.read("xl/worksheets/sheet1.xml").decode()


def test_values_keep_their_types_and_text_stays_text() -> None:
    row = ["=1+1", "-5", "http://a.cn", 7, 1.5, True, False, date(2024, 3, 5), ["张三", "李四"], None, "第一行\n第二行"]
    found = cells(written(Sheet("表", [f"题{at}" for at in range(len(row))], [row])))
    assert [found.get(f"{letter}2") for letter in "ABCDEFGHIJK"] == [
        *("=1+1", "-5", "http://a.cn", 7, 1.5, "是", "否", 45356, "张三、李四", None, "第一行\n第二行"),
    ]


def test_text_that_looks_like_the_writers_own_markup_is_text() -> None:
    found = cells(written(Sheet("表", ["题"], [["<r>甲&乙</r>"], ["<r></r>"], ["<t>丙</t>"]])))
    assert [found["A2"], found["A3"], found["A4"]] == ["<r>甲&乙</r>", "<r></r>", "<t>丙</t>"]


@pytest.mark.parametrize(("day", "number"), [(date(1900, 1, 1), 1), (date(1900, 2, 28), 59), (date(1900, 3, 1), 61)])
def test_days_before_march_1900_are_those_of_excel(day: date, number: int) -> None:
    assert cells(written(Sheet("表", ["日期"], [[day]])))["A2"] == number


def test_the_page_is_ready_to_print() -> None:
    book = written(Sheet("花名册", ["序号", "姓名"], [[1, "张三"]], heading="瓦窑镇人大代表花名册", landscape=True))
    assert {name: value for name, value in cells(book).items() if name in ("A1", "B1", "A2", "B2", "B3")} == {
        "A1": "瓦窑镇人大代表花名册", "A2": "序号", "B2": "姓名", "B3": "张三",
    }  # fmt: skip
    xml = page(book)
    for part in (
        '<mergeCell ref="A1:B1"/>', 'paperSize="9"', 'orientation="landscape"', 'fitToHeight="0"', "&amp;P/&amp;N",
        'ySplit="2"', "<sheetPr><pageSetUpPr fitToPage",
    ):  # fmt: skip
        assert part in xml
    assert "花名册!$1:$2" in book.read("xl/workbook.xml").decode()


def test_sheet_names_are_made_legal_and_unlike() -> None:
    long = "很" * 40
    book = written(*(Sheet(name, ["题"], []) for name in ("a/b:c", "A b c", long, long, "", "'甲'")))
    names = re.findall(r'<sheet name="([^"]*)"', book.read("xl/workbook.xml").decode())
    assert names == ["a b c", "A b c2", "很" * 31, "很" * 30 + "2", "表", "甲"]


def test_the_same_sheets_make_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = tmp_path / "一.xlsx", tmp_path / "二.xlsx"
    sheets.write(first, [Sheet("表", ["题"], [["甲"]])])
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        time.sleep(2.1)  # a zip keeps times in steps of two seconds
        sheets.write(second, [Sheet("表", ["题"], [["甲"]])])
    finally:
        monkeypatch.undo()
        time.tzset()
    assert first.read_bytes() == second.read_bytes()


def test_what_a_cell_cannot_hold_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="第2行有一格超过 32767 个字"):
        written(Sheet("表", ["题"], [["长" * 32768]]))


def test_rows_beyond_the_last_of_excel_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 5)

    def endless() -> Iterator[list[int]]:
        number = 0
        while True:
            yield [number]
            number += 1

    with pytest.raises(InvalidInputError, match=r"请改存为 \.csv"):
        written(Sheet("表", ["题"], endless()))


def test_a_row_is_as_high_as_its_wrapped_text(tmp_path: Path) -> None:
    rows = [["短", "内容很长" * 10], ["一\n二\n三", ""], ["短", "短"], ["", "长" * 20_000]]
    xml = page(written(Sheet("表", ["甲", "乙"], rows, widths=[10, 20])))
    assert re.findall(r'<row r="(\d)"[^>]* ht="([\d.]+)"', xml) == [
        *(("1", "21"), ("2", "84.75"), ("3", "53.25"), ("4", "21"), ("5", "408.75"))
    ]
