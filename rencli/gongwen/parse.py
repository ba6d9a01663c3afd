"""Reading a text with levels.

    # 标题，可用 \\ 断行                 the title, broken where the author puts a backslash
    ## 一级标题   ### 二级   #### 三级   ##### 四级      headings, without their numbers
    :红头 …   :文号 …   :签发人 …                     above the title: red head, number, who signed an upward paper
    :信函 …                                            a letter's head instead of a red head
    :标识 …                                            before the head: what stands at the top right of the sheet
    :副题 …   :报告人 …   :主送 …                     lines with a place of their own
    :附件 …   :署名 …   :日期 …
    :出席 …   :请假 …   :缺席 …   :列席 …             who was at a meeting
    :附件页 1                                          an attachment begins, with a page and a title of its own
    :抄送 …   :印发 机关|日期                          the colophon, at the very end
    :表题 左|右                                        the line above a table, in two parts
    :换页                                              what follows begins a page, and may have its own title
    |格|格|                                            a table (``rows``)
    a paragraph goes on until an empty line; a single line break in it joins without a space
    \\# a line that begins with a backslash is plain text

A live value stands in the text as ``U+E000 tag U+E001 text U+E002`` (``characters``).
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from types import MappingProxyType
from typing import cast

from rencli.gongwen.characters import BAR
from rencli.gongwen.line import Line
from rencli.gongwen.model import (
    HEAD,
    IMPRINT,
    Addressee,
    Attachment,
    AttachmentNotes,
    Attendance,
    Block,
    Caption,
    Content,
    CopiesTo,
    Date,
    Document,
    Heading,
    LetterHead,
    Level,
    Mark,
    Number,
    PageBreak,
    Paragraph,
    Printed,
    RedHead,
    Signature,
    Signer,
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
    {
        "标识": Mark,
        "红头": RedHead,
        "信函": LetterHead,
        "文号": Number,
        "签发人": Signer,
        "副题": Subtitle,
        "报告人": Subtitle,
        "主送": Addressee,
        "附件": lambda name: AttachmentNotes((name,)),
        "署名": Signature,
        "日期": Date,
        **{label: partial(Attendance, label) for label in ("出席", "请假", "缺席", "列席")},
        "抄送": CopiesTo,
    }
)
_IN_TWO: Mapping[str, Callable[[Content, Content], Block]] = MappingProxyType({"表题": Caption, "印发": Printed})
_PAGE_BREAK, _ATTACHMENT = "换页", "附件页"
_ENDS = MappingProxyType({"主送": "：", "抄送": "。"})
"""What a line ends with, whether the author wrote it or not."""
_PLAIN = "文"
_FULL_STOPS = ("。", "；", "，", "、")


def parse(text: str) -> Document:
    """The document that a text describes; :class:`GongwenError` names the line that is at fault."""
    blocks: list[Block] = []
    level = 0
    for line, block in _blocks(text):
        if fault := _misplaced(block, blocks):
            raise line.fault(fault)
        match block:
            case Title() | Attachment():
                level = 0
            case Heading() if block.level > level + 1:
                raise line.fault(f"标题跳级：上面还没有“{'#' * block.level}”这一级标题")
            case Heading():
                level = block.level
        blocks.append(_joined(blocks, block))
    return Document(tuple(blocks))


def _joined(blocks: list[Block], block: Block) -> Block:
    """The block, with the names of the attachments above it, which it takes over."""
    if isinstance(block, AttachmentNotes) and blocks and isinstance(above := blocks[-1], AttachmentNotes):
        blocks.pop()
        return AttachmentNotes((*above.names, *block.names))
    return block


def _misplaced(block: Block, above: Sequence[Block]) -> str | None:
    """What is wrong with the place of a block, if anything."""
    last = above[-1] if above else None
    match block:
        case Mark() if above:
            return "标识写在最前面，只有一个"
        case RedHead() | LetterHead() if any(not isinstance(each, Mark) for each in above):
            return "红头（信函头）写在最前面，只有一个"
        case Number() if not isinstance(last, RedHead | LetterHead):
            return "文号写在“:红头”或者“:信函”的下一行"
        case Signer() if not isinstance(last, Number):
            return "签发人写在“:文号”的下一行"
        case Title() if above and not isinstance(last, (PageBreak, Attachment, *HEAD)):
            return "标题只能有一个，并且写在最前面；另起一页的可以再有，先写一行“:换页”。其他各级标题从“##”写起"
        case CopiesTo() | Printed() if any(type(each) is type(block) for each in above):
            return "版记里抄送和印发各写一行"
        case CopiesTo() if isinstance(last, Printed):
            return "抄送写在印发的上一行"
        case _ if isinstance(last, IMPRINT) and not isinstance(block, IMPRINT):
            return "抄送和印发是版记，写在全文最后"
    return None


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
    if name == _ATTACHMENT:
        if words and not re.fullmatch("[1-9][0-9]?", words):
            raise line.fault(f"“:{name}”后面写附件的序号，如“:{name} 1”；只有一个附件的不写")
        return Attachment(int(words) if words else None)
    if name not in (*_DIRECTIVES, *_IN_TWO):
        known = "、".join(f":{each}" for each in (*_DIRECTIVES, *_IN_TWO, _ATTACHMENT, _PAGE_BREAK))
        raise line.fault(f"没有“:{name}”这种写法，可用的有：{known}")
    if not words:
        raise line.fault(f"“:{name}”后面缺字")
    if name in _IN_TWO:
        left, _, right = words.partition(MARK)
        if name == "印发" and not (left.strip() and right.strip()):
            raise line.fault("“:印发”写成“:印发 机关|日期”")
        return _IN_TWO[name](line.content(_unbarred(left)), line.content(_unbarred(right)))
    if name == "附件" and words.endswith(_FULL_STOPS):
        raise line.fault("附件名称后面不加标点，请删去")
    if end := _ENDS.get(name):
        words = words.rstrip(":：。") + end
    return _DIRECTIVES[name](line.content(words))


def _unbarred(words: str) -> str:
    return words.strip().replace(BAR, MARK)
