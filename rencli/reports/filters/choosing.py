"""Choosing from records and figures."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from rencli.reports.filters.saying import month
from rencli.reports.near import listed
from rencli.reports.views import UnknownNameError, View


def picked(records: Iterable[Mapping[str, Any]], field: str, *words: Any) -> list[Mapping[str, Any]]:
    """挑: the records whose field has one of these values."""
    return [record for record in records if _value(record, field) in words]


def before(records: Iterable[Mapping[str, Any]], field: str, day: date) -> list[Mapping[str, Any]]:
    """早于: the records whose date field lies before a day; those without a date do not."""
    return [record for record in records if (found := _value(record, field)) is not None and found < day]


def between(records: Iterable[Mapping[str, Any]], field: str, first: date, last: date) -> list[Mapping[str, Any]]:
    """介于: the records whose date field lies in a span, both its days included; those without a date do not."""
    return [record for record in records if (found := _value(record, field)) is not None and first <= found <= last]


def containing(records: Iterable[Mapping[str, Any]], field: str, *words: str) -> list[Mapping[str, Any]]:
    """含: the records whose text holds one of these words."""
    return [record for record in records if any(word in str(_value(record, field) or "") for word in words)]


def lacking(records: Iterable[Mapping[str, Any]], field: str, *words: str) -> list[Mapping[str, Any]]:
    """不含: the records whose text holds none of these words."""
    return [record for record in records if not any(word in str(_value(record, field) or "") for word in words)]


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
    """计数: (value, how many records have it), the most frequent first; records without a value are left out.

    A record with several values counts once for each.
    """
    found = (_value(record, field) for record in records)
    counts = Counter(each for value in found for each in (value if isinstance(value, list) else [value]) if each)
    return counts.most_common()


def by_size(view: View, measure: str = "") -> list[tuple[str, Any]]:
    """由多到少: (word, figure) of a dimension, the largest first, 其他 last, nothing that is 0."""
    pairs = [(word, value) for word, value in view.items(measure) if value]
    return sorted(pairs, key=lambda pair: (pair[0] == "其他", -float(pair[1])))


def summed(view: View, words: Iterable[str], measure: str) -> int:
    """共计: a measure of several words together, as a plain number: 活动 | 共计(["视察", "调研"], "代表人次")."""
    return sum(int(view.find(word, strict=False).find(measure, strict=True) or 0) for word in words)


def columns(records: Iterable[Mapping[str, Any]], *fields: str) -> list[str]:
    """有值: of these fields those that some record has; 0 is nothing to show."""
    kept = list(records)
    return [field for field in fields if any(_value(record, field) for record in kept)]


def having(records: Iterable[Mapping[str, Any]], field: str) -> list[Mapping[str, Any]]:
    """有值的: the records that have something in a field."""
    return [record for record in records if _value(record, field)]


def first_of_each(records: Iterable[Mapping[str, Any]], field: str) -> list[Mapping[str, Any]]:
    """各一: of records with the same value of a field the first only."""
    found: dict[Any, Mapping[str, Any]] = {}
    for record in records:
        found.setdefault(_value(record, field), record)
    return list(found.values())


def outside(names: Iterable[str], people: Iterable[Mapping[str, Any]]) -> list[str]:
    """以外: deputies, as records name them, that are not among these people; none where nobody is known."""
    inside = {name for each in people for name in (each["姓名"], f"{each['姓名']}@{each['选区']}")}
    return [name for name in names if inside and name not in inside]


def total(pairs: Iterable[tuple[str, Any]]) -> int:
    """合计: the sum of the numbers that 由多到少 gives, to compare with a total."""
    return sum(int(value) for _, value in pairs)


def _value(record: Mapping[str, Any], field: str) -> Any:
    if field not in record:
        raise UnknownNameError(f"这种记录没有“{field}”这一项{listed(record)}")
    return record[field]
