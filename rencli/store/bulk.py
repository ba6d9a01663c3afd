"""What an import asks of the store: what stands already, in few queries, and what was imported before."""

from collections.abc import Callable, Collection, Iterable
from hashlib import blake2b
from itertools import groupby
from typing import Any, Final

from sqlalchemy import select, text
from sqlmodel import Session

from rencli.records.base import Record
from rencli.store import schema
from rencli.store.rows import Rows
from rencli.store.run import run

Key = tuple[Any, ...]

MANY: Final = 5000
"""Records of one import from which on indexes are set aside."""
SEVERAL_TIMES: Final = 15
"""A table is indexed anew faster than row by row unless it holds this many times the new records."""


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


class Indexes:
    """Indexes set aside while many rows are written, and built once at the end: half the time of a long import.

    It is done inside the transaction, where the new rows are many beside those that stand.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._aside: list[str] = []
        self._done: set[str] = set()

    def lighten(self, cls: type[Record], written: int) -> None:
        """Called when so many records of a kind have been written: the log's indexes, and those of the kind."""
        if written < MANY:
            return
        own = [] if cls.named_by else [cls.kind, *(child.table for child in schema.children(cls))]
        for name in ("change", *own):
            if name not in self._done and last_id(self._session, name) < SEVERAL_TIMES * written:
                self._done.add(name)
                self._set_aside(name)

    def rebuild(self) -> None:
        """Build again what was set aside."""
        for statement in self._aside:
            run(self._session, text(statement))
        self._aside.clear()

    def _set_aside(self, name: str) -> None:
        query = (
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = :name AND sql LIKE 'CREATE INDEX%'"
        )
        for index, statement in run(self._session, text(query).bindparams(name=name)).all():
            run(self._session, text(f'DROP INDEX "{index}"'))
            self._aside.append(statement)


def unique_keys(session: Session, cls: type[Record]) -> set[Key]:
    """The values of ``unique`` that are in use."""
    own = schema.table(cls.kind)
    return {tuple(row) for row in run(session, select(*(own.c[name] for name in cls.unique)))} if cls.unique else set()


def fingerprints(session: Session, cls: type[Record], without: Collection[str] = ()) -> set[bytes]:
    """Every record that stands, as a key that is equal where every field is (``without`` some)."""
    own = schema.table(cls.kind)
    lists = [_by_owner(session, cls, child) for child in schema.children(cls)]
    columns = [own.c[place.name] for place in schema.places(cls) if place.name not in without]
    rows = run(session, select(own.c.id, *columns).order_by(own.c.id))
    return {_digest(values, [lines(id) for lines in lists]) for id, *values in rows}


def fingerprint(rows: Rows, without: Collection[str] = ()) -> bytes:
    """The key of a record about to be written."""
    own = [value for name, value in rows.own.items() if name not in without]
    return _digest(own, [[list(line.values()) for line in lines] for lines in rows.lists.values()])


def _by_owner(session: Session, cls: type[Record], child: schema.Child) -> Callable[[int], list[list[Any]]]:
    """The lines of an owner; owners must be asked for in the order of their ids, so that none is held in memory."""
    lines = schema.child_table(cls.kind, child.field.name)
    columns = [lines.c[place.name] for place in child.places]
    rows = run(session, select(lines.c.owner_id, *columns).order_by(lines.c.owner_id, lines.c.position))
    groups = groupby(rows, key=lambda row: int(row[0]))
    waiting = next(groups, None)
    held = (waiting[0], [list(row[1:]) for row in waiting[1]]) if waiting else None

    def lines_of(owner: int) -> list[list[Any]]:
        nonlocal held
        if held is None or held[0] != owner:
            return []
        found = held[1]
        after = next(groups, None)
        held = (after[0], [list(row[1:]) for row in after[1]]) if after else None
        return found

    return lines_of


def _digest(own: Iterable[Any], lists: Iterable[Iterable[Iterable[Any]]]) -> bytes:
    """Sixteen bytes instead of the values: a hundred thousand records are a few megabytes."""
    key = [[*map(_plain, own)], [[[*map(_plain, line)] for line in lines] for lines in lists]]
    return blake2b(repr(key).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _plain(value: Any) -> Any:
    """Numbers that are equal look equal: 3 and 3.0, yes and 1."""
    return float(value) if isinstance(value, int) else value
