"""Verified copies of the ledger, made by SQLite's backup API."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from rencli.errors import LedgerUnusableError


def copy(connection: sqlite3.Connection, target: Path) -> None:
    """Copy an open ledger to ``target``: copied, checked, synced, and only then given its name.

    Raises LedgerUnusableError where the copy does not pass SQLite's integrity check.
    """
    fresh = target.with_name(f"{target.name}.new")
    fresh.unlink(missing_ok=True)
    fresh.touch(mode=0o600)
    try:
        with closing(sqlite3.connect(fresh)) as copied:
            connection.backup(copied)
            verdict = copied.execute("PRAGMA integrity_check").fetchone()[0]
        if verdict != "ok":
            raise LedgerUnusableError(f"备份 {target} 没有通过检查（{verdict}），没有继续。您的数据没有改动。")
        sync(fresh)
        fresh.replace(target)
        sync(target.parent)
    finally:
        fresh.unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Have the disk write a file, or the names in a folder, before going on."""
    if os.name == "nt" and path.is_dir():
        return  # Windows cannot open a folder; renaming is durable there
    handle = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
