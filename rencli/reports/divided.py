"""统计: the suggestions of a period divided by unit, category, deputy, group, session; and how rates are reckoned."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from rencli.figures.base import Rate, Scope
from rencli.figures.catalogue import Figures
from rencli.figures.judged import WHOLE, Judged, judged
from rencli.figures.period import Period
from rencli.figures.stats import DIVISIONS, Row, Stats, stats
from rencli.figures.suggestions import TOTALS
from rencli.records.steps import GRADES
from rencli.store.ledger import Ledger

FORMULAS: Final = "算法"
_TITLES: Final = {title: by for by, (title, _) in DIVISIONS.items()}


class Divided(Mapping[str, list[dict[str, Any]]]):
    """Rows by Chinese names of measures, 名称 first, the last row being 合计; reckoned when asked for."""

    def __init__(self, ledger: Ledger, period: Period) -> None:
        self._ledger = ledger
        self._period = period

    def __getitem__(self, title: str) -> list[dict[str, Any]]:
        if title == FORMULAS:
            return list(_formulas(Figures(self._ledger, self._period)))
        by, scope = _TITLES[title], Scope(self._ledger, self._period)
        found = stats(scope, by)
        rows = [_row(found, row, row.name or DIVISIONS[by][1]) for row in found.rows]
        whole = _row(found, found.whole, "合计")
        if by == "unit":
            said = judged(scope)
            rows = [row | _judged(said.get(row["名称"], Judged())) for row in rows]
            whole |= _judged(said.get(WHOLE, Judged()))
        return [*rows, whole]

    def __iter__(self) -> Iterator[str]:
        return iter((*_TITLES, FORMULAS))

    def __len__(self) -> int:
        return len(_TITLES) + 1


def _row(found: Stats, row: Row, name: str) -> dict[str, Any]:
    return {"名称": name} | {measure.title: row.values[measure.name] for measure in found.measures}


def _judged(of: Judged) -> dict[str, int]:
    """How often each grade was given, and for how many answers none."""
    grades = GRADES.split()
    return {
        "会办答复数": of.helped,
        **{f"态度{grade}": of.attitudes[grade] for grade in grades},
        **{f"结果{grade}": of.outcomes[grade] for grade in grades},
        "态度未表态": of.silent + of.attitudes[""],
        "结果未表态": of.silent + of.outcomes[""],
    }


def _formulas(figures: Figures) -> Iterator[dict[str, Any]]:
    """Every rate of suggestions that has a value."""
    for measure in (question.measure for question in TOTALS):
        value = figures.show(f"suggestion.{measure.name}").value
        if isinstance(value, Rate):
            yield {
                "名称": measure.title,
                "算法": measure.formula,
                "分子": value.numerator,
                "分母": value.denominator,
                "结果": value,
            }
