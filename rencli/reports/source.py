"""A template's text as it is filled: parts that papers share are put in where ``{% include "parts/….md" %}`` stands.

Done as text, before Jinja reads it: a part sees and sets the names of the template around it, which Jinja's own
include does not allow, and a template can reach nothing but parts.
"""

import re
from pathlib import Path
from typing import Final, NamedTuple

from rencli.errors import InvalidInputError
from rencli.reports import own_files
from rencli.reports.manifest import Manifest, located

_INCLUDE: Final = re.compile(r'\{% include "parts/([^"/\\]+\.md)" %\}')
MOST_LINES: Final = 50_000
"""Of a template with its parts in place; the longest shipped one has 1,000."""
_LONGEST: Final = 20_000
"""Characters of a line; those of shipped templates stay below 500."""


class Line(NamedTuple):
    """One line of the text, and where it comes from."""

    text: str
    file: str
    number: int


class Source(NamedTuple):
    """A template with its parts in place."""

    lines: tuple[Line, ...]
    own: bool = False
    """Whether a line of it is the user's and not the program's."""

    @property
    def text(self) -> str:
        """What Jinja reads."""
        return "".join(f"{line.text}\n" for line in self.lines)

    def where(self, number: int | None) -> str:
        """Where a line of the text stands, for a message: 模板 annual.md 第12行."""
        if not number or number > len(self.lines):
            return f"模板 {self.lines[0].file}" if self.lines else "模板"
        line = self.lines[number - 1]
        return f"模板 {line.file} 第{line.number}行"


def source(manifest: Manifest, template: Path) -> Source:
    """A report's template. Raises InvalidInputError where it or a part of it is missing or cannot be read."""
    lines: list[Line] = []
    path = located(manifest, template)
    own = own_files.is_own(path)
    for line in _lines(path):
        if not (found := _INCLUDE.fullmatch(line.text)):
            lines.append(line)
            continue
        part = _part(manifest, template.parent / "parts" / found[1], line)
        own |= own_files.is_own(part)
        lines += _lines(part)
        if len(lines) > MOST_LINES:
            raise InvalidInputError(f"模板 {line.file} 第{line.number}行：连同各段超过{MOST_LINES}行，没有使用。")
    return Source(tuple(lines), own)


def parts(text: str) -> list[str]:
    """The names of the parts that a template's text puts in."""
    return [found[1] for line in text.splitlines() if (found := _INCLUDE.fullmatch(line))]


def _part(manifest: Manifest, part: Path, line: Line) -> Path:
    try:
        return located(manifest, part)
    except InvalidInputError as error:
        raise InvalidInputError(f"模板 {line.file} 第{line.number}行：{error}") from error


def _lines(path: Path) -> list[Line]:
    lines = [Line(line, path.name, number) for number, line in enumerate(own_files.text(path, "模板").splitlines(), 1)]
    for line in lines:
        if len(line.text) > _LONGEST:
            raise InvalidInputError(f"模板 {path.name} 第{line.number}行有{len(line.text)}个字，太长，请分成几行。")
    return lines
