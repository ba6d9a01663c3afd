"""Filling a user's own form in a process of its own, with an end to its time and its memory.

A form cannot call anything, but loops inside loops may go on for years or fill the memory.
"""

import pickle
import sys
from typing import Any, Final

from rencli.errors import InvalidInputError
from rencli.reports.limited import memory
from rencli.reports.limited.run import MISTAKE, run

SECONDS: Final = 60
BYTES: Final = 2_000_000_000


def fill(form: bytes, name: str, *rest: Any) -> bytes:
    """What ``filling.fill`` makes of the same. Raises InvalidInputError also where it takes too much."""
    too_much = f"表单 {name} 填得太久或者太大，没有写成；请检查 for 里面的 for。"
    return run(__name__, (form, name, *rest), SECONDS, too_much)


def main() -> int:
    """Fill the form that comes in; what was wrong with it goes out in its place."""
    from rencli.reports.form import filling

    memory.limit(BYTES)
    try:
        sys.stdout.buffer.write(filling.fill(*pickle.load(sys.stdin.buffer)))
    except InvalidInputError as error:
        sys.stdout.buffer.write(str(error).encode())
        return MISTAKE
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
