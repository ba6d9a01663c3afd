"""Who holds which seats on which days, and what follows from it while a record is written."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Date, TableClause, column, select, table
from sqlmodel import Session

from rencli.records.seat import TOWNSHIP
from rencli.records.tenure import COLUMNS, Tenure, Terms, tenure
from rencli.store.run import run

_DAYS = ("began_on", "ended_on", "suspended_on", "restored_on")


def _seats(kind: str, person: str) -> TableClause:
    return table(kind, column(person), *(column(name, Date if name in _DAYS else None) for name in COLUMNS))


_deputy, _mandate = _seats("deputy", "id"), _seats("mandate", "deputy_id")
_meeting = table("meeting", column("id"), *map(column, ("type", "term", "session")), column("began_on", Date))
_line = table("meeting_attendance", column("owner_id"), column("deputy_id"), column("status"))


def tenures(session: Session, terms: Terms, people: Collection[int] | None = None) -> dict[int, list[Tenure]]:
    """The seats of people (of all without ``people``), the first of each before the further ones: two statements."""
    found: dict[int, list[Tenure]] = defaultdict(list)
    for person, source in ((_deputy.c.id, _deputy), (_mandate.c.deputy_id, _mandate)):
        query = select(person.label("person"), *(source.c[name] for name in COLUMNS))
        if people is not None:
            query = query.where(person.in_(list(people)))
        for row in run(session, query):
            found[row.person].append(tenure(row, terms))
    return dict(found)


def absences(
    session: Session, terms: Terms, people: Collection[int], congress: Any
) -> Mapping[int, tuple[Tenure, list[int]]]:
    """For each of some people: the township seat held at a congress, and the sessions of the term missed in it.

    Missed is what the register calls 缺席; a leave (请假) is none. The sessions are in their order, each once.
    """
    held = {
        person: seat
        for person, seats in tenures(session, terms, people).items()
        for seat in seats
        if seat.level == TOWNSHIP and seat.serves(congress.began_on)
    }
    query = select(_line.c.deputy_id, _meeting.c.session, _meeting.c.began_on)
    query = query.select_from(_line.join(_meeting, _meeting.c.id == _line.c.owner_id)).order_by(_meeting.c.began_on)
    query = query.where(_meeting.c.type == congress.type, _meeting.c.term == congress.term)
    query = query.where(_line.c.status == "缺席", _line.c.deputy_id.in_(list(held)))
    missed: dict[int, list[int]] = defaultdict(list)
    for person, number, day in run(session, query):
        if held[person].serves(day) and number not in missed[person]:
            missed[person].append(number)
    return {person: (seat, missed[person]) for person, seat in held.items()}
