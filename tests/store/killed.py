"""Run a command line again and again under strace, each time killed a system call later than before.

``python killed.py CALL MOST STEP FOLDER COMMAND…``, under ``strace -f -e inject=CALL:signal=SIGKILL:when=MOST``:
every child begins with a copy of FOLDER/before and, in FOLDER/N, spends as many harmless calls as leave N - 1 real
ones before the signal; N grows by STEP. Ends with the first child that is not killed. COMMAND is ``ren …``, or
``ordinary``: a program that writes a file as most programs do.
"""

import os
import shutil
import sys
from itertools import count
from pathlib import Path


def main(call: str, most: int, step: int, folder: Path, command: list[str]) -> None:
    run_in(folder, "warm", command, call, 0)  # imports everything once, before the children are made
    for number in count(1, step):
        child = os.fork()
        if child == 0:
            run_in(folder, str(number), command, call, most - number)
            os._exit(0)
        if os.WIFEXITED(os.waitpid(child, 0)[1]):
            return


def run_in(folder: Path, name: str, command: list[str], call: str, spent: int) -> None:
    """Run the command in a fresh copy of the folder, after some harmless calls."""
    shutil.copytree(folder / "before", folder / name)
    os.chdir(folder / name)
    spend(call, spent)
    if command == ["ordinary"]:
        ordinary()
        return
    from rencli.cli import app, boundary

    boundary.run(app.make_root, command)


def spend(call: str, times: int) -> None:
    """Make a system call some times, to no effect."""
    nowhere = os.open("spent", os.O_RDWR | os.O_CREAT)
    for _ in range(times):
        match call:
            case "pwrite64":
                os.pwrite(nowhere, b"", 0)
            case "fdatasync":
                os.fdatasync(nowhere)
            case "ftruncate":
                os.ftruncate(nowhere, 0)
    os.close(nowhere)
    Path("spent").unlink()


def ordinary() -> None:
    """Replace the text of a file in place, a piece at a time."""
    handle = os.open("text", os.O_RDWR)
    for at in range(0, 40, 10):
        os.pwrite(handle, b"new " * 2 + b"..", at)
    os.close(handle)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]), sys.argv[5:])
