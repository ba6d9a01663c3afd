"""What became of a duty: its turns in the year (each time that it fell due), folded into a state."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from rencli.agenda.year import Event, Year
from rencli.rules import Duty

MISSING, DUE, UNSURE, DONE, NONE = "未做", "待办", "需确认", "已完成", "不适用"
STATES: Final = (MISSING, DUE, UNSURE, DONE, NONE)
"""Worst first: the order of the table."""
SHOWN: Final = 3
"""Events, and names of what is missing, that are told one by one."""


class Turn(NamedTuple):
    """One time that a duty fell due, or one person or thing that it is owed to."""

    due: date | None
    """The last day; None where the law sets none."""
    done: bool | None
    """None: records cannot tell. False beside ``events``: what happened is not what the law asks."""
    events: tuple[Event, ...] = ()
    lacks: str = ""
    """What is missing where it was not done: 第一季度, a name."""
    why: str = ""
    """A phrase to be told: what is wrong, or why records cannot tell."""
    soft: bool = False
    """Usual, not required: it may be due, and is never missing."""
    measure: str = "项"
    """The measure word of what is missing."""
    times: int = 1
    """How many alike there are: suggestions that were answered."""


Found = Iterable[Turn | str]
"""What a judging function yields: turns, and remarks to be told beside them. No turn: the duty does not apply."""


class Judgement(NamedTuple):
    """The state of a duty on the day of asking."""

    state: str
    due: date | None
    """待办: the next day; 未做: the first that has passed; else None."""
    achieved: int
    wanted: int
    told: str
    events: tuple[Event, ...]


def settle(found: Found, year: Year) -> Judgement:
    """Fold the turns of a duty; those before the ledger's first day are left out."""
    told = list(found)
    turns = [late(_known(each, year), year) for each in told if isinstance(each, Turn)]
    turns = [each for each in turns if each.due is None or each.due >= year.opens or each.events]
    turns.sort(key=lambda each: each.due or date.max)
    missing = [each for each in turns if _missing(each, year)]
    open_ = [each for each in turns if each.done is False and not each.events and not _passed(each, year)]
    unsure = [each for each in turns if each.done is None]
    done = [each for each in turns if each.done]
    state = MISSING if missing else DUE if open_ else UNSURE if unsure else DONE if done else NONE
    days = sorted(each.due for each in missing or open_ if each.due)
    events = tuple(sorted({event for each in turns for event in each.events}))
    next_ = [each for each in open_ if each.due == open_[0].due]
    said = [_happened(events, year), _lacking("缺", missing), _lacking("还差", next_)]
    said += _several([each.why for each in turns if each.why]) + [each for each in told if isinstance(each, str)]
    hard = [each for each in turns if not each.soft]
    return Judgement(
        state,
        days[0] if days and state in (MISSING, DUE) else None,
        sum(each.times for each in hard if each.done),
        sum(each.times for each in hard),
        "；".join(dict.fromkeys(filter(None, said))),
        events,
    )


def spread(year: Year, duty: Duty, events: Sequence[Event], usual: int = 1) -> list[Turn]:
    """The turns of a number in a year, a half-year, a quarter: done by the events of each."""
    turns = []
    for at, span in enumerate(year.spans(duty.per)):
        inside = [each for each in events if span.first <= each.on <= span.last]
        due = None if span.last == date.max else span.last
        own = counted(inside, duty.times or usual, due, span.name)
        if at == 0 and (first := by(year, duty)):
            own[0] = own[0]._replace(due=first)
        turns += own
    return turns


def by(year: Year, duty: Duty) -> date | None:
    """The last day of the year that the rule names (``03-31``)."""
    return date.fromisoformat(f"{year.number}-{duty.by}") if duty.by else None


def late(turn: Turn, year: Year) -> Turn:
    """A turn that was done after its day says so."""
    if turn.done and turn.due and turn.events and turn.events[0].on > turn.due:
        return turn._replace(why=f"晚于{year.on(turn.due)}")
    return turn


def counted(events: Sequence[Event], times: int, due: date | None, lacks: str = "") -> list[Turn]:
    """A turn for each of so many times, done by the events in their order; the last one has the rest of them."""
    turns = []
    for number in range(times):
        own = tuple(events[number:] if number == times - 1 else events[number : number + 1])
        turns.append(Turn(due, bool(own), own, lacks))
    return turns


def in_doubt(turn: Turn, year: Year, why: str) -> Turn:
    """Past its day, what was not seen may have been done nevertheless: the clerk is asked."""
    return turn._replace(done=None, why=why) if turn.done is False and _passed(turn, year) else turn


def _known(turn: Turn, year: Year) -> Turn:
    """Where the ledger begins within the year, what is not in it may have been done before."""
    if turn.done is not False or turn.events or year.opens <= year.first or not _passed(turn, year):
        return turn
    return turn._replace(done=None, why=turn.why or f"台账从{year.on(year.opens)}开始，之前的看不出")


def _missing(turn: Turn, year: Year) -> bool:
    return turn.done is False and not turn.soft and (bool(turn.events) or _passed(turn, year))


def _passed(turn: Turn, year: Year) -> bool:
    return turn.due is not None and turn.due < year.as_of


def _happened(events: Sequence[Event], year: Year) -> str:
    if len(events) <= SHOWN:
        return "、".join(map(year.tell, events))
    return f"{len(events)}次，最近{year.tell(events[-1])}"


def _lacking(word: str, turns: Sequence[Turn]) -> str:
    names = list(dict.fromkeys(each.lacks for each in turns if each.lacks))
    if len(names) <= SHOWN:
        return word + "、".join(names) if names else ""
    return f"{word}{'、'.join(names[:SHOWN])}等{len(names)}{turns[0].measure}"


def _several(texts: Sequence[str]) -> list[str]:
    distinct = list(dict.fromkeys(texts))
    return distinct if len(distinct) <= SHOWN else [*distinct[:SHOWN], f"等{len(distinct)}处"]
