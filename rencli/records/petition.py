"""来信来访: letters, visits and calls of the public to the office."""

from collections.abc import Iterator
from datetime import date

from rencli.records.base import Context, Problem, Record, field
from rencli.records.handled import in_their_order


class Petition(Record):
    """群众的一次来信、来访、来电或网上反映。"""

    dated_by = "received_on"

    received_on: date = field("日期/收到日期")
    channel: str = field("渠道/来访形式", words="来信 来访 来电 网络")
    content: str = field("内容/反映内容", long=True, shown=True)
    person: str | None = field("信访人/姓名")
    people: int | None = field("人数")
    disposal: str | None = field("处理方式", words="当场答复 转办 调查落实 不予受理")
    unit: str | None = field("承办单位", "转给哪个单位")
    transferred_on: date | None = field("转办日期", shown=False)
    due: date | None = field("办理期限", shown=False)
    resolved_on: date | None = field("办结日期")
    result: str | None = field("办理结果", shown=False)

    def check(self, context: Context) -> Iterator[Problem]:
        yield from in_their_order(self)

    def heading(self) -> str:
        return self.content.replace("\n", " ")[:40]
