"""What a cell of a book says where it says more than one field."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from rencli.records.steps import HANDLING, REDOING
from rencli.reports.beside import CONVERTED, PENDING

Row = Mapping[str, Any]

MOST_NAMED: Final = 3
"""So many who signed are named on a page; of more the first and how many."""
_ON_A_LINE: Final = 2
_ENDS: Final = "。；，、！？：…"
_OPEN: Final = (HANDLING, REDOING)
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
    """A voter's opinion with what became of it: 路灯不亮（转办镇供电所，2024.7.2办结：已修复）."""
    made, unit = row["处理方式"] or "", row["承办单位"] or ""
    told = [
        f"转为建议{row['转为建议']}"
        if row["转为建议"]
        else f"{made}{'' if made else '承办单位：' if unit else ''}{unit}"
    ]
    done, result, state = row["办结日期"], flat(row["办理结果"]), row["进展"]
    if state.startswith(PENDING):
        told.append(state)
    closed = f"{short(done)}办结" if done and done != row["日期"] else ""
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
    by = f"限{short(due)}" if due and row["办理状态"] in _OPEN else ""
    state = row["进展"] if row["办理状态"] == CONVERTED else row["办理状态"]
    return "\n".join(filter(None, ("，".join(filter(None, (state, late))), by, row["转来"])))


def beside_one_another(told: Iterable[tuple[str, str]]) -> str:
    """Fields in one cell, two on a line, each with its name: 转办2024.5.7 期限2024.6.30, below them 办结2024.6.18."""
    said = [f"{title.removeprefix('办理').removesuffix('日期')}{value}" for title, value in told if value]
    return "\n".join(" ".join(said[at : at + _ON_A_LINE]) for at in range(0, len(said), _ON_A_LINE))


def outcome(row: Row) -> str:
    """What came of a petition or an opinion, or how far it is: 已更换路灯, 办结, 在办，已超期12天."""
    state, result = str(row["进展"]), str(row["办理结果"] or "")
    return "；".join(filter(None, (state, result))) if state.startswith(PENDING) else result or state


def short(day: date) -> str:
    """A day as a register prints it: 2024.3.5."""
    return f"{day.year}.{day.month}.{day.day}"


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
    begun = short(first)
    if last.year != first.year:
        return f"{begun}—{short(last)}"
    return f"{begun}—{last.day}" if last.month == first.month else f"{begun}—{last.month}.{last.day}"


def yields(row: Row) -> str:
    """What came of an activity, in counts: 发现问题5个，提出意见4条."""
    found = [(title, unit, row[title]) for title, unit in _YIELDS if row[title]]
    return "，".join(f"{_SAID.get(title, title)}{unit.format(f'{value:.12g}')}" for title, unit, value in found)
