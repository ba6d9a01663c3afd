"""Files of strangers that are archives inside: what their first bytes say, and a .docx opened with its limits.

What reads the parts of a .docx (material, filled forms, edited papers) comes through ``docx``; the sentences of what is
wrong with a file stand here once.
"""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from rencli.errors import InvalidInputError

OLE: Final = b"\xd0\xcf\x11\xe0"
"""What old Office files, and new ones with a password, begin with."""
ZIP: Final = b"PK\x03\x04"
MAIN: Final = "word/document.xml"
LARGEST_INFLATED: Final = 300_000_000
"""Bytes of all parts of a .docx together, pictures too; one that may be read has a fifteenth of it."""
UNUSUAL: Final = "请用 Word 或 WPS 打开，另存为新的 .docx 后再试。"
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    RuntimeError,  # a password, or a way of packing that zipfile does not know
    ElementTree.ParseError,
)


@contextmanager
def docx(path: Path) -> Iterator[zipfile.ZipFile]:
    """The archive of a .docx. Raises InvalidInputError, also for what turns out broken while it is read."""
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
            yield archive
    except _BROKEN as error:
        raise broken() from error


def refuse_definitions(data: bytes) -> None:
    """Raises InvalidInputError for XML with a definition of its own, as an entity that unfolds without end."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise InvalidInputError(f"文件展开后大得不正常，或有不该有的定义，没有读取。{UNUSUAL}")


def broken() -> InvalidInputError:
    """The sentence for a .docx that is damaged inside."""
    return InvalidInputError(f"文件不完整或已损坏，读不出来。{UNUSUAL}")
