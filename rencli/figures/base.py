"""What a figure is: key, name, unit, formula; a value; and the records it was counted from.

Figures come in blocks: one block is what one grouped query gives, such as everything counted of visits by
their type. A key reads root, then dimension and word where the block has them, then measure:
``visit.by_type.接待选民.voters``, ``suggestion.by_category.基础设施建设``, ``group.total``.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol, TypeVar, cast

from rencli.figures.period import Period
from rencli.store.ledger import Ledger

Number = int | float
Found = TypeVar("Found")


class Rate(NamedTuple):
    """A share, kept as its two whole numbers."""

    numerator: int
    denominator: int

    def __str__(self) -> str:
        """One decimal, halves up, in whole-number arithmetic; only N/N prints 100% (contract section 3)."""
        if self.numerator == self.denominator:
            return "100%"
        tenths = (2000 * self.numerator + self.denominator) // (2 * self.denominator)
        return f"{tenths // 10}.{tenths % 10}%"


Value = Number | Rate | None


class Behind(NamedTuple):
    """A record that a figure was counted from."""

    kind: str
    id: int


class Measure(NamedTuple):
    """What is counted. ``name`` and ``title`` are empty where the word itself is the measure."""

    name: str
    title: str
    unit: str
    formula: str


@dataclass(frozen=True, eq=False)
class Scope:
    """The ledger and the period that figures are asked of."""

    ledger: Ledger
    period: Period
    _found: dict[object, object] = field(default_factory=dict)

    def once(self, source: "Callable[[Scope], Found]") -> Found:
        """What a source finds in this scope; several blocks share it."""
        if source not in self._found:
            self._found[source] = source(self)
        return cast(Found, self._found[source])


class Block(Protocol):
    """A group of figures that are counted together."""

    @property
    def root(self) -> str:
        """First word of the keys: ``visit``."""
        ...

    @property
    def title(self) -> str:
        """First word in templates: 走访."""
        ...

    @property
    def dimension(self) -> str:
        """``by_type``; empty where the block has no words."""
        ...

    @property
    def dimension_title(self) -> str:
        """Second word in templates; empty where the word follows the root directly."""
        ...

    @property
    def words(self) -> Sequence[str]:
        """Words that always exist, at 0 in a quiet year."""
        ...

    @property
    def measures(self) -> Sequence[Measure]:
        """What is counted for each word."""
        ...

    def values(self, scope: Scope) -> Mapping[str, Mapping[str, Value]]:
        """Word to measure name to value; the one word of a block without a dimension is empty."""
        ...

    def records(self, scope: Scope, word: str, measure: str) -> list[Behind]:
        """The records that a value was counted from, by date."""
        ...

    def nothing(self, measure: str) -> Value:
        """The value for a word that nothing uses: 0, for a rate None."""
        ...


class Figure(NamedTuple):
    """A figure with its value in a period."""

    key: str
    label: str
    unit: str
    value: Value
    formula: str

    def dump(self) -> dict[str, object]:
        """The JSON of the contract; a rate is printed, with its two parts."""
        rate = self.value if isinstance(self.value, Rate) else None
        return {
            "key": self.key,
            "label": self.label,
            "unit": self.unit,
            "value": str(rate) if rate else self.value,
            "numerator": rate.numerator if rate else None,
            "denominator": rate.denominator if rate else None,
            "formula": self.formula,
        }
