"""What came in and has to be answered: suggestions, petitions, promises; and what is reported of it."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select

from rencli.agenda.books import congresses, holds, issued, meetings, met
from rencli.agenda.turns import Found, Turn, in_doubt, spread
from rencli.agenda.year import Event, Year
from rencli.figures import lives
from rencli.figures.base import Behind
from rencli.figures.due import ENDS
from rencli.figures.lives import Story
from rencli.records.deadlines import handing
from rencli.records.handled import FINISHED
from rencli.records.numbered import number_text
from rencli.records.steps import WAITING
from rencli.records.suggestion import MOTION
from rencli.rules import Duty, add_months
from rencli.store import schema


def suggestions(year: Year, duty: Duty) -> Found:
    """Handed over and answered in time: a turn for each that still waits, one for all the others of the year."""
    own = schema.table("suggestion")
    came = own.c.submitted_on <= year.until
    ended = lives.has_step(*ENDS, before=year.as_of + timedelta(1))
    stories = lives.fetch(year.scope, and_(came, ~ended))
    waiting = sorted(turn for story in stories for turn in _waits(year, story))
    count = select(func.count()).select_from(own).where(came, own.c.submitted_on >= year.first, own.c.type != MOTION)
    total = year.ask(count)[0][0]
    for due, why in waiting:
        yield Turn(None if due == date.max else due, False, why=why)
    if (answered := total - len(waiting)) > 0:
        yield Turn(None, True, times=answered)
    if total:
        yield f"这一年收到{total}件" + ("" if waiting else "，没有未答的")
    if unurged := sum(story.life.overdue(year.as_of) and not story.life.urged for story in stories):
        yield f"超期没有督办的{unurged}件"


def _waits(year: Year, story: Story) -> Iterator[tuple[date, str]]:
    """Who keeps a suggestion waiting, until when: the units that are to answer, else the office itself."""
    number = number_text(story.term, story.session, story.number)
    life = story.life
    if life.state == WAITING:
        office = handing(life.returned_on, story.submitted_on, story.session is None, year.rules)
        yield office.due.day if office.due else date.max, f"{number}待{office.matter}"
    for unit in life.awaited:
        yield life.due or date.max, f"{number}{unit}{'超期未答' if life.overdue(year.as_of) else '未答'}"


def petitions(year: Year, duty: Duty) -> Found:
    """Passed on in so many days (``first``), done with in so many (``days``) or by the day that was set."""
    own = schema.table("petition")
    received = own.c.received_on <= year.until
    total = year.ask(select(func.count()).select_from(own).where(received, own.c.received_on >= year.first))[0][0]
    finished = or_(own.c.resolved_on <= year.as_of, func.coalesce(own.c.disposal, "").in_(FINISHED))
    columns = (own.c.id, own.c.received_on, own.c.transferred_on, own.c.due, own.c.disposal)
    open_: ColumnElement[bool] = func.coalesce(finished, False).is_(False)
    rows = year.ask(select(*columns).where(received, open_).order_by(own.c.received_on, own.c.id))
    for id, on, passed, due, disposal in rows:
        if duty.first and disposal is None and (passed is None or passed > year.as_of):
            yield Turn(on + timedelta(duty.first), False, why=f"来信来访{id}没有转送、告知")
        else:
            yield Turn(due or on + timedelta(duty.days or 0), False, why=f"来信来访{id}没有办结")
    if (settled := total - len(rows)) > 0:
        yield Turn(None, True, times=settled)
    if total and not rows:
        yield f"这一年收到{total}件，都已办结"


def promises(year: Year, duty: Duty) -> Found:
    """Promises kept by the day they name; with ``by`` their state is reported in the last quarter."""
    stories = lives.promising(year.scope)
    open_ = [story for story in stories if story.life.promises.open]
    for story in open_:
        dues = [promise.due for promise in story.life.promises.open if promise.due is not None]
        if dues and dues[-1] <= year.last:
            number = number_text(story.term, story.session, story.number)
            yield Turn(dues[-1], False, why=f"{number}的承诺要在{year.on(dues[-1])}前兑现")
    kept = [Event(day, Behind("suggestion", each.id)) for each in stories for day in each.life.fulfilled_on
            if year.first <= day <= year.until]  # fmt: skip
    if kept:
        yield Turn(None, True, tuple(sorted(kept)))
    if duty.by and stories:
        yield from _reported(year, duty)
    if open_:
        yield f"没有兑现的{len(open_)}件，转入下一年" if year.over else f"没有兑现的{len(open_)}件"


def _reported(year: Year, duty: Duty) -> Iterator[Turn]:
    quarter = date(year.number, 10, 1)
    last = date.fromisoformat(f"{year.number}-{duty.by}")
    found = [each.event for each in year.once(issued) if "承诺" in each.title and quarter <= each.dated_on]
    found += [
        each.event
        for each in year.once(meetings)
        if each.began_on >= quarter and any("承诺" in item.title for item in each.items)
    ]
    why = "第四季度没有看到承诺落实情况的报告" if last < year.as_of and not found else ""
    yield Turn(last, bool(found) or (None if why else False), tuple(sorted(found)), lacks="第四季度的报告", why=why)


def report(year: Year, duty: Duty) -> Found:
    """The report on how suggestions were handled: an item of a meeting, or a document that went out."""
    found = [each.event for each in year.once(meetings) if any(holds(item.title, duty.words) for item in each.items)]
    found += _titled(year, duty)
    turns = spread(year, duty, sorted(found))
    yield from (in_doubt(turn, year, "议程和发文里没有看到办理情况报告") for turn in turns)


def announced(year: Year, duty: Duty) -> Found:
    """Documents that went out and whose title has the words: what was made public."""
    turns = spread(year, duty, _titled(year, duty))
    yield from (in_doubt(turn, year, "发文里没有看到") for turn in turns)


def budget_published(year: Year, duty: Duty) -> Found:
    """So many days after a congress approved them; that they were published only a tick can tell."""
    for each in year.once(congresses):
        if any(holds(item.title, duty.words) for item in each.items):
            due = (each.ended_on or each.began_on) + timedelta(duty.days or 0)
            over = due < year.as_of
            why = f"{year.tell(each.event)}批准，要在{year.on(due)}前公开" if over else ""
            yield Turn(due, None if over else False, why=why, lacks=f"{year.on(each.began_on)}批准的")


def handing_over_meeting(year: Year, duty: Duty) -> Found:
    """A meeting in the time after each congress whose title has the words."""
    for each in year.once(congresses):
        close = each.ended_on or each.began_on
        due = add_months(close, duty.gap or 1)
        found = [
            one.event
            for one in met(year, close, due)
            if holds("；".join([one.title, *(item.title for item in one.items)]), duty.words)
        ][:1]
        why = f"{year.tell(each.event)}以后没有看到交办会" if due < year.as_of and not found else ""
        yield Turn(due, bool(found) or (None if why else False), tuple(found), why=why)


def _titled(year: Year, duty: Duty) -> list[Event]:
    within = (each for each in year.once(issued) if year.first <= each.dated_on <= year.until)
    return [each.event for each in within if holds(each.title, duty.words)]
