"""Dates, months and times of day as clerks write them (contract.md section 1, "Dates").

Day and month are never guessed: two-digit years, day-first dates and numerals of two kinds in one date are
refused, and so is whatever is not a day of the calendar in the years 1900 to 2100.
"""

import re
from datetime import date, time, timedelta
from typing import Final

from rencli.records.clean import Unreadable, line, numeral

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100
SMALLEST_SERIAL: Final = 10_000
"""Excel's 1927-05-18. Smaller numbers are rather a year, a month and day, or a count in the wrong column."""

_SPREADSHEET_EPOCH: Final = date(1899, 12, 30)
_SIGNS: Final = str.maketrans("－‐‑–—−／．：（）　", "------/.:() ")
_ZEROS: Final = str.maketrans("〇○◯OoＯｏ", "零零零零零零零")
_NUMERALS: Final = "零一二三四五六七八九"
_WEEKDAY: Final = r"(?:[ ,，]*\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)?"
_TIME: Final = (
    r"(?:(?:[ T]+|(?<=[日号]))(?:上午|下午|早上|中午|晚上)?(?: *(?:[01]?\d|2[0-4])"
    r"(?::[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?: *[AP]M| *Z| *[+-]\d\d:?\d\d)?|[时点](?:半|[0-5]?\d分?)?))?)?"
)
_TAIL: Final = rf"{_WEEKDAY}{_TIME}{_WEEKDAY}"
_ARABIC: Final = (
    r"(\d{4})(?: *(?P<sign>[-/.]) *(\d{1,2}) *(?P=sign) *(\d{1,2})\.?|(\d\d)(\d\d)"
    rf"| *年 *(\d{{1,2}}|元) *月 *(\d{{1,2}})(?: *[日号])?){_TAIL}"
)
_CHINESE: Final = rf"([{_NUMERALS}]{{4}}) *年 *([{_NUMERALS}十元]{{1,3}}) *月 *([{_NUMERALS}十]{{1,3}}) *[日号]{_TAIL}"
_MONTH: Final = r"(\d{4})(?: *[-/.] *(\d{1,2})| *年 *(\d{1,2}|元) *月份?|(\d\d))"
_CHINESE_MONTH: Final = rf"([{_NUMERALS}]{{4}}) *年 *([{_NUMERALS}十元]{{1,3}}) *月份?"
_NO_DATE: Final = "不是日期，请写成 2024-03-05 或 2024年3月5日"
_FAULTS: Final = (  # what is wrong with a text that is no day: the first that applies
    (r"农历|阴历|[正腊冬]月|月初", "农历日期请换算成公历，如 2024-03-05"),
    (r"^[今昨明前后]|^上|^下|^本|^去|^当", "请写具体日期，如 2024-03-05"),
    (
        r"\d[^ ]*[零一二三四五六七八九十]+ *[年月日号]|[零一二三四五六七八九十]+ *[年月].*\d",
        "阿拉伯数字和汉字数字不要混用，如 2024-03-05",
    ),
    (r"^(?:\d{1,2}|[一二三四五六七八九十元]{1,2}) *月|^\d{1,2}[-/.]\d{1,2}$", "没有写年份，请写成 2024-03-05"),
    (r"^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}", "分不清月和日，请写成 2024-03-05"),
    (r"^(?:\d\d|[零一二三四五六七八九]{2}) *[-/.年]", "年份请写四位，如 2024-03-05"),
    (rf"^(?:{_MONTH}|{_CHINESE_MONTH})$", "只有年和月，请写到日，如 2024-03-05"),
)


def day(value: object) -> date:
    """Read a day as files may write it: no relative words, always with its year (contract.md section 1)."""
    if type(value) is str and len(value) == 10 and value[4] == value[7] == "-":
        try:
            found = date.fromisoformat(value)
        except ValueError:
            return _read(line(value))
        return found if FIRST_YEAR <= found.year <= LAST_YEAR else _checked(found.year, found.month, found.day)
    if isinstance(value, date):
        return _checked(value.year, value.month, value.day)
    return _read(line(value))


def typed_day(value: object, today: date) -> date:
    """Read a day as typed on the command line: as in a file, also 今天, 昨天, and 3月5日 of this year."""
    text = line(value)
    if text in ("今天", "昨天"):
        return today - timedelta(days=text == "昨天")
    if re.match(r"(?:\d{1,2}|元) *月 *\d", text):
        return day(f"{today.year}年{text}")
    if re.match(r"[一二三四五六七八九十元]{1,2} *月", text):
        return day("".join(_NUMERALS[int(digit)] for digit in str(today.year)) + f"年{text}")
    return day(value)


