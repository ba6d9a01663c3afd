"""`python docs/pictures.py`: the pictures of the README, made from the program itself.

Terminal pictures are SVG: the commands run in a real pseudo-terminal, over the ledger of the year that `make demo`
keeps. Pages are PNG: the demo's paper through LibreOffice and pdftoppm. With `--terminal` or `--paper` only those.
"""

import argparse
import fcntl
import os
import pty
import shlex
import struct
import subprocess
import sys
import tempfile
import termios
from html import escape
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.text import Text

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs/pictures"
YEAR = ROOT / "examples/wayao/wayao-2024.jsonl"
CLERK = ROOT / "examples/wayao/clerk.sh"
ROSTER = ROOT / "examples/roster.csv"
ISSUED_ON = "2025-01-06"
PIXELS_PER_INCH = "66"
START = "import sys; sys.argv[0] = 'ren'; from rencli.cli.app import main; sys.exit(main())"
FONTS = "'Sarasa Mono SC', 'Noto Sans Mono CJK SC', 'Microsoft YaHei Mono', NSimSun, Menlo, Consolas, monospace"

ALIASES = {
    "方正小标宋简体": "Noto Serif CJK SC",
    "仿宋_GB2312": "Noto Serif CJK SC",
    "楷体_GB2312": "Noto Serif CJK SC",
    "黑体": "Noto Sans CJK SC",
    "宋体": "Noto Serif CJK SC",
}
"""What stands in for the licensed fonts where they are not installed."""

TERMINAL = {
    "help": (90, ["ren --help"]),
    "list": (
        112,
        ["ren suggestion list --session 5-3 --as-of 2024-12-31 --columns 编号,标题,领衔代表,类别,办理状态,办理期限"],
    ),
    "figure": (90, ["ren figure show suggestion.closing_rate --year 2024"]),
    "import": (90, ["ren import 花名册.csv --dry-run", "ren search 人居"]),
}
"""Name to the width of the terminal and its commands."""

PAPERS = {
    "paper": ("annual --year 2024", ()),
    "book": ("roster-groups --year 2024", ("-singlefile",)),
    "card": ("suggestion-card 5-3-1 --year 2024", ("-singlefile",)),
}
"""Name to the report, and what pdftoppm is told besides: all pages or the first."""

CELL, LINE, SIZE, MARGIN = 9, 20, 15, 14
"""Pixels: width of a column, height of a line, size of the font, space around."""
PAPER, INK = "#fdfdfb", "#282c34"
COLOURS = {"red": "#b02a30", "green": "#266e3a", "yellow": "#8c5c00", "blue": "#1c5ca0", "cyan": "#006e78"}


def main() -> int:
    """Make the pictures and say how large they are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--terminal", action="store_true", help="only the pictures of the terminal")
    parser.add_argument("--paper", action="store_true", help="only the pages of the paper")
    options = parser.parse_args()
    every = options.terminal == options.paper
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _keep_year(folder)
        if every or options.terminal:
            for picture, (width, commands) in TERMINAL.items():
                _terminal(picture, width, commands, folder)
        if every or options.paper:
            for picture, (report, only) in PAPERS.items():
                _paper(picture, report, only, folder)
    for path in sorted(PICTURES.iterdir()):
        sys.stdout.write(f"docs/pictures/{path.name}  {path.stat().st_size // 1024} kB\n")
    return 0


def _keep_year(folder: Path) -> None:
    """The demo's ledger, kept as the demo keeps it."""
    shim = folder / "ren"
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{START}" "$@"\n')
    shim.chmod(0o755)
    (folder / "花名册.csv").write_bytes(ROSTER.read_bytes())
    for command in (["ren", "init"], ["ren", "import", str(YEAR)], ["sh", str(CLERK)]):
        subprocess.run(command, env=_environment(folder), cwd=folder, check=True, capture_output=True)


