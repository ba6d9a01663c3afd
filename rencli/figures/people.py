"""Figures of who and what there is on the period's last day: deputies, groups, stations.

In office = from ``began_on`` to ``ended_on``, both included; a township seat without an end ends with its
term. A suspension does not end it. A person counts once, and once at each level.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, CompoundSelect, and_, distinct, func, literal, or_, select, union_all

from rencli.figures.base import Behind, Measure, Rate, Scope, Value
from rencli.figures.places import Places
from rencli.records import load
from rencli.records.seat import TOWNSHIP, Seat
from rencli.store import schema

Condition = Callable[[Scope, Any], ColumnElement[bool]]


def seats() -> Any:
    """Every seat: the first of each deputy, kept in the deputy's own row, and the further mandates."""
    deputy, mandate = schema.table("deputy"), schema.table("mandate")
    names = [schema.place(field).name for field in Seat.fields]
    first = select(deputy.c.id.label("person"), literal(0).label("mandate"), *(deputy.c[name] for name in names))
    further = select(mandate.c.deputy_id, mandate.c.id, *(mandate.c[name] for name in names))
    both: CompoundSelect[Any] = union_all(first, further)
    return both.subquery("seat")


def in_office(scope: Scope, seat: Any) -> ColumnElement[bool]:
    """Whether a seat is held on the period's last day."""
    day = scope.period.last
    lasting = [number for number, (_, last) in scope.ledger.context.terms().items() if last is None or last >= day]
    by_term = and_(seat.c.level == TOWNSHIP, seat.c.term.is_not(None), seat.c.term.not_in(lasting))
    open_end = and_(seat.c.ended_on.is_(None), ~by_term)
    return and_(or_(seat.c.began_on.is_(None), seat.c.began_on <= day), or_(open_end, seat.c.ended_on >= day))


def suspended(day: date, seat: Any) -> ColumnElement[bool]:
    """Whether the duties of a seat are suspended on a day; the day of restoring is one of duty again."""
    return and_(seat.c.suspended_on <= day, or_(seat.c.restored_on.is_(None), seat.c.restored_on > day))


def township(scope: Scope) -> set[int]:
    """The people who hold a township seat on the period's last day."""
    seat = seats()
    query = select(seat.c.person).distinct().where(in_office(scope, seat), seat.c.level == TOWNSHIP)
    return {row[0] for row in scope.ledger.ask(query)}


def held(scope: Scope) -> list[tuple[int, int]]:
    """(deputy, mandate) of every seat held on the period's last day; mandate 0 is the deputy's own line."""
    seat = seats()
    query = select(seat.c.person, seat.c.mandate).where(in_office(scope, seat))
    return [(row[0], row[1]) for row in scope.ledger.ask(query.order_by(seat.c.person, seat.c.mandate))]


@dataclass(frozen=True)
class People:
    """A block of figures that count people by their seats."""

    measure: Measure
    who: Condition
    dimension: str = ""
    dimension_title: str = ""
    by: str = ""
    root: str = "deputy"
    title: str = "代表"

    @property
    def measures(self) -> Sequence[Measure]:
        return [self.measure]

    @property
    def words(self) -> Sequence[str]:
        return load("deputy").field(self.by).words if self.by else [""]

    def nothing(self, measure: str) -> Value:
        return 0

    def values(self, scope: Scope) -> Mapping[str, Mapping[str, Value]]:
        seat, deputy = seats(), schema.table("deputy")
        word = [self._word(seat)] if self.by else []
        query = select(*word, func.count(distinct(seat.c.person)))
        query = query.select_from(seat.join(deputy, deputy.c.id == seat.c.person))
        query = query.where(self.who(scope, seat)).group_by(*word).order_by(*word)
        rows = [tuple(row) if self.by else ("", row[0]) for row in scope.ledger.ask(query)]
        names = {word: word for word, _ in rows}
        if self.by == "group":
            names = dict(scope.ledger.names.texts("group", [word for word, _ in rows if word is not None]))
        return {names[word]: {self.measure.name: count} for word, count in rows if word is not None}

    def records(self, scope: Scope, word: str, measure: str) -> list[Behind]:
        seat, deputy = seats(), schema.table("deputy")
        query = select(seat.c.person).distinct().select_from(seat.join(deputy, deputy.c.id == seat.c.person))
        query = query.where(self.who(scope, seat))
        if self.by:
            wanted = scope.ledger.names.known("group", word) if self.by == "group" else word
            query = query.where(self._word(seat) == wanted)
        return [Behind("deputy", row[0]) for row in scope.ledger.ask(query.order_by(seat.c.person))]

    def _word(self, seat: Any) -> ColumnElement[Any]:
        name = "group_id" if self.by == "group" else self.by
        found: ColumnElement[Any] = seat.c[name] if name in seat.c else schema.table("deputy").c[name]
        return found


