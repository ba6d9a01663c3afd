"""Books: the registers of a manifest filled with records, on official pages or in a workbook."""

import re
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any, Final

from rencli import gongwen
from rencli.errors import InvalidInputError
from rencli.figures.period import Period
from rencli.gongwen.characters import visible
from rencli.gongwen.model import Content
from rencli.gongwen.numbering import chinese
from rencli.records import load
from rencli.records.base import Record
from rencli.reports.book_cells import Lines, People, beside_one_another, flat, short
from rencli.reports.book_rows import ROSTER, SOURCES, Row, Rows
from rencli.reports.manifest import Manifest
from rencli.reports.names import covered, office
from rencli.reports.registers import Column, Register, read
from rencli.store.ledger import Ledger

NOTHING: Final = "本期无记录"
COUNTER: Final = "序号"
_COUNTED_IN: Final = {"portrait": 15, "landscape": 30}
"""How many times the width of the counting column the others have together."""
_SHEET_WIDTH: Final = {"portrait": 90, "landscape": 176}
"""Characters across a sheet, which is printed as wide as the page."""
_COUNTER_WIDTH: Final = 6
_MOST_GROUPS: Final = 99
"""So far heading numbers go."""
_ISO_DAY: Final = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")
_ORDINAL: Final = re.compile(r"第(\d+)(届|次)")
_UNGROUPED: Final = "未编组"
_RESULT: Final = "办理结果"
_TAG: Final = re.compile(r"\{(?=[{%])")


def document(ledger: Ledger, manifest: Manifest, period: Period, records: Sequence[Record] = ()) -> gongwen.Document:
    """The book as an official paper. Raises InvalidInputError for a mistake in its manifest."""
    registers, rows, own = read(manifest), Rows(ledger, covered(period)), office(ledger)
    blocks: list[gongwen.model.Block] = [
        gongwen.Title(((f"{own['名称']}{manifest.title}",),)),
        gongwen.Caption((f"单位：{own['全称']}",), (_span(registers, period),)),
    ]
    for part in registers:
        if part.heading:
            blocks.append(gongwen.Heading(1, (part.heading,)))
        groups = _groups(part, rows, records)
        if len(groups) > _MOST_GROUPS:
            raise InvalidInputError(
                f"{manifest.title}按“{part.by}”分成了{len(groups)}组，一份材料最多{_MOST_GROUPS}组。"
            )
        for value, group in groups:
            if value:
                blocks.append(gongwen.Heading(2 if part.heading else 1, (_clean(_said(value)),)))
            shown = [column for column in part.columns if column.paths != (part.by,)]
            if _lettered(part, shown) and any(row[_RESULT] for row in group):
                blocks.append(_legend(ledger))
            blocks.append(_table(shown, group, _COUNTED_IN[manifest.page]))
    return gongwen.Document(tuple(blocks), landscape=manifest.page == "landscape")


def workbook(ledger: Ledger, manifest: Manifest, period: Period, records: Sequence[Record] = ()) -> bytes:
    """The book as .xlsx: a sheet for each register, its values of their own types."""
    from rencli import sheets

    registers, rows = read(manifest), Rows(ledger, covered(period))
    title = f"{ledger.office.name}{manifest.title}（{_span(registers, period)}）"
    made = []
    for part in registers:
        found = [row for _, group in _groups(part, rows, records) for row in group]
        columns = [single for column in part.columns for single in _parted(column)]
        lines = [[number, *(_typed(row, column) for column in columns)] for number, row in enumerate(found, 1)]
        shares = [column.share for column in columns]
        total = sum(shares) * (1 + 1 / _COUNTED_IN[manifest.page])
        made.append(
            sheets.Sheet(
                part.heading or manifest.title,
                [COUNTER, *(column.heading for column in columns)],
                lines or [[NOTHING]],
                heading=title,
                widths=[_COUNTER_WIDTH, *(share * _SHEET_WIDTH[manifest.page] / total for share in shares)],
                landscape=manifest.page == "landscape",
            )
        )
    target = BytesIO()
    sheets.write(target, made)
    return target.getvalue()