def _environment(folder: Path) -> dict[str, str]:
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    own = {"PATH": path, "PYTHONPATH": str(ROOT), "REN_DB": "瓦窑镇.db", "TERM": "xterm-256color", "PYTHONUTF8": "1"}
    return {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | own


def _terminal(name: str, width: int, commands: list[str], folder: Path) -> None:
    screen = Text()
    for command in commands:
        screen.append("$ ", "bold green").append(command, "bold").append("\n")
        screen.append_text(Text.from_ansi(_at_terminal(command, width, folder))).append("\n")
    (PICTURES / f"{name}.svg").write_text(_svg(screen, width), encoding="utf-8")


def _svg(screen: Text, width: int) -> str:
    """A picture of a screen. Every character has its own place, so that columns stand straight in any font."""
    console, shown, line, column = Console(width=width), list[str](), 0, 0
    for segment in screen.render(console):
        for text in segment.text.splitlines(keepends=True):
            if words := text.rstrip("\n"):
                shown.append(_words(words, segment.style or Style.null(), line, column))
            column += cell_len(words)
            if text.endswith("\n"):
                line, column = line + 1, 0
    across, down = width * CELL + 2 * MARGIN, line * LINE + 2 * MARGIN
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across} {down}" width="{across}" height="{down}">',
            f'<rect width="{across}" height="{down}" rx="8" fill="{PAPER}" stroke="#d8d8d4"/>',
            f'<g font-family="{FONTS}" font-size="{SIZE}" fill="{INK}" xml:space="preserve">',
            *shown,
            "</g></svg>",
            "",
        )
    )


def _words(text: str, style: Style, line: int, column: int) -> str:
    places, cells = [], column
    for char in text:
        places.append(str(MARGIN + cells * CELL))
        cells += cell_len(char)
    bold = ' font-weight="bold"' if style.bold else ""
    colour = f' fill="{COLOURS.get(style.color.name, INK)}"' if style.color else ""
    down = MARGIN + (line + 1) * LINE - 5
    return f'<text y="{down}" x="{" ".join(places)}"{bold}{colour}>{escape(text)}</text>'


def _at_terminal(command: str, width: int, folder: Path) -> str:
    """What a command prints at a terminal of that width."""
    pid, handle = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.execvpe("ren", shlex.split(command), _environment(folder))
    fcntl.ioctl(handle, termios.TIOCSWINSZ, struct.pack("HHHH", 60, width, 0, 0))
    printed = b""
    while True:
        try:
            read = os.read(handle, 65536)
        except OSError:  # the end of a pseudo-terminal
            break
        if not read:
            break
        printed += read
    os.close(handle)
    os.waitpid(pid, 0)
    return printed.decode().replace("\r\n", "\n").rstrip("\n")


def _paper(name: str, report: str, only: tuple[str, ...], folder: Path) -> None:
    """The pages of a paper of the demo's ledger."""
    paper = folder / f"{name}.docx"
    make = ["ren", "report", "make", *report.split(), "--issued-on", ISSUED_ON, "-o", str(paper)]
    subprocess.run(make, env=_environment(folder), cwd=folder, check=True, capture_output=True)
    profile = f"-env:UserInstallation=file://{folder}/office"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(paper)]
    fonts = folder / "fonts.conf"
    fonts.write_text(_fonts(), encoding="utf-8")
    subprocess.run(convert, env=os.environ | {"FONTCONFIG_FILE": str(fonts)}, check=True, capture_output=True)
    for old in PICTURES.glob(f"{name}*.png"):
        old.unlink()
    draw = ["pdftoppm", "-r", PIXELS_PER_INCH, "-gray", "-png", *only, str(paper.with_suffix(".pdf"))]
    subprocess.run([*draw, str(PICTURES / name)], check=True)


def _fonts() -> str:
    """A font configuration with the stand-ins, behind those that are installed."""
    alias = "<alias binding='same'><family>{}</family><accept><family>{}</family></accept></alias>"
    aliases = "".join(alias.format(name, other) for name, other in ALIASES.items())
    return (
        "<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig>"
        f"<include ignore_missing='yes'>/etc/fonts/fonts.conf</include>{aliases}</fontconfig>"
    )


if __name__ == "__main__":
    sys.exit(main())
