"""文件: documents that came in and went out."""

from datetime import date

from rencli.records.base import Record, field

OUTGOING = "发文"


class Document(Record):
    """收到或发出的一份文件。"""

    dated_by = "dated_on"

    direction: str = field("收发", words=f"收文 {OUTGOING}")
    number: str | None = field("文号/发文字号", "如 瓦人发〔2024〕3号")
    dated_on: date = field("日期/成文日期")
    title: str = field("标题/文件标题")
    party: str | None = field("来文（主送）单位/来文单位/主送单位")
    copies: int | None = field("份数", shown=False)
    activity: int | None = field("所附活动", "转送哪次活动的报告，写活动的序号", to="activity", shown=False)
    note: str | None = field("备注", long=True)
