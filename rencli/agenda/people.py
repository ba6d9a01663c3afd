"""What is owed to each deputy or group, or by them: contacts, activities, training, duty reports, certificates."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import func, select

from rencli.agenda.books import activities, happenings
from rencli.agenda.turns import Found, Turn, spread
from rencli.agenda.year import Year
from rencli.figures.people import seats
from rencli.records.seat import TOWNSHIP
from rencli.rules import Duty
from rencli.store import schema


def contacts(year: Year, duty: Duty) -> Found:
    """Voters visited or received: by the office at all, or so often by each deputy."""
    events = happenings(year, "visit", year.first, year.until, type=duty.words)
    if duty.each != "代表":
        return spread(year, duty, events)
    own, line = schema.table("visit"), schema.child_table("visit", "deputies")
    days = own.c.held_on.between(year.first, year.until)
    query = select(line.c.deputy_id).select_from(own.join(line, line.c.owner_id == own.c.id))
    query = query.where(days, own.c.type.in_(duty.words))
    named_in = select(line.c.id).where(line.c.owner_id == own.c.id).exists()
    bare = select(func.count()).select_from(own).where(days, own.c.type.in_(duty.words), ~named_in)
    return _each(year, duty, Counter(row[0] for row in year.ask(query)), year.ask(bare)[0][0])


def _each(year: Year, duty: Duty, counts: Mapping[int, int], bare: int) -> Found:
    """A turn for each deputy in office; ``bare`` records name nobody, and leave open who took part."""
    for person, name in year.called().items():
        done = counts.get(person, 0) >= (duty.times or 1)
        yield _owed(year, name, done or (None if bare and year.over else False))
    if bare:
        yield f"另有{bare}次没有写代表姓名"


def _owed(year: Year, name: str, done: bool | None, due: date | None = None) -> Turn:
    return Turn(due or year.last, done, lacks=name, measure="名")


def group_activities(year: Year, duty: Duty) -> Found:
    """Activities of each group so often; those of a 大组 count for the groups in it, too."""
    group = schema.table("group")
    rows = year.ask(select(group.c.id, group.c.name, group.c.parent_id).order_by(group.c.id))
    above = {row.parent_id for row in rows}
    own = [each for each in year.once(activities) if each.group_id is not None or each.type in duty.words]
    bare = [each for each in own if each.group_id is None]
    if not rows:
        yield from spread(year, duty, [each.event for each in own])
        return
    for id, name, parent in (row for row in rows if row.id not in above):
        mine = [each.event for each in own if each.group_id in (id, parent) and each.group_id is not None]
        for turn in spread(year, duty, mine):
            unknown = turn.done is False and bool(bare) and turn.due is not None and turn.due < year.as_of
            yield turn._replace(lacks=f"{name}{turn.lacks}", done=None if unknown else turn.done)
    if bare:
        yield f"另有{len(bare)}次没有写小组"


def training(year: Year, duty: Duty) -> Found:
    """Organised so often in the year; within the term everybody takes part."""
    events = [each.event for each in year.once(activities) if each.type in duty.words]
    yield from spread(year, duty, events)
    own, line = schema.table("activity"), schema.child_table("activity", "deputies")
    query = select(line.c.deputy_id).select_from(own.outerjoin(line, line.c.owner_id == own.c.id))
    yield from _within_term(year, query.where(own.c.type.in_(duty.words)), own.c.held_on, "参加过")


def duty_reports(year: Year, duty: Duty) -> Found:
    """Organised in the year; within the term everybody reports."""
    yield from spread(year, duty, happenings(year, "duty_report", year.first, year.until))
    own, line = schema.table("duty_report"), schema.child_table("duty_report", "deputies")
    query = select(line.c.name_id).select_from(own.join(line, line.c.owner_id == own.c.id))
    yield from _within_term(year, query.where(line.c.level == TOWNSHIP), own.c.held_on, "述过职")


def _within_term(year: Year, query: Any, dated: Any, did: str) -> Found:
    """In the year in which a term ends a turn for each of its deputies; before that a remark how many there are."""
    for begins, ends in year.ledger.context.terms().values():
        if begins > year.until or (ends is not None and ends < year.first):
            continue
        last = min(year.until, ends or year.until)
        people = year.called(year.deputies(last))
        done = {row[0] for row in year.ask(query.where(dated.between(begins, last)))}
        nameless = None in done
        if ends is not None and ends <= year.last:
            unknown = None if nameless else False
            yield from (_owed(year, name, person in done or unknown, ends) for person, name in people.items())
        elif count := sum(person in done for person in people):
            yield f"本届{len(people)}名{'都' if count == len(people) else f'中{count}名'}{did}"
        if nameless:
            yield f"有的没有写代表姓名，看不出是否都{did}"


def duty_records(year: Year, duty: Duty) -> Found:
    """Every deputy in office stands in some book of the year."""
    seen = set().union(*(_named_in(year, *each) for each in _BOOKS))
    yield from (_owed(year, name, person in seen) for person, name in year.called().items())


def certificates(year: Year, duty: Duty) -> Found:
    """Everybody in office has a certificate; where nobody's number is kept, records cannot tell."""
    own = schema.table("deputy")
    query = select(own.c.id).where(func.coalesce(own.c.certificate_no, "") != "")
    having, people = {row[0] for row in year.ask(query)}, year.called()
    if people and not having.intersection(people):
        yield Turn(year.last, None, why="没有登记代表证号")
        return
    yield from (_owed(year, name, person in having) for person, name in people.items())


def vacancies(year: Year, duty: Duty) -> Found:
    """As many in office as there are seats; no law sets the day of a by-election."""
    own = schema.table("term")
    number = year.ledger.context.term_on(year.until)
    allotted = next((row[0] for row in year.ask(select(own.c.seats).where(own.c.number == number))), None)
    if allotted is None:
        yield Turn(None, None, why=f"第{number}届没有记代表名额" if number else "这一天不在哪一届里")
        return
    held = len(year.deputies())
    yield Turn(None, held >= allotted, lacks=f"{allotted - held}名")
    yield f"名额{allotted}，在任{held}"
    if held < allotted and (since := _last_left(year, number)):
        yield f"最近一名{year.on(since)}离任"


def _last_left(year: Year, number: int | None) -> date | None:
    seat = seats()
    query = select(func.max(seat.c.ended_on)).where(seat.c.level == TOWNSHIP, seat.c.term == number)
    found: date | None = year.ask(query.where(seat.c.ended_on <= year.until))[0][0]
    return found


_BOOKS = (
    ("meeting", "attendance", "deputy_id"),
    ("activity", "deputies", "deputy_id"),
    ("visit", "deputies", "deputy_id"),
    ("duty_report", "deputies", "name_id"),
    ("suggestion", "cosigners", "deputy_id"),
    ("suggestion", "", "proposer_id"),
    ("merit", "", "deputy_id"),
)
"""Where a deputy's name is a record of duty: kind, nested list, column."""
_DATED: Mapping[str, str] = {"meeting": "began_on", "suggestion": "submitted_on", "merit": "happened_on"}


def _named_in(year: Year, kind: str, lines: str, column: str) -> Iterable[int]:
    own = schema.table(kind)
    days = own.c[_DATED.get(kind, "held_on")].between(year.first, year.until)
    if not lines:
        query = select(own.c[column]).where(days)
    else:
        line = schema.child_table(kind, lines)
        query = select(line.c[column]).select_from(own.join(line, line.c.owner_id == own.c.id)).where(days)
        query = query.where(line.c.status == "出席") if kind == "meeting" else query
    return {row[0] for row in year.ask(query)}
