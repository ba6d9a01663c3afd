"""A ledger for tests below the command line: filled by the real import, asked on a fixed day."""

import json
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from running import TODAY

from rencli.exchange import incoming, jsonl
from rencli.figures.base import Rate, Value
from rencli.figures.catalogue import Figures
from rencli.figures.period import period
from rencli.store import ledger as ledgers
from rencli.store.ledger import Ledger

Line = Mapping[str, Any] | str


class Book:
    """A ledger file in a folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "ren.db"
        self.path.write_bytes(_empty_ledger())

    @contextmanager
    def opened(self, today: date = TODAY) -> Iterator[Ledger]:
        """The ledger, to read."""
        with ledgers.reading(self.path, today) as ledger:
            yield ledger

    def take(self, lines: Iterable[Line] | bytes, **how: bool) -> dict[str, Any]:
        """Import some lines (dictionaries, or texts as they stand) as one file; nothing is kept of a faulty one."""
        data = lines if isinstance(lines, bytes) else as_file(lines)
        with ledgers.writing(self.path, "import", TODAY) as ledger:
            outcome = incoming.take(ledger, jsonl.RecordFile(lambda: BytesIO(data)), **how)
            if outcome.rejected:
                ledger.take_back()
        return outcome.dump()

    def keep(self, *lines: Line) -> "Book":
        """Import lines that must all be taken."""
        done = self.take(lines)
        assert done["rejected"] == []
        return self

    def faults(self, *lines: Line, **how: bool) -> dict[int, list[str]]:
        """The faults of a file, by line; nothing is written."""
        before = self.path.read_bytes()
        done = self.take(lines, **how)
        assert done["rejected"], "nothing was rejected"
        with self.opened() as ledger:
            counts = [ledger.ask(_count(table)).scalar() for table in ("imported", "change")]
        assert counts == self._counts(before)
        return {each["line"]: each["errors"] for each in done["rejected"]}

    def records(self, kind: str) -> list[dict[str, Any]]:
        """All records of a kind with their ids, fields without a value left out."""
        with self.opened() as ledger:
            found = [{"id": record.id, **record.dump()} for record in ledger.records(kind)]
        return [{name: value for name, value in each.items() if value not in (None, [])} for each in found]

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """What a query finds in the ledger, asked without the program."""
        with closing(sqlite3.connect(self.path)) as connection:
            return connection.execute(sql).fetchall()

    def figures(self, today: date = TODAY, **asked: str) -> dict[str, Value]:
        """Every figure of a period, rates as pairs of numbers."""
        with self.opened(today) as ledger:
            found = Figures(ledger, period(ledger, _options(asked)))
            return {each.key: plain(each.value) for each in found.all()}

    def figure(self, key: str, today: date = TODAY, **asked: str) -> Value:
        """One figure of a period."""
        with self.opened(today) as ledger:
            return plain(Figures(ledger, period(ledger, _options(asked))).show(key).value)

    def behind(self, key: str, today: date = TODAY, **asked: str) -> list[int]:
        """The ids of the records behind a figure."""
        with self.opened(today) as ledger:
            return [each.id for each in Figures(ledger, period(ledger, _options(asked))).records(key)]

    def _counts(self, before: bytes) -> list[int]:
        with tempfile.TemporaryDirectory() as folder:
            old = Book(Path(folder))
            old.path.write_bytes(before)
            with old.opened() as ledger:
                return [ledger.ask(_count(table)).scalar() for table in ("imported", "change")]


def as_file(lines: Iterable[Line]) -> bytes:
    """Lines as a record file."""
    texts = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    return "".join(f"{text}\n" for text in texts).encode()


def plain(value: Value) -> Value:
    """A rate as a bare pair, so that 1/2 and 2/4 differ."""
    return tuple(value) if isinstance(value, Rate) else value  # type: ignore[return-value]


def _options(asked: Mapping[str, str]) -> dict[str, str | None]:
    return {name.rstrip("_"): value for name, value in asked.items()}


def _count(table: str) -> Any:
    from sqlalchemy import text

    return text(f"SELECT count(*) FROM {table}")


@cache
def _empty_ledger() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ren.db"
        ledgers.create(path, None)
        return path.read_bytes()
