"""A text as proofreading sees it: paragraphs with their places, and what is found in them."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple, TypeVar

HAN: Final = "\u4e00-\u9fff〇"
"""The inside of a character class: Chinese characters."""
COUNTED: Final = "一二三四五六七八九十"
"""The same: numbers of headings."""
NUMERALS: Final = "一二两三四五六七八九十百千零〇"
SHOWN: Final = 18
"""Characters of an excerpt on either side of the fault."""

_ENDS: Final = re.compile(r"[。！？!?]+[”」』）)]*|\n")
_INNER_ENDS: Final = "。！？"

Made = TypeVar("Made")


class Paragraph(NamedTuple):
    """One paragraph, cell or line."""

    text: str
    where: str
    """第3段, 表1第2行第3格, 第12行."""
    kind: str = "text"
    """``text``, ``cell`` of a table, or ``aside``: a header, a footer, a text box, a footnote."""
    level: int = 0
    """The level of a heading that the file itself marks as one, from 1; 0 of any other paragraph."""

    @property
    def running(self) -> bool:
        """Whether it is prose, and no heading, signature or line of a form."""
        return self.kind != "cell" and not self.level and any(end in self.text for end in _INNER_ENDS)


class Sentence(NamedTuple):
    """A sentence and where it begins in its paragraph."""

    at: int
    start: int
    text: str


class Fault(NamedTuple):
    """What a rule found: characters ``start`` to ``end`` of paragraph ``at``."""

    at: int
    start: int
    end: int
    message: str


class Problem(NamedTuple):
    """A fault as the clerk sees it, and the place that a comment is tied to."""

    rule: str
    where: str
    excerpt: str
    message: str
    fault: Fault

    def dump(self) -> dict[str, str]:
        """The JSON of the contract."""
        return {"rule": self.rule, "where": self.where, "excerpt": self.excerpt, "message": self.message}


class Fact(NamedTuple):
    """A number that is known from elsewhere, and how texts speak of it."""

    label: str
    """建议·总数."""
    words: tuple[str, ...]
    """What stands before the number, such as 收到代表建议."""
    unit: str
    value: str


class Congress(NamedTuple):
    """A sitting of the congress."""

    term: int
    session: int
    year: int | None
    """None where only that there was one is known."""


@dataclass(frozen=True)
class Known:
    """What is known beside the text; whoever has a ledger hands it in."""

    names: frozenset[str] = frozenset()
    """Names of deputies."""
    others: frozenset[str] = frozenset()
    """Names of other people, which are no misspelling."""
    facts: Sequence[Fact] = ()
    congresses: Sequence[Congress] = ()
    source: str = "台账"


@dataclass(frozen=True)
class Text:
    """The paragraphs of a file, and what is known beside them."""

    paragraphs: Sequence[Paragraph]
    known: Known | None = None
    _made: dict[object, object] = field(default_factory=dict)

    @cached_property
    def sentences(self) -> Sequence[Sentence]:
        """The sentences of all paragraphs, headings and cells among them."""
        return [each for at, paragraph in enumerate(self.paragraphs) for each in _sentences(at, paragraph.text)]

    def prose(self) -> Iterator[tuple[int, Paragraph]]:
        """The paragraphs that are no cells, with their places."""
        return ((at, each) for at, each in enumerate(self.paragraphs) if each.kind != "cell")

    def find(self, pattern: re.Pattern[str], *, cells: bool = True) -> Iterator[tuple[int, re.Match[str]]]:
        """Every match of a pattern, paragraph by paragraph."""
        for at, paragraph in enumerate(self.paragraphs):
            if cells or paragraph.kind != "cell":
                for found in pattern.finditer(paragraph.text):
                    yield at, found

    def once(self, make: "Callable[[Text], Made]") -> Made:
        """What a function makes of the text; several rules share it."""
        if make not in self._made:
            self._made[make] = make(self)
        return self._made[make]  # type: ignore[return-value]

    def problem(self, rule: str, fault: Fault) -> Problem:
        """A fault with its place and the words around it."""
        paragraph = self.paragraphs[fault.at]
        return Problem(rule, paragraph.where, excerpt(paragraph.text, fault.start, fault.end), fault.message, fault)


class Rule(NamedTuple):
    """A row of the table of rules."""

    name: str
    find: Callable[[Text], Iterator[Fault]]
    about: str
    """What it finds, in a line."""


def excerpt(text: str, start: int, end: int) -> str:
    """The words around a fault, cut at the ends of its sentence where these are near."""
    end = min(end, start + 3 * SHOWN)
    first, last = max(start - SHOWN, 0), min(end + SHOWN, len(text))
    for found in _ENDS.finditer(text, first, last):
        if found.end() <= start:
            first = found.end()
        elif found.start() >= end:
            last = found.end()
            break
    cut = text[first:last].replace("\n", " ").strip()
    head = "…" if first > 0 and not _ENDS.search(text, max(first - 3, 0), first) else ""
    return f"{head}{cut}{'…' if last < len(text) and not _ENDS.search(text, last - 1, last) else ''}"


def at(place: int, found: re.Match[str], message: str, group: int | str = 0) -> Fault:
    """The fault that a match is."""
    return Fault(place, found.start(group), found.end(group), message)


def within(sentence: Sentence, found: re.Match[str], message: str, group: int | str = 0) -> Fault:
    """The fault that a match in a sentence is."""
    return Fault(sentence.at, sentence.start + found.start(group), sentence.start + found.end(group), message)


def lookup(words: Mapping[str, str]) -> re.Pattern[str]:
    """A pattern of the keys of a table, the longer first."""
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))


def _sentences(at: int, text: str) -> Iterator[Sentence]:
    start = 0
    for found in _ENDS.finditer(text):
        yield Sentence(at, start, text[start : found.end()])
        start = found.end()
    if start < len(text):
        yield Sentence(at, start, text[start:])
