"""One rule set: the values in force for an office, each with its article, and the due dates they give."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from rencli.rules.calendar import Calendar, Period
from rencli.rules.why import Due, reckon

Matter = Literal["交办", "退回", "会办", "答复", "疑难答复", "反馈", "重办"]
"""What a period may be granted for; 疑难答复 is the reply where 涉及面广、处理难度大 (代表法51)."""

CountName = Literal[
    "议案联名人数",
    "质询案联名人数",
    "候选人联名人数",
    "每年人代会次数",
    "未经批准缺席次数",
    "代表名额基数",
    "每名代表人口数",
    "代表名额上限",
]

StartEvent = Literal["交办", "闭会"]

_STARTS: dict[Matter, str] = {
    "交办": "提出",
    "退回": "交办",
    "会办": "交办",
    "答复": "交办",
    "疑难答复": "交办",
    "反馈": "答复",
    "重办": "重办",
}


class Words(NamedTuple):
    """What the place calls the main handler and the others (主办/协办, elsewhere 会办)."""

    main: str
    co: str


class ResultClass(NamedTuple):
    """A class of result: whether it counts as solved, and whether it is a promise to follow up."""

    letter: str
    label: str
    solved: bool = False
    promise: bool = False


class Start(NamedTuple):
    """The event from which the reply period runs."""

    event: StartEvent
    article: str


class Count(NamedTuple):
    """A number that the law states, such as the five deputies of a motion (组织法22)."""

    value: int
    article: str


@dataclass(frozen=True, eq=False)
class RuleSet:
    """The values in force. Due dates are remembered: a big ledger asks for few distinct ones."""

    name: str
    words: Words
    classes: tuple[ResultClass, ...]
    reply_from: Start
    periods: Mapping[Matter, Period]
    counts: Mapping[CountName, Count]
    calendar: Calendar = field(default_factory=Calendar)
    _known: dict[tuple[Matter, str, date], Due] = field(default_factory=dict, init=False, repr=False)

    @property
    def motion_deputies(self) -> Count:
        """How many deputies a motion (议案) needs in a township (组织法22)."""
        return self.counts["议案联名人数"]

    def result(self, letter: str) -> ResultClass | None:
        """The class of that letter, if the rule set has it."""
        return next((each for each in self.classes if each.letter == letter), None)

    def result_words(self) -> tuple[str, ...]:
        """The letters that a reply may carry."""
        return tuple(each.letter for each in self.classes)

    def reply_due(self, assigned_on: date, *, complex: bool = False, closed_on: date | None = None) -> Due:
        """When the reply is due (代表法51; local rules may count from the close of the congress).

        ``closed_on`` is that close, None where there is no such congress; it matters only to a rule set
        that counts from 闭会, and without it the period runs from 交办 there too.
        """
        matter: Matter = "疑难答复" if complex else "答复"
        if self.reply_from.event == "闭会" and closed_on is not None:
            return self._due(matter, "闭会", closed_on)
        return self._due(matter, "交办", assigned_on)

    def redo_due(self, redone_on: date) -> Due | None:
        """When the second reply is due, counted from the 重办 step; None where no rule says (national)."""
        return self.period_due("重办", redone_on)

    def period_due(self, matter: Matter, start: date) -> Due | None:
        """When ``matter`` is due, counted from its own event; None where the rule set has no such period.

        交办 counts from the day of submission (between sessions only), 退回 and 会办 from the latest 交办,
        反馈 from the reply, 重办 from the 重办 step.
        """
        return self._due(matter, _STARTS[matter], start) if matter in self.periods else None

    def _due(self, matter: Matter, event: str, start: date) -> Due:
        key = (matter, event, start)
        known = self._known.get(key)
        if known is None:
            known = reckon(event, start, self.periods[matter], self.calendar, self._notes(matter, event))
            self._known[key] = known
        return known

    def _notes(self, matter: Matter, event: str) -> list[str]:
        notes = []
        if matter == "疑难答复":
            notes.append("涉及面广、处理难度大")
        if matter in ("答复", "疑难答复") and event != self.reply_from.event:
            notes.append(f"没有{self.reply_from.event}日期，自{event}起算")
        return notes
