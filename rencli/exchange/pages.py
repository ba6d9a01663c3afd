"""A page of text in a file, .docx, .md or .txt, as paragraphs with the level of those that are headings."""

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from rencli.errors import InvalidInputError, NotFoundError, reason
from rencli.exchange.encoding import decoded
from rencli.exchange.workbook import OLE, ZIP

LARGEST_FILE: Final = 20_000_000
LARGEST_PART: Final = 50_000_000
"""Bytes of the text of a .docx unpacked; a page of material has a hundredth of it."""
ASIDE: Final = -1
"""The level of what stands in a table or a text box: no paragraph of the text."""
UNUSUAL: Final = "请用 Word 或 WPS 打开，另存为新的 .docx 后再试。"

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ABSENT: Final = frozenset(f"{_W}{name}" for name in ("del", "moveFrom", "rt", "txbxContent", "instrText"))
"""What stands in the file and not on the page, or beside the text."""
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    RuntimeError,  # NotImplementedError too: a way of packing that zipfile does not know, or a password
    ElementTree.ParseError,
)
_STYLED: Final = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_TITLED: Final = re.compile(r"title|标题", re.IGNORECASE)
_MARKED: Final = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_ITEM: Final = re.compile(r"(?:[-*+]\s+|>\s*)(?=\S)")


class Paragraph(NamedTuple):
    """One paragraph of a page."""

    text: str
    level: int
    """The level of a heading that the file marks as one, from 1; 0 of any other paragraph."""
    where: str
    """第3段, 第12行."""


def paragraphs(path: Path) -> list[Paragraph]:
    """The paragraphs of a file that are not empty. Raises NotFoundError, or InvalidInputError where there are none."""
    read = READERS.get(path.suffix.lower())
    if path.is_dir():
        raise InvalidInputError(f"{path} 是一个文件夹，请写明文件名。")
    if read is None:
        old = "旧的 .doc 文件请用 Word 或 WPS 另存为 .docx。" if path.suffix.lower() in (".doc", ".wps") else ""
        raise InvalidInputError(f"不会读“{path.suffix or '没有后缀'}”这种文件，可用 {'、'.join(READERS)}。{old}")
    if not path.exists():
        raise NotFoundError(f"没有文件 {path}，请核对文件名。")
    if not path.is_file():
        raise InvalidInputError(f"{path} 不是普通文件，没有读取。")
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise InvalidInputError(f"文件太大（{size // 1_000_000} MB），最多可读{LARGEST_FILE // 1_000_000} MB。")
        if not size:
            raise InvalidInputError("文件是空的（0 字节），多半是复制没有完成。请核对文件。")
        found = list(read(path))
    except OSError as error:
        raise InvalidInputError(f"文件 {path} 读不出来（{reason(error)}）。") from error
    if not found:
        raise InvalidInputError(f"{path.name} 里没有文字。")
    return found


def _text(path: Path) -> Iterator[Paragraph]:
    """A line, a paragraph."""
    for number, line in enumerate(_lines(path), 1):
        if text := line.strip():
            yield Paragraph(text, 0, f"第{number}行")


def _markdown(path: Path) -> Iterator[Paragraph]:
    """Headings behind #; any other line is a paragraph, also an item of a list."""
    for number, line in enumerate(_lines(path), 1):
        text = re.sub(r"\*\*(.+?)\*\*|__(.+?)__", lambda found: found[1] or found[2], line.strip())
        if found := _MARKED.fullmatch(text):
            yield Paragraph(found[2], len(found[1]), f"第{number}行")
        elif bare := _ITEM.sub("", text, count=1).strip():
            yield Paragraph(bare, ASIDE if bare.startswith("|") else 0, f"第{number}行")


def _lines(path: Path) -> list[str]:
    data = path.read_bytes()
    what = " Word 或表格文件" if data.startswith((OLE, ZIP)) else " PDF" if data.startswith(b"%PDF") else ""
    if what:
        raise InvalidInputError(f"{path.name} 的后缀是 {path.suffix}，内容却是{what}。请核对文件。")
    return decoded(data).splitlines()


