"""What follows one another down a page: paragraphs with the styles that they have, tables, the colophon."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import TypeAlias

from rencli.gongwen.model import Align, Run, Table


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
    RED_HEAD = "发文机关标志"
    DOCUMENT_NUMBER = "发文字号"
    SIGNED_NUMBER = "上行文字号"
    LETTER_HEAD = "信函标志"
    LETTER_FOOT = "信函下线"
    LETTER_NUMBER = "信函字号"
    LETTER_SIGNED = "信函签发"
    MARK = "类别标识"
    ATTACHMENT_NOTE = "附件说明"
    ATTACHMENT_MARK = "附件序号"
    ATTENDANCE = "参会名单"
    IMPRINT = "公文版记"
    LABEL = "名单标签"
    SIGNER = "签发人姓名"


HEADINGS = (Style.HEADING_1, Style.HEADING_2, Style.HEADING_3, Style.HEADING_4)

CELLS: Mapping[Align, Style] = MappingProxyType(
    {"left": Style.CELL_LEFT, "centre": Style.CELL_CENTRE, "right": Style.CELL_RIGHT}
)
FORM_CELLS: Mapping[Align, Style] = MappingProxyType(
    {"left": Style.FORM_LEFT, "centre": Style.FORM_CENTRE, "right": Style.FORM_RIGHT}
)


@dataclass(frozen=True, slots=True)
class Toned:
    """Words in another font than the rest of their paragraph."""

    text: str
    style: Style


SetLine: TypeAlias = tuple[Run | Toned, ...]


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph as it stands on the page; indents (in twips) only where the style cannot know them."""

    style: Style
    lines: tuple[SetLine, ...] = ((),)
    left: int | None = None
    right: int | None = None
    hanging: int | None = None
    top: int | None = None
    """Where it stands on the sheet outside of the text area, from the upper edge."""
    keep_with_next: bool = False
    on_new_page: bool = False

    @property
    def text(self) -> str:
        """Its words, broken where the page is told to break them."""
        return "\n".join(map(words, self.lines))


@dataclass(frozen=True, slots=True)
class Colophon:
    """版记 at the foot of the last page: its rows, between rules or without."""

    rows: tuple[SetParagraph, ...]
    ruled: bool = True


Piece: TypeAlias = SetParagraph | Table | Colophon
"""What follows one another down a page."""


def words(line: SetLine) -> str:
    """The words of a line, live values as they are printed."""
    return "".join(run if isinstance(run, str) else run.text for run in line)
