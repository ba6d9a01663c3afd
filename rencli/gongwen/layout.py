"""From blocks to the paragraphs of a page: numbers, broken titles, empty lines, the place of the signature.

What stands here is the one order of paragraphs that every writer follows, so that the text of a finished
file can be compared with the text that was put in.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from rencli.gongwen import furniture
from rencli.gongwen.characters import width
from rencli.gongwen.model import (
    HEAD,
    IMPRINT,
    Addressee,
    Attachment,
    AttachmentNotes,
    Attendance,
    Block,
    Caption,
    Date,
    Document,
    Heading,
    LetterHead,
    Level,
    PageBreak,
    Paragraph,
    Signature,
    Subtitle,
    Table,
    Title,
    plain,
)
from rencli.gongwen.numbering import numbers
from rencli.gongwen.pieces import HEADINGS, Colophon, Piece, SetParagraph, Style
from rencli.gongwen.profile import Profile, landscape
from rencli.gongwen.title import break_title


def page_of(document: Document, profile: Profile) -> Profile:
    """The profile with the page as the paper wants it: upright or turned, its red head as large as it may be."""
    page = landscape(profile) if document.landscape else profile
    return furniture.with_head(document.blocks, page)


def set_pieces(document: Document, profile: Profile) -> list[Piece]:
    """Every paragraph and table of the paper in order, empty lines among them; the profile is the page's own."""
    page: list[Piece] = []
    breaks = False
    for piece in _pieces(document.blocks, profile):
        if isinstance(piece, PageBreak):
            breaks = bool(page)
            continue
        if isinstance(piece, Table) and page and (breaks or isinstance(page[-1], Table)):
            page.append(SetParagraph(Style.AFTER_TABLE, on_new_page=breaks))  # or the two would become one
        page.append(replace(piece, on_new_page=breaks) if isinstance(piece, SetParagraph) else piece)
        breaks = False
    if page and isinstance(page[-1], Table | Colophon):
        page.append(SetParagraph(Style.AFTER_TABLE))  # Word wants a paragraph at the end
    return page


def _pieces(blocks: Sequence[Block], profile: Profile) -> Iterator[Piece | PageBreak]:
    number = _numbers(blocks)
    letter = any(isinstance(block, LetterHead) for block in blocks)
    for before, block, after in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
        yield from [SetParagraph(Style.EMPTY)] * _lines_above(before, block)
        kept = after is not None and (_opens_closing(block, after) or _closes(before, block, after))
        match block:
            case Title([line]):
                yield SetParagraph(Style.TITLE, break_title(line, profile.title_width))
            case Title(lines):
                yield SetParagraph(Style.TITLE, lines)
            case Subtitle(content):
                yield SetParagraph(Style.SUBTITLE, break_title(content, profile.subtitle_width))
            case Addressee(content):
                yield SetParagraph(Style.ADDRESSEE, (content,))
            case Heading(level, content):
                yield SetParagraph(HEADINGS[level - 1], ((next(number), *content),))
            case Paragraph(content):
                yield SetParagraph(Style.BODY, (content,), keep_with_next=kept)
            case Signature(content):
                right, _ = _closing(block, after, profile)
                yield SetParagraph(Style.SIGNATURE, (content,), right=right, keep_with_next=isinstance(after, Date))
            case Date(content):
                _, left = _closing(before, block, profile)
                kept = isinstance(after, (*IMPRINT, Paragraph))  # 附注 stands below the date
                yield SetParagraph(Style.DATE, (content,), left=left, keep_with_next=kept)
            case Caption(left, right):
                yield SetParagraph(Style.CAPTION, ((*left, "\t", *right) if right else left,))
            case Attendance():
                yield furniture.attendance(block, profile)
            case AttachmentNotes(names):
                yield from furniture.notes(names, profile, kept=kept)
            case Attachment(place):
                yield PageBreak()
                yield SetParagraph(Style.ATTACHMENT_MARK, ((f"附件{place or ''}",),))
            case Table() | PageBreak():
                yield block
            case _:
                yield from furniture.head(before, block, after, profile, letter=letter)
    if any(isinstance(block, IMPRINT) for block in blocks):
        yield furniture.colophon(blocks, profile)


def _numbers(blocks: Iterable[Block]) -> Iterator[str]:
    """The numbers of all headings; under a further title and in an attachment they begin anew."""
    sheets: list[list[Level]] = [[]]
    for block in blocks:
        if isinstance(block, Title | Attachment):
            sheets.append([])
        elif isinstance(block, Heading):
            sheets[-1].append(block.level)
    return chain.from_iterable(map(numbers, sheets))


def _lines_above(before: Block | None, block: Block) -> int:
    """How many empty lines part a block from the one before it.

    Below the title is one, but a table and its caption stand close; two are below the red rule.
    """
    if isinstance(before, HEAD) and not isinstance(block, HEAD):
        return 2
    if isinstance(before, Title | Subtitle):
        return not isinstance(block, Subtitle | Caption | PageBreak | Attachment)
    first = isinstance(block, AttachmentNotes | Attendance) and type(before) is not type(block)
    return first or isinstance(before, Attachment) or _opens_closing(before, block)


def _opens_closing(before: Block | None, block: Block) -> bool:
    """Signature and date stand one empty line below the text, and never alone on a page.

    The text's last paragraph is kept with them, so that 此页无正文 is never needed (7.3.5.4); they themselves are kept
    with a colophon, so that it has no sheet of its own.
    """
    return isinstance(block, Signature | Date) and not isinstance(before, Signature | Date)


def _closes(before: Block | None, block: Block, after: Block) -> bool:
    """Whether this is a note below the date (附注), and the colophon comes next."""
    return isinstance(before, Date) and isinstance(block, Paragraph) and isinstance(after, IMPRINT)


def _closing(name: Block | None, date: Block | None, profile: Profile) -> tuple[int, int]:
    """Right indent of the name and left indent of the date, without a seal (7.3.5.2).

    The name ends two characters in from the right, the date begins two characters right of the name's first.
    A date longer than the name ends two characters in itself, and the name moves left with it.
    """
    name_width = _width(name, Signature, profile)
    date_width = _width(date, Date, profile)
    shift = 2 * profile.character
    if date_width > name_width:
        date_start = profile.text_width - profile.indent - date_width
        return max(profile.indent, profile.text_width - date_start + shift - name_width), max(0, date_start)
    name_start = profile.text_width - profile.indent - name_width
    return profile.indent, max(0, name_start) + shift


def _width(block: Block | None, kind: type[Signature | Date], profile: Profile) -> int:
    """Width of the block's text in twips; nothing if it is none of that kind."""
    return round(width(plain(block.content)) * profile.character) if isinstance(block, kind) else 0