def _groups(part: Register, rows: Rows, records: Sequence[Record]) -> list[tuple[Any, list[Row]]]:
    """The rows of a register, value by value where it is kept so; an empty register is one group of none."""
    found = [
        row
        for row in rows.of(part.records, records)
        if all(row[title] in allowed for title, allowed in part.where.items())
    ]
    if not part.by or not found:
        return [("", found)]
    by_value: dict[Any, list[Row]] = {value: [] for value in rows.order(part.records, part.by)}
    for row in found:
        by_value.setdefault(row[part.by], []).append(row)
    without = by_value.pop(None, [])
    groups = [(value, group) for value, group in by_value.items() if group]
    unnamed = _UNGROUPED if (part.records, part.by) == (ROSTER, "代表小组") else f"未写明{part.by}"
    return [*groups, (unnamed, without)] if without else groups


def _table(columns: Sequence[Column], rows: Sequence[Row], counted_in: int) -> gongwen.Table:
    head = tuple(gongwen.Cell(((heading,),)) for heading in (COUNTER, *(column.heading for column in columns)))
    lines = tuple(
        (gongwen.Cell(((str(number),),)), *(gongwen.Cell(_lines(_value(row, column))) for column in columns))
        for number, row in enumerate(rows, 1)
    )
    empty = ((gongwen.Cell(((NOTHING,),), len(head), "centre"),),)
    shares = [gongwen.Column(each.share * counted_in, each.align) for each in columns]
    counter = gongwen.Column(sum(column.share for column in columns), "centre")
    return gongwen.Table((counter, *shares), (head,), lines or empty)


def _parted(column: Column) -> list[Column]:
    """A column of several fields as the columns that a workbook has for them, by which it can be sorted."""
    if len(column.paths) == 1:
        return [column]
    share = column.share * 2 // (len(column.paths) + 2) or 1
    return [Column((path,), share, path, "centre") for path in column.paths]


def _lettered(part: Register, columns: Sequence[Column]) -> bool:
    """Whether a register shows results that are classes of replies."""
    return SOURCES[part.records] == "suggestion" and any(column.paths == (_RESULT,) for column in columns)


def _legend(ledger: Ledger) -> gongwen.Caption:
    classes = "，".join(f"{each.letter}为{each.label}" for each in ledger.context.rules.classes)
    return gongwen.Caption((f"注：办理结果{classes}。",))


def _value(row: Row, column: Column) -> Any:
    if len(column.paths) > 1:
        return beside_one_another((path, _said(row[path])) for path in column.paths)
    title, _, inner = column.paths[0].partition(".")
    return Lines(line[inner] for line in row[title]) if inner else row[title]


def _lines(value: Any) -> tuple[Content, ...]:
    return tuple((_clean(text),) if text else () for text in _said_lines(value))


def _said_lines(value: Any) -> list[str]:
    """A value line by line; numbered lines keep their numbers where one of them says nothing."""
    if not isinstance(value, Lines):
        return _said(value).split("\n")
    said = [(number, flat(_said(each))) for number, each in enumerate(value, 1)]
    return [f"{number}.{text}" if len(said) > 1 else text for number, text in said if text] or [""]


def _clean(text: str) -> str:
    """Text that no page can refuse, whatever stands in a record."""
    return visible(_TAG.sub("｛", text))


def _said(value: Any) -> str:
    """A value as a register prints it: 2024.3.5, 张三、李四."""
    match value:
        case None | False:
            return ""
        case True:
            return "是"
        case date():
            return short(value)
        case People():
            return str(value)
        case list():
            return "、".join(map(_said, value))
        case float():
            return f"{value:.2f}".rstrip("0").rstrip(".")
        case str() if found := _ISO_DAY.fullmatch(value):
            return ".".join(str(int(part)) for part in found.groups() if part)
        case _:
            return str(value)


def _typed(row: Row, column: Column) -> Any:
    """A value as a workbook keeps it."""
    value = _value(row, column)
    return "\n".join(_said_lines(value)) if isinstance(value, Lines) else value


def _span(registers: Sequence[Register], period: Period) -> str:
    """What stands above the tables of the time: a roster speaks of a day, a record book of a span."""
    if all(each.records == ROSTER or not load(SOURCES[each.records]).dated_by for each in registers):
        return _until(covered(period).last)
    name = _ORDINAL.sub(lambda found: f"第{chinese(int(found[1]))}{found[2]}", period.name)
    return name if period.as_of == period.last else f"{name}（{_until(period.as_of)}）"


def _until(day: date) -> str:
    return f"截至{day.year}年{day.month}月{day.day}日"
