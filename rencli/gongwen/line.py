"""A line of a text with levels: what it holds, and where it stands when something is wrong with it."""

import re
from dataclasses import dataclass

from rencli.gongwen.characters import END, MIDDLE, START, residue, unprintable, visible
from rencli.gongwen.errors import GongwenError
from rencli.gongwen.model import Content, Control, Run, plain

_CONTROL = re.compile(f"{START}([^{START}-{END}]+){MIDDLE}([^{START}-{END}]+){END}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, or the lines of a paragraph joined."""

    number: int
    text: str

    def fault(self, message: str) -> GongwenError:
        """The error that names this line."""
        shown = visible(_CONTROL.sub(r"\2", self.text))
        return GongwenError(message, self.number, shown if len(shown) <= 40 else f"{shown[:40]}…")

    def content(self, text: str) -> Content:
        """Words and live values of a part of this line, free of anything that must not be printed."""
        runs: list[Run] = []
        end = 0
        for found in _CONTROL.finditer(text):
            runs += (text[end : found.start()], Control(*found.groups()))
            end = found.end()
        content = tuple(run for run in (*runs, text[end:]) if run)
        tags = (run.tag for run in content if isinstance(run, Control))
        for words in (plain(content), *tags):
            if fault := residue(words) or unprintable(words):
                raise self.fault(fault)
        return content
