"""The floor of a search: one LIKE pass over every text of the suggestions and of their steps, by plain SQL.

Usage: finding.py LEDGER WORD
"""

import sqlite3
import sys

TABLES = (("suggestion", "id"), ("suggestion_steps", "owner_id"))


def main() -> None:
    """Count the suggestions with the word."""
    with sqlite3.connect(sys.argv[1]) as connection:
        found: set[int] = set()
        for table, key in TABLES:
            texts = [name for _, name, type, *_ in connection.execute(f"PRAGMA table_info({table})") if type == "TEXT"]
            having = " OR ".join(f'"{name}" LIKE :word' for name in texts)
            query = f"SELECT {key} FROM {table} WHERE {having}"
            found |= {id for (id,) in connection.execute(query, {"word": f"%{sys.argv[2]}%"})}
    sys.stdout.write(f"{len(found)}\n")


if __name__ == "__main__":
    main()
