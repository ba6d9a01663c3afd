"""A .csv file as a table."""

import csv
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from rencli.errors import InvalidInputError
from rencli.exchange import encoding, headings
from rencli.exchange.table import Row, Sheet
from rencli.output import unguarded
from rencli.records import KINDS


def sheet(path: Path, kind: str = "") -> Sheet:
    """The table of a .csv file; ``kind`` where it is known. Raises InvalidInputError where it is not one text."""
    kinds = [kind] if kind else list(KINDS)
    form = encoding.form_of(path, lambda rows: headings.found_row(rows, kinds)[0])
    return Sheet(path.stem, partial(rows, path, form))


def rows(path: Path, form: encoding.Form) -> Iterator[Row]:
    """Every row, an empty one for a blank line. Raises InvalidInputError where quotes do not match."""
    number = 0
    with path.open("r", encoding=form.encoding, newline="") as file:
        try:
            for row in csv.reader(file, delimiter=form.delimiter, strict=True):
                number += 1
                yield [*map(unguarded, row)] if "'" in "".join(row) else row
        except csv.Error as error:
            raise InvalidInputError(
                f"第{number + 1}行的引号没有成对，或有一格太长，后面的内容分不开。"
                "请用 Excel 或 WPS 打开核对，另存后再导入。"
            ) from error
