"""Counting what happened on a day: one block is one grouped statement.

An event belongs to a period by its first day, a plan by its year.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, literal, select

from rencli.figures import tallies
from rencli.figures.base import Behind, Measure, Rate, Scope, Value
from rencli.figures.tallies import Columns, Expression, Tally
from rencli.records import load
from rencli.store import schema


@dataclass(frozen=True)
class Events:
    """A block of figures over the events of one kind."""

    root: str
    title: str
    kind: str
    tallies: tuple[Tally, ...]
    dimension: str = ""
    dimension_title: str = ""
    by: str = ""
    """The field whose words divide the block."""
    to: Expression | None = None
    """The word that divides the block, where it is no field but follows from several."""
    declared: Sequence[str] = ()
    """The words of ``to`` that always exist."""
    lines: str = ""
    """The nested list that is counted instead of the events themselves."""
    only: Expression | None = None
    dated: str = ""
    """The date field that puts an event into the period, where it is not the kind's own."""

    @property
    def measures(self) -> Sequence[Measure]:
        return [tally.measure for tally in self.tallies]

    @property
    def words(self) -> Sequence[str]:
        if self.to:
            return self.declared
        if not self.by:
            return [""]
        cls = load(self.kind)
        part = cls.field(self.lines).part if self.lines else cls
        owner = part if any(field.name == self.by for field in part.fields) else cls
        return tuple(owner.field(self.by).words)

    def nothing(self, measure: str) -> Value:
        return None if self._tally(measure).base else 0

    def values(self, scope: Scope) -> Mapping[str, Mapping[str, Value]]:
        columns = self._columns(scope)
        sums = [each for tally in self.tallies for each in tally.sums(columns)]
        word = [self._word(scope)] if self.dimension else []
        query = self._from(select(*word, *sums)).where(*self._where(scope))
        found = scope.ledger.ask(query.group_by(*word).order_by(*word))
        rows = [list(row) if self.dimension else ["", *row] for row in found]
        names = self._names(scope, [row[0] for row in rows])
        return {names[row[0]]: self._read(row[1:]) for row in rows if row[0] is not None}

    def records(self, scope: Scope, word: str, measure: str) -> list[Behind]:
        tally, columns = self._tally(measure), self._columns(scope)
        own = schema.table(self.kind)
        query = self._from(select(own.c.id)).where(*self._where(scope), tally.counts(columns))
        if self.dimension:
            id = self._id(scope, word)
            query = query.where(self._word(scope) == id)
        ids = [row[0] for row in scope.ledger.ask(query.order_by(self._dated(), own.c.id))]
        return [Behind(self.kind, id) for id in dict.fromkeys(ids)]

    def _tally(self, measure: str) -> Tally:
        return next(tally for tally in self.tallies if tally.measure.name == measure)

    def _columns(self, scope: Scope) -> Columns:
        own = schema.table(self.kind)
        lines = schema.child_table(self.kind, self.lines) if self.lines else None

        def column(name: str) -> ColumnElement[Any]:
            if name == "as_of":
                return literal(scope.period.as_of)
            return lines.c[name] if lines is not None and name in lines.c else own.c[name]

        return column

    def _from(self, query: Any) -> Any:
        own = schema.table(self.kind)
        if not self.lines:
            return query.select_from(own)
        lines = schema.child_table(self.kind, self.lines)
        return query.select_from(own.join(lines, lines.c.owner_id == own.c.id))

    def _where(self, scope: Scope) -> list[ColumnElement[bool]]:
        first, last = scope.period.first, scope.period.last
        yearly = load(self.kind).yearly_by
        inside = self._dated().between(*((first.year, last.year) if yearly else (first, last)))
        return [inside, self.only(self._columns(scope))] if self.only else [inside]

    def _dated(self) -> ColumnElement[Any]:
        cls = load(self.kind)
        found: ColumnElement[Any] = schema.table(self.kind).c[self.dated or cls.dated_by or cls.yearly_by]
        return found

    def _target(self) -> str:
        cls = load(self.kind)
        return "" if self.lines or not self.by else cls.field(self.by).to

    def _word(self, scope: Scope) -> ColumnElement[Any]:
        columns = self._columns(scope)
        return self.to(columns) if self.to else columns(f"{self.by}_id" if self._target() else self.by)

    def _names(self, scope: Scope, words: Sequence[Any]) -> Mapping[Any, str]:
        if target := self._target():
            return scope.ledger.names.texts(target, [word for word in words if word is not None]) | {None: ""}
        return {word: word for word in words}

    def _id(self, scope: Scope, word: str) -> Any:
        target = self._target()
        return scope.ledger.names.known(target, word) if target else word

    def _read(self, sums: Sequence[Any]) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for tally, amount, base in zip(self.tallies, sums[::2], sums[1::2], strict=True):
            if tally.base is None:
                values[tally.measure.name] = number(amount)
            else:
                values[tally.measure.name] = Rate(int(amount or 0), int(base)) if base else None
        return values


def kinds(kind: str, title: str, unit: str, formula: str, dimension: str, named: str, by: str) -> Events:
    """A block that counts the records of a kind by the word of a field."""
    return Events(kind, title, kind, (tallies.events("", "", unit, formula),), dimension, named, by=by)


def number(amount: Any) -> int | float:
    """Whole where it is; amounts of 元 have at most two decimals."""
    rounded = round(amount or 0, 2)
    return int(rounded) if rounded == int(rounded) else rounded
