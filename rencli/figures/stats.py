"""建议办理统计: the figures of suggestions, divided by unit, category, deputy, group or session.

Every column is a figure of the catalogue, asked of a part of the same suggestions; the total row is asked of
all of them, each once. Where a suggestion belongs to several rows (分办), the rows add up to more.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple

from sqlalchemy import select

from rencli.figures import lives, people, suggestions
from rencli.figures.base import Measure, Rate, Scope, Value
from rencli.figures.lives import Story
from rencli.figures.questions import answer
from rencli.records.seat import TOWNSHIP

COLUMNS: Final = (
    "total",
    "accepted",
    "replied",
    "closed",
    "overdue",
    "redone",
    "satisfied",
    "mostly_satisfied",
    "dissatisfied",
    "reply_rate",
    "on_time_reply_rate",
    "meeting_rate",
    "closing_rate",
    "solved_rate",
    "satisfaction_rate",
    "accepted_satisfaction_rate",
    "carried_open",
    "carried_overdue",
)
HELPING: Final = Measure("helping", "会办数", "件", "本期最近一次交办时为会办单位的")
DIVISIONS: Final[Mapping[str, tuple[str, str]]] = {
    "unit": ("承办单位", "没有承办单位"),
    "category": ("类别", "没有写类别"),
    "deputy": ("领衔代表", "没有写代表"),
    "group": ("代表小组", "不在小组"),
    "session": ("届次-会次", ""),
}
"""How suggestions may be divided: the title of the column, and what stands where a suggestion has no such thing."""


class Row(NamedTuple):
    """One part of the suggestions; ``name`` is None where they have no such thing."""

    name: str | None
    values: Mapping[str, Value]


class Stats(NamedTuple):
    """A division of the suggestions of a period."""

    measures: tuple[Measure, ...]
    rows: tuple[Row, ...]
    whole: Row


Divide = Callable[[Scope, list[Story]], Iterable[tuple[str | None, Story]]]
"""The name that each suggestion goes under; a suggestion may come more than once."""


def stats(scope: Scope, by: str) -> Stats:
    """The suggestions of a period divided by one of ``DIVISIONS``; what has no name comes last."""
    questions = [suggestions.question(name) for name in COLUMNS]
    whole = {each.measure.name: answer(each, scope.once(each.of), scope) for each in questions}
    parts = {source: _gathered(_DIVIDE[by](scope, scope.once(source))) for source in {each.of for each in questions}}
    found: dict[str | None, dict[str, Value]] = {name: {} for part in parts.values() for name in part}
    for question in questions:
        for name, values in found.items():
            part = parts[question.of].get(name, [])
            values[question.measure.name] = answer(question, part, scope)
    measures = [each.measure for each in questions]
    if by == "unit":
        _add_helping(scope, found, whole)
        measures.insert(1, HELPING)
    rows = [Row(name, values) for name, values in found.items() if any(values.values())]
    rank = _RANK.get(by, _most)
    rows.sort(key=lambda row: (row.name is None, *rank(scope, row)))
    return Stats(tuple(measures), tuple(rows), Row(None, whole))


def dump(row: Row) -> dict[str, object]:
    """The JSON of a row's values; a rate is printed, with its two parts."""
    return {
        key: {"value": str(value), "numerator": value.numerator, "denominator": value.denominator}
        if isinstance(value, Rate)
        else value
        for key, value in row.values.items()
    }


def _gathered(named: Iterable[tuple[str | None, Story]]) -> dict[str | None, list[Story]]:
    found: dict[str | None, list[Story]] = defaultdict(list)
    for name, story in named:
        found[name].append(story)
    return found


def _most(scope: Scope, row: Row) -> tuple[object, ...]:
    return (-int(str(row.values["total"])), row.name or "")


def _session(scope: Scope, row: Row) -> tuple[object, ...]:
    return tuple(int(part) for part in (row.name or "").split("-"))


def _entered(scope: Scope, row: Row) -> tuple[object, ...]:
    return (scope.ledger.names.known("group", row.name or ""),)


def _by_unit(scope: Scope, stories: list[Story]) -> Iterable[tuple[str | None, Story]]:
    for story in stories:
        asked = story.life.asked
        if asked is None:
            yield None, story
        else:
            yield from ((unit, story._replace(life=story.life.of_unit(unit))) for unit in asked.answering)


def _add_helping(scope: Scope, found: dict[str | None, dict[str, Value]], whole: dict[str, Value]) -> None:
    """How many each unit helps another with (主会办); it is answered for by the main unit."""
    asked = [story.life.asked for story in scope.once(lives.of_period) if story.life.asked]
    helping = Counter(unit for each in asked if not each.equals for unit in each.others)
    for unit in helping.keys() - found.keys():
        found[unit] = {name: answer(suggestions.question(name), [], scope) for name in COLUMNS}
    for name, values in found.items():
        values[HELPING.name] = helping[name or ""]
    whole[HELPING.name] = sum(not each.equals and bool(each.others) for each in asked)


def _by_category(scope: Scope, stories: list[Story]) -> Iterable[tuple[str | None, Story]]:
    return ((story.category, story) for story in stories)


def _by_session(scope: Scope, stories: list[Story]) -> Iterable[tuple[str | None, Story]]:
    return ((f"{story.term}-{story.session or 0}", story) for story in stories)


def _by_deputy(scope: Scope, stories: list[Story]) -> Iterable[tuple[str | None, Story]]:
    names = scope.ledger.names.texts("deputy", {story.proposer_id for story in stories if story.proposer_id})
    return ((names.get(story.proposer_id), story) for story in stories)


def _by_group(scope: Scope, stories: list[Story]) -> Iterable[tuple[str | None, Story]]:
    """The group of the township seat that the first proposer held in the suggestion's term, else of any such seat."""
    seat = people.seats()
    query = select(seat.c.person, seat.c.term, seat.c.group_id).where(
        seat.c.level == TOWNSHIP, seat.c.group_id.is_not(None)
    )
    of_term = {(person, term): group for person, term, group in scope.ledger.ask(query)}
    of_any = {person: group for (person, _), group in of_term.items()}
    names = scope.ledger.names.texts("group", set(of_any.values()))
    for story in stories:
        group = of_term.get((story.proposer_id, story.term), of_any.get(story.proposer_id))
        yield names.get(group), story


_DIVIDE: Final[Mapping[str, Divide]] = {
    "unit": _by_unit,
    "category": _by_category,
    "deputy": _by_deputy,
    "group": _by_group,
    "session": _by_session,
}
_RANK: Final[Mapping[str, Callable[[Scope, Row], tuple[object, ...]]]] = {"session": _session, "group": _entered}
"""In which order the rows come; others by how many suggestions they have, most first."""
