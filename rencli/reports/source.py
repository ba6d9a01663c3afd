"""A template's text as it is filled: parts that papers share are put in where ``{% include "parts/….md" %}`` stands.

Done as text, before Jinja reads it: a part sees and sets the names of the template around it, which Jinja's own
include does not allow, and a template can reach nothing but parts.
"""

import re
from pathlib import Path
from typing import Final, NamedTuple

from rencli.errors import InvalidInputError
from rencli.reports.manifest import Manifest, located

_INCLUDE: Final = re.compile(r'\{% include "parts/([^"/\\]+\.md)" %\}')


class Line(NamedTuple):
    """One line of the text, and where it comes from."""

    text: str
    file: str
    number: int


class Source(NamedTuple):
    """A template with its parts in place."""

    lines: tuple[Line, ...]

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
    """A report's template. Raises InvalidInputError where it or a part of it is missing or no UTF-8."""
    lines: list[Line] = []
    for line in _lines(manifest, template):
        if found := _INCLUDE.fullmatch(line.text):
            lines += _lines(manifest, template.parent / "parts" / found[1])
        else:
            lines.append(line)
    return Source(tuple(lines))


def _lines(manifest: Manifest, template: Path) -> list[Line]:
    path = located(manifest, template)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInputError(f"模板 {path} 不是 UTF-8 文本，请另存为 UTF-8。") from error
    return [Line(line, path.name, number) for number, line in enumerate(text.splitlines(), 1)]
