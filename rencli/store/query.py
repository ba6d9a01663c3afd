"""`list`: filters to conditions, sorting, paging."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, select

from rencli.errors import InvalidInputError
from rencli.records import clean
from rencli.records.base import Record
from rencli.records.fields import Field
from rencli.records.filters import Filter, filters
from rencli.store import schema
from rencli.store.names import Names, UnknownNameError


class Listing(NamedTuple):
    """What is asked of a list. Values are texts as typed."""

    wanted: Mapping[str, Any] = {}
    first: date | None = None
    last: date | None = None
    sort: str = ""
    """A field's name; a leading ``-`` turns the order round."""
    limit: int | None = None
    offset: int = 0


def conditions(cls: type[Record], listing: Listing, names: Names) -> list[ColumnElement[bool]]:
    """The conditions of a listing; those on derived fields are left to ``keeps``."""
    found: list[ColumnElement[bool]] = []
    known = {each.name: each for each in filters(cls)}
    wanted = dict(listing.wanted)
    if "-" in str(wanted.get("session", "")):
        wanted["term"], _, wanted["session"] = str(wanted["session"]).partition("-")
    for name, value in wanted.items():
        if not known[name].derived:
            found.append(_condition(cls, known[name], value, names))
    if cls.dated_by:
        dated = schema.table(cls.kind).c[cls.dated_by]
        found += [dated >= listing.first] if listing.first else []
        found += [dated <= listing.last] if listing.last else []
    return found


def sorted_after(cls: type[Record], listing: Listing) -> str:
    """The derived field that a listing is sorted by; empty where a column does it."""
    name = listing.sort.lstrip("-")
    return name if any(field.name == name for field in (*cls.derived, *cls.further)) else ""


def keeps(cls: type[Record], listing: Listing) -> Mapping[str, Any]:
    """The filters on derived fields, as name and value."""
    return {
        each.name: listing.wanted[each.name] for each in filters(cls) if each.derived and each.name in listing.wanted
    }


def ordered(cls: type[Record], where: Sequence[ColumnElement[bool]], listing: Listing) -> Select[Any]:
    """The query of a listing, in its order; what has no value to sort by stands last."""
    own = schema.table(cls.kind)
    name = listing.sort.lstrip("-")
    columns = {field.name: schema.place(field).name for field in cls.fields if not schema.is_child(field)} | {
        "id": "id"
    }
    if name and name not in columns:
        titles = {field.name: field.title for field in (*cls.fields, *cls.derived)}
        known = "、".join(["序号", *(titles[each] for each in columns if each != "id")])
        raise InvalidInputError(f"不能按“{titles[name]}”排序，可用：{known}")
    column = own.c[columns[name or "id"]]
    order = column.desc() if listing.sort.startswith("-") else column
    if column.nullable:
        order = order.nulls_last()
    query = select(own).where(*where).order_by(order, own.c.id)
    if listing.limit is not None or listing.offset:
        query = query.limit(-1 if listing.limit is None else listing.limit).offset(listing.offset)
    return query


def picked(
    found: Sequence[tuple[Record, Mapping[str, Any]]], listing: Listing, kept: Mapping[str, Any], by: str
) -> list[Record]:
    """The page of a listing that is filtered or sorted by derived values; what has none stands last."""
    pairs = [(each, values) for each, values in found if all(_has(values[name], kept[name]) for name in kept)]
    if by:
        known = [pair for pair in pairs if pair[1][by] is not None]
        known.sort(key=lambda pair: pair[1][by], reverse=listing.sort.startswith("-"))
        pairs = known + [pair for pair in pairs if pair[1][by] is None]
    return [each for each, _ in pairs][listing.offset :][: listing.limit]


def _has(value: Any, wanted: Any) -> bool:
    """Whether a derived value is what is asked for; a text, where it holds that."""
    return wanted in value if isinstance(value, str) else bool(value == wanted)


def _condition(cls: type[Record], each: Filter, value: Any, names: Names) -> ColumnElement[bool]:
    field = each.field
    if field is None:
        try:
            return matching(cls, each.name, names.id_of(each.name, _reference(each.name, value)))
        except (UnknownNameError, clean.Unreadable) as error:
            raise InvalidInputError(f"--{each.name.replace('_', '-')}：{error}") from error
    column = schema.table(cls.kind).c[field.name]
    if field.name == "session" and value in ("0", ""):  # 闭会期间
        return column.is_(None)
    try:
        read = field.read(value)
    except clean.Unreadable as error:
        raise InvalidInputError(f"{field.title}：{error}") from error
    if field.type is str and not field.words:
        return column.contains(read, autoescape=True)
    return column == read


def _reference(kind: str, value: Any) -> object:
    return (
        clean.ordinal(value) if kind == "term" else clean.person_ref(value) if kind == "deputy" else clean.line(value)
    )


def matching(cls: type[Record], name: str, value: object) -> ColumnElement[bool]:
    """The condition "some field of the record names ``value`` (an id) of kind ``name``"."""
    own = schema.table(cls.kind)
    found: list[ColumnElement[bool]] = []
    for field in cls.fields:
        if schema.is_child(field):
            lines = schema.child_table(cls.kind, field.name)
            for column in _columns_to(field, name):
                found.append(own.c.id.in_(select(lines.c.owner_id).where(lines.c[column] == value)))
        elif field.to == name:
            found.append(own.c[schema.place(field).name] == value)
        elif field.to == "record":
            found.append(own.c[field.name] == f"{name}/{value}")
    condition = found[0]
    for more in found[1:]:
        condition = condition | more
    return condition


def _columns_to(field: Field, kind: str) -> list[str]:
    if field.part is None:
        return [f"{kind}_id"] if field.to == kind else []
    return [schema.place(item).name for item in field.part.fields if item.to == kind]
