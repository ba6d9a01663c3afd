"""Text for a terminal, where a Chinese character takes two columns. Knows nothing of commands."""

import re
import shutil
from collections.abc import Iterable, Iterator
from unicodedata import east_asian_width

Row = tuple[str, str]

INDENT = 2
GAP = 2
WIDEST_NAME = 30
"""A longer name stands on a line of its own, so that it does not push every text to the right."""
LINE = 100
"""A wide terminal is not filled: a longer line is hard to read."""

# What stays on one line: spaces, or a word or one Chinese character with the punctuation that belongs to it.
_UNIT = r"\s+|[（《〈「『【〔“‘]*(?:[!-~]+|\S)[，。、；：！？）》〉」』】〕”’…]*"


def cells(text: str) -> int:
    """The columns that a text takes on the screen."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(each) in "WF" else 1 for each in text)


def screen_width() -> int:
    """How wide a page may be."""
    return min(max(shutil.get_terminal_size().columns, 40), LINE) - 2


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines: between words, and at any Chinese character that punctuation allows."""
    lines, line, used = [], "", 0
    for unit in re.findall(_UNIT, text):
        needed = cells(unit)
        if unit.isspace():
            if not line:
                continue
        elif line and used + needed > width:
            lines.append(line.rstrip())
            line, used = "", 0
        line += unit
        used += needed
    return [*lines, line.rstrip()]


def paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of a text (a blank line parts them), each on one line; items behind ``·`` keep their own."""
    for block in re.split(r"\n\s*\n", text.strip()):
        lines = [""]
        for line in map(str.strip, block.splitlines()):
            if line.startswith("·"):
                lines.append(line)
            else:
                lines[-1] = _join(lines[-1], line)
        yield "\n".join(lines)


def name_column(rows: Iterable[Row]) -> int:
    """The width that the names need, those left out that are too long."""
    return max((size for name, _ in rows if (size := cells(name)) <= WIDEST_NAME), default=0)


def two_columns(rows: Iterable[Row], names: int, width: int) -> Iterator[str]:
    """Lines of names and their texts; a text that is too long goes on below itself."""
    start = INDENT + names + GAP
    for name, text in rows:
        head = " " * INDENT + name
        lines = wrap(text, max(width - start, 20))
        if cells(name) > names:
            yield head
            head = ""
        yield f"{head}{' ' * (start - cells(head))}{lines[0]}".rstrip()
        yield from (f"{'':{start}}{line}" for line in lines[1:])


def hanging(head: str, text: str, width: int) -> Iterator[str]:
    """Lines of a text behind its head; the later ones are indented as far."""
    start = cells(head)
    for number, line in enumerate(wrap(text, max(width - start, 20))):
        yield f"{'' if number else head}{'':{start if number else 0}}{line}"


def _join(before: str, after: str) -> str:
    """Two lines of one paragraph: Chinese needs no space between them."""
    apart = before and after and cells(before[-1]) == cells(after[0]) == 1
    return f"{before} {after}" if apart else before + after
