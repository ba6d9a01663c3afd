"""Export: the records of some kinds into a file that import reads, a block of them in memory at a time.

The same ledger makes the same bytes: kinds in the order of ``KINDS``, records by id, fields in declared order.
"""

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, BinaryIO, Final

from rencli import output, sheets
from rencli.records import KINDS, load
from rencli.records.base import Part, Record
from rencli.records.fields import Field
from rencli.store import loading
from rencli.store.ledger import Ledger

BOM: Final = "\ufeff"
"""By it Excel and WPS know a .csv for UTF-8."""

Values = dict[str, Any]


class Export:
    """What is to leave a ledger; ``counts`` tells how many records of each kind have been written."""

    def __init__(self, ledger: Ledger, kinds: Sequence[str], *, public: bool = False) -> None:
        """``public`` leaves phones and addresses out, in nested lines too."""
        self._ledger = ledger
        self._kinds = kinds
        self._public = public
        self.counts: Counter[str] = Counter()

    def jsonl(self, file: BinaryIO) -> None:
        """One object a line, ``kind`` first, without empty fields."""
        encode = json.JSONEncoder(ensure_ascii=False, default=date.isoformat).encode
        with _text(file) as text:
            for kind in self._kinds:
                for values in self._records(load(kind)):
                    text.write(f"{encode({'kind': kind, **_filled(values)})}\n")

    def csv(self, file: BinaryIO) -> None:
        """One kind as a table with Chinese headings; no byte where there is nothing."""
        (cls,) = map(load, self._kinds)
        with _text(file) as text:
            writer = csv.writer(text)
            for row in self._rows(cls):
                if self.counts.total() == 1:
                    text.write(BOM)
                    writer.writerow(self._titles(cls))
                writer.writerow(map(_csv_cell, row))

    def xlsx(self, file: BinaryIO) -> None:
        """A workbook with a sheet a kind; the heading row stands where there is nothing, too."""
        sheets.write(file, map(self._sheet, map(load, self._kinds)))

    def _sheet(self, cls: type[Record]) -> sheets.Sheet:
        widths = [sheets.default_width("id"), *map(_width, self._flat(cls))]
        wide = sum(widths) > PORTRAIT
        return sheets.Sheet(cls.label, self._titles(cls), self._rows(cls), widths=widths, landscape=wide)

    def _titles(self, cls: type[Record]) -> list[str]:
        return ["id", *(field.title for field in self._flat(cls))]

    def _rows(self, cls: type[Record]) -> Iterator[list[Any]]:
        names = ["id", *(field.name for field in self._flat(cls))]
        for values in self._records(cls):
            yield [values[name] for name in names]

    def _flat(self, cls: type[Record]) -> list[Field]:
        """The fields that a cell can hold: all but nested lines."""
        return [field for field in cls.fields if field.part is None and not (self._public and field.private)]

    def _records(self, cls: type[Record]) -> Iterator[Values]:
        found = loading.stream(self._ledger.session, self._ledger.names, cls)
        for values in (_without_private(cls, each) for each in found) if self._public else found:
            self.counts[cls.kind] += 1
            yield values

    def left_out(self) -> list[str]:
        """What a table of the records written has no place for: their nested lines, as a clerk calls them."""
        fields = ((kind, field) for kind in self.counts for field in load(kind).fields)
        return [f"{KINDS[kind]}的{field.title}" for kind, field in fields if field.part is not None]


WRITERS: Final[MappingProxyType[str, Callable[[Export, BinaryIO], None]]] = MappingProxyType(
    {".jsonl": Export.jsonl, ".csv": Export.csv, ".xlsx": Export.xlsx}
)
"""How a file is written, by its suffix."""

PORTRAIT: Final = 90
"""Characters that fit across an upright A4 page in a readable size."""
LONG_WIDTH: Final = 48.0
DATE_WIDTH: Final = 12.0
TEXT_WIDTH: Final = 16.0


def _text(file: BinaryIO) -> io.TextIOWrapper:
    return _Text(file, encoding="utf-8", newline="")


class _Text(io.TextIOWrapper):
    """Text into a binary file that stays open behind it."""

    def __exit__(self, *error: object) -> None:
        self.flush()
        self.detach()


def _filled(values: Values) -> Values:
    """What says something; an empty list does not, a no and a 0 do."""
    found: Values = {}
    for name, value in values.items():
        if value.__class__ is list:
            value = [_filled(each) if isinstance(each, dict) else each for each in value]
        if value is not None and value != []:
            found[name] = value
    return found


def _without_private(part: type[Part], values: Values) -> Values:
    found = dict(values)
    for field in part.fields:
        if field.private:
            del found[field.name]
        elif field.part is not None:
            found[field.name] = [_without_private(field.part, line) for line in values[field.name]]
    return found


def _csv_cell(value: Any) -> Any:
    if value is None or value.__class__ is int:
        return value
    return output.guarded(output.cell(value))


def _width(field: Field) -> float:
    """The width of a field's column in a workbook."""
    least = LONG_WIDTH if field.long else DATE_WIDTH if field.type is date else TEXT_WIDTH if field.type is str else 0
    return max(sheets.default_width(field.title), 0 if field.words and not field.open else least)
