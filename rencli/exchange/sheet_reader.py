"""Reads a workbook in a process of its own: whatever a hostile file does to the parser, the ledger stands.

Run as a script with the file's path; imports nothing of the house. Writes JSON lines to stdout: an object for each
sheet, then an array for each of its rows (days as ISO texts), or an object with ``error``.
"""

import json
import sys
from datetime import date, datetime, time, timedelta
from typing import Any

MEMORY = 2 << 30
"""Bytes of address space, where the system can limit them."""


def main(path: str) -> None:
    """Write all sheets of the workbook."""
    _limit_memory()
    from python_calamine import CalamineError, PasswordError, SheetTypeEnum, SheetVisibleEnum, load_workbook

    write = sys.stdout.write
    try:
        workbook = load_workbook(path)
        for about in workbook.sheets_metadata:
            if about.typ != SheetTypeEnum.WorkSheet:
                continue
            sheet = workbook.get_sheet_by_name(about.name)
            hidden = about.visible != SheetVisibleEnum.Visible
            merged = [
                (top, left, bottom) for (top, left), (bottom, _) in sheet.merged_cell_ranges or () if bottom > top
            ]
            write(json.dumps({"sheet": about.name, "hidden": hidden, "merged": merged}) + "\n")
            shift = [""] * (sheet.start[1] if sheet.start else 0)
            for row in sheet.iter_rows():
                cells = [_plain(cell) for cell in row]
                while cells and cells[-1] == "":
                    cells.pop()
                write(json.dumps(shift + cells if cells else []) + "\n")
    except PasswordError:
        write(json.dumps({"error": "password"}) + "\n")
    except CalamineError:
        write(json.dumps({"error": "broken"}) + "\n")


def _plain(cell: Any) -> Any:
    """A cell as JSON has it: whole numbers without decimals, days and times as texts."""
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() and abs(cell) < 1e15 else cell
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, timedelta):
        minutes = int(cell.total_seconds()) // 60
        return f"{minutes // 60:02}:{minutes % 60:02}"
    return cell


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    main(sys.argv[1])
