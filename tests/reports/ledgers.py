"""Ledgers to make papers of: the data files, thinner and odder copies of them, and papers made of any records."""

import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from rencli import gongwen
from rencli.exchange import incoming, jsonl
from rencli.figures.base import Rate
from rencli.figures.catalogue import Figures
from rencli.figures.period import Period, period
from rencli.reports import make, manifest
from rencli.reports.names import carried, covered
from rencli.store import ledger as store

Records = list[dict[str, Any]]
ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data"
WAYAO = ROOT / "examples" / "wayao" / "wayao-2024.jsonl"
HUILONGWAN = DATA / "huilongwan-2011h1.jsonl"
SONGQUAN = DATA / "songquan-2024.jsonl"
QUIET = DATA / "songquan-2022.jsonl"
KINDS = ("meeting", "suggestion", "visit", "duty_report", "activity", "note", "station", "group", "deputy")
"""Kinds that a ledger may lack; what names them goes with them."""


@dataclass(frozen=True)
class Made:
    """A paper, and what the ledger knows that it was made of."""

    text: str
    bare: str
    """The text with its live figures taken out."""
    live: Mapping[str, str]
    """Key to what is printed, of every live figure."""
    shares: Mapping[str, list[tuple[int, int]]]
    """Every rate of the ledger as printed, with its parts."""
    figures: Mapping[str, Any]
    before: Mapping[str, Any]
    records: Records
    office: str
    year: int
    issued_on: date
    suggestions: list[Mapping[str, Any]]
    carried: list[Mapping[str, Any]]
    """Those handed over before the period and not closed before it."""

    def value(self, key: str) -> Any:
        """A figure of the period, 0 where no record has its word."""
        return self.figures.get(key, 0)

    def notes(self) -> dict[str, list[str]]:
        """The clerk's notes by section."""
        found: dict[str, list[str]] = {}
        for record in self.records:
            if record["kind"] == "note":
                found.setdefault(record["section"], []).append(record["text"])
        return found


def read(path: Path) -> Records:
    """The records of a data file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def without(records: Iterable[Mapping[str, Any]], *kinds: str) -> Records:
    """The records but those of some kinds, and without the fields that name such."""
    names = {
        "deputy": ("proposer", "cosigners", "deputies", "leader", "deputy", "attendance"),
        "group": ("group",),
        "station": ("station",),
    }
    lost = {field for kind in kinds for field in names.get(kind, ())}
    kept = []
    for record in records:
        # a motion needs its deputies, a duty report and a merit are nothing without them
        gone = "deputy" in kinds and (record["kind"] in ("duty_report", "merit") or record.get("type") == "议案")
        if record["kind"] not in kinds and not gone:
            kept.append({field: value for field, value in record.items() if field not in lost})
    return kept


def changed(records: Records, kind: str, change: Callable[[dict[str, Any], int], Mapping[str, Any]]) -> Records:
    """The records with those of a kind changed; ``change`` is given each and its place among them."""
    found, place = [], 0
    for record in records:
        if record["kind"] == kind:
            found.append({k: v for k, v in {**record, **change(record, place)}.items() if v is not None})
            place += 1
        else:
            found.append(record)
    return found


def paper(
    folder: Path,
    records: Records,
    name: str,
    option: str,
    issued_on: date,
    as_of: date | None = None,
) -> Made:
    """The paper of a period, made from these records; a ledger of the same records is made once."""
    data = "\n".join(json.dumps(record, ensure_ascii=False) for record in records).encode()
    path = folder / f"{sha256(data).hexdigest()[:16]}.db"
    if not path.exists():
        _keep(path, data)
    kind = "year" if name == "annual" else "half"
    with store.reading(path, issued_on) as ledger:
        span = period(ledger, {kind: option, "as_of": as_of.isoformat() if as_of else None})
        return made(ledger, records, name, span, issued_on)


def made(ledger: store.Ledger, records: Records, name: str, span: Period, issued_on: date) -> Made:
    """The paper of an open ledger, with what the ledger knows."""
    (order,) = make.orders(ledger, manifest.manifest(name), span, issued_on, ())
    document = make.document(ledger, order)
    told = covered(span)
    counted = figures(ledger, told)
    shares: dict[str, list[tuple[int, int]]] = {}
    for rate in counted.values():
        if isinstance(rate, Rate):
            shares.setdefault(str(rate), []).append((rate.numerator, rate.denominator))
    return Made(
        text=gongwen.to_text(document),
        bare=_bare(document),
        live={control.tag: control.text for control in _controls(document)},
        shares=shares,
        figures=counted,
        before=figures(ledger, told.year_before()),
        records=records,
        office=f"{ledger.office.name}人民代表大会主席团",
        year=span.last.year,
        issued_on=issued_on,
        suggestions=list(_suggestions(ledger, told)),
        carried=list(carried(ledger, told)),
    )


def _keep(path: Path, data: bytes) -> None:
    """A ledger with the records of an import file."""
    empty = path.with_name("empty.db")
    if not empty.exists():
        store.create(empty, None)
    fresh = path.with_suffix(".new")
    shutil.copyfile(empty, fresh)
    with store.writing(fresh, "import") as ledger:
        outcome = incoming.take(ledger, jsonl.RecordFile(lambda: BytesIO(data)))
        assert not outcome.rejected, outcome.rejected
    fresh.rename(path)


def figures(ledger: store.Ledger, span: Period) -> dict[str, Any]:
    """Every figure of a period by its key."""
    return {figure.key: figure.value for figure in Figures(ledger, span).all()}


def _suggestions(ledger: store.Ledger, span: Period) -> Iterator[Mapping[str, Any]]:
    from rencli.reports.names import Lists

    yield from Lists(ledger, span)["建议"]


def _contents(document: gongwen.Document) -> Iterator[gongwen.model.Content]:
    for block in document.blocks:
        if isinstance(block, gongwen.Title):
            yield from block.lines
        else:
            yield block.content


def _controls(document: gongwen.Document) -> Iterator[gongwen.Control]:
    for content in _contents(document):
        yield from (run for run in content if isinstance(run, gongwen.Control))


def _bare(document: gongwen.Document) -> str:
    """The words of a document without its live figures."""
    return "\n".join(
        "".join(run if isinstance(run, str) else "〓" for run in content) for content in _contents(document)
    )
