"""Runs the commands of a page one after the other: each in a process of its own, forked from one that is warm.

A program of its own: commands come in as JSON, a list of texts; outputs and exit codes go out as JSON. A plain
``ren …`` line is run by a fork of this process, which has imported what the program needs; so are a hundred
commands tried in seconds. Anything else (pipes, files, scripts) goes to ``sh``, with ``ren`` on its path.
"""

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
import traceback

import rencli.exchange.incoming
import rencli.figures.catalogue
import rencli.reports.make
import rencli.store.ledger  # noqa: F401
from rencli.cli import boundary
from rencli.cli.app import make_root

PLAIN = re.compile(r"(?:ren|rencli) [^|<>;&$`]*")
EXPORT = re.compile(r"export (\w+)=(\S*)")


def main() -> None:
    """Run what stdin asks for."""
    commands = json.load(sys.stdin)
    results = [_run(command) for command in commands]
    json.dump(results, sys.stdout)


def _run(command: str) -> tuple[str, int]:
    if found := EXPORT.fullmatch(command):
        os.environ[found[1]] = found[2]
        return "", 0
    bare = command.replace("\\\n", " ").partition("   # ")[0]
    if PLAIN.fullmatch(bare):
        return _forked(shlex.split(bare))
    done = subprocess.run(
        ["sh", "-c", command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.stdout, done.returncode


def _forked(args: list[str]) -> tuple[str, int]:
    with tempfile.TemporaryFile() as printed:
        pid = os.fork()
        if pid == 0:
            _become(args, printed.fileno())
        _, status = os.waitpid(pid, 0)
        printed.seek(0)
        return printed.read().decode("utf-8"), os.waitstatus_to_exitcode(status)


def _become(args: list[str], printed: int) -> None:
    """The child: the program with its streams as a script would have them; never returns."""
    code = 1
    try:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(printed, 1)
        os.dup2(printed, 2)
        sys.stdin, sys.stdout, sys.stderr = os.fdopen(0), os.fdopen(1, "w"), os.fdopen(2, "w", 1)
        code = boundary.run(make_root, args)
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:  # noqa: BLE001  whatever it is, the page must show it
        traceback.print_exc()
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
