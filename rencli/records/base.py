"""What a record kind is made of, and the one way in (``read``).

A kind is a plain annotated class. Its annotations give the types, ``field`` the words; everything else
(options, checks, tables, headings) is derived from ``cls.fields``. No pydantic, no SQL, no Typer here.
"""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar, NamedTuple, Protocol, Self, dataclass_transform

from rencli.records import KINDS, clean, days
from rencli.records.fields import Field, Reader, declared, derived, field, listed
from rencli.records.joined import Others
from rencli.rules import RuleSet

__all__ = [
    "Context",
    "Part",
    "Problem",
    "Record",
    "at_most",
    "derived",
    "field",
    "in_order",
    "listed",
    "same_size",
]


class Problem(NamedTuple):
    """One fault of a record: the field's name (or "") and the sentence for the clerk."""

    field: str
    text: str


class Context(Others, Protocol):
    """What a record may ask the ledger while it is completed and checked."""

    today: date

    @property
    def rules(self) -> RuleSet: ...

    def rule_set(self, name: str) -> RuleSet: ...

    def newest_term(self) -> int | None: ...
    def term_on(self, day: date) -> int | None: ...
    def term_span(self, number: int) -> tuple[date, date | None] | None: ...
    def next_number(self, term: int, session: int | None) -> int: ...
    def congress_close(self, term: int | None, session: int | None) -> date | None: ...
    def namesakes(self, name: str, but: int | None) -> Sequence[str | None]: ...
    def in_office(self, deputy: int, day: date) -> bool: ...
    def absences(self, congress: Any, names: Sequence[str]) -> Mapping[str, Sequence[int]]: ...


@dataclass_transform(kw_only_default=True, field_specifiers=(field, listed))
class Part:
    """A line of a nested list (an agenda item, a step): fields, and no life of its own."""

    fields: ClassVar[tuple[Field, ...]] = ()
    sought: ClassVar[tuple[str, ...]] = ()
    """Fields of a nested line by which an owner is looked for; they make an index."""
    _by_name: ClassVar[Mapping[str, Field]] = {}
    _ways: ClassVar[Mapping[str, tuple[str, Reader, bool, Field]]] = {}
    """What ``read`` needs of each field, ready to be unpacked: it is called for every value of a long file."""
    _required: ClassVar[tuple[Field, ...]] = ()

    def __init_subclass__(cls) -> None:
        dataclasses.dataclass(kw_only=True)(cls)
        cls.fields = tuple(declared(cls))
        cls._by_name = {item.name: item for item in cls.fields}
        cls._ways = {item.name: (item.attribute, item.read, item.part is None, item) for item in cls.fields}
        cls._required = tuple(item for item in cls.fields if item.required)

    @classmethod
    def read(cls, raw: Mapping[str, object], today: date | None = None) -> tuple[Self, list[Problem]]:
        """Make an instance of raw values, with every fault found; a faulty value is left out.

        ``today`` is given for words typed on a command line, where 今天, 昨天 and 3月5日 may stand.
        """
        values: dict[str, Any] = {}
        problems: list[Problem] = []
        for name, value in raw.items():
            way = cls._ways.get(name)
            if way is None:
                problems.append(Problem(name, _unknown(cls, name)))
                continue
            if value is None:
                continue
            attribute, read, plain, item = way
            try:
                if not plain:
                    values[attribute], faults = _read_parts(item, item.part, value, today)
                    problems += faults
                elif today is not None and item.type is date:
                    values[attribute] = days.typed_day(value, today)
                else:
                    values[attribute] = read(value)
            except clean.Unreadable as fault:
                if not clean.empty(value):  # no reader takes a blank text; for a plain text it is no value
                    problems.append(Problem(item.name, f"{item.title}：{fault}"))
                elif item.type is not str and not item.required:
                    problems.append(Problem(item.name, f"{item.title}：没有填写"))
        for item in cls._required:
            if item.attribute not in values and clean.empty(raw.get(item.name)):
                problems.append(Problem(item.name, f"{item.title}：没有填写"))
        if len(problems) > 1:
            order = list(cls._by_name)
            problems.sort(key=lambda problem: order.index(problem.field) if problem.field in cls._by_name else -1)
        return cls(**values), problems

    @classmethod
    def names(cls) -> frozenset[str]:
        """The JSON names of all fields."""
        return frozenset(cls._by_name)

    @classmethod
    def field(cls, name: str) -> Field:
        """The field of that JSON name. Raises KeyError where there is none."""
        return cls._by_name[name]

    def dump(self) -> dict[str, Any]:
        """The JSON object: declared order, dates in ISO form, nulls kept."""
        return {item.name: _plain(getattr(self, item.attribute)) for item in self.fields}


