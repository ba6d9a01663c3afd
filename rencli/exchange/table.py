"""Tables as a source of an import: rows under a row of headings, one kind a sheet."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final, NamedTuple

from rencli.errors import InvalidInputError
from rencli.exchange import headings
from rencli.exchange.headings import ID, Columns, plain
from rencli.exchange.source import Line, Stated, Survey
from rencli.records import KINDS, clean, load
from rencli.records.fields import Field

Row = Sequence[Any]

TOTALS: Final = frozenset(("合计", "总计", "小计", "共计"))
_ROUNDED: Final = re.compile(r"\d(?:\.\d+)?E\+\d+").fullmatch


class Sheet(NamedTuple):
    """A rectangle of cells, which can be read again and again; its first row is the file's first."""

    name: str
    rows: Callable[[], Iterator[Row]]
    hidden: bool = False
    covered: frozenset[int] = frozenset()
    """Rows, counted from 0, that repeat what stands above because cells are merged downwards."""
    notes: tuple[str, ...] = ()
    """What the clerk should know when it is read."""
    fault: str = ""
    """Why it must not be read."""

    def head(self) -> list[Row]:
        """The first rows, among which the headings stand."""
        return list(islice(self.rows(), headings.SEARCHED))


class Table(NamedTuple):
    """A sheet of which it is known what its columns hold."""

    place: int
    """Which sheet of the file it is, counted from 0."""
    sheet: Sheet
    columns: Columns


class TableFile:
    """Some tables of a file."""

    def __init__(self, digest: str, sheets: Sequence[str], tables: Sequence[Table]) -> None:
        self.digest = digest
        self.sheets = sheets
        self._tables = tables

    def survey(self) -> Survey:
        """Only tables with a column of ids are gone through."""
        stated: dict[str, Stated] = {table.columns.kind: Stated() for table in self._tables}
        faults = []
        for table in self._tables:
            if ID in table.columns.titles:
                for line in _Reader(table).lines():
                    if line.raw.get(ID) is not None and (fault := stated[line.kind].take(line.raw[ID])):
                        faults.append((line.at, fault))
        return Survey(stated, faults)

    def lines(self, kind: str) -> Iterator[Line]:
        for table in self._tables:
            if table.columns.kind == kind:
                yield from _Reader(table).lines()

    def headings(self, kind: str) -> Mapping[str, str]:
        tables = [table for table in self._tables if table.columns.kind == kind]
        if len(tables) != 1:
            return {}
        own = tables[0].columns.titles
        fields = [each for each in load(kind).fields if own.get(each.name, each.title) != each.title]
        return {each.title: own[each.name] for each in fields}


class _Reader:
    """Rows to lines, by the columns of one table."""

    def __init__(self, table: Table) -> None:
        self._table = table
        found = table.columns
        fields = {field.name: field for field in load(found.kind).fields}
        self._cells = [(column, name, _turn(fields.get(name))) for column, name in found.fields.items()]
        self._texts = frozenset(name for name, field in fields.items() if field.type is str and not field.long)
        self._heading = list(islice(table.sheet.rows(), found.row + 1))[found.row]
        headed = found.fields.keys() | found.unknown.keys()
        self._headless = [at for at, cell in enumerate(self._heading) if not plain(cell) and at not in headed]

    def lines(self) -> Iterator[Line]:
        """The rows below the headings that say something."""
        place, kind = self._table.place, self._table.columns.kind
        cells, width, odd = self._cells, len(self._heading), bool(self._headless or self._table.columns.unknown)
        for number, row in enumerate(self._table.sheet.rows(), 1):
            if number <= self._table.columns.row + 1:
                continue
            raw: dict[str, Any] = {}
            lost = False
            have = len(row)
            for column, name, turn in cells:
                if column < have and (value := row[column]) != "":
                    if value.__class__ is str:
                        if not value[0].isalnum() and clean.empty(value):
                            continue
                        lost = lost or "E+" in value
                    raw[name] = turn(value) if turn else value
            at = (place, number)
            if (odd or have > width) and (fault := self._beside(row)):
                yield Line(at, kind, {}, (fault,))
            elif raw:
                faults = self._faults(row, raw, lost=lost)
                yield Line(at, kind, raw if not faults or faults[0].endswith(_LOST) else {}, faults)

    def _faults(self, row: Row, raw: dict[str, Any], *, lost: bool) -> tuple[str, ...]:
        """Why a row is no record, or which of its values are lost; those are taken out."""
        first = row[0] if row[0] != "" else next(cell for cell in row if cell != "")
        if first.__class__ is str and "计" in first and plain(first) in TOTALS:
            return (f"这一行是{plain(first)}，不是一条记录，请删去",)
        column, name, _ = self._cells[0]
        if raw.get(name) == self._heading[column] and list(map(plain, row)) == list(map(plain, self._heading)):
            return ("表头又出现了一次，像是几页表格接在一起，请删去多余的表头",)
        if not lost:
            return ()
        names = [name for name, value in raw.items() if name in self._texts and _ROUNDED(str(value))]
        for name in names:
            del raw[name]
        return tuple(f"{self._table.columns.titles[name]}：{_LOST}" for name in names)

    def _beside(self, row: Row) -> str:
        """What is wrong with a row that has values where no heading is; a heading not known is the file's fault."""
        columns = self._table.columns
        for column in columns.unknown:
            if column < len(row) and row[column] != "" and not _blank(row[column]):
                raise headings.unknown_heading(columns, column)
        for column in (*self._headless, *range(len(self._heading), len(row))):
            if column < len(row) and row[column] != "" and not _blank(row[column]):
                return f"{headings.letters(column)}列没有表头，却填有内容，请核对这一行是否错位"
        return ""


