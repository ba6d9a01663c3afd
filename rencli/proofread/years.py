"""The year of the title against those of the signature and of the text."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from rencli.proofread.numerals import digits, number
from rencli.proofread.text import Fault, Paragraph, Rule, Text

_SIGNED: Final = re.compile(
    r"\s{0,60}(?P<year>20\d\d|[一二][OoＯ〇零○0一二三四五六七八九]{3})\s?年\s?"
    r"(?P<month>\d{1,2}|[一二三四五六七八九]?十?[一二三四五六七八九十])\s?月\s?"
    r"(?:\d{1,2}|[二三]?十?[一二三四五六七八九十])\s?日\s{0,60}"
)
_TITLE: Final = re.compile(r"总结|报告|小结|计划|安排|要点|打算|思路|通报|方案")
_AHEAD: Final = re.compile(r"计划|安排|要点|打算|思路|方案")
_PART_OF_YEAR: Final = re.compile(r"上半年|一季度|二季度|三季度|半年|季度")
_LONG: Final = re.compile(r"届|五年|近年|历年|以来|十四五|十三五|规划")
_YEAR: Final = re.compile(r"(?<![\d〔（(\[])(20\d\d)(?=\s?年|\s?人大|\s?半年|\s?上半年|\s?工作)")
_OPENER: Final = re.compile(r"\s{0,8}(20\d\d)年(?:上半年|度|以来|，|,|是|我|，|[\u4e00-\u9fff]{2,10}(?:镇|乡|人大))")
_LONGEST_TITLE: Final = 60
EARLY: Final = 6
"""The last month in which a paper of the year before may be signed."""
LATE: Final = 9
"""The first month in which a paper of the year to come may be signed."""


class _Part(NamedTuple):
    """The paragraphs from one signature to the next."""

    title: int
    signed: int | None
    body: Sequence[int]


def years_at_odds(text: Text) -> Iterator[Fault]:
    """Each paper in the file: title against signature, title against the first words."""
    for part in _parts(text.paragraphs):
        title = text.paragraphs[part.title].text
        years = sorted({int(year) for year in _YEAR.findall(title)})
        if not years or _LONG.search(title):
            continue
        if part.signed is not None:
            yield from _signature(text, part.signed, title, years)
        yield from _opening(text, part.body, years)


def period_of(text: Text) -> tuple[str, str] | None:
    """What the first title says of the period, as an option and its value: half, 2024H1."""
    for paragraph in text.paragraphs:
        if _is_title(paragraph) and (found := _YEAR.search(paragraph.text)):
            year = found[1]
            if half := re.search("[上下]半年", paragraph.text):
                return "half", f"{year}H{'上下'.index(half[0][0]) + 1}"
            if quarter := re.search("([一二三四1-4])季度", paragraph.text):
                return "quarter", f"{year}Q{number(quarter[1])}"
            return "year", year
    return None


def _signature(text: Text, place: int, title: str, years: Sequence[int]) -> Iterator[Fault]:
    signed = text.paragraphs[place].text
    if not (found := _SIGNED.fullmatch(signed)):
        return
    year, month = int(_plain(found["year"])), number(found["month"])
    early = year == years[-1] + 1 and month <= EARLY
    late = year == years[0] - 1 and month >= LATE and bool(_AHEAD.search(title))
    if year not in years and not early and not late:
        told = "、".join(map(str, years))
        start = len(signed) - len(signed.lstrip())
        message = f"标题写的是{told}年，落款是{year}年。请核对标题和落款的年份。"
        yield Fault(place, start, len(signed.rstrip()), message)


def _opening(text: Text, body: Sequence[int], years: Sequence[int]) -> Iterator[Fault]:
    """The first paragraph of prose begins with a year that is not the title's, which the text never names."""
    running = [place for place in body if text.paragraphs[place].running]
    if not running or not (found := _OPENER.match(text.paragraphs[running[0]].text)):
        return
    named = {int(year) for place in running for year in _YEAR.findall(text.paragraphs[place].text)}
    if int(found[1]) not in years and not named & set(years):
        message = f"标题写的是{years[-1]}年，正文开头是{found[1]}年，全文没有提到{years[-1]}年。请核对年份。"
        yield Fault(running[0], found.start(1), found.end(1) + 1, message)


def _parts(paragraphs: Sequence[Paragraph]) -> Iterator[_Part]:
    start = 0
    for place, paragraph in enumerate(paragraphs):
        last = place == len(paragraphs) - 1
        signed = paragraph.kind == "text" and bool(_SIGNED.fullmatch(paragraph.text))
        if not signed and not last:
            continue
        titles = [each for each in range(start, place + 1) if _is_title(paragraphs[each])]
        if titles:
            yield _Part(titles[0], place if signed else None, range(titles[0] + 1, place + 1))
        start = place + 1 if signed else start


def _is_title(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    short = 4 <= len(text) <= _LONGEST_TITLE and not text.endswith(("。", "，", "；"))
    heading = re.match(r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+[.、．]", text)
    fit = paragraph.kind == "text" and short and not heading and "，" not in text and "。" not in text
    return bool(fit and _TITLE.search(text) and _YEAR.search(text))


def _plain(year: str) -> str:
    return digits(re.sub("[OoＯ零○0]", "〇", year)) if not year.isdigit() else year


RULES: Final = (Rule("年份不一", years_at_odds, "标题、正文开头和落款的年份对不上；次年上半年署上一年的总结不算"),)
