"""Filling a user's own prose template in a process of its own.

The process opens the ledger itself, to read: what a template may name is counted only when it is asked for, and
cannot be handed over beforehand. It also sets the page once, so that a text that no page can hold is found here.
"""

import os
import pickle
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from rencli.errors import InvalidInputError
from rencli.figures.period import Period
from rencli.reports.limited import memory
from rencli.reports.limited.run import MISTAKE, run
from rencli.reports.near import ended
from rencli.reports.source import Source

if TYPE_CHECKING:
    from jinja2 import Template

SECONDS: Final = 20
"""The longest shipped paper of a ledger of ten thousand records takes two."""
BYTES: Final = 1_500_000_000
MOST_TEXT: Final = 2_000_000
"""Characters of a paper; one of 500 pages has 300,000."""
_MISUSED: Final = "这里的值不能这样用"
_ENDING: Final = 10
"""Seconds that the process has beyond, to start and to say where it was."""


class Wanted(NamedTuple):
    """What a paper is to be made of, as a process can be handed it."""

    ledger: Path
    today: date
    period: Period
    issued_on: date
    kind: str
    ids: list[int]
    """The records that it is made of; of none there is no kind."""
    blank: bool
    further: Mapping[str, Any]
    """Names that the papers around it decide."""


def render(source: Source, wanted: Wanted) -> str:
    """The text of a user's template. Raises InvalidInputError for a mistake in it, or where it takes too much."""
    too_much = f"{source.where(None)}：填得太久或者太大，没有写成；请检查 for 里面的 for 和很长的文字。"
    return run(__name__, (source, wanted, SECONDS), SECONDS + _ENDING, too_much).decode("utf-8", "surrogatepass")


def main() -> int:
    """Fill the template that comes in; what was wrong with it goes out in its place."""
    memory.limit(BYTES)
    source, wanted, seconds = pickle.load(sys.stdin.buffer)
    try:
        text = _filled(source, wanted, seconds)
    except InvalidInputError as error:
        _say(str(error))
        return MISTAKE
    sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))
    return 0


def _filled(source: Source, wanted: Wanted, seconds: float) -> str:
    from rencli.reports.names import names
    from rencli.store.ledger import reading

    template = _compiled(source)
    with reading(wanted.ledger, wanted.today) as ledger:
        by_id = {record.id: record for record in ledger.by_ids(wanted.kind, wanted.ids)} if wanted.ids else {}
        records = [by_id[id] for id in wanted.ids]
        known = names(ledger, wanted.period, wanted.issued_on, records, blank=wanted.blank) | dict(wanted.further)
        with _ended(template, source, seconds), _told(template, source, known):
            text = _printed(template, source, known)
            _set(text, source)
    return text


def _compiled(source: Source) -> "Template":
    from jinja2 import TemplateSyntaxError

    from rencli.reports import prose
    from rencli.reports.limited import allowed

    try:
        tree = prose.environment().parse(source.text)
        for line, fault in allowed.faults(tree):
            raise InvalidInputError(f"{source.where(line)}：{ended(fault)}")
        return prose.compiled(source.text)
    except TemplateSyntaxError as error:
        raise prose.unreadable(source, error) from error
    except (RecursionError, SyntaxError, MemoryError) as error:  # Python's own limits on what Jinja writes
        raise InvalidInputError(f"{source.where(None)}：括号或条件套得太深，没有使用；请拆成几步。") from error


def _printed(template: "Template", source: Source, known: Mapping[str, Any]) -> str:
    """The text bit by bit, so that one without end is given up at its line."""
    made: list[str] = []
    size = 0
    bits: Any = template.root_render_func(template.new_context(dict(known)))
    for bit in bits:
        made.append(bit)
        size += len(bit)
        if size > MOST_TEXT:
            line = _line_of(template, bits.gi_frame)
            raise InvalidInputError(f"{source.where(line)}：写出来的文字超过{MOST_TEXT // 10000}万字，没有写成。")
    return "".join(made)


def _set(text: str, source: Source) -> None:
    """Have the page set once. Raises InvalidInputError for a text that makes none."""
    from rencli import gongwen

    try:
        gongwen.to_docx(gongwen.parse(text))
    except (gongwen.GongwenError, gongwen.BrokenDocumentError) as error:
        raise InvalidInputError(f"{source.where(None)} 填出来的文字不成公文：{error}") from error


@contextmanager
def _told(template: "Template", source: Source, known: Mapping[str, Any]) -> Iterator[None]:
    """Whatever a template runs into is told with its line."""
    from rencli.reports import prose

    try:
        yield
    except InvalidInputError:
        raise
    except Exception as error:
        line = _line_of(template, _innermost(error))
        if not line and not isinstance(error, (*prose.KNOWN, MemoryError, RecursionError)):
            raise
        said = next((text for kind, text in _SAID.items() if isinstance(error, kind)), str(error))
        raise prose.mistake(source, known, error, said, line) from error


_SAID: Final[Mapping[type[Exception], str]] = {
    RecursionError: "宏自己叫自己，没有尽头",
    MemoryError: "这里的文字或列表太大，没有写成",
    TypeError: _MISUSED,
    ValueError: _MISUSED,
    ArithmeticError: _MISUSED,
    AttributeError: _MISUSED,
    LookupError: _MISUSED,
}
"""What is said of Python's errors; those of Jinja and of our own names are sentences already."""


def _innermost(error: BaseException) -> FrameType | None:
    """The frame in which an error came up."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace.tb_frame if trace else None


@contextmanager
def _ended(template: "Template", source: Source, seconds: float) -> Iterator[None]:
    """An end to the time: the process says in which line it is, and goes."""
    main_thread = threading.get_ident()

    def end() -> None:
        line = _line_of(template, sys._current_frames().get(main_thread))
        _say(f"{source.where(line)}：填了{seconds:g}秒还没有填完，没有写成；请检查 for 里面的 for。")
        os._exit(MISTAKE)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _line_of(template: "Template", frame: FrameType | None) -> int:
    """The template line that a frame is in, or was called from."""
    from rencli.reports.prose import NAME

    while frame is not None:
        if frame.f_code.co_filename == NAME:
            return template.get_corresponding_lineno(frame.f_lineno)
        frame = frame.f_back
    return 0


def _say(text: str) -> None:
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    raise SystemExit(main())
