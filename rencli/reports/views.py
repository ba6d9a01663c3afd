"""Figures by their Chinese names, as templates read them: 建议.办结率, 活动.学习培训.次数.

Templates see these small read-only objects and plain values, never a record. Words that are declared or
that the period used exist as names; any other word goes in brackets and reads 0. Every value knows its
key, so that a printed figure stays alive in the document.
"""

from collections.abc import Iterator
from typing import Any

from rencli.figures.base import Block, Figure, Rate
from rencli.figures.catalogue import Figures
from rencli.reports.near import listed, meant


class UnknownNameError(Exception):
    """A template asks for a name that does not exist; the text says what there is."""


class Count(int):
    """A counted figure. Arithmetic gives plain numbers, which are no figures."""

    key: str

    def __new__(cls, value: int, key: str) -> "Count":
        made = super().__new__(cls, value)
        made.key = key
        return made


class Amount(float):
    """A figure in 元 with decimals."""

    key: str

    def __new__(cls, value: float, key: str) -> "Amount":
        made = super().__new__(cls, value)
        made.key = key
        return made

    def __str__(self) -> str:
        return f"{float(self):.2f}".rstrip("0").rstrip(".")


class Share:
    """A rate: prints as 95.5%; ``分子`` and ``分母`` are its parts, ``百分数`` the printed number."""

    def __init__(self, rate: Rate, key: str) -> None:
        self.key = key
        self.分子 = Count(rate.numerator, f"{key}#n")
        self.分母 = Count(rate.denominator, f"{key}#d")
        self.百分数 = float(str(rate).rstrip("%"))
        self._text = str(rate)

    def __str__(self) -> str:
        return self._text


class Written(str):
    """A figure already written in some form (600余), still knowing its key."""

    __slots__ = ("key",)
    key: str

    def __new__(cls, text: str, key: str) -> "Written":
        made = super().__new__(cls, text)
        made.key = key
        return made


class View:
    """A name that leads to others: a root (建议), a dimension (建议.类别) or a word (活动.视察)."""

    def __init__(self, path: str, figures: Figures | None, blocks: list[Block], word: str = "", mark: str = "") -> None:
        self._path = path
        self._figures = figures
        self._blocks = blocks
        self._word = word
        self._mark = mark

    def find(self, name: str, *, strict: bool) -> Any:
        """What a name means here. Raises UnknownNameError; with ``strict`` for a word that nothing uses too."""
        for step in (self._measure, self._dimension, self._of_word):
            found = step(name, strict=strict)
            if found is not _NOTHING:
                return found
        known = self.names()
        raise UnknownNameError(f"“{self._path}”里没有“{name}”{meant(name, known, listed(known))}")

    def names(self) -> list[str]:
        """The names that this one leads to."""
        found: dict[str, None] = {}
        for block in self._blocks:
            if self._word or not block.dimension:
                found |= dict.fromkeys(measure.title.split(".")[0] for measure in block.measures)
            elif block.dimension_title and not self._at_dimension:
                found[block.dimension_title] = None
            else:
                found |= dict.fromkeys(self._words(block))
        return list(found)

    def items(self, measure: str = "") -> Iterator[tuple[str, Any]]:
        """(word, value) of every word of a dimension; with ``measure`` that measure's value."""
        for name in self.names():
            value = self.find(name, strict=False)
            if isinstance(value, View) and value._word:
                value = value.find(measure, strict=True)
            elif isinstance(value, View) or measure:
                continue  # another dimension, or a measure of the root itself
            yield name, value

    @property
    def _at_dimension(self) -> bool:
        return "." in self._path and not self._word

    def _measure(self, name: str, *, strict: bool) -> Any:
        for block in self._blocks:
            if bool(block.dimension) != bool(self._word):
                continue
            for measure in block.measures:
                if measure.title == name:
                    return self._value(block, measure.name)
                if measure.title.startswith(f"{name}."):
                    return _Nested(self, name)
        return _NOTHING

    def _dimension(self, name: str, *, strict: bool) -> Any:
        blocks = [block for block in self._blocks if block.dimension_title == name]
        if self._word or self._at_dimension or not blocks:
            return _NOTHING
        return View(f"{self._path}.{name}", self._figures, blocks, mark=self._mark)

    def _of_word(self, name: str, *, strict: bool) -> Any:
        silent = [
            block for block in self._blocks if block.dimension and (self._at_dimension or not block.dimension_title)
        ]
        if self._word or not silent:
            return _NOTHING
        if strict and not any(name in self._words(block) for block in silent):
            return _NOTHING
        found = View(f"{self._path}.{name}", self._figures, silent, name, self._mark)
        if all(not measure.title for block in silent for measure in block.measures):
            return found._value(silent[0], silent[0].measures[0].name)
        return found

    def _words(self, block: Block) -> list[str]:
        return self._figures.words(block) if self._figures else list(block.words)

    def _value(self, block: Block, measure: str) -> Any:
        if self._figures is None:
            return None
        declared = next(each for each in block.measures if each.name == measure)
        return value_of(self._figures.figure(block, self._word, declared), self._mark)


class _Nested(View):
    """The first half of a measure's title in two parts: 建议.承诺 of 建议.承诺.作出."""

    def __init__(self, outer: View, name: str) -> None:
        self._outer = outer
        self._name = name
        self._path = f"{outer._path}.{name}"
        self._word = ""

    def find(self, name: str, *, strict: bool) -> Any:
        return self._outer.find(f"{self._name}.{name}", strict=strict)

    def names(self) -> list[str]:
        titles = (measure.title for block in self._outer._blocks for measure in block.measures)
        return [title.partition(".")[2] for title in titles if title.startswith(f"{self._name}.")]


def roots(figures: Figures | None, blocks: tuple[Block, ...], mark: str = "") -> dict[str, View]:
    """The first words of all figures. Without ``figures`` every value is None (a year that is not kept)."""
    titles = dict.fromkeys(block.title for block in blocks)
    return {title: View(title, figures, [b for b in blocks if b.title == title], mark=mark) for title in titles}


def value_of(figure: Figure, mark: str = "") -> Any:
    """A figure's value, knowing its key; ``mark`` goes before the key of another period."""
    key = mark + figure.key
    match figure.value:
        case None:
            return None
        case Rate() as rate:
            return Share(rate, key)
        case float() as amount:
            return Amount(amount, key)
        case count:
            return Count(count, key)


_NOTHING = object()
