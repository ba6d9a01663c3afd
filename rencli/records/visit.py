"""走访接待: deputies visit voters or receive them at a station."""

from collections.abc import Iterator
from datetime import date

from rencli.records import days
from rencli.records.base import Context, Problem, Record, field, listed, same_size


class Visit(Record):
    """代表走访选民、在联络站接待选民，一次一条。"""

    dated_by = "held_on"

    held_on: date = field("日期/接待日期/走访日期")
    time: str | None = field("时间", "如 09:00—11:30", read=days.clock, shown=False)
    type: str = field("类型", words="走访选民 接待选民 走访代表 代表接访 联系户")
    station: str | None = field("联络站", "站点名称", to="station")
    place: str | None = field("地点", shown=False)
    deputies: list[str] = listed("代表/接待代表/走访代表", "代表姓名，可写几位", to="deputy", shown=True)
    deputy_count: int | None = field("代表人数", "只知道人数时填写")
    voters: int | None = field("选民人数/接待人数/接待人次")
    households: int | None = field("走访户数", shown=False)
    opinions: int | None = field("收集意见/收集意见数", "条数")
    solved: int | None = field("解决问题/解决数", "条数")
    note: str | None = field("备注", long=True)

    def check(self, context: Context) -> Iterator[Problem]:
        yield from same_size(self.deputies, self.deputy_count, "deputy_count")

    def heading(self) -> str:
        return f"{self.held_on} {self.station or self.place or ''}{self.type}"
