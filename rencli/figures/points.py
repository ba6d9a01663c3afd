"""Points of what deputies did, by the rules of ``points.toml``: every point stands beside its record.

A rule counts by the calendar year, so a period is counted as a part of its years: what the first half-year used up of
a cap is used up in the second, and the points of two halves are those of the year.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy import select

from rencli.config import rule_folders
from rencli.errors import InvalidInputError
from rencli.figures.base import Behind, Scope
from rencli.figures.catalogue import titled
from rencli.figures.duties import Asked, Duty, duties, events, inside
from rencli.figures.people import in_office, seats
from rencli.figures.period import Period
from rencli.records import clean
from rencli.records.seat import TOWNSHIP, Seat
from rencli.rules import points as table
from rencli.rules.points import Rule
from rencli.store import schema
from rencli.store.ledger import Ledger
from rencli.store.names import UnknownNameError

Number = int | float


class Scored(NamedTuple):
    """A duty with the rule that it falls under and what it counts."""

    duty: Duty
    rule: Rule
    counted: Decimal
    why: str | None
    """Why less is counted than the rule gives."""


class Line(NamedTuple):
    """A line of ``deputy points``."""

    event: str
    role: str
    points: Number
    kind: str
    id: int
    title: str
    on: date
    counted: Number
    """After cap and once a year."""
    why: str | None
    group: str

    def dump(self) -> dict[str, Any]:
        """The JSON object."""
        return self._asdict()


class Place(NamedTuple):
    """A line of ``deputy ranking``."""

    rank: int
    id: int
    name: str
    constituency: str | None
    group: str | None
    points: Number
    counts: dict[str, int]
    """How many records scored in each group of rules."""

    def dump(self) -> dict[str, Any]:
        """The JSON object."""
        return self._asdict()


def rules() -> tuple[Rule, ...]:
    """The rules in force. Raises InvalidInputError for a faulty file."""
    return table.load(events(), rule_folders())


def columns() -> list[str]:
    """The groups of the rules, in the order of the file."""
    return list(dict.fromkeys(rule.group for rule in rules()))


def of_person(ledger: Ledger, person: int, period: Period) -> list[Line]:
    """The points of one person in a period, by day."""
    found = scored(ledger, period, person)
    titles = titled(ledger, [Behind(each.duty.kind, each.duty.id) for each in found])
    return [_line(each, str(title["title"])) for each, title in zip(found, titles, strict=True)]


def total(lines: Iterable[Line]) -> Number:
    """What the lines count together, exact to two decimals."""
    return plain(sum((Decimal(str(line.counted)) for line in lines), Decimal()))


def ranking(ledger: Ledger, period: Period, level: str | None = None, group: str | None = None) -> list[Place]:
    """The people in office at a level on the period's last day, the most points first; ties share a place.

    Raises InvalidInputError for an unknown level or group.
    """
    people = list(_people(ledger, period, _level(level), _group(ledger, group)))
    groups = columns()
    sums: defaultdict[int, Decimal] = defaultdict(Decimal)
    counts: defaultdict[int, dict[str, int]] = defaultdict(lambda: dict.fromkeys(groups, 0))
    for each in scored(ledger, period):
        sums[each.duty.person] += each.counted
        counts[each.duty.person][each.rule.group] += 1
    people.sort(key=lambda each: -sums[each[0]])
    places: list[Place] = []
    for at, (id, name, constituency, group_name) in enumerate(people, 1):
        tied = places and sums[places[-1].id] == sums[id]
        rank = places[-1].rank if tied else at
        places.append(Place(rank, id, name, constituency, group_name, plain(sums[id]), counts[id]))
    return places


def scored(ledger: Ledger, period: Period, person: int | None = None) -> list[Scored]:
    """The duties of a period that some rule is about, with what they count; of everyone without ``person``."""
    known = rules()
    last = min(period.last, period.as_of)
    asked = Asked(Scope(ledger, period), date(period.first.year, 1, 1), last, person)
    used: defaultdict[tuple[int, int, int], Decimal] = defaultdict(Decimal)
    seen: set[tuple[int, int, int]] = set()
    found = []
    for duty in duties(asked):
        at = next((at for at, rule in enumerate(known) if rule.fits(duty.event, duty.role)), None)
        if at is None:
            continue
        key, rule = (duty.person, duty.on.year, at), known[at]
        counted, why = _counted(rule, used[key], again=key in seen)
        used[key] += counted
        seen.add(key)
        if inside(duty.on, duty.session, period, last):
            found.append(Scored(duty, rule, counted, why))
    return found


def _counted(rule: Rule, used: Decimal, *, again: bool) -> tuple[Decimal, str | None]:
    """What one more event counts where ``used`` has been counted that year, and why less than the rule gives."""
    if rule.once and again:
        return Decimal(), "每年只计一次"
    if rule.cap is None or abs(used + rule.points) <= rule.cap:
        return rule.points, None
    sign = 1 if rule.points > 0 else -1
    return sign * (rule.cap - abs(used)), f"每年最多{'计' if sign > 0 else '扣'}{plain(rule.cap)}分"


def _level(text: str | None) -> str:
    try:
        return str(Seat.field("level").read(text)) if text else TOWNSHIP
    except clean.Unreadable as error:
        raise InvalidInputError(f"--level：{error}") from error


def _group(ledger: Ledger, text: str | None) -> int | None:
    try:
        return int(ledger.names.id_of("group", clean.line(text))) if text else None
    except (clean.Unreadable, UnknownNameError) as error:
        raise InvalidInputError(f"--group：{error}") from error


def _people(ledger: Ledger, period: Period, level: str, group: int | None) -> Iterable[tuple[int, str, Any, Any]]:
    """(id, name, constituency, group) of those in office at a level on the period's last day, by id."""
    seat, deputy = seats(), schema.table("deputy")
    query = select(seat.c.person, deputy.c.name, seat.c.constituency, seat.c.group_id)
    query = query.select_from(seat.join(deputy, deputy.c.id == seat.c.person))
    query = query.where(in_office(Scope(ledger, period), seat), seat.c.level == level)
    query = query.where(seat.c.group_id == group) if group is not None else query
    rows = {row[0]: tuple(row) for row in ledger.ask(query.order_by(seat.c.person, seat.c.mandate.desc()))}
    names: Mapping[Any, str] = ledger.names.texts("group", [row[3] for row in rows.values() if row[3] is not None])
    for id, name, constituency, of in rows.values():
        yield id, name, constituency, names.get(of)


def plain(points: Decimal) -> Number:
    """Points as they are printed: whole where they are."""
    return int(points) if points == int(points) else float(points)


def _line(each: Scored, title: str) -> Line:
    duty, rule = each.duty, each.rule
    return Line(
        event=duty.event,
        role=duty.role,
        points=plain(rule.points),
        kind=duty.kind,
        id=duty.id,
        title=title,
        on=duty.on,
        counted=plain(each.counted),
        why=each.why,
        group=rule.group,
    )
