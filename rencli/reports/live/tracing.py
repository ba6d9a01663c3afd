"""Every figure of a paper opened down to its records: for the screen, and as the appendix 数据来源."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from rencli import gongwen
from rencli.figures.base import Figure
from rencli.records import KINDS
from rencli.reports.live.keys import Values, label, rate_parts, split
from rencli.reports.live.memory import figures_of
from rencli.reports.live.saved import TAG
from rencli.reports.orders import Order
from rencli.store.ledger import Ledger

NAMED = 20
"""Suggestions that the appendix names by number; more are told as a count."""


class Traced(NamedTuple):
    """A figure of a paper, where it stands and what it was counted from."""

    key: str
    label: str
    value: str
    figure: Figure | None
    records: list[dict[str, object]]
    sentences: list[str]

    def dump(self) -> dict[str, Any]:
        """As JSON: what ``figure show`` prints, with the sentences."""
        own: dict[str, Any] = {"key": self.key, "label": self.label, "value": self.value}
        if self.figure:
            parts = rate_parts(self.figure)
            own |= {"unit": self.figure.unit, "formula": self.figure.formula}
            own |= {"numerator": parts[0] if parts else None, "denominator": parts[1] if parts else None}
        return own | {"sentences": self.sentences, "records": self.records}


def traced(values: Values, told: Sequence[tuple[str, str, str]]) -> Iterator[Traced]:
    """(key, value, sentence) of a text in order; each figure once, the parts of a rate with the rate."""
    seen: dict[str, Traced] = {}
    for key, value, sentence in told:
        mark, own, _ = split(key)
        whole = f"{mark}{own}"
        if whole not in seen:
            figure = values.figure(whole)
            records = values.records(whole) if figure else []
            shown = value if whole == key else values.text(whole) or ""
            seen[whole] = Traced(whole, label(whole), shown, figure, records, [])
        if sentence and sentence not in seen[whole].sentences:
            seen[whole].sentences.append(sentence)
    yield from seen.values()


def appendix(ledger: Ledger, order: Order, body: str) -> gongwen.Document:
    """数据来源: a table of the figures of a paper, how each is counted and from which records."""
    values = Values(ledger, order.period)
    rows = [
        f"|{number}|{gongwen.cell(each.label)}|{_live(each.key, each.value)}|{gongwen.cell(_formula(each))}"
        f"|{gongwen.cell(records_told(each.records))}|"
        for number, each in enumerate(traced(values, [(key, value, "") for key, value in figures_of(body)]), 1)
    ]
    heading = [
        "# 数据来源",
        "",
        "|序号|指标|数|算法|记录|",
        "|:----:|--------------|:------:|--------------------|----------------|",
    ]
    return gongwen.parse("\n".join([*heading, *(rows or ["|本文没有来自台账的数|<|<|<|<|"])]) + "\n")


def records_told(records: Sequence[dict[str, object]]) -> str:
    """Records in a line: 建议3件：5-3-1、5-3-2、5-3-9; others by the runs of their numbers: 走访5条：3—6、9号."""
    told = []
    for kind, those in groupby(sorted(records, key=lambda each: str(each["kind"])), key=lambda each: str(each["kind"])):
        ids = [int(str(each["id"])) for each in those]
        told.append(f"{KINDS[kind]}{len(ids)}条：{'、'.join(_runs(ids))}号")
    return "；".join(told) if told else "没有记录"


def _runs(ids: Sequence[int]) -> Iterator[str]:
    """Numbers as runs: 3—6, 9."""
    for _, run in groupby(enumerate(sorted(set(ids))), key=lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in run]
        yield str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}—{numbers[-1]}"


def _formula(each: Traced) -> str:
    if each.figure is None:
        return ""
    parts = rate_parts(each.figure)
    return each.figure.formula + (f"（{parts[0]}／{parts[1]}）" if parts else "")


def _live(key: str, value: str) -> str:
    return f"{gongwen.START}{TAG}{key}={value}{gongwen.MIDDLE}{value}{gongwen.END}"
