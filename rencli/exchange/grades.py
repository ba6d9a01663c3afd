"""Which of the boxes 满意, 基本满意, 不满意 is ticked: in place of the box, or written before or behind the word."""

import re
from typing import Final

from rencli.records.steps import GRADES

TICKS: Final = "☑☒√✓✔✅■●◉▣🗹🗷vV"
"""× is not among them: some tick with it, others strike out."""
BARE: Final = "√✓✔vV"
"""Ticks that are no box."""
BOXES: Final = "□☐○◯〇▢❏"
"""Boxes that are not ticked."""

_WORD: Final = re.compile("|".join(sorted(GRADES.split(), key=len, reverse=True)))
_MARKS: Final = re.compile(f"[{TICKS}{BOXES}]")
_BESIDE: Final = re.compile(rf"[{TICKS}{BOXES}\s、，,；;。/（）()\[\]【】_＿\ufe0e\ufe0f]")


def grade(text: str) -> tuple[str, str]:
    """(the grade that is ticked, else empty; what is wrong, else empty). An empty text is no grade, and not wrong."""
    words = list(_WORD.finditer(text))
    beside = _BESIDE.sub("", _WORD.sub("", text))
    if not words and not beside:
        return "", ""
    if beside or not words:
        return "", f"看不懂“{text.strip()}”，只能是{'、'.join(GRADES.split())}"
    if len(words) == 1 and not set(text) & set(BOXES):
        return words[0][0], ""
    ticked = list(dict.fromkeys(word[0] for word, marks in zip(words, _marks(text, words), strict=True) if marks))
    if len(ticked) > 1:
        return "", f"选了{len(ticked)}个：{'、'.join(ticked)}，只能选一个"
    return (ticked[0], "") if ticked else ("", "")


def _marks(text: str, words: list[re.Match[str]]) -> list[bool]:
    """Of each word whether a tick is its own."""
    ends = [0, *(word.end() for word in words)]
    starts = [*(word.start() for word in words), len(text)]
    gaps = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    before = bool(_MARKS.search(gaps[0]))
    ticked = [False] * len(words)
    for at, gap in enumerate(gaps):
        marks = list(_MARKS.finditer(gap))
        for number, mark in enumerate(marks):
            if mark[0] in BOXES:
                continue
            first, last = at == 0, at == len(words)
            if last:
                ahead = False
            elif first:
                ahead = True
            elif len(marks) > 1:
                ahead = number > 0
            else:  # the one mark between two words: the box of the next, unless boxes stand behind the words
                glued = mark.start() == 0 and gap[mark.end() :][:1].isspace()
                ahead = before and not (glued and mark[0] in BARE)
            ticked[at if ahead else at - 1] = True
    return ticked
