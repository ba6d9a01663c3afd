"""Filling a user's own form in a process of its own, with an end to its time and its memory.

A form cannot call anything, but loops inside loops may go on for years or fill the memory.
"""

import pickle
import subprocess
import sys
from typing import Any, Final

from rencli.errors import InvalidInputError

SECONDS: Final = 60
BYTES: Final = 2_000_000_000
_MISTAKE: Final = 2


def fill(form: bytes, name: str, *rest: Any) -> bytes:
    """What ``filling.fill`` makes of the same. Raises InvalidInputError also where it takes too much."""
    command = [sys.executable, "-P", "-m", __name__]  # -P: nothing is imported from the folder at hand
    too_much = f"表单 {name} 填得太久或者太大，没有写成；请检查 for 里面的 for。"
    try:
        done = subprocess.run(
            command, input=pickle.dumps((form, name, *rest)), capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise InvalidInputError(too_much) from error
    if done.returncode == _MISTAKE:
        raise InvalidInputError(done.stdout.decode())
    if done.returncode < 0 or b"MemoryError" in done.stderr:
        raise InvalidInputError(too_much)
    if done.returncode:
        raise AssertionError(done.stderr.decode("utf-8", "replace"))
    return done.stdout


def main() -> int:
    """Fill the form that comes in; what was wrong with it goes out in its place."""
    from rencli.reports.form import filling

    _limit()
    try:
        sys.stdout.buffer.write(filling.fill(*pickle.load(sys.stdin.buffer)))
    except InvalidInputError as error:
        sys.stdout.buffer.write(str(error).encode())
        return _MISTAKE
    return 0


def _limit() -> None:
    """An end to memory, where the system can set one; the time is the parent's affair."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))


if __name__ == "__main__":
    raise SystemExit(main())
