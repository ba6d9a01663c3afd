"""The periods that have begun for a suggestion, each with its last day, its end and its ground."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple, Protocol

from rencli.records.joined import ENDING
from rencli.records.life import StepLike, Terms, live
from rencli.records.steps import CLOSED, HEARD, REPLIED
from rencli.records.units import EQUAL
from rencli.rules import Due, Matter, RuleSet


class Deadline(NamedTuple):
    """One period (the JSON of ``suggestion show``)."""

    matter: str
    start: date
    due: date | None
    done_on: date | None
    basis: str

    def dump(self) -> dict[str, Any]:
        """The JSON object of the contract."""
        return {
            "matter": self.matter,
            "from": self.start,
            "due": self.due,
            "done_on": self.done_on,
            "basis": self.basis,
        }


class Handing(NamedTuple):
    """What the office itself has to do with a suggestion that nobody handles: 交办, after a 退回 再交办."""

    matter: Matter
    start: date
    due: Due | None

    @property
    def basis(self) -> str:
        """The ground of the due, or that there is none."""
        event = "退回" if self.matter == "再交办" else "提出"
        return f"{self.matter}：{self.due.basis if self.due else f'{self.start} {event}，没有规定期限'}"


class Handled(Protocol):
    """What is asked of a suggestion."""

    submitted_on: date
    session: int | None
    steps: list[Any]


def deadlines(suggestion: Handled, terms: Terms, day: date) -> Iterator[dict[str, Any]]:
    """Every period of the rule set that has begun by ``day``, ordered by its start."""
    steps = sorted((step for step in suggestion.steps if step.on <= day), key=lambda step: step.on)
    found = [*_by_the_office(suggestion, steps, terms), *_by_the_unit(steps, terms), *_rounds(suggestion, steps, terms)]
    ended = _first(steps, *ENDING)
    if terms.became and terms.became.on <= day:
        ended = ended or terms.became.on
    for each in sorted(found, key=lambda each: each.start):
        yield (each._replace(done_on=ended) if each.done_on is None else each).dump()


def handing(returned_on: date | None, submitted_on: date, between: bool, rules: RuleSet) -> Handing:
    """What waits for the office; the 交办 has a period between sessions only."""
    if returned_on is not None:
        return Handing("再交办", returned_on, rules.period_due("再交办", returned_on))
    return Handing("交办", submitted_on, rules.period_due("交办", submitted_on) if between else None)


def _by_the_office(suggestion: Handled, steps: list[StepLike], terms: Terms) -> Iterator[Deadline]:
    """交办, counted from the day of submission, between sessions only; 再交办, counted from each 退回."""
    if suggestion.session is None:
        yield from _period(terms, "交办", suggestion.submitted_on, _first(steps, "交办"))
    for place, step in enumerate(steps):
        if step.step == "退回":
            yield from _period(terms, "再交办", step.on, _first(steps[place:], "交办"))


def _by_the_unit(steps: list[StepLike], terms: Terms) -> Iterator[Deadline]:
    """退回, 首次联系 and 会办, counted from the latest 交办; equals of 分办 give no opinion to one another."""
    at = _last_place(steps, "交办")
    if at is None:
        return
    assigned, later = steps[at], steps[at:]
    yield from _period(terms, "退回", assigned.on, _first(later, "退回", "答复"))
    yield from _period(terms, "首次联系", assigned.on, _first(later, "面商", "答复", "退回"))
    if assigned.co_units and assigned.method != EQUAL:
        replies = {step.unit: step.on for step in later if step.step == "会办"}
        done = max(replies.values()) if set(assigned.co_units) <= set(replies) else _first(later, "退回")
        yield from _period(terms, "会办", assigned.on, done)


def _rounds(suggestion: Handled, steps: list[StepLike], terms: Terms) -> Iterator[Deadline]:
    """答复, then each 重办, with the date then in force (extensions included); 反馈 from each answer."""
    steps = [step for step in steps if step.step not in ENDING]  # what ends a matter leaves its date in force
    again = (place for place, step in enumerate(steps) if step.step == "重办")
    for start, end in pairwise([0, *again, len(steps)]):
        life = live(suggestion.submitted_on, steps[:end], terms)
        answered = life.reply_on if life.state in (REPLIED, HEARD, CLOSED) else None
        if start:
            if life.due is not None:
                yield Deadline("重办", steps[start].on, life.due, answered, life.why)
        elif life.assigned_on is not None:
            closed = terms.congress_close if terms.rules.reply_from.event == "闭会" else None
            yield Deadline("答复", closed or life.assigned_on, life.due, answered, life.why)
        if answered is not None:
            yield from _feedback(terms, answered, life.delivered_on, _first(steps[start:end], "反馈"))


def _feedback(terms: Terms, answered: date, delivered: date | None, heard: date | None) -> Iterator[Deadline]:
    """From the day on which the deputy had the reply, where it is known."""
    due = terms.rules.feedback_due(answered, delivered)
    if due is not None:
        yield Deadline("反馈", due.start, due.day, heard, due.basis)


def _period(terms: Terms, matter: Matter, start: date, done: date | None) -> Iterator[Deadline]:
    due: Due | None = terms.rules.period_due(matter, start)
    if due is not None:
        yield Deadline(matter, start, due.day, done, due.basis)


def _first(steps: list[StepLike], *words: str) -> date | None:
    return next((step.on for step in steps if step.step in words), None)


def _last_place(steps: list[StepLike], word: str) -> int | None:
    places = [place for place, step in enumerate(steps) if step.step == word]
    return places[-1] if places else None
