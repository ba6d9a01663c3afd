"""In which encoding and with which delimiter a text file was saved.

A byte order mark decides, else the pattern of NUL bytes; else the file is read as UTF-8 and as GB18030, and the reading
in whose first lines a row of known headings stands wins. The winner must read every byte.
"""

import codecs
import csv
from collections.abc import Callable, Sequence
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from rencli.errors import InvalidInputError

MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DELIMITERS: Final = ",;\t"
HEAD: Final = 1 << 16
"""Bytes at the beginning in which the first lines are looked for."""
NOT_TEXT: Final = "含有文本文件不该有的空字节"


class Form(NamedTuple):
    """How a text file is to be read."""

    encoding: str
    delimiter: str


Score = Callable[[Sequence[Sequence[str]]], int]
"""How many known headings stand in one of these rows."""


def form_of(path: Path, score: Score) -> Form:
    """The encoding and delimiter of a text file. Raises InvalidInputError where it is not one text throughout."""
    with path.open("rb") as file:
        head = file.read(HEAD)
        candidates = _candidates(head)
        scored = [(_score(head, form, score), -at) for at, form in enumerate(candidates)]
        known, at = max(scored)
        form = candidates[-at]
        file.seek(0)
        bad = bad_line(file, form.encoding)
        if bad:  # headings in ASCII, or none: of the readings that know as much, the one that reads every byte
            for (points, _), other in zip(scored, candidates, strict=True):
                file.seek(0)
                if points == known and not bad_line(file, other.encoding):
                    return other
    if bad:
        raise InvalidInputError(f"第{bad[0]}行{bad[1]}。请用 Excel 或 WPS 打开核对，另存为 CSV UTF-8 后再导入。")
    return form


def decoded(data: bytes) -> str:
    """A text that is no table, by its mark, else as UTF-8, else as GB18030. Raises InvalidInputError."""
    marked = [encoding for mark, encoding in MARKS if data.startswith(mark)]
    for encoding in marked or ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            raise InvalidInputError(f"内容{NOT_TEXT}，不是文字。")
        return text
    raise InvalidInputError("内容不是 UTF-8，也不是 GBK 编码的文字，请另存为 UTF-8 文本后再试。")


def bad_line(file: BinaryIO, encoding: str) -> tuple[int, str] | None:
    """The first line that cannot be read, and what is wrong with it."""
    if encoding.startswith("utf-16"):
        return _bad_in_utf16(file, encoding)
    name = "UTF-8" if encoding.startswith("utf-8") else "GBK"
    strict = codecs.getdecoder(encoding)
    for number, line in enumerate(file, 1):
        if line.isascii():
            if b"\0" in line:
                return number, NOT_TEXT
            continue
        try:
            strict(line)
        except UnicodeDecodeError as error:
            if "end of data" in error.reason or "incomplete" in error.reason:
                return number, "到一个字的中间就断了，文件可能没有复制完整"
            return number, f"不是 {name} 编码，文件里混有两种编码，像是两个文件接在一起"
        if name == "GBK" and _is_utf8(line):
            return number, "是 UTF-8 编码，前面却是 GBK 编码，像是两个文件接在一起"
        if b"\0" in line:
            return number, NOT_TEXT
    return None


def _candidates(head: bytes) -> list[Form]:
    """The readings that are possible, the likelier first."""
    encodings = [encoding for mark, encoding in MARKS if head.startswith(mark)]
    if not encodings:
        even, odd = head[0::2].count(0), head[1::2].count(0)
        # In UTF-16 line ends, commas and digits have a byte of zero, always on one side; Chinese characters have none.
        if b"\n\0" in head and odd > 8 * even:
            encodings = ["utf-16-le"]
        elif b"\0\n" in head and even > 8 * odd:
            encodings = ["utf-16-be"]
        else:
            encodings = ["utf-8", "gb18030"]
    return [Form(encoding, delimiter) for encoding in encodings for delimiter in DELIMITERS]


def _score(head: bytes, form: Form, score: Score) -> int:
    text = codecs.getincrementaldecoder(form.encoding)("replace").decode(head)
    try:
        return score(list(islice(csv.reader(StringIO(text, newline=""), delimiter=form.delimiter), 10)))
    except csv.Error:
        return 0


def _bad_in_utf16(file: BinaryIO, encoding: str) -> tuple[int, str] | None:
    decoder = codecs.getincrementaldecoder(encoding)()
    line = 1
    while True:
        chunk = file.read(1 << 20)
        try:
            text = decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError:
            return line, "不是完整的 UTF-16 文本，文件可能没有复制完整"
        if "\0" in text:
            return line + text.partition("\0")[0].count("\n"), NOT_TEXT
        line += text.count("\n")
        if not chunk:
            return None


def _is_utf8(line: bytes) -> bool:
    """Whether a line is Chinese in UTF-8, which GBK reads too, as other characters."""
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    foreign = [char for char in text if char > "\x7f"]
    usual = ["\u2e80" <= char <= "\uffef" for char in foreign]
    return any(usual) and all(one or "\u2010" <= char <= "\u2027" for one, char in zip(usual, foreign, strict=True))
