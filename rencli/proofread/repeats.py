"""Paragraphs that stand twice, as they are or with other numbers."""

import re
from collections.abc import Iterator
from typing import Final

from rencli.proofread.text import Fault, Rule, Text

SHORTEST: Final = 25
"""Characters from which on a paragraph that stands twice is no signature, no heading and no set phrase."""
SHORTEST_TOLD: Final = 40
"""The same where only the numbers differ: short reports of like events may be alike."""

_SPACE: Final = re.compile(r"\s+")
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_MARKS: Final = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、是]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．])"
)


def twice(text: Text) -> Iterator[Fault]:
    """The second of two equal paragraphs."""
    first: dict[str, int] = {}
    for place, paragraph in text.prose():
        bare = _bare(paragraph.text)
        if len(bare) < SHORTEST or paragraph.kind != "text" or not paragraph.running:
            continue
        before = first.setdefault(bare, place)
        if before != place:
            where = text.paragraphs[before].where
            message = f"这一段和{where}相同，请删去一段。"
            yield Fault(place, 0, len(paragraph.text), message)


def with_other_numbers(text: Text) -> Iterator[Fault]:
    """The second of two paragraphs of several sentences that differ in their numbers alone."""
    first: dict[str, tuple[int, str]] = {}
    for place, paragraph in text.prose():
        bare = _bare(paragraph.text)
        said = _NUMBER.sub("#", bare)
        several = len(re.findall("[。；]", said)) > 1
        if len(said) < SHORTEST_TOLD or not several or "#" not in said or paragraph.kind != "text":
            continue
        before, words = first.setdefault(said, (place, bare))
        if before != place and words != bare:
            ours, theirs = _NUMBER.findall(bare), _NUMBER.findall(words)
            differ = next((mine, other) for mine, other in zip(ours, theirs, strict=True) if mine != other)
            where = text.paragraphs[before].where
            message = f"这一段和{where}只有数不同（{where}是{differ[1]}，这里是{differ[0]}）。请核对，只留对的一段。"
            yield Fault(place, 0, len(paragraph.text), message)


def _bare(text: str) -> str:
    return _MARKS.sub("", _SPACE.sub("", text))


RULES: Final = (
    Rule("段落重复", twice, "同一段文字写了两次"),
    Rule("段落只有数不同", with_other_numbers, "两段文字一样，只有数不一样"),
)
