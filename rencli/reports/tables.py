"""The tables of a paper as a workbook: a sheet for each, its numbers as numbers."""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any, Final

from rencli import gongwen
from rencli.gongwen.model import Row, plain

_WHOLE: Final = re.compile(r"\d{1,9}")
_ACROSS: Final = {False: 90, True: 176}
"""Characters across a sheet, upright and turned."""


def workbook(paper: gongwen.Document) -> bytes:
    """A sheet for every table that has a header, called as the nearest title or heading above it."""
    from rencli import sheets

    target = BytesIO()
    sheets.write(target, list(_sheets(paper)))
    return target.getvalue()


def _sheets(paper: gongwen.Document) -> Iterator[Any]:
    from rencli.sheets import Sheet

    name = paper.title
    for block in paper.blocks:
        if isinstance(block, gongwen.Title):
            name = "".join(map(plain, block.lines))
        elif isinstance(block, gongwen.Heading):
            name = plain(block.content)
        elif isinstance(block, gongwen.Table) and block.header:
            total = sum(column.weight for column in block.columns)
            widths = [column.weight * _ACROSS[paper.landscape] / total for column in block.columns]
            rows = [[_typed(text) for text in _spread(row)] for row in block.rows]
            yield Sheet(name, _titles(block.header), rows, heading=name, widths=widths, landscape=paper.landscape)


def _titles(header: Sequence[Row]) -> list[str]:
    """One heading a column: 办理件数主办 of two rows."""
    spread = [[*_spread(row, again=True)] for row in header]
    return ["".join(dict.fromkeys(filter(None, parts))) for parts in zip(*spread, strict=True)]


def _spread(row: Row, *, again: bool = False) -> Iterator[str]:
    """The text of each column of a row; of a wide cell in its first column, or in all that it takes."""
    for cell in row:
        text = "\n".join(cell.texts)
        yield from (text if again or place == 0 else "" for place in range(cell.span))


def _typed(text: str) -> Any:
    return int(text) if _WHOLE.fullmatch(text) else text or None
