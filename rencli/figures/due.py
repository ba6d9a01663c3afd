"""What is due: the suggestions that wait for an answer, the most urgent first."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import and_

from rencli.figures import lives
from rencli.figures.base import Scope
from rencli.figures.period import Period
from rencli.records.numbered import number_text
from rencli.records.steps import HANDLING, REDOING
from rencli.store.ledger import Ledger


class Waiting(NamedTuple):
    """A suggestion whose answer is due on a known day (the JSON of ``suggestion due``)."""

    id: int
    number: str
    title: str
    unit: str | None
    due: date
    days_left: int
    overdue: bool
    why: str


def waiting(ledger: Ledger, day: date) -> list[Waiting]:
    """The suggestions handed over and not answered by ``day``, by due date."""
    scope = Scope(ledger, Period("", day, day, day))
    found = []
    for story in lives.fetch(scope, and_(lives.has_step("交办"), ~lives.has_step("办结", before=day))):
        life = story.life
        if life.state in (HANDLING, REDOING) and life.due is not None:
            number = number_text(story.term, story.session, story.number)
            left = (life.due - day).days
            found.append(Waiting(story.id, number, story.title, life.unit, life.due, left, life.overdue(day), life.why))
    return sorted(found, key=lambda each: (each.due, each.id))
