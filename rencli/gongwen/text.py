"""A paper as plain text and as Markdown."""

import re
from collections.abc import Iterable, Iterator

from rencli.gongwen.layout import page_of, set_pieces
from rencli.gongwen.model import Align, Document, Row, Table, row_text
from rencli.gongwen.pieces import HEADINGS, Colophon, Piece, SetParagraph, Style
from rencli.gongwen.profile import STANDARD, Profile

_INLINE_MARKS = re.compile(r"[\\`*_\[\]<>&~|]")
_FIRST_MARK = re.compile(r"^(\d*)([#+=.)-])")
_MARKS = {Style.TITLE: "# ", **{style: "#" * level + " " for level, style in enumerate(HEADINGS, start=2)}}
_UNSEEN = (Style.EMPTY, Style.AFTER_TABLE)
_RULES: dict[Align, str] = {"left": "---", "centre": ":---:", "right": "---:"}


def to_text(document: Document, profile: Profile = STANDARD) -> str:
    """The paper line by line as its page has it, a line for each row of a table; what ``docx_text`` reads.

    Columns are parted by tabs, so that a table pastes into a spreadsheet.
    """
    return text_of(set_pieces(document, page_of(document, profile)))


def text_of(pieces: Iterable[Piece]) -> str:
    """The same of pieces that are set already."""
    return "".join(f"{line}\n" for piece in pieces for line in _lines(piece))


def _lines(piece: Piece) -> Iterator[str]:
    if isinstance(piece, SetParagraph):
        yield piece.text
    elif isinstance(piece, Colophon):
        yield from (row.text for row in piece.rows)
    else:
        for rows, between in ((piece.header, ""), (piece.rows, " ")):
            yield from (row_text(((cell.texts, cell.span) for cell in row), between) for row in rows)


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
