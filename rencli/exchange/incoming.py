"""Import: a file's lines into the ledger, all or nothing, every fault listed with its line.

Names are resolved over the whole file, so all lines are read and announced before any is checked. Kinds are
taken in the order of ``KINDS``, the lines of one kind in the order of the file.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from rencli.errors import AlreadyExistsError
from rencli.exchange.jsonl import Line
from rencli.exchange.standing import Change, Entry, Known, change, changes, standing
from rencli.records import KINDS, clean, load
from rencli.records.base import Record
from rencli.store import bulk, rows
from rencli.store.door import RefusedError
from rencli.store.ledger import Ledger

BLOCK = 1000


@dataclass
class Outcome:
    """What an import did, or would have done."""

    added: int = 0
    updated: int = 0
    faults: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    @property
    def rejected(self) -> list[tuple[int, list[str]]]:
        """The faulty lines in the order of the file, each with all its faults."""
        return sorted(self.faults.items())

    def dump(self) -> dict[str, Any]:
        """The JSON of the contract."""
        rejected = [{"line": line, "errors": errors} for line, errors in self.rejected]
        return {"added": self.added, "updated": self.updated, "rejected": rejected}


def take(ledger: Ledger, data: bytes, lines: Iterable[Line], *, update: bool = False, again: bool = False) -> Outcome:
    """Import the lines of a file. With any line rejected the caller must not commit.

    Raises AlreadyExistsError where the very same file was imported before, unless ``again``.
    """
    digest = sha256(data).hexdigest()
    if (before := bulk.imported(ledger.session, digest)) and not again:
        raise AlreadyExistsError(f"这个文件已在{before}导入过，没有再导入。确要再导入一次请加 --again。")
    outcome = Outcome()
    bulk.defer_references(ledger.session)
    entries = _read(ledger, lines, outcome, update=update)
    for kind in KINDS:
        if entries[kind]:
            _number(entries[kind], bulk.last_id(ledger.session, kind))
            _write(ledger, kind, entries[kind], outcome, Known(ledger, load(kind), update=update, again=again))
    if not outcome.faults:
        bulk.remember(ledger.session, digest, ledger.command)
    return outcome


def _read(ledger: Ledger, lines: Iterable[Line], outcome: Outcome, *, update: bool) -> dict[str, list[Entry | Change]]:
    """All lines as completed records with their ids, announced to those that name them."""
    by_kind: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.fault:
            outcome.faults[line.number].append(line.fault)
        else:
            by_kind[line.kind].append(line)
    entries: dict[str, list[Entry | Change]] = defaultdict(list)
    for kind in KINDS:
        if by_kind[kind]:
            for entry in _read_kind(ledger, kind, by_kind[kind], outcome, update=update):
                entries[entry.kind].append(entry)
    return entries


def _read_kind(
    ledger: Ledger, kind: str, lines: list[Line], outcome: Outcome, *, update: bool
) -> Iterator[Entry | Change]:
    cls = load(kind)
    ids = _ids(lines, outcome, empty=not bulk.count(ledger.session, kind), last=bulk.last_id(ledger.session, kind))
    for line in sorted(lines, key=lambda each: _unnumbered(cls, each)):
        if kind == "office" and line is not lines[0]:
            outcome.faults[line.number].append("本单位：全台账只有一份，文件里写了不止一行")
            continue
        raw = {name: value for name, value in line.raw.items() if name != "id"}
        record, problems = ledger.door.read(cls, raw)
        stands = standing(ledger, record)
        if stands is not None and (update or kind == "office"):
            yield from changes(ledger, line.number, stands, record, raw)
            continue
        record.id = ids[line.number]
        if stands is None:
            ledger.context.learn(record)
            ledger.names.announce(record, line.raw.get("id"))
        yield Entry(line.number, record, problems, frozenset(raw), stands=stands)


def _unnumbered(cls: type[Record], line: Line) -> bool:
    """Whether the ledger is to give the number; it does so when the numbers that the file states are known."""
    return bool(cls.unique) and line.raw.get(cls.unique[-1]) is None


def _ids(lines: list[Line], outcome: Outcome, *, empty: bool, last: int) -> dict[int, int]:
    """The id of each line: its own in a ledger without such records, else the next free one."""
    own: dict[int, int] = {}
    for line in lines:
        if line.raw.get("id") is None:
            continue
        try:
            id = clean.ordinal(line.raw["id"])
        except clean.Unreadable as fault:
            outcome.faults[line.number].append(f"序号：{fault}")
            continue
        if own.setdefault(id, line.number) != line.number:
            outcome.faults[line.number].append(f"序号：{id} 在文件里写了两次")
    found = {number: id for id, number in own.items()} if empty else {}
    free = max(found.values(), default=last)
    for line in lines:
        if line.number not in found:
            free += 1
            found[line.number] = free
    return found


def _number(entries: list[Entry | Change], last: int) -> None:
    """Give the mandates that came of deputy lines the ids behind those of the file."""
    records = [entry.record for entry in entries if isinstance(entry, Entry)]
    free = max(last, *(record.id or 0 for record in records), 0)
    for record in records:
        if record.id is None:
            free += 1
            record.id = free


def _write(ledger: Ledger, kind: str, entries: list[Entry | Change], outcome: Outcome, known: Known) -> None:
    """Check the entries of one kind and write them in blocks; after a fault the rest is only checked."""
    block: list[tuple[int, rows.Rows]] = []
    for entry in entries:
        try:
            if isinstance(entry, Change):
                outcome.updated += change(ledger, entry)
                continue
            found = known.settle(entry)
        except RefusedError as refused:
            outcome.faults[entry.line] += refused.faults
            continue
        if outcome.faults or found is None:
            continue
        outcome.added += 1
        block.append((entry.record.id or 0, found))
        if len(block) == BLOCK:
            rows.insert_many(ledger.session, kind, block)
            block.clear()
    if block and not outcome.faults:
        rows.insert_many(ledger.session, kind, block)
