"""The floor of an export: every visit with its station and deputies read by plain SQL, written by a plain writer.

No SQLAlchemy, no checks, no order of fields: the least that a script of twenty lines would do.
Usage: leaving.py LEDGER TARGET (.csv or .xlsx)
"""

import csv
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

VISITS = "SELECT visit.*, station.name FROM visit LEFT JOIN station ON station.id = station_id"
DEPUTIES = "SELECT owner_id, name FROM visit_deputies JOIN deputy ON deputy.id = deputy_id ORDER BY owner_id, position"


def main() -> None:
    """Write all visits."""
    source, target = sys.argv[1:]
    with sqlite3.connect(source) as connection:
        if target.endswith(".xlsx"):
            _workbook(target, _rows(connection))
        else:
            with Path(target).open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(_rows(connection))


def _rows(connection: sqlite3.Connection) -> Iterator[list[Any]]:
    names: dict[int, list[str]] = {}
    for owner, name in connection.execute(DEPUTIES):
        names.setdefault(owner, []).append(name)
    for row in connection.execute(VISITS):
        yield [*row, "、".join(names.get(row[0], ()))]


def _workbook(target: str, rows: Iterator[list[Any]]) -> None:
    from xlsxwriter import Workbook

    with Workbook(target, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)


if __name__ == "__main__":
    main()
