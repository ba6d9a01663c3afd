"""Headings of a table: which row they stand in, which field each names, which kind they fit."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from rencli.errors import InvalidInputError
from rencli.records import KINDS, load
from rencli.records.fields import Field

SEARCHED: Final = 10
"""Rows at the top of a table among which the headings are looked for."""
SKIPPED: Final = "序号"
ID: Final = "id"

_UNITS: Final = frozenset(
    [
        "人",
        "人次",
        "名",
        "位",
        "个",
        "件",
        "条",
        "次",
        "户",
        "元",
        "份",
        "票",
        "场",
        "场次",
        "必填",
        "选填",
        "可不填",
        "手机",
    ]
)
"""What may stand in brackets behind a heading and changes nothing; 万元 is not among them."""
_BRACKETS: Final = str.maketrans("（）：＊", "():*")


class Columns(NamedTuple):
    """What the columns of a table hold."""

    row: int
    """The row of the headings, counted from 0."""
    kind: str
    fields: Mapping[int, str]
    """Column → name of a field, or ``id``."""
    unknown: Mapping[int, str]
    """Column → heading that names no field."""
    titles: Mapping[str, str]
    """Name of a field → its heading as it stands in the file."""


def plain(heading: object) -> str:
    """A heading as it is compared: no spaces, one form of brackets, no mark behind it."""
    text = re.sub(r"\s", "", heading) if isinstance(heading, str) else "" if heading is None else str(heading)
    return text.translate(_BRACKETS).strip("*:﻿").casefold()


def short_line(field: Field) -> Field | None:
    """The one field that a nested line needs, where a bare list of it will do (述职代表: names)."""
    needed = [item for item in field.part.fields if item.required] if field.part else []
    return needed[0] if len(needed) == 1 else None


@cache
def known(kind: str) -> Mapping[str, str]:
    """Every heading of a kind, as compared, with the name of its field; names and titles before synonyms."""
    found = {ID: ID}
    flat = [field for field in load(kind).fields if field.part is None or short_line(field)]
    for field in flat:
        found |= {plain(field.name): field.name, plain(field.name.replace("_", "-")): field.name}
        found[plain(field.title)] = field.name
    for field in flat:
        for word in field.also:
            found.setdefault(plain(word), field.name)
    return MappingProxyType(found)


def meaning(kind: str, heading: object) -> str:
    """The field that a heading names, ``序号`` for a column to skip; empty where it names none."""
    text = plain(heading)
    if text == SKIPPED:
        return SKIPPED
    words = known(kind)
    if text in words:
        return words[text]
    bare, _, unit = text.rstrip(")").partition("(")
    return words.get(bare, "") if unit in _UNITS else ""


def score(kind: str, row: Sequence[object]) -> int:
    """How many cells of a row are headings of the kind; 0 where most are not, as in a title or in data.

    Half of them will do where they are two at least: the others are then asked about one by one.
    """
    filled = [cell for cell in row if plain(cell)]
    hits = {meaning(kind, cell) for cell in filled} - {"", SKIPPED}
    skipped = sum(plain(cell) == SKIPPED for cell in filled)
    more = 2 * (len(hits) + skipped) - len(filled)
    return len(hits) if more > 0 or (more == 0 and len(hits) > 1) else 0


def found_row(rows: Sequence[Sequence[object]], kinds: Iterable[str]) -> tuple[int, int]:
    """(headings known, row) of the row of headings among the first ones; (0, -1) where there is none."""
    scores = [(score(kind, row), -at) for kind in kinds for at, row in enumerate(rows[:SEARCHED])]
    hits, at = max(scores, default=(0, 0))
    return (hits, -at) if hits else (0, -1)


def columns(
    kind: str, rows: Sequence[Sequence[object]], covered: Collection[int] = (), *, partial: bool = False
) -> Columns:
    """The columns of a table of that kind; ``covered`` rows repeat the headings, ``partial`` lets some be missing.

    Raises InvalidInputError where no headings are found, one stands twice, or one that is needed is not there.
    """
    hits, at = found_row(rows, [kind])
    if not hits:
        among = f"前{min(SEARCHED, len(rows))}行里" if len(rows) > 1 else "第1行"
        raise InvalidInputError(f"{among}没有找到{KINDS[kind]}的表头。表头可写：{listed(kind)}。")
    heading = rows[at]
    while at + 1 in covered and at + 1 < len(rows) and [*map(plain, rows[at + 1])] == [*map(plain, heading)]:
        at += 1
    fields: dict[int, str] = {}
    unknown: dict[int, str] = {}
    titles: dict[str, str] = {}
    for column, cell in enumerate(heading):
        name = meaning(kind, cell)
        if name in titles:
            raise InvalidInputError(
                f"第{at + 1}行表头：“{titles[name]}”和“{shown(cell)}”是同一栏，写了两次，请只留一栏。"
                if titles[name] != shown(cell)
                else f"第{at + 1}行表头：“{shown(cell)}”写了两次，请只留一栏。"
            )
        if name and name != SKIPPED:
            fields[column], titles[name] = name, shown(cell)
        elif not name and plain(cell):
            unknown[column] = shown(cell)
    lacking = [each.title for each in load(kind).fields if each.required and each.name not in titles]
    if lacking and not partial:
        hint = "".join(f"；不认识“{heading}”" for heading in unknown.values())
        raise InvalidInputError(f"第{at + 1}行表头：{KINDS[kind]}缺少必填的{'、'.join(lacking)}{hint}。")
    return Columns(at, kind, fields, unknown, titles)


def unknown_heading(found: Columns, column: int) -> InvalidInputError:
    """The error for a column with values whose heading names no field."""
    heading = found.unknown[column]
    words = [word for field in load(found.kind).fields for word in (field.title, *field.also)]
    nested = [field for field in load(found.kind).fields if field.part and not short_line(field)]
    if any(plain(field.title) == plain(heading) for field in nested):
        return InvalidInputError(f"第{found.row + 1}行表头：“{heading}”一格写不下，只能从 .jsonl 导入。请去掉这一栏。")
    if "身份证" in heading:
        return InvalidInputError(f"第{found.row + 1}行表头：台账不记身份证号，请删去{letters(column)}列“{heading}”。")
    near = get_close_matches(heading, words, 1, 0.5)
    hint = f"，是不是“{near[0]}”？" if near else "。"
    return InvalidInputError(
        f"第{found.row + 1}行表头：不认识{letters(column)}列的“{heading}”{hint}"
        f"{KINDS[found.kind]}的表头可写：{listed(found.kind)}。不要的栏请删去。"
    )


def listed(kind: str) -> str:
    """The headings that a table of a kind may carry."""
    return "、".join(field.title for field in load(kind).fields if field.part is None or short_line(field))


def fitting(rows: Sequence[Sequence[object]]) -> list[str]:
    """The kinds that the headings fit best: every required field is there, and most headings are known."""
    found: dict[str, int] = {}
    for kind in KINDS:
        hits, at = found_row(rows, [kind])
        names = {meaning(kind, cell) for cell in rows[at]} if hits else set()
        if hits and all(field.name in names for field in load(kind).fields if field.required):
            found[kind] = hits
    most = max(found.values(), default=0)
    return [kind for kind, hits in found.items() if hits == most]


def kind_named(word: str) -> str:
    """The kind that a clerk's word names, in English or Chinese; empty where it names none."""
    text = plain(word).replace("-", "_")
    return next((kind for kind, label in KINDS.items() if text in (kind, label)), "")


def kinds_in(name: str) -> list[str]:
    """The kinds whose name stands in the name of a file or sheet; a longer name hides those within it."""
    text = plain(name).replace("-", "_")
    words = {label: kind for kind, label in KINDS.items() if len(label) > 1}
    words |= {kind: kind for kind in KINDS}
    hits: dict[str, None] = {}
    for word in sorted(words, key=len, reverse=True):
        if word in text:
            text = text.replace(word, " ")
            hits[words[word]] = None
    return list(hits)


def shown(cell: object) -> str:
    """A heading as a message shows it."""
    return re.sub(r"\s+", " ", str(cell)).strip()


def letters(column: int) -> str:
    """The name of a column as a spreadsheet shows it: A, B, … AA."""
    text = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        text = chr(ord("A") + digit) + text
    return text