@dataclass(frozen=True)
class Seats:
    """代表名额 of the term in force on the period's last day."""

    root: str = "deputy"
    title: str = "代表"
    dimension: str = ""
    dimension_title: str = ""
    words: Sequence[str] = ("",)
    measures: Sequence[Measure] = (
        Measure("seats", "名额", "名", "期末在任一届的代表名额"),
        Measure("vacant", "缺额", "名", "期末代表名额减实有的乡镇代表，没有缺额为0"),
    )

    def nothing(self, measure: str) -> Value:
        return None

    def values(self, scope: Scope) -> Mapping[str, Mapping[str, Value]]:
        found = self._term(scope)
        seats = found[1] if found else None
        vacant = None if seats is None else max(0, seats - len(scope.once(township)))
        return {"": {"seats": seats, "vacant": vacant}}

    def records(self, scope: Scope, word: str, measure: str) -> list[Behind]:
        found = self._term(scope)
        counted = self.values(scope)[""][measure]
        return [Behind("term", found[0])] if found and (counted if measure == "vacant" else counted is not None) else []

    def _term(self, scope: Scope) -> tuple[int, int | None] | None:
        number = scope.ledger.context.term_on(scope.period.last)
        own = schema.table("term")
        rows = scope.ledger.ask(select(own.c.id, own.c.seats).where(own.c.number == number))
        return next(((row[0], row[1]) for row in rows), None)


@dataclass(frozen=True)
class Coverage:
    """述职覆盖率: township deputies in office who reported since the term in force began, of all of them."""

    root: str = "duty_report"
    title: str = "述职"
    dimension: str = ""
    dimension_title: str = ""
    words: Sequence[str] = ("",)
    measures: Sequence[Measure] = (
        Measure("coverage_rate", "述职覆盖率", "%", "本届以来已述职的在任乡镇代表／在任乡镇代表"),
        Measure("unreported", "未述职数", "名", "本届以来没有述职的在任乡镇代表"),
    )

    def nothing(self, measure: str) -> Value:
        return None if measure == "coverage_rate" else 0

    def values(self, scope: Scope) -> Mapping[str, Mapping[str, Value]]:
        people = scope.once(township)
        reported = people & self._reported(scope)
        rate = Rate(len(reported), len(people)) if people else None
        return {"": {"coverage_rate": rate, "unreported": len(people - reported)}}

    def records(self, scope: Scope, word: str, measure: str) -> list[Behind]:
        people = scope.once(township)
        found = people if measure == "coverage_rate" else people - self._reported(scope)
        return [Behind("deputy", id) for id in sorted(found)]

    def _reported(self, scope: Scope) -> set[int]:
        number = scope.ledger.context.term_on(scope.period.last)
        span = scope.ledger.context.term_span(number) if number is not None else None
        if span is None:
            return set()
        report, line = schema.table("duty_report"), schema.child_table("duty_report", "deputies")
        query = select(line.c.name_id).select_from(report.join(line, line.c.owner_id == report.c.id))
        days = (report.c.held_on >= span[0], report.c.held_on <= scope.period.last)
        return {row[0] for row in scope.ledger.ask(query.where(line.c.level == TOWNSHIP, *days))}


class Change(NamedTuple):
    """A seat that was taken or given up."""

    person: int
    level: str
    constituency: str | None
    on: date
    reason: str | None


def elected(scope: Scope) -> list[Change]:
    """By-elections of the period, in the order of their days."""
    return _changes(scope, _elected_in_between, "began_on")


def departed(scope: Scope) -> list[Change]:
    """Those who gave up a seat in the period, in the order of their days."""
    return _changes(scope, _left, "ended_on")


def _changes(scope: Scope, who: Condition, dated: str) -> list[Change]:
    seat = seats()
    columns = (seat.c.person, seat.c.level, seat.c.constituency, seat.c[dated], seat.c.end_reason)
    rows = scope.ledger.ask(select(*columns).where(who(scope, seat)).order_by(seat.c[dated], seat.c.person))
    return [Change(*row) for row in rows]


def _elected_in_between(scope: Scope, seat: Any) -> ColumnElement[bool]:
    return and_(seat.c.how == "补选", seat.c.began_on.between(scope.period.first, scope.period.last))


def _left(scope: Scope, seat: Any) -> ColumnElement[bool]:
    reason = func.coalesce(seat.c.end_reason, "")
    return and_(seat.c.ended_on.between(scope.period.first, scope.period.last), reason != "任期届满")


def _presidium(scope: Scope, seat: Any) -> ColumnElement[bool]:
    return and_(in_office(scope, seat), seat.c.presidium.is_(True))


def _by(dimension: str, title: str, field: str, formula: str) -> People:
    return People(Measure("", "", "名", f"期末在任代表中{formula}的人数"), in_office, dimension, title, field)


BLOCKS = (
    People(Measure("total", "总数", "名", "期末在任代表人数，兼任各级的只计一次"), in_office),
    Seats(),
    _by("by_level", "层级", "level", "该层级"),
    _by("by_group", "小组", "group", "该小组"),
    _by("by_sector", "结构", "sector", "该结构"),
    _by("by_gender", "性别", "gender", "该性别"),
    _by("by_party", "党派", "party", "该党派"),
    People(Measure("presidium", "主席团成员", "名", "期末在任的主席团成员人数"), _presidium),
    People(Measure("by_election", "补选", "名", "期内经补选任职的代表人数"), _elected_in_between),
    People(Measure("left", "离任", "名", "期内离任的代表人数，任期届满的不计"), _left),
    Places("group", "小组", (Measure("total", "总数", "个", "代表小组的个数"),)),
    Places("group", "小组", (Measure("", "", "个", "该类小组的个数"),), "by_type"),
    Places(
        "station",
        "联络站",
        (
            Measure("total", "总数", "个", "期末已建成的站点个数"),
            Measure("funds", "投入资金", "元", "期末已建成站点的投入资金之和"),
        ),
    ),
    Places("station", "联络站", (Measure("", "", "个", "期末已建成的该类站点个数"),), "by_type"),
    Coverage(),
)
