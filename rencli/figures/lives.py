"""The suggestions that figures speak of, each with its life up to the as-of day.

Two statements fetch them (suggestions, then their steps) and ``records.life`` folds them: the figures and
the commands read a life by one and the same code.
"""

from collections import defaultdict
from datetime import date
from types import SimpleNamespace
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, exists, or_, select

from rencli.figures.base import Scope
from rencli.records.life import Life, StepLike, Terms, live
from rencli.records.suggestion import MOTION
from rencli.store import schema

_OF_STEP = ("step", "on", "unit", "co_units", "method", "due", "result", "promise", "promise_due", "outcome")
_OF_SUGGESTION = (
    "id",
    "title",
    "type",
    "term",
    "session",
    "number",
    "origin",
    "category",
    "key",
    "complex",
    "submitted_on",
)


class Story(NamedTuple):
    """A suggestion and what became of it."""

    id: int
    title: str
    type: str
    term: int
    session: int | None
    number: int
    origin: str
    category: str | None
    key: bool
    complex: bool
    submitted_on: date
    life: Life


_OF_SUGGESTION = Story._fields[:-1]


def of_period(scope: Scope) -> list[Story]:
    """S of the contract: the suggestions of the period."""
    own = schema.table("suggestion")
    if scope.period.congress is not None:
        term, session = scope.period.congress
        return fetch(scope, and_(own.c.term == term, own.c.session == session))
    return fetch(scope, own.c.submitted_on.between(scope.period.first, scope.period.last))


def carried(scope: Scope) -> list[Story]:
    """Handed over before the period, not closed before its first day, neither withdrawn nor merged."""
    own, first = schema.table("suggestion"), scope.period.first
    handed, closed = has_step("交办", before=first), has_step("办结", before=first)
    found = fetch(scope, and_(own.c.submitted_on < first, handed, ~closed))
    return [story for story in found if story.life.accepted]


def promising(scope: Scope) -> list[Story]:
    """Those with a text in ``promise`` of any reply."""
    return [story for story in fetch(scope, has_step("答复", promising=True)) if story.life.promises]


def fetch(scope: Scope, where: ColumnElement[bool]) -> list[Story]:
    """The suggestions of a condition; a motion counts as the suggestion that it became."""
    ledger, as_of = scope.ledger, scope.period.as_of
    own = schema.table("suggestion")
    later = own.alias()
    became = exists().where(later.c.converted_from_id == own.c.id, later.c.submitted_on <= as_of)
    query = select(*(own.c[name] for name in _OF_SUGGESTION)).where(where, or_(own.c.type != MOTION, ~became))
    rows = ledger.ask(query.order_by(own.c.term, own.c.session, own.c.number, own.c.id))
    steps = _steps(scope, where)
    stories = []
    for row in rows:
        close = ledger.context.congress_close(row.term, row.session)
        terms = Terms(ledger.context.rules, row.complex, close)
        life = live(row.submitted_on, steps.get(row.id, ()), terms, as_of)
        stories.append(Story._make((*row, life)))
    return stories


def has_step(word: str, *, before: date | None = None, promising: bool = False) -> ColumnElement[bool]:
    """The condition that a suggestion has a step, before a day or with a promise."""
    own, step = schema.table("suggestion"), schema.child_table("suggestion", "steps").alias()
    found = select(step.c.id).where(step.c.owner_id == own.c.id, step.c.step == word)
    found = found.where(step.c.on < before) if before else found
    found = found.where(step.c.promise.is_not(None)) if promising else found
    return exists(found.correlate(own))


def _steps(scope: Scope, where: ColumnElement[bool]) -> dict[int, list[StepLike]]:
    own, step = schema.table("suggestion"), schema.child_table("suggestion", "steps")
    query = select(step.c.owner_id, *(step.c[name] for name in _OF_STEP))
    query = query.where(step.c.owner_id.in_(select(own.c.id).where(where)))
    found: dict[int, list[Any]] = defaultdict(list)
    for owner, *values in scope.ledger.ask(query.order_by(step.c.owner_id, step.c.position)):
        line = SimpleNamespace(**dict(zip(_OF_STEP, values, strict=True)))
        line.co_units = line.co_units or []
        found[owner].append(line)
    return dict(found)
