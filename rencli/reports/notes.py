"""What the clerk has written for a paper: 素材 by section and 下年安排, nothing twice."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from rencli.figures.period import Period
from rencli.records import load
from rencli.store.ledger import Ledger
from rencli.store.query import Listing

OPENING: Final = "开头"
OPENING_SENTENCES: Final = "开头句"
"""The notes of the opening that stand as sentences behind it; not a section, but a name of its own in 素材."""
SERIES: Final = ("不足", "打算")
"""Sections whose notes are told as 一是…。二是…。: each of their points is one."""
LONGEST_PHRASE: Final = 40

_END: Final = "。；，、;,.!！?？ 　\n"
_DUTY: Final = re.compile(
    r"(?:(?:依法|认真|忠实|忠诚|积极|主动|全面|切实|扎实|勤勉|尽心|尽职|尽责|担当|务实|高效|有效)[、地]?)+"
    r"(?:履职|履行(?:法定)?(?:职责|职权))(?:尽责|尽职|行权)?$"
)
"""A clause, or the tail of one, that says what the opening says itself: 依法履职."""
_POINT: Final = re.compile(
    r"(?:^|(?<=[。；：:]))\s*(?:[一二三四五六七八九十]+是|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d+(?:、|[.．](?!\d))|[①-⑳])[，：:、]?"
)
"""What counts the points of a text."""
_OF_OTHERS: Final = re.compile(rf"(?:代表|委员|干部|人员|政府|部门|机关|单位){_DUTY.pattern}")
_LED: Final = re.compile(r"^在[^，]*(?:党委|人大常委会)[^，]*(?:领导|指导|支持|关心)[^，]*下$")
_SUBJECT: Final = re.compile(
    r"^(?!围绕|紧扣|聚焦|按照|依照|根据|立足|坚持|贯彻|落实|对照|在|以|把)[^，]{0,12}主席团|^(?:[我本全][镇乡]|我们|本单位)"
)
_TIME: Final = re.compile(r"^(?:\d{4}年|二[〇○零]|[一过今本去全上下]年|过去|[上下]半年|[一二三四五]年来|.季度)")


def notes(ledger: Ledger, period: Period) -> dict[str, list[str]]:
    """素材: the clerk's notes of the period by section, in the order of their dates, identical ones once.

    A text of several paragraphs keeps a line for each. Of the opening, phrases that fit its first sentence stand
    under 开头, whole sentences under 开头句.
    """
    listing = Listing(first=period.first, last=period.last, sort="on")
    found: dict[str, dict[str, str]] = {section: {} for section in load("note").field("section").words}
    for record in ledger.records("note", listing):
        values: Any = record
        for text in _points(values.text) if values.section in SERIES else [values.text]:
            found[values.section].setdefault(_bare(text), text)
    told = {section: [*texts.values()] for section, texts in found.items()}
    split = [(text, phrase(text)) for text in told[OPENING]]
    phrases = dict.fromkeys(fitting for _, fitting in split if fitting)
    return told | {OPENING: [*phrases], OPENING_SENTENCES: [text for text, fitting in split if fitting is None]}


def phrase(text: str) -> str | None:
    """What of a note fits between 在…领导下 and 依法履职; None of one that is a sentence of its own.

    What the opening says already (the lead, 依法履职) is left out, be it all that there is.
    """
    bare = text.strip(_END)
    if re.search("[。；！？;!?\n]", bare) or len(bare) > LONGEST_PHRASE or _TIME.match(bare) or _SUBJECT.match(bare):
        return None
    clauses = bare.split("，")
    if _LED.match(clauses[0]):
        clauses = clauses[1:]
    cut = [clause if _OF_OTHERS.search(clause) else _DUTY.sub("", clause).strip(_END) for clause in clauses]
    fitting = "，".join(clause for clause in cut if clause)
    return None if "依法履职" in fitting else fitting


def plans_after(ledger: Ledger, period: Period) -> list[Any]:
    """The plans for the year after the period, by the day when they are due, identical ones once."""
    found: list[Any] = ledger.records("plan", Listing({"year": str(period.last.year + 1)}))
    return once(sorted(found, key=lambda each: each.due or date.max))


def once(plans: Iterable[Any]) -> list[Any]:
    """Plans without those that say again what another of the year says: the same title and no other day.

    Of equal ones the one that is done stands, so that nothing is told as done and as open.
    """
    kept: list[Any] = []
    places: dict[tuple[int, str], list[int]] = {}
    for plan in plans:
        twins = places.setdefault((plan.year, _bare(plan.title)), [])
        at = next((at for at in twins if kept[at].due == plan.due or None in (kept[at].due, plan.due)), None)
        if at is None:
            twins.append(len(kept))
            kept.append(plan)
        elif _knows(plan) > _knows(kept[at]):
            kept[at] = plan
    return kept


def _knows(plan: Any) -> tuple[bool, bool]:
    return plan.done_on is not None, plan.due is not None


def _points(text: str) -> list[str]:
    """The points of a note, paragraph by paragraph, without numbers of their own: the series counts them."""
    lines = (_POINT.split(line) for line in text.split("\n"))
    return [point for line in lines for part in line if (point := part.strip())]


def _bare(text: str) -> str:
    """A text as it is compared: without blanks and without its end mark."""
    return "".join(text.split()).strip(_END)
