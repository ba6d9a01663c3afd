"""A suggestion's life: its dated steps folded into state, due date and what the figures ask.

The one place that knows what a step does. ``live`` takes steps as they stand in the ledger or in a file,
orders them by date (those of one day as given) and tells every step that makes no sense.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from rencli.records.joined import Conversion
from rencli.records.promises import Promises
from rencli.records.steps import (
    CLOSED,
    CONVERTED,
    HANDLING,
    HEARD,
    MERGED,
    REDOING,
    REPLIED,
    RETURNED,
    STEPS,
    WAITING,
    WITHDRAWN,
)
from rencli.records.units import Asked
from rencli.rules import Due, RuleSet


class StepLike(Protocol):
    """What the fold reads of a step: a record's part or a row of the store, where an empty list is None."""

    step: str
    on: date
    unit: str | None
    co_units: list[str]
    method: str | None
    due: date | None
    delivered_on: date | None
    result: str | None
    promise: str | None
    promise_due: date | None
    attitude: str | None
    outcome: str | None


@dataclass(slots=True)
class Life:
    """What has become of a suggestion by a day. Dates are None for what did not happen."""

    submitted_on: date
    state: str = WAITING
    due: date | None = None
    """The date of the round at hand; it stays after the answer (contract section 2)."""
    why: str = ""
    """How ``due`` came about."""
    asked: Asked | None = None
    """The units of the latest 交办; none after a 退回."""
    answered: dict[str, date] = field(default_factory=dict)
    """The units that have answered in the round at hand, each with its day."""
    first_answers: dict[str, tuple[date, date | None]] = field(default_factory=dict)
    """The first answer of each unit since the latest 交办, with the due date then in force."""
    assigned_on: date | None = None
    returned_on: date | None = None
    ever_assigned: bool = False
    round: int = 0
    """0 for the first answer, 1 after the first 重办."""
    first_reply_on: date | None = None
    first_reply_due: date | None = None
    reply_on: date | None = None
    """The reply of the round at hand, else of the last one."""
    delivered_on: date | None = None
    """When the deputy had that reply, where it is known."""
    result: str | None = None
    met_on: date | None = None
    opinions: dict[str, date] = field(default_factory=dict)
    """The co-handlers of the latest 交办 that gave their opinion, each with its day."""
    feedbacks: list[str] = field(default_factory=list)
    """What the deputy said of the outcome each time."""
    attitudes: list[str] = field(default_factory=list)
    """What the deputy said of how the unit went about it each time, empty where nothing was said."""
    heard_on: date | None = None
    redone_on: date | None = None
    closed_on: date | None = None
    ended_on: date | None = None
    """The day of a 撤回 or 并案, or on which a motion became a suggestion."""
    became: str | None = None
    """The number of the suggestion that a motion became."""
    extended_late: bool = False
    """A 延期 was written after the due then in force had passed."""
    promises: Promises = field(default_factory=Promises)
    urged: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def unit(self) -> str | None:
        """The main unit of the latest 交办; none after a 退回."""
        return self.asked.main if self.asked else None

    @property
    def awaited(self) -> list[str]:
        """The units that have still to answer the deputy."""
        return self.asked.still(self.answered) if self.asked and self.state in (HANDLING, REDOING) else []

    @property
    def fulfilled_on(self) -> list[date]:
        """The days of every 兑现."""
        return self.promises.kept_on

    @property
    def accepted(self) -> bool:
        """Handed over at least once, not withdrawn, not merged away (N of the contract)."""
        return self.ever_assigned and self.state not in (WITHDRAWN, MERGED, CONVERTED)

    @property
    def standing(self) -> str:
        """The state, a returned suggestion told apart from one that was never handed over."""
        return RETURNED if self.state == WAITING and self.ever_assigned else self.state

    @property
    def met(self) -> bool:
        """A 面商 before the first reply (same day allowed), or any where there is no reply."""
        if self.met_on is None:
            return False
        return self.first_reply_on is None or self.met_on <= self.first_reply_on

    @property
    def on_time(self) -> bool:
        """The first reply came on or before the due date then in force."""
        if self.first_reply_on is None or self.first_reply_due is None:
            return False
        return self.first_reply_on <= self.first_reply_due

    def overdue(self, day: date) -> bool:
        """Whether ``day`` is after the due date and the answer due has not been given."""
        return self.state in (HANDLING, REDOING) and self.due is not None and day > self.due

    def of_unit(self, unit: str) -> "Life":
        """The life as far as one of several equal units answers for it: its own answer, not that of the last."""
        if self.asked is None or not self.asked.equals:
            return self
        day, due = self.first_answers.get(unit, (None, None))
        answered = self.state in (HANDLING, REDOING) and unit in self.answered
        return replace(self, first_reply_on=day, first_reply_due=due, state=REPLIED if answered else self.state)


@dataclass(frozen=True, slots=True)
class Terms:
    """What beside the steps decides the due dates."""

    rules: RuleSet
    complex: bool = False
    congress_close: date | None = None
    between: bool = False
    """Put forward between sessions: a rule set may have another period."""
    became: Conversion | None = None
    """The suggestion that was made of it, where it is a motion."""

    def due(self, step: StepLike) -> Due | None:
        """The due that the rules give a 交办 or 重办."""
        if step.step == "重办":
            return self.rules.redo_due(step.on)
        return self.rules.reply_due(step.on, complex=self.complex, closed_on=self.congress_close, between=self.between)

    def ceiling(self, step: StepLike) -> Due | None:
        """The latest day that an extension of a 交办 may reach."""
        return self.rules.reply_ceiling(step.on, closed_on=self.congress_close, between=self.between)


