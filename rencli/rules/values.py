"""How each value of a rule-set file is written. A reader returns it, or raises FaultError in the clerk's words."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final, NamedTuple, get_args

from rencli.rules.calendar import Period, Unit
from rencli.rules.judging import Judge
from rencli.rules.origin import MARKS
from rencli.rules.ruleset import Count, Duty, ResultClass, Start, StartEvent

Table = Mapping[str, Any]

BESIDE: Final = ("article", "mark", "note")
"""What may stand beside every value."""
_LONGEST: dict[Unit, int] = {"months": 120, "days": 3650, "working_days": 2500}
"""Ten years: more is a slip of the pen."""
_GREATEST = 1_000_000
_MOST: Final = {"times": 366, "gap": 120, "days": 366, "first": 366}
"""Of the numbers of a year's duty: so many times, months, days."""
_SPANS: Final = ("年", "半年", "季度", "届")
_KNOWN: Final = ("全部", "部分", "自记")
_EACH: Final = ("代表", "小组")


class FaultError(Exception):
    """What is wrong with one value, in the clerk's words."""

    def __init__(self, text: str, inner: str | None = None) -> None:
        super().__init__(text)
        self.inner = inner
        """The key inside the value's own table at which it is wrong."""


class Remark(NamedTuple):
    """What is said beside a value."""

    article: str
    mark: str | None
    note: str | None


def remark(raw: Table) -> Remark | None:
    """What stands beside a value that was read without a fault."""
    if not any(key in raw for key in BESIDE):
        return None
    return Remark(str(raw.get("article", "")), raw.get("mark"), raw.get("note"))


def table(raw: object) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise FaultError("应写成表，一行一个键")
    return raw


def text(raw: object) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise FaultError("应是加英文引号的文字，且不能为空")
    return raw.strip()


def texts(raw: object) -> tuple[str, ...]:
    if not isinstance(raw, list) or not all(isinstance(each, str) and each.strip() for each in raw):
        raise FaultError('应写成 ["…", "…"]')
    return tuple(each.strip() for each in raw)


def day(raw: object) -> date:
    if isinstance(raw, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", raw):
        try:
            return date.fromisoformat(raw)
        except ValueError:
            raise FaultError(f"没有 {raw} 这一天") from None
    if not isinstance(raw, date) or isinstance(raw, datetime):
        raise FaultError("应是日期，如 2025-03-11")
    return raw


def dated(raw: object) -> str:
    """The day of a text, or its year where no more is known."""
    if isinstance(raw, str) and re.fullmatch(r"(19|20)\d\d", raw):
        return raw
    try:
        return day(raw).isoformat()
    except FaultError as fault:
        raise FaultError(f'{fault}；只知道年份的写 "2014"') from None


def word(raw: object) -> str:
    """A word as it stands, or with its article beside it."""
    if isinstance(raw, dict):
        return text(_fields(raw, needed=("word", "article"))["word"])
    return text(raw)


def period(raw: object) -> Period:
    units: tuple[Unit, ...] = get_args(Unit)
    fields = _fields(raw, needed=("article",), optional=units)
    stated = [unit for unit in units if unit in fields]
    if len(stated) != 1:
        raise FaultError(f"{'、'.join(units)}须写一个，且只写一个")
    unit = stated[0]
    return Period(_whole(fields[unit], _LONGEST[unit]), unit, fields["article"].strip())


def count(raw: object) -> Count:
    fields = _fields(raw, needed=("value", "article"))
    return Count(_whole(fields["value"], _GREATEST), fields["article"].strip())


def start(raw: object) -> Start:
    fields = _fields(raw, needed=("event", "article"))
    events: tuple[StartEvent, ...] = get_args(StartEvent)
    for event in events:
        if fields["event"] == event:
            return Start(event, fields["article"].strip())
    raise FaultError(f"event 只能写{'、'.join(events)}")


def result_class(raw: object) -> ResultClass:
    fields = _fields(raw, needed=("letter", "label"), optional=("solved", "promise", "article"))
    flags = {key: _flag(fields[key], key) for key in ("solved", "promise") if key in fields}
    return ResultClass(text(fields["letter"]), text(fields["label"]), **flags)


def duty(raw: object) -> Table:
    """An item of the year; in a file that inherits it may change only some of its values."""
    optional = tuple(key for key in Duty._fields if key not in ("item", "article"))
    fields = _fields(raw, needed=("item", "article"), optional=optional)
    for key in ("item", "need"):
        if key in fields:
            _at(key, text, fields[key])
    if "judge" in fields:
        _at("judge", _judge, fields["judge"])
    for key, most in _MOST.items():
        if key in fields:
            _whole(fields[key], most, key)
    for key, among in (("known", _KNOWN), ("per", _SPANS), ("each", _EACH)):
        if key in fields and fields[key] not in among:
            raise FaultError(f"{key} 只能写{'、'.join(among)}", key)
    if "by" in fields:
        _at("by", _month_and_day, fields["by"])
    if "words" in fields:
        fields = fields | {"words": _at("words", texts, fields["words"])}
    return {key: value for key, value in fields.items() if key in Duty._fields}


def _judge(raw: object) -> str:
    from difflib import get_close_matches

    known: tuple[str, ...] = get_args(Judge)
    if raw in known:
        return str(raw)
    near = get_close_matches(str(raw), known, 1)
    hint = f"，是不是“{near[0]}”？" if near else f"，可写{'、'.join(known)}；台账看不出的不写 judge"
    raise FaultError(f"没有名为“{raw}”的判断方法{hint}")


def _month_and_day(raw: object) -> str:
    if not isinstance(raw, str) or not re.fullmatch(r"\d\d-\d\d", raw):
        raise FaultError("应写成月-日，如 03-31")
    try:
        date.fromisoformat(f"2023-{raw}")  # a year without 29 February: the day must be in every year
    except ValueError:
        raise FaultError(f"不是每年都有 {raw} 这一天") from None
    return raw


def strange(unknown: Iterable[str], keys: Iterable[str]) -> str:
    return f"不认识{'、'.join(unknown)}，可写{'、'.join(keys)}"


def _fields(raw: object, needed: Sequence[str], optional: Sequence[str] = ()) -> dict[str, Any]:
    keys = (*needed, *optional)
    if not isinstance(raw, dict):
        raise FaultError(f"应写成表 {{ … }}，可写{'、'.join(keys)}")
    unknown = [key for key in raw if key not in keys and key not in BESIDE]
    if unknown:
        raise FaultError(strange(unknown, (*keys, *(key for key in BESIDE if key not in keys))), unknown[0])
    missing = [key for key in needed if key not in raw]
    if missing:
        raise FaultError(f"缺{'、'.join(missing)}")
    for key in ("article", "note"):
        if key in raw:
            _at(key, text, raw[key])
    if "mark" in raw and raw["mark"] not in MARKS:
        raise FaultError(f"mark 只能写{'、'.join(MARKS)}", "mark")
    return raw


def _at(key: str, read: Any, raw: object) -> Any:
    """Read what stands at a key inside a value's table; a fault names the key."""
    try:
        return read(raw)
    except FaultError as fault:
        raise FaultError(f"{key} {fault}", key) from None


def _whole(raw: object, most: int, key: str = "") -> int:
    if not isinstance(raw, int) or isinstance(raw, bool) or not 1 <= raw <= most:
        raise FaultError(f"{key}{' ' if key else ''}应是 1 到 {most} 的整数", key or None)
    return raw


def _flag(raw: object, key: str) -> bool:
    if not isinstance(raw, bool):
        raise FaultError("solved、promise 只能写 true 或 false", key)
    return raw