def month_or_day(value: object) -> str:
    """Read a day or only a month, ``1975-06-01`` or ``1975-06`` (contract.md section 1, ``born``)."""
    if isinstance(value, date):
        return day(value).isoformat()
    text = line(value).translate(_SIGNS)
    if re.fullmatch(r"\d{4} *\. *1", text, re.ASCII):
        raise Unreadable("分不清 1 月还是 10 月，请写成 1975-01 或 1975-10")
    if found := re.fullmatch(_MONTH, text, re.ASCII):
        year, month = (part for part in found.groups() if part)
    elif found := re.fullmatch(_CHINESE_MONTH, text.translate(_ZEROS)):
        year, month = found.groups()
    else:
        return day(value).isoformat()
    if not 1 <= _number(month) <= 12:
        raise Unreadable("只有 1 至 12 月，请核对")
    return _checked(_number(year), _number(month), 1).isoformat()[:7]


def year(value: object) -> int:
    """Read a year from 1900 to 2100: ``2024``, ``2024年``, ``2024年度``, ``二〇二四年``."""
    if isinstance(value, int) and not isinstance(value, bool):
        return _checked(value, 1, 1).year
    text = re.sub(r" *年度?$", "", line(value)).translate(_ZEROS)
    if not re.fullmatch(rf"\d{{4}}(?:\.0)?|[{_NUMERALS}]{{4}}", text, re.ASCII):
        raise Unreadable("不是年份，请写四位数字，如 2024")
    return _checked(_number(text.removesuffix(".0")), 1, 1).year


def clock(value: object) -> str:
    """Read a time or a span of the day, ``09:00`` or ``09:00—11:30`` (contract.md section 1, ``time``)."""
    if isinstance(value, time):
        return f"{value:%H:%M}"
    text = line(value).translate(_SIGNS)
    one = r"(\d{1,2})(?::(\d\d)(?::00)?|[时点](?:(\d{1,2})分?|(半))?)"
    found = re.fullmatch(rf"{one}(?: *(?:-+|[~～〜至到]) *{one})?", text, re.ASCII)
    if not found:
        raise Unreadable("不是时间，请用 24 小时制写成 09:00 或 09:00—11:30")
    parts = found.groups()
    times = [
        (int(hour), 30 if half else int(minutes or more or 0))
        for hour, minutes, more, half in (parts[:4], parts[4:])
        if hour
    ]
    if any(hour > 23 or minute > 59 for hour, minute in times):
        raise Unreadable("没有这个时间，请用 24 小时制写成 09:00")
    if len(times) == 2 and times[0] >= times[1]:
        raise Unreadable("结束时间应晚于开始时间，请核对")
    return "—".join(f"{hour:02}:{minute:02}" for hour, minute in times)


def _read(cleaned: str) -> date:
    """Read a cleaned text in any of the written forms."""
    text = cleaned.translate(_SIGNS)
    if found := re.fullmatch(_ARABIC, text, re.ASCII | re.IGNORECASE):
        year, month, of_month = (_number(part) for part in found.groups() if part and part not in "-/.")
        return _checked(year, month, of_month)
    chinese = text.translate(_ZEROS)
    if found := re.fullmatch(_CHINESE, chinese):
        return _checked(*map(_number, found.groups()))
    if found := re.fullmatch(r"(\d{4})(\d\d)(\d\d)\.0+", text, re.ASCII):
        return _checked(*map(int, found.groups()))
    if re.fullmatch(r"\d{1,7}(?:\.\d+)?", text, re.ASCII):
        serial = int(text.partition(".")[0])
        last = (date(LAST_YEAR, 12, 31) - _SPREADSHEET_EPOCH).days
        if SMALLEST_SERIAL <= serial <= last:
            return _SPREADSHEET_EPOCH + timedelta(days=serial)
    for pattern, message in _FAULTS:
        if re.search(pattern, chinese):
            raise Unreadable(message)
    raise Unreadable(_NO_DATE)


def _number(text: str) -> int:
    """Read one part of a date."""
    if text.isascii():
        return int(text)
    number = 1 if text == "元" else numeral(text if len(text) == 4 else text.removeprefix("零"))
    if number is None:
        raise Unreadable(_NO_DATE)
    return number


def _checked(year: int, month: int, of_month: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Unreadable(f"年份应在 {FIRST_YEAR} 至 {LAST_YEAR} 之间，请核对")
    try:
        return date(year, month, of_month)
    except ValueError:
        raise Unreadable(f"没有 {year}-{month:02}-{of_month:02} 这一天，请核对") from None