_LOST: Final = "数字写成了科学记数法，原来的数字已经丢失，请把单元格改为文本格式后重新填写"


def _blank(value: Any) -> bool:
    return value.__class__ is str and not value[0].isalnum() and clean.empty(value)


def _turn(field: Field | None) -> Callable[[Any], Any] | None:
    """A list of names as the nested lines that need no more."""
    short = headings.short_line(field) if field is not None else None
    if short is None:
        return None
    name = short.name

    def lines(value: Any) -> Any:
        try:
            return [{name: each} for each in clean.several(value)]
        except clean.Unreadable:
            return value

    return lines


def chosen(sheets: Sequence[Sheet], file: str, kind: str, only: str, *, partial: bool) -> tuple[list[Table], list[str]]:
    """The tables to read, and what the clerk should know of the choice.

    ``kind`` and ``only`` (the name of a sheet) are what the clerk asked for, or empty; ``partial``: columns that a
    new record must have may be missing. Raises InvalidInputError.
    """
    places = [(place, sheet, sheet.head()) for place, sheet in enumerate(sheets) if not only or sheet.name == only]
    filled = [each for each in places if any(plain(cell) for row in each[2] for cell in row)]
    wanted = [kind] if kind else list(KINDS)
    headed = [each for each in filled if headings.found_row(each[2], wanted)[0]]
    if not headed:
        if not filled:
            return [], []
        _, sheet, head = filled[0]
        columns = headings.columns(kind or _kind_of(sheet, head, file), head, sheet.covered, partial=partial)
        headed = [filled[0]]
    picked = _picked(headed, kind)
    tables = []
    for place, sheet, head in picked:
        if sheet.fault:
            raise InvalidInputError(sheet.fault)
        columns = headings.columns(kind or _kind_of(sheet, head, file), head, sheet.covered, partial=partial)
        tables.append(Table(place, sheet, columns))
    notes = [note for table in tables for note in table.sheet.notes]
    passed = [sheet.name for place, sheet, _ in filled if place not in {table.place for table in tables}]
    if passed:
        notes.append(f"没有读这些表：{'、'.join(passed)}。")
    return tables, notes


def _picked(headed: list[tuple[int, Sheet, list[Row]]], kind: str) -> list[tuple[int, Sheet, list[Row]]]:
    """Of several sheets with headings those to read: each by its kind's name, or the one, with hidden ones like it."""
    named = [each for each in headed if headings.kind_named(each[1].name)]
    if kind:
        named = [each for each in named if headings.kind_named(each[1].name) == kind]
    seen = [each for each in headed if not each[1].hidden]
    if named and (kind or len(named) == len(headed)):
        return named
    if len(seen) > 1:
        raise InvalidInputError(
            f"有{len(seen)}张表都有表头：{'、'.join(each[1].name for each in seen)}。"
            "请用 --sheet 写明导入哪一张，或在文件里只留一张；表名写成种类名称（如“走访接待”）的可以一起导入。"
        )
    return headed


def _kind_of(sheet: Sheet, head: list[Row], file: str) -> str:
    """The kind of a table by its headings, else by the name of its sheet or file. Raises InvalidInputError."""
    if (exact := headings.kind_named(sheet.name)) and headings.found_row(head, [exact])[0]:
        return exact
    fits = headings.fitting(head)
    named = headings.kinds_in(sheet.name) or headings.kinds_in(file)
    both = [kind for kind in fits if kind in named]
    if len(both or fits) == 1 and not (named and not both and _as_well(head, fits[0], named)):
        return (both or fits)[0]
    if not fits and len(named) == 1:
        return named[0]
    hits = {kind: headings.found_row(head, [kind])[0] for kind in KINDS}
    if not any(hits.values()):
        raise InvalidInputError(
            f"前{len(head)}行里没有认得的表头，所以不知道每一栏记的是什么。"
            "请在数据上面写一行表头，如 姓名、联系电话；用 --kind 写明种类后再试，可看到有哪些表头。"
        )
    choice = fits or named or sorted(KINDS, key=lambda kind: -hits[kind])[:3]
    likely = list(dict.fromkeys((*choice, *named)))
    words = "、".join(KINDS[kind] for kind in likely)
    raise InvalidInputError(
        f"看不出这张表记的是什么（可能是{words}）。请用 --kind 写明，如 --kind {KINDS[likely[0]]}。"
    )


def _as_well(head: list[Row], kind: str, others: list[str]) -> bool:
    """Whether the headings are as much those of another kind."""
    return headings.found_row(head, others)[0] >= headings.found_row(head, [kind])[0]
