"""The ledger as it stood: a copy in memory, from which every change since is taken back by the change log."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from sqlmodel import Session

from rencli.store import connection, log
from rencli.store.ledger import Ledger


@contextmanager
def rewound(path: Path, position: int, today: date) -> Iterator[Ledger]:
    """The ledger after the change ``position`` of its log, to read. The file itself is only read.

    Raises LedgerUnusableError for a file that cannot be read.
    """
    with connection.told(path), closing(connection.connect(path, write=False)) as file:
        memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        file.backup(memory)
    with closing(memory):
        _take_back(memory, position)
        with Session(connection.engine(memory, write=False)) as session:
            yield Ledger(session, today)


def _take_back(memory: sqlite3.Connection, position: int) -> None:
    """Undo the changes after ``position``, the latest first."""
    memory.execute("PRAGMA foreign_keys=OFF")
    log.unwatch(memory)
    later = 'SELECT "table", row_id, old, new FROM change WHERE id > ? ORDER BY id DESC'
    columns: dict[str, list[str]] = {}
    for name, row, old, new in memory.execute(later, (position,)).fetchall():
        known = columns.setdefault(name, [each[1] for each in memory.execute(f'PRAGMA table_info("{name}")')])
        if new is not None:
            memory.execute(f'DELETE FROM "{name}" WHERE id = ?', (row,))
        if old is not None:
            values = {column: value for column, value in json.loads(old).items() if column in known}
            names = ", ".join(f'"{column}"' for column in values)
            places = ", ".join("?" * len(values))
            memory.execute(f'INSERT INTO "{name}" ({names}) VALUES ({places})', list(values.values()))
