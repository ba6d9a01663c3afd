"""Saying how a suggestion was handled: by whom, why late; and what of it is for the public."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from rencli.gongwen.numbering import chinese
from rencli.records.units import EQUAL
from rencli.reports.filters.clauses import clause
from rencli.reports.filters.saying import short_day

CLOSED: Final = "不公开"
SUMMARY: Final = "摘要"
_TOLD: Final = (
    "内容",
    "案据",
    "方案",
    "备注",
    "反馈意见",
    "未采纳理由",
    "答复摘要",
    "承诺事项",
    "面商情况",
    "督办情况",
)
_LISTED: Final = ("待兑现", "延期", "各答复", "办理过程", "办理经过", "面商")
_ORDINAL: Final = re.compile(r"第(\d+)(届|次)")
_SESSION: Final = re.compile(r"(\d+)-(\d+)")

Row = Mapping[str, Any]


def units(row: Row) -> str:
    """各单位: the units that answer the deputy, several of 分办."""
    others = row["会办单位"] if row["办理方式"] == EQUAL else []
    return "、".join(filter(None, (row["承办单位"], *others)))


def why_late(row: Row) -> str:
    """何以超期: what the records say of it: extensions and their reasons, whether one came too late, 督办."""
    told = [
        f"{short_day(step['日期'])}延期至{short_day(step['办理期限'])}"
        + (f"：{clause(step['原因'])}" if step["原因"] else "")
        for step in row["延期"]
    ]
    if row["延期时已超期"]:
        told.append("延期时已超期")
    if row["督办次数"]:
        told.append(f"已督办{row['督办次数']}次")
    return "；".join(told) or "没有登记原因"


def for_public(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """可公开: the suggestions as the public may read of them.

    One that is not public stays as a matter without a title, so that counts agree; of one that is public in
    summary nobody's name and no text but its title; no one's reasons of dissatisfaction.
    """
    return [_masked(row) for row in rows]


def _masked(row: Row) -> dict[str, Any]:
    shown = dict(row) | {"反馈意见": None}
    if row["公开方式"] in (CLOSED, SUMMARY):
        shown |= dict.fromkeys(_TOLD) | {"提出代表": [], "领衔代表": None, "附议代表": []}
    if row["公开方式"] == CLOSED:
        shown |= {title: [] for title in _LISTED if title != "办理过程"} | {"标题": f"一件{CLOSED}的建议"}
    return shown


def session(text: str) -> str:
    """会次名: 五届四次会议 of 5-4; 五届闭会期间 of 5-0."""
    found = _SESSION.fullmatch(text)
    if not found:
        return text
    term, number = (int(part) for part in found.groups())
    return f"{chinese(term)}届{f'{chinese(number)}次会议' if number else '闭会期间'}"


def ordinals(name: str) -> str:
    """届次汉字: 第五届第四次会议 of 第5届第4次会议."""
    return _ORDINAL.sub(lambda found: f"第{chinese(int(found[1]))}{found[2]}", name)
