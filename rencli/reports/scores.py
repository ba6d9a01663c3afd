"""积分: who has how many points in a period and by which rules, read when a template asks for the first of it."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from typing import Any, Final

from rencli.figures import points
from rencli.figures.period import Period
from rencli.reports.filters.saying import told_apart
from rencli.rules.points import Rule
from rencli.store.ledger import Ledger

Rows = list[dict[str, Any]]

NAMES: Final = ("各人", "各组", "类别", "规则")
_UNGROUPED: Final = "未编组"


class Scores(Mapping[str, Any]):
    """积分.各人 by rank, .各组 by average, .类别 in which somebody scored, .规则 as the table has them."""

    def __init__(self, ledger: Ledger, period: Period) -> None:
        self._ledger = ledger
        self._period = period

    def __getitem__(self, name: str) -> Any:
        return self._told[name]

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)

    @cached_property
    def _told(self) -> dict[str, Any]:
        places = points.ranking(self._ledger, self._period)
        rules = points.rules()
        names = self._ledger.names.texts("deputy", [place.id for place in places])
        kinds = list(dict.fromkeys(rule.group for rule in rules if rule.points > 0))
        return {
            "各人": [_person(place, names[place.id]) for place in places],
            "各组": _groups(places),
            "类别": [kind for kind in kinds if any(place.counts[kind] for place in places)],
            "规则": [told_rule(rule) for rule in rules],
        }


def told_rule(rule: Rule) -> dict[str, Any]:
    """A rule by Chinese names."""
    return {
        "类别": rule.group,
        "项目": "、".join(event.rpartition(".")[2] for event in rule.events),
        "情形": "、".join(rule.roles),
        "分值": points.plain(rule.points),
        "上限": points.plain(rule.cap) if rule.cap is not None else None,
        "每年一次": rule.once,
    }


def _person(place: points.Place, named: str) -> dict[str, Any]:
    return {
        "名次": place.rank,
        "姓名": told_apart(named),
        "选区": place.constituency,
        "代表小组": place.group,
        "积分": place.points,
        "次数": place.counts,
    }


def _groups(places: list[points.Place]) -> Rows:
    """The groups with their points, the highest average first; nothing where nobody is in one."""
    members: dict[str | None, list[points.Place]] = {}
    for place in places:
        members.setdefault(place.group, []).append(place)
    if set(members) == {None}:
        return []
    totals = {
        group: sum((Fraction(str(each.points)) for each in those), Fraction()) for group, those in members.items()
    }
    averages = {group: totals[group] / len(those) for group, those in members.items()}
    return [
        {
            "名称": group or _UNGROUPED,
            "人数": len(members[group]),
            "积分": _short(totals[group]),
            "人均": _short(averages[group]),
        }
        for group in sorted(members, key=lambda group: (group is None, -averages[group]))
    ]


def _short(number: Fraction) -> int | float:
    """With one decimal, whole numbers bare."""
    tenths = int(number * 10 + Fraction(1, 2)) if number >= 0 else -int(-number * 10 + Fraction(1, 2))
    return tenths // 10 if tenths % 10 == 0 else tenths / 10
