"""A suggestion's life: its dated steps folded into state, due date and what the figures ask.

The one place that knows what a step does. ``live`` takes steps as they stand in the ledger or in a file,
orders them by date (those of one day as given) and tells every step that makes no sense.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from rencli.records.steps import (
    CLOSED,
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
from rencli.rules import Due, RuleSet


class StepLike(Protocol):
    """What the fold reads of a step: a record's part or a row of the store, where an empty list is None."""

    step: str
    on: date
    unit: str | None
    co_units: list[str]
    method: str | None
    due: date | None
    result: str | None
    promise: str | None
    promise_due: date | None
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
    unit: str | None = None
    units: tuple[str, ...] = ()
    """Under 分办 the units that answer each for itself."""
    answered: frozenset[str] = frozenset()
    assigned_on: date | None = None
    ever_assigned: bool = False
    co_handled: bool = False
    first_reply_on: date | None = None
    first_reply_due: date | None = None
    reply_on: date | None = None
    """The reply of the round at hand, else of the last one."""
    result: str | None = None
    met_on: date | None = None
    feedbacks: list[str] = field(default_factory=list)
    heard_on: date | None = None
    redone_on: date | None = None
    closed_on: date | None = None
    promises: list[tuple[date, date | None]] = field(default_factory=list)
    """(day of the reply, promise_due) of every reply with a text in ``promise``."""
    promised: bool = False
    fulfilled_on: list[date] = field(default_factory=list)
    urged: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def accepted(self) -> bool:
        """Handed over at least once, not withdrawn, not merged away (N of the contract)."""
        return self.ever_assigned and self.state not in (WITHDRAWN, MERGED)

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


@dataclass(frozen=True, slots=True)
class Terms:
    """What beside the steps decides the due dates."""

    rules: RuleSet
    complex: bool = False
    congress_close: date | None = None
    between: bool = False
    """Put forward between sessions: a rule set may have another period."""

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
    life = Life(submitted_on)
    for step in sorted(steps, key=lambda each: each.on):
        if as_of is not None and step.on > as_of:
            break
        if step.on < submitted_on:
            life.problems.append(f"{step.step}（{step.on}）：早于提出日期{submitted_on}")
        elif life.state not in STEPS[step.step].states:
            life.problems.append(_misplaced(step, life.state))
        else:
            _take(life, step, terms)
    return life


def next_steps(state: str) -> Sequence[str]:
    """The steps that may follow in a state."""
    return [name for name, rule in STEPS.items() if state in rule.states]


def _misplaced(step: StepLike, state: str) -> str:
    following = "、".join(next_steps(state))
    after = f"接下来可以是{following}" if following else "之后不再有环节"
    return f"{step.step}（{step.on}）：此时建议{state}，{after}"


def _take(life: Life, step: StepLike, terms: Terms) -> None:
    match step.step:
        case "交办":
            _assign(life, step, terms)
        case "退回":
            life.state, life.due, life.why = WAITING, None, ""
            life.unit, life.units, life.answered, life.assigned_on = None, (), frozenset(), None
        case "延期":
            life.due, life.why = step.due, f"{step.on} 延期至 {step.due}"
        case "面商":
            life.met_on = life.met_on or step.on
        case "答复":
            _reply(life, step, terms)
        case "反馈":
            life.state, life.heard_on = HEARD, step.on
            life.feedbacks.append(step.outcome or "")
        case "重办":
            life.state, life.redone_on, life.answered = REDOING, step.on, frozenset()
            life.due, life.why = _due_of(step, terms)
        case "督办":
            life.urged += 1
        case "兑现":
            if life.promised:
                life.fulfilled_on.append(step.on)
            else:
                life.problems.append(f"兑现（{step.on}）：此前的答复没有承诺事项")
        case "并案":
            life.state, life.due, life.why = MERGED, None, ""
        case "撤回":
            life.state, life.due, life.why = WITHDRAWN, None, ""
        case "办结":
            life.state, life.closed_on = CLOSED, step.on


def _assign(life: Life, step: StepLike, terms: Terms) -> None:
    life.state, life.assigned_on, life.ever_assigned = HANDLING, step.on, True
    life.unit, life.answered = step.unit, frozenset()
    life.co_handled = bool(step.co_units)
    life.units = tuple(dict.fromkeys([step.unit or "", *(step.co_units or ())])) if step.method == "分办" else ()
    life.due, life.why = _due_of(step, terms)


def _reply(life: Life, step: StepLike, terms: Terms) -> None:
    unit = step.unit or life.unit or ""
    if life.units:
        if unit not in life.units:
            life.problems.append(f"答复（{step.on}）：分办的承办单位是{'、'.join(life.units)}，没有{unit}")
            return
        life.answered |= {unit}
    if step.promise:
        life.promises.append((step.on, step.promise_due))
    known = terms.rules.result(step.result or "")
    life.promised |= bool(step.promise) or (known is not None and known.promise)
    if life.units and len(life.answered) < len(life.units):
        return
    life.state, life.reply_on, life.result = REPLIED, step.on, step.result
    if life.first_reply_on is None:
        life.first_reply_on, life.first_reply_due = step.on, life.due


def _due_of(step: StepLike, terms: Terms) -> tuple[date | None, str]:
    """The due of a 交办 or 重办 and how it came about: what was typed stands, else it is reckoned."""
    if step.due:
        return step.due, f"{step.on} {step.step}时写定"
    found = terms.due(step)
    return (found.day, found.basis) if found else (None, "")
