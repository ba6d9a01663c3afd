"""What an import asks of the store: what stands already, in few queries, and what was imported before."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import select, text
from sqlmodel import Session

from rencli.records.base import Record
from rencli.store import schema
from rencli.store.rows import Rows
from rencli.store.run import run

Key = tuple[Any, ...]


def defer_references(session: Session) -> None:
    """Let lines point at later ones; the commit checks them all."""
    run(session, text("PRAGMA defer_foreign_keys=ON"))


def imported(session: Session, digest: str) -> str:
    """When a file of that checksum was imported; empty where it never was."""
    query = "SELECT at FROM imported JOIN command ON command.id = command_id WHERE sha256 = :digest"
    found = run(session, text(query).bindparams(digest=digest)).scalar()
    return str(found or "")[:10]


def remember(session: Session, digest: str, command: int) -> None:
    """Note that the running command imported a file of that checksum."""
    note = text("INSERT INTO imported (sha256, command_id) VALUES (:digest, :command)")
    run(session, note.bindparams(digest=digest, command=command))


def count(session: Session, kind: str) -> int:
    """How many records of a kind there are."""
    return int(run(session, text(f'SELECT count(*) FROM "{kind}"')).scalar())


def last_id(session: Session, kind: str) -> int:
    """The highest id that a kind ever gave out; removed ones are not given out again."""
    return int(
        run(session, text("SELECT seq FROM sqlite_sequence WHERE name = :kind").bindparams(kind=kind)).scalar() or 0
    )


def unique_keys(session: Session, cls: type[Record]) -> set[Key]:
    """The values of ``unique`` that are in use."""
    own = schema.table(cls.kind)
    return {tuple(row) for row in run(session, select(*(own.c[name] for name in cls.unique)))} if cls.unique else set()


def fingerprints(session: Session, cls: type[Record], without: Collection[str] = ()) -> set[Key]:
    """Every record that stands, as a key that is equal where every field is (``without`` some)."""
    own = schema.table(cls.kind)
    lists: list[dict[int, list[Key]]] = []
    for child in schema.children(cls):
        lines = schema.child_table(cls.kind, child.field.name)
        columns = [lines.c[place.name] for place in child.places]
        found: dict[int, list[Key]] = {}
        for owner, *values in run(
            session, select(lines.c.owner_id, *columns).order_by(lines.c.owner_id, lines.c.position)
        ):
            found.setdefault(owner, []).append(_key(values))
        lists.append(found)
    columns = [own.c[place.name] for place in schema.places(cls) if place.name not in without]
    rows = run(session, select(own.c.id, *columns))
    return {(_key(values), *(tuple(found.get(id, ())) for found in lists)) for id, *values in rows}


def fingerprint(rows: Rows, without: Collection[str] = ()) -> Key:
    """The key of a record about to be written."""
    own = _key([value for name, value in rows.own.items() if name not in without])
    return (own, *(tuple(_key(list(line.values())) for line in lines) for lines in rows.lists.values()))


def _key(values: list[Any]) -> Key:
    return tuple(tuple(value) if isinstance(value, list) else value for value in values)
