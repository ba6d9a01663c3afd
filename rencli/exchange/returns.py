"""Feedback as it stands on paper: what labels and headings mean, and tables with a row for each suggestion."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from rencli.errors import InvalidInputError
from rencli.exchange.headings import SEARCHED, plain

FIELDS: Final = ("number", "title", "attitude", "outcome", "reason", "on", "deputy")
NEEDED: Final = frozenset(("number", "outcome"))
"""What a table, or a form, is known by."""

_LABELS: Final = MappingProxyType(
    {
        name: re.compile(pattern).fullmatch
        for name, pattern in {
            "number": "(?:代表|议案|建议|批评|意见|提案|[、和])*(?:编号|案号)",
            "title": "(?:代表|议案|建议|提案|[、和])*(?:标题|题目|名称)|案由",
            "attitude": ".{0,12}态度.{0,8}",
            "outcome": "(?:对?(?:建议|议案)?的?办理结果|对?结果)(?:的?(?:意见|评价|满意度|满意程度)|是否满意|满意情况)?"
            "|总体评价|总体意见|(?:代表|总体|反馈)?满意(?:度|程度|情况)",
            "reason": ".{0,8}(?:原因|理由)|(?:具体|其他|代表|反馈)?(?:意见|意见和建议|意见建议)",
            "on": "(?:填表|反馈|填写|签名|签字|交回)?(?:日期|时间)",
            "deputy": "(?:反馈|填表)?代表(?:姓名|签名|签字)?|签名|签字",
        }.items()
    }
)


class Answer(NamedTuple):
    """One filled form, or one row of a table: what it says, as it stands there."""

    file: str
    line: int | None
    """The row of a table; None of a form."""
    said: dict[str, Any]

    @property
    def where(self) -> str:
        return f"{self.file} 第{self.line}行" if self.line else self.file


def label(cell: object) -> str:
    """The field that a label or a heading means; empty where it means none."""
    text = plain(re.sub(r"[（(].*?[)）]", "", cell) if isinstance(cell, str) else cell)
    return next((name for name, fits in _LABELS.items() if fits(text)), "") if 0 < len(text) <= 24 else ""


def rows_of(path: Path, rows: Sequence[Sequence[Any]]) -> Iterator[Answer]:
    """The rows below the headings; none where there are no headings."""
    tops = ([label(cell) for cell in row] for row in rows[:SEARCHED])
    at, names = next(((at, names) for at, names in enumerate(tops) if set(names) >= NEEDED), (0, []))
    for name in NEEDED | {"attitude", "reason", "on"}:
        if names.count(name) > 1:
            twice = "、".join(f"“{cell}”" for cell, each in zip(rows[at], names, strict=True) if each == name)
            raise InvalidInputError(f"第{at + 1}行表头：{twice}是同一栏，请只留一栏。")
    for number, row in enumerate(rows[at + 1 :] if names else (), at + 2):
        said = {name: value for name, value in zip(names, row, strict=False) if name and not _blank(value)}
        if said.keys() - {"number", "title", "deputy"}:  # else a suggestion of which nothing has come back
            yield Answer(path.name, number, said)


def _blank(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())
