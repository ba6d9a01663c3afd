"""What a live value's tag means: whose figure it is, what was written, and what the ledger says now."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from rencli import gongwen
from rencli.errors import NotFoundError
from rencli.figures.base import Figure, Rate
from rencli.figures.catalogue import Figures, called, located, titled
from rencli.figures.period import Period
from rencli.reports.filters.saying import about, wan
from rencli.reports.live.saved import TAG
from rencli.reports.names import BEFORE, covered, reaches
from rencli.reports.views import Share, value_of
from rencli.store.ledger import Ledger

_MARKED: Final = re.compile(rf"({BEFORE}|\d{{4}}/)?(.+?)(#[nd])?")
_SHORT: Final = re.compile(r"#[0-9a-f]{8}$")
_PARTS: Final = {"#n": "分子", "#d": "分母"}


class Bound(NamedTuple):
    """What a tag says: the key of a figure, and its value as it was written."""

    key: str
    written: str | None
    """None where the tag was too long for a file and only its checksum is known."""


class Values:
    """The figures that a paper of a period may show, as they are in the ledger now."""

    def __init__(self, ledger: Ledger, period: Period) -> None:
        self._ledger = ledger
        self._period = covered(period)
        self._known: dict[str, Figures | None] = {}

    def text(self, key: str, written: str = "") -> str | None:
        """The value as a paper prints it, in the form of what was written (600余, 12.5万元); empty where there is
        none now, None where there is no such figure.
        """
        mark, _, part = split(key)
        figure = self.figure(key)
        if figure is None:
            return None
        value = value_of(figure, mark)
        if part:
            value = (value.分子 if part == "#n" else value.分母) if isinstance(value, Share) else None
        if value is None:
            return ""
        if written.endswith("余"):
            value = about(value)
        elif written.endswith("元"):
            value = wan(value)
        return str(value)

    def figure(self, key: str) -> Figure | None:
        """The figure of a key; None where there is none, or the ledger does not reach its year."""
        mark, own, _ = split(key)
        figures = self._figures(mark)
        try:
            return figures.show(own) if figures else None
        except NotFoundError:
            return None

    def records(self, key: str) -> list[dict[str, object]]:
        """The records behind a figure; of a numerator too those of the denominator."""
        mark, own, _ = split(key)
        figures = self._figures(mark)
        return titled(self._ledger, figures.records(own)) if figures else []

    def bound(self, tag: str, in_file: str, known: Mapping[str, tuple[str, str]]) -> Bound | None:
        """What a tag means; ``known`` are the figures that the paper was made with, by tag."""
        if tag in known:
            return Bound(*known[tag])
        said = tag.removeprefix(TAG)
        if not _is_short(tag):
            key, _, written = said.rpartition("=")
            return Bound(key, written) if key else None
        return self._shortened(tag, said, in_file)

    def _shortened(self, tag: str, said: str, in_file: str) -> Bound | None:
        """A tag that ends in a checksum: its key, and its value where that is what stands in the file or ledger."""
        head = said[: -len("#12345678")]
        named = head.rpartition("=")[0]
        mark = split(head)[0]
        for key in [named] if named else [key for key in self._keys(mark) if key.startswith(head)]:
            for value in (in_file, self.text(key, in_file)):
                if value is not None and gongwen.short_tag(f"{TAG}{key}={value}") == tag:
                    return Bound(key, value)
            if named:
                return Bound(named, None)
        return None

    def _keys(self, mark: str) -> list[str]:
        figures = self._figures(mark)
        return [f"{mark}{figure.key}" for figure in figures.all()] if figures else []

    def _figures(self, mark: str) -> Figures | None:
        if mark not in self._known:
            self._known[mark] = self._of(mark)
        return self._known[mark]

    def _of(self, mark: str) -> Figures | None:
        if not mark:
            return Figures(self._ledger, self._period)
        if mark == BEFORE:
            before = self._period.year_before()
            return Figures(self._ledger, before) if reaches(self._ledger, before) else None
        year = int(mark[:-1])
        first, last = max(self._period.first, date(year, 1, 1)), min(self._period.last, date(year, 12, 31))
        if first > last:
            return None
        return Figures(self._ledger, Period(f"{year}年", first, last, self._period.as_of))


def split(key: str) -> tuple[str, str, str]:
    """(mark of another period, key in the catalogue, part of a rate) of a key as a paper has it."""
    found = _MARKED.fullmatch(key)
    return (found[1] or "", found[2], found[3] or "") if found else ("", key, "")


def label(key: str) -> str:
    """What a figure is called: 上年建议·总数, 建议·办结率（分子）; empty where there is none of the key."""
    mark, own, part = split(key)
    found = located(own)
    if found is None:
        return ""
    when = "上年" if mark == BEFORE else f"{mark[:-1]}年" if mark else ""
    return f"{when}{called(*found)}" + (f"（{_PARTS[part]}）" if part else "")


def rate_parts(figure: Figure) -> tuple[int, int] | None:
    """Numerator and denominator of a rate."""
    return (figure.value.numerator, figure.value.denominator) if isinstance(figure.value, Rate) else None


def _is_short(tag: str) -> bool:
    return bool(_SHORT.search(tag)) and gongwen.short_tag(f"{tag}xxxxxxxx") != f"{tag}xxxxxxxx"
