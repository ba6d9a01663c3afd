"""Where a start-up goes: the modules that a command imports, and how long each takes."""

import re
import subprocess
from collections import defaultdict
from typing import NamedTuple

from timing import Command

_LINE = re.compile(r"import time: +(\d+) \| +(\d+) \|( +)(\S+)")


class Imported(NamedTuple):
    """A module as ``-X importtime`` tells of it, in milliseconds."""

    name: str
    own: float
    all: float
    """With what it imported first."""


def profile(command: Command, top: int = 25) -> str:
    """The packages by their own time, then the modules by their own time."""
    modules = imported(command)
    packages: defaultdict[str, list[Imported]] = defaultdict(list)
    for module in modules:
        packages[module.name.partition(".")[0]].append(module)
    own = {name: sum(module.own for module in found) for name, found in packages.items()}
    total = f"{len(modules)} modules, {sum(own.values()):.0f} ms (measuring itself makes each slower)"
    lines = [total, "", "by package"]
    for name in sorted(own, key=own.__getitem__, reverse=True)[:top]:
        lines.append(f"{own[name]:8.1f} ms  {name} ({len(packages[name])})")
    lines += ["", "by module: own time, with what it imported"]
    for module in sorted(modules, key=lambda each: each.own, reverse=True)[:top]:
        lines.append(f"{module.own:8.1f} ms {module.all:8.1f} ms  {module.name}")
    return "\n".join(lines)


def imported(command: Command) -> list[Imported]:
    """The modules that a command imports, in the order in which they were ready. It is run twice: once to warm up."""
    python, *args = command.argv
    for _ in range(2):
        if command.before is not None:
            command.before()
        done = subprocess.run(
            [python, "-X", "importtime", *args],
            env=command.env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
    found = (_LINE.match(line) for line in done.stderr.splitlines())
    return [Imported(line[4], int(line[1]) / 1000, int(line[2]) / 1000) for line in found if line]
