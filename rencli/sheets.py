"""Sheets of rows to an .xlsx workbook that is ready to print. The only place that imports xlsxwriter.

A4, as wide as the page, the heading row repeated on every page, the page number below. Rows are streamed: what
has been handed over is on disk, not in memory. The same sheets make the same bytes.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final, NamedTuple

from rencli.errors import InvalidInputError

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS: Final = 1_048_576
LONGEST_TEXT: Final = 32_767
"""UTF-16 units in one cell; both limits are Excel's own."""
LONGEST_NAME: Final = 31
LONGEST_AS_TEXT: Final = 255
"""A cell of the format "text" that is longer shows as #### in older Excel."""

_FORBIDDEN: Final = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_CREATED: Final = datetime(2000, 1, 1)
_NARROW: Final = 9
_WIDE: Final = 40
_LINE: Final = 16
_TALLEST: Final = 409
"""Points; a row cannot be higher."""
_DAY_ZERO: Final = date(1899, 12, 30).toordinal()
_LEAP_BUG: Final = 61
"""Excel counts a 29 February 1900 (as Lotus 1-2-3 did): days before 1 March 1900 are one less."""


class Sheet(NamedTuple):
    """One sheet: a heading row and the rows below it."""

    name: str
    titles: Sequence[str]
    rows: Iterable[Sequence[Any]]
    """str, int, float, bool, date, list (joined with 、) or None (an empty cell)."""
    heading: str | None = None
    """What stands above the table, across its whole width."""
    widths: Sequence[float] | None = None
    """Column widths in characters of the font; from the titles where none are given.

    Where they are given, rows are made as high as their words need: only Excel does so by itself.
    """
    landscape: bool = False


class _Formats(NamedTuple):
    heading: "Format"
    title: "Format"
    text: "Format"
    plain: "Format"
    date: "Format"


def write(target: Path | BinaryIO, sheets: Iterable[Sheet]) -> None:
    """Write a workbook. Raises InvalidInputError where a sheet has more than Excel can hold."""
    from xlsxwriter import Workbook

    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(str(target) if isinstance(target, Path) else target, options) as book:
        book.set_properties({"created": _CREATED})
        formats = _formats(book)
        taken: set[str] = set()
        for sheet in sheets:
            page = book.add_worksheet(_legal(sheet.name, taken))
            _fill(page, sheet, formats)


def default_width(title: str) -> float:
    """The width of a column that holds its title on one line, within sensible bounds."""
    return min(max(2.2 * len(title) + 1, _NARROW), _WIDE)


def _formats(book: "Workbook") -> _Formats:
    cell = {"border": 1, "text_wrap": True, "valign": "vcenter"}
    return _Formats(
        book.add_format({"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"}),
        book.add_format(cell | {"bold": True, "align": "center"}),
        book.add_format(cell | {"num_format": "@"}),
        book.add_format(cell),
        book.add_format(cell | {"num_format": "yyyy-mm-dd", "align": "center"}),
    )


def _fill(page: "Worksheet", sheet: Sheet, formats: _Formats) -> None:
    top = 1 if sheet.heading else 0
    widest = len(sheet.titles) - 1
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_footer("&C&P/&N")
    page.freeze_panes(top + 1, 0)
    page.repeat_rows(0, top)
    if sheet.landscape:
        page.set_landscape()
    for place, width in enumerate(sheet.widths or map(default_width, sheet.titles)):
        page.set_column(place, place, width)
    if sheet.heading:
        page.set_row(0, 30)
        if widest > 0:
            page.merge_range(0, 0, 0, widest, "")
        page.write_string(0, 0, sheet.heading, formats.heading)
    for place, title in enumerate(sheet.titles):
        page.write_string(top, place, title, formats.title)
    for at, row in enumerate(sheet.rows, top + 1):
        if sheet.widths and (lines := max(map(_lines, row, sheet.widths), default=1)) > 1:
            page.set_row(at, min(lines * _LINE, _TALLEST))
        _write_row(page, at, row, formats)


def _write_row(page: "Worksheet", at: int, row: Sequence[Any], formats: _Formats) -> None:
    if at >= MOST_ROWS:
        raise InvalidInputError(f"工作表“{page.name}”超过了 Excel 的 {MOST_ROWS} 行，请改存为 .csv。")
    for place, value in enumerate(row):
        if value.__class__ is str:
            _write_text(page, at, place, value, formats)
        elif value is None:
            page.write_blank(at, place, None, formats.text)
        elif isinstance(value, bool):
            page.write_string(at, place, "是" if value else "否", formats.text)
        elif isinstance(value, (int, float)):
            page.write_number(at, place, value, formats.plain)
        elif isinstance(value, date):
            page.write_number(at, place, _serial(value), formats.date)
        else:
            text = "、".join(map(str, value)) if isinstance(value, list) else str(value)
            _write_text(page, at, place, text, formats)


def _lines(value: Any, width: float) -> int:
    """How many lines a value takes in a column of that width."""
    text = "、".join(map(str, value)) if isinstance(value, list) else value
    if not isinstance(text, str):
        return 1
    return sum(max(1, ceil(_breadth(line) / width)) for line in text.split("\n"))


def _breadth(text: str) -> int:
    """Width in half characters: a Han character or Chinese mark is 2."""
    return sum(1 if char < "\u1100" else 2 for char in text)


def _write_text(page: "Worksheet", at: int, place: int, text: str, formats: _Formats) -> None:
    format = formats.text if len(text) <= LONGEST_AS_TEXT else formats.plain
    if text[:3] == "<r>" and text[-4:] == "</r>":  # the writer would take it for markup of its own
        page.write_rich_string(at, place, text[:1], text[1:2], text[2:], format)
    elif page.write_string(at, place, text, format):
        raise InvalidInputError(f"工作表“{page.name}”第{at + 1}行有一格超过 {LONGEST_TEXT} 个字，Excel 存不下。")


def _serial(day: date) -> int:
    """The number by which Excel knows a day."""
    number = day.toordinal() - _DAY_ZERO
    return number if number >= _LEAP_BUG else number - 1


def _legal(name: str, taken: set[str]) -> str:
    """A name that Excel takes: no brackets or slashes, at most 31 characters, no other sheet's."""
    clean = name.translate(_FORBIDDEN).strip(" '")[:LONGEST_NAME] or "表"
    found, number = clean, 1
    while found.lower() in taken:
        number += 1
        found = f"{clean[: LONGEST_NAME - len(str(number))]}{number}"
    taken.add(found.lower())
    return found