def live(submitted_on: date, steps: Iterable[StepLike], terms: Terms, as_of: date | None = None) -> Life:
    """Fold the steps up to ``as_of`` into a life; ``problems`` lists the steps that make no sense."""
    life, became = Life(submitted_on), terms.became
    for step in sorted(steps, key=lambda each: each.on):
        if as_of is not None and step.on > as_of:
            break
        if step.on < submitted_on:
            life.problems.append(f"{step.step}（{step.on}）：早于提出日期{submitted_on}")
        elif became and step.on >= became.on:
            life.problems.append(f"{step.step}（{step.on}）：{became.on}已转为建议{became.number}，之后不再有环节")
        elif life.state not in STEPS[step.step].states:
            life.problems.append(_misplaced(step, life.state))
        elif problem := _take(life, step, terms):
            life.problems.append(f"{step.step}（{step.on}）：{problem}")
    if became and as_of is not None and as_of >= became.on:
        _end(life, CONVERTED, became.on)
        life.became = became.number
    return life


def next_steps(state: str) -> Sequence[str]:
    """The steps that may follow in a state."""
    return [name for name, rule in STEPS.items() if state in rule.states]


def _misplaced(step: StepLike, state: str) -> str:
    following = "、".join(next_steps(state))
    after = f"接下来可以是{following}" if following else "之后不再有环节"
    return f"{step.step}（{step.on}）：此时建议{state}，{after}"


def _take(life: Life, step: StepLike, terms: Terms) -> str:
    """Let a step that may stand here do what it does; returns why it cannot be, else nothing."""
    problem = ""
    match step.step:
        case "交办":
            life.state, life.assigned_on, life.ever_assigned = HANDLING, step.on, True
            life.asked, life.answered, life.first_answers, life.opinions = Asked.by(step), {}, {}, {}
            life.due, life.why = _due_of(step, terms)
        case "退回":
            life.state, life.due, life.why, life.returned_on = WAITING, None, "", step.on
            life.asked, life.answered, life.assigned_on = None, {}, None
        case "延期":
            problem = _extend(life, step)
        case "面商":
            life.met_on = life.met_on or step.on
        case "会办":
            problem = life.asked.no_opinion(step.unit or "") if life.asked else ""
            life.opinions[step.unit or ""] = step.on
        case "答复":
            problem = _reply(life, step, terms)
        case "反馈":
            life.state, life.heard_on = HEARD, step.on
            life.feedbacks.append(step.outcome or "")
            life.attitudes.append(step.attitude or "")
        case "重办":
            life.state, life.redone_on, life.answered, life.round = REDOING, step.on, {}, life.round + 1
            life.due, life.why = _due_of(step, terms)
        case "督办":
            life.urged += 1
        case "兑现":
            if not life.promises.made:
                return "此前的答复没有承诺事项"
            life.promises.keep(step.on)
        case "并案":
            _end(life, MERGED, step.on)
        case "撤回":
            _end(life, WITHDRAWN, step.on)
        case "办结":
            life.state, life.closed_on = CLOSED, step.on
    return problem


def _end(life: Life, state: str, day: date) -> None:
    life.state, life.due, life.why, life.ended_on = state, None, "", day


def _extend(life: Life, step: StepLike) -> str:
    """A later due; one that is not later than the due in force makes no sense."""
    before, life.due = life.due, step.due
    life.why = f"{step.on} 延期至 {step.due}"
    if before is not None and step.on > before:
        life.extended_late = True
        life.why += f"（延期时已超期，原期限 {before}）"
    if before is not None and step.due is not None and step.due <= before:
        return f"延到的{step.due}没有晚于现在的期限{before}"
    return ""


def _reply(life: Life, step: StepLike, terms: Terms) -> str:
    """A unit answers; the last one's reply is the reply of the round."""
    asked = life.asked
    if asked is None:
        return ""
    unit = step.unit or asked.main
    problem = asked.no_answer(unit, life.answered)
    if problem and asked.equals:
        return problem
    life.answered[unit] = step.on
    life.first_answers.setdefault(unit, (step.on, life.due))
    known = terms.rules.result(step.result or "")
    if step.promise or (known is not None and known.promise):
        life.promises.make(step.on, step.promise_due, life.round)
    if asked.equals and asked.still(life.answered):
        return ""
    life.state, life.reply_on, life.result, life.delivered_on = REPLIED, step.on, step.result, step.delivered_on
    life.promises.answered(step.on, life.round)
    if life.first_reply_on is None:
        life.first_reply_on, life.first_reply_due = step.on, life.due
    return problem


def _due_of(step: StepLike, terms: Terms) -> tuple[date | None, str]:
    """The due of a 交办 or 重办 and how it came about: what was typed stands, else it is reckoned."""
    if step.due:
        return step.due, f"{step.on} {step.step}时写定"
    found = terms.due(step)
    return (found.day, found.basis) if found else (None, "")
