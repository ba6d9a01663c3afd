"""What is measured of records that come in: a table of many visits, against raw SQL and against sqlite-utils."""

import sys
from collections.abc import Iterator
from functools import partial
from importlib.util import find_spec

from action import Action
from ground import Ground, visits
from timing import Command, tell

MOST = 25.0


def arriving(ground: Ground, many: int) -> Iterator[Action]:
    """Imports of so many visits: .csv and .xlsx against raw ``executemany``, .csv against ``sqlite-utils insert``."""
    ready = partial(_made, ground, many)
    for suffix in ("csv", "xlsx", "jsonl"):
        source = str(ground.folder / f"arriving.{suffix}")
        command = ground.afresh("people.db", "import", source)
        below = str(ground.folder / ("arriving.xlsx" if suffix == "xlsx" else "arriving.csv"))
        raw = ground.python(str(ground.floors / "arriving.py"), below, str(ground.folder / "raw.db"))
        name = "reader + executemany" if suffix == "xlsx" else "csv + executemany"
        yield Action(f"`ren import`, {many:,} visits from .{suffix}", command, name, (raw,), MOST, ready=ready)
        if suffix == "csv" and find_spec("sqlite_utils"):
            other = _sqlite_utils(ground, source)
            yield Action(f"the same, {many:,} from .csv", command, "`sqlite-utils insert`", (other,), 1.0, ready=ready)
        elif suffix == "csv":
            tell("sqlite-utils is not installed (pip install -e '.[bench]'): not compared with it")


def _sqlite_utils(ground: Ground, source: str) -> Command:
    target = ground.folder / "utils.db"
    words = (
        "-m",
        "sqlite_utils",
        "insert",
        str(target),
        "visit",
        source,
        "--csv",
        "--encoding",
        "utf-8-sig",
        "--silent",
    )
    return Command([sys.executable, *words], ground.env, partial(target.unlink, missing_ok=True))


def _made(ground: Ground, many: int) -> None:
    """A ledger of the people and stations, and files of their visits, as an export writes them but for the ids."""
    if (ground.folder / "people.db").exists():
        return
    ground.keep("people.db", partial(visits, 0))
    ground.keep("arriving.db", partial(visits, many))
    for suffix in ("csv", "xlsx", "jsonl"):
        ground.do(ground.ren("arriving.db", "export", "visit", "-o", str(ground.folder / f"arriving.{suffix}")))
