"""What deputies did, as the books tell: one row a person and record. Only what lies inside a mandate counts.

Meetings of the township count while a township seat is held, a duty report while one of its level is, the rest
while any is; the days of a suspension count for none. A withdrawn suggestion is left out, and so is a motion that
became a suggestion.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, and_, or_, select

from rencli.figures import lives
from rencli.figures.base import Scope
from rencli.figures.period import Period
from rencli.records import load
from rencli.records.seat import TOWNSHIP
from rencli.records.steps import WITHDRAWN
from rencli.records.tenure import Tenure
from rencli.rules.points import Events
from rencli.store import schema

LED, SIGNED, PRESENT = "领衔", "附议", "参加"
OF_TOWNSHIP: Final = ("人代会", "主席团会议")
"""Meetings to which a township seat belongs; at others any deputy may sit."""


class Duty(NamedTuple):
    """What a person did, or failed to do, in one record."""

    on: date
    kind: str
    id: int
    person: int
    event: str
    """会议.人代会, 活动.视察, 述职: as rules of points name it."""
    role: str
    level: str | None = None
    """The level of the seat to which it belongs; None: any."""
    session: tuple[int, int | None] | None = None
    """Of a suggestion: term and session."""


class Asked(NamedTuple):
    """Whose duties of which days are looked for; ``person`` None: everyone's."""

    scope: Scope
    first: date
    last: date
    person: int | None = None

    def days(self, column: Any) -> ColumnElement[bool]:
        """The condition that a date lies in these days."""
        found: ColumnElement[bool] = column.between(self.first, self.last)
        return found

    def rows(self, query: Any, person: Any) -> Iterator[Any]:
        """The rows of a query, of the person asked for."""
        narrowed = query if self.person is None else query.where(person == self.person)
        yield from self.scope.ledger.ask(narrowed)


def events() -> Mapping[str, Events]:
    """What a rule of points may name: the first words of events, with the words and roles behind them."""
    words = {kind: load(kind).field("type").words for kind in ("meeting", "activity", "visit", "suggestion")}
    statuses = load("meeting").field("attendance").part.field("status").words
    return {
        "会议": Events(words["meeting"], statuses),
        "活动": Events(words["activity"], (PRESENT,), open=True),
        "走访": Events(words["visit"], (PRESENT,)),
        "建议": Events(words["suggestion"], (LED, SIGNED)),
        "述职": Events(None, load("duty_report").field("mode").words),
        "先进事迹": Events(None, ()),
    }


def duties(asked: Asked) -> list[Duty]:
    """The duties of some days by day, each record of a person once: a query for each book."""
    found: dict[tuple[int, str, int], Duty] = {}
    seats = asked.scope.ledger.context.tenures()
    for source in SOURCES:
        for duty in source(asked):
            key = (duty.person, duty.kind, duty.id)
            served = (seat.serves(duty.on) for seat in seats.get(duty.person, ()) if duty.level in (None, seat.level))
            if key not in found and any(served):
                found[key] = duty
    return sorted(found.values(), key=lambda each: (each.on, each.kind, each.id, each.person))


def serving(seats: Sequence[Tenure], day: date, level: str | None = None) -> bool:
    """Whether one of some seats, at a level where one is named, is served in on a day."""
    return any(seat.serves(day) for seat in seats if level in (None, seat.level))


def inside(on: date, session: tuple[int, int | None] | None, period: Period, last: date) -> bool:
    """Whether something belongs to a period; a suggestion with ``--session`` by its term and session."""
    if session is not None and period.congress is not None:
        return session == period.congress
    return period.first <= on <= last


def _meetings(asked: Asked) -> Iterator[Duty]:
    own, line = schema.table("meeting"), schema.child_table("meeting", "attendance")
    query = select(own.c.began_on, own.c.id, line.c.deputy_id, own.c.type, line.c.status)
    query = query.select_from(own.join(line, line.c.owner_id == own.c.id)).where(asked.days(own.c.began_on))
    for on, id, person, type, status in asked.rows(query, line.c.deputy_id):
        level = TOWNSHIP if type in OF_TOWNSHIP else None
        yield Duty(on, "meeting", id, person, f"会议.{type}", status, level)


def _listed(kind: str, root: str) -> Callable[[Asked], Iterator[Duty]]:
    def source(asked: Asked) -> Iterator[Duty]:
        own, line = schema.table(kind), schema.child_table(kind, "deputies")
        query = select(own.c.held_on, own.c.id, line.c.deputy_id, own.c.type)
        query = query.select_from(own.join(line, line.c.owner_id == own.c.id)).where(asked.days(own.c.held_on))
        for on, id, person, type in asked.rows(query, line.c.deputy_id):
            yield Duty(on, kind, id, person, f"{root}.{type}", PRESENT)

    return source


def proposals(asked: Asked) -> Iterator[tuple[lives.Story, int, str]]:
    """(suggestion with its life, person, 领衔 or 附议) of those days, with ``--session`` also those of the session.

    A proposer comes before the cosigners. Withdrawn ones are here too.
    """
    own, line = schema.table("suggestion"), schema.child_table("suggestion", "cosigners")
    within = asked.days(own.c.submitted_on)
    if congress := asked.scope.period.congress:
        within = or_(within, and_(own.c.term == congress[0], own.c.session == congress[1]))
    mine = within
    if asked.person is not None:
        signed = select(line.c.owner_id).where(line.c.deputy_id == asked.person)
        mine = and_(within, or_(own.c.proposer_id == asked.person, own.c.id.in_(signed)))
    stories = {story.id: story for story in lives.fetch(asked.scope, mine)}
    led = select(own.c.id, own.c.proposer_id).where(within, own.c.proposer_id.is_not(None))
    also = select(own.c.id, line.c.deputy_id).select_from(own.join(line, line.c.owner_id == own.c.id)).where(within)
    for query, person, role in ((led, own.c.proposer_id, LED), (also, line.c.deputy_id, SIGNED)):
        for id, who in asked.rows(query, person):
            if story := stories.get(id):
                yield story, who, role


def _suggestions(asked: Asked) -> Iterator[Duty]:
    for story, person, role in proposals(asked):
        if story.life.state != WITHDRAWN:
            place = (story.term, story.session)
            event = f"建议.{story.type}"
            yield Duty(story.submitted_on, "suggestion", story.id, person, event, role, None, place)


def _reports(asked: Asked) -> Iterator[Duty]:
    own, line = schema.table("duty_report"), schema.child_table("duty_report", "deputies")
    query = select(own.c.held_on, own.c.id, line.c.name_id, own.c.mode, line.c.level)
    query = query.select_from(own.join(line, line.c.owner_id == own.c.id)).where(asked.days(own.c.held_on))
    for on, id, person, mode, level in asked.rows(query, line.c.name_id):
        yield Duty(on, "duty_report", id, person, "述职", mode or "", level)


def _merits(asked: Asked) -> Iterator[Duty]:
    own = schema.table("merit")
    query = select(own.c.happened_on, own.c.id, own.c.deputy_id, own.c.award_level)
    for on, id, person, level in asked.rows(query.where(asked.days(own.c.happened_on)), own.c.deputy_id):
        yield Duty(on, "merit", id, person, "先进事迹", level or "")


SOURCES: Final = (
    _meetings,
    _listed("activity", "活动"),
    _listed("visit", "走访"),
    _suggestions,
    _reports,
    _merits,
)
