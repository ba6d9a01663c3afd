"""What was meant by a word that there is not: the nearest of those that there are."""

from collections.abc import Collection, Iterable
from itertools import islice
from typing import Final

MOST: Final = 3
LISTED: Final = 20
"""Names that a sentence lists; a ledger may have a thousand units."""
_LIKE: Final = 0.5
"""Two characters of which one is right are near enough."""


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """At most three of the known words that are like this one, the likest first."""
    from difflib import get_close_matches

    return get_close_matches(word, list(dict.fromkeys(known)), MOST, _LIKE)


def listed(known: Collection[str]) -> str:
    """What there is, as the rest of a sentence: ，有：总数、办结数."""
    more = f"等{len(known)}个" if len(known) > LISTED else ""
    return f"，有：{'、'.join(islice(known, LISTED))}{more}"


def ended(said: str) -> str:
    """A sentence with its full stop, where it has no mark of its own."""
    return said if said.endswith(("。", "？")) else f"{said}。"


def meant(word: str, known: Iterable[str], end: str = "") -> str:
    """The rest of a sentence that says what may have been meant: ，是不是“办结率”？ — ``end`` where nothing is near."""
    found = nearest(word, known)
    return f"，是不是{'、'.join(f'“{each}”' for each in found)}？" if found else end
