"""Registers as a manifest's [book] table describes them.

    [book]
    records = "活动"                          a kind by its Chinese label, or 在任代表
    where = { "活动类型" = ["小组活动"] }      only records with one of these values
    by = "代表小组"                           a heading and a table for each value
    columns = [["日期", 13], ["议程.事项", 22, "议题"]]   field or field.line field, share of the width, heading

Several registers in one book stand as ``[[book.parts]]``, each with a ``heading``. Shares are taken in relation
to each other; the shipped books reckon in half characters, of which a landscape page holds 120: a day needs 13.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from rencli.errors import InvalidInputError
from rencli.gongwen.model import Align
from rencli.records.fields import Field
from rencli.reports.book_rows import SOURCES, fields
from rencli.reports.manifest import Manifest

_NARROW: Final = 0.11
"""Up to this part of the width a column's words stand centred."""


class Column(NamedTuple):
    """A column of a register."""

    path: str
    """A field by its Chinese name, of nested lines with one of theirs: 日期, 议程.事项."""
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
    assert manifest.book is not None
    try:
        described = manifest.book.get("parts", [manifest.book])
        return [_register(entry) for entry in described]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InvalidInputError(f"材料 {manifest.name} 的 [book] 写法有误：{error}") from error
    except _UnknownError as error:
        raise InvalidInputError(f"材料 {manifest.name} 的 [book] {error}") from error


class _UnknownError(Exception):
    """The book names something that there is not."""


def _register(entry: Mapping[str, Any]) -> Register:
    source = entry["records"]
    if source not in SOURCES:
        raise _UnknownError(f"没有“{source}”这种记录，有：{'、'.join(SOURCES)}。")
    by, where = entry.get("by", ""), entry.get("where", {})
    for title in where:
        _field(source, title)
    described = [tuple(column) for column in entry["columns"]]
    if by:
        field = _field(source, by)
        if field is not None and field.many:
            raise _UnknownError(f"不能按“{by}”分，它有几个值。")
        if by not in (path for path, *_ in described):
            described.insert(0, (by, max(share for _, share, *_ in described)))
    total = sum(share for _, share, *_ in described)
    columns = tuple(_column(source, total, *column) for column in described)
    return Register(source, entry.get("heading", ""), where, by, columns)


def _column(source: str, total: int, path: str, share: int, heading: str = "") -> Column:
    field = _field(source, path)
    if field is not None and field.part:
        raise _UnknownError(f"“{path}”是几行，请写明要哪一项，如 {path}.{field.part.fields[0].title}。")
    listed = "." in path or (field is not None and (field.many or field.long))
    short = field is not None and bool(field.type is not str or field.words or field.to or field.private == "phone")
    align: Align = "left" if listed or not (short or share <= _NARROW * total) else "centre"
    return Column(path, int(share), heading or path.rpartition(".")[2], align)


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
        raise _UnknownError(f"{where}没有“{title}”这一项" + (f"，有：{'、'.join(known)}。" if known else "。"))
    return known[title]
