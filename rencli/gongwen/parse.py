"""Reading a text with levels.

    # 标题，可用 \\ 断行                 the title, broken where the author puts a backslash
    ## 一级标题   ### 二级   #### 三级   ##### 四级      headings, without their numbers
    :副题 …   :主送 …   :署名 …   :日期 …             lines with a place of their own
    a paragraph goes on until an empty line; a single line break in it joins without a space
    \\# a line that begins with a backslash is plain text

A live value stands in the text as ``U+E000 tag U+E001 text U+E002`` (``characters``).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import cast

from rencli.gongwen.characters import END, MIDDLE, START, residue, unprintable, visible
from rencli.gongwen.errors import GongwenError
from rencli.gongwen.model import (
    Addressee,
    Block,
    Content,
    Control,
    Date,
    Document,
    Heading,
    Level,
    Paragraph,
    Run,
    Signature,
    Subtitle,
    Title,
    plain,
)

_CONTROL = re.compile(f"{START}([^{START}-{END}]+){MIDDLE}([^{START}-{END}]+){END}")
_HEADING = re.compile(r"(#+)\s*(.*)")
_DIRECTIVE = re.compile(r"[:：]\s*(\S*)\s*(.*)")
_TYPED_NUMBER = re.compile(
    r"[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|\d+([、．]|\.(?!\d))|第[一二三四五六七八九十]+[章节]|[①-⑳]"
)

_DIRECTIVES: Mapping[str, Callable[[Content], Block]] = MappingProxyType(
    {"副题": Subtitle, "主送": Addressee, "署名": Signature, "日期": Date}
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the text, or the lines of a paragraph joined."""

    number: int
    text: str
    special: bool

    def fault(self, message: str) -> GongwenError:
        shown = visible(_CONTROL.sub(r"\2", self.text))
        return GongwenError(message, self.number, shown if len(shown) <= 40 else f"{shown[:40]}…")

    def content(self, text: str) -> Content:
        """Words and live values of a part of this line, free of anything that must not be printed."""
        runs: list[Run] = []
        end = 0
        for found in _CONTROL.finditer(text):
            runs += (text[end : found.start()], Control(*found.groups()))
            end = found.end()
        content = tuple(run for run in (*runs, text[end:]) if run)
        tags = (run.tag for run in content if isinstance(run, Control))
        for words in (plain(content), *tags):
            if fault := residue(words) or unprintable(words):
                raise self.fault(fault)
        return content


def parse(text: str) -> Document:
    """The document that a text describes; :class:`GongwenError` names the line that is at fault."""
    blocks: list[Block] = []
    level = 0
    for line in _lines(text):
        block = _block(line)
        match block:
            case Title() if blocks:
                raise line.fault("标题只能有一个，并且写在最前面；其他各级标题从“##”写起")
            case Heading() if block.level > level + 1:
                raise line.fault(f"标题跳级：上面还没有“{'#' * block.level}”这一级标题")
            case Heading():
                level = block.level
        blocks.append(block)
    return Document(tuple(blocks))


def _lines(text: str) -> Iterator[_Line]:
    """Headings and directives one by one, the lines of a paragraph joined."""
    paragraph: list[str] = []
    begun = 0
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    for number, line in enumerate((*map(str.strip, lines), ""), start=1):
        special = line.startswith(("#", ":", "："))
        if paragraph and (special or not line):
            yield _Line(begun, "".join(paragraph), special=False)
            paragraph = []
        if special:
            yield _Line(number, line, special=True)
        elif line:
            begun = begun if paragraph else number
            paragraph.append(line.removeprefix("\\"))


def _block(line: _Line) -> Block:
    if not line.special:
        return Paragraph(line.content(line.text))
    if found := _HEADING.fullmatch(line.text):
        marks, words = found.groups()
        return _title(line, words) if len(marks) == 1 else _heading(line, len(marks) - 1, words)
    return _directive(line)


def _title(line: _Line, words: str) -> Title:
    parts = [part.strip() for part in words.split("\\")]
    if not all(parts):
        raise line.fault("标题是空的，或者断行处缺字")
    return Title(tuple(map(line.content, parts)))


def _heading(line: _Line, level: int, words: str) -> Heading:
    content = line.content(words)
    text = plain(content)
    if level > 4:
        raise line.fault("标题只有四级，最多写到“#####”")
    if not text:
        raise line.fault("标题是空的")
    if _TYPED_NUMBER.match(text):
        raise line.fault("标题的序号由程序编排，请删去")
    if text.endswith("。"):
        raise line.fault("标题末尾不用句号，请删去")
    return Heading(cast(Level, level), content)


def _directive(line: _Line) -> Block:
    name, words = cast(re.Match[str], _DIRECTIVE.fullmatch(line.text)).groups()
    if name not in _DIRECTIVES:
        raise line.fault(f"没有“:{name}”这种写法，可用的有：" + "、".join(f":{known}" for known in _DIRECTIVES))
    if not words:
        raise line.fault(f"“:{name}”后面缺字")
    if name == "主送":
        words = words.rstrip(":：") + "："
    return _DIRECTIVES[name](line.content(words))
