"""What papers a command line asks for: which records, of which period."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from rencli.errors import InvalidInputError
from rencli.figures.period import Period, period
from rencli.records.base import Record
from rencli.reports.asking import whose
from rencli.reports.manifest import Manifest
from rencli.reports.names import by_title
from rencli.store.ledger import Ledger


class Order(NamedTuple):
    """What a paper is asked to be made of."""

    manifest: Manifest
    period: Period
    issued_on: date
    records: Sequence[Record] = ()
    """For a paper of records: the one, or those of a form or register together."""
    numbers: Sequence[str] = ()
    """How the command line names the records of a form or register, where it does."""


def orders(ledger: Ledger, manifest: Manifest, period: Period, issued_on: date, numbers: Sequence[str]) -> list[Order]:
    """The papers that a command line asks for: one, or one for each record that is named.

    Raises InvalidInputError for numbers where none belong, or none where one is needed.
    """
    kind = manifest.of
    if not kind:
        if numbers:
            raise InvalidInputError(f"{manifest.title}是一个期间的材料，不写序号；请去掉“{numbers[0]}”。")
        return [Order(manifest, period, issued_on)]
    ids = [ledger.find(kind, number) for number in numbers]
    records: Sequence[Record] = [ledger.get(kind, id) for id in dict.fromkeys(ids)]
    if manifest.template is None:
        if not records:
            from rencli.reports.book_rows import listed

            records = listed(ledger, kind, period)
        return [Order(manifest, period, issued_on, records, numbers)]
    if not records:
        raise InvalidInputError(whose(ledger, manifest))
    for record in records:
        _check_fit(manifest, record)
    return [Order(manifest, _own(ledger, period, record), issued_on, [record]) for record in records]


def _own(ledger: Ledger, period: Period, record: Record) -> Period:
    """The period of one record's paper: what was asked for, else since the last congress or the seat."""
    if period.option != _UNASKED:
        return period
    if record.kind == "meeting":
        from rencli.reports.congress import since_last

        return since_last(ledger, record, period.as_of)
    from rencli.reports.dossier import since_seat

    return since_seat(ledger, record.id or 0, period.as_of)


def _check_fit(manifest: Manifest, record: Record) -> None:
    told = by_title(record)
    for title, words in manifest.only.items():
        if told.get(title) not in words:
            raise InvalidInputError(
                f"{manifest.title}只写{title}是{'、'.join(words)}的{record.label}，序号{record.id}是{told.get(title)}。"
            )


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
    if manifest.period == "none" and given:
        raise InvalidInputError(f"{manifest.title}只讲一条记录，不写期间。")
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
