"""Feedback that comes back on paper: filled forms (.docx), and tables (.docx, .xlsx, .xls, .csv) of a row for each."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from rencli.errors import InvalidInputError, NotFoundError, reason
from rencli.exchange import csv_in, encoding, sheets_in, workbook
from rencli.exchange.forms_in import document
from rencli.exchange.pages import LARGEST_FILE
from rencli.exchange.returns import Answer, label, rows_of


def answers(paths: Sequence[Path]) -> list[Answer]:
    """What all files say. Raises NotFoundError, or InvalidInputError that names each file that cannot be taken."""
    found: list[Answer] = []
    faults: list[str] = []
    for path in _files(paths):
        try:
            found += _read(path)
        except InvalidInputError as error:
            text = str(error)
            faults.append(text if path.name in text else f"{path.name}：{text}")
    if faults:
        raise InvalidInputError("\n".join(faults))
    return found


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files, each once; of a folder those that may hold feedback."""
    seen: set[Path] = set()
    for path in paths:
        if not path.exists():
            raise NotFoundError(f"没有文件 {path}，请核对文件名。")
        inside = [path]
        if path.is_dir():
            inside = sorted(each for each in path.iterdir() if _may_be_read(each))
            if not inside:
                raise InvalidInputError(f"文件夹 {path} 里没有 {'、'.join(READERS)} 文件。")
        for each in inside:
            if (whole := each.resolve()) not in seen:
                seen.add(whole)
                yield each


def _may_be_read(path: Path) -> bool:
    """Not what Word and WPS leave beside an open file."""
    return path.is_file() and path.suffix.lower() in READERS and not path.name.startswith(("~$", "."))


def _read(path: Path) -> list[Answer]:
    read = READERS.get(path.suffix.lower())
    if read is None:
        old = "旧的 .doc 文件请用 Word 或 WPS 另存为 .docx。" if path.suffix.lower() in (".doc", ".wps") else ""
        raise InvalidInputError(f"不会读“{path.suffix or '没有后缀'}”这种文件，可用 {'、'.join(READERS)}。{old}")
    try:
        if not path.is_file():
            raise InvalidInputError("不是普通文件，没有读取。")
        if (size := path.stat().st_size) > LARGEST_FILE:
            raise InvalidInputError(f"文件太大（{size // 1_000_000} MB），最多可读{LARGEST_FILE // 1_000_000} MB。")
        if not size:
            raise InvalidInputError("文件是空的（0 字节），多半是复制没有完成。请核对文件。")
        found = list(read(path))
    except OSError as error:
        raise InvalidInputError(f"文件读不出来（{reason(error)}）。") from error
    if not found:
        raise InvalidInputError("里面没有征询意见表，也没有写着编号、办理结果的表格，或者表格里一行也没有填。")
    return found


def _csv(path: Path) -> Iterator[Answer]:
    with path.open("rb") as file:
        if what := workbook.looks_like(file.read(4096)):
            raise InvalidInputError(f"{path.name} 的后缀是 .csv，内容却是{what}")
    form = encoding.form_of(path, lambda rows: max(len({*map(label, row)} - {""}) for row in rows))
    yield from rows_of(path, list(csv_in.rows(path, form)))


def _workbook(path: Path) -> Iterator[Answer]:
    for sheet in sheets_in.sheets(path):
        if sheet.fault:
            raise InvalidInputError(sheet.fault)
        yield from rows_of(path, list(sheet.rows()))


READERS: Final = MappingProxyType[str, Callable[[Path], Iterator[Answer]]](
    {".docx": document, ".xlsx": _workbook, ".xls": _workbook, ".csv": _csv}
)
"""What reads a file, by its suffix."""
