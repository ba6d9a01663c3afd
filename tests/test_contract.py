"""Kinds, fields, words and Chinese names are those that other people's files and scripts rely on.

The tables of tests/data were written by hand from the contract. A field may be added there; none is renamed or goes.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from rencli.records import KINDS, load
from rencli.records.base import Part
from rencli.records.fields import Field
from rencli.records.steps import STEPS

DATA = Path(__file__).parent / "data"
TYPES: Final[dict[type, str]] = {str: "text", int: "whole", float: "yuan", date: "day", bool: "yes"}


def test_fields_are_those_of_the_contract() -> None:
    wanted = [line for line in table("contract-fields.txt") if "." in line.split()[0]]
    assert [line for name, cls in classes() for line in told(name, cls.fields)] == wanted


def test_steps_are_those_of_the_contract() -> None:
    wanted = [line for line in table("contract-fields.txt") if "." not in line.split()[0]]
    steps = []
    for word, rule in STEPS.items():
        fields = [f"{name}*" for name in rule.needed] + list(rule.also)
        steps.append(f"{word} {rule.command}: {' '.join(fields)} | {' '.join(rule.states)}")
    assert steps == wanted


def test_chinese_names_are_those_of_the_contract() -> None:
    names = []
    for name, cls in classes():
        names.append(f"{name} {KINDS[name]}" if name in KINDS else name)
        names[-1] += f" | {', '.join(map(titled, cls.fields))}"
    assert names == [line for line in table("contract-names.txt") if ".derived |" not in line]


def test_derived_names_are_those_of_the_contract() -> None:
    derived = {kind: load(kind).derived for kind in KINDS if load(kind).derived}
    names = [f"{kind}.derived | {', '.join(map(titled, fields))}" for kind, fields in derived.items()]
    assert names == [line for line in table("contract-names.txt") if ".derived |" in line]


def test_no_two_fields_of_a_record_share_a_heading() -> None:
    for name, cls in classes():
        headings = [heading for field in cls.fields for heading in (field.title, *field.also)]
        assert sorted(set(headings)) == sorted(headings), name


def classes() -> Iterator[tuple[str, type[Part]]]:
    """Every kind in its order, each followed by its nested lines."""
    for kind in KINDS:
        cls = load(kind)
        yield kind, cls
        yield from ((f"{kind}.{field.name}", field.part) for field in cls.fields if field.part)


def told(name: str, fields: tuple[Field, ...]) -> Iterator[str]:
    """The lines of the table for the fields of a class, with those of nested lines behind their list."""
    if "." in name:
        return
    for field in fields:
        yield line_of(name, field)
        if field.part:
            yield from (line_of(f"{name}.{field.name}", item) for item in field.part.fields)


def line_of(name: str, field: Field) -> str:
    """A field as the table tells it."""
    line = f"{name}.{field.name}{'[]' * field.many}{'*' * field.required} "
    if field.part:
        return f"{line}lines"
    line += "·".join(field.words) + "+" * field.open if field.words else "prose" if field.long else TYPES[field.type]
    line += f" ={field.default}" if field.default is not None else ""
    return f"{line} ->{field.to}" if field.to else line


def titled(field: Field) -> str:
    """A field's name with its headings."""
    return f"{field.name} {' / '.join((field.title, *field.also))}"


def table(name: str) -> list[str]:
    """The lines of a table of tests/data."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
