"""Properties over random ledgers of every kind: what leaves comes back byte for byte, in every format."""

import io
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from keeping import Book
from running import TODAY
from test_round_trips import FEW, ledger_path, record_of, steps

from rencli.exchange import incoming, opening
from rencli.exchange.outgoing import WRITERS, Export
from rencli.records import KINDS, load
from rencli.store import ledger as store
from rencli.store.door import RefusedError
from rencli.store.ledger import Ledger

__all__ = ["ledger_path"]

records = st.sampled_from([kind for kind in KINDS if kind != "office"]).flatmap(
    lambda kind: st.tuples(st.just(kind), record_of(load(kind).fields), st.booleans())
)
ledgers = st.lists(records, min_size=5, max_size=25)
NAMED_BY_OTHERS = ("office", "term", "group", "station", "deputy", "suggestion", "visit", "activity")


@pytest.mark.slow
@given(ledgers, steps)
@settings(FEW, max_examples=40)
def test_a_ledger_of_every_kind_leaves_and_comes_back(ledger_path: Path, raw: list[Any], life: list[Any]) -> None:
    told = [{name: value for name, value in step.items() if value} for step in life]
    lived = ("suggestion", {"title": "修渠", "submitted_on": "2022-01-01", "steps": told}, False)
    with filled(ledger_path, [*raw, lived]) as ledger, tempfile.TemporaryDirectory() as folder:
        left = written(ledger, tuple(KINDS), ".jsonl")
        other = Book(Path(folder))
        assert other.take(left)["rejected"] == []
        with other.opened() as come:
            assert written(come, tuple(KINDS), ".jsonl") == left


@pytest.mark.slow
@given(ledgers)
@settings(FEW, max_examples=10)
def test_a_workbook_of_every_kind_comes_back_but_for_nested_lines(ledger_path: Path, raw: list[Any]) -> None:
    with filled(ledger_path, raw) as ledger, tempfile.TemporaryDirectory() as folder:
        left = written(ledger, tuple(KINDS), ".xlsx")
        other = Book(Path(folder))
        take(other, left, "all.xlsx", "")
        with other.opened() as come:
            assert written(come, tuple(KINDS), ".xlsx") == left


@pytest.mark.slow
@given(ledgers)
@settings(FEW, max_examples=15)
def test_a_table_of_one_kind_comes_back(ledger_path: Path, raw: list[Any]) -> None:
    with filled(ledger_path, raw) as ledger, tempfile.TemporaryDirectory() as folder:
        other = Book(Path(folder))
        other.take(written(ledger, NAMED_BY_OTHERS, ".jsonl"))
        for kind in [kind for kind in KINDS if kind not in NAMED_BY_OTHERS]:
            left = written(ledger, [kind], ".csv")
            take(other, left, f"{kind}.csv", kind)
            with other.opened() as come:
                assert written(come, [kind], ".csv") == left


@contextmanager
def filled(path: Path, raw: Sequence[Any]) -> Iterator[Ledger]:
    """A ledger with those of the random records that it takes; nothing of it stays."""
    with store.writing(path, "test", TODAY) as ledger:
        ledger.take_back()
        for kind, values, removed in raw:
            with suppress(RefusedError):
                id = ledger.add(kind, values)
                if removed:  # so that ids have gaps
                    ledger.remove(kind, id)
        yield ledger


def written(ledger: Ledger, kinds: Sequence[str], suffix: str) -> bytes:
    file = io.BytesIO()
    WRITERS[suffix](Export(ledger, list(kinds)), file)
    return file.getvalue()


def take(book: Book, data: bytes, name: str, kind: str) -> None:
    """Import a table, of which every line must be taken."""
    path = book.path.with_name(name)
    path.write_bytes(data)
    source, _ = opening.opened(path, opening.Asked(kind))
    with store.writing(book.path, "import", TODAY) as ledger:
        assert incoming.take(ledger, source, again=True).dump()["rejected"] == []
