"""A page of text in a file, .docx, .md or .txt, as paragraphs with the level of those that are headings."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from rencli.archives import OLE, ZIP
from rencli.errors import InvalidInputError, NotFoundError, reason
from rencli.exchange.docx_in import ABSENT, W, parts, text_of
from rencli.exchange.encoding import decoded

LARGEST_FILE: Final = 20_000_000
ASIDE: Final = -1
"""The level of what stands in a table or a text box: no paragraph of the text."""

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
    check(path, tuple(READERS))
    try:
        found = list(READERS[path.suffix.lower()](path))
    except OSError as error:
        raise InvalidInputError(f"文件 {path} 读不出来（{reason(error)}）。") from error
    if not found:
        raise InvalidInputError(f"{path.name} 里没有文字。")
    return found


def check(path: Path, suffixes: Sequence[str]) -> None:
    """Raises NotFoundError or InvalidInputError for what is no file of text that may be read."""
    if path.is_dir():
        raise InvalidInputError(f"{path} 是一个文件夹，请写明文件名。")
    if path.suffix.lower() not in suffixes:
        old = "旧的 .doc 文件请用 Word 或 WPS 另存为 .docx。" if path.suffix.lower() in (".doc", ".wps") else ""
        raise InvalidInputError(f"不会读“{path.suffix or '没有后缀'}”这种文件，可用 {'、'.join(suffixes)}。{old}")
    if not path.exists():
        raise NotFoundError(f"没有文件 {path}，请核对文件名。")
    if not path.is_file():
        raise InvalidInputError(f"{path} 不是普通文件，没有读取。")
    try:
        size = path.stat().st_size
    except OSError as error:
        raise InvalidInputError(f"文件 {path} 读不出来（{reason(error)}）。") from error
    if size > LARGEST_FILE:
        raise InvalidInputError(f"文件太大（{size // 1_000_000} MB），最多可读{LARGEST_FILE // 1_000_000} MB。")
    if not size:
        raise InvalidInputError("文件是空的（0 字节），多半是复制没有完成。请核对文件。")


def _text(path: Path) -> Iterator[Paragraph]:
    """A line, a paragraph."""
    for number, line in enumerate(lines(path), 1):
        if text := line.strip():
            yield Paragraph(text, 0, f"第{number}行")


def _markdown(path: Path) -> Iterator[Paragraph]:
    """Headings behind #; any other line is a paragraph, also an item of a list."""
    for number, line in enumerate(lines(path), 1):
        text = re.sub(r"\*\*(.+?)\*\*|__(.+?)__", lambda found: found[1] or found[2], line.strip())
        if found := _MARKED.fullmatch(text):
            yield Paragraph(found[2], len(found[1]), f"第{number}行")
        elif bare := _ITEM.sub("", text, count=1).strip():
            yield Paragraph(bare, ASIDE if bare.startswith("|") else 0, f"第{number}行")


def lines(path: Path) -> list[str]:
    """The lines of a file of text in any usual encoding. Raises InvalidInputError."""
    data = path.read_bytes()
    what = " Word 或表格文件" if data.startswith((OLE, ZIP)) else " PDF" if data.startswith(b"%PDF") else ""
    if what:
        raise InvalidInputError(f"{path.name} 的后缀是 {path.suffix}，内容却是{what}。请核对文件。")
    return decoded(data).splitlines()


def _document(path: Path) -> Iterator[Paragraph]:
    """The paragraphs of a .docx; what its tables and text boxes say stands aside."""
    body, styles = parts(path)
    levels = _levels(styles)
    number = 0
    for element in _outside(body):
        if element.tag == f"{W}tbl":
            said = " ".join(text for each in element.iter(f"{W}p") if (text := text_of(each)))
            if said:
                yield Paragraph(said, ASIDE, f"第{number}段后的表格")
            continue
        number += 1
        if text := text_of(element):
            yield Paragraph(text, _level(element, levels), f"第{number}段")
        boxes = (text_of(box) for box in element.iter(f"{W}txbxContent"))
        for said in dict.fromkeys(filter(None, boxes)):  # a box stands twice in the file, for old programs again
            yield Paragraph(said, ASIDE, f"第{number}段旁的文本框")


def _outside(element: Element) -> Iterator[Element]:
    """Paragraphs and tables, also those in content controls, in the order of the page."""
    for child in element:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag not in ABSENT:
            yield from _outside(child)


def _levels(styles: Element | None) -> Mapping[str, int]:
    """Style → level of the heading that it makes; styles that are based on one are headings too."""
    found: dict[str, int] = {}
    based: dict[str, str] = {}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        own, name, base = (_value(style, path) for path in (None, "name", "basedOn"))
        outline = _value(style, f"pPr/{W}outlineLvl")
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
    outline = _value(paragraph, f"pPr/{W}outlineLvl")
    if outline.isdigit():
        return int(outline) + 1 if int(outline) < 9 else 0
    return levels.get(_value(paragraph, f"pPr/{W}pStyle"), 0)


def _value(element: Element, path: str | None) -> str:
    """The value of a setting below an element; of the element itself its id."""
    if path is None:
        return element.get(f"{W}styleId", "")
    found = element.find(f"{W}{path}")
    return found.get(f"{W}val", "") if found is not None else ""


READERS: Final = MappingProxyType[str, Callable[[Path], Iterator[Paragraph]]](
    {".docx": _document, ".md": _markdown, ".txt": _text}
)
"""What reads a file, by its suffix."""
