"""The results as a Markdown table, printed and put into docs/performance.md."""

import os
import platform
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from action import Action
from timing import Ratio, Spread

DOCUMENT = Path(__file__).parent.parent / "docs" / "performance.md"
BEGIN, END = "<!-- make bench: begin -->", "<!-- make bench: end -->"
LIBRARIES = ("typer", "sqlmodel", "SQLAlchemy", "pydantic", "docxtpl")
TITLES = ("action", "measured against", "CPU ×", "middle half", "wall ×", "middle half", "MB", "at most", "")


def table(results: Iterable[tuple[Action, Ratio | None]], rounds: int) -> str:
    """The Markdown; None stands for a command that failed."""
    versions = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    lines = [
        f"Python {platform.python_version()}, {versions}; {os.cpu_count()} cores;",
        f"{rounds} turns after a warm-up.",
        "",
        f"| {' | '.join(TITLES)} |",
        "|---|---|--:|--:|--:|--:|--:|--:|---|",
        *(f"| {' | '.join(row(action, ratio))} |" for action, ratio in results),
    ]
    return "\n".join(lines)


def row(action: Action, ratio: Ratio | None) -> list[str]:
    """The cells of an action."""
    start = [action.name, action.floor_name]
    most = f"{action.target:g}" if action.target else ""
    if ratio is None:
        return [*start, "", "", "", "", "", most, "fails"]
    verdict = "" if action.target is None else "met" if ratio.cpu.median <= action.target else "missed"
    return [*start, *_cells(ratio.cpu), *_cells(ratio.wall), f"{ratio.peak:.0f}", most, verdict]


def write(text: str) -> None:
    """Put the table between its two marks in the document, whose words are left as they are."""
    before, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    DOCUMENT.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")


def _cells(spread: Spread) -> tuple[str, str]:
    return _number(spread.median), f"{_number(spread.low)}–{_number(spread.high)}"


def _number(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.0f}"
