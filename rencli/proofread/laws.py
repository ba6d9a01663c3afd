"""Names of laws: none that does not exist, none that is out of date."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from rencli.proofread.law_names import IN_FORCE, SHORT, STATE, WRONG
from rencli.proofread.text import Fault, Rule, Text, at

_NAMED: Final = re.compile(
    r"《(?P<name>[\u4e00-\u9fff]{2,40}?(?:法|条例|民法通则|民法总则))(?:[（(][^）)]{1,12}[）)])?》"
)
_BARE: Final = re.compile(rf"(?<![《\u4e00-\u9fff]){STATE}(?P<name>组织法|代表法|监督法|选举法)")
_YEAR: Final = re.compile(r"(?<!\d)(20\d\d|19\d\d)年")
_PAST: Final = re.compile(r"废止|原《|原来的|曾经|当时|修订前|代替|取代|同时失效")
LONGEST: Final = 30
SHORTEST: Final = 5
"""Characters behind 中华人民共和国 from which on a likeness says anything."""


def law_names(text: Text) -> Iterator[Fault]:
    """A name in 《》 that no law has, that is a law's no longer, or that is miswritten by a character or two."""
    years = [int(found[1]) for _, found in text.find(_YEAR)]
    written = max(years, default=9999)
    for place, found in text.find(_NAMED):
        if message := _message(found["name"], written, text.paragraphs[place].text):
            yield at(place, found, message)
    for place, found in text.find(_BARE):
        yield at(place, found, _told(f"{STATE}{found['name']}", WRONG[found["name"]].why, WRONG[found["name"]].right))


def _message(name: str, written: int, around: str) -> str:
    if name in IN_FORCE or _PAST.search(around):
        return ""
    full = name.startswith(STATE)
    bare = name.removeprefix(STATE)
    wrong = WRONG.get(bare)
    if wrong and (full or bare not in SHORT):
        return _told(name, wrong.why, wrong.right) if written >= wrong.since else ""
    if full and SHORTEST <= len(bare) <= LONGEST and not wrong and (near := _near(name)):
        return _told(name, "没有查到这个名称", near)
    return ""


def _told(name: str, why: str, right: str) -> str:
    return f"《{name}》{why}，是不是《{right}》？请核对法律名称。"


@cache
def _near(name: str) -> str:
    """A law in force whose name differs by one character, in a long name by two; nothing where none does."""
    most = 2 if len(name) > 20 else 1
    found = [law for law in IN_FORCE if abs(len(law) - len(name)) <= most and _distance(law, name, most) <= most]
    return min(found, key=lambda law: (_distance(law, name, most), law), default="")


def _distance(one: str, other: str, most: int) -> int:
    """How many characters are put in, left out or changed; above ``most`` any larger number."""
    row = list(range(len(other) + 1))
    for number, char in enumerate(one, 1):
        before, row[0] = row[0], number
        for place, mine in enumerate(other, 1):
            before, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, before + (char != mine))
        if min(row) > most:
            return most + 1
    return row[-1]


RULES: Final = (Rule("法律名称", law_names, "《》里的法律没有这个名称、写错了字，或者已经废止"),)
