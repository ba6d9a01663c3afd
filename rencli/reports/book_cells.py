"""What a cell of a book says where it says more than one field."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from rencli.records.steps import HANDLING, REDOING

Row = Mapping[str, Any]

MOST_NAMED: Final = 3
"""So many who signed are named on a page; of more the first and how many."""
_ENDS: Final = "。；，、！？：…"
_OPEN: Final = (HANDLING, REDOING)
_NOTHING_TO_DO: Final = ("当场答复", "不予受理")
_YIELDS: Final = (
    *(("发现问题", "{}个"), ("提出意见", "{}条"), ("解决问题", "{}个"), ("户数", "{}户"), ("座谈会场次", "{}场")),
    *(("发放资料", "{}份"), ("接受咨询", "{}人次"), ("金额", "{}元")),
)
_SAID: Final = MappingProxyType({"户数": "走访", "座谈会场次": "座谈会"})
"""What stands before the count where it is not the field's name."""


class Lines(list[Any]):
    """Values that stand in one cell one below the other, each with its number."""


class People(list[Any]):
    """Names that a page shortens and a workbook does not."""

    def __str__(self) -> str:
        return "、".join(self) if len(self) <= MOST_NAMED else f"{self[0]}等{len(self)}人"


def opinion(row: Row) -> str:
    """A voter's opinion with what became of it: 路灯不亮（转办镇供电所，7月2日办结：已修复）."""
    made, unit = row["处理方式"] or "", row["承办单位"] or ""
    told = [
        f"转为建议{row['转为建议']}"
        if row["转为建议"]
        else f"{made}{'' if made else '承办单位：' if unit else ''}{unit}"
    ]
    done, result = row["办结日期"], flat(row["办理结果"])
    if result or (done and done != row["日期"]):
        closed = f"{done.month}月{done.day}日办结" if done and done != row["日期"] else ""
        told.append("：".join(filter(None, (closed, result.rstrip("。")))))
    after = "，".join(filter(None, told))
    said = flat(row["内容"])
    return f"{said.rstrip('。') if after else said}{f'（{after}）' if after else ''}"


def flat(text: Any) -> str:
    """Lines in one, parted by a mark where they have none."""
    lines = [line.strip() for line in str(text or "").split("\n") if line.strip()]
    return "".join(line if line[-1] in _ENDS or at == len(lines) else f"{line}；" for at, line in enumerate(lines, 1))


def progress(row: Row) -> str:
    """How far a suggestion is, with the day by which an answer is due and how late it is."""
    due, late = row["办理期限"], f"超期{row['超期天数']}天" if row["超期"] else ""
    by = f"限{due.month}月{due.day}日" if due and row["办理状态"] in _OPEN else ""
    return "\n".join(filter(None, (row["办理状态"], by, late)))


def outcome(row: Row, day: date) -> str | None:
    """What came of a matter, or by the day of asking that nothing has yet."""
    done, due = row["办结日期"], row["办理期限"]
    if done is not None and done <= day:
        return str(row["办理结果"] or "") or None
    if done is None and (row["办理结果"] or row["处理方式"] in _NOTHING_TO_DO):
        return str(row["办理结果"] or "") or None
    late = (day - due).days if due else 0
    return f"已超期{late}天" if late > 0 else "在办"


def month(born: Any) -> str | None:
    """The month of birth: 1968.03."""
    return ".".join(str(born).split("-")[:2]) if born else None


def posts(row: Row) -> str | None:
    """What a deputy is beside: 主席团成员、组长."""
    return "、".join(filter(None, ("主席团成员" if row["主席团成员"] else None, row["代表职务"]))) or None


def span(first: date, last: date | None) -> date | str:
    """A day, or the first and the last: 2024.4.10—11, 2024.4.30—5.2."""
    if last is None or last == first:
        return first
    begun = f"{first.year}.{first.month}.{first.day}"
    if last.year != first.year:
        return f"{begun}—{last.year}.{last.month}.{last.day}"
    return f"{begun}—{last.day}" if last.month == first.month else f"{begun}—{last.month}.{last.day}"


def yields(row: Row) -> str:
    """What came of an activity, in counts: 发现问题5个，提出意见4条."""
    found = [(title, unit, row[title]) for title, unit in _YIELDS if row[title]]
    return "，".join(f"{_SAID.get(title, title)}{unit.format(f'{value:.12g}')}" for title, unit, value in found)