class Record(Part):
    """A record kind. The module's name is the kind's name; the Chinese one stands in ``KINDS``."""

    kind: ClassVar[str]
    label: ClassVar[str]
    unique: ClassVar[tuple[str, ...]] = ()
    """Fields whose values together no two records share."""
    named_by: ClassVar[str] = ""
    """The field by whose value other records name this one; without it, by the id."""
    dated_by: ClassVar[str] = ""
    """The field that puts the record into a period."""
    yearly_by: ClassVar[str] = ""
    """The field that gives the year that a record belongs to, where it has no day of its own."""
    guide: ClassVar[str] = ""
    """What the help of ``add`` and ``edit`` says of writing one, beside the fields."""
    derived: ClassVar[tuple[Field, ...]] = ()
    """Fields that are read but never written; ``derive`` gives their values."""
    further: ClassVar[tuple[Field, ...]] = ()
    """More of the kind: a list is narrowed and sorted by them and shows them when asked, JSON leaves them out."""

    id: int | None = None

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.kind = cls.__module__.rpartition(".")[2]
        cls.label = KINDS.get(cls.kind, cls.kind)

    def complete(self, context: Context) -> None:
        """Fill in what the ledger knows and the clerk left out."""

    def check(self, context: Context) -> Iterator[Problem]:
        """The kind's own checks. Fields that could not be read are None here."""
        yield from ()

    def notices(self, context: Context) -> Iterator[str]:
        """What the clerk should know of a record just written: plain sentences, never a refusal."""
        yield from ()

    def derive(self, context: Context, as_of: date) -> dict[str, Any]:
        """Values of ``derived`` and ``further`` on a day, from the record alone."""
        return {}

    def in_table(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """What a table shows in the place of some of the record's values."""
        return {}

    def until(self, day: date) -> Self:
        """The record as it stood on a day, where it keeps dated facts; itself where it does not."""
        return self

    def beside(self, context: Context, day: date) -> dict[str, Any]:
        """What ``show`` tells beside the fields."""
        return {}

    def heading(self) -> str:
        """How the record is called in a list of records behind a figure."""
        title = getattr(self, "title", None) or getattr(self, "theme", None) or getattr(self, "name", None)
        return str(title or f"{self.label}{self.id}")


def in_order(earlier: date | None, later: date | None, name: str, text: str) -> Iterator[Problem]:
    """A problem on field ``name`` where ``later`` lies before ``earlier``."""
    if earlier is not None and later is not None and later < earlier:
        yield Problem(name, f"{text}（{later}早于{earlier}）")


def at_most(parts: Iterable[int | None], whole: int | None, name: str, text: str) -> Iterator[Problem]:
    """A problem on field ``name`` where the parts together exceed the whole."""
    total = sum(part or 0 for part in parts)
    if whole is not None and total > whole:
        yield Problem(name, f"{text}（{total}多于{whole}）")


def same_size(listed: Sequence[object], count: int | None, name: str) -> Iterator[Problem]:
    """A problem where a list of deputies and a bare number of them disagree."""
    if listed and count is not None and len(listed) != count:
        yield Problem(name, f"代表人数：写了{count}人，名单里是{len(listed)}人，请改成一致或只写一样")


def _read_parts(item: Field, part: type[Part], value: object, today: date | None) -> tuple[list[Part], list[Problem]]:
    if not isinstance(value, list):
        return [], [Problem(item.name, f"{item.title}：应是一个列表")]
    lines, problems = [], []
    for number, raw in enumerate(value, 1):
        if not isinstance(raw, Mapping):
            problems.append(Problem(item.name, f"{item.title}第{number}行：应是一组字段"))
            continue
        line, faults = part.read(raw, today)
        lines.append(line)
        problems += [Problem(item.name, f"{item.title}第{number}行 {fault.text}") for fault in faults]
    return lines, problems


def _unknown(cls: type[Part], name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, sorted(cls.names()), 1)
    return f"没有“{name}”这个字段" + (f"，是不是“{near[0]}”？" if near else "")


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return [each.dump() if isinstance(each, Part) else each for each in value]
    return value
