"""Sheets of rows to an .xlsx workbook that is ready to print. The only place that imports xlsxwriter.

A4, as wide as the page, the heading row repeated on every page, the page number below. Rows are streamed: what
has been handed over is on disk, not in memory. The same sheets make the same bytes.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
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
MOST_FITTED: Final = 5000
"""Rows whose height is set; each costs memory, and nobody prints more."""
LINE_HEIGHT: Final = 16.0
ROOM: Final = 5.0
HIGHEST: Final = 409.0
"""Points: of a line, what a row has above and below its lines, the highest row that Excel takes."""
CELL_MARGINS: Final = 0.8
"""What of a column's width stays empty left and right of a text."""
WIDE_CHARACTER: Final = 2.15
NARROW_CHARACTER: Final = 1.1
"""How much of a column's width a character takes, the width being counted in digits."""
LONGEST_AS_TEXT: Final = 255
"""A cell of the format "text" that is longer shows as #### in older Excel."""

_OPTIONS: Final = MappingProxyType(
    {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
)
_FORBIDDEN: Final = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_CREATED: Final = datetime(2000, 1, 1)
_NARROW: Final = 9
_WIDE: Final = 40
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
    """Column widths in characters of the font; from the titles where none are given."""
    landscape: bool = False


class _Formats(NamedTuple):
    heading: "Format"
    title: "Format"
    text: "Format"
    long: "Format"
    number: "Format"
    date: "Format"


def write(target: Path | BinaryIO, sheets: Iterable[Sheet]) -> None:
    """Write a workbook. Raises InvalidInputError where a sheet has more than Excel can hold, OSError from the disk."""
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    with TemporaryDirectory(prefix="ren-", ignore_cleanup_errors=True) as scratch:
        book = Workbook(str(target) if isinstance(target, Path) else target, {**_OPTIONS, "tmpdir": scratch})
        book.set_properties({"created": _CREATED})
        formats = _formats(book)
        taken: set[str] = set()
        for sheet in sheets:
            page = book.add_worksheet(_legal(sheet.name, taken))
            _fill(page, sheet, formats)
        try:
            book.close()
        except FileCreateError as error:
            raise OSError(*error.args[0].args) from error


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
        book.add_format(cell | {"align": "center"}),
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
    widths = list(sheet.widths or map(default_width, sheet.titles))
    for place, width in enumerate(widths):
        page.set_column(place, place, width)
    if sheet.heading:
        page.set_row(0, 30)
        if widest > 0:
            page.merge_range(0, 0, 0, widest, "")
        page.write_string(0, 0, sheet.heading, formats.heading)
    _fit(page, top, sheet.titles, widths)
    for place, title in enumerate(sheet.titles):
        page.write_string(top, place, title, formats.title)
    for at, row in enumerate(sheet.rows, top + 1):
        if at < MOST_FITTED:
            _fit(page, at, row, widths)
        _write_row(page, at, row, formats, len(sheet.titles))


def _fit(page: "Worksheet", at: int, row: Sequence[Any], widths: Sequence[float]) -> None:
    """Make a row as high as its wrapped texts need; LibreOffice and WPS do not do it of themselves."""
    if len(row) == 1:
        widths = [sum(widths)]
    texts = zip((_shown(value) for value in row), widths, strict=False)
    lines = max((_lines(text, width) for text, width in texts if text), default=1)
    page.set_row(at, min(lines * LINE_HEIGHT + ROOM, HIGHEST))


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a column, rather one too many than one too few."""
    width = max(width - CELL_MARGINS, WIDE_CHARACTER)
    if len(text) * WIDE_CHARACTER <= width and "\n" not in text:
        return 1
    found = 0
    for part in text.split("\n"):
        wide = sum(char > "\u2000" for char in part)
        found += max(1, ceil((wide * WIDE_CHARACTER + (len(part) - wide) * NARROW_CHARACTER) / width))
    return found


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else "、".join(map(str, value)) if isinstance(value, list) else ""


def _write_row(page: "Worksheet", at: int, row: Sequence[Any], formats: _Formats, across: int) -> None:
    """One row; a single value for several columns, such as 本期无记录, takes the whole width."""
    if at >= MOST_ROWS:
        raise InvalidInputError(f"工作表“{page.name}”超过了 Excel 的 {MOST_ROWS} 行，请改存为 .csv。")
    if len(row) == 1 < across:
        page.merge_range(at, 0, at, across - 1, "", formats.number)
        page.write_string(at, 0, str(row[0]), formats.number)
        return
    for place, value in enumerate(row):
        if value.__class__ is str:
            _write_text(page, at, place, value, formats)
        elif value is None:
            page.write_blank(at, place, None, formats.text)
        elif isinstance(value, bool):
            page.write_string(at, place, "是" if value else "否", formats.text)
        elif isinstance(value, (int, float)):
            page.write_number(at, place, value, formats.number)
        elif isinstance(value, date):
            page.write_number(at, place, _serial(value), formats.date)
        else:
            _write_text(page, at, place, _shown(value) if isinstance(value, list) else str(value), formats)


def _write_text(page: "Worksheet", at: int, place: int, text: str, formats: _Formats) -> None:
    format = formats.text if len(text) <= LONGEST_AS_TEXT else formats.long
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
