"""The ledger's file, for another process to read."""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from rencli.store.ledger import Ledger


@contextmanager
def lent(ledger: Ledger) -> Iterator[Path]:
    """Where the ledger lies; of one that stands in memory only (``rewind``) a copy, gone afterwards."""
    opened = ledger.session.connection()
    _, _, path = opened.exec_driver_sql("PRAGMA database_list").one()
    if path:
        yield Path(path)
        return
    raw: Any = opened.connection.driver_connection
    with tempfile.TemporaryDirectory(prefix="ren-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / "ren.db"
        with closing(sqlite3.connect(copy)) as target:
            raw.backup(target)
        yield copy
