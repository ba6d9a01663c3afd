"""Figures of groups and stations on the period's last day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, or_, select

from rencli.figures.base import Behind, Measure, Scope, Value
from rencli.figures.counting import number
from rencli.records import load
from rencli.store import schema


@dataclass(frozen=True)
class Places:
    """Groups (all of them) and stations (from ``opened_on``)."""

    root: str
    title: str
    measures: Sequence[Measure]
    dimension: str = ""
    dimension_title: str = ""

    @property
    def words(self) -> Sequence[str]:
        return load(self.root).field("type").words if self.dimension else [""]

    def nothing(self, measure: str) -> Value:
        return 0

    def values(self, scope: Scope) -> Mapping[str, Mapping[str, Value]]:
        own = schema.table(self.root)
        word = [own.c.type] if self.dimension else []
        sums = [func.sum(own.c.funds) if each.name == "funds" else func.count(own.c.id) for each in self.measures]
        query = select(*word, *sums).where(*self._where(scope)).group_by(*word).order_by(*word)
        rows = [tuple(row) if self.dimension else ("", *row) for row in scope.ledger.ask(query)]
        names = [each.name for each in self.measures]
        return {row[0]: dict(zip(names, map(number, row[1:]), strict=True)) for row in rows if row[0] is not None}

    def records(self, scope: Scope, word: str, measure: str) -> list[Behind]:
        own = schema.table(self.root)
        query = select(own.c.id).where(*self._where(scope)).order_by(own.c.id)
        query = query.where(own.c.type == word) if self.dimension else query
        query = query.where(func.coalesce(own.c.funds, 0) != 0) if measure == "funds" else query
        return [Behind(self.root, row[0]) for row in scope.ledger.ask(query)]

    def _where(self, scope: Scope) -> list[ColumnElement[bool]]:
        own = schema.table(self.root)
        if self.root == "group":
            return []
        return [or_(own.c.opened_on.is_(None), own.c.opened_on <= scope.period.last)]
