"""What is counted of an event, and how: tallies, and the expressions that they are made of."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, case, distinct, func, or_, select

from rencli.figures.base import Measure
from rencli.store import schema

Columns = Callable[[str], ColumnElement[Any]]
"""The columns of an event by field name; those of its nested lines first, where they are counted.

``as_of`` is the day up to which the period knows what became of an event."""
Expression = Callable[[Columns], ColumnElement[Any]]


@dataclass(frozen=True)
class Tally:
    """A measure and how it is counted."""

    measure: Measure
    amount: Expression
    """What one row contributes; None and 0 contribute nothing."""
    base: Expression | None = None
    """For a rate: what one row contributes to the denominator."""
    distinct: bool = False
    """Count the different values instead of adding them up."""

    def sums(self, columns: Columns) -> list[ColumnElement[Any]]:
        """What is asked of a group of rows: the amount, and that of the base (else the amount again)."""
        total: Callable[..., Any] = (lambda each: func.count(distinct(each))) if self.distinct else func.sum
        return [total(part(columns)) for part in (self.amount, self.base or self.amount)]

    def counts(self, columns: Columns) -> ColumnElement[bool]:
        """Whether a row contributes anything."""
        parts = [part(columns) for part in (self.amount, self.base or self.amount)]
        return or_(*(part.is_not(None) if self.distinct else func.coalesce(part, 0) != 0 for part in parts))


def events(name: str, title: str, unit: str, formula: str) -> Tally:
    """A tally of the events (or lines) themselves."""
    return Tally(Measure(name, title, unit, formula), lambda column: case((column("id").is_not(None), 1)))


def total(name: str, title: str, unit: str, formula: str, *fields: str) -> Tally:
    """A tally that sums a field."""
    field = fields[0] if fields else name
    return Tally(Measure(name, title, unit, formula), lambda column: column(field))


def deputies(kind: str) -> Tally:
    """Deputies counted each time: those listed, else the bare number."""

    def times(column: Columns) -> ColumnElement[Any]:
        own, listed = schema.table(kind), schema.child_table(kind, "deputies")
        count = select(func.count()).where(listed.c.owner_id == own.c.id).correlate(own).scalar_subquery()
        return func.coalesce(column("deputy_count"), count)

    formula = "各次代表人数之和，列了名单的按名单计"
    return Tally(Measure("deputy_times", "代表人次", "人次", formula), times)


def where(**words: str) -> Expression:
    """The condition that fields have given words, several of them separated by spaces."""
    return lambda column: and_(*(column(name).in_(word.split()) for name, word in words.items()))


def by_then(name: str, title: str, unit: str, formula: str, *fields: str) -> Tally:
    """A tally of the events to which something had happened by the day of asking, as a date field tells."""
    return Tally(Measure(name, title, unit, formula), happened(*fields))


def different(name: str, title: str, unit: str, formula: str, field: str) -> Tally:
    """A tally of the different values of a field."""
    return Tally(Measure(name, title, unit, formula), lambda column: column(field), distinct=True)


def followed(whole: str, part: str, titles: Mapping[str, tuple[str, str]], unit: str, told: str) -> tuple[Tally, ...]:
    """What became of problems or opinions, over the events that state both how many there were and were settled.

    Where an event does not say what was settled, that is not known; it is neither settled nor open.
    """

    def both(column: Columns, amount: ColumnElement[Any]) -> ColumnElement[Any]:
        return case((and_(column(whole).is_not(None), column(part).is_not(None)), amount))

    def settled(column: Columns) -> ColumnElement[Any]:
        return case((column(part) < column(whole), column(part)), else_=column(whole))

    amounts: Sequence[Expression] = (
        lambda column: both(column, column(whole)),
        lambda column: both(column, settled(column)),
        lambda column: both(column, column(whole) - settled(column)),
    )
    return tuple(
        Tally(Measure(name, title, unit, f"{formula}，只计{told}两项都写明的"), amount)
        for (name, (title, formula)), amount in zip(titles.items(), amounts, strict=True)
    )


def happened(*fields: str) -> Expression:
    """1 where one of some date fields holds a day up to the day of asking."""
    return lambda column: case((or_(*(column(name) <= column("as_of") for name in fields)), 1))


def share(name: str, title: str, formula: str, amount: Expression, base: Expression) -> Tally:
    """A rate of two sums."""
    return Tally(Measure(name, title, "%", formula), amount, base)


def not_by_then(day: ColumnElement[Any], column: Columns) -> ColumnElement[bool]:
    """Whether a day had not come by the day of asking."""
    return or_(day.is_(None), day > column("as_of"))


def some(tallies: tuple[Tally, ...], *names: str) -> tuple[Tally, ...]:
    """Those of some tallies that have these names."""
    return tuple(tally for tally in tallies if tally.measure.name in names)
