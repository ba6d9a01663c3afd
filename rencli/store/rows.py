"""Records to rows and back. Rows are written through SQLModel's Session by Core statements."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import Select, Table, delete, insert, select, update
from sqlmodel import Session

from rencli.records.base import Part, Record
from rencli.records.fields import Field
from rencli.store import schema
from rencli.store.names import Names
from rencli.store.run import run

Row = dict[str, Any]
Values = dict[str, Any]
"""What the fields say, by their JSON names."""
Turn = Callable[[Sequence[Any]], Any]

BLOCK: Final = 1000
MOST_ASKED: Final = 500
"""Ids in one question; SQLite limits how many a statement may carry."""


class Rows:
    """A record's own row and those of its nested lists."""

    def __init__(self, record: Record, ids: "Ids") -> None:
        cls = type(record)
        self.own = _row(record, ids)
        self.lists: dict[str, list[Row]] = {
            each.table: _child_rows(each.field, getattr(record, each.field.attribute), ids)
            for each in schema.children(cls)
        }


class Ids:
    """Resolves the names in a record; a bare suggestion number means the record's own session."""

    def __init__(self, names: Names, session_of: tuple[int | None, int | None] = (None, None)) -> None:
        self._names = names
        self._term, self._session = session_of

    def __call__(self, kind: str, text: object) -> Any:
        if kind == "suggestion" and str(text).isdigit() and self._term is not None:
            text = f"{self._term}-{self._session or 0}-{text}"
        return self._names.id_of(kind, text)


def insert_one(session: Session, kind: str, rows: Rows) -> int:
    """Write a new record and return its id."""
    result = run(session, insert(schema.table(kind)).values(rows.own))
    id = int(result.inserted_primary_key[0])
    for name, lines in rows.lists.items():
        _insert_lines(session, _child(kind, name), id, lines)
    return id


def insert_many(session: Session, kind: str, block: Sequence[tuple[int, Rows]]) -> None:
    """Write new records with given ids, table by table."""
    own = schema.table(kind)
    run(session, insert(own), [{"id": id, **rows.own} for id, rows in block])
    for name in block[0][1].lists:
        lines = [
            {"owner_id": id, "position": position, **line}
            for id, rows in block
            for position, line in enumerate(rows.lists[name])
        ]
        if lines:
            run(session, insert(_child(kind, name)), lines)


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


def _row(part: Part, ids: Ids) -> Row:
    row: Row = {}
    for field in part.fields:
        if not schema.is_child(field):
            value = getattr(part, field.attribute)
            name = schema.place(field).name
            row[name] = ids(field.to, value) if field.to and value is not None else value or _empty(field, value)
    return row


def _empty(field: Field, value: Any) -> Any:
    """An empty list of words is stored as null; 0 and False stay."""
    return None if field.many else value


def _child_rows(field: Field, lines: Iterable[Any], ids: Ids) -> list[Row]:
    if field.part is None:
        return [{f"{field.to}_id": ids(field.to, name)} for name in lines]
    return [_row(line, ids) for line in lines]


def _insert_lines(session: Session, table: Table, owner: int, lines: list[Row], start: int = 0) -> None:
    if lines:
        rows = [{"owner_id": owner, "position": at, **line} for at, line in enumerate(lines, start)]
        run(session, insert(table), rows)


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
