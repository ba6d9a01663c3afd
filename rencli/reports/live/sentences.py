"""What differs beyond the numbers: sentences of a paper as it was made, as it stands, and as it would be made now."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher, get_close_matches
from typing import Final, NamedTuple

from rencli.gongwen import END, MIDDLE, START
from rencli.reports.live.saved import PARTED

CHANGED: Final = "（这一句已经改写或者删去）"
GONE: Final = "（现在不写这一句）"
_LIVE: Final = re.compile(f"{START}([^{MIDDLE}]*){MIDDLE}([^{END}]*){END}")
_SENTENCE: Final = re.compile(f"(?:{START}[^{END}]*{END}|[^{START}{PARTED}])+[{PARTED}]?")
_NUMBER: Final = re.compile("^(?:[一二三四五六七八九十]+[、是]|（[一二三四五六七八九十]+）)")
"""The number of a chapter or an item, which moves when another comes before it."""
_ALIKE: Final = 0.6


class Sentence(NamedTuple):
    """A sentence, and its form: every live value in it replaced by its key, so that a number makes no difference, nor
    the number of a chapter or item.
    """

    text: str
    form: str


class Differing(NamedTuple):
    """What to look at: the sentence as it stands, and as it would be written now."""

    here: str
    now: str


def of_marked(body: str) -> list[Sentence]:
    """The sentences of lines whose live values are marked; a row of a table is one."""
    found = []
    for line in body.split("\n"):
        for part in [line] if "\t" in line else _SENTENCE.findall(line):
            if part.strip():
                text = _LIVE.sub(lambda live: live[2], part.strip())
                form = _NUMBER.sub("", _LIVE.sub(lambda live: f"⟦{_key(live[1])}⟧", part.strip()))
                found.append(Sentence(text.replace("\t", " | "), form))
    return found


def differing(base: list[Sentence] | None, here: list[Sentence], now: list[Sentence]) -> Iterator[Differing]:
    """Sentences that the paper would have otherwise now; without ``base``, what it was made as, all that differ."""
    before = here if base is None else base
    standing = {each.form for each in here}
    for low, high, first, last in _blocks(before, now):
        old, new = before[low:high], now[first:last]
        if any(each.form in standing for each in old) or any(each.form not in standing for each in new):
            yield from _paired(old, new, here, standing)


def _paired(old: list[Sentence], new: list[Sentence], here: list[Sentence], standing: set[str]) -> Iterator[Differing]:
    """The sentences of a block side by side, likest to likest."""
    left = list(new)
    texts = [each.text for each in here]
    for each in old:
        at = max(range(len(left)), key=lambda place: _likeness(each.form, left[place].form), default=-1)
        match = left.pop(at) if at >= 0 and _likeness(each.form, left[at].form) >= _ALIKE else None
        if each.form in standing:
            shown = next(other.text for other in here if other.form == each.form)
        else:
            shown = next(iter(get_close_matches(each.text, texts, 1, _ALIKE)), CHANGED)
        yield Differing(shown, match.text if match else GONE)
    for rest in left:
        if rest.form not in standing:
            yield Differing("", rest.text)


def _blocks(before: list[Sentence], now: list[Sentence]) -> Iterator[tuple[int, int, int, int]]:
    """Where two papers differ: from and to in the one and in the other."""
    forms = [each.form for each in before], [each.form for each in now]
    if forms[0] != forms[1]:
        for step, *places in SequenceMatcher(None, *forms, autojunk=False).get_opcodes():
            if step != "equal":
                yield tuple(places)  # type: ignore[misc]  # four of them


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _key(tag: str) -> str:
    """The key in a tag: what stands before the value as it was written."""
    return tag.removeprefix("ren:").rpartition("=")[0] or tag
