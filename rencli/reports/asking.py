"""What a clerk is told who asks for a paper of nothing: whose number it wants, that the period holds no record."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from rencli.figures.period import Period
from rencli.records import KINDS, load
from rencli.records.base import Record
from rencli.reports.manifest import Manifest
from rencli.store.ledger import Ledger
from rencli.store.query import Listing

SHOWN: Final = 3
"""Records that are offered where a paper of one is asked for without its number."""
_DAYS: Final = ("began_on", "ended_on", "opened_on")
"""Days besides ``dated_by`` on which something was: a term began, a seat ended."""


def whose(ledger: Ledger, manifest: Manifest) -> str:
    """Whose number a paper of one record wants, and how it is found; the latest records are named."""
    kind = manifest.of
    cls, word = load(kind), kind.replace("_", "-")
    options = [
        f" --{field.name.replace('_', '-')} {words[0]}"
        for title, words in manifest.only.items()
        for field in cls.fields
        if field.title == title and len(words) == 1
    ]
    number = "5-3-12" if kind == "suggestion" else "张三" if kind == "deputy" else "12"
    asked = f"{manifest.title}要写明哪条{KINDS[kind]}的序号，如 ren report make {manifest.name} {number}；"
    found = [record for record in ledger.records(kind, _latest(cls)) if _fits(manifest, record)][:SHOWN]
    if not found:
        return f"{asked}台账里还没有这样的{KINDS[kind]}。"
    shown = "、".join(f"{record.id}号{_told(record)}" for record in found)
    return f"{asked}序号用 ren {word} list{''.join(options)} 查，{'最近的有' if cls.dated_by else '如'}{shown}。"


def empty(ledger: Ledger, manifest: Manifest, period: Period) -> str:
    """Why a paper of a period has nothing to tell, where the ledger has no record of it; else an empty text."""
    last = min(period.last, max(period.as_of, period.first))
    if any(_latest_day(ledger, kind, name, last) >= period.first for kind, name in _dated()):
        return ""
    if period.congress or _planned(ledger, period):
        return ""
    town = ledger.office.name
    if not any(ledger.count(kind, Listing(limit=1)) for kind in KINDS if kind != "office"):
        return f"{town}的台账里还没有任何记录，{manifest.title}没有可写的；请先登记或导入。"
    said = f"{town}的台账里{period.name}没有任何记录"
    begun = min((span[0] for span in ledger.context.terms().values()), default=None)
    if begun and period.last < begun:
        return f"{said}，最早的一届从{_day(begun)}开始；请核对期间。"
    if _of_people(manifest):
        return ""
    newest = max(_latest_day(ledger, kind, name, date.max) for kind, name in _dated())
    if newest < period.first and newest != date.min:
        return f"{said}，最后一条是{_day(newest)}的；请核对期间。"
    return f"{said}；请核对期间。"


def _dated() -> Iterator[tuple[str, str]]:
    """The tables and columns that say when something was."""
    for kind in KINDS:
        cls = load(kind)
        names = cls.names()
        yield from ((kind, name) for name in (cls.dated_by, *_DAYS) if name in names and kind != "attachment")
    yield "suggestion_steps", "on"


def _latest_day(ledger: Ledger, table: str, name: str, until: date) -> date:
    return ledger.latest(table, name, until) or date.min


def _planned(ledger: Ledger, period: Period) -> bool:
    return ledger.count("plan", Listing({"year": str(period.last.year)})) > 0


def _of_people(manifest: Manifest) -> bool:
    """Whether a book lists who there is, whatever was done in its period."""
    book = manifest.book or {}
    listed = [part.get("records") for part in book.get("parts", [book])]
    dated = {label for kind, label in KINDS.items() if load(kind).dated_by or load(kind).yearly_by}
    return bool(book) and not dated.intersection(listed)


def _latest(cls: type[Record]) -> Listing:
    return Listing(sort=f"-{cls.dated_by}" if cls.dated_by else "")


def _fits(manifest: Manifest, record: Record) -> bool:
    values = {field.title: getattr(record, field.attribute) for field in record.fields}
    return all(values.get(title) in words for title, words in manifest.only.items())


def _told(record: Record) -> str:
    """A record in a few words, its day in front where the heading lacks it."""
    day = str(getattr(record, record.dated_by)) if record.dated_by else ""
    heading = record.heading()
    return heading if not day or day in heading else f"{day} {heading}"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
