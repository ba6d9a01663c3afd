"""The parts of a .docx, taken as from a stranger: sizes and definitions are looked at before anything is parsed."""

import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from rencli import archives
from rencli.archives import MAIN, UNUSUAL
from rencli.errors import InvalidInputError

LARGEST_PART: Final = 50_000_000
"""Bytes of the text of a .docx unpacked; a page of material has a hundredth of it."""
DEEPEST: Final = 200
"""Levels of elements in one another; a table within a table has forty."""

STYLES: Final = "word/styles.xml"
W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ABSENT: Final = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "rt", "txbxContent", "instrText"))
"""What stands in the file and not on the page, or beside the text."""
SYMBOLS: Final = MappingProxyType(
    {
        ("Wingdings", "A8"): "□",
        ("Wingdings", "6F"): "□",
        ("Wingdings", "FC"): "✓",
        ("Wingdings", "FD"): "☒",
        ("Wingdings", "FE"): "☑",
        ("Wingdings 2", "A3"): "□",
        ("Wingdings 2", "50"): "✓",
        ("Wingdings 2", "52"): "☑",
        ("Wingdings 2", "53"): "☒",
    }
)
"""Boxes and ticks that “插入符号” writes: characters of a font that has others in their places."""


def parts(path: Path) -> tuple[Element, Element | None]:
    """The body and the styles of a .docx. Raises InvalidInputError."""
    found = chosen(path, lambda name: name in (MAIN, STYLES))
    body = found[MAIN].find(f"{W}body")
    if body is None:
        raise InvalidInputError(f"这份 .docx 的写法少见，读不出来。{UNUSUAL}")
    return body, found.get(STYLES)


def chosen(path: Path, wanted: Callable[[str], bool]) -> Mapping[str, Element]:
    """Some parts of a .docx by their names, the document itself at the least. Raises InvalidInputError."""
    with archives.docx(path) as archive:
        return {name: _xml(archive, name) for name in archive.namelist() if name == MAIN or wanted(name)}


def _xml(archive: zipfile.ZipFile, name: str) -> Element:
    with archive.open(name) as part:
        data = part.read(LARGEST_PART + 1)
    if len(data) > LARGEST_PART:
        raise InvalidInputError(f"文件展开后大得不正常，或有不该有的定义，没有读取。{UNUSUAL}")
    archives.refuse_definitions(data)
    root = ElementTree.fromstring(data)
    level, depth = [root], 0
    while level := [child for element in level for child in element]:
        depth += 1
        if depth > DEEPEST:
            raise InvalidInputError(f"文件里的内容套得太深，没有读取。{UNUSUAL}")
    return root


def text_of(paragraph: Element) -> str:
    """What a paragraph says; a line break in it parts two lines."""
    return "".join(_words(paragraph)).strip()


def _words(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag == f"{W}tab":
            yield " "
        elif child.tag in (f"{W}br", f"{W}cr"):
            yield "\n"
        elif child.tag == f"{W}noBreakHyphen":
            yield "-"
        elif child.tag == f"{W}sym":
            yield SYMBOLS.get((child.get(f"{W}font", ""), child.get(f"{W}char", "")[-2:].upper()), "")
        elif child.tag not in ABSENT and not child.tag.endswith("}Fallback"):
            yield from _words(child)
