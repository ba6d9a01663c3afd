"""One rule-set file, checked value by value: all its faults are told together, each with its key."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, get_args

from rencli.errors import InvalidInputError
from rencli.rules.calendar import Period, Unit
from rencli.rules.ruleset import Count, CountName, Matter, ResultClass, Start, StartEvent

if TYPE_CHECKING:
    from pathlib import Path

Key = TypeVar("Key", bound=str)
Value = TypeVar("Value")
Table = Mapping[str, Any]

_LONGEST: dict[Unit, int] = {"months": 120, "days": 3650, "working_days": 2500}
"""Ten years: more is a slip of the pen."""
_GREATEST = 1_000_000
_SECTIONS = ("inherits", "reply_from", "words", "periods", "counts", "classes")


class _FaultError(Exception):
    """What is wrong with one value, in the clerk's words."""


class Layer(NamedTuple):
    """What one file says; what it leaves out comes from the file that it inherits."""

    inherits: str | None
    words: Mapping[str, str]
    classes: tuple[ResultClass, ...]
    reply_from: Start | None
    periods: Mapping[Matter, Period]
    counts: Mapping[CountName, Count]


def read_layer(path: "Path", document: Table) -> Layer:
    """Check a file's document. Raises InvalidInputError that names the file and every faulty key."""
    read = _Reader(document)
    layer = Layer(
        inherits=read.value("inherits", _text),
        words=read.table("words", ("main", "co"), _text),
        classes=read.classes(),
        reply_from=read.value("reply_from", _start),
        periods=read.table("periods", get_args(Matter), _period),
        counts=read.table("counts", get_args(CountName), _count),
    )
    if read.faults:
        raise InvalidInputError(f"法规规则文件 {path} 有误。" + "；".join(read.faults))
    return layer


class _Reader:
    """Takes values out of a document and gathers what is wrong with them."""

    def __init__(self, document: Table) -> None:
        self.document = document
        self.faults: list[str] = []
        self._known("文件", document, _SECTIONS)

    def value(self, key: str, read: Callable[[Any], Value]) -> Value | None:
        return self._take(key, self.document[key], read) if key in self.document else None

    def table(self, section: str, keys: Sequence[Key], read: Callable[[Any], Value]) -> dict[Key, Value]:
        raw = self._take(section, self.document.get(section, {}), _table) or {}
        self._known(section, raw, keys)
        values = {key: self._take(f"{section}.{key}", raw[key], read) for key in keys if key in raw}
        return {key: value for key, value in values.items() if value is not None}

    def classes(self) -> tuple[ResultClass, ...]:
        raw = self.document.get("classes", [])
        if not isinstance(raw, list):
            self.faults.append("classes：应写成若干个 [[classes]]")
            return ()
        read = [self._take(f"classes 第{n}类", each, _class) for n, each in enumerate(raw, 1)]
        classes = tuple(each for each in read if each is not None)
        if len({each.letter for each in classes}) < len(classes):
            self.faults.append("classes：letter 有重复")
        return classes

    def _known(self, key: str, raw: Table, keys: Sequence[str]) -> None:
        unknown = [each for each in raw if each not in keys]
        if unknown:
            self.faults.append(f"{key}：{_strange(unknown, keys)}")

    def _take(self, key: str, raw: object, read: Callable[[Any], Value]) -> Value | None:
        try:
            return read(raw)
        except _FaultError as fault:
            self.faults.append(f"{key}：{fault}")
            return None


def _strange(unknown: Iterable[str], keys: Iterable[str]) -> str:
    return f"不认识{'、'.join(unknown)}，可写{'、'.join(keys)}"


def _table(raw: object) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise _FaultError("应写成表，一行一个键")
    return raw


def _fields(raw: object, needed: Sequence[str], optional: Sequence[str] = ()) -> dict[str, Any]:
    keys = (*needed, *optional)
    if not isinstance(raw, dict):
        raise _FaultError(f"应写成表 {{ … }}，可写{'、'.join(keys)}")
    unknown = [key for key in raw if key not in keys]
    if unknown:
        raise _FaultError(_strange(unknown, keys))
    missing = [key for key in needed if key not in raw]
    if missing:
        raise _FaultError(f"缺{'、'.join(missing)}")
    return raw


def _text(raw: object) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise _FaultError("应是加英文引号的文字，且不能为空")
    return raw.strip()


def _whole(raw: object, most: int) -> int:
    if not isinstance(raw, int) or isinstance(raw, bool) or not 1 <= raw <= most:
        raise _FaultError(f"应是 1 到 {most} 的整数")
    return raw


def _flag(raw: object) -> bool:
    if not isinstance(raw, bool):
        raise _FaultError("solved、promise 只能写 true 或 false")
    return raw


def _period(raw: object) -> Period:
    units: tuple[Unit, ...] = get_args(Unit)
    fields = _fields(raw, needed=("article",), optional=units)
    stated = [unit for unit in units if unit in fields]
    if len(stated) != 1:
        raise _FaultError(f"{'、'.join(units)}须写一个，且只写一个")
    unit = stated[0]
    return Period(_whole(fields[unit], _LONGEST[unit]), unit, _article(fields))


def _count(raw: object) -> Count:
    fields = _fields(raw, needed=("value", "article"))
    return Count(_whole(fields["value"], _GREATEST), _article(fields))


def _start(raw: object) -> Start:
    fields = _fields(raw, needed=("event", "article"))
    events: tuple[StartEvent, ...] = get_args(StartEvent)
    for event in events:
        if fields["event"] == event:
            return Start(event, _article(fields))
    raise _FaultError(f"event 只能写{'、'.join(events)}")


def _class(raw: object) -> ResultClass:
    fields = _fields(raw, needed=("letter", "label"), optional=("solved", "promise"))
    flags = {key: _flag(fields[key]) for key in ("solved", "promise") if key in fields}
    return ResultClass(_text(fields["letter"]), _text(fields["label"]), **flags)


def _article(fields: Table) -> str:
    try:
        return _text(fields["article"])
    except _FaultError as fault:
        raise _FaultError(f"article {fault}") from None
