"""A look at a workbook before any parser touches it: what it really is, and whether it can be read at all.

A legal file of two kilobytes with cells in two corners makes a parser ask for 400 gigabytes; a few kilobytes may
inflate to gigabytes. Nothing here holds more of a file in memory than a few megabytes.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from rencli.archives import OLE, ZIP
from rencli.errors import InvalidInputError

LARGEST_FILE: Final = 100_000_000
LARGEST_INFLATED: Final = 600_000_000
"""Bytes of all parts together. A hundred thousand rows of ten cells are a tenth of it."""
SMALL_PART: Final = 10_000_000
LARGEST_RATIO: Final = 200
"""How much more than its packed size a large part may be; tables of a clerk come to 5–40."""
MOST_PARTS: Final = 2_000
LARGEST_AREA: Final = 20_000_000
"""Cells of the rectangle around all filled ones, which a reader keeps in memory."""
CHUNK: Final = 1 << 20
SHOWN_CELLS: Final = 5

BROKEN: Final = "文件不完整或已损坏，读不出来。请重新下载或复制，用 Excel 或 WPS 能打开后再导入。"
PASSWORD: Final = "文件设有打开密码。请用 Excel 或 WPS 打开，去掉密码（文件—信息—保护工作簿），保存后再导入。"
UNUSUAL: Final = "请用 Excel 或 WPS 打开，另存为新的 .xlsx 后再导入。"

_PREFIX: Final = rb"(?:\w+:)?"
_CELL: Final = re.compile(
    rb"<" + _PREFIX + rb"c\s(?:[^>]*?\s)?r\s*=\s*[\"']([A-Za-z]{1,3})(\d{1,7})[\"'](?:[^>]*[^/>])?>"
)
_USUAL: Final = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"(?! s="\d{1,9}"/>)')
"""The same as nearly all programs write it, three times as fast; empty cells that only have a form are left out."""
_ODD: Final = re.compile(rb"<c[^ \w:]|<\w+:c\b")
_ERROR: Final = re.compile(rb"\bt\s*=\s*[\"']e[\"']")
_ROW: Final = re.compile(rb"<" + _PREFIX + rb"row\s(?:[^>]*?\s)?r\s*=\s*[\"'](\d{1,7})[\"']")
_UNPLACED: Final = re.compile(rb"<" + _PREFIX + rb"c(?:\s+(?!r\s*=)[\w:]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*>")
_HIDDEN: Final = re.compile(rb"<" + _PREFIX + rb"row\s[^>]*?\bhidden\s*=\s*[\"'](?:1|true)[\"']")
_FILTER: Final = re.compile(rb"<" + _PREFIX + rb"autoFilter\b")
_FORMULA: Final = re.compile(rb"<" + _PREFIX + rb"f[\s>/]")
_UNCOMPUTED: Final = re.compile(
    rb"<" + _PREFIX + rb"c(\s[^>]*)>\s*<" + _PREFIX + rb"f(?:\s[^>]*)?(?:/>|>[^<]*</" + _PREFIX + rb"f>)\s*"
    rb"(<" + _PREFIX + rb"v\s*(?:/>|></" + _PREFIX + rb"v>))?\s*</" + _PREFIX + rb"c>"
)
_WRONG: Final = re.compile(rb"<" + _PREFIX + rb"c(\s[^>]*?\bt\s*=\s*[\"']e[\"'][^>]*)>")
_REF: Final = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]+\d+)[\"']")
_TEXT: Final = re.compile(rb"\st\s*=\s*[\"']str[\"']")
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass
class Sheet:
    """What the XML of a sheet tells that its values do not."""

    hidden_rows: int = 0
    filtered: bool = False
    formulas: bool = False
    uncomputed: list[str] = field(default_factory=list)
    """Cells whose formula has no result yet."""
    wrong: list[str] = field(default_factory=list)
    """Cells that hold an error such as #N/A."""
    _columns: set[bytes] = field(default_factory=set)
    _rows: int = 0
    _last_row: int = 0

    def look(self, xml: bytes) -> None:
        """Take in some whole rows."""
        usual = xml.count(b'<c r="') == xml.count(b"<c ") and not _ODD.search(xml)
        found = (_USUAL if usual else _CELL).findall(xml)
        self._columns.update({column for column, _ in found})
        self._rows = max(self._rows, max(map(int, {row for _, row in found}), default=0))
        if not usual and _UNPLACED.search(xml):
            self._last_row = max(self._last_row, max(map(int, _ROW.findall(xml)), default=0))
        self.hidden_rows += len(_HIDDEN.findall(xml)) if b"hidden" in xml else 0
        self.filtered = self.filtered or _FILTER.search(xml) is not None
        if _FORMULA.search(xml):
            self.formulas = True
            for attributes, value in _UNCOMPUTED.findall(xml):
                if not (value and _TEXT.search(attributes)):  # a result that is an empty text
                    _note(self.uncomputed, attributes)
        if _ERROR.search(xml):
            for attributes in _WRONG.findall(xml):
                _note(self.wrong, attributes)

    @property
    def area(self) -> int:
        """Cells of the rectangle from A1 to the last filled row and column."""
        rows = max(self._rows, self._last_row)
        return rows * max((_number(column) for column in self._columns), default=1)

    @property
    def fault(self) -> str:
        """Why the sheet must not be read: values that a reader would take for empty cells."""
        if self.uncomputed:
            cells = f"（{'、'.join(self.uncomputed)}）" if any(self.uncomputed) else ""
            return f"有公式还没有算出结果{cells}。请用 Excel 或 WPS 打开，保存一次再导入。"
        if self.wrong:
            return f"有单元格的公式出错（{'、'.join(self.wrong)}，如 #N/A、#REF!）。请改正或清空后再导入。"
        return ""


