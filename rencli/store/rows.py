"""Records to rows. They are written on the connection of SQLModel's Session, inside its transaction."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import JSON, Date, Table, delete, update
from sqlmodel import Session

from rencli.records.base import Problem, Record
from rencli.records.fields import Field
from rencli.store import schema
from rencli.store.names import Names, UnknownNameError
from rencli.store.run import run

Row = dict[str, Any]


class Rows:
    """A record's own row and those of its nested lists; ``faults`` are the names that nothing bears, by field."""

    def __init__(self, record: Record, ids: "Ids") -> None:
        self.faults: list[Problem] = []
        cls: Any = type(record)
        plan, values = schema.plan(cls), record.__dict__
        self.own: Row = {column: values[attribute] for attribute, column in plan.columns}
        self.lists: dict[str, list[Row]] = {}
        for field, column, table in plan.special:
            value = values[field.attribute]
            if table:
                self.lists[table] = self._lines(field, value, ids)
            else:
                self.own[column] = self._stored(field, value, ids, field.name, "")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and (self.own, self.lists) == (other.own, other.lists)

    def _lines(self, field: Field, lines: Sequence[Any], ids: "Ids") -> list[Row]:
        if field.part is None:
            column = f"{field.to}_id"
            return [{column: self._stored(field, name, ids, field.name, "")} for name in lines]
        found = []
        for number, line in enumerate(lines, 1):
            where = f"{field.title}第{number}行 "
            plan, values = schema.plan(field.part), line.__dict__
            row = {column: values[attribute] for attribute, column in plan.columns}
            for item, column, _ in plan.special:
                row[column] = self._stored(item, values[item.attribute], ids, field.name, where)
            found.append(row)
        return found

    def _stored(self, field: Field, value: Any, ids: "Ids", name: str, where: str) -> Any:
        if value is None or not field.to:
            return None if value == [] else value  # an empty list of words is stored as null
        try:
            return ids(field.to, value)
        except UnknownNameError as error:
            self.faults.append(Problem(name, f"{where}{field.title}：{error}"))
            return None


class Ids:
    """Resolves the names in a record; a bare suggestion number means the record's own session.

    ``kept``: what names mean that the record bore before and that nobody wrote anew.
    """

    def __init__(
        self,
        names: Names,
        session_of: tuple[int | None, int | None] = (None, None),
        kept: Mapping[tuple[str, object], Any] = MappingProxyType({}),
    ) -> None:
        self._names = names
        self._term, self._session = session_of
        self._kept = kept

    def __call__(self, kind: str, text: object) -> Any:
        if self._kept and (kind, text) in self._kept:
            return self._kept[kind, text]
        if kind == "suggestion" and str(text).isdigit() and self._term is not None:
            text = f"{self._term}-{self._session or 0}-{text}"
        return self._names.id_of(kind, text)


def session_of(record: Record) -> tuple[int | None, int | None]:
    """The session in which a bare suggestion number is looked for."""
    return getattr(record, "term", None), getattr(record, "session", None)


def insert_one(session: Session, kind: str, rows: Rows) -> int:
    """Write a new record and return its id."""
    id = _insert(session, schema.table(kind), ("id",), [(None, *rows.own.values())])
    for name, lines in rows.lists.items():
        _insert_lines(session, _child(kind, name), id, lines)
    return id


def insert_many(session: Session, kind: str, block: Sequence[tuple[int, Rows]]) -> None:
    """Write new records with given ids, table by table."""
    _insert(session, schema.table(kind), ("id",), [(id, *rows.own.values()) for id, rows in block])
    for name in block[0][1].lists:
        lines = [(id, position, *line.values()) for id, rows in block for position, line in enumerate(rows.lists[name])]
        if lines:
            _insert(session, _child(kind, name), _OWNED, lines)


_OWNED: Final = ("owner_id", "position")


def _insert(session: Session, table: Table, first: tuple[str, ...], rows: list[tuple[Any, ...]]) -> int:
    """Write rows past the compiler, which costs more than SQLite does; returns the id of a single row.

    A row's values stand in the order of the fields, behind those of ``first``.
    """
    statement, turns = _statement(table, first)
    for at, turn in turns:
        rows = [row if row[at] is None else (*row[:at], turn(row[at]), *row[at + 1 :]) for row in rows]
    done = session.connection().exec_driver_sql(statement, rows if len(rows) > 1 else rows[0])
    return int(done.lastrowid or 0) if len(rows) == 1 else 0


@cache
def _statement(table: Table, first: tuple[str, ...]) -> tuple[str, list[tuple[int, Callable[[Any], Any]]]]:
    """An INSERT, and which values SQLite keeps in another form."""
    columns = [table.c[name] for name in first]
    columns += [column for column in table.c if column.name not in ("id", "rev", *_OWNED)]
    quoted = ", ".join(f'"{column.name}"' for column in columns)
    turns = [(at, _TURNS.get(type(column.type))) for at, column in enumerate(columns)]
    text = f'INSERT INTO "{table.name}" ({quoted}) VALUES ({", ".join("?" * len(columns))})'
    return text, [(at, turn) for at, turn in turns if turn]


_TURNS: Final[Mapping[type, Callable[[Any], Any]]] = MappingProxyType({Date: date.isoformat, JSON: json.dumps})


def rewrite(session: Session, kind: str, id: int, rev: int, old: Rows, new: Rows) -> bool:
    """Write what changed; False where someone else changed the record since ``rev`` was read."""
    own = schema.table(kind)
    changed = {name: value for name, value in new.own.items() if value != old.own[name]}
    written = run(session, update(own).where(own.c.id == id, own.c.rev == rev).values(rev=rev + 1, **changed))
    if not written.rowcount:
        return False
    for name, lines in new.lists.items():
        if lines != old.lists[name]:
            _rewrite_lines(session, _child(kind, name), id, old.lists[name], lines)
    return True


def erase(session: Session, kind: str, id: int) -> None:
    """Delete a record; its nested lines go by the foreign key, each into the log."""
    own = schema.table(kind)
    run(session, delete(own).where(own.c.id == id))


def _insert_lines(session: Session, table: Table, owner: int, lines: list[Row], start: int = 0) -> None:
    if lines:
        _insert(session, table, _OWNED, [(owner, at, *line.values()) for at, line in enumerate(lines, start)])


def _rewrite_lines(session: Session, table: Table, owner: int, old: list[Row], new: list[Row]) -> None:
    """Change lines in place, so that the log tells what happened and nothing else."""
    at = table.c.position
    mine = table.c.owner_id == owner
    for position, (before, after) in enumerate(zip(old, new, strict=False)):
        if before != after:
            run(session, update(table).where(mine, at == position).values(after))
    if len(old) > len(new):
        run(session, delete(table).where(mine, at >= len(new)))
    _insert_lines(session, table, owner, new[len(old) :], len(old))


def _child(kind: str, table: str) -> Table:
    return schema.child_table(kind, table.removeprefix(f"{kind}_"))
