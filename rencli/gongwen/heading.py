"""Breaking the heading of a narrow column by words: 工作单位／及职务, never 工作单位及职／务.

Most words of a heading have two characters, so a break costs nothing at an even distance from the last mark or
conjunction, and much elsewhere; the fewest lines that fit are taken, of like length.
"""

import re
from functools import cache
from itertools import pairwise
from math import inf

from rencli.gongwen.characters import width

_INSIDE_A_WORD = 100
_EXTRA_LINE = 30
_TOO_WIDE = 1000
_BEFORE = re.compile(r"(?<!^)(?=[及和与或（(])|(?<=[、，）)])|(?<=的)")
_NEVER = re.compile(r"(?=[、，。；：）)])|(?<=[（(])|(?<=[\dA-Za-z])(?=[\dA-Za-z.%])")
_CONJUNCTION = "及和与或（("


def break_heading(text: str, limit: float) -> list[str]:
    """The lines of a heading, none wider than ``limit`` characters where that can be had without cutting a word."""
    if width(text) <= limit or len(text) < 2:
        return [text]
    prices = _prices(text)

    @cache
    def rest(start: int) -> tuple[float, tuple[int, ...]]:
        best: tuple[float, tuple[int, ...]] = (inf, ())
        for end in (*(place for place in prices if place > start), len(text)):
            line = width(text[start:end])
            price = (limit - line) ** 2 if line <= limit else _TOO_WIDE * (line - limit)
            if end < len(text):
                below, cuts = rest(end)
                best = min(best, (price + prices[end] + _EXTRA_LINE + below, (end, *cuts)))
            else:
                best = min(best, (price, ()))
        return best

    return [text[start:end] for start, end in pairwise((0, *rest(0)[1], len(text)))]


def _prices(text: str) -> dict[int, int]:
    """What a break costs at each place where there may be one."""
    marks = {found.start() for found in _BEFORE.finditer(text)}
    never = {found.start() for found in _NEVER.finditer(text)}
    prices, since = {}, 0
    for place in range(1, len(text)):
        if place in marks:
            since = place + (text[place] in _CONJUNCTION)
        if place not in never:
            prices[place] = 0 if place in marks or (place > since and (place - since) % 2 == 0) else _INSIDE_A_WORD
    return prices
