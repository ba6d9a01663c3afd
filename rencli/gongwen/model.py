"""An official paper as blocks of text, before any page is set.

A :class:`Document` is what ``parse`` makes and what every writer takes. Nothing in it is formatted and no
heading carries its number: both belong to the page (``layout``).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

Level: TypeAlias = Literal[1, 2, 3, 4]


@dataclass(frozen=True, slots=True)
class Control:
    """A value that stays findable in the finished file: ``tag`` says what it is, ``text`` what is printed."""

    tag: str
    text: str


Run: TypeAlias = str | Control
Content: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands at the top right of the first sheet: the class of a reply."""

    content: Content


@dataclass(frozen=True, slots=True)
class RedHead:
    """发文机关标志 or 纪要标志: who issues the paper, in red above the red rule."""

    content: Content


@dataclass(frozen=True, slots=True)
class LetterHead:
    """发文机关标志 of a letter (信函格式), with its double rules and without a number on the first page."""

    content: Content


@dataclass(frozen=True, slots=True)
class Number:
    """发文字号."""

    content: Content


@dataclass(frozen=True, slots=True)
class Signer:
    """签发人 of a paper that goes upward or of a signed letter, in one line with the number."""

    content: Content


@dataclass(frozen=True, slots=True)
class Title:
    """The title; more than one line only where the author has broken it."""

    lines: tuple[Content, ...]


@dataclass(frozen=True, slots=True)
class Subtitle:
    """A centred line below the title: where a speech was given, who gave it."""

    content: Content


@dataclass(frozen=True, slots=True)
class Addressee:
    """主送机关, with its colon."""

    content: Content


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4, without its number."""

    level: Level
    content: Content


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body."""

    content: Content


@dataclass(frozen=True, slots=True)
class Signature:
    """发文机关署名."""

    content: Content


@dataclass(frozen=True, slots=True)
class Date:
    """成文日期, written as it shall be printed."""

    content: Content


@dataclass(frozen=True, slots=True)
class AttachmentNotes:
    """附件说明: the names of the attachments."""

    names: tuple[Content, ...]


@dataclass(frozen=True, slots=True)
class Attachment:
    """What follows is an attachment on a page of its own; of a single one there is no number."""

    number: int | None = None


@dataclass(frozen=True, slots=True)
class Attendance:
    """A list of those who attended a meeting, or did not: 出席, 请假, 列席."""

    label: str
    content: Content


@dataclass(frozen=True, slots=True)
class CopiesTo:
    """抄送 of the colophon."""

    content: Content


@dataclass(frozen=True, slots=True)
class Printed:
    """印发机关 and 印发日期 of the colophon."""

    office: Content
    date: Content


Align: TypeAlias = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its share of the width in relation to the others, and how its cells stand."""

    weight: int
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its lines, how many columns it takes, and its alignment where that is not the column's."""

    lines: tuple[Content, ...]
    span: int = 1
    align: Align | None = None

    @property
    def texts(self) -> list[str]:
        """Its words line by line."""
        return list(map(plain, self.lines))


Row: TypeAlias = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as wide as the text area. The header's rows stand again on every page; ``rows`` are never none."""

    columns: tuple[Column, ...]
    header: tuple[Row, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Caption:
    """The line above a table: who keeps it on the left, what span it covers on the right."""

    left: Content
    right: Content = ()


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""


HEAD = (Mark, RedHead, LetterHead, Number, Signer)
"""What stands above the title."""
IMPRINT = (CopiesTo, Printed)
"""What stands below everything."""

Head: TypeAlias = Mark | RedHead | LetterHead | Number | Signer
Closing: TypeAlias = Signature | Date | AttachmentNotes | Attachment | Attendance | CopiesTo | Printed
Block: TypeAlias = Head | Title | Subtitle | Addressee | Heading | Paragraph | Table | Caption | PageBreak | Closing


@dataclass(frozen=True, slots=True)
class Document:
    """A paper from title to date; ``landscape`` turns its pages."""

    blocks: tuple[Block, ...]
    landscape: bool = False

    @property
    def title(self) -> str:
        """The first title on one line, else the red head, or nothing."""
        titles = [block.lines for block in self.blocks if isinstance(block, Title)]
        heads = [(block.content,) for block in self.blocks if isinstance(block, RedHead)]
        return "".join(map(plain, [*titles, *heads, ()][0]))


def with_attachments(paper: Document, attached: Sequence[Document]) -> Document:
    """The paper with others as its attachments, each on pages of its own before the colophon."""
    text: list[Block] = [block for block in paper.blocks if not isinstance(block, IMPRINT)]
    foot = paper.blocks[len(text) :]
    for number, each in enumerate(attached, start=1):
        text += (Attachment(number if len(attached) > 1 else None), *each.blocks)
    return replace(paper, blocks=(*text, *foot))


def row_text(cells: Iterable[tuple[Iterable[str], int]], between: str = " ") -> str:
    """A row of a table as a line of text, from the lines and the span of each cell.

    A tab stands between two columns, a space for a line break in a cell. So a row stays one line and a column
    stays the same one, whatever the cells before it hold. In a header nothing stands ``between`` the lines of a
    cell: the page breaks words that are one.
    """
    line = ""
    columns = 0
    for texts, span in cells:
        line += "\t" * columns + between.join(filter(None, texts))
        columns = span
    return line


def plain(content: Iterable[Run]) -> str:
    """The words of a content, controls as their printed text."""
    return "".join(run.text if isinstance(run, Control) else run for run in content)
