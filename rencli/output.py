"""Columns and rows to a table, JSON or CSV. The only place that imports Rich."""

import io
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from time import monotonic
from typing import Any

FORMATS = ("table", "json", "csv")
STARTERS = "=+-@\t\r"
"""What a cell begins with that a spreadsheet takes for a formula."""
LONGEST_CELL = 60
LONG_LINES, LONG_SECONDS, SELDOM = 5000, 1.0, 250
"""From when on work is long, and every how many lines that is looked at."""
WHOLE = 10
"""Columns of a terminal up to which a value is never folded: a date, a state, a name."""
SHORT = 4
"""Columns that a heading takes at the least; a longer one is folded where the window is narrow."""


def visible(text: str) -> str:
    """Text as a terminal may show it: controls, bidi marks and zero-width characters become ``<U+202E>``."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char in " \u3000" else _shown(char) for char in text)


def cell(value: Any) -> str:
    """A value as a table or CSV shows it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return "、".join(str(each) for each in value)
    return str(value)


def as_json(value: object) -> str:
    """JSON as the contract prints it: Chinese as it stands, two spaces deep."""
    import json

    return json.dumps(value, ensure_ascii=False, indent=2, default=cell)


def as_csv(titles: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """CSV with Chinese headings; a cell that a spreadsheet would take for a formula gets a ``'`` before it."""
    import csv

    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(titles)
    writer.writerows([guarded(cell(value)) for value in row] for row in rows)
    return buffer.getvalue().removesuffix("\n")


def guarded(text: str) -> str:
    """A text of a CSV cell that no spreadsheet takes for a formula; a number stays one. ``unguarded`` undoes it."""
    bare = text.lstrip("'")
    if bare[:1] in STARTERS and bare and not (bare == text and _number(text)):
        return f"'{text}"
    return text


def unguarded(text: str) -> str:
    """What a CSV cell says, without the ``'`` that kept it from being a formula."""
    return text[1:] if text[:1] == "'" and text.lstrip("'")[:1] in STARTERS and text.strip("'") else text


def as_table(titles: Sequence[str], rows: Iterable[Sequence[Any]], *, marked: Sequence[int] = ()) -> str:
    """A table as wide as the window; ``marked`` rows stand out where the terminal has colours."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    cells = [[visible(cell(value).replace("\n", " ")) for value in row] for row in rows]
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, collapse_padding=True, header_style="bold")
    for place, title in enumerate(titles):
        widest = max((columns(row[place]) for row in cells), default=0)
        least = max(widest, min(columns(title), SHORT)) if widest <= WHOLE else None
        table.add_column(Text(title), overflow="fold", min_width=least)
    for number, row in enumerate(cells):
        table.add_row(*map(Text, row), style="red" if number in marked else None)
    console = Console(width=None if sys.stdout.isatty() else 10_000, emoji=False, markup=False, highlight=False)
    with console.capture() as captured:
        console.print(table)
    return "\n".join(line.rstrip() for line in captured.get().splitlines()).strip("\n")


@contextmanager
def progress(what: str) -> Iterator[Callable[[], object]]:
    """Tells at a terminal how far long work is; yields what is to be called for each line. Silent in a pipe."""
    if not sys.stderr.isatty():
        yield bool
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}，已读{task.completed}行"), TimeElapsedColumn())
    shown = Progress(*columns, console=Console(stderr=True, markup=False), transient=True)
    started, done = monotonic(), 0
    task = shown.add_task(what, total=None)

    def tick() -> None:
        nonlocal done
        done += 1
        if done % SELDOM == 0:
            if done >= LONG_LINES or monotonic() - started > LONG_SECONDS:
                shown.start()
            shown.update(task, completed=done)

    try:
        yield tick
    finally:
        if shown.live.is_started:
            shown.stop()


@contextmanager
def counted(what: str, total: int) -> Iterator[Callable[[], object]]:
    """A bar at a terminal over work of so many parts; yields what is to be called after each. Silent in a pipe."""
    if total < 2 or not sys.stderr.isatty():
        yield bool
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True, markup=False), transient=True) as shown:
        task = shown.add_task(what, total=total)
        yield lambda: shown.advance(task)


def shortened(text: str | None) -> str:
    """A long text cut down to what a row of a table can hold; ``show`` has all of it."""
    return (text or "") if len(text or "") <= LONGEST_CELL else f"{(text or '')[:LONGEST_CELL]}…"


def as_card(pairs: Iterable[tuple[str, Any]]) -> str:
    """One record, a field a line; fields without a value are left out."""
    shown = [(title, visible_lines(cell(value))) for title, value in pairs if value not in (None, "", [])]
    width = max((columns(title) for title, _ in shown), default=0)
    lines = []
    for title, texts in shown:
        lines.append(f"{title}{' ' * (width - columns(title))}  {texts[0]}")
        lines += [" " * (width + 2) + text for text in texts[1:]]
    return "\n".join(lines)


def visible_lines(text: str) -> list[str]:
    """The lines of a long text, each as a terminal may show it."""
    return [visible(line) for line in text.split("\n")]


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def masked(values: Mapping[str, Any], phones: Iterable[str]) -> dict[str, Any]:
    """A record's values with its telephone numbers masked: ``139****0001``."""
    return dict(values) | {name: mask(values[name]) for name in phones if values.get(name)}


def mask(phone: str) -> str:
    """The middle of a telephone number hidden."""
    return f"{phone[:3]}****{phone[-4:]}" if len(phone) > 7 else "****"


def _number(text: str) -> bool:
    return text.removeprefix("-").replace(".", "", 1).isdigit()


def _shown(char: str) -> str:
    return f"<U+{ord(char):04X}>"
