"""The seat that a deputy holds: the fields that ``deputy`` and ``mandate`` share."""

from collections.abc import Iterator
from datetime import date

from rencli.records.base import Context, Problem, Record, field, in_order

TOWNSHIP = "乡镇"


class Seat(Record):
    """代表的一个席位：哪一级、哪一届、哪个选区，从何时到何时。"""

    level: str = field("层级/代表级别", words="乡镇 县 市 省 全国", default=TOWNSHIP)
    term: int | None = field("届次", "只用于乡镇代表，不写时为最新一届", to="term", shown=False)
    constituency: str | None = field("选区/所在选区/选区名称")
    group: str | None = field("代表小组/所在小组/小组", "小组名称", to="group")
    began_on: date | None = field("任职日期/当选日期", "乡镇代表不写时为本届开始之日", shown=False)
    how: str | None = field("产生方式", words="换届选举 补选", shown=False)
    presidium: bool = field("主席团成员/是否主席团成员", default=False, shown=False)
    post: str | None = field("代表职务/组内职务", shown=False)
    ended_on: date | None = field("离任日期", shown=False)
    end_reason: str | None = field(
        "离任原因",
        "代表法第六十二条所列情形",
        words="迁出调离 辞职 责令辞职 两次缺席 罢免 丧失国籍 剥夺政治权利 丧失行为能力 死亡 任期届满",
        shown=False,
    )
    suspended_on: date | None = field("暂停日期", "暂时停止执行代表职务之日", shown=False)
    restored_on: date | None = field("恢复日期", shown=False)

    def complete(self, context: Context) -> None:
        """A township seat belongs to the newest term and begins with its term."""
        if self.level != TOWNSHIP:
            return
        if self.term is None:
            self.term = context.newest_term()
        if self.began_on is None and self.term is not None:
            span = context.term_span(self.term)
            self.began_on = span[0] if span else None

    def check(self, context: Context) -> Iterator[Problem]:
        yield from in_order(self.began_on, self.ended_on, "ended_on", "离任日期：早于任职日期")
        yield from in_order(self.began_on, self.suspended_on, "suspended_on", "暂停日期：早于任职日期")
        yield from in_order(self.suspended_on, self.restored_on, "restored_on", "恢复日期：早于暂停日期")
        if self.term is None:
            return
        if self.level != TOWNSHIP:
            yield Problem("term", "届次：只用于乡镇代表，请去掉届次或把层级改为乡镇")
        elif span := context.term_span(self.term):
            yield from _inside(self.began_on, span, "began_on", f"任职日期：不在第{self.term}届之内")
            yield from _inside(self.ended_on, span, "ended_on", f"离任日期：不在第{self.term}届之内")


def _inside(day: date | None, span: tuple[date, date | None], name: str, text: str) -> Iterator[Problem]:
    first, last = span
    if day is not None and (day < first or (last is not None and day > last)):
        yield Problem(name, f"{text}（{first}至{last or '今'}）")
