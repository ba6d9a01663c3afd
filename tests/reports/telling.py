"""The text of any paper, book or form made of some records, as ``report make NAME … -o paper.txt`` writes it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from keeping import Book

from rencli import gongwen
from rencli.reports import make, manifest
from rencli.store.ledger import Ledger


def told(folder: Path, records: Iterable[Mapping[str, Any]], report: str, asked: Mapping[str, str], today: date) -> str:
    """A paper of a fresh ledger that holds these records."""
    with Book(folder).keep(*records).opened(today) as ledger:
        return text(ledger, report, asked)


def text(ledger: Ledger, report: str, asked: Mapping[str, str], numbers: Sequence[str] = ()) -> str:
    """A paper of an open ledger, signed on the ledger's today; of a form, which is a .docx only, the words in it."""
    found = manifest.manifest(report)
    span = make.period_of(ledger, found, asked)
    (order,) = make.orders(ledger, found, span, ledger.today, numbers)
    if ".txt" in make.formats(found):
        return make.write(ledger, order, ".txt").decode()
    return gongwen.docx_text(make.write(ledger, order, ".docx"))
