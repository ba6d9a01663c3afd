"""What is due: one row for each unit still to answer, one for a suggestion that waits for the office; worst first."""

from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, or_, select

from rencli.figures import lives
from rencli.figures.base import Scope
from rencli.figures.lives import Story
from rencli.figures.period import Period
from rencli.records.deadlines import handing
from rencli.records.numbered import number_text
from rencli.records.steps import WAITING
from rencli.store import schema
from rencli.store.ledger import Ledger

ENDS = ("办结", "撤回", "并案")


class Waiting(NamedTuple):
    """One who has something to do (the JSON of ``suggestion due``); the office itself has no unit."""

    id: int
    number: str
    title: str
    unit: str | None
    due: date | None
    days_left: int | None
    overdue: bool
    why: str


def waiting(ledger: Ledger, day: date, deputy: int | None = None) -> list[Waiting]:
    """All who keep a suggestion waiting on a day, by due date; those without one last."""
    scope = Scope(ledger, Period("", day, day, day))
    own = schema.table("suggestion")
    wanted: list[ColumnElement[bool]] = [own.c.submitted_on <= day]
    wanted.append(~lives.has_step(*ENDS, before=day + timedelta(1)))
    if deputy is not None:
        cosigner = schema.child_table("suggestion", "cosigners")
        signed = select(cosigner.c.owner_id).where(cosigner.c.deputy_id == deputy)
        wanted.append(or_(own.c.proposer_id == deputy, own.c.id.in_(signed)))
    found = [row for story in lives.fetch(scope, and_(*wanted)) for row in _rows(ledger, story, day)]
    return sorted(found, key=lambda each: (each.due or date.max, each.id))


def _rows(ledger: Ledger, story: Story, day: date) -> list[Waiting]:
    number = number_text(story.term, story.session, story.number)
    if story.life.state == WAITING:
        office = handing(story.life.returned_on, story.submitted_on, story.session is None, ledger.context.rules)
        return [_row(story, number, None, office.due.day if office.due else None, day, office.basis)]
    due, why = story.life.due, story.life.why
    if due is None:
        why = f"“{ledger.context.rules.name}”没有规定重办的期限，重办时也没有写定"
    return [_row(story, number, unit, due, day, why) for unit in story.life.awaited]


def _row(story: Story, number: str, unit: str | None, due: date | None, day: date, why: str) -> Waiting:
    left = (due - day).days if due else None
    return Waiting(story.id, number, story.title, unit, due, left, due is not None and day > due, why)
