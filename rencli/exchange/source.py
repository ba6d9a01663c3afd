"""What an import reads: a file that can be gone through again, line by line, kind by kind."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from rencli.records import clean

Spot = tuple[int, int]
"""Where a line stands: the sheet (counted from 0; a file without sheets is one), and its number there from 1."""


class Line(NamedTuple):
    """One line of a file: where it stands, what it says (nothing where it is no record), what is wrong with that."""

    at: Spot
    kind: str
    raw: Mapping[str, Any]
    faults: tuple[str, ...] = ()


@dataclass
class Stated:
    """The ids that the lines of one kind state themselves."""

    top: int = 0
    _seen: set[int] = field(default_factory=set)

    def take(self, value: object) -> str:
        """Note an id; what is wrong with it, else an empty text."""
        try:
            id = clean.ordinal(value)
        except clean.Unreadable as fault:
            return f"序号：{fault}"
        if id in self._seen:
            return f"序号：{id} 在文件里写了两次"
        self._seen.add(id)
        self.top = max(self.top, id)
        return ""


class Survey(NamedTuple):
    """What a first look at every line finds."""

    stated: Mapping[str, Stated]
    """The kinds that occur, each with the ids that its lines state."""
    faults: Sequence[tuple[Spot, str]]
    """Lines that cannot be read at all, and ids that cannot be used."""


class Source(Protocol):
    """A file that is imported. Raises InvalidInputError where the file as a whole cannot be read."""

    digest: str
    """The SHA-256 of the file."""
    sheets: Sequence[str]
    """The names of its sheets, where a line's number alone does not say where it stands."""

    def survey(self) -> Survey:
        """Look at every line once."""
        ...

    def lines(self, kind: str) -> Iterator[Line]:
        """The lines of a kind in the order of the file, but those that cannot be read; as often as asked."""
        ...

    def headings(self, kind: str) -> Mapping[str, str]:
        """What the file calls the fields of a kind, by their Chinese names, where it calls them otherwise."""
        ...
