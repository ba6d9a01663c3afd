"""Reads the State Council's yearly notice: ``1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。``"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from unicodedata import normalize

from rencli.errors import InvalidInputError
from rencli.rules.calendar import days
from rencli.rules.holidays import Notice, Range, contradictions

_WEEKDAYS: Final = "一二三四五六日"
_TOKEN = re.compile(
    r"(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日(?P<beside>\([^)]*\))?"
    r"|(?P<to>至|到|[-—–~～])|(?P<with>、|和|及)|(?P<total>共(?P<n>\d+)天|放假(?P<off>\d+)天)"
    r"|(?P<verb>放假|补休|调休|上班)|(?P<stop>[,，])"
)
_TITLE = re.compile(r"关于(\d{4})年")
_HEADING = re.compile(r"^(?:[一二三四五六七八九十]+、|\d+[.、])?(?P<name>[\u4e00-\u9fff、]{2,12})[:：]")
_IN_BESIDE = re.compile(r"(?:周|星期|礼拜)([一二三四五六日天])")
_ISSUED = re.compile(r"(?:国务院办公厅)?\d{4}年\d{1,2}月\d{1,2}日")
_ALONE: Final = {(1, 1): "元旦", (5, 1): "劳动节", (10, 1): "国庆节", (4, 4): "清明节", (4, 5): "清明节"}
"""What a day that stands without a heading is the holiday of."""
_URGED: Final = ("鼓励", "错峰")
_SEVEN: Final = ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节")


@dataclass(slots=True)
class Understood:
    """What was read of a text: the notice, and what stands in it that was not used."""

    notice: Notice
    unused: list[str]

    @property
    def missing(self) -> list[str]:
        """The holidays that the text does not speak of."""
        named = "".join(each.name for each in self.notice.off)
        return [name for name in _SEVEN if name[:2] not in named]


@dataclass(slots=True)
class _Reading:
    """The text so far: the year, the month and holiday last named, what was found, what is wrong."""

    year: int
    month: int = 0
    name: str = ""
    off: list[Range] = field(default_factory=list)
    worked: list[date] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def read(year: int, text: str) -> Understood:
    """The days off and the make-up days of a notice. Raises InvalidInputError with everything that is wrong."""
    plain = re.sub(r"[ \t\u3000]+", "", normalize("NFKC", text))
    reading = _Reading(year)
    if (title := _TITLE.search(plain)) and int(title[1]) != year:
        raise InvalidInputError(f"这是{title[1]}年的放假通知，要写的是{year}年，请核对。")
    for sentence in _sentences(plain):
        if heading := _HEADING.match(sentence):
            reading.name, reading.month = heading["name"], 0
            sentence = sentence[heading.end() :]
        _read_sentence(reading, sentence)
    if not reading.off and not reading.faults:
        raise InvalidInputError("没有读到放假的日子。请粘贴通知里的原句，如 1月1日（周五）至3日（周日）放假，共3天。")
    notice = Notice(tuple(reading.off), tuple(reading.worked))
    faults = [*reading.faults, *(text for _, text in contradictions(year, notice))]
    if faults:
        listed = "".join(f"\n  · {each}" for each in faults)
        raise InvalidInputError(f"通知里有说不通的地方，没有写入，请核对以下{len(faults)}处：{listed}")
    return Understood(notice, reading.unused)


def _sentences(plain: str) -> Iterator[str]:
    for line in re.split(r"[。;；\n\r]+", plain):
        if line.strip():
            yield line.strip()


def _read_sentence(reading: _Reading, sentence: str) -> None:
    """Dates gather until a verb says what they are; ``共3天`` is held against the days just taken."""
    gathered: list[tuple[date, date]] = []
    joined, taken = False, 0
    if any(word in sentence for word in _URGED):
        return
    for token in _TOKEN.finditer(sentence):
        if token["day"]:
            day = _day(reading, token)
            if day is None:
                return
            if joined and gathered:
                gathered[-1] = (gathered[-1][0], day)
            else:
                gathered.append((day, day))
            joined = False
        elif token["to"]:
            joined = bool(gathered)
        elif token["total"]:
            if token["off"] and gathered:
                taken = _take_off(reading, gathered)
                gathered = []
            if taken and taken != int(token["n"] or token["off"]):
                told = token["n"] or token["off"]
                reading.faults.append(f"“{_wide(sentence)}”：写的是{told}天，数下来是{taken}天")
        elif token["verb"] and gathered:
            if token["verb"] == "上班":
                reading.worked += [day for first, last in gathered for day in days(first, last)]
            else:
                taken = _take_off(reading, gathered)
            gathered = []
        elif token["stop"] and gathered:
            _leave(reading, sentence)
            gathered = []
    if gathered:
        _leave(reading, sentence)


def _leave(reading: _Reading, sentence: str) -> None:
    """A date of which nothing is said: with a weekday it is a part of the arrangement, the day of issue is none."""
    if _IN_BESIDE.search(sentence):
        reading.faults.append(f"“{_wide(sentence)}”：没有看懂是放假还是上班")
    elif not _ISSUED.fullmatch(sentence):
        reading.unused.append(_wide(sentence))


def _wide(sentence: str) -> str:
    return sentence.translate(str.maketrans(",()", "，（）"))


def _take_off(reading: _Reading, gathered: list[tuple[date, date]]) -> int:
    """Days off under the holiday last named; how many they are."""
    for first, last in gathered:
        reading.off.append(Range(reading.name or _ALONE.get((first.month, first.day), "节假日"), first, last))
    return sum((last - first).days + 1 for first, last in gathered)


def _day(reading: _Reading, token: re.Match[str]) -> date | None:
    """A date of the text, its weekday checked. A month or year that is not written is that of the date before."""
    month = int(token["month"] or reading.month)
    year = int(token["year"] or reading.year)
    if not month:
        reading.faults.append(f"“{token[0]}”没有写是几月")
        return None
    reading.month = month
    try:
        day = date(year, month, int(token["day"]))
    except ValueError:
        reading.faults.append(f"没有{token[0]}这一天")
        return None
    written = _IN_BESIDE.search(token["beside"] or "")
    if written and _WEEKDAYS.index(written[1].replace("天", "日")) != day.weekday():
        reading.faults.append(f"{day} 是星期{_WEEKDAYS[day.weekday()]}，通知里写的是“{written[0]}”")
    return day
