"""代表: a person, with the first seat in the same line."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from rencli.records import clean, days
from rencli.records.base import Context, Problem, derived, field
from rencli.records.seat import Seat


class Deputy(Seat):
    """人大代表和他的第一个席位。同一人的其他席位记在“任职”里。"""

    named_by = "name"
    further = (derived("in_office", "在任", bool, "这一天在任的，不论哪一级"),)

    name: str = field("姓名/代表姓名", read=clean.person)
    gender: str | None = field("性别", words="男 女")
    born: str | None = field("出生日期/出生年月", "如 1975-06 或 1975-06-01", read=days.month_or_day, shown=False)
    ethnicity: str | None = field("民族", shown=False)
    party: str | None = field("党派/政治面貌", shown=False)
    education: str | None = field("学历/文化程度", shown=False)
    job: str | None = field("工作单位及职务/职务/职业")
    sector: str | None = field("代表结构/代表类别", "如 工人、农民、专业技术人员、干部", shown=False)
    phone: str | None = field("联系电话/电话/手机/手机号码/联系方式", read=clean.phone, private="phone")
    address: str | None = field("住址/家庭住址/地址", private="address", shown=False)
    certificate_no: str | None = field("代表证号", shown=False)
    note: str | None = field("备注", long=True)

    def check(self, context: Context) -> Iterator[Problem]:
        yield from super().check(context)
        if not self.name:
            return
        for other in context.namesakes(self.name, self.id):
            if not self.constituency or other in (None, self.constituency):
                where = f"（{other}）" if other else ""
                yield Problem("name", f"姓名：已有代表“{self.name}”{where}；两人同名时请写明不同的选区")
                return

    def derive(self, context: Context, as_of: date) -> dict[str, Any]:
        """In office on a day by any of the person's seats, those of the further mandates too."""
        return {"in_office": context.in_office(self.id or 0, as_of)}
