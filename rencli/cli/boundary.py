"""The one error boundary: whatever happens in a command ends here as a sentence and an exit code.

Imports nothing of weight, so that `run` can switch garbage collection off before the program is loaded.
"""

import codecs
import gc
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rencli.errors import ProblemsFoundError, RenError

if TYPE_CHECKING:
    from rencli.cli.face import Group

SELDOM = 500_000
"""New objects before the collector looks at them: no usual command makes as many, a long import does."""
MISUSED = 2
BROKEN = 70
"""The program has a bug (``EX_SOFTWARE`` of sysexits.h); the contract leaves it free."""
INTERRUPTED = 130


def run(make_root: Callable[[], "Group"], argv: Sequence[str] | None = None) -> int:
    """Run the program; the exit code. ``argv`` is like ``sys.argv``: the program first.

    Looking for garbage costs a third of a short command (docs/performance.md): not while the program is
    loaded, seldom after, and not once more through all of it when Python ends.
    """
    program, *args = sys.argv if argv is None else argv
    usual = gc.get_threshold()
    gc.disable()
    gc.set_threshold(SELDOM)
    try:
        _write_any_character()
        code = attempt(make_root, _shown_name(program), args)
        if sys.stdout is not None:  # a program may be started without one
            sys.stdout.flush()
        return code
    except BrokenPipeError:
        _leave_pipe()
        return 0
    finally:
        gc.freeze()
        gc.set_threshold(*usual)
        gc.enable()


def attempt(make_root: Callable[[], "Group"], program: str, args: Sequence[str]) -> int:
    """Run one command line and report what went wrong; the exit code. A batch calls it for each line."""
    try:
        return _perform(make_root, program, args)
    except KeyboardInterrupt:
        _say("已中断")
        return INTERRUPTED
    except ProblemsFoundError as found:  # what was asked for, not an error
        _say(str(found))
        return found.exit_code
    except RenError as error:
        _say(f"错误：{error}")
        return error.exit_code
    except BrokenPipeError:
        raise
    except Exception:  # noqa: BLE001  whatever it is, the clerk must be able to report it
        _report_bug()
        return BROKEN


def _perform(make_root: Callable[[], "Group"], program: str, args: Sequence[str]) -> int:
    """Run one command line; what Typer raises becomes an exit code."""
    from rencli.cli import face

    try:
        face.perform(make_root(), program, args)
    except face.Exit as end:
        return end.exit_code
    except face.Abort:
        raise KeyboardInterrupt from None
    except face.ParserError as error:
        from rencli.cli.face.words import hint, sentence

        _say(f"错误：{sentence(error)}")
        _say(hint(error))
        return MISUSED
    return 0


def _report_bug() -> None:
    import traceback

    _say("程序出错了，这不是您操作的问题；没有做完的改动不会写进台账。请把下面的内容全部发给维护人员：")
    traceback.print_exc()


def _say(text: str) -> None:
    from rencli.output import visible

    if text:
        sys.stderr.write("".join(f"{visible(line)}\n" for line in text.split("\n")))


def _shown_name(program: str) -> str:
    """The name by which the program was called: ren, rencli; that of the package for ``python -m``."""
    name = Path(program).name.removesuffix(".exe")
    return "rencli" if name == "__main__.py" else name


def _write_any_character() -> None:
    """Have a console that lacks a character (𬭚 in GBK) show its number instead of failing."""
    codecs.register_error("rencli.number", _number)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="rencli.number")


def _number(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(f"<U+{ord(each):04X}>" for each in lost), error.end


def _leave_pipe() -> None:
    """The reader (head, less) has gone: let nothing more be written, not even while Python ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
