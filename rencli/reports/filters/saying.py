"""Saying a value: names, days, numbers, how a figure compares."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from rencli.gongwen.characters import cell
from rencli.gongwen.numbering import chinese as numeral
from rencli.reports.filters.clauses import clause
from rencli.reports.views import Count, Share, Written

LEAST_BASE = 5
"""No percentage of fewer."""
_MOST_NAMED = 40
"""Characters that a list of names may take."""
_INNER = {"“”": "‘’", "《》": "〈〉"}


def named(names: Iterable[Any], most: int = 3) -> str:
    """列举: 甲、乙、丙等, at most ``most`` names and no more than fit; those that hold 、 are quoted."""
    texts = list(dict.fromkeys(clause(name) for name in names))
    shown: list[str] = []
    for text in texts[:most]:
        if shown and sum(map(len, shown)) + len(text) > _MOST_NAMED:
            break
        shown.append(text)
    if len(texts) > 1 and any(mark in text for text in shown for mark in "、，"):
        said = "".join(map(quoted, shown))
    else:
        said = "、".join(shown)
    return said + ("等" if len(shown) < len(texts) else "")


def quoted(text: Any, marks: str = "“”") -> str:
    """引: the text in quotation marks, in 《》 with ``引("《》")``; the same marks inside it become inner ones."""
    words = clause(text)
    if marks == "《》" and words.startswith("《") and words.find("》") == len(words) - 1:
        return words
    return f"{marks[0]}{words.translate(str.maketrans(marks, _INNER[marks]))}{marks[1]}"


def than(value: Any, before: Any, unit: str, called: str = "上年") -> str:
    """比: 比上年多4件, 与上年持平; nothing where last year gives no base (prose.md: base of 1, a rate's of 5)."""
    if isinstance(value, Share) and isinstance(before, Share):
        if min(value.分母, before.分母) < LEAST_BASE:
            return ""
        change: int | float = round(value.百分数 - before.百分数, 1)
        more, less = "高", "低"
    elif not value or not before:
        return ""
    else:
        change, more, less = value - before, "多", "少"
    if not change:
        return f"与{called}持平"
    return f"比{called}{more if change > 0 else less}{difference(change)}{unit}"


def about(value: Any) -> Any:
    """余: a count of 100 and more cut down to its leading digits, 612 → 600余; others as they are."""
    if not isinstance(value, Count) or value < 100:
        return value
    step = 10 ** (len(str(int(value))) - 1)
    rounded = value // step * step
    return value if rounded == value else Written(f"{rounded}余", value.key)


def wan(value: Any) -> Any:
    """万元: an amount in 元, in 万元 only where that is exact."""
    amount = float(value)
    text = f"{amount / 10000:.4f}".rstrip("0").rstrip(".") + "万元"
    exact = amount >= 10000 and amount % 100 == 0
    plain = f"{value}元"
    key = getattr(value, "key", "")
    return Written(text if exact else plain, key) if key else text if exact else plain


def difference(value: Any) -> str:
    """差: a difference without its sign; one decimal for percentage points, whole numbers bare."""
    text = f"{abs(value):.1f}" if isinstance(value, float) else str(abs(value))
    return text.removesuffix(".0")


def matter(title: Any) -> str:
    """事由: the title of an item without the verb that the sentence says: 听取镇政府工作报告 → 镇政府工作报告."""
    return re.sub(r"^(?:听取和审议|听取并审议|审议和听取|听取|审议|研究|讨论)", "", clause(title))


def person(name: str) -> str:
    """人名: a deputy's name alone, without the constituency that tells namesakes apart."""
    return name.partition("@")[0]


def told_apart(names: Any) -> Any:
    """姓名: a deputy as a paper names one, or a list of them: a namesake's constituency in brackets, not behind @."""
    if isinstance(names, str):
        name, _, constituency = names.partition("@")
        return f"{name}（{constituency}）" if constituency else name
    return names if names is None else [told_apart(name) for name in names]


def chinese(value: Any) -> str:
    """汉字: a small number in Chinese numerals (第五届)."""
    return numeral(int(value))


def month(day: date) -> str:
    """月: 3月 of a date."""
    return f"{day.month}月"


def month_day(day: date) -> str:
    """月日: 11月30日 of a date."""
    return f"{day.month}月{day.day}日"


def full_day(day: date) -> str:
    """年月日: 2025年1月6日 of a date."""
    return f"{day.year}年{day.month}月{day.day}日"


def short_day(day: date | None) -> str:
    """短日: 2025.1.6 of a date, as a table prints it; nothing without one."""
    return f"{day.year}.{day.month}.{day.day}" if day else ""


def full_unit(unit: str, office: Mapping[str, Any]) -> str:
    """单位全称: a unit of the township with its name in front: 松泉镇农业服务中心 of 镇农业服务中心."""
    name, town = office["名称"], office["镇"]
    return f"{name}{unit.removeprefix(town)}" if unit.startswith(town) else unit


def weekday(day: date) -> str:
    """星期: 星期三 of a date."""
    return f"星期{'一二三四五六日'[day.weekday()]}"


def later_day(day: date, after: date) -> str:
    """日: a day as a notice says it that is issued on another: 7月10日, with its year where that differs."""
    return month_day(day) if day.year == after.year else full_day(day)


def days_to(first: date, last: date | None) -> str:
    """至: the end of a span that began on ``first``: 至12日, 至8月2日; nothing of a single day."""
    if last is None or last == first:
        return ""
    if last.year != first.year:
        return f"至{full_day(last)}"
    return f"至{last.day}日" if last.month == first.month else f"至{month_day(last)}"


def in_cell(value: Any) -> Any:
    """格: any value as the words of a table's cell; nothing for what is not known, lists with 、 between.

    A figure stays a figure.
    """
    if hasattr(value, "key"):
        return value
    return "" if value is None else cell("、".join(map(str, value)) if isinstance(value, list) else str(value))


def by_day(day: date | None) -> str:
    """限期: 3月底前 or 3月15日前 of a day; nothing without one."""
    if day is None:
        return ""
    return f"{day.month}月底前" if (day + timedelta(1)).day == 1 else f"{month_day(day)}前"


def how_long(days: int) -> str:
    """多久: a number of days as people say it, years from one on: 36天, 两年, 七年多."""
    years, rest = divmod(days, 365)
    if not years:
        return f"{days}天"
    return f"{'两' if years == 2 else numeral(years)}年{'多' if rest > years else ''}"
