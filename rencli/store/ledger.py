"""The ledger: what commands do with records. One command is one transaction."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Date, Executable, Select, column, func, select, table
from sqlalchemy.exc import DatabaseError, IntegrityError
from sqlmodel import Session

from rencli.errors import AlreadyExistsError, InvalidInputError, LedgerUnusableError, NotFoundError, reason
from rencli.records import KINDS, clean, load
from rencli.records.base import Record
from rencli.store import backup, connection, loading, log, migrate, query, rows, schema
from rencli.store.context import LedgerContext
from rencli.store.door import Door
from rencli.store.names import Names, UnknownNameError, is_id
from rencli.store.query import Listing
from rencli.store.rows import Ids, Rows
from rencli.store.run import run


class Ledger:
    """An open ledger inside its transaction."""

    def __init__(self, session: Session, today: date, command: int = 0) -> None:
        self.session = session
        self.today = today
        self.command = command
        self.taken_back = False
        self.notices: list[str] = []
        """What the clerk should know of the records that this command has written."""
        self.names = Names(session)
        self.context = LedgerContext(session, self.names, today)
        self.door = Door(session, self.names, self.context)

    @cached_property
    def office(self) -> Any:
        """The office's record, or None before it is set."""
        found = self.records("office", Listing(limit=1))
        return found[0] if found else None

    def take_back(self) -> None:
        """Have nothing of this command written, though it ends without an error (a dry run)."""
        self.taken_back = True

    def add(self, kind: str, raw: Mapping[str, object], *, typed: bool = False) -> int:
        """Write a new record and return its id. ``typed``: the words come from a command line."""
        cls = load(kind)
        record, problems = self.door.read(cls, raw, self.today if typed else None)
        settled = self.door.settle(record, problems)
        self.context.learn(record)
        id = rows.insert_one(self.session, kind, settled)
        self.notices += record.notices(self.context)
        return id

    def edit(self, kind: str, id: int, changes: Mapping[str, object], *, typed: bool = False) -> None:
        """Replace some fields of a record; a value of None empties the field."""
        _, record, rev, before, after = self.changed(kind, id, changes, typed=typed)
        try:
            written = rows.rewrite(self.session, kind, id, rev, before, after)
        except IntegrityError:  # others name it by what was to change: a term's number
            self._refuse_used(kind, id, before.own.get("number"), "改届次")
            raise
        if not written:
            raise LedgerUnusableError(f"{record.label}{id}刚被另一个窗口改过，请重新查看后再改。")
        self.notices += record.notices(self.context)

    def changed(
        self, kind: str, id: int, changes: Mapping[str, object], *, typed: bool = False
    ) -> tuple[Record, Record, int, Rows, Rows]:
        """A stored record with some fields replaced: (old, new, rev, rows before, rows after).

        Names that nobody wrote anew stay with those who bear them, whoever a file announces beside them.
        Raises RefusedError.
        """
        old, rev = self._stored(kind, id)
        raw = {name: value for name, value in (old.dump() | dict(changes)).items() if value is not None}
        record, problems = self.door.read(type(old), raw, self.today if typed else None, id)
        before = Rows(old, Ids(self.names, rows.session_of(old), self._borne(old)))
        kept = Ids(self.names, rows.session_of(record), self._borne(old, changes))
        return old, record, rev, before, self.door.settle(record, problems, ids=kept)

    def change_lines(
        self, kind: str, id: int, name: str, change: Callable[[list[Any]], object], *, typed: bool = False
    ) -> None:
        """Edit a nested list in place: ``change`` is given its lines as raw values."""
        record, _ = self._stored(kind, id)
        lines = [line.dump() for line in getattr(record, type(record).field(name).attribute)]
        change(lines)
        self.edit(kind, id, {name: lines}, typed=typed)

    def remove(self, kind: str, id: int) -> None:
        """Delete a record. Refused while others name it; the refusal lists them."""
        record, _ = self._stored(kind, id)
        self._refuse_used(kind, id, getattr(record, "number", None), "删除")
        rows.erase(self.session, kind, id)

    def get(self, kind: str, id: int) -> Record:
        """A record by its id. Raises NotFoundError."""
        return self._stored(kind, id)[0]

    def find(self, kind: str, text: str) -> int:
        """The id that a NUMBER on the command line means: an id, a suggestion's 届-次-编号, or a name."""
        try:
            text = clean.line(text)
        except clean.Unreadable as fault:
            raise InvalidInputError(f"序号：{fault}") from fault
        if is_id(text):
            return int(text)
        if kind != "suggestion" and load(kind).named_by != "name":
            raise InvalidInputError(
                f"“{text}”不是序号，请写{KINDS[kind]}的序号（ren {kind.replace('_', '-')} list 可查）。"
            )
        try:
            return int(self.names.id_of(kind, text))
        except UnknownNameError as error:
            raise NotFoundError(f"{error}。".replace("？。", "？")) from error

    def attached(self, kind: str, id: int) -> list[Record]:
        """The files attached to a record."""
        number = getattr(self.get("term", id), "number", 0) if kind == "term" else id
        return self.records("attachment", Listing({"record": f"{kind}/{number}"}))

    def any_record(self, text: str) -> str:
        """kind/id of a record named as kind/number or kind/name. Raises NotFoundError."""
        try:
            return str(self.names.id_of("record", clean.line(text)))
        except (UnknownNameError, clean.Unreadable) as error:
            raise NotFoundError(f"{error}。".replace("？。", "？")) from error

    def records(self, kind: str, listing: Listing | None = None, as_of: date | None = None) -> list[Record]:
        """The records of a listing."""
        listing, cls = listing or Listing(), load(kind)
        where = query.conditions(cls, listing, self.names)
        kept, by = query.keeps(cls, listing), query.sorted_after(cls, listing)
        paged = listing._replace(limit=None, offset=0, sort="" if by else listing.sort) if kept or by else listing
        found = [record for record, _ in loading.fetch(self.session, self.names, cls, query.ordered(cls, where, paged))]
        if not kept and not by:
            return found
        derived = [(each, each.derive(self.context, as_of or self.today)) for each in found]
        return query.picked(derived, listing, kept, by)

    def by_ids(self, kind: str, ids: Sequence[int]) -> list[Record]:
        """Some records by their ids, in the order of the ids."""
        own, cls = schema.table(kind), load(kind)
        found: list[Record] = []
        for at in range(0, len(ids), 500):
            query = select(own).where(own.c.id.in_(ids[at : at + 500])).order_by(own.c.id)
            found += [record for record, _ in loading.fetch(self.session, self.names, cls, query)]
        return found

    def naming(self, kind: str, other: str, id: int) -> list[Record]:
        """The records of a kind that name a record of another kind."""
        cls = load(kind)
        those = select(schema.table(kind)).where(query.matching(cls, other, id))
        return [record for record, _ in loading.fetch(self.session, self.names, cls, those)]

    def ask(self, statement: Executable) -> Any:
        """The rows of a statement that a figure is made of."""
        return run(self.session, statement)

    def has_until(self, kind: str, dated: str, day: date) -> bool:
        """Whether a kind has a record of that day or before; no table class is made for the question."""
        earlier: Select[Any] = select(column("id")).select_from(table(kind)).where(column(dated, Date) <= day).limit(1)
        return run(self.session, earlier).first() is not None

    def latest(self, name: str, dated: str, until: date) -> date | None:
        """The last day up to ``until`` that a table's column has; None where it has none."""
        day = column(dated, Date)
        latest = select(func.max(day)).select_from(table(name)).where(day <= until)
        found: date | None = run(self.session, latest).scalar()
        return found

    def count(self, kind: str, listing: Listing) -> int:
        """How many records a listing has in all."""
        cls = load(kind)
        if query.keeps(cls, listing):
            return len(self.records(kind, listing._replace(limit=None, offset=0)))
        where = query.conditions(cls, listing, self.names)
        counted = select(func.count()).select_from(schema.table(kind)).where(*where)
        return int(run(self.session, counted).scalar())

    def _stored(self, kind: str, id: int) -> tuple[Record, int]:
        cls = load(kind)
        own = schema.table(kind)
        found = loading.fetch(self.session, self.names, cls, select(own).where(own.c.id == id))
        if not found:
            raise NotFoundError(f"没有{id}号{cls.label}。")
        return found[0]

    def _refuse_used(self, kind: str, id: int, number: int | None, act: str) -> None:
        """Raises InvalidInputError where others name the record; it lists them."""
        if users := list(self._users(kind, number or 0 if kind == "term" else id)):
            shown = "、".join(users[:10]) + (f"等{len(users)}条" if len(users) > 10 else "")
            called = f"第{number}届" if kind == "term" else f"{KINDS[kind]}{id}"
            raise InvalidInputError(f"{called}还被这些记录用到，不能{act}：{shown}。请先改掉它们。")

    def _users(self, kind: str, value: int) -> Iterator[str]:
        for other in KINDS:
            cls = load(other)
            if any(
                item.to in (kind, "record")
                for field in cls.fields
                for item in (field.part.fields if field.part else (field,))
            ):
                own = schema.table(other)
                for (id,) in run(self.session, select(own.c.id).where(query.matching(cls, kind, value))):
                    yield f"{cls.label}{id}"

    def _borne(self, record: Record, but: Container[str] = ()) -> dict[tuple[str, object], Any]:
        """What the names in a stored record mean, whatever a file announces; ``but`` those of some fields."""
        found: dict[tuple[str, object], Any] = {}
        for field in record.fields:
            if field.name not in but:
                value = getattr(record, field.attribute)
                for line in value if field.part else [record]:
                    for item in field.part.fields if field.part else [field]:
                        own = getattr(line, item.attribute)
                        for text in own if item.many else [own]:
                            if item.to and (id := self.names.bearer(item.to, text)) is not None:
                                found[item.to, text] = id
        return found


