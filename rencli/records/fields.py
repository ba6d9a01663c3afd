"""How a field is declared, and what can be asked about it.

``field`` and ``listed`` stand in the class of a kind; ``declared`` turns the class into a tuple of
``Field``, from which options, checks, tables and headings are derived.
"""

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from inspect import get_annotations
from types import NoneType, UnionType
from typing import Any, Final, NamedTuple, get_args, get_origin

from rencli.records import clean, days

Reader = Callable[[object], object]


class Field(NamedTuple):
    """One field as declared: everything that may be asked about it."""

    name: str
    """JSON name, column name and, with dashes, option name."""
    attribute: str
    """Python name: ``for_`` where ``name`` is a keyword."""
    title: str
    """Chinese name."""
    also: tuple[str, ...]
    """Further headings that an imported table may carry."""
    help: str
    type: type
    """str, int, float (元), bool, date, or a Part."""
    many: bool
    required: bool
    default: Any
    words: tuple[str, ...]
    """Words to choose from; empty where there are none."""
    open: bool
    """Whether a word besides ``words`` will do."""
    to: str
    """The kind that the value names (``record``: any, as kind/number); empty for a plain value."""
    read: Reader
    shown: bool
    """Whether a table at a terminal has a column for it."""
    private: str
    """"phone" or "address": masked in lists, left out of public exports."""
    long: bool
    """A long text: line breaks are kept, and no table shows it."""

    part: Any = None
    """The class of the nested lines, or None where the field is no such list."""


def field(
    title: str,
    help: str = "",
    *,
    words: str = "",
    open: bool = False,
    to: str = "",
    default: Any = None,
    read: Reader | None = None,
    shown: bool | None = None,
    private: str = "",
    long: bool = False,
) -> Any:
    """Declare a field of one value.

    ``title`` is the Chinese name, with further import headings behind slashes; ``words`` the words to
    choose from, separated by spaces (``open``: or any other); ``to`` the kind that the value names;
    ``read`` the way in where the annotation alone does not say it.
    """
    name, *also = title.split("/")
    marks = {
        "title": name,
        "also": tuple(also),
        "help": help,
        "words": tuple(words.split()),
        "open": open,
        "to": to,
        "read": read,
        "shown": not long if shown is None else shown,
        "private": private,
        "long": long,
    }
    return dataclasses.field(default=default, metadata=marks)


def listed(title: str, help: str = "", *, to: str = "", shown: bool = False) -> Any:
    """Declare a field that is a list: of texts, of names (``to``), or of parts (by its annotation)."""
    declared = field(title, help, to=to, shown=shown)
    return dataclasses.field(default_factory=list, metadata=declared.metadata)


def derived(name: str, title: str, type: type, help: str) -> Field:
    """A field for ``Record.derived``."""
    return Field(name, name, title, (), help, type, False, False, None, (), False, "", clean.line, True, "", False)


def declared(cls: type) -> Iterator[Field]:
    """The fields in their order: a kind's own before those of a mixin."""
    items = {item.name: item for item in dataclasses.fields(cls)}
    for name in (name for base in cls.__mro__ for name in get_annotations(base)):
        item = items.get(name)
        if item is None or "title" not in item.metadata:
            continue
        marks = dict(item.metadata)
        base, many, optional = _unfold(item.type)
        marks["read"] = marks["read"] or _reader(base, many, marks)
        yield Field(
            name=item.name.rstrip("_"),
            attribute=item.name,
            type=base,
            many=many,
            required=not optional and not many and item.default is None,
            default=None if many else item.default,
            part=base if hasattr(base, "fields") else None,
            **marks,
        )


def _unfold(annotation: Any) -> tuple[Any, bool, bool]:
    """(base type, is a list, may be None) of an annotation."""
    optional = isinstance(annotation, UnionType) and NoneType in get_args(annotation)
    if optional:
        annotation = next(arg for arg in get_args(annotation) if arg is not NoneType)
    if get_origin(annotation) is list:
        return get_args(annotation)[0], True, optional
    return annotation, False, optional


def _reader(base: type, many: bool, marks: Mapping[str, Any]) -> Reader:
    """The way in that type, words and target of a field ask for."""
    if marks["to"]:
        one = _REFERENCES.get(marks["to"], clean.whole)
        return (lambda value: clean.several(value, one)) if many else one
    if many:
        return clean.several
    if (words := marks["words"]) and not marks["open"]:
        return lambda value: value if value in words else clean.choice(value, words)
    if marks["long"]:
        return clean.prose
    return _READERS.get(base, clean.line)


_READERS: Final[Mapping[Any, Reader]] = {
    date: days.day,
    int: clean.whole,
    float: clean.money,
    bool: clean.yes,
    str: clean.line,
}
_REFERENCES: Final[Mapping[str, Reader]] = {
    "deputy": clean.person_ref,
    "group": clean.line,
    "station": clean.line,
    "term": clean.ordinal,
    "suggestion": clean.line,
    "record": clean.line,
}
