"""A page of the clerk's material: what stands under headings that are sections of 素材, and what does not."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from rencli.errors import InvalidInputError
from rencli.exchange.pages import ASIDE, Paragraph, paragraphs
from rencli.records import clean
from rencli.records.note import SECTIONS
from rencli.store.ledger import Ledger
from rencli.store.query import Listing

ALSO: Final[Mapping[str, str]] = MappingProxyType(
    {
        "开头": "引言 前言 导语",
        "党的领导": "坚持党的领导 党建 党的建设 党建工作",
        "会议": "会议工作 召开会议 会议召开 依法召开会议 人代会 重要会议",
        "建议": "代表建议 建议办理 代表建议办理 议案建议 建议工作 议案建议办理 代表议案建议 意见建议办理",
        "监督": "监督工作 依法监督 工作监督 视察调研",
        "联系选民": "联系群众 联系选民工作 联系选民群众 接待选民 走访选民 走访接待",
        "代表工作": "代表活动 服务代表 代表履职 代表培训",
        "自身建设": "主席团自身建设 人大自身建设 加强自身建设 队伍建设",
        "亮点": "工作亮点 特色亮点 亮点工作 工作特色 亮点特色 特色工作 主要亮点",
        "体会": "工作体会 主要体会 几点体会 经验体会 做法和体会 经验做法",
        "不足": "存在的不足 存在不足 主要不足 工作不足 存在问题 存在的问题 主要问题 不足之处 问题和不足 问题与不足 "
        "存在问题和不足 存在的问题和不足 存在的问题与不足 存在的困难和问题",
        "打算": "工作打算 下一步打算 下步打算 下一步工作 下步工作 下一步工作打算 下步工作打算 今后打算 明年打算 "
        "下年打算 来年打算 下一步工作计划 明年工作打算 下一年打算 下半年打算 下半年工作打算",
        "结尾": "结语 结束语",
    }
)
"""What pages call the sections besides their own names."""
LONGEST_HEADING: Final = 20

_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {name: section for section in SECTIONS for name in (section, *ALSO.get(section, "").split())}
)
_NUMBERS: Final = (
    re.compile(r"第?[一二三四五六七八九十]+(?:[、.．,，]|部分[:：、]?)\s*"),
    re.compile(r"[（(][一二三四五六七八九十]+[)）][、.．]?\s*"),
    re.compile(r"\d+(?:[、．]|\.(?!\d))\s*"),
    re.compile(r"(?:[（(]\d+[)）]|[①-⑳])[、.．]?\s*"),
)
"""Numbers before a heading, the highest level first."""
_BARE: Final = len(_NUMBERS)
_ENDED: Final = re.compile(r"[。；，！？;,!?]$")


class Rank(NamedTuple):
    """How high a heading stands."""

    marked: bool
    """Whether the file itself marks it as a heading; else its number or its colon does."""
    level: int
    first: bool = True
    """Whether it may begin a list: not behind 三、."""


class Block(NamedTuple):
    """What stands under one heading: one note."""

    section: str
    paragraphs: list[str]
    where: str

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs)


class Left(NamedTuple):
    """A paragraph that belongs to no section."""

    where: str
    text: str


class Material(NamedTuple):
    """A page, taken apart."""

    blocks: list[Block]
    left: list[Left]


def material(path: Path) -> Material:
    """The material of a file. Raises NotFoundError, or InvalidInputError where there is nothing to take."""
    found = apart(paragraphs(path))
    if not found.blocks:
        raise InvalidInputError(
            f"{path.name} 里没有一处文字写在栏目标题下面。标题请单独写一行，如 一、会议 或 会议：；"
            f"栏目有：{'、'.join(SECTIONS)}。"
        )
    return found._replace(blocks=[_cleaned(block) for block in found.blocks])


def _cleaned(block: Block) -> Block:
    try:
        return block._replace(paragraphs=clean.prose(block.text).split("\n"))
    except clean.Unreadable as fault:
        raise InvalidInputError(f"“{block.section}”（{block.where}起）：{fault}") from fault


def write(ledger: Ledger, found: Material, day: date) -> tuple[list[int], list[str]]:
    """The ids of new notes, and the sections of those that the year has already: a page is taken again as it grows."""
    notes: list[Any] = ledger.records("note", Listing(first=date(day.year, 1, 1), last=date(day.year, 12, 31)))
    standing = {(note.section, note.text) for note in notes}
    fresh = [each for each in found.blocks if (each.section, each.text) not in standing]
    ids = [ledger.add("note", {"on": day, "section": each.section, "text": each.text}) for each in fresh]
    return ids, [each.section for each in found.blocks if each not in fresh]


def apart(page: Iterable[Paragraph]) -> Material:
    """The blocks of a page, and what is left.

    A heading that is no section ends the block before it where it is not below that block's own heading.
    """
    blocks: list[Block] = []
    left: list[Left] = []
    opened: Block | None = None
    rank, begun = Rank(marked=False, level=_BARE), set[int]()
    for each in page:
        section, own = _heading(each)
        if section and own:
            opened, rank, begun = Block(section, [], each.where), own, set()
            blocks.append(opened)
            continue
        if opened and own and (_ends(own, rank) or not (own.first or own.level in begun)):
            opened = None
        if own and not own.marked:
            begun.add(own.level)
        if opened and not each.level:
            opened.paragraphs.append(each.text)
        else:  # also a heading below that of the section: it is no sentence
            left.append(Left(each.where, each.text))
    left += [Left(block.where, f"{block.section}（标题下面没有文字）") for block in blocks if not block.paragraphs]
    return Material([block for block in blocks if block.paragraphs], left)


def _heading(paragraph: Paragraph) -> tuple[str, Rank | None]:
    """The section that a heading names (empty where it names none), and its rank; None of what is no heading."""
    text = paragraph.text
    if paragraph.level == ASIDE:
        return "", None
    way = next((at for at, number in enumerate(_NUMBERS) if number.match(text)), _BARE)
    name = text if way == _BARE else _NUMBERS[way].sub("", text, count=1)
    bare = re.sub(r"[\s（）()]", "", name).rstrip(":：。")
    section = _NAMES.get(bare, "")
    if paragraph.level:
        return section, Rank(True, paragraph.level)
    short = len(bare) <= LONGEST_HEADING and not _ENDED.search(text) and "\n" not in text
    if section or (short and (way != _BARE or text.endswith((":", "：")))):
        return section, Rank(False, way, way == _BARE or bool(re.match(r"\D?[一1①](?![一二三四五六七八九十\d])", text)))
    return "", None


def _ends(own: Rank, opened: Rank) -> bool:
    """Whether a heading that is no section ends the block under another: no lower, and not a mere item of it."""
    if own.marked or opened.marked:
        return own.marked and (not opened.marked or own.level <= opened.level)
    return own.level == opened.level or own.level < opened.level != _BARE
