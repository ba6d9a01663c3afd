"""活动: inspections, research, training, group activities and whatever else deputies do together."""

from collections.abc import Iterator
from datetime import date

from rencli.records.base import Context, Problem, Record, field, in_order, listed, same_size


class Activity(Record):
    """代表的一次活动。"""

    dated_by = "held_on"

    held_on: date = field("日期/活动日期/开始日期")
    ended_on: date | None = field("结束日期", shown=False)
    type: str = field(
        "活动类型/类型",
        "常用的如下，也可写新的",
        words="视察 调研 执法检查 工作评议 听取汇报 专题询问 学习培训 普法宣传 小组活动 座谈会 为民办实事 "
        "结对帮扶 督办",
        open=True,
    )
    theme: str = field("主题/活动主题/活动内容")
    host: str | None = field("组织单位", shown=False)
    place: str | None = field("地点")
    law: str | None = field("法律法规", "执法检查的法律法规全称", shown=False)
    group: str | None = field("代表小组", "小组名称", to="group", shown=False)
    deputies: list[str] = listed("参加代表", "代表姓名，可写几位", to="deputy", shown=True)
    deputy_count: int | None = field("代表人数/参加代表人数", "只知道人数时填写")
    people: int | None = field("群众人次/参与群众", shown=False)
    households: int | None = field("户数/走访户数", shown=False)
    forums: int | None = field("座谈会场次", shown=False)
    materials: int | None = field("发放资料/发放宣传资料", "份数", shown=False)
    consultations: int | None = field("接受咨询", "人次", shown=False)
    problems: int | None = field("发现问题", "个数", shown=False)
    opinions: int | None = field("提出意见/意见建议", "条数", shown=False)
    resolved: int | None = field("解决问题", "个数", shown=False)
    amount: float | None = field("金额/金额（元）", "单位：元", shown=False)
    note: str | None = field("备注", long=True)

    def check(self, context: Context) -> Iterator[Problem]:
        yield from in_order(self.held_on, self.ended_on, "ended_on", "结束日期：早于开始日期")
        yield from same_size(self.deputies, self.deputy_count, "deputy_count")
