"""Which characters may stand in a paper, and how wide they are.

Three private-use characters mark a live value in rendered text: ``START tag MIDDLE text END``; two more stand
in a table's cell for what would end it, ``BAR`` for a bar and ``BREAK`` for a line break. They are the only ones
that may come in, and none may go out.
"""

import re
from unicodedata import east_asian_width

START, MIDDLE, END = "\ue000", "\ue001", "\ue002"
BAR, BREAK = "\ue003", "\ue004"
LEFTWARD = "<"
"""A cell of nothing else is taken up by its neighbour on the left."""

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_TEMPLATE = re.compile(r"\{[{%]")
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def residue(text: str) -> str | None:
    """What a template left behind in the text, as a Chinese phrase; ``None`` if it is clean."""
    if found := _PRIVATE.search(text):
        return f"有私用区字符 U+{ord(found[0]):04X}，打印出来不是文字"
    if found := _TEMPLATE.search(text):
        return f"有没有填上的模板标记“{found[0]}”"
    return None


def unprintable(text: str) -> str | None:
    """A character that no line of a paper can hold (control characters, half a surrogate pair)."""
    if found := _UNPRINTABLE.search(text):
        return f"有不能打印的控制字符 U+{ord(found[0]):04X}"
    return None


def cell(text: str) -> str:
    """Any text as the words of a table's cell in a text with levels: bars, breaks and marks lose their meaning."""
    text = text.strip().replace("\r\n", "\n").replace("|", BAR).replace("\n", BREAK)
    return f"\\{text}" if text == LEFTWARD or text.startswith("\\") else text


def visible(text: str) -> str:
    """The text with a box for every character that could not be shown to a reader."""
    return _UNPRINTABLE.sub("□", _PRIVATE.sub("□", text))


def width(text: str) -> float:
    """Width in characters of the body: a Han character or Chinese mark is 1, a digit or Latin letter ½."""
    return sum(0.5 if east_asian_width(char) in ("Na", "N", "H") else 1.0 for char in text)
