"""The year's books that several duties read: each is asked for once, by the days that matter."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, func, select

from rencli.agenda.year import Event, Year
from rencli.figures.base import Behind
from rencli.records import load
from rencli.store import schema

CONGRESS, PRESIDIUM = "人代会", "主席团会议"
BEFORE, AFTER = timedelta(100), timedelta(366)
"""How long before the year a notice of its congress may lie, and how long after it what closes its matters."""


class Item(NamedTuple):
    """An item of a meeting's agenda."""

    type: str
    title: str
    ayes: int | None
    elected: Sequence[str]
    outcome: str


class Meeting(NamedTuple):
    """A meeting with its agenda and how many came."""

    id: int
    type: str
    term: int | None
    session: int | None
    title: str
    began_on: date
    ended_on: date | None
    expected: int | None
    present: int | None
    """As stated, else as the register counts; None where neither says."""
    items: Sequence[Item]

    @property
    def event(self) -> Event:
        return Event(self.began_on, Behind("meeting", self.id))


class Document(NamedTuple):
    """A document that went out or came in."""

    id: int
    direction: str
    dated_on: date
    title: str
    activity_id: int | None

    @property
    def event(self) -> Event:
        return Event(self.dated_on, Behind("document", self.id))


class Activity(NamedTuple):
    """An activity of deputies."""

    id: int
    type: str
    held_on: date
    theme: str
    group_id: int | None

    @property
    def event(self) -> Event:
        return Event(self.held_on, Behind("activity", self.id))


def meetings(year: Year) -> list[Meeting]:
    """The meetings of the year, with what was on their agenda."""
    return met(year, year.first, year.until)


def met(year: Year, first: date, last: date, *where: ColumnElement[bool]) -> list[Meeting]:
    """The meetings of some days that are known on the day of asking."""
    own, item = schema.table("meeting"), schema.child_table("meeting", "items")
    register = schema.child_table("meeting", "attendance")
    within = and_(own.c.began_on.between(first, min(last, year.as_of)), *where)
    came = select(own.c.id, func.count()).select_from(own.join(register, register.c.owner_id == own.c.id))
    came = came.where(within, register.c.status == "出席").group_by(own.c.began_on, own.c.id)
    present = {row[0]: row[1] for row in year.ask(came)}
    lines = select(item.c.owner_id, *(item.c[name] for name in ("type", "title", "for", "elected", "outcome")))
    lines = lines.select_from(own.join(item, item.c.owner_id == own.c.id)).where(within)
    items: dict[int, list[Item]] = defaultdict(list)
    lines = lines.order_by(own.c.began_on, own.c.id, item.c.position)
    for owner, type, title, ayes, elected, outcome in year.ask(lines):
        items[owner].append(Item(type, title, ayes, elected or (), outcome or ""))
    names = ("id", "type", "term", "session", "title", "began_on", "ended_on", "expected", "present")
    query = select(*(own.c[name] for name in names)).where(within).order_by(own.c.began_on, own.c.id)
    return [_meeting(row, present, items) for row in year.ask(query)]


def _meeting(row: Any, came: Mapping[int, int], items: Mapping[int, Sequence[Item]]) -> Meeting:
    present = came.get(row.id) if row.present is None else row.present
    days = (row.began_on, row.ended_on)
    own = items.get(row.id, ())
    return Meeting(row.id, row.type, row.term, row.session, row.title or "", *days, row.expected, present, own)


def congresses(year: Year) -> list[Meeting]:
    """The 人代会 of the year."""
    return [each for each in year.once(meetings) if each.type == CONGRESS]


def of_congress(year: Year, first: date, last: date, term: int | None = None) -> list[Meeting]:
    """The 人代会 of some days, of a term where one is named."""
    own = schema.table("meeting")
    where = [own.c.type == CONGRESS, *([own.c.term == term] if term is not None else [])]
    return met(year, first, last, *where)


def documents(year: Year) -> list[Document]:
    """The documents from shortly before the year to what closed its matters."""
    own = schema.table("document")
    days = own.c.dated_on.between(year.first - BEFORE, min(year.as_of, year.last + AFTER))
    query = select(*(own.c[name] for name in Document._fields)).where(days).order_by(own.c.dated_on, own.c.id)
    return [Document._make(row) for row in year.ask(query)]


def issued(year: Year) -> list[Document]:
    """Those that went out (发文)."""
    return [each for each in year.once(documents) if each.direction == "发文"]


def activities(year: Year) -> list[Activity]:
    """The activities of the year."""
    own = schema.table("activity")
    days = own.c.held_on.between(year.first, year.until)
    query = select(*(own.c[name] for name in Activity._fields)).where(days).order_by(own.c.held_on, own.c.id)
    return [Activity._make(row) for row in year.ask(query)]


def happenings(year: Year, kind: str, first: date, last: date, **words: Sequence[str]) -> list[Event]:
    """The events of a kind in some days, with given words in some fields."""
    own: Any = schema.table(kind)
    dated = own.c[load(kind).dated_by]
    query = select(own.c.id, dated).where(dated.between(first, last)).order_by(dated, own.c.id)
    query = query.where(*(own.c[name].in_(list(among)) for name, among in words.items() if among))
    return [Event(row[1], Behind(kind, row[0])) for row in year.ask(query)]


def holds(title: str, words: Iterable[str]) -> bool:
    """Whether a title has one of some words; of words written with a space between them, all."""
    return any(all(part in title for part in each.split()) for each in words)
