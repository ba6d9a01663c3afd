"""The presidium: its meetings and their quorum, what it hears and inspects, what it passes on."""

from datetime import date

from sqlalchemy import func, select

from rencli.agenda.books import CONGRESS, PRESIDIUM, Meeting, activities, documents, happenings, issued, meetings
from rencli.agenda.congress import passed
from rencli.agenda.turns import Found, Turn, spread
from rencli.agenda.year import Year
from rencli.rules import Duty, add_months
from rencli.store import schema

_PASSED_ON = ("视察", "调研")


def gatherings(year: Year, duty: Duty) -> Found:
    """Meetings in each span, or never longer than so many months between two of them."""
    if not duty.gap:
        return spread(year, duty, [each.event for each in _held(year)])
    return _gaps(year, duty.gap)


def _gaps(year: Year, months: int) -> Found:
    """Between sessions: a congress, too, ends the time that is counted, and its close begins it anew."""
    met = [(each.began_on, each.ended_on or each.began_on, each) for each in year.once(meetings)]
    met = [each for each in met if each[2].type in (CONGRESS, PRESIDIUM)]
    last = _before(year) or max(year.first, year.opens)
    for began, ended, each in met:
        if (due := add_months(last, months)) < began and due >= year.first:
            yield Turn(due, False, why=f"{year.on(last)}到{year.on(began)}超过{months}个月")
        if each.type == PRESIDIUM:
            yield Turn(began, True, (each.event,))
        last = max(last, ended)
    if (due := add_months(last, months)) <= year.last:
        why = f"{year.on(last)}以后超过{months}个月没有开会" if due < year.as_of else ""
        yield Turn(due, False, why=why)


def quorum(year: Year, duty: Duty) -> Found:
    """More than half of the members came, and decided by more than half of all members."""
    for each in _held(year):
        members = max(year.presidium(each.began_on), each.expected or 0)
        if each.present is None or not members:
            yield Turn(
                each.began_on, None, why=f"{year.tell(each.event)}：没有记{'实到人数' if members else '主席团成员'}"
            )
        elif 2 * each.present <= members:
            why = f"{year.tell(each.event)}：到{each.present}名，不过主席团成员{members}名的半数"
            yield Turn(each.began_on, False, (each.event,), why=why)
        else:
            yield Turn(each.began_on, True, (each.event,))
        yield from (turn for turn in passed(year, each, members, "主席团成员") if turn.done is False)


def reports(year: Year, duty: Duty) -> Found:
    """Reports of the government on one matter: activities of the types, or heard at a meeting of the presidium."""
    found = [each.event for each in year.once(activities) if each.type in duty.words]
    for each in _held(year):
        if any(item.type == "听取报告" and "政府工作报告" not in item.title for item in each.items):
            found.append(each.event)
    return spread(year, duty, sorted(found))


def passed_on(year: Year, duty: Duty) -> Found:
    """Each inspection's report went out (发文 of that 活动), and an answer came in (收文 of it) in so many months."""
    sent = {each.activity_id: each for each in reversed(year.once(issued))}
    came = [each for each in year.once(documents) if each.direction == "收文"]
    for each in year.once(activities):
        if each.type not in _PASSED_ON:
            continue
        out = sent.get(each.id)
        if out is None:
            yield Turn(None, None, why=f"{year.tell(each.event)}的报告没有记转送")
            continue
        answers = tuple(one.event for one in came if one.activity_id == each.id and one.dated_on >= out.dated_on)
        if answers or not duty.gap:
            yield Turn(None, True, (out.event, *answers))
            continue
        due = add_months(out.dated_on, duty.gap)
        why = f"{year.tell(out.event)}转送，没有记回告"
        yield Turn(
            due, None if due < year.as_of else False, why=why, lacks=f"{year.on(each.held_on)}活动{each.id}的回告"
        )


def appraisals(year: Year, duty: Duty) -> Found:
    """Offices and stations were appraised: 评议测评, or an activity of that type."""
    found = happenings(year, "appraisal", year.first, year.until)
    found += [each.event for each in year.once(activities) if each.type == "工作评议"]
    return spread(year, duty, sorted(found))


def livelihood(year: Year, duty: Duty) -> Found:
    """The projects were put to the vote of the congress, and followed by the deputies."""
    put = [
        each.event
        for each in year.once(meetings)
        if each.type == CONGRESS and any(item.type == "票决" or "民生实事" in item.title for item in each.items)
    ]
    followed = [each.event for each in year.once(activities) if each.type == "为民办实事" or "民生实事" in each.theme]
    for what, events in (("票决", put), ("跟踪监督", followed)):
        unknown = None if year.over else False
        why = f"没有看到{what}" if year.over and not events else ""
        yield Turn(year.last, bool(events) or unknown, tuple(events), lacks=what, why=why)


def plans(year: Year, duty: Duty) -> Found:
    """A plan of the year's reports may be made (可以)."""
    own = schema.table("plan")
    found = year.ask(select(func.count()).select_from(own).where(own.c.year == year.number))[0][0]
    if found:
        yield Turn(None, True, soft=True)
        yield f"工作安排{found}项"
    else:
        yield "可以制定，没有安排"


def _held(year: Year) -> list[Meeting]:
    return [each for each in year.once(meetings) if each.type == PRESIDIUM]


def _before(year: Year) -> date | None:
    """The last day before the year on which the presidium or the congress met."""
    own = schema.table("meeting")
    query = select(own.c.began_on, own.c.ended_on).where(own.c.began_on < year.first)
    query = query.where(own.c.type.in_((CONGRESS, PRESIDIUM))).order_by(own.c.began_on.desc()).limit(1)
    return next((ended or began for began, ended in year.ask(query)), None)
