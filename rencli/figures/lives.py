"""The suggestions that figures speak of, each with its life up to the as-of day.

Two statements fetch them (suggestions, then their steps) and ``records.life`` folds them: the figures and
the commands read a life by one and the same code.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from inspect import get_annotations
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, exists, or_, select

from rencli.figures.base import Scope
from rencli.records.life import Life, StepLike, Terms, live
from rencli.records.steps import WAITING
from rencli.records.suggestion import MOTION
from rencli.store import schema

BLOCK = 500
_OF_STEP = tuple(get_annotations(StepLike))


class Story(NamedTuple):
    """A suggestion and what became of it."""

    id: int
    title: str
    type: str
    term: int
    session: int | None
    number: int
    origin: str
    proposer_id: int | None
    category: str | None
    key: bool
    complex: bool
    converted_from_id: int | None
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
    handed, closed = has_step("交办", before=_known(scope)), has_step("办结", before=_known(scope))
    found = fetch(scope, and_(own.c.submitted_on < first, handed, ~closed))
    return [story for story in found if story.life.accepted]


def promising(scope: Scope) -> list[Story]:
    """Those with a promise made or kept in the period, or one that nobody had kept when it began."""
    first, beyond = scope.period.first, scope.period.last + timedelta(1)
    kept = has_step("兑现", since=first, before=beyond)
    return fetch(scope, or_(kept, _promised(scope)))


def _promised(scope: Scope) -> ColumnElement[bool]:
    """The condition that a suggestion has a promise: of the period, or before it with no 兑现 of a later day since."""
    own, step = schema.table("suggestion"), schema.child_table("suggestion", "steps")
    reply, later = step.alias(), step.alias()
    letters = [each.letter for each in scope.ledger.context.rules.classes if each.promise]
    promise = or_(reply.c.promise.is_not(None), reply.c.result.in_(letters))
    since = select(later.c.id).where(later.c.owner_id == own.c.id, later.c.step == "兑现")
    since = since.where(later.c.on > reply.c.on, later.c.on < _known(scope)).correlate(own, reply)
    found = select(reply.c.id).where(reply.c.owner_id == own.c.id, reply.c.step == "答复", promise)
    return exists(found.where(or_(reply.c.on >= scope.period.first, ~exists(since))).correlate(own))


def waiting(scope: Scope) -> list[Story]:
    """Not handed over, or handed back, on the day of asking, whenever they came; motions left out."""
    own = schema.table("suggestion")
    open_ = and_(own.c.submitted_on <= scope.period.as_of, own.c.type != MOTION, ~has_step("办结"))
    return [story for story in fetch(scope, open_) if story.life.state == WAITING]


def fetch(scope: Scope, where: ColumnElement[bool]) -> list[Story]:
    """The suggestions of a condition; a motion counts as the suggestion that it became."""
    ledger, as_of = scope.ledger, scope.period.as_of
    own = schema.table("suggestion")
    later = own.alias()
    became = exists().where(later.c.converted_from_id == own.c.id, later.c.submitted_on <= as_of)
    query = select(*(own.c[name] for name in _OF_SUGGESTION)).where(where, or_(own.c.type != MOTION, ~became))
    rows = ledger.ask(query.order_by(own.c.term, own.c.session, own.c.number, own.c.id)).all()
    steps = _steps(scope, [row.id for row in rows])
    stories = []
    for row in rows:
        close = ledger.context.congress_close(row.term, row.session)
        terms = Terms(ledger.context.rules, row.complex, close, row.session is None)
        life = live(row.submitted_on, steps.get(row.id, ()), terms, as_of)
        stories.append(Story._make((*row, life)))
    return stories


def has_step(*words: str, since: date | None = None, before: date | None = None) -> ColumnElement[bool]:
    """The condition that a suggestion has one of these steps, since and before some day."""
    own, step = schema.table("suggestion"), schema.child_table("suggestion", "steps").alias()
    found = select(step.c.id).where(step.c.owner_id == own.c.id, step.c.step.in_(words))
    found = found.where(step.c.on >= since) if since else found
    found = found.where(step.c.on < before) if before else found
    return exists(found.correlate(own))


def _known(scope: Scope) -> date:
    """The day before which lies what is known of the time before the period."""
    return min(scope.period.first, scope.period.as_of + timedelta(1))


def _steps(scope: Scope, owners: Sequence[int]) -> dict[int, list[StepLike]]:
    step = schema.child_table("suggestion", "steps")
    query = select(step.c.owner_id, *(step.c[name] for name in _OF_STEP)).order_by(step.c.owner_id, step.c.position)
    found: dict[int, list[StepLike]] = defaultdict(list)
    for at in range(0, len(owners), BLOCK):
        for line in scope.ledger.ask(query.where(step.c.owner_id.in_(owners[at : at + BLOCK]))).all():
            found[line.owner_id].append(line)
    return found
