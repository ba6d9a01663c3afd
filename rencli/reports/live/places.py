"""Finding a figure again that has lost its control (saved as .odt and back): by the words around it."""

import re
from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from rencli.gongwen import END, MIDDLE, START
from rencli.reports.live.saved import Line
from rencli.store.papers import Paper

LONGEST: Final = 16
"""Characters of a figure; what is longer was rewritten, not edited."""
_LIVE: Final = re.compile(f"{START}ren:([^{MIDDLE}]*)=[^{MIDDLE}=]*{MIDDLE}([^{END}]*){END}")
_ALIKE: Final = 0.5


class Place(NamedTuple):
    """A span of a line."""

    line: int
    start: int
    end: int
    text: str


class _Part(NamedTuple):
    """A line of the file, or what stands between two line breaks of it."""

    line: int
    start: int
    text: str


def find(made: Paper, lost: Collection[int], lines: Sequence[Line]) -> dict[int, Place]:
    """Where the figures of these numbers, by the order that the paper was made with, stand in the file's lines."""
    if not lost:
        return {}
    before, spots = _read(made.body)
    parts = list(_parts(lines))
    pairs = dict(_paired(before, parts))
    found: dict[int, Place] = {}
    seen: dict[str, int] = {}
    for at, (key, _) in enumerate(made.figures):
        order = seen[key] = seen.get(key, -1) + 1
        if at not in lost or order >= len(spots.get(key, ())):
            continue
        line, start, end = spots[key][order]
        part = pairs.get(line)
        span = _span(before[line], start, end, part.text) if part else None
        if part and span:
            low, high = span
            found[at] = Place(part.line, part.start + low, part.start + high, part.text[low:high].strip())
    return found


def _read(body: str) -> tuple[list[str], dict[str, list[tuple[int, int, int]]]]:
    """The lines of a marked body as words, and where each key's values stand: (line, start, end)."""
    texts: list[str] = []
    spots: dict[str, list[tuple[int, int, int]]] = {}
    for number, line in enumerate(body.split("\n")):
        text, done = "", 0
        for live in _LIVE.finditer(line):
            text += line[done : live.start()]
            spots.setdefault(live[1], []).append((number, len(text), len(text) + len(live[2])))
            text += live[2]
            done = live.end()
        texts.append(text + line[done:])
    return texts, spots


def _parts(lines: Sequence[Line]) -> Iterator[_Part]:
    for number, line in enumerate(lines):
        start = 0
        for text in line.text.split("\n"):
            yield _Part(number, start, text)
            start += len(text) + 1


def _paired(before: list[str], parts: list[_Part]) -> Iterator[tuple[int, _Part]]:
    """Each line as it was made with the one that it became."""
    steps = SequenceMatcher(None, before, [part.text for part in parts], autojunk=False).get_opcodes()
    for step, low, high, first, last in steps:
        if step == "equal":
            yield from zip(range(low, high), parts[first:last], strict=True)
            continue
        left = parts[first:last]
        for number in range(low, high):
            best = max(left, key=lambda part: _likeness(before[number], part.text), default=None)
            if best and _likeness(before[number], best.text) >= _ALIKE:
                left.remove(best)
                yield number, best


def _span(before: str, start: int, end: int, after: str) -> tuple[int, int] | None:
    """Where the words between two places stand now, if what stood before and behind them still does."""
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    low = 0 if start == 0 else _moved(blocks, start - 1, 1)
    high = len(after) if end == len(before) else _moved(blocks, end, 0)
    return (low, high) if low is not None and high is not None and low < high <= low + LONGEST else None


def _moved(blocks: Sequence[tuple[int, int, int]], at: int, further: int) -> int | None:
    return next((there + at - here + further for here, there, size in blocks if here <= at < here + size), None)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
