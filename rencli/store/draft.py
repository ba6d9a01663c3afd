"""``make migration``: write the next migration from what the record classes ask and the ledger lacks.

Run as ``python -m rencli.store.draft NAME``. New tables and new columns are written; a column that the
classes no longer have, or that changed its type, needs a person and is only reported.
"""

import re
import sqlite3
import sys
from pathlib import Path

from rencli.store import migrate, schema


def draft() -> list[str]:
    """The statements that lead from the migrated schema to that of the classes."""
    now, wanted = sqlite3.connect(":memory:"), sqlite3.connect(":memory:")
    now.isolation_level = None
    migrate.upgrade(now)
    for statement in schema.statements():
        wanted.execute(statement)
    missing = []
    standing = _objects(now)
    for name, sql in _objects(wanted).items():
        if name not in standing:
            missing.append(sql)
        elif sql.startswith("CREATE TABLE"):
            missing += _new_columns(name, sql, now)
    return missing


def _new_columns(table: str, sql: str, now: sqlite3.Connection) -> list[str]:
    have = {row[1] for row in now.execute(f'PRAGMA table_info("{table}")')}
    lines = (line.strip().rstrip(",") for line in sql.splitlines()[1:-1])
    named = ((re.split(r'[" ]', line.lstrip('"'), maxsplit=1)[0], line) for line in lines)
    return [f'ALTER TABLE "{table}" ADD COLUMN {line}' for name, line in named if name not in have]


def _objects(connection: sqlite3.Connection) -> dict[str, str]:
    query = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('table', 'index') ORDER BY rowid"
    return {name: sql for name, sql in connection.execute(query) if not name.startswith("sqlite_")}


def main() -> int:
    """Write the next numbered file; 0 when one was written, 1 when nothing is missing."""
    statements = draft()
    if not statements:
        sys.stderr.write("no difference between the record classes and the migrations\n")
        return 1
    number = max((number for number, _ in migrate.scripts()), default=0) + 1
    path = Path(__file__).parent / "migrations" / f"{number:03}_{sys.argv[1]}.sql"
    path.write_text(";\n\n".join(statements) + ";\n", encoding="utf-8")
    sys.stderr.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
