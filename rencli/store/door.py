"""The one way into the ledger: read, complete, resolve, check, with every fault found at once."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from rencli.errors import InvalidInputError
from rencli.records.base import Problem, Record
from rencli.store import schema
from rencli.store.context import LedgerContext
from rencli.store.names import Names
from rencli.store.rows import Ids, Rows, session_of
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

    def settle(
        self, record: Record, problems: list[Problem], taken: set[Any] | None = None, ids: Ids | None = None
    ) -> Rows:
        """The rows of a record that makes sense. Raises RefusedError with all faults otherwise.

        ``taken``: the unique keys of the kind that are in use, where the caller keeps them; without it
        the table is asked. ``ids``: what resolves the record's names, where it is not the ledger alone.
        """
        rows = Rows(record, ids or Ids(self._names, session_of(record)))
        found = [*rows.faults, *record.check(self._context)]
        faults = [problem.text for problem in problems]
        if found:
            unread = {problem.field for problem in problems}
            faults += [fault.text for fault in found if fault.field not in unread]
        if not faults and record.unique:
            faults += self._unique(record, taken)
        if faults:
            raise RefusedError(f"{record.id}号{record.label}" if record.id else record.label, faults)
        return rows

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
