"""What is said of more and less than before, reckoned again."""

import re
from collections.abc import Iterator
from typing import Final

from rencli.proofread.text import Fault, Rule, Text, at

_UNIT: Final = "人次|件|条|项|次|人|名|个百分点|个|户|份|场|期|起|万元|元|亩|公里"
_N: Final = r"\d+(?:\.\d+)?"
_MORE: Final = "增加|增长|上升|提高|多|增|高|上涨|提升"
_LESS: Final = "减少|下降|降低|少|减|低|回落"
_LAST: Final = r"(?:上年|去年|上一年|前一年|上年同期|去年同期|\d{4}年)"
_WITH: Final = re.compile(
    rf"(?<![\d.])(?P<now>{_N})(?P<unit>{_UNIT}|[%％])[，,]?(?:比|较){_LAST}(?:同期)?的?(?P<then>{_N})(?:{_UNIT}|[%％])"
    rf"[，,]?(?:(?P<more>{_MORE})|(?P<less>{_LESS}))了?(?P<by>{_N})(?P<of>{_UNIT}|[%％])?"
)
_AFTER: Final = re.compile(
    rf"(?<![\d.])(?P<now>{_N})(?P<unit>{_UNIT}|[%％])[，,（(]{_LAST}(?:同期)?(?:为|是)?(?P<then>{_N})(?:{_UNIT}|[%％])[）)]?"
    rf"[，,]?(?:同比|比上年|比去年|较上年|较去年)?(?:(?P<more>{_MORE})|(?P<less>{_LESS}))了?(?P<by>{_N})(?P<of>{_UNIT}|[%％])"
)
_FROM: Final = re.compile(
    rf"(?:由|从){_LAST}?(?:同期)?的?(?<![\d.])(?P<then>{_N})(?P<unit>{_UNIT}|[%％])"
    rf"(?:(?P<more>{_MORE})|(?P<less>{_LESS}))(?:到|至|为)了?(?:今年|本年|\d{{4}}年)?的?(?P<now>{_N})(?:{_UNIT}|[%％])"
    rf"(?:[，,](?:同比|净)?(?P<how>{_MORE}|{_LESS})了?(?P<by>{_N})(?P<of>{_UNIT}|[%％]))?"
)
MOST_DIGITS: Final = 12


def wrong_difference(text: Text) -> Iterator[Fault]:
    """22件，比上年的26件少5件; 由26件增加到22件; 从40件增加到50件，增长20%."""
    for pattern in (_WITH, _AFTER, _FROM):
        for place, found in text.find(pattern):
            if message := _message(found):
                yield at(place, found, message)


def _message(found: re.Match[str]) -> str:
    now, then = float(found["now"]), float(found["then"])
    if max(len(found["now"]), len(found["then"])) > MOST_DIGITS:
        return ""
    up = bool(found["more"])
    unit = "个百分点" if found["unit"] in "%％" else found["unit"]
    right = "增加" if now > then else "减少"
    if now == then:
        return "前后两个数相同，没有增减。请核对。"
    if up != (now > then):
        return f"从{then:g}到{now:g}是{right}，这里写反了。请核对。"
    if found["by"] is None:
        return ""
    by, of = float(found["by"]), found["of"] or unit
    if of in "%％" and found["unit"] not in "%％":
        if not then:
            return ""
        share, decimals = 100 * abs(now - then) / then, len(found["by"].partition(".")[2])
        wrong = abs(share - by) > 0.51 * 10**-decimals + 1e-9 and abs(share - by) >= 10**-decimals
        return f"从{then:g}到{now:g}{right}{share:.1f}%，不是{found['by']}%。请核对。" if wrong else ""
    if abs(abs(now - then) - by) > 1e-6:
        return f"从{then:g}到{now:g}{right}{round(abs(now - then), 2):g}{unit}，不是{by:g}{of}。请核对。"
    return ""


RULES: Final = (Rule("增减数不对", wrong_difference, "“22件，比上年的26件少5件”：差数、增幅或方向算错了"),)
