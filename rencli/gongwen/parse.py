"""Reading a text with levels.

    # 标题，可用 \\ 断行                 the title, broken where the author puts a backslash
    ## 一级标题   ### 二级   #### 三级   ##### 四级      headings, without their numbers
    :副题 …   :主送 …   :署名 …   :日期 …             lines with a place of their own
    :表题 左|右                                        the line above a table, in two parts
    :换页                                              what follows begins a page, and may have its own title
    |格|格|                                            a table (``rows``)
    a paragraph goes on until an empty line; a single line break in it joins without a space
    \\# a line that begins with a backslash is plain text

A live value stands in the text as ``U+E000 tag U+E001 text U+E002`` (``characters``).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType
from typing import cast

from rencli.gongwen.characters import BAR
from rencli.gongwen.line import Line
from rencli.gongwen.model import (
    Addressee,
    Block,
    Caption,
    Content,
    Date,
    Document,
    Heading,
    Level,
    PageBreak,
    Paragraph,
    Signature,
    Subtitle,
    Title,
    plain,
)
from rencli.gongwen.rows import MARK, table

_HEADING = re.compile(r"(#+)\s*(.*)")
_DIRECTIVE = re.compile(r"[:：]\s*(\S*)\s*(.*)")
_TYPED_NUMBER = re.compile(
    r"[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|\d+([、．]|\.(?!\d))|第[一二三四五六七八九十]+[章节]|[①-⑳]"
)

_DIRECTIVES: Mapping[str, Callable[[Content], Block]] = MappingProxyType(
    {"副题": Subtitle, "主送": Addressee, "署名": Signature, "日期": Date}
)
_CAPTION, _PAGE_BREAK = "表题", "换页"
_PLAIN = "文"


def parse(text: str) -> Document:
    """The document that a text describes; :class:`GongwenError` names the line that is at fault."""
    blocks: list[Block] = []
    level = 0
    for line, block in _blocks(text):
        match block:
            case Title() if blocks and not isinstance(blocks[-1], PageBreak):
                raise line.fault(
                    "标题只能有一个，并且写在最前面；另起一页的可以再有，先写一行“:换页”。其他各级标题从“##”写起"
                )
            case Title():
                level = 0
            case Heading() if block.level > level + 1:
                raise line.fault(f"标题跳级：上面还没有“{'#' * block.level}”这一级标题")
            case Heading():
                level = block.level
        blocks.append(block)
    return Document(tuple(blocks))


def _blocks(text: str) -> Iterator[tuple[Line, Block]]:
    """Each block with its line; the lines of a paragraph are joined, those of a table stay together."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    numbered = (Line(number, line.strip()) for number, line in enumerate(lines, start=1))
    for mark, together in groupby(numbered, _mark):
        if mark == MARK:
            rows = [*together]
            yield rows[0], table(rows)
        elif mark == _PLAIN:
            parts = [*together]
            line = Line(parts[0].number, "".join(part.text.removeprefix("\\") for part in parts))
            yield line, Paragraph(line.content(line.text))
        elif mark:
            yield from ((line, _titled(line) if mark == "#" else _directive(line)) for line in together)


def _mark(line: Line) -> str:
    """What a line begins with, where that means something; nothing of an empty one."""
    if not line.text:
        return ""
    return line.text[0] if line.text[0] in ("#", ":", "：", MARK) else _PLAIN


def _titled(line: Line) -> Block:
    marks, words = cast(re.Match[str], _HEADING.fullmatch(line.text)).groups()
    return _title(line, words) if len(marks) == 1 else _heading(line, len(marks) - 1, words)


def _title(line: Line, words: str) -> Title:
    parts = [part.strip() for part in words.split("\\")]
    if not all(parts):
        raise line.fault("标题是空的，或者断行处缺字")
    return Title(tuple(map(line.content, parts)))


def _heading(line: Line, level: int, words: str) -> Heading:
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


def _directive(line: Line) -> Block:
    name, words = cast(re.Match[str], _DIRECTIVE.fullmatch(line.text)).groups()
    if name == _PAGE_BREAK:
        if words:
            raise line.fault(f"“:{name}”要单独成一行")
        return PageBreak()
    if name not in (*_DIRECTIVES, _CAPTION):
        known = "、".join(f":{each}" for each in (*_DIRECTIVES, _CAPTION, _PAGE_BREAK))
        raise line.fault(f"没有“:{name}”这种写法，可用的有：{known}")
    if not words:
        raise line.fault(f"“:{name}”后面缺字")
    if name == _CAPTION:
        left, _, right = words.partition(MARK)
        return Caption(line.content(_unbarred(left)), line.content(_unbarred(right)))
    if name == "主送":
        words = words.rstrip(":：") + "："
    return _DIRECTIVES[name](line.content(words))


def _unbarred(words: str) -> str:
    return words.strip().replace(BAR, MARK)
