"""From a file's name to a source of an import: what it is by its suffix, whether it is that by its content."""

from collections.abc import Callable
from hashlib import file_digest
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from rencli.errors import InvalidInputError, NotFoundError, reason
from rencli.exchange import csv_in, headings, jsonl, sheets_in, table, workbook
from rencli.exchange.source import Source
from rencli.records import KINDS


class Asked(NamedTuple):
    """What the clerk says of the file beside its name."""

    kind: str = ""
    sheet: str = ""
    partial: bool = False
    """Whether columns that a new record must have may be missing."""


def opened(path: Path, asked: Asked) -> tuple[Source, list[str]]:
    """The source, and what the clerk should know of it. Raises NotFoundError or InvalidInputError."""
    read = READERS.get(path.suffix.lower())
    if path.exists() and path.is_dir():
        raise InvalidInputError(f"{path} 是一个文件夹，请写明文件名。")
    if read is None:
        raise InvalidInputError(f"不会读“{path.suffix or '没有后缀'}”这种文件，可导入 .jsonl、.csv、.xlsx、.xls。")
    if not path.exists():
        raise NotFoundError(f"没有文件 {path}，请核对文件名。")
    try:
        return read(path, asked)
    except OSError as error:
        raise InvalidInputError(f"文件 {path} 读不出来（{reason(error)}）。") from error


def kind_of(word: str | None) -> str:
    """The kind that ``--kind`` names; empty where nothing was said. Raises InvalidInputError."""
    if not word:
        return ""
    if kind := headings.kind_named(word):
        return kind
    from difflib import get_close_matches

    near = get_close_matches(word, [*KINDS, *KINDS.values()], 1, 0.4)
    hint = f"是不是“{near[0]}”？" if near else f"可写{'、'.join(KINDS.values())}。"
    raise InvalidInputError(f"--kind：没有“{word}”这种记录，{hint}")


def _jsonl(path: Path, asked: Asked) -> tuple[Source, list[str]]:
    if asked.kind or asked.sheet:
        raise InvalidInputError("--kind 和 --sheet 只用于表格；.jsonl 文件的每一行自己写明种类。")
    return jsonl.RecordFile(lambda: path.open("rb")), []


def _csv(path: Path, asked: Asked) -> tuple[Source, list[str]]:
    if asked.sheet:
        raise InvalidInputError("--sheet 只用于 .xlsx 和 .xls 文件。")
    with path.open("rb") as file:
        head = file.read(4096)
    if what := workbook.looks_like(head):
        raise InvalidInputError(f"{path.name} 的后缀是 .csv，内容却是{what}")
    return _tables(path, [csv_in.sheet(path, asked.kind)], asked)


def _workbook(path: Path, asked: Asked) -> tuple[Source, list[str]]:
    return _tables(path, sheets_in.sheets(path), asked)


def _tables(path: Path, sheets: list[table.Sheet], asked: Asked) -> tuple[Source, list[str]]:
    if asked.sheet and asked.sheet not in [sheet.name for sheet in sheets]:
        raise NotFoundError(f"文件里没有“{asked.sheet}”这张表，有：{'、'.join(sheet.name for sheet in sheets)}。")
    tables, notes = table.chosen(sheets, path.stem, asked.kind, asked.sheet, partial=asked.partial)
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    names = [sheet.name for sheet in sheets] if len(tables) > 1 else []
    return table.TableFile(digest, names, tables), notes


READERS: Final = MappingProxyType[str, Callable[[Path, Asked], tuple[Source, list[str]]]](
    {".jsonl": _jsonl, ".json": _jsonl, ".csv": _csv, ".xlsx": _workbook, ".xls": _workbook}
)
"""What reads a file, by its suffix."""
