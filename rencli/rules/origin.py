"""Where a value of a rule set comes from: its article, the text that was read, the file that states it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

MARKS: Final[Mapping[str, str]] = MappingProxyType(
    {"◐": "只见于一处或摘录，用前请核对原文", "✘": "没有读到条文，用前请核对原文"}
)
"""How surely a value was read. No mark: in the act itself."""


class Origin(NamedTuple):
    """The article of a value, the date of its text (of the act, else of the file), and what to know beside it."""

    article: str
    text: str | None
    path: "Path"
    mark: str | None = None
    note: str | None = None

    @property
    def doubt(self) -> str | None:
        """What its mark means."""
        return MARKS[self.mark] if self.mark else None
