"""Registers as a manifest's [book] table describes them.

    [book]
    records = "活动"                          a kind by its Chinese label, or 在任代表
    where = { "活动类型" = ["小组活动"] }      only records with one of these values
    by = "代表小组"                           a heading and a table for each value
    columns = [["日期", 12], ["议程.事项", 22, "议题"]]   field or field.line field, share of the width, heading
    columns = [[["转办日期", "办结日期"], 30, "办理日期"]]   several in one cell of a page; a workbook parts them

Several registers in one book stand as ``[[book.parts]]``, each with a ``heading``. Shares are taken in relation
to each other; the shipped books reckon in half characters, of which a landscape page holds 164: a day needs 12.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from rencli.errors import InvalidInputError
from rencli.gongwen.model import Align
from rencli.records.fields import Field
from rencli.reports.book_rows import LISTED, SOURCES, fields
from rencli.reports.manifest import Manifest

_NARROW: Final = 0.11
"""Up to this part of the width a column's words stand centred."""


_MOST_SHARE: Final = 1000
_MOST_COLUMNS: Final = 40
_MOST_PARTS: Final = 20
_LONGEST: Final = 100
"""Characters of a heading."""


class Column(NamedTuple):
    """A column of a register."""

    paths: tuple[str, ...]
    """A field by its Chinese name, of nested lines with one of theirs: 日期, 议程.事项. Seldom several."""
    share: int
    heading: str
    align: Align


class Register(NamedTuple):
    """One register of a book, as its manifest describes it."""

    records: str
    heading: str
    where: Mapping[str, Sequence[Any]]
    by: str
    columns: tuple[Column, ...]


def read(manifest: Manifest) -> list[Register]:
    """The registers that a manifest describes. Raises InvalidInputError for what makes no sense."""
    try:
        book = manifest.book if isinstance(manifest.book, Mapping) else {}
        parts = book.get("parts", [book])
        several = isinstance(parts, list) and 0 < len(parts) <= _MOST_PARTS
        _want(several and all(isinstance(part, Mapping) for part in parts), "parts", "[[book.parts]]")
        return [_register(part) for part in parts]
    except _FaultyError as error:
        raise InvalidInputError(f"材料 {manifest.name} 的 [book]：{error}") from error


class _FaultyError(Exception):
    """The book is written wrongly, or names something that there is not."""


def _want(right: bool, key: str, example: str) -> None:
    if not right:
        raise _FaultyError(f"{key} 应写成 {example} 这样。")


def _register(entry: Mapping[str, Any]) -> Register:
    source, heading, by = (entry.get(key, "") for key in ("records", "heading", "by"))
    where, columns = entry.get("where", {}), entry.get("columns", [])
    _want(all(not text or _is_text(text) for text in (source, heading, by)), "records、heading、by", '"活动"')
    _want(_is_where(where), "where", '{ "活动类型" = ["小组活动"] }')
    several = isinstance(columns, list) and 0 < len(columns) <= _MOST_COLUMNS
    _want(several and all(map(_is_column, columns)), "columns", '[["日期", 13], ["议程.事项", 22, "议题"]]')
    if source not in SOURCES:
        raise _FaultyError(f"没有“{source}”这种记录，有：{'、'.join(SOURCES)}。")
    for title in where:
        _field(source, title)
    if by:
        field = _field(source, by)
        if by in LISTED or (field is not None and field.many):
            raise _FaultyError(f"不能按“{by}”分，它有几个值。")
        if [by] not in (_paths(path) for path, *_ in columns):
            columns = [(by, max(1, _total(columns) // 9)), *columns]
    total = _total(columns)
    return Register(source, heading, where, by, tuple(_column(source, total, *column) for column in columns))


def _is_where(where: Any) -> bool:
    return isinstance(where, Mapping) and all(isinstance(allowed, list) for allowed in where.values())


def _is_column(column: Any) -> bool:
    """Whether this is [path, share] or [path, share, heading], or [[path, path, …], share, heading]."""
    if not isinstance(column, list) or len(column) not in (2, 3):
        return False
    path, share, *heading = column
    if isinstance(path, list) and not (path and heading):
        return False
    return all(map(_is_text, (*_paths(path), *heading))) and type(share) is int and 0 < share <= _MOST_SHARE


def _is_text(text: Any) -> bool:
    return isinstance(text, str) and 0 < len(text) <= _LONGEST and text.isprintable()


def _paths(path: Any) -> list[Any]:
    return path if isinstance(path, list) else [path]


def _total(columns: Sequence[Sequence[Any]]) -> int:
    return sum(share for _, share, *_ in columns)


def _column(source: str, total: int, path: str | list[str], share: int, heading: str = "") -> Column:
    paths = tuple(_paths(path))
    stand = [_aligned(source, total, each, share) for each in paths]
    return Column(paths, share, heading or paths[0].rpartition(".")[2], stand[0] if len(stand) == 1 else "left")


def _aligned(source: str, total: int, path: str, share: int) -> Align:
    """How the words of a field stand. Raises _FaultyError for a field that cannot stand in a cell."""
    field = _field(source, path)
    if field is not None and field.part:
        raise _FaultyError(f"“{path}”是几行，请写明要哪一项，如 {path}.{field.part.fields[0].title}。")
    listed = "." in path or path in LISTED or (field is not None and (field.many or field.long))
    short = field is not None and bool(field.type is not str or field.words or field.to or field.private == "phone")
    return "left" if listed or not (short or share <= _NARROW * total) else "centre"


def _field(source: str, path: str) -> Field | None:
    """The field of a path, or None for what is told beside the fields."""
    title, _, inner = path.partition(".")
    field = _known(fields(source), title, source)
    if not inner:
        return field
    lines = {each.title: each for each in field.part.fields} if field is not None and field.part else {}
    return _known(lines, inner, title)


def _known(known: Mapping[str, Field | None], title: str, where: str) -> Field | None:
    if title not in known:
        raise _FaultyError(f"{where}没有“{title}”这一项" + (f"，有：{'、'.join(known)}。" if known else "。"))
    return known[title]
