"""素材: the clerk's own sentences for a paper."""

from datetime import date

from rencli.records.base import Record, field


class Note(Record):
    """写进总结的素材，一条一句或一段，照原文采用。"""

    dated_by = "on"

    on: date = field("日期", "哪天记下的")
    section: str = field("栏目", words="开头 亮点 体会 不足 打算 结尾")
    text: str = field("内容", "原文", long=True, shown=True)

    def heading(self) -> str:
        return f"{self.section}：{self.text[:20]}"
