"""Tables as WordprocessingML: fixed widths, a header that stands again on every page, rows that stay whole."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from rencli.gongwen.heading import break_heading
from rencli.gongwen.markup import w
from rencli.gongwen.model import Cell, Content, Control, Row, Table, plain
from rencli.gongwen.pieces import CELLS, FORM_CELLS, Style
from rencli.gongwen.profile import Profile


def table_xml(table: Table, profile: Profile, runs: Callable[[Content], str], *, kept: bool = False) -> str:
    """The table as wide as the text area; ``runs`` writes the words and live values of a line.

    With ``kept`` its last row stays on the page of what follows, a signature.

    Everything that is the same in a column is written once: a register may have ten thousand rows.
    """
    writer = _Writer(table, profile, runs, kept=kept)
    return w("tbl", table_properties(profile), writer.grid, *writer.rows())


def widths(table: Table, total: int) -> list[int]:
    """Widths of the columns in twips; what rounding takes from one it gives to the next, so that the sum is exact."""
    shares = [0, *accumulate(column.weight for column in table.columns)]
    return [right - left for left, right in pairwise(share * total // shares[-1] for share in shares)]


def broken_header(table: Table, profile: Profile) -> Iterator[Row]:
    """The rows of the header, their words broken as the columns are wide."""
    wide = widths(table, profile.text_width)
    margin, character = profile.table_margins[1], profile.table_size * 10
    for row in table.header:
        column, broken = 0, []
        for cell in row:
            room = sum(wide[column : column + cell.span]) - 2 * margin
            lines = (part for line in cell.lines for part in _broken(line, room / character))
            broken.append(replace(cell, lines=tuple(lines)))
            column += cell.span
        yield tuple(broken)


class _Writer:
    def __init__(self, table: Table, profile: Profile, runs: Callable[[Content], str], *, kept: bool) -> None:
        self._table = table
        self._kept = kept
        self._widths = widths(table, profile.text_width)
        self._runs = runs
        self._starts: dict[tuple[int, int], str] = {}
        self._styles, height = (CELLS, profile.table_row) if table.header else (FORM_CELLS, profile.form_row)
        self._profile = profile
        self._height = w("cantSplit") + w("trHeight", val=height, hRule="atLeast")

    @property
    def grid(self) -> str:
        return w("tblGrid", *(w("gridCol", w=width) for width in self._widths))

    def rows(self) -> Iterator[str]:
        head = w("trPr", self._height, w("tblHeader"))
        for row in broken_header(self._table, self._profile):
            yield f"<w:tr>{head}{self._cells(row, Style.TABLE_HEADER)}</w:tr>"
        head = w("trPr", self._height)
        last = len(self._table.rows) - 1
        for place, row in enumerate(self._table.rows):
            # a heading never stands at the foot of a page with one row only, nor a last row, a total, on one alone
            kept = (place in (0, last - 1) and place < last and bool(self._table.header)) or (
                place == last and self._kept
            )
            yield f"<w:tr>{head}{self._cells(row, kept=kept)}</w:tr>"

    def _cells(self, row: Row, style: Style | None = None, *, kept: bool = False) -> str:
        column = 0
        written = ""
        for cell in row:
            used = style or self._styles[cell.align or self._table.columns[column].align]
            with_next = w("keepNext") if kept else ""
            paragraph = f'<w:p><w:pPr><w:pStyle w:val="{used.name}"/>{with_next}</w:pPr>'
            lines = "".join(f"{paragraph}{self._runs(line)}</w:p>" for line in cell.lines or ((),))
            written += f"<w:tc>{self._start(column, cell)}{lines}</w:tc>"
            column += cell.span
        return written

    def _start(self, column: int, cell: Cell) -> str:
        place = column, cell.span
        if place not in self._starts:
            span = w("gridSpan", val=cell.span) if cell.span > 1 else ""
            width = sum(self._widths[column : column + cell.span])
            self._starts[place] = w("tcPr", w("tcW", w=width, type="dxa"), span, w("vAlign", val="center"))
        return self._starts[place]


def _broken(line: Content, room: float) -> tuple[Content, ...]:
    """A line of a heading on as many lines as it needs; live values stay whole."""
    if any(isinstance(run, Control) for run in line):
        return (line,)
    return tuple((part,) for part in break_heading(plain(line), room)) if line else (line,)


def table_properties(profile: Profile) -> str:
    """Full width, thin rules all round, fixed columns."""
    sides = ("top", "left", "bottom", "right")
    line: dict[str, str | int] = {"val": "single", "sz": profile.table_border, "space": 0, "color": "auto"}
    vertical, horizontal = profile.table_margins
    margins = {"top": vertical, "bottom": vertical, "left": horizontal, "right": horizontal}
    return w(
        "tblPr",
        w("tblW", w=profile.text_width, type="dxa"),
        w("jc", val="center"),
        w("tblBorders", *(w(side, **line) for side in (*sides, "insideH", "insideV"))),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=margins[side], type="dxa") for side in sides)),
    )


def colophon_xml(rows: Sequence[str], profile: Profile, *, ruled: bool) -> str:
    """版记 at the foot of the page on which it stands: a floating table, its last rule on the text area's edge."""
    outer, inner = profile.imprint_rules
    lines = (("top", outer), ("bottom", outer), ("insideH", inner)) if ruled else ()
    properties = w(
        "tblPr",
        w("tblpPr", vertAnchor="margin", horzAnchor="page", tblpX=profile.left, tblpYSpec="bottom"),
        w("tblW", w=profile.text_width, type="dxa"),
        w("tblBorders", *(w(side, val="single", sz=size, space=0, color="auto") for side, size in lines)),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right"))),
    )
    cell = w("tcPr", w("tcW", w=profile.text_width, type="dxa"), w("vAlign", val="center"))
    made = (w("tr", w("trPr", w("cantSplit")), w("tc", cell, row)) for row in rows)
    return w("tbl", properties, w("tblGrid", w("gridCol", w=profile.text_width)), *made)
