"""The table of rules: each file of rules ends with its own rows, and is named here."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from rencli.proofread import (
    blanks,
    changes,
    claims,
    dates,
    document_numbers,
    headings,
    laws,
    ledger,
    leftovers,
    punctuation,
    rates,
    repeats,
    spaces,
    township,
    wholes,
    years,
)  # fmt: skip
from rencli.proofread.text import Fault, Problem, Rule, Text

RULES: Final[Sequence[Rule]] = (
    *blanks.RULES, *headings.RULES, *document_numbers.RULES, *dates.RULES, *years.RULES, *punctuation.RULES,
    *spaces.RULES, *repeats.RULES, *leftovers.RULES, *wholes.RULES, *rates.RULES, *changes.RULES, *claims.RULES,
    *laws.RULES, *township.RULES, *ledger.RULES,
)  # fmt: skip


def names() -> Sequence[str]:
    """The names of all rules."""
    return [rule.name for rule in RULES]


def problems(text: Text, ignored: Collection[str] = ()) -> Sequence[Problem]:
    """What all rules but those ignored find, in the order of the text."""
    found = [
        (fault.at, fault.start, number, text.problem(rule.name, fault)) for number, rule, fault in _all(text, ignored)
    ]
    return [each[-1] for each in sorted(found, key=lambda each: each[:3])]


def _all(text: Text, ignored: Collection[str]) -> Iterator[tuple[int, Rule, Fault]]:
    for number, rule in enumerate(RULES):
        if rule.name not in ignored:
            for fault in rule.find(text):
                yield number, rule, fault
