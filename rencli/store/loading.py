"""Rows back to records, or to plain values: the one place that knows the way out of the tables."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import Select, Table, select
from sqlmodel import Session

from rencli.records.base import Part, Record
from rencli.records.fields import Field
from rencli.store import schema
from rencli.store.names import Names
from rencli.store.run import run

Values = dict[str, Any]
"""What the fields say, by their JSON names."""
Turn = Callable[[Sequence[Any]], Any]

BLOCK: Final = 1000
MOST_ASKED: Final = 500
"""Ids in one question; SQLite limits how many a statement may carry."""


def fetch(session: Session, names: Names, cls: type[Record], query: Select[Any]) -> list[tuple[Record, int]]:
    """The records of a query over the kind's main table, each with its ``rev``, names filled in."""
    return [(_built(cls, values), rev) for values, rev in _read(session, names, cls, query)]


def stream(session: Session, names: Names, cls: type[Record]) -> Iterator[Values]:
    """Every record of a kind by its id, as plain values in declared order (``id`` first), a block in memory at a time.

    It is what ``Record.dump`` gives, but for days, which are dates.
    """
    own = schema.table(cls.kind)
    last, full = 0, True
    while full:
        found = _read(session, names, cls, select(own).where(own.c.id > last).order_by(own.c.id).limit(BLOCK))
        yield from (values for values, _ in found)
        full = len(found) == BLOCK
        last = found[-1][0]["id"] if found else 0


def _read(session: Session, names: Names, cls: type[Record], query: Select[Any]) -> list[tuple[Values, int]]:
    """The rows of a query as plain values under the names of the fields, each with its ``rev``."""
    own = run(session, query).all()
    table = schema.table(cls.kind)
    at = table.c.keys().index("id")
    ids = [row[at] for row in own]
    lists = {each.field.name: _lines(session, names, cls, each.field, ids) for each in schema.children(cls)}
    turns = _turns(names, cls, table, own)
    rev = table.c.keys().index("rev")
    found: list[tuple[Values, int]] = []
    for row in own:
        values: Values = {"id": row[at]}
        for name, turn in turns:
            values[name] = lists[name].get(row[at], []) if turn is None else turn(row)
        found.append((values, row[rev]))
    return found


def _lines(
    session: Session, names: Names, cls: type[Record], field: Field, owners: Sequence[int]
) -> dict[int, list[Any]]:
    """The lines of a nested list by their owners: plain values, or names where the list is one of names."""
    table = schema.child_table(cls.kind, field.name)
    owner = table.c.keys().index("owner_id")
    found: dict[int, list[Any]] = defaultdict(list)
    for at in range(0, len(owners), MOST_ASKED):
        query = select(table).where(table.c.owner_id.in_(owners[at : at + MOST_ASKED]))
        rows = run(session, query.order_by(table.c.owner_id, table.c.position)).all()
        if field.part is None:
            column = table.c.keys().index(f"{field.to}_id")
            texts = names.texts(field.to, {row[column] for row in rows})
            for row in rows:
                found[row[owner]].append(texts[row[column]])
        else:
            turns = _turns(names, field.part, table, rows)
            for row in rows:
                found[row[owner]].append({name: turn(row) for name, turn in turns if turn is not None})
    return found


def _turns(names: Names, part: type[Part], table: Table, rows: Sequence[Any]) -> list[tuple[str, Turn | None]]:
    """How each field's value is had from a row; None where it lies in a table of its own."""
    columns = table.c.keys()
    turns: list[tuple[str, Turn | None]] = []
    for field in part.fields:
        if schema.is_child(field):
            turns.append((field.name, None))
            continue
        at = columns.index(schema.place(field).name)
        texts = None
        if field.to and field.to != "term" and field.type is str:
            texts = names.texts(field.to, {row[at] for row in rows} - {None})
        turns.append((field.name, _turn(field, at, texts)))
    return turns


def _turn(field: Field, at: int, texts: Mapping[Any, str] | None) -> Turn:
    if texts is not None:
        return lambda row: None if row[at] is None else texts[row[at]]
    if field.many:
        return lambda row: row[at] or []
    if field.type is float:
        return lambda row: None if row[at] is None else int(row[at]) if row[at] == int(row[at]) else row[at]
    return itemgetter(at)


def _built(cls: type[Record], values: Values) -> Record:
    """A record of plain values."""
    return cls(id=values["id"], **_attributes(cls, values))


def _attributes(part: type[Part], values: Values) -> Values:
    found: Values = {}
    for field in part.fields:
        value = values[field.name]
        if field.part is not None:
            value = [field.part(**_attributes(field.part, line)) for line in value]
        found[field.attribute] = value
    return found
