"""What is measured of records that leave or are looked for: exports of many visits, searches in many suggestions."""

from collections.abc import Iterator
from functools import partial

from action import Action
from ground import Ground, records, visits
from timing import Command

OPEN, ASKED = 100, "2024-07-01"
"""Of so many suggestions one is open, on what day it is asked for."""
RARE = "第777组"
"""A word of one suggestion in a thousand."""
RECENT = "699"
"""The first suggestion of the last day, which nearly all are earlier than."""


def leaving(ground: Ground, many: int) -> Iterator[Action]:
    """Exports of so many visits, each with its link rows, against plain SQL and a plain writer."""
    ready = partial(ground.keep, "visits.db", partial(visits, many))
    for suffix, floor, most in (("csv", "csv", 7.0), ("jsonl", "csv", 7.0), ("xlsx", "xlsx", 1.3)):
        target = str(ground.folder / f"visits.{suffix}")
        name = f"`ren export visit`, {many:,} to .{suffix}"
        below = "bare xlsxwriter" if floor == "xlsx" else "SELECT + csv.writer"
        command = ground.ren("visits.db", "export", "visit", "-o", target, "--force")
        floors = (_floor(ground, "leaving", "visits.db", f"floor.{floor}"),)
        yield Action(name, command, below, floors, most, ready=ready)


def finding(ground: Ground, many: int) -> Iterator[Action]:
    """Searches over so many suggestions with their steps."""
    ready = partial(ground.keep, "texts.db", partial(records, many))
    for word in ("斑马", RARE):
        floor = (ground.store_floor(), _floor(ground, "finding", "texts.db", word))
        command = ground.ren("texts.db", "search", word, "--format", "json")
        yield Action(
            f"`ren search {word}`, {many:,} suggestions", command, "store floor + LIKE pass", floor, 1.25, ready=ready
        )

    command = ground.ren("texts.db", "suggestion", "similar", RECENT, "--limit", "3", "--format", "json")
    name = f"`ren suggestion similar`, {many:,} suggestions"
    floor = (ground.store_floor(), _floor(ground, "finding", "texts.db", "村道"))
    yield Action(name, command, "store floor + LIKE pass", floor, 1.25, ready=ready)


def chasing(ground: Ground, many: int) -> Iterator[Action]:
    """Who is waited for among so many suggestions, of which one in a hundred is open."""
    for number in (many // 10, many):
        ledger = f"open-{number}.db"
        ready = partial(ground.keep, ledger, partial(records, number, OPEN))
        floor = (ground.store_floor(), _floor(ground, "chasing", ledger, ASKED))
        command = ground.ren(ledger, "suggestion", "due", "--as-of", ASKED, "--within", "0", "--format", "csv")
        command = command._replace(argv=["sh", "-c", '"$@" > /dev/null; test $? -le 1', "sh", *command.argv])
        name = f"`ren suggestion due`, {number:,} suggestions, {number // OPEN:,} open"
        yield Action(name, command, "store floor + anti-join", floor, 1.25, ready=ready)


def _floor(ground: Ground, program: str, ledger: str, last: str) -> Command:
    target = str(ground.folder / last) if last.startswith("floor.") else last
    return ground.python(str(ground.floors / f"{program}.py"), str(ground.folder / ledger), target)
