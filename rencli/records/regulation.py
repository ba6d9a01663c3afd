"""制度: the office's own rules and duties."""

from collections.abc import Iterator
from datetime import date

from rencli.records.base import Context, Problem, Record, field, in_order


class Regulation(Record):
    """本单位的一项制度或职责。"""

    dated_by = "adopted_on"

    name: str = field("名称/制度名称")
    type: str | None = field("类型", words="制度 职责")
    adopted_on: date = field("通过日期/制定日期")
    revised_on: date | None = field("修订日期")
    note: str | None = field("备注", long=True)

    def check(self, context: Context) -> Iterator[Problem]:
        yield from in_order(self.adopted_on, self.revised_on, "revised_on", "修订日期：早于通过日期")
