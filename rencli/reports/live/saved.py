"""A .docx that somebody saved: its properties, its lines in text order, and the live values in them.

A line is a paragraph, or a row of a table with its cells parted by tabs, as ``gongwen.docx_text`` reads our own.
Deleted text of tracked changes is not there; text boxes follow the paragraph they hang on; headers, footers and
footnotes follow the body.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from rencli import gongwen
from rencli.reports.live import opening

TAG: Final = "ren:"
"""What the tag or the alias of our controls begins with."""
PARTED: Final = "。！？；\n"

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_P, _T, _TR, _TC = (f"{_W}{name}" for name in ("p", "t", "tr", "tc"))
_SDT, _SDT_PR, _SDT_CONTENT = f"{_W}sdt", f"{_W}sdtPr", f"{_W}sdtContent"
_BOX, _ALTERNATIVE, _CHOICE = f"{_W}txbxContent", f"{_MC}AlternateContent", f"{_MC}Choice"
_VALUE: Final = f"{_W}val"
_MARKS: Final = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_ABSENT: Final = frozenset(
    f"{_W}{name}"
    for name in [
        "del",
        "moveFrom",
        "instrText",
        "delText",
        "pPr",
        "rPr",
        "sectPr",
        "tblPr",
        "tblGrid",
        "trPr",
        "tcPr",
        "sdtPr",
        "sdtEndPr",
        "rt",
    ]
)
"""What stands in the file and not on the page."""
_FURTHER: Final = ("/header", "/footer", "/footnotes")
"""Kinds of parts, beside the body, that hold text of the paper."""
_HEADER: Final = f"{_W}trPr/{_W}tblHeader"


@dataclass(eq=False)
class Control:
    """A live value where it stands in the file."""

    tag: str
    element: Any
    part: str
    """The name of the part that holds it: ``word/document.xml``."""
    line: int = 0
    start: int = 0
    """Which line it stands in, and where in it."""
    nodes: list[Any] = field(default_factory=list)
    """Its text nodes, in order."""
    holds: bool = False
    """Whether it holds another live value."""

    @property
    def text(self) -> str:
        """What it says now."""
        return "".join(node.text or "" for node in self.nodes).strip()


@dataclass(eq=False)
class Line:
    """A paragraph, or a row of a table."""

    part: str
    pieces: list[str] = field(default_factory=list)
    nodes: list[tuple[int, Any, Control | None]] = field(default_factory=list)
    """Where each text node begins, and the live value that it belongs to."""
    length: int = 0

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(self.pieces)

    def add(self, text: str) -> None:
        """Words at its end."""
        self.pieces.append(text)
        self.length += len(text)

    def marked(self, keys: Mapping[int, str], lost: Mapping[tuple[int, int], str]) -> str:
        """Its words with live values marked: those in controls by the ``id`` of the control, those without one by
        (start, end).
        """
        ends = [*(start for start, _, _ in self.nodes[1:]), self.length][: len(self.nodes)]
        spans = {(at, end): keys[id(of)] for (at, _, of), end in zip(self.nodes, ends, strict=True) if id(of) in keys}
        text, found, done = self.text, "", 0
        for (start, end), key in sorted({**spans, **lost}.items()):
            if start >= done and end > start:
                value = text[start:end]
                found += f"{text[done:start]}{gongwen.START}{TAG}{key}={gongwen.MIDDLE}{value}{gongwen.END}"
                done = end
        return found + text[done:]


@dataclass(frozen=True, eq=False)
class Saved:
    """The file as it was read."""

    path: Path
    data: bytes
    properties: Mapping[str, str]
    lines: list[Line]
    controls: list[Control]
    """The innermost live values, in text order."""
    roots: Mapping[str, Any]
    """The parts that hold text, by their name in the archive."""

    def sentence(self, line: int, start: int) -> str:
        """The sentence around a place."""
        return sentence(self.lines[line].text, start) if 0 <= line < len(self.lines) else ""


def read(path: Path) -> Saved:
    """The file. Raises NotFoundError, InvalidInputError."""
    data = opening.read(path)
    document = opening.package(data)
    roots = dict(_roots(document.part))
    reader = _Reader()
    for name, root in roots.items():
        reader.read(name, root)
    controls = sorted((each for each in reader.controls if not each.holds), key=lambda each: (each.line, each.start))
    return Saved(path, data, _properties(document.part.package), reader.lines, controls, roots)


def sentence(text: str, start: int) -> str:
    """The sentence of a line that holds a place; of a row of a table all cells."""
    if "\t" in text:
        return " | ".join(filter(None, (cell.strip() for cell in text.split("\t"))))
    begin = max(text.rfind(mark, 0, start) for mark in PARTED) + 1
    ends = [at for mark in PARTED if (at := text.find(mark, start)) >= 0]
    return text[begin : min(ends) + 1 if ends else len(text)].strip()


def tag_of(element: Any) -> str:
    """The tag of a control, or its alias where that is ours: LibreOffice drops the tag."""
    known = element.find(_SDT_PR)
    for name in ("tag", "alias"):
        found = None if known is None else known.find(f"{_W}{name}")
        if found is not None and str(found.get(_VALUE, "")).startswith(TAG):
            return str(found.get(_VALUE))
    return ""


def _roots(part: Any) -> Iterator[tuple[str, Any]]:
    from docx.oxml import parse_xml

    yield str(part.partname).lstrip("/"), part.element
    for relationship in part.rels.values():
        if not relationship.is_external and relationship.reltype.endswith(_FURTHER):
            other = relationship.target_part
            root = other.element if hasattr(other, "element") else parse_xml(other.blob)
            yield str(other.partname).lstrip("/"), root


def _properties(package: Any) -> dict[str, str]:
    from docx.oxml import parse_xml

    for part in package.iter_parts():
        if str(part.partname) == "/docProps/custom.xml":
            return {str(each.get("name")): "".join(each.itertext()) for each in parse_xml(part.blob)}
    return {}


class _Reader:
    """Goes down the parts and gathers lines and controls."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.controls: list[Control] = []
        self._part = ""
        self._line: Line | None = None
        self._open: list[Control] = []
        self._boxes: list[Any] = []
        self._row: _Row | None = None

    def read(self, part: str, root: Any) -> None:
        self._part = part
        self._walk(root)

    def _walk(self, node: Any) -> None:
        for child in node:
            tag = child.tag
            if tag == _T:
                self._text(child)
            elif tag in _MARKS and self._line is not None:
                self._line.add(_MARKS[tag] if self._row is None else " ")
            elif tag == _SDT:
                self._control(child)
            elif tag == _BOX:
                self._boxes.append(child)
            elif tag == _ALTERNATIVE:
                chosen = child.find(_CHOICE)
                self._walk(chosen if chosen is not None else child)
            elif tag in (_P, _TR) and self._line is None:
                self._of_line(child)
            elif tag == _P and self._row is not None:
                self._row.gap = self._row.between if self._row.said else ""
                self._walk(child)
            elif tag == _TC and self._row is not None and self._line is not None:
                self._line.add("\t" * self._row.tabs)
                self._row = _Row(self._row.between, _span(child))
                self._walk(child)
            elif tag not in _ABSENT and isinstance(tag, str):
                self._walk(child)

    def _of_line(self, node: Any) -> None:
        """A paragraph, or a row: what stands in text boxes comes after it."""
        self._line = Line(self._part)
        if node.tag == _TR:
            self._row = _Row("" if node.find(_HEADER) is not None else " ", 0)
        self._walk(node)
        self.lines.append(self._line)
        self._line, self._row = None, None
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._walk(box)

    def _control(self, element: Any) -> None:
        content = element.find(_SDT_CONTENT)
        if content is None:
            return
        tag = tag_of(element)
        if not tag:
            self._walk(content)
            return
        control = Control(tag, element, self._part, len(self.lines), self._line.length if self._line else 0)
        for outer in self._open:
            outer.holds = True
        self.controls.append(control)
        self._open.append(control)
        self._walk(content)
        self._open.pop()

    def _text(self, node: Any) -> None:
        line, control = self._line, self._open[-1] if self._open else None
        if line is None:
            return  # text outside of a paragraph is on no page
        if self._row is not None and node.text:
            line.add(self._row.gap)
            self._row.gap, self._row.said = "", True
        if control is not None:
            if not control.nodes:
                control.line, control.start = len(self.lines), line.length
            control.nodes.append(node)
        line.nodes.append((line.length, node, control))
        line.add(node.text or "")


@dataclass
class _Row:
    """Where a row of a table is: what parts the paragraphs of a cell, how many columns the cell before took."""

    between: str
    tabs: int
    gap: str = ""
    said: bool = False


def _span(cell: Any) -> int:
    found = cell.find(f"{_W}tcPr/{_W}gridSpan")
    return int(found.get(_VALUE, "1")) if found is not None else 1
