"""Starting a process with limits, and saying how it ended."""

import pickle
import subprocess
import sys
from typing import Any, Final

from rencli.errors import InvalidInputError

MISTAKE: Final = 2
"""The exit code of a process that says what is wrong instead of giving what was asked for."""


def run(module: str, given: tuple[Any, ...], seconds: float, too_much: str) -> bytes:
    """What a module of the program makes of ``given`` in a process of its own.

    Raises InvalidInputError with what it found wrong, or with ``too_much`` where it was ended: after ``seconds``,
    or because it wanted more memory than it may have.
    """
    command = [sys.executable, "-P", "-m", module]  # -P: nothing is imported from the folder at hand
    try:
        done = subprocess.run(command, input=pickle.dumps(given), capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired as error:
        raise InvalidInputError(too_much) from error
    if done.returncode == MISTAKE:
        raise InvalidInputError(done.stdout.decode())
    if done.returncode < 0 or b"MemoryError" in done.stderr or _ended_by_windows(done.returncode):
        raise InvalidInputError(too_much)
    if done.returncode:
        raise AssertionError(done.stderr.decode("utf-8", "replace"))
    return done.stdout


def _ended_by_windows(code: int) -> bool:
    """Whether this is the code of an exception of the system: 0xC0000005, 0xC00000FD."""
    return code >= 0xC0000000
