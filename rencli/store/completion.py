"""Names for a shell that completes a word: one indexed, read-only query and no ORM."""

import sqlite3
from contextlib import closing
from pathlib import Path


def names(path: Path, kind: str, start: str) -> list[str]:
    """Up to 50 names of a kind that begin so; nothing where there is no usable ledger."""
    if not path.is_file():
        return []
    query = f'SELECT DISTINCT name FROM "{kind}" WHERE name >= ? AND name < ? ORDER BY name LIMIT 50'
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            return [row[0] for row in connection.execute(query, (start, f"{start}\U0010ffff"))]
    except sqlite3.Error:
        return []
