"""What an imported line meets in the ledger: a record of its name, one equal to it, or nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rencli.records import load
from rencli.records.base import Problem, Record
from rencli.records.seat import Seat
from rencli.store import bulk
from rencli.store.door import RefusedError
from rencli.store.ledger import Ledger
from rencli.store.names import UnknownNameError
from rencli.store.query import Listing
from rencli.store.rows import Rows

SEAT = frozenset(field.name for field in Seat.fields)


@dataclass(frozen=True)
class Entry:
    """A line on its way into the ledger."""

    line: int
    record: Record
    problems: list[Problem]
    given: frozenset[str]
    """The fields that the line states itself."""
    rev: int = 0
    before: Rows | None = None
    """The rows that it changes, where it is no new record."""
    stands: int | None = None
    """The record that it must not repeat."""


def standing(ledger: Ledger, record: Record) -> int | None:
    """The id of the record that the line names again: the office, a person, a group or station."""
    values: Any = record
    match record.kind:
        case "office":
            return ledger.office.id if ledger.office else None
        case "deputy" if values.name:
            name = f"{values.name}@{values.constituency}" if values.constituency else values.name
            return _stored(ledger, "deputy", name)
        case "group" | "station" if values.name:
            return _stored(ledger, record.kind, values.name)
        case _:
            return None


def changes(ledger: Ledger, line: int, id: int, record: Record, raw: Mapping[str, Any]) -> Iterator[Entry]:
    """What ``--update`` makes of a line that names a standing record.

    A deputy line with a level or term that the person has no seat for adds a mandate; what it says of the
    person changes the person.
    """
    seat: Any = record
    if record.kind != "deputy" or not {"level", "term"} & raw.keys():
        yield _change(ledger, line, record.kind, id, raw)
        return
    person: Any = ledger.get("deputy", id)
    if (person.level, person.term) == (seat.level, seat.term):
        yield _change(ledger, line, "deputy", id, raw)
        return
    of_person = {name: value for name, value in raw.items() if name not in SEAT}
    of_seat = {name: value for name, value in raw.items() if name in SEAT}
    yield _change(ledger, line, "deputy", id, of_person)
    name = ledger.names.texts("deputy", [id])[id]
    for mandate in ledger.records("mandate", Listing({"deputy": name})):
        held: Any = mandate
        if (held.level, held.term) == (seat.level, seat.term):
            yield _change(ledger, line, "mandate", held.id, of_seat)
            return
    further, problems = ledger.door.read(load("mandate"), {"deputy": name, **of_seat})
    yield Entry(line, further, problems, frozenset(raw))


class Known:
    """What stands of one kind before the import, and what its lines may not repeat."""

    def __init__(self, ledger: Ledger, cls: type[Record], *, update: bool, again: bool) -> None:
        self._ledger = ledger
        self._cls = cls
        self._update = update
        self._again = again
        self._last = bulk.last_id(ledger.session, cls.kind)
        self._empty = not bulk.count(ledger.session, cls.kind)
        self._taken = bulk.unique_keys(ledger.session, cls)

    def settle(self, entry: Entry) -> Rows | None:
        """The rows to write; None where the line is passed over. Raises RefusedError."""
        record = entry.record
        if entry.stands is not None:
            raise RefusedError(record.label, [self._repeated(entry)])
        if entry.before is not None:
            found = self._ledger.door.settle(record, entry.problems)
            return None if bulk.fingerprint(found) == bulk.fingerprint(entry.before) else found
        if record.id is None:
            self._last += 1
            record.id = self._last
        number_given_out = record.unique != () and not set(record.unique) <= entry.given and "number" not in entry.given
        found = self._ledger.door.settle(record, entry.problems, self._taken)
        if self._empty or self._again:
            return found
        known = self._without_number if number_given_out else self._fingerprints
        if bulk.fingerprint(found, ("number",) if number_given_out else ()) not in known:
            return found
        if self._update:
            return None
        raise RefusedError(
            record.label, [f"{record.label}：已有各项都相同的记录，没有再记；要跳过请加 --update，确要重复请加 --again"]
        )

    @cached_property
    def _fingerprints(self) -> set[bulk.Key]:
        return bulk.fingerprints(self._ledger.session, self._cls)

    @cached_property
    def _without_number(self) -> set[bulk.Key]:
        return bulk.fingerprints(self._ledger.session, self._cls, ("number",))

    def _repeated(self, entry: Entry) -> str:
        return (
            f"已有{entry.record.label}“{getattr(entry.record, 'name', '')}”（序号{entry.stands}），要改它请加 --update"
        )


def _change(ledger: Ledger, line: int, kind: str, id: int, raw: Mapping[str, Any]) -> Entry:
    rev, before, record, problems = ledger.changed(kind, id, raw)
    return Entry(line, record, problems, frozenset(raw), rev=rev, before=before)


def _stored(ledger: Ledger, kind: str, name: str) -> int | None:
    try:
        return ledger.names.stored(kind, name)
    except UnknownNameError:
        return None
