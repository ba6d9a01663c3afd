"""Which records a paper is made of: those that are named, else those of a period or of a list, if they fit."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from rencli.errors import InvalidInputError, NotFoundError
from rencli.figures import people
from rencli.figures.base import Scope
from rencli.figures.period import Period
from rencli.records import KINDS
from rencli.records.base import Record
from rencli.reports.asking import whose
from rencli.reports.manifest import Manifest
from rencli.reports.standing import NOTHING, STANDING
from rencli.reports.told import of_period, told_records
from rencli.store.ledger import Ledger

_SHOWN: Final = 3


def chosen(
    ledger: Ledger, manifest: Manifest, period: Period, numbers: Sequence[str], *, every: bool
) -> Sequence[Record]:
    """The records, each once. Raises InvalidInputError where one that is named does not fit, or none is.

    Raises NotFoundError where a period or a list holds none that fits.
    """
    kind = manifest.of
    if numbers:
        ids = [ledger.find(kind, number) for number in numbers]
        named: list[Record] = [ledger.get(kind, id) for id in dict.fromkeys(ids)]
        if faults := [fault for fault in _faults(ledger, manifest, period, named) if fault]:
            raise InvalidInputError("".join(faults[:_SHOWN]))
        return named
    if manifest.standing and not every:
        found = STANDING[manifest.standing](ledger, period)
        if not found:
            raise NotFoundError(f"{NOTHING[manifest.standing]}，没有写{manifest.title}；要写别的，请写明编号。")
        return found
    if manifest.template is None and not manifest.wants and not manifest.only:
        from rencli.reports.book_rows import listed

        return listed(ledger, kind, period)
    if not every:
        raise InvalidInputError(whose(ledger, manifest))
    found = _of_period(ledger, kind, period)
    wanted = manifest._replace(only={**manifest.only, **manifest.batch})
    faults = _faults(ledger, wanted, period, found)
    fitting = [each for each, fault in zip(found, faults, strict=True) if not fault]
    if not fitting:
        raise NotFoundError(f"{period.name}没有可以写{manifest.title}的{KINDS[kind]}。")
    return fitting


def _of_period(ledger: Ledger, kind: str, period: Period) -> Sequence[Record]:
    """The records of a period; of deputies those who hold a seat on its last day."""
    if kind == "deputy":
        seated = {person for person, _ in people.held(Scope(ledger, period))}
        return ledger.by_ids(kind, sorted(seated))
    return of_period(ledger, kind, period)


def _faults(ledger: Ledger, manifest: Manifest, period: Period, records: Sequence[Record]) -> list[str]:
    """For each record why the paper cannot be made of it; an empty text where it can."""
    if not manifest.only and not manifest.wants:
        return [""] * len(records)
    told = told_records(ledger, records, period)
    return [_fault(manifest, record, each) for record, each in zip(records, told, strict=True)]


def _fault(manifest: Manifest, record: Record, told: Mapping[str, Any]) -> str:
    called = told.get("建议编号") or f"序号{record.id}"
    for title, words in manifest.only.items():
        if told.get(title) not in words:
            return f"{manifest.title}只写{title}是{'、'.join(words)}的{record.label}，{called}是{told.get(title)}。"
    missing = [title for title in manifest.wants if not told.get(title)]
    if not missing:
        return ""
    now = f"，现在{told['进展']}" if told.get("进展") else ""
    return f"{manifest.title}要有{'、'.join(missing)}，{record.label}{called}没有{now}。"
