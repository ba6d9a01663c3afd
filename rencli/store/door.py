"""The one way into the ledger: read, complete, resolve, check, with every fault found at once."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from rencli.errors import InvalidInputError
from rencli.records.base import Problem, Record
from rencli.records.fields import Field
from rencli.store import schema
from rencli.store.context import LedgerContext
from rencli.store.names import Names, UnknownNameError
from rencli.store.rows import Ids, Rows
from rencli.store.run import run


class RefusedError(InvalidInputError):
    """A record that cannot be written; ``faults`` are the clerk's sentences."""

    def __init__(self, label: str, faults: Sequence[str]) -> None:
        self.faults = list(faults)
        lines = "".join(f"\n  · {fault}" for fault in self.faults)
        super().__init__(f"{label}没有写入，请改正以下{len(self.faults)}处：{lines}")


class Door:
    """Turns raw values into rows, for one session."""

    def __init__(self, session: Session, names: Names, context: LedgerContext) -> None:
        self._session = session
        self._names = names
        self._context = context

    def read(
        self, cls: type[Record], raw: Mapping[str, object], today: date | None = None, id: int | None = None
    ) -> tuple[Record, list[Problem]]:
        """A completed record and the faults of its values."""
        record, problems = cls.read(raw, today)
        record.id = id
        record.complete(self._context)
        return record, problems

    def settle(self, record: Record, problems: list[Problem], taken: set[Any] | None = None) -> Rows:
        """The rows of a record that makes sense. Raises RefusedError with all faults otherwise.

        ``taken``: the unique keys of the kind that are in use, where the caller keeps them; without it
        the table is asked.
        """
        ids = Ids(self._names, (getattr(record, "term", None), getattr(record, "session", None)))
        unread = {problem.field for problem in problems}
        faults = [problem.text for problem in problems]
        faults += [
            fault for field in record.fields if field.name not in unread for fault in _unknown(record, field, ids)
        ]
        faults += [fault.text for fault in record.check(self._context) if fault.field not in unread]
        if not faults and record.unique:
            faults += self._unique(record, taken)
        if faults:
            raise RefusedError(f"{record.id}号{record.label}" if record.id else record.label, faults)
        return Rows(record, ids)

    def _unique(self, record: Record, taken: set[Any] | None) -> list[str]:
        key = tuple(getattr(record, name) for name in record.unique)
        if taken is None:
            own = schema.table(record.kind)
            same = [
                own.c[name].is_(None) if value is None else own.c[name] == value
                for name, value in zip(record.unique, key, strict=True)
            ]
            found = run(self._session, select(own.c.id).where(*same)).scalar()
            used = found is not None and found != record.id
        else:
            used = key in taken
            taken.add(key)
        if not used:
            return []
        titles = "、".join(record.field(name).title for name in record.unique)
        text = "-".join("0" if value is None else str(value) for value in key)
        return [f"{titles}：{text} 已经用过，请换一个"]


def _unknown(record: Record, field: Field, ids: Ids) -> list[str]:
    """The names in a field that nothing in the ledger bears."""
    value = getattr(record, field.attribute)
    if field.part is not None:
        faults = []
        for number, line in enumerate(value, 1):
            for item in field.part.fields:
                if item.to and (name := getattr(line, item.attribute)) is not None:
                    faults += [f"{field.title}第{number}行 {fault}" for fault in _try(item, name, ids)]
        return faults
    if not field.to or value is None:
        return []
    return [fault for name in (value if field.many else [value]) for fault in _try(field, name, ids)]


def _try(field: Field, name: object, ids: Ids) -> list[str]:
    try:
        ids(field.to, name)
    except UnknownNameError as error:
        return [f"{field.title}：{error}"]
    return []
