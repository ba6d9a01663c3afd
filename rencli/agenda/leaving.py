"""Mandates that ended or were suspended, and what the congress was told of it."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, select

from rencli.agenda.books import AFTER, CONGRESS, congresses, holds, issued, of_congress
from rencli.agenda.turns import Found, Turn
from rencli.agenda.year import Event, Year
from rencli.figures.people import seats
from rencli.records.seat import TOWNSHIP
from rencli.rules import Duty
from rencli.store import schema

_OF_SEAT = ("资格", "终止", "罢免", "辞职", "代表变动")


def terminations(year: Year, duty: Duty) -> Found:
    """Each end but that of the term was announced; who twice stayed away without leave is told, too."""
    seat = seats()
    reason = func.coalesce(seat.c.end_reason, "")
    ended = seat.c.ended_on.between(year.first, year.until)
    told = sorted([*_documents(year, duty), *_items(year, _OF_SEAT)])
    for person, day in _people(year, seat, seat.c.ended_on, ended, reason != "任期届满"):
        after = tuple(event for event in told if event.on >= day)[:1]
        name = year.called([person])[person]
        yield Turn(None, bool(after) or None, after, why="" if after else f"{name}（{year.on(day)}离任）没有看到公告")
    for name, times in _twice_absent(year):
        yield Turn(None, None, why=f"{name}缺席{times}次，请核实是否请过假")


def suspensions(year: Year, duty: Duty) -> Found:
    """Each suspension of the year was reported to a congress."""
    seat = seats()
    told = _items(year, ("暂停", "暂时停止", "停止执行"))
    within = seat.c.suspended_on.between(year.first, year.until)
    for person, day in _people(year, seat, seat.c.suspended_on, within):
        after = tuple(event for event in told if event.on >= day)[:1]
        name = year.called([person])[person]
        yield Turn(None, bool(after) or None, after, why="" if after else f"{name}（{year.on(day)}暂停）没有看到报告")


def _people(year: Year, seat: Any, dated: Any, *where: ColumnElement[bool]) -> list[tuple[int, date]]:
    query = select(seat.c.person, dated).where(seat.c.level == TOWNSHIP, *where).order_by(dated, seat.c.person)
    return [(row[0], row[1]) for row in year.ask(query)]


def _documents(year: Year, duty: Duty) -> list[Event]:
    return [each.event for each in year.once(issued) if holds(each.title, duty.words)]


def _items(year: Year, words: tuple[str, ...]) -> list[Event]:
    held = of_congress(year, year.first, year.last + AFTER)
    return [each.event for each in held if any(holds(item.title, words) for item in each.items)]


def _twice_absent(year: Year) -> Iterator[tuple[str, int]]:
    """Those in office whom the registers of the term miss as often as ends a seat (代表法62)."""
    own, line = schema.table("meeting"), schema.child_table("meeting", "attendance")
    limit = year.rules.counts["未经批准缺席次数"].value
    terms = {each.term for each in year.once(congresses)}
    query = select(line.c.deputy_id, own.c.session).select_from(own.join(line, line.c.owner_id == own.c.id))
    query = query.where(own.c.type == CONGRESS, own.c.term.in_(terms), own.c.began_on <= year.until)
    found = {(row[0], row[1]) for row in year.ask(query.where(line.c.status == "缺席"))}
    missed = {person: count for person, count in Counter(person for person, _ in found).items() if count >= limit}
    yield from ((name, missed[person]) for person, name in year.called().items() if person in missed)
