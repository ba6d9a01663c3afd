"""工作安排: what the office means to do in a year, and when it was done."""

from datetime import date

from rencli.records import days
from rencli.records.base import Record, field


class Plan(Record):
    """一年工作安排中的一项。"""

    yearly_by = "year"

    year: int = field("年度", "哪一年，如 2024", read=days.year)
    title: str = field("事项")
    section: str | None = field("板块", "如 监督工作")
    due: date | None = field("完成时限")
    done_on: date | None = field("完成日期")
    note: str | None = field("备注", long=True)
