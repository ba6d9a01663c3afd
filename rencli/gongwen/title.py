"""Breaking a title by meaning (GB/T 9704-2012, 7.3.1).

"回行时，要做到词意完整，排列对称，长短适宜，间距恰当，……使用梯形或菱形": a break stands between words, the
lines are of like length, and no line is a remnant. Without a dictionary, words are known by the few that
nearly every official title is made of; every place for a break has a price, and the cheapest set is taken.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from itertools import accumulate
from math import ceil, inf

from rencli.gongwen.characters import width
from rencli.gongwen.model import Content, Control, Run, plain

_SHORTEST = 3
"""A line of one or two characters is a remnant."""
_EXTRA_LINE = 40
_HOURGLASS = 30
_INSIDE_A_WORD = 90
_INSIDE_QUOTES = 150

# Price of a break where the pattern matches; the cheapest pattern wins.
_PLACES = (
    (0, r"(?<!《)(?=关于)"),
    (2, r"(?<=主席团)|(?<=委员会)|(?<=人民政府)|(?<=办公室)"),
    (3, r"(?<=[团会府室区县乡镇市处局部委院》）])(?=\d{4}年|[〇一二]{2}..年)"),
    (4, r"(?<=[，》）])|(?<=会议)|(?=办理)|(?<!办理)(?=情况)"),
    (6, r"(?=工作)|(?<=年)(?=[上下]半年)|(?=第.{1,3}[届次])"),
    (8, r"(?<=[年度])|(?<!进一步)(?=贯彻|落实|开展|做好|加强|推进|进一步|征求|召开|印发)"),
    (12, r"(?<=、)|(?=《)"),
    (14, r"(?=[和与及暨])"),
    (30, r"(?=的)"),
    (50, r"(?<=届)|(?<=关于)|(?<=关于进一步)"),
)
_WHOLE = (
    r"人民代表大会|主席团|委员会|人民政府|办公室|第.{1,3}[届次]|会议|工作(?:报告|总结|小结|要点|安排|计划|方案|制度|情况)"
    r"|[上下]半年|年度|《关于|的(?!.*的).{2}|[\dA-Za-z.\-]+[年月日号%％]?|—+"
)
"""What no break may part: names, numbers with their unit, the last 的 and what it belongs to."""
_NEVER = r"(?<=[《（“‘〔])|(?=[、，。；：！？》）”’〕])"
"""No line ends with an opening mark or begins with a closing one."""


def break_title(content: Content, limit: float) -> tuple[Content, ...]:
    """The lines of a title of which none holds more than ``limit`` characters, if that can be had."""
    text = plain(content)
    if width(text) <= limit:
        return (content,)
    prices = _prices(text, barred=set(_inside_controls(content)))
    fewest = ceil(width(text) / limit)
    _, cuts = min(_cheapest(text, prices, limit, lines) for lines in (fewest, fewest + 1))
    return _split(content, cuts)


def _prices(text: str, barred: Collection[int]) -> dict[int, int]:
    """Where the title may be broken, and at what price."""
    whole = {place for found in re.finditer(_WHOLE, text) for place in range(found.start() + 1, found.end())}
    never = whole.union(barred, (found.start() for found in re.finditer(_NEVER, text)))
    prices = {place: _INSIDE_A_WORD for place in range(1, len(text)) if place not in never}
    for price, pattern in reversed(_PLACES):
        prices |= {found.start(): price for found in re.finditer(pattern, text) if found.start() in prices}
    quoted = {place for found in re.finditer("“[^”]*”", text) for place in range(found.start() + 1, found.end())}
    return prices | dict.fromkeys(quoted & prices.keys(), _INSIDE_QUOTES)


def _cheapest(text: str, prices: Mapping[int, int], limit: float, lines: int) -> tuple[float, tuple[int, ...]]:
    """Price and places of the best way to break the text into so many lines; endless price if there is none."""
    reach = [*accumulate(map(width, text), initial=0.0)]
    mean = reach[-1] / lines
    ends = sorted(prices)

    @cache
    def rest(start: int, above: float, shrinking: bool, left: int) -> tuple[float, tuple[int, ...]]:
        """The best way to set what begins at ``start`` on the ``left`` lines that remain."""
        best: tuple[float, tuple[int, ...]] = (inf, ())
        for end in ends if left > 1 else (len(text),):
            length = reach[end] - reach[start]
            if not _SHORTEST <= length <= limit or reach[-1] - reach[end] > limit * (left - 1):
                continue
            price = (length - mean) ** 2 + _HOURGLASS * (shrinking and length > above)
            cuts: tuple[int, ...] = ()
            if left > 1:
                below, cuts = rest(end, length, length < above, left - 1)
                price, cuts = price + prices[end] + _EXTRA_LINE + below, (end, *cuts)
            best = min(best, (price, cuts))
        return best

    return rest(0, 0.0, False, lines)


def _inside_controls(content: Content) -> Iterator[int]:
    """Positions inside live values, which stay whole."""
    position = 0
    for run in content:
        length = len(plain((run,)))
        if isinstance(run, Control):
            yield from range(position + 1, position + length)
        position += length


def _split(content: Content, cuts: Collection[int]) -> tuple[Content, ...]:
    """The content cut at these positions, none of which is inside a control."""
    lines: list[list[Run]] = [[]]
    position = 0
    for run in content:
        text = plain((run,))
        start = 0
        for cut in (cut - position for cut in cuts if position <= cut < position + len(text)):
            if start < cut and isinstance(run, str):
                lines[-1].append(run[start:cut])
            lines.append([])
            start = cut
        lines[-1].append(run[start:] if isinstance(run, str) else run)
        position += len(text)
    return tuple(tuple(line) for line in lines)
