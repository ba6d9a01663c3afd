"""The congress itself: how often, announced, quorum and votes, what it heard, its first session."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from rencli.agenda.books import Meeting, activities, congresses, holds, issued, of_congress
from rencli.agenda.turns import Found, Turn, spread
from rencli.agenda.year import Year
from rencli.rules import Duty, add_months

_OF_PRESIDIUM = re.compile("主席团(第[^届]{1,4}次)?会议")
_VOTED = ("决议", "决定", "选举", "表决", "票决")
_REJECTED = ("未通过", "没有通过", "不通过", "未获通过", "否决", "未当选", "搁置")
_MONTHS = 2
"""Between the election of the deputies and their first session (组织法20)."""


def times(year: Year, duty: Duty) -> Found:
    """Held so often; where the law asks once and says that twice is usual, the second is due and never missing."""
    held = year.once(congresses)
    hard = spread(year, duty, [each.event for each in held])
    yield from hard
    usual = year.rules.counts["每年人代会次数"].value
    if len(hard) < usual and len(held) < usual:
        yield Turn(year.last, False, lacks=f"第{len(held) + 1}次" if held else "", soft=True)
        if year.over and held:
            yield f"一般每年{usual}次，这一年{len(held)}次"


def announced(year: Year, duty: Duty) -> Found:
    """A notice went out so many days before each; whether others went out too, records cannot tell."""
    notices = [each for each in year.once(issued) if not _OF_PRESIDIUM.search(each.title)]
    before = None
    for each in year.once(congresses):
        last = each.began_on - timedelta(duty.days or 0)
        own = [
            notice
            for notice in notices
            if (before is None or notice.dated_on > before) and notice.dated_on <= each.began_on
            if holds(notice.title, duty.words)
        ]
        in_time = tuple(notice.event for notice in own if notice.dated_on <= last)
        why = "发文里没有看到通知" if not own else f"通知在{year.on(own[0].dated_on)}，晚于{year.on(last)}"
        told = "" if in_time else f"{year.tell(each.event)}：{why}"
        yield Turn(last, True if in_time else None, in_time, why=told)
        before = each.began_on


def quorum(year: Year, duty: Duty) -> Found:
    """Two thirds of those in office came."""
    for each in year.once(congresses):
        body = _body(year, each)
        if each.present is None or not body:
            yield Turn(each.began_on, None, why=f"{year.tell(each.event)}：没有记{'实到人数' if body else '代表'}")
        elif 3 * each.present < 2 * body:
            why = f"到{each.present}名，不足代表{body}名的三分之二"
            yield Turn(each.began_on, False, (each.event,), why=f"{year.tell(each.event)}：{why}")
        else:
            yield Turn(each.began_on, True, (each.event,))


def majority(year: Year, duty: Duty) -> Found:
    """What was resolved and who was elected had the votes of more than half of all deputies."""
    for each in year.once(congresses):
        if not each.items:
            yield Turn(each.began_on, None, why=f"{year.tell(each.event)}：没有记议程")
        yield from passed(year, each, _body(year, each), "全体代表")


def passed(year: Year, meeting: Meeting, body: int, whose: str) -> Iterator[Turn]:
    """The votes of a meeting against the whole of its body; those that fell are no fault."""
    items = [each for each in meeting.items if each.type in _VOTED and not _fell(each.outcome)]
    bare = [each.title for each in items if each.ayes is None]
    for item in items:
        if item.ayes is not None and body:
            fine = 2 * item.ayes > body
            why = (
                ""
                if fine
                else f"{year.tell(meeting.event)}：“{item.title}”赞成{item.ayes}票，不过{whose}{body}名的半数"
            )
            yield Turn(meeting.began_on, fine, (meeting.event,), why=why)
    if bare:
        what = f"“{bare[0]}”" if len(bare) == 1 else f"“{bare[0]}”等{len(bare)}项"
        yield Turn(meeting.began_on, None, why=f"{year.tell(meeting.event)}：{what}没有记赞成票")


def heard(year: Year, duty: Duty) -> Found:
    """An item whose title has the words; a congress whose agenda has none may have heard it nevertheless."""
    yield _heard(year, duty, duty.words)


def each_heard(year: Year, duty: Duty) -> Found:
    """The same for each of the words: the budget, and the accounts."""
    for word in duty.words:
        yield _heard(year, duty, (word,))._replace(lacks=word.split()[0])


def first_session(year: Year, duty: Duty) -> Found:
    """A new term: within two months of its first day (polling days are not kept), with a credentials committee."""
    for number, (begins, _) in year.ledger.context.terms().items():
        if not year.first <= begins <= year.until:
            continue
        due = add_months(begins, _MONTHS)
        own = [each for each in of_congress(year, begins, date.max, number) if each.session == 1]
        if own:
            fine = own[0].began_on <= due
            why = (
                ""
                if fine
                else f"{year.tell(own[0].event)}，晚于第{number}届开始后两个月（{year.on(due)}），请核对选举日"
            )
            yield Turn(due, fine or None, (own[0].event,) if fine else (), why=why)
            named = any(holds(item.title, duty.words) for each in own for item in each.items)
            why = "" if named else "议程里没有看到代表资格审查委员会"
            yield Turn(due, named or None, (own[0].event,) if named else (), why=why)
        else:
            past = due < year.as_of
            why = f"第{number}届从{year.on(begins)}开始，选举日台账里没有" if past else ""
            yield Turn(due, None if past else False, why=why, lacks=f"第{number}届第一次会议")


def oaths(year: Year, duty: Duty) -> Found:
    """Where somebody was elected, an item or an activity whose title has the words."""
    for each in year.once(congresses):
        if not any(item.type == "选举" and item.elected for item in each.items):
            continue
        sworn = [each.event] if any(holds(item.title, duty.words) for item in each.items) else []
        later = (one for one in year.once(activities) if one.held_on >= each.began_on)
        sworn += [one.event for one in later if holds(one.theme, duty.words)]
        why = "" if sworn else f"{year.tell(each.event)}有选举，没有看到宣誓"
        yield Turn(each.began_on, bool(sworn) or None, tuple(sworn[:1]), why=why)


def _heard(year: Year, duty: Duty, words: tuple[str, ...]) -> Turn:
    held = year.once(congresses)
    found = tuple(each.event for each in held if any(holds(item.title, words) for item in each.items))
    if found or not held:
        return Turn(year.last, bool(found), found)
    why = f"人代会议程里没有看到“{words[0].replace(' ', '…')}”" if year.over else ""
    return Turn(year.last, None if year.over else False, why=why)


def _body(year: Year, meeting: Meeting) -> int:
    """All deputies that day: those in office, or as many as should have come where the roster has fewer."""
    return max(len(year.deputies(meeting.began_on)), meeting.expected or 0)


def _fell(outcome: str) -> bool:
    return any(word in outcome for word in _REJECTED)
