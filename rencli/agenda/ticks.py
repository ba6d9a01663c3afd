"""What records cannot show, the clerk ticks: a ``plan`` record of the duty's title, done on a day."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import select

from rencli.agenda.turns import DONE, DUE, UNSURE, Found, Judgement, Turn, by
from rencli.agenda.year import Event, Year
from rencli.figures.base import Behind
from rencli.rules import Duty
from rencli.store import schema

BY_HAND = "自记"


class Tick(NamedTuple):
    """A 工作安排 of a duty's title."""

    id: int
    due: date | None
    done_on: date | None

    @property
    def behind(self) -> Behind:
        return Behind("plan", self.id)


def ticks(year: Year) -> Mapping[str, Sequence[Tick]]:
    """The year's plans by their title; what was done later than the day of asking is not done yet."""
    own = schema.table("plan")
    query = select(own.c.title, own.c.id, own.c.due, own.c.done_on).where(own.c.year == year.number)
    query = query.where(own.c.title.in_([each.item for each in year.rules.agenda]))
    found: dict[str, list[Tick]] = defaultdict(list)
    for title, id, due, done_on in year.ask(query.order_by(own.c.done_on.nulls_last(), own.c.id)):
        found[title].append(Tick(id, due, done_on if done_on and done_on <= year.as_of else None))
    return found


def by_hand(year: Year, duty: Duty, own: Sequence[Tick]) -> Found:
    """A duty that only ticks can show: a turn for each span, done by the ticks in their order.

    It is due where a rule or a plan names a day; past that, or without one, the clerk is asked.
    """
    done = [each for each in own if each.done_on]
    planned = [each.due for each in own if each.due and not each.done_on]
    for at, span in enumerate(year.spans(duty.per)):
        stated = by(year, duty) or (planned[0] if planned else None) or (span.last if span.name else None)
        if at < len(done):
            day = done[at].done_on or span.last
            yield Turn(stated, True, (Event(day, done[at].behind),))
        else:
            open_ = stated is not None and stated >= year.as_of
            yield Turn(stated, False if open_ else None, lacks=span.name, why="" if open_ else span.name)


def ticked(judged: Judgement, duty: Duty, own: Sequence[Tick], year: Year) -> Judgement:
    """What the clerk ticked where records show a part, or leave it open; they are not overruled where they tell."""
    asked = judged.state == UNSURE or (duty.known != "全部" and judged.state != DONE)
    done = [each for each in own if each.done_on]
    if asked and done:
        events = tuple(Event(each.done_on or year.until, each.behind) for each in done)
        told = "、".join(map(year.tell, events))
        return judged._replace(state=DONE, due=None, told=told, events=(*judged.events, *events))
    first = next((each for each in own if each.due and not each.done_on), None)
    if judged.state == UNSURE and first and first.due:
        told = "；".join(filter(None, [judged.told, f"安排在{year.on(first.due)}前（工作安排{first.id}）"]))
        coming = first.due >= year.as_of
        return judged._replace(state=DUE if coming else UNSURE, due=first.due if coming else None, told=told)
    return judged
