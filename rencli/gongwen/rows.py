"""Reading a table: lines that begin and end with a bar.

    |日期|主题|参加代表|        the header
    |---:|------|:--:|        the rule: widths by the number of dashes, alignment by the colons
    |3月5日|视察村道|张三|
    |3月9日|座谈|<|           a cell of ``<`` alone is taken up by the one on its left
    |本期无记录|               a single cell takes the whole row

A rule that comes first means a table without a header, none at all one with equal columns. Words from outside
go through ``cell``, so that nothing in them ends a cell.
"""

import re
from collections.abc import Sequence

from rencli.gongwen.characters import BAR, BREAK, END, LEFTWARD, START
from rencli.gongwen.line import Line
from rencli.gongwen.model import Align, Cell, Column, Row, Table

MARK = "|"
_PIECE = re.compile(rf"((?:{START}[^{END}]*{END}|[^|])*)\|")
_RULE = re.compile(r"(:?)(-+)(:?)")
_ALIGNMENTS: dict[tuple[bool, bool], Align] = {(True, True): "centre", (False, True): "right"}


def table(lines: Sequence[Line]) -> Table:
    """The table that these lines describe; GongwenError names the one at fault."""
    split = [_pieces(line) for line in lines]
    rules = [place for place, pieces in enumerate(split) if all(map(_RULE.fullmatch, pieces))]
    if len(rules) > 1:
        raise lines[rules[1]].fault("一个表格只能有一行“|---|---|”")
    count = len(split[rules[0]]) if rules else max(map(len, split))
    columns = tuple(map(_column, split[rules[0]])) if rules else (Column(1),) * count
    rows = [
        _row(line, pieces, count)
        for place, (line, pieces) in enumerate(zip(lines, split, strict=True))
        if place not in rules
    ]
    head = rules[0] if rules else 0
    if not rows[head:]:
        raise lines[-1].fault("表格没有内容；没有记录的，写一行“|本期无记录|”")
    return Table(columns, tuple(rows[:head]), tuple(rows[head:]))


def _pieces(line: Line) -> list[str]:
    if len(line.text) < 3 or not line.text.endswith(MARK):
        raise line.fault("表格的一行要以“|”开头，以“|”结尾，中间写各格的文字")
    return [found[1].strip() for found in _PIECE.finditer(line.text[1:])]


def _column(rule: str) -> Column:
    left, dashes, right = _RULE.fullmatch(rule).groups()  # type: ignore[union-attr]  # chosen by this pattern
    return Column(len(dashes), _ALIGNMENTS.get((bool(left), bool(right)), "left"))


def _row(line: Line, pieces: Sequence[str], count: int) -> Row:
    if len(pieces) == 1 and count > 1:
        return (_cell(line, pieces[0], count, "centre"),)
    if len(pieces) != count:
        raise line.fault(f"这一行有{len(pieces)}格，应是{count}格；左边的格占到这里来的，写“<”")
    if pieces[0] == LEFTWARD:
        raise line.fault("第一格左边没有格，不能写“<”")
    starts = [place for place, piece in enumerate(pieces) if piece != LEFTWARD]
    ends = [*starts[1:], count]
    return tuple(_cell(line, pieces[start], end - start) for start, end in zip(starts, ends, strict=True))


def _cell(line: Line, text: str, span: int, align: Align | None = None) -> Cell:
    texts = text.removeprefix("\\").split(BREAK)
    return Cell(tuple(line.content(each.replace(BAR, MARK).strip()) for each in texts), span, align)
