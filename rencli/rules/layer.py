"""One rule-set file, checked value by value: all its faults are told together, each with its place."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, get_args

from rencli.rules import values
from rencli.rules.calendar import Period
from rencli.rules.ruleset import Count, CountName, Matter, ResultClass, Start
from rencli.rules.values import FaultError, Remark

if TYPE_CHECKING:
    from pathlib import Path

Key = TypeVar("Key", bound=str)
Value = TypeVar("Value")
Table = Mapping[str, Any]
Place = tuple[str | int, ...]
"""Where a value stands in a file: ``("periods", "答复")``, ``("classes", 2)``, its second [[classes]]."""

HEAD = ("inherits", "title", "as_of", "changed")
SECTIONS = (*HEAD, "reply_from", "words", "periods", "counts", "classes", "acts", "agenda")


class Fault(NamedTuple):
    """What is wrong, at which key, in the clerk's words."""

    key: str
    text: str
    at: Place

    def __str__(self) -> str:
        return f"{self.key}：{self.text}"


class Layer(NamedTuple):
    """What one file says; what it leaves out comes from the file that it inherits."""

    path: "Path"
    inherits: str | None
    title: str | None
    as_of: date | None
    changed: tuple[str, ...]
    acts: Mapping[str, str]
    """The acts that articles name, in short, with the day of their text."""
    words: Mapping[str, str]
    classes: tuple[ResultClass, ...]
    preset: str | None
    """The preset that the classes are taken from, in place of ``classes``."""
    reply_from: Start | None
    periods: Mapping[Matter, Period]
    counts: Mapping[CountName, Count]
    agenda: tuple[Table, ...]
    remarks: Mapping[str, Remark]
    """Article, mark and note of each value, by its key: ``periods.答复``."""


def read_layer(path: "Path", document: Table) -> tuple[Layer, list[Fault]]:
    """Check a file's document: what is right of it, and every fault."""
    read = _Reader(document)
    classes, preset = read.classes()
    layer = Layer(
        path=path,
        inherits=read.value("inherits", values.text),
        title=read.value("title", values.text),
        as_of=read.value("as_of", values.day),
        changed=read.value("changed", values.texts) or (),
        acts=read.table("acts", None, values.dated),
        words=read.table("words", ("main", "co", "equals"), values.word),
        classes=classes,
        preset=preset,
        reply_from=read.value("reply_from", values.start),
        periods=read.table("periods", get_args(Matter), values.period),
        counts=read.table("counts", get_args(CountName), values.count),
        agenda=read.items("agenda", "项", "item", values.duty),
        remarks=read.remarks,
    )
    return layer, read.faults


class _Reader:
    """Takes values out of a document and gathers what is wrong with them, and what is said beside them."""

    def __init__(self, document: Table) -> None:
        self.document = document
        self.faults: list[Fault] = []
        self.remarks: dict[str, Remark] = {}
        self._known("文件", (), document, SECTIONS)

    def value(self, key: str, read: Callable[[Any], Value]) -> Value | None:
        return self._take(key, (key,), self.document[key], read) if key in self.document else None

    def table(self, section: str, keys: Sequence[Key] | None, read: Callable[[Any], Value]) -> dict[Key, Value]:
        """A section's values; ``keys`` None: any key may stand there."""
        raw = self._take(section, (section,), self.document.get(section, {}), values.table) or {}
        if keys is None:
            keys = tuple(raw)  # type: ignore[arg-type]
        self._known(section, (section,), raw, keys)
        taken = {key: self._take(f"{section}.{key}", (section, key), raw[key], read) for key in keys if key in raw}
        return {key: value for key, value in taken.items() if value is not None}

    def classes(self) -> tuple[tuple[ResultClass, ...], str | None]:
        if isinstance(self.document.get("classes"), str):
            return (), self.value("classes", values.text)
        found = self.items("classes", "类", "letter", values.result_class)
        return found, None

    def items(self, section: str, measure: str, name: str, read: Callable[[Any], Value]) -> tuple[Value, ...]:
        """The values of ``[[section]]`` tables, of which ``name`` tells one from another."""
        raw = self.document.get(section, [])
        if not isinstance(raw, list):
            self._fault(section, (section,), f"应写成若干个 [[{section}]]")
            return ()
        found, named = [], set()
        for n, each in enumerate(raw, 1):
            key = each.get(name) if isinstance(each, dict) else None
            value = self._take(f"{section} 第{n}{measure}", (section, n), each, read, f"{section}.{key}")
            if value is None:
                continue
            if key in named:
                self._fault(section, (section, n), f"{name} 有重复")
            named.add(key)
            found.append(value)
        return tuple(found)

    def _known(self, key: str, at: Place, raw: Table, keys: Sequence[str]) -> None:
        unknown = [each for each in raw if each not in keys]
        if unknown:
            self._fault(key, (*at, unknown[0]), values.strange(unknown, keys))

    def _take(
        self, key: str, at: Place, raw: object, read: Callable[[Any], Value], called: str | None = None
    ) -> Value | None:
        try:
            value = read(raw)
        except FaultError as fault:
            self._fault(key, (*at, fault.inner) if fault.inner else at, str(fault))
            return None
        if isinstance(raw, dict) and (remark := values.remark(raw)):
            self.remarks[called or key] = remark
        return value

    def _fault(self, key: str, at: Place, text: str) -> None:
        self.faults.append(Fault(key, text, at))


def told(faults: Iterable[Fault]) -> str:
    """Faults in one sentence."""
    return "；".join(map(str, faults))
