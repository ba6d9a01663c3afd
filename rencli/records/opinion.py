"""选民意见: what a voter asked for, and what became of it."""

from collections.abc import Iterator
from datetime import date

from rencli.records.base import Context, Problem, Record, field
from rencli.records.handled import in_their_order

RAISED = "转为建议"


class Opinion(Record):
    """选民的一条意见，从收到到办结。"""

    dated_by = "received_on"

    received_on: date = field("日期/收到日期")
    content: str = field("内容/意见内容", long=True, shown=True)
    visit: int | None = field("走访接待", "由哪次走访接待而来，写序号", to="visit", shown=False)
    voter: str | None = field("选民姓名/选民")
    deputy: str | None = field("代表/接待代表", "代表姓名", to="deputy")
    category: str | None = field("类别", "如 基础设施建设")
    outcome: str | None = field("处理方式", words=f"当场答复 转办 {RAISED} 上报 解释")
    unit: str | None = field("承办单位", "转给哪个单位")
    transferred_on: date | None = field("转办日期", shown=False)
    due: date | None = field("办理期限", shown=False)
    resolved_on: date | None = field("办结日期")
    result: str | None = field("办理结果", shown=False)
    suggestion: str | None = field("转为建议", "转成的建议，写编号，如 5-3-12", to="suggestion", shown=False)

    def check(self, context: Context) -> Iterator[Problem]:
        yield from in_their_order(self)

    def heading(self) -> str:
        return self.content.replace("\n", " ")[:40]
