"""Numbered migrations: frozen SQL files, each applied once, in one transaction with its number.

``user_version`` in the file's header is the number of the last one. ``draft`` writes the next file from
the record classes; a test compares classes and migrations, so that none is forgotten.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from rencli.store import log
from rencli.store.backup import copy
from rencli.store.connection import APPLICATION_ID, connect, told

FOLDER: Final = Path(__file__).parent / "migrations"


def scripts() -> list[tuple[int, str]]:
    """All migrations as (number, SQL), in order."""
    return [(int(path.name[:3]), path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.sql"))]


def newest() -> int:
    """The schema version that this program writes."""
    return max(int(path.name[:3]) for path in FOLDER.glob("*.sql"))


def create(path: Path) -> None:
    """Make a new, empty ledger file at ``path``, which must not exist."""
    path.touch(mode=0o600, exist_ok=False)
    with told(path), closing(connect(path, write=True)) as connection:
        upgrade(connection)
        connection.execute("PRAGMA journal_mode=DELETE")


def upgrade_file(path: Path, version: int) -> None:
    """Bring a ledger file of schema ``version`` up to date, after a verified copy of it was made."""
    with told(path), closing(connect(path, write=True)) as connection:
        copy(connection, path.with_name(f"{path.stem}.v{version}{path.suffix}"))
        upgrade(connection)
        connection.execute("PRAGMA journal_mode=DELETE")


def upgrade(connection: sqlite3.Connection) -> None:
    """Bring an open ledger (or an empty file) up to date: all or nothing."""
    connection.execute("PRAGMA foreign_keys=OFF")  # has no effect inside a transaction
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version == 0:
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            for statement in log.SCHEMA:
                connection.execute(statement)
        for number, script in scripts():
            if number > version:
                for statement in _statements(script):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version={number}")
        log.watch(connection)
        if broken := connection.execute("PRAGMA foreign_key_check").fetchall():
            raise sqlite3.IntegrityError(f"foreign keys broken by the migration: {broken[:3]}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys=ON")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script; each ends with ``;`` at the end of a line."""
    for statement in script.split(";\n"):
        if statement.strip():
            yield statement
