"""The parts of a .docx, taken as from a stranger: sizes and definitions are looked at before anything is parsed."""

import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from rencli.errors import InvalidInputError
from rencli.exchange.workbook import OLE, ZIP

LARGEST_PART: Final = 50_000_000
"""Bytes of the text of a .docx unpacked; a page of material has a hundredth of it."""
LARGEST_INFLATED: Final = 300_000_000
"""Bytes of all parts together, pictures too; a .docx that may be read has a fifteenth of it."""
DEEPEST: Final = 200
"""Levels of elements in one another; a table within a table has forty."""
UNUSUAL: Final = "请用 Word 或 WPS 打开，另存为新的 .docx 后再试。"

MAIN: Final = "word/document.xml"
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
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    RuntimeError,  # NotImplementedError too: a way of packing that zipfile does not know, or a password
    ElementTree.ParseError,
)


def parts(path: Path) -> tuple[Element, Element | None]:
    """The body and the styles of a .docx. Raises InvalidInputError."""
    found = chosen(path, lambda name: name in (MAIN, STYLES))
    body = found[MAIN].find(f"{W}body")
    if body is None:
        raise InvalidInputError(f"这份 .docx 的写法少见，读不出来。{UNUSUAL}")
    return body, found.get(STYLES)


def chosen(path: Path, wanted: Callable[[str], bool]) -> Mapping[str, Element]:
    """Some parts of a .docx by their names, the document itself at the least. Raises InvalidInputError."""
    with path.open("rb") as file:
        head = file.read(8)
    if head.startswith(OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in path.read_bytes()
        raise InvalidInputError(
            "文件设有打开密码。请用 Word 或 WPS 打开，去掉密码，保存后再试。"
            if locked
            else f"{path.name} 的内容是旧的 .doc 文件。请用 Word 或 WPS 另存为 .docx 后再试。"
        )
    if not head.startswith(ZIP):
        raise InvalidInputError(f"{path.name} 的后缀是 .docx，内容却不是 Word 文档。请核对文件。")
    try:
        with zipfile.ZipFile(path) as archive:
            if MAIN not in archive.namelist():
                raise InvalidInputError(f"{path.name} 的后缀是 .docx，内容却不是 Word 文档。请核对文件。")
            if sum(entry.file_size for entry in archive.infolist()) > LARGEST_INFLATED:
                raise InvalidInputError(f"文件展开后大得不正常，没有读取。{UNUSUAL}")
            return {name: _xml(archive, name) for name in archive.namelist() if name == MAIN or wanted(name)}
    except _BROKEN as error:
        raise InvalidInputError(f"文件不完整或已损坏，读不出来。{UNUSUAL}") from error


def _xml(archive: zipfile.ZipFile, name: str) -> Element:
    with archive.open(name) as part:
        data = part.read(LARGEST_PART + 1)
    if len(data) > LARGEST_PART or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise InvalidInputError(f"文件展开后大得不正常，或有不该有的定义，没有读取。{UNUSUAL}")
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
