"""The promises of a suggestion's replies: which stand, and which nobody has kept yet."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple


class Promise(NamedTuple):
    """A reply with a text in ``promise``, or of a class that promises."""

    on: date
    due: date | None
    round: int
    """0 for the first answer, 1 after the first 重办."""


@dataclass(slots=True)
class Promises:
    """All that were made, in their order, and what has become of them."""

    made: list[Promise] = field(default_factory=list)
    kept_on: list[date] = field(default_factory=list)
    open: list[Promise] = field(default_factory=list)
    """Those that stand with no 兑现 since."""
    _course: list[tuple[date, bool]] = field(default_factory=list)

    def make(self, on: date, due: date | None, round: int) -> None:
        """A reply promises."""
        self.made.append(Promise(on, due, round))
        self.open.append(self.made[-1])
        self._note(on)

    def answered(self, on: date, round: int) -> None:
        """The round has its reply: of the promises only its own stand."""
        self.open = [promise for promise in self.open if promise.round >= round]
        self._note(on)

    def keep(self, on: date) -> None:
        """A 兑现."""
        self.kept_on.append(on)
        self.open = []
        self._note(on)

    def open_before(self, day: date) -> bool:
        """Whether one stood before a day with no 兑现 since."""
        return next((is_open for on, is_open in reversed(self._course) if on < day), False)

    def _note(self, on: date) -> None:
        self._course.append((on, bool(self.open)))
