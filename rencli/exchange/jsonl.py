"""Record files of one JSON object a line."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from rencli.errors import InvalidInputError, NotFoundError, reason
from rencli.records import KINDS


class Line(NamedTuple):
    """One line of a record file: its number, and what it says or why it cannot be read."""

    number: int
    kind: str
    raw: dict[str, Any]
    fault: str = ""


class _TwiceError(ValueError):
    """A field stands twice in one object."""


def text_of(path: Path) -> bytes:
    """The bytes of an import file. Raises NotFoundError or InvalidInputError."""
    if not path.exists():
        raise NotFoundError(f"没有文件 {path}，请核对文件名。")
    if path.is_dir():
        raise InvalidInputError(f"{path} 是一个文件夹，请写明文件名。")
    try:
        return path.read_bytes()
    except OSError as error:
        raise InvalidInputError(f"文件 {path} 读不出来（{reason(error)}）。") from error


def read(data: bytes) -> Iterator[Line]:
    """The lines of a .jsonl file, blank ones skipped. Raises InvalidInputError where it is no UTF-8 text."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInputError(
            f"文件不是 UTF-8 文本（第{error.start + 1}个字节），请另存为 UTF-8 后再导入。"
        ) from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _line(number, line)


def _line(number: int, text: str) -> Line:
    try:
        raw = json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        return Line(number, "", {}, f"不是完整的 JSON（第{error.colno}个字符处）")
    except _TwiceError as error:
        return Line(number, "", {}, str(error))
    except (ValueError, RecursionError):
        return Line(number, "", {}, "数字太长或括号套得太深，读不了")
    if not isinstance(raw, dict):
        return Line(number, "", {}, "应是一条记录，如 {" + '"kind": "visit", …}')
    kind = raw.pop("kind", None)
    if not isinstance(kind, str) or kind not in KINDS:
        from difflib import get_close_matches

        near = get_close_matches(str(kind), KINDS, 1)
        hint = f"，是不是“{near[0]}”？" if near else f"，可写{'、'.join(KINDS)}"
        return Line(number, "", {}, "没有写明 kind（记录种类）" if kind is None else f"没有“{kind}”这种记录{hint}")
    return Line(number, kind, raw)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise _TwiceError(f"字段“{next(name for name in names if names.count(name) > 1)}”写了两次")
    return found
