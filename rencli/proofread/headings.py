"""Numbers of headings and of 一是, 二是: that none is missing, doubled, or of another level."""

import re
from collections.abc import Iterator
from typing import Final

from rencli.proofread.numerals import chinese, number
from rencli.proofread.text import Fault, Paragraph, Rule, Text

_NUMBERED: Final = (
    re.compile(r"\s{0,8}(?P<mark>(?P<n>[一二三四五六七八九十]{1,3})、)"),
    re.compile(r"\s{0,8}(?P<mark>[（(](?P<n>[一二三四五六七八九十]{1,3})[）)])(?P<comma>、)?"),
    re.compile(r"\s{0,8}(?P<mark>(?P<n>\d{1,2})[.．、])(?!\d)"),
    re.compile(r"\s{0,8}(?P<mark>[（(](?P<n>\d{1,2})[）)])"),
)
_PART: Final = re.compile(r"\s{0,8}第[一二三四五六七八九十]{1,3}(?:[篇章编]|部分)|附\s?件|附录|附表")
_SERIES: Final = re.compile(
    r"(?:^|(?<=[，。；：、,;:\s]))(?P<n>[一二三四五六七八九十]{1,2})(?:是|要(?![素求点闻件领]))(?![非否])"
)
_LONGEST_TITLE: Final = 40


def numbering(text: Text) -> Iterator[Fault]:
    """一、（一）1.（1）at the beginning of paragraphs: each series runs on by one, an inner one begins anew at 1."""
    last = [0, 0, 0, 0]
    plain = True
    for place, paragraph in text.prose():
        found = _level(paragraph)
        if found is None:
            title = bool(paragraph.level) or _is_title(paragraph)
            if title and _PART.match(paragraph.text):
                last = [0, 0, 0, 0]
            plain = plain or title
            continue
        level, match = found
        n, before = number(match["n"]), last[level]
        start, end = match.span("mark")
        if fault := _fault(level, n, before, plain):
            yield Fault(place, start, end, fault)
        if match.groupdict().get("comma"):
            yield Fault(place, start, end + 1, f"“{match['mark']}”的括号后面不用顿号，请删去。")
        last[level] = n
        last[level + 1 :] = [0] * (3 - level)
        plain = False


def _level(paragraph: Paragraph) -> tuple[int, re.Match[str]] | None:
    if paragraph.kind != "text":
        return None
    for level, pattern in enumerate(_NUMBERED):
        if found := pattern.match(paragraph.text):
            return level, found
    return None


def _is_title(paragraph: Paragraph) -> bool:
    """A short line without a number that may head a new series."""
    return 0 < len(paragraph.text.strip()) <= _LONGEST_TITLE and not paragraph.text.rstrip().endswith("。")


def _fault(level: int, n: int, before: int, after_title: bool) -> str:
    def shown(value: int) -> str:
        return (f"{chinese(value)}、", f"（{chinese(value)}）", f"{value}.", f"（{value}）")[level]

    if n in (before + 1, -1) or (n == 1 and (before != 1 or after_title or level > 1)):
        return ""
    if n == before:
        return f"标题序号“{shown(n)}”重复了，应为“{shown(n + 1)}”。请核对序号。"
    if before:
        return f"标题序号从“{shown(before)}”到“{shown(n)}”，不连续，应为“{shown(before + 1)}”。请核对是否缺了一段。"
    if level > 1:
        return ""
    return f"标题序号从“{shown(n)}”起，前面没有“{shown(1)}”。请核对层次和序号。"


def series(text: Text) -> Iterator[Fault]:
    """一是, 二是 …: the next is one more, or a new 一是."""
    before = 0
    for place, paragraph in text.prose():
        if _level(paragraph) is not None:
            before = 0
        for found in _SERIES.finditer(paragraph.text):
            n = number(found["n"])
            if before and n not in (1, before + 1):
                what = "重复了" if n == before else "不连续"
                message = f"前面是“{chinese(before)}是”，这里是“{found[0]}”，{what}。请核对是否缺了一项。"
                yield Fault(place, found.start(), found.end(), message)
            before = n


RULES: Final = (
    Rule("标题序号", numbering, "一、（一）1.（1）跳号、重号、层次混乱，括号后面多了顿号"),
    Rule("分项序号", series, "一是、二是、三是跳号或重号"),
)
