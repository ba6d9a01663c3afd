"""The parts of a .docx as paragraphs: body, tables, text boxes, notes, headers and footers.

It reads XML that whoever opened the file has parsed (standard library); nothing here opens files.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from rencli.proofread.text import Paragraph

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN: Final = "word/document.xml"
STYLES: Final = "word/styles.xml"
ASIDE: Final = {"header": "页眉", "footer": "页脚", "footnotes": "脚注", "endnotes": "尾注"}
"""Parts beside the body, by the beginning of their names."""
_ABSENT: Final = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "rt", "instrText", "delText", "pPr", "rPr"))
_BOX: Final = f"{W}txbxContent"
_DEEPEST: Final = 12
"""Tables within tables; deeper ones are read as text of the cell."""


class Placed(NamedTuple):
    """A paragraph, and where a comment on it can be tied."""

    paragraph: Paragraph
    number: int
    """Its number among all ``w:p`` of the body in the order of the file; of a text box that of the paragraph that it
    hangs on, for boxes hold no comments; -1 beside the body."""
    exact: bool
    """Whether the paragraph's own characters can be marked."""


def wanted(name: str) -> bool:
    """Whether a part of the file is to be handed in."""
    return name in (MAIN, STYLES) or (name.startswith("word/") and _aside(name) != "")


def of_parts(parts: Mapping[str, Element]) -> Sequence[Placed]:
    """The paragraphs of a document, those of its parts aside last. Deleted text is left out, inserted text read."""
    body = parts[MAIN].find(f"{W}body")
    found = list(_Reader(body, _levels(parts.get(STYLES))).body(body)) if body is not None else []
    for name in sorted(parts):
        if title := _aside(name):
            said: dict[str, None] = {}
            for element in parts[name].iter(f"{W}p"):
                if text := _text(element).strip():
                    said.setdefault(text)
            found += [Placed(Paragraph(text, title, "aside"), -1, False) for text in said]
    return found


class _Reader:
    """Goes through the body once, counting paragraphs and tables."""

    def __init__(self, body: Element, levels: Mapping[str, int]) -> None:
        self.levels = levels
        self.numbers = {id(element): number for number, element in enumerate(body.iter(f"{W}p"))}
        self.count = 0
        self.tables = 0

    def body(self, element: Element) -> Iterator[Placed]:
        for child in element:
            if child.tag == f"{W}p":
                self.count += 1
                yield from self.paragraph(child, f"第{self.count}段", "text")
            elif child.tag == f"{W}tbl":
                self.tables += 1
                yield from self.table(child, f"表{self.tables}", 0)
            elif child.tag not in _ABSENT:
                yield from self.body(child)

    def paragraph(self, element: Element, where: str, kind: str) -> Iterator[Placed]:
        text, number = _text(element), self.numbers[id(element)]
        if text.strip():
            level = self._level(element) if kind == "text" else 0
            yield Placed(Paragraph(text, where, kind, level), number, True)
        yield from self._boxes(element, where, number)

    def table(self, table: Element, name: str, depth: int) -> Iterator[Placed]:
        for row_number, row in enumerate(_inside(table, f"{W}tr"), 1):
            for cell_number, cell in enumerate(_inside(row, f"{W}tc"), 1):
                yield from self._cell(cell, f"{name}第{row_number}行第{cell_number}格", depth)

    def _cell(self, cell: Element, where: str, depth: int) -> Iterator[Placed]:
        for child in cell:
            if child.tag == f"{W}p":
                yield from self.paragraph(child, where, "cell")
            elif child.tag == f"{W}tbl" and depth < _DEEPEST:
                yield from self.table(child, f"{where}里的表", depth + 1)
            elif child.tag not in _ABSENT:
                yield from self._cell(child, where, depth)

    def _boxes(self, element: Element, where: str, number: int) -> Iterator[Placed]:
        """Text boxes tied to a paragraph; each stands twice in the file, and is told once."""
        said: set[str] = set()
        for fallback, box in _held(element, False):
            for paragraph in box.iter(f"{W}p"):
                text = _text(paragraph).strip()
                if text and not (fallback and text in said):
                    said.add(text)
                    yield Placed(Paragraph(text, f"{where}旁的文本框", "aside"), number, False)

    def _level(self, element: Element) -> int:
        outline = _value(element, f"{W}pPr/{W}outlineLvl")
        if outline.isdigit():
            return int(outline) + 1 if int(outline) < 9 else 0
        return self.levels.get(_value(element, f"{W}pPr/{W}pStyle"), 0)


def _held(element: Element, fallback: bool) -> Iterator[tuple[bool, Element]]:
    """The outermost text boxes below an element, and whether each is there for old programs."""
    for child in element:
        if child.tag == _BOX:
            yield fallback, child
        else:
            yield from _held(child, fallback or child.tag.endswith("}Fallback"))


def _inside(element: Element, tag: str) -> Iterator[Element]:
    """Rows of a table, cells of a row, also those in content controls; none that were deleted."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml", f"{W}smartTag"):
            yield from _inside(child, tag)


def _text(element: Element) -> str:
    return "".join(_words(element))


def _words(element: Element) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if tag == f"{W}t":
            yield child.text or ""
        elif tag in (f"{W}tab", f"{W}ptab"):
            yield "\t"
        elif tag in (f"{W}br", f"{W}cr"):
            yield "" if child.get(f"{W}type") in ("page", "column") else "\n"
        elif tag == f"{W}noBreakHyphen":
            yield "-"
        elif tag not in _ABSENT and tag != _BOX and not tag.endswith("}Fallback"):
            yield from _words(child)


def _aside(name: str) -> str:
    stem = name.removeprefix("word/").removesuffix(".xml")
    return next((title for begin, title in ASIDE.items() if stem.rstrip("0123456789") == begin), "")


def _levels(styles: Element | None) -> Mapping[str, int]:
    """Style → level of the heading it makes: an outline level of its own or of a style that it is based on."""
    own: dict[str, int] = {}
    based: dict[str, str] = {}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        name = style.get(f"{W}styleId", "")
        outline = _value(style, f"{W}pPr/{W}outlineLvl")
        if outline.isdigit() and int(outline) < 9:
            own[name] = int(outline) + 1
        based[name] = _value(style, f"{W}basedOn")
    found = {}
    for name in based:
        above = name
        for _ in range(len(based)):
            if above in own or not above:
                break
            above = based.get(above, "")
        if above in own:
            found[name] = own[above]
    return found


def _value(element: Element, path: str) -> str:
    found = element.find(path)
    return found.get(f"{W}val", "") if found is not None else ""
