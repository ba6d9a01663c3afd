"""What a strict reader strikes out of a register: rows that skip, days beyond its own, columns at odds."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

_DONE = ("交办日期", "转办日期", "答复日期", "办结日期")
"""Columns of what happened; deadlines may lie beyond the day of the book."""
_FINISHED = ("当场答复", "解释", "不予受理", "转为建议")

Row = Mapping[str, str]


def rows(text: str) -> Iterator[Row]:
    """The rows of a register written as text, by the headings of their columns."""
    headings: list[str] = []
    for line in text.split("\n"):
        cells = line.split("\t")
        if cells[0] == "序号":
            headings = cells
        elif headings and len(cells) == len(headings) and cells[0].isdigit():
            yield dict(zip(headings, cells, strict=True))


def without_row_numbers(text: str) -> str:
    """The text without the numbers that count its rows."""
    return re.sub(r"^\d+\t", "\t", text, flags=re.MULTILINE)


def without_tables(text: str) -> str:
    """The text without the rows of tables, which are no sentences."""
    return "".join(line for line in text.splitlines(keepends=True) if "\t" not in line)


def counting(text: str) -> list[str]:
    """Rows count from 1 on, in each table anew."""
    faults, before = [], 0
    for row in rows(text):
        number = int(row["序号"])
        if number not in (before + 1, 1):
            faults.append(f"行号跳了：{before}以后是{number}")
        before = number
    return faults


def later(text: str, as_of: date) -> list[str]:
    """Nothing stands in a book that happened after its day."""
    faults = []
    for row in rows(text):
        for column in _DONE:
            for found in re.finditer(r"(\d{4})\.(\d{1,2})\.(\d{1,2})", row.get(column, "")):
                if date(*map(int, found.groups())) > as_of:
                    faults.append(f"簿里有截止日以后的事：{column} {found[0]}：{'｜'.join(row.values())}")
    return faults


def at_odds(text: str) -> list[str]:
    """A row does not say that a thing is both open and finished."""
    faults = []
    for row in rows(text):
        told = "｜".join(row.values())
        if "在办" in told and (row.get("办结日期") or row.get("处理方式") in _FINISHED):
            faults.append(f"一行里又在办又办结：{told}")
    return faults
