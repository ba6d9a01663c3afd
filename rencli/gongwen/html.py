"""A paper as one HTML file: self-contained, to be read on a screen and printed from it with the page of the paper.

It holds no script and asks for nothing from outside; every text of the paper is escaped. What a live value is
stands at it: ``<span data-figure="suggestion.total">``.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from types import MappingProxyType

from rencli.gongwen.grid import broken_header, widths
from rencli.gongwen.html_styles import css, points, style_class
from rencli.gongwen.layout import page_of, set_pieces
from rencli.gongwen.model import Control, Document, LetterHead, Row, Table
from rencli.gongwen.pieces import CELLS, FORM_CELLS, HEADINGS, Colophon, Piece, SetLine, SetParagraph, Style, Toned
from rencli.gongwen.profile import STANDARD, Profile

_ELEMENTS = {Style.TITLE: "h1", **dict(zip(HEADINGS, ("h2", "h3", "h4", "h5"), strict=True))}


def to_html(
    document: Document, profile: Profile = STANDARD, properties: Mapping[str, str] = MappingProxyType({})
) -> str:
    """The paper as a page of the web, in the order of its paragraphs; a sheet for what begins on a new page.

    ``properties`` travel in it as ``<meta>`` elements, as they do in the custom properties of a .docx.
    """
    page = page_of(document, profile)
    pieces = set_pieces(document, page)
    letter = any(isinstance(block, LetterHead) for block in document.blocks)
    metas = "".join(f'<meta name="{escape(name)}" content="{escape(text)}">\n' for name, text in properties.items())
    sheets = "".join(f'<section class="sheet">\n{_sheet(sheet, page)}</section>\n' for sheet in _sheets(pieces))
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(document.title)}</title>\n{metas}"
        f"<style>\n{css(page, pieces, letter=letter)}</style>\n</head>\n<body>\n{sheets}</body>\n</html>\n"
    )


def _sheets(pieces: Iterable[Piece]) -> list[list[Piece]]:
    sheets: list[list[Piece]] = [[]]
    for piece in pieces:
        if isinstance(piece, SetParagraph) and piece.on_new_page:
            sheets.append([])
        sheets[-1].append(piece)
    return sheets


def _sheet(pieces: Sequence[Piece], page: Profile) -> str:
    return "".join(f"{part}\n" for piece in pieces for part in _piece(piece, page))


def _piece(piece: Piece, page: Profile) -> Iterator[str]:
    match piece:
        case Table():
            yield _table(piece, page)
        case Colophon(rows):
            ruled = " ruled" if piece.ruled else ""
            yield f'<footer class="colophon{ruled}">{"".join(map(_paragraph, rows))}</footer>'
        case SetParagraph():
            yield _paragraph(piece)


def _paragraph(paragraph: SetParagraph) -> str:
    element = _ELEMENTS.get(paragraph.style, "p")
    apart = any("\t" in run for line in paragraph.lines for run in line if isinstance(run, str))
    classes = [style_class(paragraph.style), *["apart"] * apart, *["kept"] * paragraph.keep_with_next]
    wanted = (
        ("padding-left", paragraph.left),
        ("padding-right", paragraph.right),
        ("text-indent", -paragraph.hanging if paragraph.hanging else None),
    )
    sides = ";".join(f"{name}:{points(value)}" for name, value in wanted if value is not None)
    style = f' style="{sides}"' if sides else ""
    lines = "<br>".join(_apart(line) if apart else _line(line) for line in paragraph.lines)
    return f'<{element} class="{" ".join(classes)}"{style}>{lines or "<br>"}</{element}>'


def _apart(line: SetLine) -> str:
    """A line of which a tab parts the left from the right."""
    left: list[str | Control | Toned] = []
    right: list[str | Control | Toned] = []
    side = left
    for run in line:
        before, tab, after = run.partition("\t") if isinstance(run, str) else (run, "", "")
        side += [before] if before else []
        if tab:
            side = right
            side += [after] if after else []
    return f"<span>{_line(tuple(left))}</span><span>{_line(tuple(right))}</span>"


def _line(line: SetLine) -> str:
    return "".join(map(_run, line))


def _run(run: str | Control | Toned) -> str:
    match run:
        case Control(tag, text):
            key = tag.removesuffix(f"={text}").removeprefix("ren:")
            return f'<span data-figure="{escape(key)}">{escape(text)}</span>'
        case Toned(text, style):
            return f'<span class="{style_class(style)}">{escape(text)}</span>'
        case str():
            return escape(run)


def _table(table: Table, page: Profile) -> str:
    columns = "".join(f'<col style="width:{width / 100:g}%">' for width in widths(table, 10_000))
    header = "".join(_row(row, table, head=True) for row in broken_header(table, page))
    rows = "".join(_row(row, table) for row in table.rows)
    head = f"<thead>\n{header}</thead>\n" if header else ""
    kind = "register" if table.header else "form"
    return f'<table class="{kind}">\n<colgroup>{columns}</colgroup>\n{head}<tbody>\n{rows}</tbody>\n</table>'


def _row(row: Row, table: Table, *, head: bool = False) -> str:
    styles = CELLS if table.header else FORM_CELLS
    element, column, cells = "th" if head else "td", 0, ""
    for cell in row:
        style = Style.TABLE_HEADER if head else styles[cell.align or table.columns[column].align]
        span = f' colspan="{cell.span}"' if cell.span > 1 else ""
        words = "<br>".join(map(_line, cell.lines))
        cells += f'<{element} class="{style_class(style)}"{span}>{words}</{element}>'
        column += cell.span
    return f"<tr>{cells}</tr>\n"
