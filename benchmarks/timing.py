"""Running a command and what it cost; comparing two by turns."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

KILOBYTES = 2**20 if sys.platform == "darwin" else 2**10
"""What ``ru_maxrss`` counts in, in units of a megabyte."""


class Cost(NamedTuple):
    """Seconds that a process took."""

    cpu: float
    """User and system time together: does not count the time that other programs had the machine."""
    wall: float
    peak: float = 0
    """The most memory that it held at once, in MB."""

    def __add__(self, other: object) -> "Cost":
        if not isinstance(other, Cost):
            return NotImplemented
        return Cost(self.cpu + other.cpu, self.wall + other.wall, max(self.peak, other.peak))


class Command(NamedTuple):
    """A command line to measure."""

    argv: Sequence[str]
    env: Mapping[str, str] = {}
    before: Callable[[], object] | None = None
    """Puts the files in order before each run; not timed."""


class Spread(NamedTuple):
    """The middle of many ratios, and the half of them that lies around it."""

    median: float
    low: float
    high: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "Spread":
        low, median, high = statistics.quantiles(values, n=4, method="inclusive")
        return cls(median, low, high)


class Ratio(NamedTuple):
    """How a command compares with another, round by round."""

    cpu: Spread
    wall: Spread
    peak: float
    """Megabytes that the command held at the most, the median of all rounds."""


class FailedError(Exception):
    """A measured command did not end well; its output is the message."""


def run(command: Command) -> Cost:
    """Run a command once. Raises FailedError where it does not exit with 0."""
    if command.before is not None:
        command.before()
    start = time.perf_counter()
    process = subprocess.Popen(
        command.argv,
        env=command.env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert process.stdout is not None
    with process.stdout:
        said = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise FailedError(f"{' '.join(command.argv)}: exit {process.returncode}\n{said.decode(errors='replace')}")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / KILOBYTES)


def compare(command: Command, floor: Sequence[Command], rounds: int) -> Ratio:
    """Run floor, command, floor, command …, and compare within each round; the first one only warms up.

    A floor of several commands counts as their sum.
    """
    pairs = []
    for _ in range(rounds + 1):
        below = sum((run(each) for each in floor), Cost(0, 0))
        pairs.append((run(command), below))
    return Ratio(
        Spread.of([cost.cpu / below.cpu for cost, below in pairs[1:]]),
        Spread.of([cost.wall / below.wall for cost, below in pairs[1:]]),
        statistics.median(cost.peak for cost, _ in pairs[1:]),
    )


def tell(text: str) -> None:
    """Say how far the run is; the results alone go to stdout."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()
