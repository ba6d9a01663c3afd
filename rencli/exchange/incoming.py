"""Import: a file's lines into the ledger, all or nothing, every fault listed with its line.

Nothing is held of a line but what others need: the file is gone through again instead. Kinds are taken in the
order of ``KINDS``. Those that others name by name, or that give out numbers, are announced first, so that lines may
stand in any order; then each kind is read, checked and written in blocks.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from rencli.errors import AlreadyExistsError
from rencli.exchange.numbering import Numbering, Start, ordinal
from rencli.exchange.source import Line, Source, Spot, Stated
from rencli.exchange.standing import Change, Changed, Entry, Known, change, changes, standing
from rencli.records import KINDS, load
from rencli.records.base import Problem, Record
from rencli.store import bulk, rows
from rencli.store.context import LEARNT
from rencli.store.door import RefusedError
from rencli.store.ledger import Ledger

BLOCK: Final = 1000
SHOWN: Final = 20
"""Changes that are kept to be shown."""


@dataclass
class Tally:
    """What became of the lines of one kind."""

    added: int = 0
    updated: int = 0
    passed: int = 0
    """Lines that say nothing new."""
    rejected: int = 0


@dataclass
class Outcome:
    """What an import did, or would have done."""

    kinds: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    changes: list[Changed] = field(default_factory=list)
    """The first changes of standing records."""
    faults: dict[Spot, list[str]] = field(default_factory=lambda: defaultdict(list))

    @property
    def added(self) -> int:
        return sum(tally.added for tally in self.kinds.values())

    @property
    def updated(self) -> int:
        return sum(tally.updated for tally in self.kinds.values())

    @property
    def passed(self) -> int:
        return sum(tally.passed for tally in self.kinds.values())

    @property
    def rejected(self) -> list[tuple[Spot, list[str]]]:
        """The faulty lines in the order of the file, each with all its faults."""
        return sorted(self.faults.items())

    def dump(self) -> dict[str, Any]:
        """The JSON of the contract."""
        rejected = [{"line": line, "errors": errors} for (_, line), errors in self.rejected]
        added, updated = (0, 0) if rejected else (self.added, self.updated)  # one bad line, and nothing is written
        return {"added": added, "updated": updated, "rejected": rejected}


def take(
    ledger: Ledger, source: Source, *, update: bool = False, again: bool = False, tick: Callable[[], object] = bool
) -> Outcome:
    """Import a file; ``tick`` is called for each line. With any line rejected the caller must not commit.

    Raises AlreadyExistsError where the very same file was imported before, unless ``again``.
    """
    if (before := bulk.imported(ledger.session, source.digest)) and not again:
        raise AlreadyExistsError(f"这个文件已在{before}导入过，没有再导入。确要再导入一次请加 --again。")
    bulk.defer_references(ledger.session)
    incoming = _Import(ledger, source, update=update, again=again, tick=tick)
    incoming.announce()
    incoming.write()
    told = incoming.outcome
    if not told.faults and (told.added or told.updated or told.passed):  # every empty file is the same file
        bulk.remember(ledger.session, source.digest, ledger.command)
    return incoming.outcome


class _Import:
    """One import on its way."""

    def __init__(
        self, ledger: Ledger, source: Source, *, update: bool, again: bool, tick: Callable[[], object]
    ) -> None:
        self._ledger = ledger
        self._source = source
        self._update = update
        self._again = again
        self._tick = tick
        self.outcome = Outcome()
        self._indexes = bulk.Indexes(ledger.session)
        survey = source.survey()
        for at, fault in survey.faults:
            self._refuse(at, "", [fault])
        self._kinds = survey.stated
        self._named = _named(self._kinds)
        self._start = {kind: Start(ledger, kind, stated) for kind, stated in self._kinds.items()}
        self._stands: dict[Spot, int] = {}
        self._given: dict[Spot, int] = {}
        """Numbers that the ledger gave to lines without one."""
        self._further: list[Entry | Change] = []
        """What lines of deputies say of further seats."""
        self._seats: set[tuple[int, str, int | None]] = set()

    def announce(self) -> None:
        """Make known what other lines may rest on, before any is checked."""
        for kind in KINDS:
            rested_on = load(kind).named_by or load(kind).unique or kind in (*LEARNT, "office")
            if kind in self._kinds and rested_on and self._announce(kind, numbered=True):
                self._announce(kind, numbered=False)

    def _announce(self, kind: str, *, numbered: bool) -> bool:
        """Announce the lines that state their number, or those that do not; whether there are others."""
        cls, others = load(kind), False
        number = cls.unique[-1] if cls.unique else ""
        for line, stated, id in self._lines(kind):
            if not line.raw:
                continue
            if number and (line.raw.get(number) is not None) is not numbered:
                others = True
                continue
            record, _ = self._ledger.door.read(cls, line.raw)
            if (stands := standing(self._ledger, record)) is not None:
                self._stands[line.at] = stands
            self._call(kind, stated, stands or id)
            if stands is not None:
                continue
            record.id = id
            self._ledger.context.learn(record)
            self._ledger.names.announce(record)
            if not numbered:
                self._given[line.at] = getattr(record, number)
        return others

    def write(self) -> None:
        """Check every line and write it; after a fault the rest is only checked."""
        for kind in KINDS:
            if kind in self._kinds or (kind == "mandate" and self._further):
                self._write(kind)
        self._indexes.rebuild()

    def _write(self, kind: str) -> None:
        cls, tally = load(kind), self.outcome.kinds[kind]
        known = Known(self._ledger, cls, update=self._update, again=self._again)
        block: list[tuple[int, rows.Rows]] = []
        telling: list[Record] = []
        for entry in self._entries(kind):
            try:
                if isinstance(entry, Change):
                    self._note(change(self._ledger, entry), tally)
                    continue
                found = known.settle(entry)
            except RefusedError as refused:
                self._refuse(entry.at, kind, refused.faults)
                continue
            if self.outcome.faults:
                continue
            if found is None:
                tally.passed += 1
                continue
            tally.added += 1
            if cls.notices is not Record.notices:
                telling.append(entry.record)
            block.append((entry.record.id or 0, found))
            if len(block) == BLOCK:
                rows.insert_many(self._ledger.session, kind, block)
                self._indexes.lighten(cls, tally.added)
                block.clear()
        if block and not self.outcome.faults:
            rows.insert_many(self._ledger.session, kind, block)
        for record in telling if not self.outcome.faults else ():
            self._ledger.notices += record.notices(self._ledger.context)

    def _refuse(self, at: Spot, kind: str, faults: Iterable[str]) -> None:
        """Note what is wrong with a line, by the headings that its table carries."""
        tally = self.outcome.kinds[kind]
        tally.rejected += at not in self.outcome.faults
        own = self._source.headings(kind)
        for fault in faults:
            title, colon, text = fault.partition("：")
            self.outcome.faults[at].append(f"{own[title]}{colon}{text}" if title in own else fault)

    def _note(self, changed: Changed | None, tally: Tally) -> None:
        if changed is None:
            tally.passed += 1
            return
        tally.updated += 1
        if len(self.outcome.changes) < SHOWN:
            self.outcome.changes.append(changed)

    def _entries(self, kind: str) -> Iterator[Entry | Change]:
        """What the lines of a kind come to, and what lines of deputies brought for it."""
        cls, offices = load(kind), 0
        numbering = self._numbering(kind)
        for line, stated, id in self._lines(kind, numbering):
            self._tick()
            if line.faults and not line.raw:
                self._refuse(line.at, kind, line.faults)
                continue
            stands = self._stands.get(line.at) if self._stands else None
            self._call(kind, stated, stands or id)
            if kind == "office" and (offices := offices + 1) > 1:
                self._refuse(line.at, kind, ["本单位：全台账只有一份，文件里写了不止一行"])
                continue
            if stands is not None and (self._update or kind == "office"):
                yield from self._changes(cls, line, stands)
                continue
            given = line.raw.keys()
            raw = line.raw
            if self._given and line.at in self._given:
                raw = {**raw, cls.unique[-1]: self._given[line.at]}
            record, problems = self._ledger.door.read(cls, raw)
            if line.faults:
                problems += [Problem("", fault) for fault in line.faults]
            record.id = id
            yield Entry(line.at, record, problems, given, stands)
        if kind == "mandate":
            for entry in self._further:
                if isinstance(entry, Entry):
                    entry.record.id = numbering.next()
                yield entry

    def _changes(self, cls: type[Record], line: Line, stands: int) -> Iterator[Change]:
        """The changes of a standing record; what concerns a further seat waits for its turn."""
        record, _ = self._ledger.door.read(cls, line.raw)
        for entry in changes(self._ledger, line.at, stands, record, line.raw):
            if isinstance(entry, Entry) and not self._new_seat(stands, record):
                self._refuse(line.at, cls.kind, ["层级：这位代表的这个席位，文件里前面已经写过一次"])
                continue
            if isinstance(entry, Change) and entry.kind == cls.kind:
                yield entry
            else:
                self._further.append(entry)

    def _new_seat(self, deputy: int, seat: Any) -> bool:
        """Whether the file has not given the person this further seat before."""
        key = (deputy, seat.level, seat.term)
        known = key in self._seats
        self._seats.add(key)
        return not known

    def _lines(self, kind: str, numbering: "Numbering | None" = None) -> Iterator[tuple[Line, int, int]]:
        """The lines of a kind without their ids; the id that each states, or 0, and the one that it gets."""
        if kind not in self._kinds:
            return
        numbering = numbering or self._numbering(kind)
        for line in self._source.lines(kind):
            stated = 0
            if "id" in line.raw:
                stated = ordinal(line.raw["id"])
                line = line._replace(raw={name: value for name, value in line.raw.items() if name != "id"})
            yield line, stated, numbering.of(stated)

    def _call(self, kind: str, stated: int, id: int) -> None:
        """Have the file's own number mean its line, where other lines may name it so; without one the id it gets."""
        if kind not in self._named:
            return
        if stated or not self._ledger.names.is_called(kind, id):
            self._ledger.names.call(kind, stated or id, id)

    def _numbering(self, kind: str) -> "Numbering":
        return Numbering(self._start.get(kind) or Start(self._ledger, kind, Stated()))


def _named(kinds: Mapping[str, object]) -> set[str]:
    """The kinds that lines of these kinds may name by a number of the file."""
    fields = [each for kind in kinds for each in load(kind).fields]
    found = {item.to for each in fields for item in (each.part.fields if each.part else (each,))}
    return set(KINDS) if "record" in found else found
