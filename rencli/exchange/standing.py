"""What an imported line meets in the ledger: a record of its name, one equal to it, or nothing."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from rencli.exchange.source import Spot
from rencli.records import load
from rencli.records.base import Problem, Record
from rencli.records.fields import Field
from rencli.records.seat import Seat
from rencli.store import bulk
from rencli.store.door import RefusedError
from rencli.store.ledger import Ledger
from rencli.store.rows import Ids, Rows, rewrite, session_of

SEAT = frozenset(field.name for field in Seat.fields)


class Entry(NamedTuple):
    """A line on its way into the ledger as a record."""

    at: Spot
    record: Record
    problems: list[Problem]
    given: Collection[str]
    """The fields that the line states itself."""
    stands: int | None = None
    """The record that it must not repeat."""
    borne: Mapping[tuple[str, object], Any] = MappingProxyType({})
    """Who bears a name in it, whatever the file announces."""


@dataclass(frozen=True)
class Change:
    """A line, or a part of it, that changes a standing record."""

    at: Spot
    kind: str
    id: int
    raw: Mapping[str, Any]


class Changed(NamedTuple):
    """What a change did to a standing record."""

    kind: str
    id: int
    name: str
    fields: list[tuple[Field, Any, Any]]
    """Each field that differs, with its value before and after."""


def standing(ledger: Ledger, record: Record) -> int | None:
    """The id of the record that the line names again: the office, a person, a group or station."""
    values: Any = record
    match record.kind:
        case "office":
            return ledger.office.id if ledger.office else None
        case "deputy" if values.name:
            name = f"{values.name}@{values.constituency}" if values.constituency else values.name
            return ledger.names.stored("deputy", name)
        case "group" | "station" if values.name:
            return ledger.names.stored(record.kind, values.name)
        case _:
            return None


def changes(ledger: Ledger, at: Spot, id: int, record: Record, raw: Mapping[str, Any]) -> Iterator[Entry | Change]:
    """What ``--update`` makes of a line that names a standing record.

    A deputy line with a level or term that the person has no seat for adds a mandate; what it says of the
    person changes the person.
    """
    seat: Any = record
    person: Any = ledger.get(record.kind, id)
    if record.kind != "deputy" or not {"level", "term"} & raw.keys() or _same_seat(person, seat):
        yield Change(at, record.kind, id, raw)
        return
    of_seat = {name: value for name, value in raw.items() if name in SEAT}
    yield Change(at, "deputy", id, {name: value for name, value in raw.items() if name not in SEAT})
    for mandate in ledger.naming("mandate", "deputy", id):
        if _same_seat(mandate, seat):
            yield Change(at, "mandate", mandate.id or 0, of_seat)
            return
    name = f"{person.name}@{person.constituency}" if person.constituency else person.name
    further, problems = ledger.door.read(load("mandate"), {"deputy": name, **of_seat})
    yield Entry(at, further, problems, raw.keys(), borne={("deputy", name): id})


def change(ledger: Ledger, entry: Change) -> Changed | None:
    """Make a change; None where everything stands so already. Raises RefusedError."""
    old, new, rev, before, after = ledger.changed(entry.kind, entry.id, entry.raw)
    if before == after or not rewrite(ledger.session, entry.kind, entry.id, rev, before, after):
        return None
    was, is_ = old.dump(), new.dump()
    fields = [(field, was[field.name], is_[field.name]) for field in new.fields if was[field.name] != is_[field.name]]
    return Changed(entry.kind, entry.id, old.heading(), fields)


class Known:
    """What stands of one kind before the import, and what its lines may not repeat."""

    def __init__(self, ledger: Ledger, cls: type[Record], *, update: bool, again: bool) -> None:
        self._ledger = ledger
        self._cls = cls
        self._update = update
        self._again = again
        self._empty = not bulk.count(ledger.session, cls.kind)
        self._taken = bulk.unique_keys(ledger.session, cls)

    def settle(self, entry: Entry) -> Rows | None:
        """The rows to write; None where the line is passed over. Raises RefusedError."""
        record = entry.record
        if entry.stands is not None:
            raise RefusedError(record.label, [*(problem.text for problem in entry.problems), self._repeated(entry)])
        ids = Ids(self._ledger.names, session_of(record), entry.borne) if entry.borne else None
        try:
            found = self._ledger.door.settle(record, entry.problems, self._taken, ids)
        except RefusedError:
            again = self._ledger.door.settle(record, entry.problems, set(), ids)  # but for its number: the same?
            if not self._repeats(entry, again):
                raise
            found = again
        if not self._repeats(entry, found):
            return found
        if self._update:
            return None
        raise RefusedError(
            record.label, [f"{record.label}：已有各项都相同的记录，没有再记；要跳过请加 --update，确要重复请加 --again"]
        )

    def _repeats(self, entry: Entry, found: Rows) -> bool:
        """Whether a record equal in every field stood before; a number that was given out is no difference."""
        if self._empty or self._again:
            return False
        if "number" in entry.given or "number" not in entry.record.unique:
            return bulk.fingerprint(found) in self._fingerprints
        return bulk.fingerprint(found, ("number",)) in self._without_number

    @cached_property
    def _fingerprints(self) -> set[bytes]:
        return bulk.fingerprints(self._ledger.session, self._cls)

    @cached_property
    def _without_number(self) -> set[bytes]:
        return bulk.fingerprints(self._ledger.session, self._cls, ("number",))

    def _repeated(self, entry: Entry) -> str:
        return (
            f"已有{entry.record.label}“{getattr(entry.record, 'name', '')}”（序号{entry.stands}），要改它请加 --update"
        )


def _same_seat(held: Any, seat: Any) -> bool:
    return (held.level, held.term) == (seat.level, seat.term)
