"""The sheets of a workbook, read in a child process into an unnamed temporary file, from which rows are streamed."""

import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import IO, Any, Final

from rencli.errors import InvalidInputError
from rencli.exchange import workbook
from rencli.exchange.headings import SEARCHED
from rencli.exchange.table import Row, Sheet

READER: Final = Path(__file__).with_name("sheet_reader.py")
SECONDS: Final = 120
"""After which a file is given up. A hundred thousand rows take two."""
BLOCK: Final = 1 << 20

Merged = Sequence[tuple[int, int, int]]
"""Cells merged downwards: (top row, column, bottom row), counted from 0."""


def sheets(path: Path) -> list[Sheet]:
    """The sheets of an .xlsx or .xls. Raises InvalidInputError where it cannot, or must not, be read."""
    facts = workbook.check(path)
    spool = tempfile.TemporaryFile()  # noqa: SIM115  it goes when the last sheet does
    command = [sys.executable, "-P", str(READER), str(path)]
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=spool, stderr=subprocess.DEVNULL, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise InvalidInputError(f"文件读了{SECONDS}秒还没有读完，没有导入。{workbook.UNUSUAL}") from error
    if done.returncode:
        raise InvalidInputError(workbook.BROKEN)
    return [_sheet(spool, at, about, facts) for at, about in _abouts(spool)]


def _abouts(spool: IO[bytes]) -> list[tuple[int, dict[str, Any]]]:
    """Where the rows of each sheet begin, and what the reader says of it."""
    found = []
    spool.seek(0)
    at = 0
    for line in spool:
        at += len(line)
        if line.startswith(b"{"):
            about = json.loads(line)
            if error := about.get("error"):
                raise InvalidInputError(workbook.PASSWORD if error == "password" else workbook.BROKEN)
            found.append((at, about))
    return found


def _sheet(spool: IO[bytes], at: int, about: dict[str, Any], facts: dict[str, workbook.Sheet]) -> Sheet:
    name, merged = about["sheet"], about["merged"]
    fact = facts.get(name, workbook.Sheet())
    notes = []
    if about["hidden"]:
        notes.append(f"“{name}”是隐藏的表，也读进来了。")
    if fact.hidden_rows or fact.filtered:
        what = f"有{fact.hidden_rows}行隐藏着" if fact.hidden_rows else "设有筛选"
        notes.append(f"“{name}”{what}，隐藏的行也读进来了。")
    covered = {row for top, _, bottom in merged if top < SEARCHED for row in range(top + 1, min(bottom, SEARCHED) + 1)}
    return Sheet(name, partial(_rows, spool, at, merged), about["hidden"], frozenset(covered), tuple(notes), fact.fault)


def _rows(spool: IO[bytes], at: int, merged: Merged) -> Iterator[Row]:
    rows = _read(spool, at)
    return _filled(rows, merged) if merged else rows


def _read(spool: IO[bytes], at: int) -> Iterator[list[Any]]:
    """The rows from a place on; several readers may go through the same file."""
    while True:
        spool.seek(at)
        lines = spool.readlines(BLOCK)
        for line in lines:
            if line.startswith(b"{"):
                return
            yield json.loads(line)
        if not lines:
            return
        at += sum(map(len, lines))


def _filled(rows: Iterator[list[Any]], merged: Merged) -> Iterator[Row]:
    """Rows in which a cell merged downwards counts for every row that has values of its own."""
    by_top: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for top, column, bottom in merged:
        by_top[top].append((column, bottom))
    standing: dict[int, tuple[int, Any]] = {}
    for number, row in enumerate(rows):
        if row and standing:
            row += [""] * (max(standing) + 1 - len(row))
            for column, (bottom, value) in list(standing.items()):
                if number > bottom:
                    del standing[column]
                elif row[column] == "":
                    row[column] = value
        for column, bottom in by_top.get(number, ()):
            if column < len(row) and row[column] != "":
                standing[column] = (bottom, row[column])
        yield row
