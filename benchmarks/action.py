"""One row of the table: a command, the floor that it is compared with, and the most that it may be."""

from collections.abc import Callable
from typing import NamedTuple

from timing import Command


class Action(NamedTuple):
    """What is measured."""

    name: str
    command: Command
    floor_name: str
    floor: tuple[Command, ...]
    target: float | None = None
    more: int = 1
    """How many times the usual rounds it needs: a small difference shows only in many."""
    ready: Callable[[], object] | None = None
    """Makes the large ledger that it works on, where it is not there yet."""
