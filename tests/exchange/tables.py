"""Files as clerks and hostile people make them, for the tests of import."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

HEADING = ("姓名", "联系电话")
ROWS = (HEADING, ("张三", "13912340001"), ("李四", "13912340002"))
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

Rows = Iterable[Sequence[Any]]
Fill = Callable[[Any, Any], object]


def as_csv(rows: Rows = ROWS, delimiter: str = ",") -> str:
    """Rows as a spreadsheet saves them."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()


def book(path: Path, rows: Rows = ROWS, fill: Fill | None = None, name: str = "Sheet1", **how: Any) -> Path:
    """A workbook of one sheet; ``fill`` is given the workbook and the sheet to do more."""
    with xlsxwriter.Workbook(path, how) as workbook:
        sheet = workbook.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(number, column, value)
                elif value is not None:
                    sheet.write(number, column, value)
        if fill:
            fill(workbook, sheet)
    return path


def changed(path: Path, part: str, old: bytes, new: bytes) -> Path:
    """The same workbook with other bytes in one of its parts; a part that is not there is added."""
    with zipfile.ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    parts[part] = parts[part].replace(old, new, 1) if part in parts else new
    assert old in parts.get(part, b"") or new in parts[part]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def opened_once(path: Path) -> Path:
    """The workbook as if Excel had computed and saved it."""
    return changed(path, "xl/workbook.xml", b' fullCalcOnLoad="1"', b"")


def old_book(path: Path, rows: Rows = ROWS, fill: Fill | None = None) -> Path:
    """The same as .xls."""
    import xlwt

    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("Sheet1", cell_overwrite_ok=True)
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write(number, column, value)
    if fill:
        fill(workbook, sheet)
    workbook.save(str(path))
    return path
