"""Stories told in command lines: every ``*.txt`` beside this file is run and compared with what it says.

A line ``$ ren …`` is run; below it stand its output, what it wrote to stderr behind ``! ``, and ``= 2`` where
the exit code is not 0. ``$ cat > FILE`` writes the lines below it, up to a single ``.``; ``$ cat FILE`` shows a
file, ``$ ls`` the folder. Lines that begin with ``# `` tell what happens. Every story has a ledger of its own, and
it is 2024-07-01. ``pytest --rewrite`` writes what the program does now; read the difference before keeping it.
"""

import shlex
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import pytest
from running import Desk, Done

STORIES = sorted(Path(__file__).parent.glob("*.txt"))
OURS = ("$ ", "# ", "! ", "= ")


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.stem)
def test_story(desk: Desk, story: Path, rewrite: bool) -> None:
    told = story.read_text(encoding="utf-8")
    happened = "\n".join(play(desk, told.splitlines())).rstrip("\n") + "\n"
    if rewrite:
        story.write_text(happened, encoding="utf-8")
    assert happened == told, "the program does otherwise; if that is right, run pytest --rewrite"


def play(desk: Desk, lines: list[str]) -> Iterator[str]:
    """The story as it goes today: its own lines, and below each command what it does."""
    rest = iter([*lines, "# "])
    line = next(rest)
    while True:
        if line.startswith("$ cat > "):
            content = list(takewhile(lambda each: each != ".", rest))
            target = desk.folder / line.removeprefix("$ cat > ")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text("".join(f"{each}\n" for each in content), encoding="utf-8")
            yield from (line, *content, ".")
        elif line.startswith("$ "):
            yield from (line, *outcome(run(desk, line.removeprefix("$ "))))
        elif line:
            yield line
        blank, line = skip_to_own(rest)
        if line == "# ":
            return
        yield from [""] * blank


def skip_to_own(rest: Iterator[str]) -> tuple[bool, str]:
    """Pass over what a command did before: (whether a blank line stands before the next own line, that line)."""
    before = ""
    for line in rest:
        if line.startswith(("$ ", "# ")):
            return before == "", line
        before = line
    raise AssertionError("a story ends with an own line")


def run(desk: Desk, line: str) -> Done:
    """Run one command line: ``ren``, or one of the few others that stories need."""
    program, *args = shlex.split(line)
    if program == "cat":
        return Done(0, (desk.folder / args[0]).read_text(encoding="utf-8"), "")
    if program == "ls":
        return Done(0, "".join(f"{path.name}\n" for path in sorted(desk.folder.iterdir())), "")
    assert program == "ren", f"a story cannot run {program}"
    done = desk(*args)
    here = f"{desk.folder}/"
    return Done(done.code, done.out.replace(here, ""), done.err.replace(here, ""))


def outcome(done: Done) -> Iterator[str]:
    """What a command did, as a story tells it."""
    lines = done.out.splitlines()
    assert not any(line.startswith(OURS) for line in lines), "output that a story could not tell from its own lines"
    yield from lines
    yield from (f"! {line}".rstrip() for line in done.err.splitlines())
    if done.code:
        yield f"= {done.code}"
