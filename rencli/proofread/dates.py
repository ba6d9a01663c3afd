"""Dates: how they are written, whether there is such a day, and on which day of the week it falls."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from rencli.proofread.numerals import digits, number
from rencli.proofread.text import Fault, Rule, Text, at

WEEK: Final = "一二三四五六日"

_ZERO: Final = re.compile(r"(?<![一二三四五六七八九十])[一二][一二三四五六七八九〇零OoＯｏОо0０○◯]{3}(?=年)")
_WRONG_ZERO: Final = re.compile(r"[OoＯｏОо0０○◯]")
_PADDED: Final = re.compile(r"(?<!\d)(?P<month>0[1-9])月|(?<=月)(?P<day>0[1-9])日")
_DAY: Final = re.compile(
    r"(?:(?P<year>(?<!\d)\d{4}|[一二][〇零一二三四五六七八九]{3})年\s?)?"
    r"(?<![\d.．、十])(?P<month>\d{1,2}|[一二三四五六七八九]?十?[一二三四五六七八九])\s?月(?!\s?\d{1,2}\s?月)"
    r"(?:\s?(?P<day>\d{1,2}|[二三]?十?[一二三四五六七八九十])\s?[日号])?"
    r"(?P<to>\s?(?:至|到|—|－|-|～|~|、)\s?(?P<last>\d{1,2})\s?日)?"
    r"(?:\s?[（(]?\s?(?:星期|周|礼拜)(?P<week>[一二三四五六日天])(?![年期岁围边密报])\s?[）)]?)?"
)
_YEAR: Final = re.compile(r"(?<!\d)(20\d\d|19\d\d)年")
_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def wrong_zero(text: Text) -> Iterator[Fault]:
    """二O二四年 with a letter or a digit where 〇 stands."""
    for place, found in text.find(_ZERO):
        if _WRONG_ZERO.search(found[0]):
            right = _WRONG_ZERO.sub("〇", found[0])
            yield at(place, found, f"汉字日期里的“〇”写成了字母、数字或圆圈，应为“{right}年”。")


def padded(text: Text) -> Iterator[Fault]:
    """01月, 3月05日."""
    for place, found in text.find(_PADDED):
        bare = found[0].lstrip("0")
        yield at(place, found, f"月、日前面不编虚位，“{found[0]}”应为“{bare}”。")


def no_such_day(text: Text) -> Iterator[Fault]:
    """2月30日, 13月, 2023年2月29日."""
    for place, found in text.find(_DAY):
        year, month, day, last = _parts(found)
        if not 1 <= month <= 12:
            if found["day"] or found["year"]:
                yield at(place, found, f"没有{month}月，请核对日期。")
            continue
        most = 28 if month == 2 and year and not _leap(year) else _DAYS[month - 1]
        for value in (day, last):
            if value is not None and not 1 <= value <= most:
                of = f"{year}年{month}月" if year and month == 2 else f"{month}月"
                yield at(place, found, f"没有这一天：{of}只有{most}天，请核对日期。")
                break


def wrong_weekday(text: Text) -> Iterator[Fault]:
    """A day of the week that is not that of the date; without a year only where the text leaves no doubt of it."""
    years = _years(text)
    for place, found in text.find(_DAY):
        year, month, day, _ = _parts(found)
        if not found["week"] or day is None or found["to"]:
            continue
        possible = [year] if year else [years[0], years[0] + 1] if len(years) == 1 else []
        days = [_weekday(each, month, day) for each in possible]
        said = WEEK.find(found["week"].replace("天", "日"))
        if days and None not in days and said not in days:
            shown = f"{possible[0]}年{month}月{day}日是星期{WEEK[days[0] or 0]}"
            yield at(place, found, f"星期不对：{shown}。请核对日期和星期。")


def _parts(found: re.Match[str]) -> tuple[int | None, int, int | None, int | None]:
    year = int(digits(found["year"].replace("零", "〇"))) if found["year"] else None
    day = number(found["day"]) if found["day"] else None
    return year, number(found["month"]), day, int(found["last"]) if found["last"] and found["day"] else None


def _years(text: Text) -> Sequence[int]:
    """The years that the whole text speaks of."""
    return list(dict.fromkeys(int(found[1]) for _, found in text.find(_YEAR)))


def _weekday(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


RULES: Final = (
    Rule("日期中的〇", wrong_zero, "二O二四年：汉字日期里的〇写成了字母O、数字0或圆圈"),
    Rule("月日前的零", padded, "01月、3月05日：月、日不编虚位"),
    Rule("没有这一天", no_such_day, "2月30日、13月1日、平年的2月29日"),
    Rule("星期不对", wrong_weekday, "写明的星期和日期对不上"),
)
