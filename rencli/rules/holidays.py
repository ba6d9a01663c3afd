"""Holiday tables: chinesecalendar's, and before it the user's own file of a year.

The library knows the years that the State Council has announced; it is imported when a day of such a year is
first looked at. A file ``节假日-2027.toml`` says what a year's notice says, which may begin in the last days of
the December before.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from rencli.errors import InvalidInputError
from rencli.rules.calendar import Year, days
from rencli.rules.reading import HOLIDAYS, document

if TYPE_CHECKING:
    from pathlib import Path

OFF, WORKED = "放假", "上班"
MISSED: Final = frozenset({date(2005, 12, 31)})
"""A make-up day that the library lacks (国办发明电〔2005〕35号)."""
NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "New Year's Day": "元旦",
        "Spring Festival": "春节",
        "Tomb-sweeping Day": "清明节",
        "Labour Day": "劳动节",
        "Dragon Boat Festival": "端午节",
        "National Day": "国庆节",
        "Mid-autumn Festival": "中秋节",
        "Anti-Fascist 70th Day": "抗战胜利纪念日",
    }
)


class Range(NamedTuple):
    """Days off under one name, both ends included."""

    name: str
    first: date
    last: date


class Notice(NamedTuple):
    """What one year's notice says."""

    off: tuple[Range, ...]
    worked: tuple[date, ...]


class Tables:
    """The table of a year, asked for by number: a calendar's ``table``."""

    def __init__(self, folders: "Sequence[Path]") -> None:
        self._folders = folders
        self._read: dict[int, Notice | None] = {}

    def __call__(self, number: int) -> Year:
        own, later = self._notice(number), self._notice(number + 1)
        year = _year(own, number) if own else _shipped(number)
        if later is None:
            return year
        moved = _year(later, number)
        return Year({**year.off, **moved.off}, year.worked - moved.off.keys() | moved.worked, year.known)

    def _notice(self, number: int) -> Notice | None:
        if number not in self._read:
            self._read[number] = own_notice(number, self._folders)
        return self._read[number]


def file_name(year: int) -> str:
    """How the file of a year's holidays is called."""
    return f"{HOLIDAYS}{year}.toml"


def own_notice(year: int, folders: "Sequence[Path]") -> Notice | None:
    """The user's own file of a year, from the first folder that has it. Raises InvalidInputError."""
    path = next((path for folder in folders if (path := folder / file_name(year)).is_file()), None)
    if path is None:
        return None
    notice, faults = read_notice(year, document(path, "节假日文件"))
    if faults:
        raise InvalidInputError(f"节假日文件 {path} 有误。{'；'.join(f'{key}：{text}' for key, text in faults)}")
    return notice


def read_notice(year: int, raw: Mapping[str, Any]) -> tuple[Notice, list[tuple[str, str]]]:
    """A file's document: what it says, and what is wrong with it, each with its key."""
    faults = [(key, f"不认识，只写“{OFF}”和“{WORKED}”") for key in raw if key not in (OFF, WORKED)]
    off, worked = [], []
    ranges, singles = raw.get(OFF, []), raw.get(WORKED, [])
    for key, value in ((OFF, ranges), (WORKED, singles)):
        if not isinstance(value, list):
            faults.append((key, "应写成 [ … ]"))
    for each in ranges if isinstance(ranges, list) else ():
        match each:
            case [str(name), *ends] if 1 <= len(ends) <= 2 and all(type(end) is date for end in ends):
                off.append(Range(name, ends[0], ends[-1]))
            case _:
                like = f'["元旦", {year}-01-01, {year}-01-03]'
                faults.append((OFF, f'{_shown(each)} 应写成 ["名称", 首日, 末日]，如 {like}'))
    for each in singles if isinstance(singles, list) else ():
        if type(each) is date:
            worked.append(each)
        else:
            faults.append((WORKED, f"{_shown(each)} 应是日期，如 {year}-02-07"))
    notice = Notice(tuple(off), tuple(worked))
    return notice, [*faults, *contradictions(year, notice)]


def contradictions(year: int, notice: Notice) -> list[tuple[str, str]]:
    """What cannot be right in a notice, each with the key it stands under."""
    faults, named = [], dict[date, str]()
    for name, first, last in notice.off:
        if last < first:
            faults.append((OFF, f"{name} {first} 至 {last} 首日晚于末日"))
            continue
        if (last - first).days >= 31:
            faults.append((OFF, f"{name} {first} 至 {last} 长过一个月"))
            continue
        for day in days(first, last):
            if not _belongs(day, year):
                faults.append((OFF, f"{name} {day} 不在{year}年"))
            if day in named:
                faults.append((OFF, f"{day} 写了两次（{named[day]}、{name}）"))
            named[day] = name
    for day in notice.worked:
        if not _belongs(day, year):
            faults.append((WORKED, f"{day} 不在{year}年"))
        if day.weekday() < 5:
            faults.append((WORKED, f"{day} 不是周末，本来就上班"))
        if day in named:
            faults.append((WORKED, f"{day} 又写了放假（{named[day]}）"))
    if len(set(notice.worked)) < len(notice.worked):
        faults.append((WORKED, "有重复的日期"))
    return faults


def as_toml(year: int, notice: Notice) -> str:
    """A notice as its file."""
    lines = [
        f"# {year}年节假日，照国务院办公厅的通知写；写了就以这里为准，不再用程序自带的{year}年节假日表。",
        "# 放假：[名称, 首日, 末日]；上班：调休上班的周末。改好后可用 ren rules check 检查。",
        f'"{OFF}" = [',
        *(f'  ["{each.name}", {each.first}, {each.last}],' for each in notice.off),
        "]",
        f'"{WORKED}" = [{", ".join(map(str, notice.worked))}]',
    ]
    return "\n".join(lines) + "\n"


def _shipped(number: int) -> Year:
    """The library's table of a year; in one that it does not know, weekends alone."""
    if number < 2004:  # no need to load it
        return Year({}, frozenset(), known=False)
    from chinese_calendar.constants import holidays, workdays

    if number > max(holidays).year:
        return Year({}, frozenset(), known=False)
    off = {day: NAMES.get(name, name) for day, name in holidays.items() if day.year == number}
    return Year(off, frozenset(day for day in (*workdays, *MISSED) if day.year == number))


def _year(notice: Notice, number: int) -> Year:
    """The days of a calendar year in a notice, which may also speak of the December before its own."""
    off = {day: each.name for each in notice.off for day in days(each.first, each.last) if day.year == number}
    return Year(off, frozenset(day for day in notice.worked if day.year == number))


def _belongs(day: date, year: int) -> bool:
    """Of the year itself, or in the last days of the December before: 元旦 may begin there."""
    return day.year == year or (day.year == year - 1 and (day.month, day.day) >= (12, 25))


def _shown(raw: object) -> str:
    if isinstance(raw, list):
        return f"[{', '.join(map(_shown, raw))}]"
    return f"“{raw}”"
