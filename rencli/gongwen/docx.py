"""A paper as a .docx, written part by part.

Nothing comes from a foreign template, so there are no theme fonts, no author and no thumbnail in it, and the
same paper gives the same bytes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from io import BytesIO
from itertools import chain, count, zip_longest
from types import MappingProxyType
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from rencli.gongwen import parts
from rencli.gongwen.controls import bare_control_xml, control_xml
from rencli.gongwen.errors import BrokenDocumentError
from rencli.gongwen.furniture_styles import frame_xml, furniture_styles
from rencli.gongwen.grid import colophon_xml, table_xml
from rencli.gongwen.inspection import problems
from rencli.gongwen.layout import page_of, set_pieces
from rencli.gongwen.markup import w, word_part
from rencli.gongwen.model import Control, Document, LetterHead, Table
from rencli.gongwen.pieces import Colophon, Piece, SetLine, SetParagraph, Style, Toned
from rencli.gongwen.profile import STANDARD, Profile
from rencli.gongwen.styles import styles_xml
from rencli.gongwen.text import text_of

_FIGURE = re.compile(r"([!-~]*[0-9A-Za-z][!-~]*)")
_UNDATED = date(1980, 1, 1)
"""The earliest day that a zip archive can name; every entry carries it."""


def to_docx(
    document: Document,
    *further: Document,
    profile: Profile = STANDARD,
    properties: Mapping[str, str] = MappingProxyType({}),
    dated: date = _UNDATED,
) -> bytes:
    """The file, inspected before it leaves: :class:`BrokenDocumentError` means a bug, not a user's mistake.

    ``further`` papers stand in the same file, each in a section of its own with pages from 1: together they are
    printed, and every one is as it would be alone (a head as large as the smallest of them).

    ``properties`` travel in the file as custom properties, ``dated`` as the day it was made. Heading numbers
    are written as text, not as Word's automatic numbering: what a reader copies, searches or proofreads is
    then what is printed, and no program renumbers a paper that has been signed.
    """
    bound = (document, *further)
    pages = [page_of(each, profile) for each in bound]
    profile = replace(pages[0], head_size=min(page.head_size for page in pages))
    papers = [set_pieces(each, profile) for each in bound]
    for paper in papers[:-1]:
        if any(isinstance(piece, Colophon) for piece in paper):  # LibreOffice floats none before a section's end
            paper.append(SetParagraph(Style.AFTER_TABLE))
    pieces = [*chain.from_iterable(papers)]
    sections = [section_xml(profile, letter=_is_letter(each), anew=bool(further)) for each in bound]
    data = archive(
        {
            "[Content_Types].xml": parts.content_types_xml(),
            "_rels/.rels": parts.package_relationships_xml(),
            "word/document.xml": _document_xml(papers, profile, sections),
            "word/_rels/document.xml.rels": parts.document_relationships_xml(),
            "word/styles.xml": styles_xml(profile, furniture_styles(profile, pieces)),
            "word/settings.xml": parts.settings_xml(),
            "word/fontTable.xml": parts.font_table_xml(profile),
            "word/footer1.xml": parts.footer_xml(Style.ODD_PAGE_NUMBER, profile),
            "word/footer2.xml": parts.footer_xml(Style.EVEN_PAGE_NUMBER, profile),
            "docProps/core.xml": parts.core_properties_xml(document.title, dated),
            "docProps/custom.xml": parts.custom_properties_xml(properties),
        }
    )
    if found := problems(data, expected=text_of(pieces)):
        raise BrokenDocumentError("；".join(found))
    return data


def _document_xml(papers: Sequence[Sequence[Piece]], profile: Profile, sections: Sequence[str]) -> str:
    """The papers one after the other; the section of each but the last stands in its last paragraph."""
    ids = count(1)
    body = [
        _piece(piece, after, profile, ids, section if after is None and paper is not papers[-1] else "")
        for paper, section in zip(papers, sections, strict=True)
        for piece, after in zip_longest(paper, paper[1:])
    ]
    return word_part("document", w("body", *body, sections[-1]))


def _piece(piece: Piece, after: Piece | None, profile: Profile, ids: Iterator[int], section: str) -> str:
    match piece:
        case Table():
            return table_xml(piece, profile, partial(_runs, ids=ids), kept=_before_closing(after))
        case Colophon(rows):
            return colophon_xml([_paragraph(row, ids) for row in rows], profile, ruled=piece.ruled)
        case SetParagraph():
            return _paragraph(piece, ids, frame_xml(profile, piece.top), section)


def _is_letter(document: Document) -> bool:
    return any(isinstance(block, LetterHead) for block in document.blocks)


def _before_closing(after: Piece | None) -> bool:
    """Whether the empty line above a signature comes next."""
    return isinstance(after, SetParagraph) and after.style is Style.EMPTY


def _paragraph(paragraph: SetParagraph, ids: Iterator[int], frame: str = "", section: str = "") -> str:
    # Word takes the last two lines of a kept paragraph over to the next page, LibreOffice the whole of it.
    kept, whole = (w("keepNext"), w("widowControl")) if paragraph.keep_with_next else ("", "")
    breaks = w("pageBreakBefore") if paragraph.on_new_page else ""
    wanted = (("left", paragraph.left), ("right", paragraph.right), ("hanging", paragraph.hanging))
    sides = {side: value for side, value in wanted if value is not None}
    indent = w("ind", **sides) if sides else ""
    lines = w("r", w("br")).join(_runs(line, ids) for line in paragraph.lines)
    return w("p", w("pPr", w("pStyle", val=paragraph.style.name), kept, breaks, frame, whole, indent, section), lines)


def _runs(line: SetLine, ids: Iterator[int]) -> str:
    live = any(isinstance(run, Control) for run in line)
    return "".join(_run(run, ids, live=live) for run in line)


def _run(run: str | Control | Toned, ids: Iterator[int], *, live: bool) -> str:
    match run:
        case Control():
            return control_xml(run, next(ids), parts.run_xml(run.text))
        case Toned(text, style):
            return parts.run_xml(text, style)
        case str() if live:
            texts = enumerate(_FIGURE.split(run))  # every second one is a figure
            return "".join(
                bare_control_xml(next(ids), parts.run_xml(text)) if place % 2 else parts.run_xml(text)
                for place, text in texts
                if text
            )
    return parts.run_xml(run)


def section_xml(profile: Profile, *, letter: bool = False, anew: bool = False) -> str:
    """The page: 22 lines of 28 characters on 156 × 225 mm of A4 (GB/T 9704-2012, 5.2), or one turned for a table.

    The first page of a letter has no number (10.1). A turned page has no grid of lines: LibreOffice puts half of
    what such a grid leaves over above the text. ``anew``: its pages count from 1.
    """
    turned = {"orient": "landscape"} if profile.page_width > profile.page_height else {}
    return w(
        "sectPr",
        f'<w:footerReference w:type="default" r:id="{parts.ODD_FOOTER}"/>',
        f'<w:footerReference w:type="even" r:id="{parts.EVEN_FOOTER}"/>',
        w("pgSz", w=profile.page_width, h=profile.page_height, **turned),
        w(
            "pgMar",
            top=profile.top,
            right=profile.right,
            bottom=profile.bottom,
            left=profile.left,
            header=profile.header,
            footer=profile.footer,
            gutter=0,
        ),
        w("pgNumType", start=1) if anew else "",
        w("titlePg") if letter else "",
        "" if turned else w("docGrid", type="lines", linePitch=profile.pitch),
    )


def archive(parts_by_name: Mapping[str, str | bytes]) -> bytes:
    """The parts zipped; every entry has the same date and system, so that only contents make a difference."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as file:
        for name, content in parts_by_name.items():
            entry = ZipInfo(name, _UNDATED.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            file.writestr(entry, content)
    return buffer.getvalue()
