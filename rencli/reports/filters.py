"""The filters of prose templates, by their Chinese names: choosing records, saying values, joining clauses.

Wherever a filter takes clauses it takes a list, or a text of one clause a line; what is empty is left out.
So a template writes a clause a line inside ``{% set 分句 %}…{% endset %}`` and conditions stand around lines.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from rencli.gongwen.characters import END, MIDDLE, START, cell
from rencli.gongwen.numbering import chinese as numeral
from rencli.reports.views import Count, Share, UnknownNameError, View, Written

Clauses = str | Iterable[Any]
MOST_FIGURES = 5
"""Figures in a sentence (prose.md section 2)."""
MOST_CHARACTERS = 80
LEAST_BASE = 5
"""No percentage of fewer."""
_MOST_NAMED = 40
"""Characters that a list of names may take."""
_INNER = {"“”": "‘’", "《》": "〈〉"}
_MARK = re.compile(f"{START}[^{MIDDLE}]*{MIDDLE}|{END}")
_DATE = re.compile(r"\d+(年|月|日)")
_TITLE = re.compile("《[^》]*》")


# Clauses and sentences


def join(parts: Clauses, mark: str = "，") -> str:
    """连: the clauses that say something, with ``mark`` between them."""
    return mark.join(_present(parts))


def sentences(parts: Clauses, again: str = "") -> str:
    """断句: clauses as sentences, a new one where five figures or 80 characters would be passed.

    Where one sentence becomes several, every second begins with ``again``.
    """
    found: list[list[str]] = []
    for clause_ in _present(parts):
        if not found:
            found.append([clause_])
        elif _fits([*found[-1], clause_]):
            found[-1].append(clause_)
        else:
            found.append([again + clause_ if len(found) % 2 else clause_])
    return "".join(f"{'，'.join(clauses)}。" for clauses in found)


def series(parts: Clauses) -> str:
    """逐条: 一是…。二是…。, each part a sentence of its own; one part stands without 一是."""
    texts = [text.rstrip("。；") for text in _present(parts)]
    if len(texts) == 1:
        return f"{texts[0]}。"
    return "".join(f"{numeral(number)}是{text}。" for number, text in enumerate(texts, 1))


def present(parts: Clauses) -> list[str]:
    """有: the clauses that say something, as a list to count or take from."""
    return _present(parts)


def chapters(parts: Iterable[Mapping[str, str]]) -> list[dict[str, str]]:
    """成章: sections (题: phrases for the heading, one a line; 文) as they will stand.

    An empty one goes; one of a single sentence joins its neighbour, the next before the last; so does a
    paragraph of a single sentence. The heading of a section takes its first two phrases, that of a joined one
    the first phrase of each.
    """
    found = [(_present(part["题"]), _paragraphs(part["文"])) for part in parts if part["文"].strip()]
    merged: list[tuple[list[str], str]] = []
    for place, (phrases, text) in enumerate(found):
        last = place == len(found) - 1
        if merged and (_single(merged[-1][1]) or (last and _single(text))):
            before, written = merged.pop()
            merged.append(([*before[:1], *phrases[:1], *before[1:], *phrases[1:]], written + text))
        else:
            merged.append((phrases, text))
    return [{"题": "，".join(dict.fromkeys(phrases[:2])), "文": text} for phrases, text in merged]


def closed(text: Any) -> str:
    """成句: the text with one full stop at its end; a clerk's sentence may lack it."""
    stripped = str(text).strip()
    return stripped if stripped.endswith(("。", "！", "？")) else f"{stripped.rstrip('；，、;,')}。"


def clause(text: Any) -> str:
    """分句: a clerk's sentence on one line and without its end mark, to stand inside another."""
    return "".join(str(text).split("\n")).strip().rstrip("。；，;,")


# Choosing from records and figures


def picked(records: Iterable[Mapping[str, Any]], field: str, *words: Any) -> list[Mapping[str, Any]]:
    """挑: the records whose field has one of these values."""
    return [record for record in records if _value(record, field) in words]


def before(records: Iterable[Mapping[str, Any]], field: str, day: date) -> list[Mapping[str, Any]]:
    """早于: the records whose date field lies before a day; those without a date do not."""
    return [record for record in records if (found := _value(record, field)) is not None and found < day]


