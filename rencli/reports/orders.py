"""What papers a command line asks for: which records, of which period."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from rencli.errors import InvalidInputError, NotFoundError
from rencli.figures.period import Period, period
from rencli.records import KINDS
from rencli.records.base import Record
from rencli.reports.chosen import chosen
from rencli.reports.manifest import Manifest
from rencli.reports.near import meant
from rencli.reports.told import told_records
from rencli.store.ledger import Ledger


class Order(NamedTuple):
    """What a paper is asked to be made of."""

    manifest: Manifest
    period: Period
    issued_on: date
    records: Sequence[Record] = ()
    """For a paper of records: the one, or those that stand in it together."""
    numbers: Sequence[str] = ()
    """How the command line names the records of a form or register, where it does."""
    group: str = ""
    """For papers by a field: the value that this one is for."""
    sources: bool = False
    """Whether the records behind its figures are attached."""


def orders(
    ledger: Ledger,
    manifest: Manifest,
    period: Period,
    issued_on: date,
    numbers: Sequence[str],
    *,
    every: bool = False,
) -> list[Order]:
    """The papers that a command line asks for: one, one for each record, or one for each value of a field.

    ``every``: a period was asked for; without numbers it means all records of it that the paper can be made of.
    Raises InvalidInputError for numbers where none belong, or none where one is needed.
    """
    if not manifest.of:
        if numbers:
            raise InvalidInputError(f"{manifest.title}是一个期间的材料，不写序号；请去掉“{numbers[0]}”。")
        return [Order(manifest, _known_by(period, issued_on), issued_on)]
    if numbers and every and manifest.period == "none":
        raise InvalidInputError(f"{manifest.title}写了序号，就不再写期间；只写期间的，写其中的每一条。")
    if manifest.template:  # it is signed, so it knows nothing later than its day
        period = period._replace(as_of=min(period.as_of, issued_on))
    if manifest.blank and not numbers and not every:
        return [Order(manifest, period, issued_on)]
    records = chosen(ledger, manifest, period, numbers, every=every)
    if manifest.by:
        made = list(_by_value(ledger, manifest, period, issued_on, records))
        if not made:
            raise NotFoundError(f"这些{KINDS[manifest.of]}都没有{manifest.by}，没有写{manifest.title}。")
        return made
    if manifest.gather:
        return [Order(manifest, period, issued_on, records, numbers)]
    return [Order(manifest, _own(ledger, period, record), issued_on, [record]) for record in records]


def again(ledger: Ledger, manifest: Manifest, period: Period, issued_on: date, records: Sequence[Record]) -> Order:
    """The request that a paper was made by, of the same period and records."""
    alone = manifest.of and len(records) == 1 and not (manifest.by or manifest.gather)
    return Order(manifest, _own(ledger, period, records[0]) if alone else period, issued_on, records)


def _known_by(period: Period, issued_on: date) -> Period:
    """The period as a paper of a day knows it: nothing that came later, and no 截至 behind its own 落款."""
    return period._replace(as_of=min(period.as_of, max(period.first, issued_on)))


def _by_value(
    ledger: Ledger, manifest: Manifest, period: Period, issued_on: date, records: Sequence[Record]
) -> Iterator[Order]:
    """A paper for each value that the records have, of those that have it: one by one, or gathered."""
    having: dict[tuple[int | None, str], list[Record]] = {}
    for record, told in zip(records, told_records(ledger, records, period), strict=True):
        if manifest.by not in told:
            near = meant(manifest.by, told, "。")
            raise InvalidInputError(f"材料说明 {manifest.name}.toml 的 by：没有“{manifest.by}”这一项{near}")
        found = told[manifest.by]
        for value in found if isinstance(found, list) else [found]:
            if not isinstance(value, str):
                raise InvalidInputError(f"材料说明 {manifest.name}.toml 的 by：不能按“{manifest.by}”分，它不是文字。")
            having.setdefault((None if manifest.gather else record.id, value), []).append(record)
    for (_, value), those in having.items():
        yield Order(manifest, period, issued_on, those, (), value)


def _own(ledger: Ledger, period: Period, record: Record) -> Period:
    """The period of one record's paper: what was asked for, else since the last congress or the seat."""
    if period.option != _UNASKED:
        return period
    if record.kind == "meeting":
        from rencli.reports.congress import since_last

        return since_last(ledger, record, period.as_of)
    from rencli.reports.dossier import since_seat

    return since_seat(ledger, record.id or 0, period.as_of)


def period_of(ledger: Ledger, manifest: Manifest, asked: Mapping[str, str | None], called: str = "") -> Period:
    """The period that was asked for; without one, this year, or the half-year of today, or that of ``called``.

    Raises InvalidInputError where the report is made for another kind of period, or the period is still to come.
    """
    given = {name for name, value in asked.items() if value and name != "as_of"}
    if not given and manifest.period == "half":
        half = 1 if "上半年" in called or (ledger.today.month <= 6 and "下半年" not in called) else 2
        asked = {**asked, "half": f"{ledger.today.year}H{half}"}
    found = period(ledger, asked)
    if found.first > max(ledger.today, found.as_of) and not manifest.early:
        raise InvalidInputError(f"{found.name}还没有开始，写不了{manifest.title}；请核对期间。")
    if not given and manifest.default != "year":
        return found._replace(option=_UNASKED)
    if manifest.period == "none" and not asked.get("as_of"):
        found = found._replace(as_of=ledger.today)  # a record stands as it does today, whenever it came
    if manifest.period not in ("any", "none", found.option[0]):
        raise InvalidInputError(f"{manifest.title}要写 --{manifest.period}，如 {_EXAMPLES[manifest.period]}。")
    return found


_UNASKED: Final = ("", "")
_EXAMPLES: Final[Mapping[str, str]] = {
    "year": "--year 2024",
    "half": "--half 2024H1",
    "quarter": "--quarter 2024Q1",
    "term": "--term 5",
    "session": "--session 5-3",
}
