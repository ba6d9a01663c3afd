"""One rule set: the values in force for an office, each with its article, and the due dates they give."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from rencli.rules.calendar import Calendar, Period
from rencli.rules.judging import Judge
from rencli.rules.origin import Origin
from rencli.rules.why import Due, reckon

Matter = Literal[
    "交办",
    "再交办",
    "退回",
    "首次联系",
    "会办",
    "答复",
    "疑难答复",
    "延期上限",
    "闭会答复",
    "闭会疑难答复",
    "闭会延期上限",
    "反馈",
    "重办",
]
"""What a period may be granted for.

疑难答复 is the reply where 涉及面广、处理难度大 (代表法51); 闭会… is for what was put forward between sessions,
where a place has another period for it; 延期上限 is the latest day that an extension may reach.
"""

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
    "再交办": "退回",
    "退回": "交办",
    "首次联系": "交办",
    "会办": "交办",
    "答复": "交办",
    "疑难答复": "交办",
    "闭会答复": "交办",
    "闭会疑难答复": "交办",
    "延期上限": "交办",
    "闭会延期上限": "交办",
    "反馈": "答复",
    "重办": "重办",
}
_OF_SESSIONS: tuple[Matter, ...] = ("答复", "疑难答复", "延期上限")
"""Those that a place may count from the close of the congress (``reply_from``)."""


class Words(NamedTuple):
    """What the place calls the main handler, the others (主办/协办, elsewhere 会办), and equals (分办)."""

    main: str
    co: str
    equals: str = "分办"


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


class Duty(NamedTuple):
    """One item of the statutory year, as data: what it is, what it needs, and the function that judges it."""

    item: str
    need: str
    article: str
    judge: Judge | None = None
    """The name of the judging function; None where only a tick (``plan``) can tell."""
    known: str = "全部"
    """How far records can show it: 全部, 部分 (by a word in a title), 自记 (a tick)."""
    times: int | None = None
    per: str | None = None
    """The span that ``times`` is for: 年, 半年, 季度, 届."""
    each: str | None = None
    """For whom ``times`` is: 代表, 小组; None for the office."""
    gap: int | None = None
    """The longest time between two, in months."""
    days: int | None = None
    first: int | None = None
    """Days for the first act, where ``days`` is for the whole: a petition passed on, and done with."""
    by: str | None = None
    """The last day of the year for the first of them, ``03-31``."""
    words: tuple[str, ...] = ()
    """What its records are found by: types, or words in a title; of words with a space between them all count."""


class RuleFile(NamedTuple):
    """Of one file of a rule set: its name, where it is, the day of its text, what has changed since."""

    name: str
    title: str | None
    path: str
    as_of: date | None
    changed: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class RuleSet:
    """The values in force. Due dates are remembered: a big ledger asks for few distinct ones."""

    name: str
    words: Words
    classes: tuple[ResultClass, ...]
    reply_from: Start
    periods: Mapping[Matter, Period]
    counts: Mapping[CountName, Count]
    agenda: tuple[Duty, ...] = ()
    origins: Mapping[str, Origin] = field(default_factory=dict)
    """Where each value comes from, by its key in the file: ``periods.答复``."""
    files: tuple[RuleFile, ...] = ()
    """The files that it was made of, its own first."""
    calendar: Calendar = field(default_factory=Calendar)
    _known: dict[tuple[Matter, str, date], Due] = field(default_factory=dict, init=False, repr=False)

    @property
    def motion_deputies(self) -> Count:
        """How many deputies a motion (议案) needs in a township (组织法22)."""
        return self.counts["议案联名人数"]

    def result(self, letter: str) -> ResultClass | None:
        """The class of that letter, if the rule set has it."""
        return next((each for each in self.classes if each.letter == letter), None)

    def class_named(self, text: str) -> ResultClass | None:
        """The class that was meant: by its letter in any width and case, or by its meaning."""
        from unicodedata import normalize

        wanted = normalize("NFKC", text).strip().upper()
        for each in self.classes:
            if wanted in (normalize("NFKC", each.letter).upper(), normalize("NFKC", each.label).upper()):
                return each
        return None

    def result_words(self) -> tuple[str, ...]:
        """The letters that a reply may carry."""
        return tuple(each.letter for each in self.classes)

    def reply_due(
        self, assigned_on: date, *, complex: bool = False, closed_on: date | None = None, between: bool = False
    ) -> Due:
        """When the reply is due (代表法51; local rules may count from the close of the congress).

        ``closed_on`` is that close, None where there is no such congress; it matters only to a rule set
        that counts from 闭会, and without it the period runs from 交办 there too. ``between`` is for what was
        put forward between sessions: its period always runs from 交办, and may be another one.
        """
        return self._reply(self._reply_matter(complex, between), assigned_on, None if between else closed_on)

    def reply_ceiling(self, assigned_on: date, *, closed_on: date | None = None, between: bool = False) -> Due | None:
        """The latest day that an extension of the reply may reach; None where no rule says."""
        own = between and "闭会答复" in self.periods
        matter: Matter = "闭会延期上限" if own or (between and "闭会延期上限" in self.periods) else "延期上限"
        if matter not in self.periods:
            return None
        return self._reply(matter, assigned_on, None if between else closed_on)

    def redo_due(self, redone_on: date) -> Due | None:
        """When the second reply is due, counted from the 重办 step; None where no rule says (national)."""
        return self.period_due("重办", redone_on)

    def feedback_due(self, replied_on: date, delivered_on: date | None) -> Due | None:
        """When the deputy's view is due: from the day the reply was received, else from the reply."""
        if "反馈" not in self.periods:
            return None
        if delivered_on is not None:
            return self._due("反馈", "代表收到答复", delivered_on)
        return self._due("反馈", "答复", replied_on)

    def period_due(self, matter: Matter, start: date) -> Due | None:
        """When ``matter`` is due, counted from its own event; None where the rule set has no such period.

        交办 counts from the day of submission (between sessions only), 再交办 from the 退回, 退回, 首次联系 and
        会办 from the latest 交办, 反馈 from the reply, 重办 from the 重办 step.
        """
        return self._due(matter, _STARTS[matter], start) if matter in self.periods else None

    def _reply_matter(self, complex: bool, between: bool) -> Matter:
        """The period in question; a place that has one of its own for between sessions has it for hard ones too."""
        if between and "闭会答复" in self.periods:
            return "闭会疑难答复" if complex and "闭会疑难答复" in self.periods else "闭会答复"
        return "疑难答复" if complex else "答复"

    def _reply(self, matter: Matter, assigned_on: date, closed_on: date | None) -> Due:
        if self.reply_from.event == "闭会" and closed_on is not None:
            return self._due(matter, "闭会", closed_on)
        return self._due(matter, "交办", assigned_on)

    def _due(self, matter: Matter, event: str, start: date) -> Due:
        key = (matter, event, start)
        known = self._known.get(key)
        if known is None:
            origin = self.origins.get(f"periods.{matter}")
            known = reckon(event, start, self.periods[matter], self.calendar, self._notes(matter, event), origin)
            self._known[key] = known
        return known

    def _notes(self, matter: Matter, event: str) -> list[str]:
        notes = []
        if matter in ("疑难答复", "闭会疑难答复"):
            notes.append("涉及面广、处理难度大")
        if matter in _OF_SESSIONS and event != self.reply_from.event:
            notes.append(f"没有{self.reply_from.event}日期，自{event}起算")
        return notes
