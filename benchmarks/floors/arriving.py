"""The floor of an import: every row of a .csv or .xlsx put into plain tables by one raw ``executemany`` each.

Names become ids and lists link rows; no checks, no index, no change log: the least that a script of twenty lines does.
Usage: arriving.py SOURCE TARGET
"""

import csv
import sqlite3
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any


def main() -> None:
    """Make the tables anew and fill them."""
    source, target = sys.argv[1:]
    Path(target).unlink(missing_ok=True)
    rows = _workbook(source) if source.endswith(".xlsx") else _csv(source)
    heading = next(iter(rows := iter(rows)))
    station, deputies = heading.index("联络站"), heading.index("代表")
    ids: dict[str, int] = {}
    visits, links = [], []
    for number, row in enumerate(rows, 1):
        links += [(number, ids.setdefault(name, len(ids))) for name in row[deputies].split("、")]
        row[station] = ids.setdefault(row[station], len(ids))
        del row[deputies]
        visits.append((number, *row))
    with sqlite3.connect(target) as connection:
        connection.execute(
            f"CREATE TABLE visit (id INTEGER PRIMARY KEY, {', '.join(f'c{n}' for n in range(len(row)))})"
        )
        connection.execute("CREATE TABLE visit_deputies (visit_id, deputy_id)")
        connection.executemany(f"INSERT INTO visit VALUES ({', '.join('?' * (len(row) + 1))})", visits)
        connection.executemany("INSERT INTO visit_deputies VALUES (?, ?)", links)
    connection.close()


def _csv(source: str) -> Iterable[list[Any]]:
    with Path(source).open(encoding="utf-8-sig", newline="") as file:
        yield from csv.reader(file)


def _workbook(source: str) -> Iterable[list[Any]]:
    from python_calamine import load_workbook

    rows = load_workbook(source).get_sheet_by_index(0).iter_rows()
    yield from ([str(cell) for cell in row] for row in rows)


if __name__ == "__main__":
    main()
