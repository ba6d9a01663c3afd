"""先进事迹: what a deputy did that is worth telling."""

from datetime import date

from rencli.records.base import Record, field


class Merit(Record):
    """一位代表的先进事迹或所受表彰。"""

    dated_by = "happened_on"

    happened_on: date = field("日期")
    deputy: str = field("代表/姓名", "代表姓名", to="deputy")
    title: str = field("事迹名称/标题")
    award_level: str | None = field("表彰级别", "如 县级，没有表彰的不写")
    content: str | None = field("主要事迹", long=True)
