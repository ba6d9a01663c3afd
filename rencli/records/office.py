"""本单位: the one office that the ledger belongs to."""

from collections.abc import Iterator

from rencli.errors import InvalidInputError
from rencli.records import clean
from rencli.records.base import Context, Problem, Record, field


class Office(Record):
    """本单位的名称、上级和联系方式，全台账只有一份。"""

    name: str = field("名称", "乡镇名称，如 瓦窑镇")
    county: str | None = field("县（区）", "所在县、区、市")
    committee: str | None = field("上级人大常委会", "不写时由县（区）推出")
    chair: str | None = field("主席", "人大主席姓名", read=clean.person)
    vice_chair: str | None = field("副主席", "人大副主席姓名", read=clean.person)
    doc_prefix: str | None = field("发文机关代字", "如 瓦人发")
    rules: str = field("适用规定", "法规规则名，如 national", default="national")
    contact: str | None = field("联系人", read=clean.person)
    phone: str | None = field("联系电话", read=clean.phone, private="phone")
    address: str | None = field("地址", private="address")

    def check(self, context: Context) -> Iterator[Problem]:
        try:
            context.rule_set(self.rules)
        except InvalidInputError as error:
            yield Problem("rules", f"适用规定：{error}")
