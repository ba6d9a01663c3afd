"""The catalogue: every figure by its key, and by its Chinese name."""

from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any

from rencli.errors import NotFoundError
from rencli.figures import contacts, events, meetings, people, suggestions
from rencli.figures.base import Behind, Block, Figure, Measure, Scope, Value
from rencli.figures.period import Period
from rencli.records import load
from rencli.store.ledger import Ledger


def blocks() -> tuple[Block, ...]:
    """All blocks, in the order in which figures are listed."""
    return (*people.BLOCKS, *meetings.BLOCKS, *contacts.BLOCKS, *events.BLOCKS, *suggestions.BLOCKS)


@cache
def located(key: str) -> tuple[Block, str, Measure] | None:
    """(block, word, measure) of a key; None where there is no such figure."""
    for block in blocks():
        stem = ".".join(filter(None, [block.root, block.dimension])) + "."
        if not key.startswith(stem):
            continue
        rest = key[len(stem) :]
        for measure in block.measures:
            word = rest.removesuffix(f".{measure.name}" if measure.name else "") if block.dimension else ""
            if ".".join(filter(None, [word, measure.name])) == rest and bool(word) == bool(block.dimension):
                return block, word, measure
    return None


def called(block: Block, word: str, measure: Measure) -> str:
    """What a figure is called: 建议·办结率."""
    return "·".join(filter(None, [block.title, block.dimension_title, word, measure.title])).replace(".", "·")


class Figures:
    """The figures of one period. A block is counted once, when its first figure is asked for."""

    def __init__(self, ledger: Ledger, period: Period) -> None:
        self.scope = Scope(ledger, period)
        self._counted: dict[int, Any] = {}

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        return blocks()

    def all(self) -> Iterator[Figure]:
        """Every figure; a block with words gives those declared and those found in the period."""
        for block in self.blocks:
            for word in self.words(block):
                for measure in block.measures:
                    yield self.figure(block, word, measure)

    def show(self, key: str) -> Figure:
        """The figure of a key; a word that nothing uses reads 0. Raises NotFoundError for an unknown key."""
        return self.figure(*self.locate(key))

    def records(self, key: str) -> list[Behind]:
        """The records that a figure was counted from; for a rate those of its denominator."""
        block, word, measure = self.locate(key)
        return block.records(self.scope, word, measure.name)

    def words(self, block: Block) -> list[str]:
        """The words of a block in this period."""
        return list(dict.fromkeys([*block.words, *self.counted(block)]))

    def figure(self, block: Block, word: str, measure: Measure) -> Figure:
        """A figure of a block."""
        parts = [block.root, block.dimension, word, measure.name]
        key, label = ".".join(filter(None, parts)), called(block, word, measure)
        return Figure(key, label, measure.unit, self.value(block, word, measure.name), measure.formula)

    def value(self, block: Block, word: str, measure: str) -> Value:
        """The value of a measure for a word."""
        found: Value = self.counted(block).get(word, {}).get(measure, block.nothing(measure))
        return found

    def counted(self, block: Block) -> Any:
        """The values of a block, counted once."""
        if id(block) not in self._counted:
            self._counted[id(block)] = block.values(self.scope)
        return self._counted[id(block)]

    def locate(self, key: str) -> tuple[Block, str, Measure]:
        """(block, word, measure) of a key, or of a label as lists print it (建议·办结率). Raises NotFoundError."""
        if "·" in key:
            key = next((figure.key for figure in self.all() if figure.label == key), key)
        if found := located(key):
            return found
        raise NotFoundError(f"没有指标“{key}”。{self._near(key)}ren figure list 列出全部指标。")

    def _near(self, key: str) -> str:
        from difflib import get_close_matches

        near = get_close_matches(key, [figure.key for figure in self.all()], 3)
        return f"是不是 {'、'.join(near)}？" if near else ""


def titled(ledger: Ledger, behind: list[Behind]) -> list[dict[str, object]]:
    """Records behind a figure as the contract's ``{"kind", "id", "title"}``."""
    by_kind: dict[str, dict[int, str]] = {}
    for kind in dict.fromkeys(each.kind for each in behind):
        wanted = [each.id for each in behind if each.kind == kind]
        by_kind[kind] = {record.id or 0: record.heading() for record in ledger.by_ids(kind, wanted)}
    return [{"kind": kind, "id": id, "title": by_kind[kind].get(id, load(kind).label)} for kind, id in behind]
