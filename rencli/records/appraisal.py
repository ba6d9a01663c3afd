"""评议测评: a body or a person appraised by deputies, with the ballots."""

from collections.abc import Iterator
from datetime import date

from rencli.records.base import Context, Problem, Record, at_most, field


class Appraisal(Record):
    """对一个部门、站所、干部或项目的一次评议测评。"""

    dated_by = "held_on"

    held_on: date = field("日期")
    type: str = field("类型", words="述职评议 民主测评 工作评议 满意度测评")
    target: str = field("评议对象/测评对象", "部门、站所、干部或项目的名称")
    target_type: str | None = field("对象类别", words="部门 站所 干部 项目")
    issued: int | None = field("发出票数")
    returned: int | None = field("收回票数")
    satisfied: int | None = field("满意", "票数")
    mostly_satisfied: int | None = field("基本满意", "票数")
    dissatisfied: int | None = field("不满意", "票数")
    abstain: int | None = field("弃权", "票数")
    note: str | None = field("备注", long=True)

    def check(self, context: Context) -> Iterator[Problem]:
        yield from at_most([self.returned], self.issued, "returned", "收回票数：多于发出票数")
        graded = (self.satisfied, self.mostly_satisfied, self.dissatisfied, self.abstain)
        yield from at_most(graded, self.returned, "returned", "收回票数：各项票数之和多于收回票数")

    def heading(self) -> str:
        return f"{self.held_on} {self.target}{self.type}"
