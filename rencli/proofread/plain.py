"""Lines of a .txt or .md file as paragraphs."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from rencli.proofread.text import HAN, Paragraph

_HEADING: Final = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*$")
_ITEM: Final = re.compile(r"\s{0,12}(?:[-*+]|>)\s+")
_BOLD: Final = re.compile(r"(\*\*|__)(?=\S)(.{1,400}?)(?<=\S)\1|(?<![\w*])\*(?=[^\s*])([^*]{1,400})(?<=\S)\*(?!\*)")
_LINK: Final = re.compile(r"!?\[([^\]]{0,200})\]\([^)]{0,400}\)")
_ESCAPED: Final = re.compile(r"\\([\\`*_\[\]<>&~|#+=.)(-])")
_RULE: Final = re.compile(r"\s{0,3}(?:[-*_]\s*){3,}$")
_TABLE_RULE: Final = re.compile(r"[\s|:-]+$")
_KEPT: Final = "\ue000"
"""Stands for a character behind a backslash while marks are taken away."""


def of_lines(lines: Sequence[str]) -> Iterator[Paragraph]:
    """A line, a paragraph; tabs part the cells of a table."""
    for number, line in enumerate(lines, 1):
        yield from _cells(line.strip("\u3000 \r").split("\t"), number) if "\t" in line.strip() else _line(line, number)


def of_markdown(lines: Sequence[str]) -> Iterator[Paragraph]:
    """What a reader of Markdown sees: no marks; lines that follow one another are one paragraph."""
    joined: list[str] = []
    begun = 0
    fenced = False
    for number, line in enumerate([*lines, ""], 1):
        if line.lstrip().startswith("```"):
            fenced = not fenced
            line = ""
        heading = _HEADING.match(line)
        alone = fenced or not line.strip() or heading or line.lstrip().startswith("|") or _RULE.match(line)
        if joined and (alone or _ITEM.match(line)):
            yield Paragraph(_joined(joined), f"第{begun}行")
            joined = []
        if fenced or not line.strip() or _RULE.match(line):
            continue
        if heading:
            yield Paragraph(_bare(heading[2]), f"第{number}行", level=len(heading[1]))
        elif line.lstrip().startswith("|"):
            if not _TABLE_RULE.match(line):
                yield from _cells([_bare(cell) for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))], number)
        else:
            begun = begun if joined else number
            joined.append(_bare(_ITEM.sub("", line, count=1).strip()))


def _line(line: str, number: int) -> Iterator[Paragraph]:
    text = line.strip("\r\n\ufeff").rstrip()
    if text.strip():
        yield Paragraph(text.strip(), f"第{number}行")


def _cells(cells: Sequence[str], number: int) -> Iterator[Paragraph]:
    for place, cell in enumerate(cells, 1):
        if text := cell.strip():
            yield Paragraph(text, f"第{number}行第{place}格", "cell")


def _joined(lines: Sequence[str]) -> str:
    """Lines of one paragraph: nothing between Chinese characters, else a space."""
    text = lines[0]
    for line in lines[1:]:
        apart = re.search(rf"[{HAN}，。；：、！？”》）]$", text) or re.match(rf"[{HAN}“《（]", line)
        text += line if apart else f" {line}"
    return text


def _bare(text: str) -> str:
    """Without the marks of Markdown; what stands behind a backslash is no mark."""
    escaped = _ESCAPED.findall(text)
    text = _ESCAPED.sub(_KEPT, text)
    text = _LINK.sub(r"\1", text)
    text = _BOLD.sub(lambda found: found[2] or found[3], text).replace("`", "")
    for char in escaped:
        text = text.replace(_KEPT, char, 1)
    return text.strip()
