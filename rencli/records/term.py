"""届: a term of the people's congress."""

from collections.abc import Iterator
from datetime import date

from rencli.records import clean
from rencli.records.base import Context, Problem, Record, field, in_order


class Term(Record):
    """人民代表大会的一届。"""

    unique = ("number",)
    named_by = "number"

    number: int = field("届次", "第几届，如 5", read=clean.ordinal)
    began_on: date = field("开始日期", "本届开始的日子")
    ended_on: date | None = field("结束日期", "本届结束的日子，未结束不写")
    seats: int | None = field("代表名额", "应选名额")

    def check(self, context: Context) -> Iterator[Problem]:
        yield from in_order(self.began_on, self.ended_on, "ended_on", "结束日期：早于开始日期")

    def heading(self) -> str:
        return f"第{self.number}届"
