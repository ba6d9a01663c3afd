"""Looking into a form's file before it is used: what could harm, call home or fill the memory is refused.

Only the archive and its relationships are read here, with the standard library.
"""

import re
from io import BytesIO
from pathlib import Path
from typing import Final
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from rencli.archives import MAIN, OLE
from rencli.errors import InvalidInputError, reason

MOST_BYTES: Final = 10_000_000
MOST_INFLATED: Final = 60_000_000
MOST_PARTS: Final = 1_000
MOST_RATIO: Final = 200
"""Honest XML of a form shrinks to a tenth or a twentieth."""

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_LINKED = ("attachedTemplate", "subDocument", "frame", "oleObject", "package", "aFChunk", "control", "vbaProject")
_FIELDS = re.compile(r"\b(INCLUDETEXT|INCLUDEPICTURE|DDEAUTO|DDE|LINK|IMPORT|DATABASE|MACROBUTTON)\b", re.IGNORECASE)
_INSTRUCTION = re.compile(r"<w:instrText[^>]*>([^<]*)<|w:instr=\"([^\"]*)\"")
_UNPRINTABLE = re.compile(r"[^\x21-\x7e]")


def opened(path: Path) -> bytes:
    """The bytes of a form that may be used. Raises InvalidInputError with what is wrong with it."""
    if path.suffix.lower() != ".docx":
        macros = "，可能带宏" if path.suffix.lower() in (".docm", ".dotm") else ""
        raise InvalidInputError(
            f"表单 {path.name} 不是 .docx 文件{macros}，没有使用。请在 WPS 或 Word 中另存为 .docx。"
        )
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InvalidInputError(f"表单 {path} 读不出来（{reason(error)}）。") from error
    if fault := _fault(data):
        raise InvalidInputError(f"表单 {path.name} {fault}，没有使用。")
    return data


def _fault(data: bytes) -> str:
    """What speaks against a file, as the rest of a sentence; nothing of a sound one."""
    if data.startswith(OLE):
        return "加了密码，或者是旧的 .doc 格式"
    if len(data) > MOST_BYTES:
        return f"太大（{len(data) // 1_000_000}MB）"
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _packed(archive) or next(filter(None, (_part(archive, name) for name in archive.namelist())), "")
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        return "打不开，文件不完整或者不是 Word 文档"


def _packed(archive: ZipFile) -> str:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    inflated = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if len(entries) > MOST_PARTS or inflated > MOST_INFLATED or inflated > MOST_RATIO * max(packed, 1):
        return "展开以后过大，不像一份表单"
    if len(set(names)) < len(names) or any(name.startswith("/") or ".." in name.split("/") for name in names):
        return "里面的文件名不正常"
    if MAIN not in names or "[Content_Types].xml" not in names:
        return "不是 Word 文档"
    if any("vbaproject" in name.lower() for name in names):
        return "带宏"
    return ""


def _part(archive: ZipFile, name: str) -> str:
    if not name.endswith((".xml", ".rels")):
        return ""
    data = archive.read(name)
    if b"\0" in data[:4] or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return f"的 {name} 有不该有的声明"
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError:
        return f"的 {name} 不完整"
    if name == "[Content_Types].xml":
        return "带宏" if b"macroenabled" in data.lower() else ""
    if name.endswith(".rels"):
        return next(filter(None, map(_relationship, root.iter(_RELATIONSHIP))), "")
    return _instructions(data.decode("utf-8", "replace"))


def _relationship(node: ElementTree.Element) -> str:
    kind = node.get("Type", "").rpartition("/")[2]
    external = node.get("TargetMode") == "External"
    if kind == "attachedTemplate" or (external and kind != "hyperlink"):
        target = _UNPRINTABLE.sub("", node.get("Target", ""))[:60]
        return f"引用了外部的内容（{target}），打开时会去读取它；请在 WPS 或 Word 中去掉这个模板或链接"
    return "嵌有别的文件或控件" if kind in _LINKED else ""


def _instructions(xml: str) -> str:
    words = "".join(found[1] or f" {found[2]} " for found in _INSTRUCTION.finditer(xml))
    found = _FIELDS.search(words)
    return f"有会读取外部内容的域（{found[1].upper()}）" if found else ""
