"""Commands shown in a document: taken out of it, run in order, put beside what the page says.

```sh run        commands without their output; each must end with 0, or as a comment says: # 退出码 4
```console       a transcript: ``$ command``, then exactly what it printed; ``[退出码 4]`` where it was not 0
```sh            shown only, never run here (installing, make, cron)
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]

_FENCE = re.compile(r"^```(\w*)(.*)$")
_STATUS = re.compile(r"# 退出码 (\d+)\s*$")
_HEREDOC = re.compile(r"<<-?\s*'?(\w+)'?")
_SHIM = """#!/bin/sh
exec "{python}" -c 'import sys; sys.argv[0] = "{name}"; from rencli.cli.app import main; sys.exit(main())' "$@"
"""


@dataclass
class Command:
    """One command as a person would type it, which may take several lines."""

    lines: list[str]
    status: int
    shown: list[str] | None = None
    """The output that the page shows, or None where it shows none."""

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@dataclass
class Block:
    """A fenced block of a page; ``first`` and ``last`` are the numbers of its lines inside the fence."""

    language: str
    mark: str
    first: int
    last: int
    lines: list[str]
    commands: list[Command] = field(default_factory=list)

    @property
    def runs(self) -> bool:
        return self.language == "console" or self.mark == "run" or self.mark.startswith("file=")


@dataclass
class Ran:
    """What became of a command."""

    output: list[str]
    status: int

    def transcript(self) -> list[str]:
        return self.output + ([f"[退出码 {self.status}]"] if self.status else [])


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a page, in order."""
    found: list[Block] = []
    opened: Block | None = None
    for number, line in enumerate(page.read_text(encoding="utf-8").split("\n")):
        fence = _FENCE.match(line)
        if opened is None and fence:
            opened = Block(fence[1], fence[2].strip(), number + 1, number + 1, [])
        elif opened is not None and line == "```":
            opened.last = number
            opened.commands = list(_commands(opened))
            found.append(opened)
            opened = None
        elif opened is not None:
            opened.lines.append(line)
    return found


def run(commands: list[Command], folder: Path, root: Path = ROOT) -> list[Ran]:
    """Run the commands one after the other in a fresh home with the examples beside it.

    ``root`` is the checkout whose program is run.
    """
    home, programs, work = folder / "home", folder / "bin", folder / "work"
    for each in (home, programs, work):
        each.mkdir()
    for name in ("ren", "rencli"):
        (programs / name).write_text(_SHIM.format(python=sys.executable, name=name))
        (programs / name).chmod(0o755)
    shutil.copytree(ROOT / "examples", work / "examples")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("REN", "XDG", "COV"))}
    env = kept | {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(root),
        "PYTHONUTF8": "1",
        "COLUMNS": "90",
        "HOME": str(home),
    }
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("quick_shell.py"))],
        input=json.dumps([each.text for each in commands]),
        cwd=work,
        env=env,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    results = json.loads(done.stdout)
    return [Ran(output.rstrip("\n").split("\n") if output else [], status) for output, status in results]


def rewritten(page: Path, ran: dict[int, list[Ran]]) -> str:
    """The page with every transcript as it came out; ``ran`` by the block's place in the page."""
    lines = page.read_text(encoding="utf-8").split("\n")
    for place, block in reversed(list(enumerate(blocks(page)))):
        if block.language == "console":
            fresh: list[str] = []
            for command, result in zip(block.commands, ran[place], strict=True):
                fresh += [f"$ {command.lines[0]}", *(f"> {line}" for line in command.lines[1:]), *result.transcript()]
            lines[block.first : block.last] = fresh
    return "\n".join(lines)


def _commands(block: Block) -> Iterator[Command]:
    if block.mark.startswith("file="):
        yield Command([f"cat > {block.mark[5:]} <<'END OF FILE'", *block.lines, "END OF FILE"], 0)
    elif block.language == "console":
        yield from _transcript(block.lines)
    elif block.language == "sh":
        yield from _plain(block.lines)


def _transcript(lines: list[str]) -> Iterator[Command]:
    command: Command | None = None
    for line in lines:
        if line.startswith("$ "):
            if command:
                yield command
            command = Command([line[2:]], 0, [])
        elif command and command.shown == [] and line.startswith("> "):
            command.lines.append(line[2:])
        elif command and command.shown is not None:
            command.shown.append(line)
            if found := re.fullmatch(r"\[退出码 (\d+)\]", line):
                command.status = int(found[1])
    if command:
        yield command


def _plain(lines: list[str]) -> Iterator[Command]:
    waiting: list[str] = []
    until = ""
    for line in lines:
        if not waiting and (not line.strip() or line.lstrip().startswith("#")):
            continue
        waiting.append(line)
        if until:
            until = "" if line == until else until
        elif found := _HEREDOC.search(line):
            until = found[1]
        if not until and not line.endswith("\\"):
            status = _STATUS.search(waiting[0])
            yield Command(waiting, int(status[1]) if status else 0)
            waiting = []
