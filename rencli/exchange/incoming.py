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
from rencli.exchange.standing import Entry, Known, changes, standing
from rencli.records import KINDS, load
from rencli.store import bulk, rows
from rencli.store.door import RefusedError
from rencli.store.ledger import Ledger

BLOCK = 1000


@dataclass
class Outcome:
    """What an import did, or would have done."""

    added: int = 0
    updated: int = 0
    rejected: list[tuple[int, list[str]]] = field(default_factory=list)

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
            _write(ledger, kind, entries[kind], outcome, Known(ledger, load(kind), update=update, again=again))
    outcome.rejected.sort()
    if not outcome.rejected:
        bulk.remember(ledger.session, digest, ledger.command)
    return outcome


def _read(ledger: Ledger, lines: Iterable[Line], outcome: Outcome, *, update: bool) -> dict[str, list[Entry]]:
    """All lines as completed records with their ids, announced to those that name them."""
    by_kind: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.fault:
            outcome.rejected.append((line.number, [line.fault]))
        else:
            by_kind[line.kind].append(line)
    entries: dict[str, list[Entry]] = defaultdict(list)
    for kind in KINDS:
        if by_kind[kind]:
            for entry in _read_kind(ledger, kind, by_kind[kind], outcome, update=update):
                entries[entry.record.kind].append(entry)
    return entries


def _read_kind(ledger: Ledger, kind: str, lines: list[Line], outcome: Outcome, *, update: bool) -> Iterator[Entry]:
    cls = load(kind)
    ids = _ids(lines, outcome, empty=not bulk.count(ledger.session, kind), last=bulk.last_id(ledger.session, kind))
    for line in lines:
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


def _ids(lines: list[Line], outcome: Outcome, *, empty: bool, last: int) -> dict[int, int]:
    """The id of each line: its own in a ledger without such records, else the next free one."""
    own: dict[int, int] = {}
    for line in lines:
        id = line.raw.get("id")
        if id is None:
            continue
        if not isinstance(id, int) or isinstance(id, bool) or not 0 < id < 2**53:
            outcome.rejected.append((line.number, [f"序号：“{id}”不是正整数"]))
        elif id in own.values():
            outcome.rejected.append((line.number, [f"序号：{id} 在文件里写了两次"]))
        else:
            own[line.number] = id
    if not empty:
        own = {}
    free = max(own.values(), default=last)
    for line in lines:
        if line.number not in own:
            free += 1
            own[line.number] = free
    return own


def _write(ledger: Ledger, kind: str, entries: list[Entry], outcome: Outcome, known: Known) -> None:
    """Check the entries of one kind and write them in blocks; after a fault the rest is only checked."""
    block: list[tuple[int, rows.Rows]] = []
    for entry in entries:
        try:
            found = known.settle(entry)
        except RefusedError as refused:
            outcome.rejected.append((entry.line, refused.faults))
            continue
        id = entry.record.id or 0
        if outcome.rejected or found is None:
            continue
        if entry.before is not None:
            rows.rewrite(ledger.session, kind, id, entry.rev, entry.before, found)
            outcome.updated += 1
            continue
        outcome.added += 1
        block.append((id, found))
        if len(block) == BLOCK:
            rows.insert_many(ledger.session, kind, block)
            block.clear()
    if block and not outcome.rejected:
        rows.insert_many(ledger.session, kind, block)
