"""Opening documents with LibreOffice and measuring the pages; for tests marked ``render``.

A conftest that imports ``office`` gives its tests one LibreOffice with a profile of its own; where there is
none, or no Chinese font, they are skipped and say why.
"""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

MM = 25.4 / 72
"""Millimetres in a point."""
_TEXT_AREA_END = 262.0
_SAME_LINE = 2.0


@dataclass(frozen=True)
class Office:
    """A LibreOffice with a home of its own, so that tests in other processes do not disturb it."""

    program: str
    home: Path

    def convert(self, *documents: bytes, to: str = "pdf") -> list[bytes]:
        """The documents in another format, converted in one run."""
        target = self.home / f"as-{to}"
        sources = [self.home / f"{number}.docx" for number, _ in enumerate(documents)]
        for source, data in zip(sources, documents, strict=True):
            source.write_bytes(data)
        profile = (self.home / "profile").as_uri()
        command = [self.program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", to]
        run = subprocess.run(
            [*command, "--outdir", str(target), *map(str, sources)], capture_output=True, text=True, timeout=280
        )
        made = [target / f"{source.stem}.{to}" for source in sources]
        assert all(path.exists() for path in made), run.stdout + run.stderr
        converted = [path.read_bytes() for path in made]
        shutil.rmtree(target)
        return converted


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """LibreOffice, or a skipped test."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    fonts = shutil.which("fc-list")
    if fonts and not subprocess.run([fonts, ":lang=zh"], capture_output=True).stdout:
        pytest.skip("no Chinese font is installed")
    return Office(program, tmp_path_factory.mktemp("office"))


@dataclass(frozen=True)
class Line:
    """A line of print: its text without spaces, and its edges and centre in millimetres from the page's corner."""

    text: str
    left: float
    right: float
    centre: float

    @property
    def all_han(self) -> bool:
        return all("\u4e00" <= char <= "\u9fff" for char in self.text)


@dataclass(frozen=True)
class Page:
    """What stands on a page: the lines of the text area, and those below it."""

    lines: list[Line]
    foot: list[Line]

    @property
    def pitches(self) -> list[float]:
        """Distances from line to line in points."""
        centres = [line.centre for line in self.lines]
        return [(below - above) / MM for above, below in pairwise(centres)]


def measure(pdf: bytes) -> list[Page]:
    """The pages of a PDF as lines with places."""
    pdfplumber = pytest.importorskip("pdfplumber")
    with pdfplumber.open(BytesIO(pdf)) as document:
        pages = [list(_lines(page.chars)) for page in document.pages]
    return [
        Page(
            lines=[line for line in lines if line.centre < _TEXT_AREA_END],
            foot=[line for line in lines if line.centre >= _TEXT_AREA_END],
        )
        for lines in pages
    ]


def _lines(chars: list[dict[str, Any]]) -> Iterator[Line]:
    rows: list[tuple[float, list[dict[str, Any]]]] = []
    for middle, char in sorted((((c["top"] + c["bottom"]) / 2, c) for c in chars), key=lambda pair: pair[0]):
        if rows and middle - rows[-1][0] < _SAME_LINE:
            rows[-1][1].append(char)
        else:
            rows.append((middle, [char]))
    for middle, row in rows:
        printed = sorted((char for char in row if char["text"].strip()), key=lambda char: char["x0"])
        if printed:
            text = "".join(char["text"] for char in printed)
            yield Line(text, printed[0]["x0"] * MM, printed[-1]["x1"] * MM, middle * MM)
