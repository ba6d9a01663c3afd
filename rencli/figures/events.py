"""Figures of what happened on a day: visits, meetings, activities, duty reports.

An event belongs to a period by its first day. One block is one grouped statement.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from rencli.figures.base import Behind, Measure, Rate, Scope, Value
from rencli.records import load
from rencli.store import schema

Columns = Callable[[str], ColumnElement[Any]]
"""The columns of an event by field name; those of its nested lines first, where they are counted."""
Expression = Callable[[Columns], ColumnElement[Any]]


@dataclass(frozen=True)
class Tally:
    """A measure and how it is counted."""

    measure: Measure
    amount: Expression
    """What one row contributes; None and 0 contribute nothing."""
    base: Expression | None = None
    """For a rate: what one row contributes to the denominator."""


@dataclass(frozen=True)
class Events:
    """A block of figures over the events of one kind."""

    root: str
    title: str
    kind: str
    tallies: tuple[Tally, ...]
    dimension: str = ""
    dimension_title: str = ""
    by: str = ""
    """The field whose words divide the block."""
    lines: str = ""
    """The nested list that is counted instead of the events themselves."""
    only: Expression | None = None

    @property
    def measures(self) -> Sequence[Measure]:
        return [tally.measure for tally in self.tallies]

    @property
    def words(self) -> Sequence[str]:
        if not self.by:
            return [""]
        cls = load(self.kind)
        part = cls.field(self.lines).part if self.lines else cls
        return (part or cls).field(self.by).words

    def nothing(self, measure: str) -> Value:
        return None if self._tally(measure).base else 0

    def values(self, scope: Scope) -> Mapping[str, Mapping[str, Value]]:
        columns = self._columns()
        sums = []
        for tally in self.tallies:
            sums += [func.sum(tally.amount(columns)), func.sum((tally.base or tally.amount)(columns))]
        word = [self._word()] if self.by else []
        query = self._from(select(*word, *sums)).where(*self._where(scope))
        found = scope.ledger.ask(query.group_by(*word).order_by(*word))
        rows = [list(row) if self.by else ["", *row] for row in found]
        names = self._names(scope, [row[0] for row in rows])
        return {names[row[0]]: self._read(row[1:]) for row in rows if row[0] is not None}

    def records(self, scope: Scope, word: str, measure: str) -> list[Behind]:
        tally, columns = self._tally(measure), self._columns()
        own = schema.table(self.kind)
        dated = own.c[load(self.kind).dated_by]
        parts = (tally.amount, tally.base or tally.amount)
        counted = or_(*(func.coalesce(part(columns), 0) != 0 for part in parts))
        query = self._from(select(own.c.id)).where(*self._where(scope), counted)
        if self.by:
            id = self._id(scope, word)
            query = query.where(self._word() == id)
        ids = [row[0] for row in scope.ledger.ask(query.order_by(dated, own.c.id))]
        return [Behind(self.kind, id) for id in dict.fromkeys(ids)]

    def _tally(self, measure: str) -> Tally:
        return next(tally for tally in self.tallies if tally.measure.name == measure)

    def _columns(self) -> Columns:
        own = schema.table(self.kind)
        lines = schema.child_table(self.kind, self.lines) if self.lines else None

        def column(name: str) -> ColumnElement[Any]:
            return lines.c[name] if lines is not None and name in lines.c else own.c[name]

        return column

    def _from(self, query: Any) -> Any:
        own = schema.table(self.kind)
        if not self.lines:
            return query.select_from(own)
        lines = schema.child_table(self.kind, self.lines)
        return query.select_from(own.join(lines, lines.c.owner_id == own.c.id))

    def _where(self, scope: Scope) -> list[ColumnElement[bool]]:
        dated = schema.table(self.kind).c[load(self.kind).dated_by]
        span = [dated >= scope.period.first, dated <= scope.period.last]
        return [*span, self.only(self._columns())] if self.only else span

    def _target(self) -> str:
        cls = load(self.kind)
        return "" if self.lines or not self.by else cls.field(self.by).to

    def _word(self) -> ColumnElement[Any]:
        return self._columns()(f"{self.by}_id" if self._target() else self.by)

    def _names(self, scope: Scope, words: Sequence[Any]) -> Mapping[Any, str]:
        if target := self._target():
            return scope.ledger.names.texts(target, [word for word in words if word is not None]) | {None: ""}
        return {word: word for word in words}

    def _id(self, scope: Scope, word: str) -> Any:
        target = self._target()
        return scope.ledger.names.known(target, word) if target else word

    def _read(self, sums: Sequence[Any]) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for tally, amount, base in zip(self.tallies, sums[::2], sums[1::2], strict=True):
            if tally.base is None:
                values[tally.measure.name] = _number(amount)
            else:
                values[tally.measure.name] = Rate(int(amount or 0), int(base)) if base else None
        return values


def events(name: str, title: str, unit: str, formula: str) -> Tally:
    """A tally of the events (or lines) themselves."""
    return Tally(Measure(name, title, unit, formula), lambda column: case((column("id").is_not(None), 1)))


def total(name: str, title: str, unit: str, formula: str, *fields: str) -> Tally:
    """A tally that sums a field."""
    field = fields[0] if fields else name
    return Tally(Measure(name, title, unit, formula), lambda column: column(field))


def deputies(kind: str) -> Tally:
    """Deputies counted each time: those listed, else the bare number."""

    def times(column: Columns) -> ColumnElement[Any]:
        own, listed = schema.table(kind), schema.child_table(kind, "deputies")
        count = select(func.count()).where(listed.c.owner_id == own.c.id).correlate(own).scalar_subquery()
        return func.coalesce(column("deputy_count"), count)

    formula = "各次代表人数之和，列了名单的按名单计"
    return Tally(Measure("deputy_times", "代表人次", "人次", formula), times)


def where(**words: str) -> Expression:
    """The condition that fields have given words, several of them separated by spaces."""
    return lambda column: and_(*(column(name).in_(word.split()) for name, word in words.items()))


def _number(amount: Any) -> int | float:
    """Whole where it is; amounts of 元 have at most two decimals."""
    rounded = round(amount or 0, 2)
    return int(rounded) if rounded == int(rounded) else rounded


_VISITS = (
    events("events", "场次", "场", "走访接待的次数"),
    deputies("visit"),
    total("voters", "选民人次", "人次", "各次选民人数之和"),
    total("households", "户数", "户", "各次走访户数之和"),
    total("opinions", "意见数", "条", "各次收集意见数之和"),
    total("solved", "解决数", "条", "各次解决数之和"),
)
_ACTIVITIES = (
    events("count", "次数", "次", "活动的次数"),
    deputies("activity"),
    total("people", "群众人次", "人次", "各次群众人次之和"),
    total("households", "户数", "户", "各次户数之和"),
    total("forums", "座谈会场次", "场", "各次座谈会场次之和"),
    total("materials", "资料份数", "份", "各次发放资料份数之和"),
    total("consultations", "咨询人次", "人次", "各次接受咨询人次之和"),
    total("problems", "问题数", "个", "各次发现问题数之和"),
    total("opinions", "意见数", "条", "各次提出意见数之和"),
    total("resolved", "解决数", "个", "各次解决问题数之和"),
    total("amount", "金额", "元", "各次金额之和"),
)


def _some(tallies: tuple[Tally, ...], *names: str) -> tuple[Tally, ...]:
    return tuple(tally for tally in tallies if tally.measure.name in names)


def _attended(column: Columns) -> ColumnElement[Any]:
    return _attendance(column, column("present"), "出席")


def _attendable(column: Columns) -> ColumnElement[Any]:
    return _attendance(column, column("expected"), "出席 请假 缺席")


def _attendance(column: Columns, stated: ColumnElement[Any], statuses: str) -> ColumnElement[Any]:
    """The number stated, where the meeting states both; else that of its register."""
    own, register = schema.table("meeting"), schema.child_table("meeting", "attendance")
    kept = select(func.count()).where(register.c.owner_id == own.c.id, register.c.status.in_(statuses.split()))
    both = and_(column("expected").is_not(None), column("present").is_not(None))
    return case((both, stated), else_=kept.correlate(own).scalar_subquery())


def _grades(column: Columns) -> ColumnElement[Any]:
    names = ("satisfied", "mostly_satisfied", "dissatisfied")
    return sum((func.coalesce(column(name), 0) for name in names), start=func.coalesce(None, 0))


def _share(name: str, title: str, formula: str, amount: Expression, base: Expression) -> Tally:
    return Tally(Measure(name, title, "%", formula), amount, base)


def _items(name: str, title: str, unit: str, formula: str, types: str) -> Events:
    return Events(
        "meeting", "会议", "meeting", (events(name, title, unit, formula),), lines="items", only=where(type=types)
    )


BLOCKS = (
    Events("meeting", "会议", "meeting", (events("count", "次数", "次", "该类会议的次数"),), "by_type", by="type"),
    _items("reports_heard", "听取报告", "项", "各次会议“听取报告”的议程项数", "听取报告"),
    _items("resolutions", "决议决定", "项", "各次会议“决议”“决定”的议程项数", "决议 决定"),
    _items("votes", "表决", "项", "各次会议“表决”“票决”的议程项数", "表决 票决"),
    Events(
        "meeting",
        "会议",
        "meeting",
        (
            Tally(
                Measure("elected", "当选人数", "名", "各次会议“选举”议程的当选人数"),
                lambda column: func.json_array_length(column("elected")),
            ),
        ),
        lines="items",
        only=where(type="选举"),
    ),
    Events(
        "meeting",
        "会议",
        "meeting",
        (_share("attendance_rate", "出席率", "实到人数／应到人数，没有写明的按出席登记计", _attended, _attendable),),
    ),
    Events(
        "duty_report",
        "述职",
        "duty_report",
        (
            events("events", "场次", "场", "述职会的场次"),
            total("audience", "参会选民", "人次", "各场参会选民之和"),
        ),
    ),
    Events(
        "duty_report",
        "述职",
        "duty_report",
        (
            events("deputies", "述职人次", "人次", "各场述职代表人数之和"),
            _share(
                "satisfaction_rate",
                "满意率",
                "满意票／（满意＋基本满意＋不满意）票",
                lambda column: func.coalesce(column("satisfied"), 0),
                _grades,
            ),
        ),
        lines="deputies",
    ),
    Events(
        "duty_report",
        "述职",
        "duty_report",
        (events("", "", "人次", "该层级代表述职人次"),),
        "by_level",
        "层级",
        by="level",
        lines="deputies",
    ),
    Events("visit", "走访", "visit", _VISITS),
    Events("visit", "走访", "visit", _VISITS, "by_type", by="type"),
    Events(
        "visit", "走访", "visit", _some(_VISITS, "events", "voters", "opinions"), "by_station", "联络站", by="station"
    ),
    Events("activity", "活动", "activity", (events("total", "总数", "次", "活动的次数"),)),
    Events("activity", "活动", "activity", _ACTIVITIES, "by_type", by="type"),
    Events("activity", "活动", "activity", _some(_ACTIVITIES, "count"), "by_group", "小组", by="group"),
)