@contextmanager
def reading(path: Path, today: date | None = None) -> Iterator[Ledger]:
    """Open the ledger to read; nothing can be written, and no writer is waited for."""
    with _open(path, write=False) as session:
        yield Ledger(session, today or date.today())


@contextmanager
def writing(path: Path, line: str, today: date | None = None) -> Iterator[Ledger]:
    """Open the ledger for one command, all or nothing; ``line`` is what the change log calls it."""
    with _open(path, write=True) as session:
        raw: Any = session.connection().connection.driver_connection
        ledger = Ledger(session, today or date.today(), log.begin(raw, line))
        yield ledger
        if ledger.taken_back:
            session.rollback()
        else:
            log.end(raw)
            session.commit()


def create(path: Path, office: Mapping[str, object] | None) -> None:
    """Make a ledger, with its office where one is given. All or nothing; refuses where one stands."""
    if path.exists():
        connection.look(path, migrate.newest())
        raise AlreadyExistsError(f"{path} 已有台账，没有改动。要另建一份，请用 --db 写别的文件名。")
    fresh = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)
        migrate.create(fresh)
        if office:
            with writing(fresh, "init") as ledger:
                ledger.add("office", office, typed=True)
        fresh.rename(path)
        backup.sync(path.parent)
    except OSError as error:
        raise LedgerUnusableError(f"台账 {path} 建不了（{reason(error)}）。请检查文件夹权限和磁盘空间。") from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


@contextmanager
def _open(path: Path, *, write: bool) -> Iterator[Session]:
    version = connection.look(path, migrate.newest())
    if version < migrate.newest():
        migrate.upgrade_file(path, version)
    with connection.told(path):
        raw = connection.connect(path, write=write)
        try:
            with Session(connection.engine(raw, write=write)) as session:
                yield session
        except IntegrityError:
            raise
        except DatabaseError as error:
            raise connection.unusable(path, error.orig or error) from error
        finally:
            connection.close(raw, write=write)
