"""The change log: every row that changes, old and new, grouped by command.

Triggers write it, so that it sees raw SQL too. A trigger cannot read a temporary table: the running
command is a row put in after BEGIN and taken out before COMMIT. A change without one came from outside.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

UPKEEP: Final = ("command", "running", "change", "imported", "ledger", "paper")
"""Tables that the log does not watch: its own, the mark of the ledger, and the papers made of it."""

SCHEMA: Final = (
    """CREATE TABLE command (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  line TEXT NOT NULL
)""",
    "CREATE TABLE running (command_id INTEGER NOT NULL)",
    """CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  command_id INTEGER REFERENCES command(id),
  "table" TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  old TEXT,
  new TEXT
)""",
    'CREATE INDEX change_row ON change ("table", row_id)',
    "CREATE INDEX change_command ON change (command_id)",
    """CREATE TABLE imported (
  sha256 TEXT NOT NULL,
  command_id INTEGER NOT NULL REFERENCES command(id)
)""",
)


def begin(connection: sqlite3.Connection, line: str) -> int:
    """Enter the running command; call it right after BEGIN. Returns its number in the log."""
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    row = connection.execute("INSERT INTO command (at, line) VALUES (?, ?)", (now, line))
    number = int(row.lastrowid or 0)
    connection.execute("INSERT INTO running VALUES (?)", (number,))
    return number


def end(connection: sqlite3.Connection) -> None:
    """Take the running command out; call it right before COMMIT."""
    connection.execute("DELETE FROM running")


def watch(connection: sqlite3.Connection) -> None:
    """Make the triggers anew from the schema as it stands; needed after every migration."""
    unwatch(connection)
    for name in _watched(connection):
        columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{name}")')]
        for statement in trigger_statements(name, columns):
            connection.execute(statement)


def unwatch(connection: sqlite3.Connection) -> None:
    """Take the triggers away."""
    for name in _triggers(connection):
        connection.execute(f'DROP TRIGGER "{name}"')


def trigger_statements(name: str, columns: Iterable[str]) -> Iterator[str]:
    """The three triggers of a table."""
    columns = list(columns)
    for event, old, new in (("INSERT", "", "NEW"), ("UPDATE", "OLD", "NEW"), ("DELETE", "OLD", "")):
        yield (
            f'CREATE TRIGGER "log_{name}_{event.lower()}" AFTER {event} ON "{name}" BEGIN '
            f'INSERT INTO change (command_id, "table", row_id, old, new) VALUES '
            f"((SELECT command_id FROM running), '{name}', {new or old}.id, "
            f"{_object(old, columns)}, {_object(new, columns)}); END"
        )


def _object(row: str, columns: Iterable[str]) -> str:
    if not row:
        return "NULL"
    return "json_object(" + ", ".join(f"'{column}', {row}.\"{column}\"" for column in columns) + ")"


def _watched(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for (name,) in rows if name not in UPKEEP and not name.startswith("sqlite_")]


def _triggers(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    return [name for (name,) in rows]
