"""Opening a .docx that somebody else saved, as taken from a stranger: sizes are looked at before anything is parsed."""

from io import BytesIO
from pathlib import Path
from typing import Any, Final

from rencli import archives
from rencli.errors import InvalidInputError, NotFoundError, reason

LARGEST_FILE: Final = 60_000_000
_HEAD: Final = 2_000
"""Bytes of a part in which a definition would stand."""


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
        with archives.docx(path) as archive:
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    with archive.open(name) as part:
                        archives.refuse_definitions(part.read(_HEAD))
            if archive.testzip() is not None:
                raise archives.broken()
        return path.read_bytes()
    except OSError as error:
        raise InvalidInputError(f"{path} 读不出来（{reason(error)}）。") from error


def package(data: bytes) -> Any:
    """The file as python-docx has it. Raises InvalidInputError where it is damaged inside."""
    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        return Document(BytesIO(data))
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError, TypeError) as error:
        raise archives.broken() from error