def each(records: Iterable[Mapping[str, Any]], field: str) -> list[Any]:
    """各: the different values of a field, in the order of the records; of a nested list its lines."""
    found: list[Any] = []
    for record in records:
        value = _value(record, field)
        for one in value if isinstance(value, list) else [value]:
            if one not in (None, "") and one not in found:
                found.append(one)
    return found


def months(records: Iterable[Mapping[str, Any]], field: str = "日期") -> list[str]:
    """各月: the different months of a date field: 4月, 9月."""
    return list(dict.fromkeys(month(day) for day in sorted(_value(record, field) for record in records)))


def monthly(records: Iterable[Mapping[str, Any]], field: str = "日期") -> bool:
    """月月有: whether every month from the first to the last has one, three months at least."""
    found = {day.year * 12 + day.month for day in (_value(record, field) for record in records)}
    return len(found) >= 3 and max(found) - min(found) + 1 == len(found)


def counted(records: Iterable[Mapping[str, Any]], field: str) -> list[tuple[Any, int]]:
    """计数: (value, how many records have it), the most frequent first; records without a value are left out."""
    counts = Counter(value for record in records if (value := _value(record, field)) is not None)
    return counts.most_common()


def by_size(view: View, measure: str = "") -> list[tuple[str, Any]]:
    """由多到少: (word, figure) of a dimension, the largest first, 其他 last, nothing that is 0."""
    pairs = [(word, value) for word, value in view.items(measure) if value]
    return sorted(pairs, key=lambda pair: (pair[0] == "其他", -float(pair[1])))


def total(pairs: Iterable[tuple[str, Any]]) -> int:
    """合计: the sum of the numbers that 由多到少 gives, to compare with a total."""
    return sum(int(value) for _, value in pairs)


# Saying a value


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


def person(name: str) -> str:
    """人名: a deputy's name alone, without the constituency that tells namesakes apart."""
    return name.partition("@")[0]


FILTERS: Mapping[str, Callable[..., Any]] = {
    "连": join,
    "断句": sentences,
    "逐条": series,
    "有": present,
    "成章": chapters,
    "成句": closed,
    "分句": clause,
    "挑": picked,
    "早于": before,
    "各": each,
    "各月": months,
    "月月有": monthly,
    "计数": counted,
    "由多到少": by_size,
    "合计": total,
    "列举": named,
    "引": quoted,
    "比": than,
    "余": about,
    "万元": wan,
    "差": difference,
    "汉字": chinese,
    "月": month,
    "月日": month_day,
    "年月日": full_day,
    "格": in_cell,
    "限期": by_day,
    "人名": person,
}


def _present(parts: Clauses) -> list[str]:
    lines = parts.split("\n") if isinstance(parts, str) else parts
    return [text for part in lines if (text := str(part).strip())]


def _paragraphs(text: str) -> str:
    merged: list[str] = []
    for paragraph in _present(re.split(r"\n\s*\n", text)):
        if merged and (_single(paragraph) or _single(merged[-1])):
            merged[-1] += paragraph
        else:
            merged.append(paragraph)
    return "\n\n".join(merged)


def _single(text: str) -> bool:
    return text.count("。") <= 1


def _fits(clauses: Sequence[str]) -> bool:
    text = _MARK.sub("", "，".join(clauses))
    figures = sum(_figures(_MARK.sub("", each)) for each in clauses)
    return len(_TITLE.sub("", text)) < MOST_CHARACTERS and figures <= MOST_FIGURES


def _figures(clause_: str) -> int:
    """How many figures a clause has; those of a list with 、 count once, dates not at all."""
    pieces = _TITLE.sub("", _DATE.sub("", clause_)).split("，")
    counts = [len(re.findall(r"\d[\d.]*", piece)) for piece in pieces]
    return sum(1 if "、" in piece and count > 1 else count for piece, count in zip(pieces, counts, strict=True))


def _value(record: Mapping[str, Any], field: str) -> Any:
    if field not in record:
        raise UnknownNameError(f"这种记录没有“{field}”这一项，有：{'、'.join(record)}")
    return record[field]