def check(path: Path) -> dict[str, Sheet]:
    """What a workbook tells of its sheets beside their values. Raises InvalidInputError where it must not be read."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(4096)
    if size > LARGEST_FILE:
        raise InvalidInputError(
            f"文件有{size // 1_000_000} MB，最多可读{LARGEST_FILE // 1_000_000} MB。请分成几个文件。"
        )
    if not size:
        raise InvalidInputError("文件是空的（0 字节），多半是复制没有完成。请核对文件。")
    old = path.suffix.lower() == ".xls"
    if head.startswith(OLE):
        return _check_old(path, old=old)
    if head.startswith(ZIP):
        if old:
            raise InvalidInputError(f"{path.name} 的后缀是 .xls，内容却是 .xlsx 表格。请把后缀改为 .xlsx 后再导入。")
        return _check_new(path)
    what = looks_like(head) or "文本。如果是 CSV，请把后缀改为 .csv 后再导入。"
    raise InvalidInputError(f"{path.name} 的后缀是 {path.suffix}，内容却是{what}")


def looks_like(head: bytes) -> str:
    """What the beginning of a file that is no plain text shows it to be, with what to do; else an empty text."""
    text = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if head.startswith((OLE, ZIP)):
        return "表格文件。请把后缀改回 .xlsx（或 .xls）后再导入。"
    if b"urn:schemas-microsoft-com:office:spreadsheet" in text:
        return f" XML 表格。{UNUSUAL}"
    if text.startswith((b"<html", b"<!doctype html", b"<table", b"<?xml", b"<meta", b"<head", b"<body", b"<!--")):
        return f"网页。{UNUSUAL}"
    if head.startswith(b"%PDF"):
        return " PDF。请向提供的人要表格文件。"
    return ""


def _check_old(path: Path, *, old: bool) -> dict[str, Sheet]:
    data = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise InvalidInputError(PASSWORD)
    if "WordDocument".encode("utf-16-le") in data:
        raise InvalidInputError("这是 Word 文档，不是表格。请把表格复制到 Excel 或 WPS 表格，另存为 .xlsx 后再导入。")
    if not old:
        raise InvalidInputError(f"{path.name} 的后缀是 {path.suffix}，内容却是 .xls 表格。请把后缀改为 .xls 后再导入。")
    return {}


def _check_new(path: Path) -> dict[str, Sheet]:
    parts: dict[str, Sheet] = {}
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            _check_entries(path, entries)
            for entry in entries:
                if entry.filename.lower().endswith((".xml", ".rels", ".vml")):
                    parts[entry.filename] = sheet = Sheet()
                    for xml in _checked_xml(archive, entry):
                        sheet.look(xml)
                    if sheet.area > LARGEST_AREA:
                        raise InvalidInputError(
                            "表格占用的范围太大：最远的单元格离开头太远。请删去角落里的零星内容，另存后再导入。"
                        )
            return _by_name(archive, parts)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, KeyError, ElementTree.ParseError) as error:
        raise InvalidInputError(BROKEN) from error


def _check_entries(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    """What the table of contents tells, before anything is unpacked."""
    names = {entry.filename for entry in entries}
    for entry in entries:
        name = entry.filename.replace("\\", "/")
        if name.startswith("/") or ".." in name.split("/") or ":" in name:
            raise InvalidInputError(f"文件里有不正常的内部路径，可能是恶意文件，没有读取。{UNUSUAL}")
        if entry.flag_bits & 1:
            raise InvalidInputError(PASSWORD)
        _check_ratio(entry, entry.file_size)
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_INFLATED:
        raise InvalidInputError(f"文件展开后太大，没有读取。{UNUSUAL}")
    if "xl/workbook.bin" in names or "mimetype" in names:
        raise InvalidInputError(f"这是 .xlsb 或 .ods 表格，读不了。{UNUSUAL}")
    if any(name.startswith("word/") for name in names):
        raise InvalidInputError("这是 Word 文档，不是表格。请把表格复制到 Excel 或 WPS 表格，另存为 .xlsx 后再导入。")
    if "xl/workbook.xml" not in names:
        raise InvalidInputError(f"{path.name} 是压缩包，不是 .xlsx 表格。请核对文件，解压后再导入。")


def _check_ratio(entry: zipfile.ZipInfo, size: int) -> None:
    if size > SMALL_PART and size > LARGEST_RATIO * max(entry.compress_size, 1):
        raise InvalidInputError(f"文件展开后大得不正常，可能是恶意文件，没有读取。{UNUSUAL}")


def _checked_xml(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The text of a part in pieces that end with a row where there are rows."""
    size, rest = 0, b""
    with archive.open(entry) as part:
        while chunk := part.read(CHUNK):
            size += len(chunk)
            _check_ratio(entry, size)
            rest += chunk
            if b"<!DOCTYPE" in rest or b"<!ENTITY" in rest or b"\0" in chunk:
                raise InvalidInputError(f"文件里有表格不该有的定义，可能是恶意文件，没有读取。{UNUSUAL}")
            end = rest.rfind(b"</row>") + 6
            if end < 6 and len(rest) > 8 * CHUNK:
                end = max(rest.rfind(b"<"), 1)
            if end >= 6:
                yield rest[:end]
                rest = rest[end:]
    yield rest


def _by_name(archive: zipfile.ZipFile, parts: dict[str, Sheet]) -> dict[str, Sheet]:
    """Sheets by the names that the workbook gives them."""
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {each.get("Id"): each.get("Target", "") for each in relations}
    workbook = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    on_load = any(each.get("fullCalcOnLoad") in ("1", "true") for each in workbook.iter() if "calcPr" in each.tag)
    found = {}
    for each in workbook.iter():
        if each.tag.endswith("}sheet"):
            target = targets.get(each.get(_RELATION), "")
            sheet = parts.get(target.lstrip("/") if target.startswith("/") else f"xl/{target}", Sheet())
            if on_load and sheet.formulas and not sheet.uncomputed:
                sheet.uncomputed.append("")
            found[each.get("name", "")] = sheet
    return found


def _note(cells: list[str], attributes: bytes) -> None:
    if len(cells) < SHOWN_CELLS and (ref := _REF.search(attributes)):
        cells.append(ref[1].decode())


def _number(column: bytes) -> int:
    number = 0
    for letter in column.upper():
        number = number * 26 + letter - 64
    return number
