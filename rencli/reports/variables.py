"""Everything that a template of a paper may name, with its meaning and what it is now.

Nothing is listed here: figures come from the catalogue, fields from the records, names from ``names``.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from rencli.figures.catalogue import Figures
from rencli.figures.period import Period
from rencli.records import KINDS, load
from rencli.records.base import Record
from rencli.reports.filters import FILTERS, SAID
from rencli.reports.form.filling_words import said
from rencli.reports.manifest import Manifest
from rencli.reports.names import MEANT, Lists, covered, names
from rencli.reports.standing import STANDING
from rencli.reports.told import told_records
from rencli.reports.views import View
from rencli.store.ledger import Ledger


class Variable(NamedTuple):
    """A name as a template writes it."""

    name: str
    meaning: str
    value: str = ""


class Listed(NamedTuple):
    """A list of lines, each with these fields."""

    name: str
    meaning: str
    fields: list[Variable]


class Known(NamedTuple):
    """What a template may use."""

    variables: list[Variable]
    lists: list[Listed]
    filters: list[Variable]


def known(ledger: Ledger, manifest: Manifest, period: Period, issued_on: date) -> Known:
    """What a template of the paper may use in a period. Raises InvalidInputError while no office is set."""
    figures = Figures(ledger, covered(period))
    given = names(ledger, period, issued_on)
    variables = [*_figures(figures), *_plain(given)]
    lists = [*_lists(ledger, manifest, covered(period), given)]
    return Known(variables, lists, [Variable(name, SAID[name]) for name in FILTERS])


def _figures(figures: Figures) -> Iterator[Variable]:
    for block in figures.blocks:
        for word in figures.words(block):
            for measure in block.measures:
                figure = figures.figure(block, word, measure)
                value = "无" if figure.value is None else str(figure.value)
                unit = "" if figure.unit == "%" else figure.unit
                stem = ".".join(filter(None, (block.title, block.dimension_title)))
                inner = word if not word or word.isidentifier() else f'["{word}"]'
                name = ".".join(filter(None, (stem, inner, measure.title))).replace(".[", "[")
                yield Variable(name, figure.formula, f"{value}{unit if figure.value is not None else ''}")


def _plain(given: Mapping[str, Any]) -> Iterator[Variable]:
    """The names that are no figures: plain values, and the entries of those that hold several."""
    helps = {field.title: field.help for field in load("office").fields}
    for name, meaning in MEANT.items():
        value = given.get(name)
        yield Variable(name, meaning, _shown(value))
        if isinstance(value, dict):
            for inner, each in value.items():
                about = helps.get(inner, "") if name == "本单位" else ""
                yield Variable(f"{name}.{inner}", about, _shown(each))


def _lists(ledger: Ledger, manifest: Manifest, period: Period, given: Mapping[str, Any]) -> Iterator[Listed]:
    if manifest.of:
        found = ledger.records(manifest.of)[:1]
        told = told_records(ledger, found, period)
        yield Listed("本件", f"这份材料讲的{KINDS[manifest.of]}", _fields(manifest.of, told))
    lists = given["列表"]
    assert isinstance(lists, Lists)
    labels = {label: kind for kind, label in KINDS.items() if kind != "office"}
    labels |= {"在任代表": "deputy"} | {label: _kind_of(label) for label in STANDING}
    for label, kind in labels.items():
        lines = lists[label]
        yield Listed(f"列表.{label}", f"{len(lines)}条", _fields(kind, lines))
    for name in ("下年安排", "结转建议", "补选代表", "离任代表"):
        kind = {"下年安排": "plan", "结转建议": "suggestion"}.get(name, "")
        yield Listed(name, MEANT[name], _fields(kind, given[name]))


def _kind_of(label: str) -> str:
    return "plan" if label.endswith("安排") else "suggestion"


def _fields(kind: str, lines: Iterable[Mapping[str, Any]]) -> list[Variable]:
    """The fields of a line: those of the record with their helps, then what is told beside them."""
    cls: type[Record] | None = load(kind) if kind else None
    fields = (*cls.fields, *cls.derived) if cls else ()
    found = {field.title: Variable(field.title, field.help) for field in fields}
    for line in list(lines)[:1]:
        found |= {title: Variable(title, "") for title in line if title not in found}
    return list(found.values())


def _shown(value: Any) -> str:
    """A value in a few characters; nothing of what holds others."""
    if isinstance(value, View | Mapping) or not isinstance(value, str | int | float | date | list | None):
        return ""
    if isinstance(value, list) and any(isinstance(each, Mapping) for each in value):
        return f"{len(value)}条"
    text = said(value).replace("\n", " ")
    return text if len(text) <= 40 else f"{text[:40]}…"
