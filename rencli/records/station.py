"""联络站: a place where deputies receive voters."""

from datetime import date

from rencli.records.base import Record, field


class Station(Record):
    """代表之家、联络站、活动室等站点。"""

    unique = ("name",)
    named_by = "name"

    name: str = field("名称/站点名称", "如 瓦窑镇人大代表联络站")
    type: str = field("类型", words="代表之家 联络站 活动室 联络点 接待站 活动站")
    village: str | None = field("所在村（社区）/村居")
    opened_on: date | None = field("建成日期")
    funds: float | None = field("投入资金/投入资金（元）", "单位：元")
    reception_day: str | None = field("接待日", "如 每月10日")
    note: str | None = field("备注", long=True)
