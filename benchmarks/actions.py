"""What is measured: each action, the floor that it is compared with, and the most that it may be."""

from collections.abc import Iterator

from action import Action
from arriving import arriving
from ground import CASE, Ground, records
from leaving import chasing, finding, leaving
from timing import Command

FEW = 50


def actions(ground: Ground, many: int, bulk: int) -> Iterator[Action]:
    """All rows, in their order; ``many`` is the size of the large ledger, ``bulk`` that of whole books in and out."""
    ground.keep("few.db", lambda: records(FEW))
    ground.keep("many.db", lambda: records(many))
    ground.keep("empty.db")
    ground.keep_case("case.db")
    yield from _floors(ground)
    yield from _start(ground)
    yield from _records(ground, many)
    yield from _papers(ground)
    yield from arriving(ground, bulk)
    yield from leaving(ground, bulk)
    yield from finding(ground, bulk)
    yield from chasing(ground, bulk)


def _floors(ground: Ground) -> Iterator[Action]:
    """The floors themselves, in units of an idle Python."""
    nothing = (ground.python("-c", "pass"),)
    yield Action("`import typer`", _typer(ground), "`python -c pass`", nothing)
    yield Action("store floor", ground.store_floor(), "`python -c pass`", nothing)
    yield Action("page floor", ground.page_floor(), "`python -c pass`", nothing)


def _start(ground: Ground) -> Iterator[Action]:
    floor = ("`import typer`", (_typer(ground),))
    for line in ("--help", "--version", "suggestion --help", "suggestion add --help"):
        yield Action(f"`ren {line}`", ground.ren("few.db", *line.split()), *floor, 1.4)
    for what, line in (
        ("a command word", "sug"),
        ("an option", "suggestion add --pro"),
        ("a deputy's name", "suggestion add --proposer 钱"),
    ):
        yield Action(f"completion of {what}", _completion(ground, line), *floor, 2.0)


def _records(ground: Ground, many: int) -> Iterator[Action]:
    floor = ("store floor", (ground.store_floor(),))
    line = "suggestion add --title 关于硬化村道的建议 --submitted-on 2024-01-25 --proposer 钱国强"
    yield Action("`ren suggestion add …`", ground.afresh("few.db", *line.split()), *floor, 1.25)
    name = f"`ren suggestion add …` among {many:,}"
    yield Action(name, ground.afresh("many.db", *line.split()), *floor, 1.25)
    for form in ("table", "json"):
        words = ("suggestion", "list", "--limit", str(FEW), "--format", form)
        small, large = ground.ren("few.db", *words), ground.ren("many.db", *words)
        yield Action(f"`ren suggestion list --limit {FEW}`, {form}", small, *floor, 1.25)
        yield Action(f"… the same page, {form}, of {many:,}", large, f"of {FEW}", (small,), 1.1, 2)
    yield Action("`ren import` of examples/wayao (124 records)", ground.afresh("empty.db", "import", str(CASE)), *floor)


def _papers(ground: Ground) -> Iterator[Action]:
    paper = str(ground.folder / "paper.docx")
    command = ground.ren("case.db", "report", "make", "annual", "--year", "2024", "-o", paper, "--force")
    floor = (ground.store_floor(), ground.page_floor())
    yield Action("`ren report make annual`, .docx", command, "store floor + page floor", floor, 1.3)


def _typer(ground: Ground) -> Command:
    return ground.python("-c", "import typer")


def _completion(ground: Ground, line: str) -> Command:
    """What bash runs when a clerk presses the tab key at the end of a line."""
    ask = "complete_bash"
    words = {"COMP_WORDS": f"ren {line}", "COMP_CWORD": str(len(line.split()))}
    return ground.ren("few.db", _REN_COMPLETE=ask, _RENCLI_COMPLETE=ask, **words)
