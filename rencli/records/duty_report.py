"""述职: deputies report to their voters on how they did their duty."""

from datetime import date

from rencli.records.base import Part, Record, field, listed


class Reporter(Part):
    """一位述职代表和测评结果。"""

    name: str = field("姓名", "代表姓名", to="deputy")
    level: str = field("层级", words="乡镇 县 市 省 全国", default="乡镇")
    satisfied: int | None = field("满意", "票数")
    mostly_satisfied: int | None = field("基本满意", "票数")
    dissatisfied: int | None = field("不满意", "票数")


class DutyReport(Record):
    """代表向选民述职的一场会。"""

    dated_by = "held_on"

    held_on: date = field("日期/述职日期")
    mode: str | None = field("述职方式", words="口头 书面 集体")
    place: str | None = field("地点")
    station: str | None = field("联络站", "站点名称", to="station", shown=False)
    audience: int | None = field("参会选民/参会选民人数")
    host: str | None = field("主持人", shown=False)
    note: str | None = field("备注", long=True)
    deputies: list[Reporter] = listed("述职代表")

    def heading(self) -> str:
        return f"{self.held_on} {self.place or ''}述职".strip()
