"""What `list` may be narrowed by, derived from the fields of a kind."""

from collections.abc import Iterator
from typing import NamedTuple

from rencli.records import KINDS
from rencli.records.base import Record
from rencli.records.fields import Field


class Filter(NamedTuple):
    """One option of `list`."""

    name: str
    help: str
    field: Field | None
    """The field compared; None where any field that names a record of kind ``name`` will do."""
    derived: bool = False

    @property
    def flag(self) -> bool:
        """Whether the option is a yes/no switch."""
        return self.field is not None and self.field.type is bool


def filters(cls: type[Record]) -> Iterator[Filter]:
    """The filters of a kind, in the order of its fields."""
    targets: dict[str, None] = {}
    for field in cls.fields:
        inside = field.part.fields if field.part else (field,)
        targets |= dict.fromkeys(item.to for item in inside if item.to)
        if field.many or field.to or field.long or field.private:
            continue
        if field.type is str or field.type is bool or field.name in ("session", "number", "year"):
            yield Filter(field.name, _help(field), field)
    for field in (*cls.derived, *cls.further):
        if field.type in (str, bool):
            yield Filter(field.name, field.help if field in cls.further else field.title, field, derived=True)
    for kind in targets:
        yield Filter(kind, f"涉及的{KINDS.get(kind, '记录')}", None)


def _help(field: Field) -> str:
    if field.name == "session":
        return "会次，如 3 或 5-3，闭会期间写 0"
    words = f"：{'、'.join(field.words)}" if field.words else "，写一部分即可" if field.type is str else ""
    return field.title + words
