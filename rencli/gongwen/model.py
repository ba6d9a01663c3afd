"""An official paper as blocks of text, before any page is set.

A :class:`Document` is what ``parse`` makes and what every writer takes. Nothing in it is formatted and no
heading carries its number: both belong to the page (``layout``).
"""

from collections.abc import Iterable
from dataclasses import dataclass
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


Block: TypeAlias = Title | Subtitle | Addressee | Heading | Paragraph | Signature | Date


@dataclass(frozen=True, slots=True)
class Document:
    """A paper from title to date."""

    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """The title on one line, or nothing."""
        titles = (block for block in self.blocks if isinstance(block, Title))
        return "".join(plain(line) for title in titles for line in title.lines)


def plain(content: Iterable[Run]) -> str:
    """The words of a content, controls as their printed text."""
    return "".join(run.text if isinstance(run, Control) else run for run in content)
