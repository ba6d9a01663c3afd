"""From record classes to tables: the one place that knows how a field is stored.

| field                         | stored as                                        |
|-------------------------------|--------------------------------------------------|
| one value                     | a column                                         |
| ``to="term"``                 | the term's number (natural key)                  |
| ``to="record"``               | kind/id, a text                                  |
| ``to=`` another kind          | ``…_id``                                         |
| a list of texts               | one JSON column                                  |
| a list with ``to``, of parts  | a child table (id, owner_id, position, …)        |

The table classes are real SQLModel classes, made for the kinds that a command needs. They carry no
foreign keys (one kind must be usable without loading all others); those live in the migrations.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, Final, NamedTuple

from sqlalchemy import JSON, Boolean, Column, Date, Float, Integer, String, Table
from sqlmodel import Field as Stored
from sqlmodel import SQLModel

from rencli.records import KINDS, load
from rencli.records.base import Part, Record
from rencli.records.fields import Field

LIST: Final = JSON(none_as_null=True)
"""A list of texts; an empty one is no value."""

_TYPES: dict[type, Any] = {str: String, int: Integer, float: Float, bool: Boolean, date: Date}
_SQL: dict[Any, str] = {
    String: "TEXT",
    Integer: "INTEGER",
    Float: "REAL",
    Boolean: "INTEGER",
    Date: "TEXT",
    LIST: "TEXT",
}


class Place(NamedTuple):
    """A column that a field, or the upkeep of a table, asks for."""

    name: str
    type: Any
    required: bool = False
    references: str = ""


class Child(NamedTuple):
    """A field that is kept in a table of its own."""

    table: str
    field: Field

    @property
    def places(self) -> list[Place]:
        """The columns behind id, owner_id and position."""
        if self.field.part is not None:
            return places(self.field.part)
        return [Place(f"{self.field.to}_id", Integer, True, f"{self.field.to}(id)")]


def place(field: Field) -> Place:
    """The column of a scalar field or a list of texts."""
    if field.many:
        return Place(field.name, LIST)
    if field.to == "term":
        return Place(field.name, Integer, field.required, "term(number)")
    if field.to and field.to != "record":
        return Place(f"{field.name}_id", Integer, field.required, f"{field.to}(id)")
    return Place(field.name, _TYPES[field.type], field.required or field.default is not None)


def is_child(field: Field) -> bool:
    """Whether the field has a table of its own."""
    return field.many and bool(field.to or field.part)


def places(cls: type[Part]) -> list[Place]:
    """The columns of a record's or part's own fields."""
    return [place(field) for field in cls.fields if not is_child(field)]


class Plan(NamedTuple):
    """How the fields of a class lie in rows."""

    columns: list[tuple[str, str]]
    """(attribute, column) of all fields that are a column, in their order."""
    special: list[tuple[Field, str, str]]
    """(field, column, child table) of those that are not stored as they stand: references and lists."""


@cache
def plan(cls: type[Part]) -> Plan:
    """The plan of a class, made once: it is asked for with every record."""
    columns = [(item.attribute, place(item).name) for item in cls.fields if not is_child(item)]
    special = [
        (item, "", f"{getattr(cls, 'kind', '')}_{item.name}") if is_child(item) else (item, place(item).name, "")
        for item in cls.fields
        if item.to or item.many
    ]
    return Plan(columns, special)


def children(cls: type[Record]) -> list[Child]:
    """The child tables of a kind."""
    return [Child(f"{cls.kind}_{field.name}", field) for field in cls.fields if is_child(field)]


def child(cls: type[Record], name: str) -> Child:
    """The child table of a field. Raises KeyError where it has none."""
    for each in children(cls):
        if each.field.name == name:
            return each
    raise KeyError(name)


@cache
def table(kind: str) -> Table:
    """The main table of a kind."""
    upkeep = [Place("id", Integer), Place("rev", Integer, True)]
    return _model(kind, [*upkeep, *places(load(kind))])


@cache
def child_table(kind: str, name: str) -> Table:
    """The table of a kind's nested list."""
    found = child(load(kind), name)
    upkeep = [Place("id", Integer), Place("owner_id", Integer, True), Place("position", Integer, True)]
    return _model(found.table, [*upkeep, *found.places])


def statements() -> Iterator[str]:
    """The whole schema as SQL, in the order of ``KINDS``: what a ledger must look like today."""
    for kind in KINDS:
        cls = load(kind)
        yield _create(kind, ["rev INTEGER NOT NULL DEFAULT 1"], places(cls))
        yield from _indexes(cls)
        for each in children(cls):
            owner = f"owner_id INTEGER NOT NULL REFERENCES {_quoted(kind)}(id) ON DELETE CASCADE"
            yield _create(each.table, [owner, "position INTEGER NOT NULL"], each.places)
            yield _index(each.table, "owner_id", "position")
            if each.field.part is not None and each.field.part.sought:
                yield _index(each.table, "owner_id", *each.field.part.sought)
            for item in each.places:
                if item.references:
                    yield _index(each.table, item.name)


def _model(name: str, columns: list[Place]) -> Table:
    namespace: dict[str, Any] = {"__tablename__": name, "__module__": __name__, "__annotations__": {}}
    for item in columns:
        namespace["__annotations__"][item.name] = Any
        namespace[item.name] = Stored(
            sa_column=Column(item.name, item.type, primary_key=item.name == "id", nullable=not item.required)
        )
    metaclass: Any = type(SQLModel)
    found: Table = metaclass(f"{name}_row", (SQLModel,), namespace, table=True).__table__
    return found


def _create(name: str, upkeep: list[str], columns: list[Place]) -> str:
    lines = ["id INTEGER PRIMARY KEY AUTOINCREMENT", *upkeep]
    for item in columns:
        line = f"{_quoted(item.name)} {_SQL[item.type]}"
        line += " NOT NULL" if item.required else ""
        line += f" REFERENCES {_reference(item.references)}" if item.references else ""
        lines.append(line)
    return f"CREATE TABLE {_quoted(name)} (\n  " + ",\n  ".join(lines) + "\n)"


def _indexes(cls: type[Record]) -> Iterator[str]:
    if cls.unique:
        yield _index(cls.kind, *cls.unique, unique=True)
    if cls.named_by and cls.named_by not in cls.unique:
        yield _index(cls.kind, cls.named_by)
    if cls.dated_by:
        yield _index(cls.kind, cls.dated_by)
    for item in places(cls):
        if item.references and item.name not in cls.unique[:1]:
            yield _index(cls.kind, item.name)


def _index(name: str, *columns: str, unique: bool = False) -> str:
    word = "UNIQUE INDEX" if unique else "INDEX"
    of = ", ".join(map(_quoted, columns))
    return f"CREATE {word} {_quoted('_'.join((name, *columns)))} ON {_quoted(name)} ({of})"


def _quoted(name: str) -> str:
    return f'"{name}"'


def _reference(target: str) -> str:
    name, _, column = target.rstrip(")").partition("(")
    return f"{_quoted(name)}({column})"