def _document(path: Path) -> Iterator[Paragraph]:
    """The paragraphs of a .docx; what its tables and text boxes say stands aside."""
    body, styles = _parts(path)
    levels = _levels(styles)
    number = 0
    for element in _outside(body):
        if element.tag == f"{_W}tbl":
            said = " ".join(text for each in element.iter(f"{_W}p") if (text := _said(each)))
            if said:
                yield Paragraph(said, ASIDE, f"第{number}段后的表格")
            continue
        number += 1
        if text := _said(element):
            yield Paragraph(text, _level(element, levels), f"第{number}段")
        boxes = (_said(box) for box in element.iter(f"{_W}txbxContent"))
        for said in dict.fromkeys(filter(None, boxes)):  # a box stands twice in the file, for old programs again
            yield Paragraph(said, ASIDE, f"第{number}段旁的文本框")


def _parts(path: Path) -> tuple[Element, Element | None]:
    """The body and the styles of a .docx. Raises InvalidInputError."""
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
            if "word/document.xml" not in archive.namelist():
                raise InvalidInputError(f"{path.name} 的后缀是 .docx，内容却不是 Word 文档。请核对文件。")
            body = _xml(archive, "word/document.xml").find(f"{_W}body")
            styles = _xml(archive, "word/styles.xml") if "word/styles.xml" in archive.namelist() else None
    except _BROKEN as error:
        raise InvalidInputError(f"文件不完整或已损坏，读不出来。{UNUSUAL}") from error
    if body is None:
        raise InvalidInputError(f"这份 .docx 的写法少见，读不出来。{UNUSUAL}")
    return body, styles


def _xml(archive: zipfile.ZipFile, name: str) -> Element:
    with archive.open(name) as part:
        data = part.read(LARGEST_PART + 1)
    if len(data) > LARGEST_PART or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise InvalidInputError(f"文件展开后大得不正常，或有不该有的定义，没有读取。{UNUSUAL}")
    return ElementTree.fromstring(data)


def _outside(element: Element) -> Iterator[Element]:
    """Paragraphs and tables, also those in content controls, in the order of the page."""
    for child in element:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif child.tag not in _ABSENT:
            yield from _outside(child)


def _said(paragraph: Element) -> str:
    """What a paragraph says; a line break in it parts two lines."""
    return "".join(_words(paragraph)).strip()


def _words(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag == f"{_W}tab":
            yield " "
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif child.tag == f"{_W}noBreakHyphen":
            yield "-"
        elif child.tag not in _ABSENT and not child.tag.endswith("}Fallback"):
            yield from _words(child)


def _levels(styles: Element | None) -> Mapping[str, int]:
    """Style → level of the heading that it makes; styles that are based on one are headings too."""
    found: dict[str, int] = {}
    based: dict[str, str] = {}
    for style in styles.iter(f"{_W}style") if styles is not None else ():
        own, name, base = (_value(style, path) for path in (None, "name", "basedOn"))
        outline = _value(style, f"pPr/{_W}outlineLvl")
        if outline.isdigit() and int(outline) < 9:
            found[own] = int(outline) + 1
        elif styled := _STYLED.match(name):
            found[own] = int(styled[1])
        elif _TITLED.fullmatch(name):
            found[own] = 1
        based[own] = base
    for own in based:
        above = own
        for _ in range(10):
            if above in found or not above:
                break
            above = based.get(above, "")
        if above in found:
            found[own] = found[above]
    return found


def _level(paragraph: Element, levels: Mapping[str, int]) -> int:
    outline = _value(paragraph, f"pPr/{_W}outlineLvl")
    if outline.isdigit():
        return int(outline) + 1 if int(outline) < 9 else 0
    return levels.get(_value(paragraph, f"pPr/{_W}pStyle"), 0)


def _value(element: Element, path: str | None) -> str:
    """The value of a setting below an element; of the element itself its id."""
    if path is None:
        return element.get(f"{_W}styleId", "")
    found = element.find(f"{_W}{path}")
    return found.get(f"{_W}val", "") if found is not None else ""


READERS: Final = MappingProxyType[str, Callable[[Path], Iterator[Paragraph]]](
    {".docx": _document, ".md": _markdown, ".txt": _text}
)
"""What reads a file, by its suffix."""
