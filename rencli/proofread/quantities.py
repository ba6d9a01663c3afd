"""Numbers with their measure words, as sentences state them."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

MEASURES: Final = (
    "人次|件次|户次|场次|万元|亿元|公里|平方米|件|条|项|次|人|名|个|户|份|场|元|张|期|起|票|篇|位|家|处|座|亩|米|天"
    "|只|台|部"
)
NUMBER: Final = r"(?<![\d.．])\d{1,3}(?:,\d{3})+(?!\d)|(?<![\d.．])\d+(?:\.\d+)?"
_QUANTITY: Final = re.compile(
    rf"(?P<about>约|近|超过|不足|大约|将近)?(?P<number>{NUMBER})\s?(?P<more>余|多)?(?P<unit>{MEASURES})(?P<too>以上|以下|左右|余|多)?"
)
_DIFFERENCE: Final = re.compile(
    r"(?:多|少|增|减|增加|减少|增长|下降|上升|提高|降低|净增|增至|高|低|超|超出|缺|新增|同比)(?:了)?(?:约|近)?$"
)
PERSONS: Final = frozenset(["人", "名", "位"])
MATTERS: Final = frozenset(["件", "条", "个", "项"])


class Quantity(NamedTuple):
    """A number with its measure word."""

    value: float
    unit: str
    start: int
    end: int
    rough: bool
    """50余, 约300, 100以上."""
    difference: bool
    """比上年少4件: no number of things that there are."""

    @property
    def said(self) -> str:
        """As a message repeats it."""
        return f"{plain(self.value)}{self.unit}"


def quantities(sentence: str) -> Sequence[Quantity]:
    """Every number with a measure word, in order."""
    return list(_found(sentence))


def plain(value: float) -> str:
    """A number without needless decimals."""
    return str(int(value)) if value == int(value) else str(value)


def same(one: str, other: str) -> bool:
    """Whether two measure words count the same things: 人, 名 and 位 do."""
    return one == other or {one, other} <= PERSONS


def _found(sentence: str) -> Iterator[Quantity]:
    for found in _QUANTITY.finditer(sentence):
        value = float(found["number"].replace(",", ""))
        if value > 1e12:
            continue
        rough = bool(found["about"] or found["more"] or found["too"])
        before = sentence[max(found.start() - 4, 0) : found.start()]
        yield Quantity(
            value, found["unit"], found.start("number"), found.end(), rough, bool(_DIFFERENCE.search(before))
        )
