"""From blocks to the paragraphs of a page: numbers, broken titles, empty lines, the place of the signature.

What stands here is the one order of paragraphs that every writer follows, so that the text of a finished
file can be compared with the text that was put in.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from itertools import chain
from types import MappingProxyType
from typing import TypeAlias

from rencli.gongwen.characters import width
from rencli.gongwen.model import (
    Addressee,
    Align,
    Block,
    Caption,
    Content,
    Date,
    Document,
    Heading,
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
from rencli.gongwen.profile import Profile, landscape
from rencli.gongwen.title import break_title


class Style(Enum):
    """The styles of a page, by the names that the standard gives the parts of a paper.

    日期, 副标题, 页码 and 签名 are avoided: a Chinese Word takes these names for its built-in styles.
    """

    TITLE = "公文标题"
    SUBTITLE = "公文副标题"
    ADDRESSEE = "主送机关"
    HEADING_1 = "一级标题"
    HEADING_2 = "二级标题"
    HEADING_3 = "三级标题"
    HEADING_4 = "四级标题"
    BODY = "公文正文"
    EMPTY = "公文空行"
    CAPTION = "公文表题"
    TABLE_HEADER = "公文表头"
    CELL_LEFT = "公文表格文字"
    CELL_CENTRE = "公文表格居中"
    CELL_RIGHT = "公文表格居右"
    FORM_LEFT = "公文表单文字"
    FORM_CENTRE = "公文表单居中"
    FORM_RIGHT = "公文表单居右"
    AFTER_TABLE = "公文表后行"
    SIGNATURE = "发文机关署名"
    DATE = "成文日期"
    ODD_PAGE_NUMBER = "单页页码"
    EVEN_PAGE_NUMBER = "双页页码"


HEADINGS = (Style.HEADING_1, Style.HEADING_2, Style.HEADING_3, Style.HEADING_4)

CELLS: Mapping[Align, Style] = MappingProxyType(
    {"left": Style.CELL_LEFT, "centre": Style.CELL_CENTRE, "right": Style.CELL_RIGHT}
)
FORM_CELLS: Mapping[Align, Style] = MappingProxyType(
    {"left": Style.FORM_LEFT, "centre": Style.FORM_CENTRE, "right": Style.FORM_RIGHT}
)


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph as it stands on the page; indents (in twips) only where the style cannot know them."""

    style: Style
    lines: tuple[Content, ...] = ((),)
    left: int | None = None
    right: int | None = None
    keep_with_next: bool = False
    on_new_page: bool = False

    @property
    def text(self) -> str:
        """Its words, broken where the page is told to break them."""
        return "\n".join(map(plain, self.lines))


Piece: TypeAlias = SetParagraph | Table
"""What follows one another down a page."""


def page_of(document: Document, profile: Profile) -> Profile:
    """The profile with the page as the paper wants it, upright or turned."""
    return landscape(profile) if document.landscape else profile


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
    if page and isinstance(page[-1], Table):
        page.append(SetParagraph(Style.AFTER_TABLE))  # Word wants a paragraph at the end
    return page


def _pieces(blocks: tuple[Block, ...], profile: Profile) -> Iterator[Piece | PageBreak]:
    number = _numbers(blocks)
    for before, block, after in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
        if _opens_closing(before, block) or _parts_from_title(before, block):
            yield SetParagraph(Style.EMPTY)
        kept = after is not None and _opens_closing(block, after)
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
                yield SetParagraph(Style.SIGNATURE, (content,), right=right)
            case Date(content):
                _, left = _closing(before, block, profile)
                yield SetParagraph(Style.DATE, (content,), left=left)
            case Caption(left, right):
                yield SetParagraph(Style.CAPTION, ((*left, "\t", *right) if right else left,))
            case Table() | PageBreak():
                yield block


def _numbers(blocks: Iterable[Block]) -> Iterator[str]:
    """The numbers of all headings; under a further title they begin anew."""
    sheets: list[list[Level]] = [[]]
    for block in blocks:
        if isinstance(block, Title):
            sheets.append([])
        elif isinstance(block, Heading):
            sheets[-1].append(block.level)
    return chain.from_iterable(map(numbers, sheets))


def _parts_from_title(before: Block | None, block: Block) -> bool:
    """Below the title is an empty line, but a table and its caption stand close."""
    return isinstance(before, Title | Subtitle) and not isinstance(block, Subtitle | Caption | PageBreak)


def _opens_closing(before: Block | None, block: Block) -> bool:
    """Signature and date stand one empty line below the text, and never alone on a page.

    The text's last paragraph is kept with them, so that 此页无正文 is never needed (7.3.5.4).
    """
    return isinstance(block, Signature | Date) and not isinstance(before, Signature | Date)


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
