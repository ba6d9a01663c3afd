"""Record files of one JSON object a line."""

import json
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, BinaryIO, Final

from rencli.errors import InvalidInputError
from rencli.exchange.source import Line, Spot, Stated, Survey
from rencli.records import KINDS

BOM: Final = b"\xef\xbb\xbf"


class _TwiceError(ValueError):
    """A field stands twice in one object."""


class RecordFile:
    """A .jsonl file. Of each kind only the places of its lines are kept in memory."""

    sheets: Sequence[str] = ()

    def __init__(self, open: Callable[[], BinaryIO]) -> None:
        self._open = open
        self._places: dict[str, tuple[array[int], array[int]]] = defaultdict(lambda: (array("Q"), array("Q")))
        self.digest = ""
        with open() as file:
            self._survey = self._look(file)

    def survey(self) -> Survey:
        return self._survey

    def lines(self, kind: str) -> Iterator[Line]:
        numbers, offsets = self._places[kind]
        with self._open() as file:
            for number, offset in zip(numbers, offsets, strict=True):
                if file.tell() != offset:
                    file.seek(offset)
                raw = json.loads(file.readline())
                del raw["kind"]
                yield Line((0, number), kind, raw)

    def headings(self, kind: str) -> Mapping[str, str]:
        """Fields have no other names here."""
        return {}

    def _look(self, file: BinaryIO) -> Survey:
        """Read every line, keep where the good ones stand and what is wrong with the others."""
        stated: dict[str, Stated] = defaultdict(Stated)
        faults: list[tuple[Spot, str]] = []
        checksum, offset = sha256(), 0
        for number, line in enumerate(file, 1):
            checksum.update(line)
            text = line.removeprefix(BOM) if number == 1 else line
            if text.strip():
                kind, raw, fault = _read(_decoded(number, text))
                if kind:
                    numbers, offsets = self._places[kind]
                    numbers.append(number)
                    offsets.append(offset + len(line) - len(text))
                    ids = stated[kind]
                    fault = ids.take(raw["id"]) if raw.get("id") is not None else ""
                if fault:
                    faults.append(((0, number), fault))
            offset += len(line)
        self.digest = checksum.hexdigest()
        return Survey(stated, faults)


def _decoded(number: int, line: bytes) -> str:
    try:
        return line.decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise InvalidInputError(f"文件第{number}行不是 UTF-8 文本，请另存为 UTF-8 后再导入。") from error


def _read(text: str) -> tuple[str, dict[str, Any], str]:
    """The kind and the values of a line, or what is wrong with it."""
    try:
        raw = json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        return "", {}, f"不是完整的 JSON（第{error.colno}个字符处）"
    except _TwiceError as error:
        return "", {}, str(error)
    except (ValueError, RecursionError):
        return "", {}, "数字太长或括号套得太深，读不了"
    if not isinstance(raw, dict):
        return "", {}, "应是一条记录，如 {" + '"kind": "visit", …}'
    kind = raw.get("kind")
    if isinstance(kind, str) and kind in KINDS:
        return kind, raw, ""
    from difflib import get_close_matches

    near = get_close_matches(str(kind), KINDS, 1)
    hint = f"，是不是“{near[0]}”？" if near else f"，可写{'、'.join(KINDS)}"
    return "", {}, "没有写明 kind（记录种类）" if kind is None else f"没有“{kind}”这种记录{hint}"


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise _TwiceError(f"字段“{next(name for name in names if names.count(name) > 1)}”写了两次")
    return found
