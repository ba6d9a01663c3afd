"""A paper as plain text and as Markdown."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from rencli.gongwen.characters import END, MIDDLE, START
from rencli.gongwen.layout import page_of, set_pieces
from rencli.gongwen.model import Align, Control, Document, Row, Table, row_text
from rencli.gongwen.pieces import HEADINGS, Colophon, Piece, SetLine, SetParagraph, Style
from rencli.gongwen.pieces import words as printed
from rencli.gongwen.profile import STANDARD, Profile

_INLINE_MARKS = re.compile(r"[\\`*_\[\]<>&~|]")
_FIRST_MARK = re.compile(r"^(\d*)([#+=.)-])")
_MARKS = {Style.TITLE: "# ", **{style: "#" * level + " " for level, style in enumerate(HEADINGS, start=2)}}
_UNSEEN = (Style.EMPTY, Style.AFTER_TABLE)
_RULES: dict[Align, str] = {"left": "---", "centre": ":---:", "right": "---:"}

Words: TypeAlias = Callable[[SetLine], str]


def to_text(document: Document, profile: Profile = STANDARD) -> str:
    """The paper line by line as its page has it, a line for each row of a table; what ``docx_text`` reads.

    Columns are parted by tabs, so that a table pastes into a spreadsheet.
    """
    return text_of(set_pieces(document, page_of(document, profile)))


def to_marked(document: Document, profile: Profile = STANDARD) -> str:
    """The same with every live value between its marks: ``START tag MIDDLE text END``."""
    return text_of(set_pieces(document, page_of(document, profile)), _marked)


def text_of(pieces: Iterable[Piece], words: Words = printed) -> str:
    """The same of pieces that are set already; ``words`` says what is written of a line."""
    return "".join(f"{line}\n" for piece in pieces for line in _lines(piece, words))


def _lines(piece: Piece, words: Words) -> Iterator[str]:
    if isinstance(piece, SetParagraph):
        yield _broken(piece, words)
    elif isinstance(piece, Colophon):
        yield from (_broken(row, words) for row in piece.rows)
    else:
        for rows, between in ((piece.header, ""), (piece.rows, " ")):
            for row in rows:
                yield row_text(((map(words, cell.lines), cell.span) for cell in row), between)


def _broken(paragraph: SetParagraph, words: Words) -> str:
    return "\n".join(map(words, paragraph.lines))


def _marked(line: SetLine) -> str:
    return "".join(
        f"{START}{run.tag}{MIDDLE}{run.text}{END}" if isinstance(run, Control) else printed((run,)) for run in line
    )


def to_markdown(document: Document, profile: Profile = STANDARD) -> str:
    """The paper in CommonMark: levels as headings with their numbers, pipe tables, every other part a paragraph."""
    parts = (part for piece in set_pieces(document, page_of(document, profile)) for part in _parts(piece))
    return "\n\n".join(parts) + "\n"


def _parts(piece: Piece) -> Iterator[str]:
    match piece:
        case Table():
            yield _table(piece)
        case Colophon(rows):
            yield from map(_paragraph, rows)
        case SetParagraph() if piece.text and piece.style not in _UNSEEN:
            yield _paragraph(piece)


def _paragraph(paragraph: SetParagraph) -> str:
    text = paragraph.text.replace("\n", "").strip("　").replace("\t", "　")
    return _MARKS.get(paragraph.style, "") + _escaped(text, paragraph.style in _MARKS)


def _table(table: Table) -> str:
    """A pipe table; it must have a header and can span nothing, so what is missing stands empty."""
    first, *others = table.header or ((),)
    count = len(table.columns)
    rule = "|".join(_RULES[column.align] for column in table.columns)
    return "\n".join([_row(first, count), f"|{rule}|", *(_row(row, count) for row in (*others, *table.rows))])


def _row(row: Row, count: int) -> str:
    cells = [text for cell in row for text in (_cell(cell.texts), *[""] * (cell.span - 1))]
    return f"|{'|'.join(cells or [''] * count)}|"


def _cell(texts: Iterable[str]) -> str:
    return "<br>".join(_INLINE_MARKS.sub(r"\\\g<0>", text) for text in texts)


def _escaped(text: str, heading: bool) -> str:
    """The text with a backslash before whatever Markdown would take for a mark."""
    text = _INLINE_MARKS.sub(r"\\\g<0>", text)
    return text if heading else _FIRST_MARK.sub(r"\1\\\2", text)
