"""会议: congresses, presidium meetings and others, with agenda and attendance."""

from collections.abc import Iterator
from datetime import date

from rencli.records import clean, days
from rencli.records.base import Context, Part, Problem, Record, field, in_order, listed

CONGRESS = "人代会"


class Item(Part):
    """一项议程。"""

    type: str = field("类型", words="听取报告 审议 决议 决定 选举 表决 票决 测评")
    title: str = field("事项")
    by: str | None = field("提请单位")
    for_: int | None = field("赞成", "票数")
    against: int | None = field("反对", "票数")
    abstain: int | None = field("弃权", "票数")
    elected: list[str] = listed("当选人", "姓名，可写几位", shown=True)
    post: str | None = field("职务", "选举的职务")
    outcome: str | None = field("结果")


class Attendance(Part):
    """一位代表的出席情况。"""

    deputy: str = field("代表", "代表姓名", to="deputy")
    status: str = field("出席情况", words="出席 请假 缺席")


class Meeting(Record):
    """人代会、主席团会议和其他会议。"""

    dated_by = "began_on"

    type: str = field("会议类型", words="人代会 主席团会议 联络小组会议 座谈会 其他")
    term: int | None = field("届次", "第几届，人代会必填", to="term")
    session: int | None = field("会次", "第几次会议，人代会必填", read=clean.ordinal)
    title: str | None = field("会议名称")
    began_on: date = field("开始日期/召开日期/日期")
    time: str | None = field("时间", "如 09:00—11:30", read=days.clock, shown=False)
    ended_on: date | None = field("结束日期", shown=False)
    place: str | None = field("地点", shown=False)
    expected: int | None = field("应到人数")
    present: int | None = field("实到人数")
    host: str | None = field("主持人", shown=False)
    note: str | None = field("备注", long=True)
    items: list[Item] = listed("议程")
    attendance: list[Attendance] = listed("出席")

    def check(self, context: Context) -> Iterator[Problem]:
        yield from in_order(self.began_on, self.ended_on, "ended_on", "结束日期：早于开始日期")
        if self.type == CONGRESS:
            if self.term is None:
                yield Problem("term", "届次：人代会要写明第几届")
            if self.session is None:
                yield Problem("session", "会次：人代会要写明第几次会议")

    def notices(self, context: Context) -> Iterator[str]:
        """The second absence from a congress without leave ends a seat (代表法62)."""
        absent = [line.deputy for line in self.attendance if line.status == "缺席"]
        if self.type != CONGRESS or not absent:
            return
        limit = context.rules.counts["未经批准缺席次数"]
        for name, missed in context.absences(self, absent).items():
            if len(missed) >= limit.value:
                sessions = "、".join(f"第{number}次" for number in missed)
                times = "两" if limit.value == 2 else limit.value
                yield (
                    f"{name}在第{self.term}届内缺席人代会已有{len(missed)}次（{sessions}会议）。"
                    f"未经批准{times}次不出席本级人民代表大会会议的，代表资格终止（{limit.article}）；"
                    "请核实是否请过假，请过的改为“请假”。"
                )

    def heading(self) -> str:
        if self.title:
            return self.title
        if self.type == CONGRESS and self.term and self.session:
            return f"第{self.term}届人民代表大会第{self.session}次会议"
        return f"{self.type}（{self.began_on}）"
