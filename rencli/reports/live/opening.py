"""Opening a .docx that somebody else saved, as taken from a stranger: sizes are looked at before anything is parsed."""

import zlib
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from rencli.errors import InvalidInputError, NotFoundError, reason

LARGEST_FILE: Final = 60_000_000
LARGEST_INSIDE: Final = 300_000_000
"""Bytes of all parts unpacked; a paper with an annex of 10,000 rows has a fifth of it."""
_OLE: Final = b"\xd0\xcf\x11\xe0"
_DOCUMENT: Final = "word/document.xml"
_AGAIN: Final = "请用 Word 或 WPS 打开它，另存为新的 .docx 后再试"


def read(path: Path) -> bytes:
    """The bytes of a .docx that can be read. Raises NotFoundError, InvalidInputError with what is wrong with it."""
    if not path.exists():
        raise NotFoundError(f"没有文件 {path}，请核对文件名。")
    if not path.is_file():
        raise InvalidInputError(f"{path} 不是文件，请写明一份 .docx 的文件名。")
    if path.suffix.lower() != ".docx":
        raise InvalidInputError(f"{path.name} 不是 .docx 文件；别的格式里没有活的数，请写 .docx 的那一份。")
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise InvalidInputError(f"{path.name} 太大（{path.stat().st_size // 1_000_000}MB），没有读取。")
        data = path.read_bytes()
    except OSError as error:
        raise InvalidInputError(f"{path} 读不出来（{reason(error)}）。") from error
    if data.startswith(_OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        said = "设有打开密码，请先去掉密码" if locked else "的内容是旧的 .doc 文件，请另存为 .docx"
        raise InvalidInputError(f"{path.name} {said}，再试。")
    if fault := _fault(data):
        raise InvalidInputError(f"{path.name} {fault}。{_AGAIN}。")
    return data


def package(path: Path, data: bytes) -> Any:
    """The file as python-docx has it. Raises InvalidInputError where it is damaged inside."""
    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        return Document(BytesIO(data))
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError, TypeError) as error:
        raise InvalidInputError(f"{path.name} 不完整或已损坏，读不出来。{_AGAIN}。") from error


def _fault(data: bytes) -> str:
    """What speaks against the archive, as the rest of a sentence; nothing of a sound one."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            if _DOCUMENT not in archive.namelist() or "[Content_Types].xml" not in archive.namelist():
                return "的内容不是 Word 文档"
            if sum(entry.file_size for entry in archive.infolist()) > LARGEST_INSIDE:
                return "展开以后大得不正常，没有读取"
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    with archive.open(name) as part:
                        if b"<!DOCTYPE" in part.read(2_000):
                            return f"的 {name} 有不该有的定义，没有读取"
            if (broken := archive.testzip()) is not None:
                return f"的 {broken} 已损坏"
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error):
        return "不完整或已损坏，或者不是 Word 文档"
    return ""
