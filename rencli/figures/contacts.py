"""Figures of visits and receptions, of what voters asked for, of petitions."""

from sqlalchemy import and_, case, func

from rencli.figures.base import Measure
from rencli.figures.counting import Events, kinds
from rencli.figures.tallies import (
    Expression,
    Tally,
    by_then,
    deputies,
    events,
    followed,
    happened,
    not_by_then,
    some,
    total,
)
from rencli.records.handled import DONE, FINISHED, OPEN

_VISITS = (
    events("events", "场次", "场", "走访接待的次数"),
    deputies("visit"),
    total("voters", "选民人次", "人次", "各次选民人数之和"),
    total("households", "户数", "户", "各次走访户数之和"),
    total("opinions", "意见数", "条", "各次收集意见数之和"),
    total("solved", "解决数", "条", "各次解决数之和"),
    *followed(
        "opinions",
        "solved",
        {
            "opinions_known": ("有结果的意见数", "各次收集意见数之和"),
            "opinions_solved": ("意见解决数", "各次解决数之和（不超过收集数）"),
            "opinions_open": ("意见未解决数", "各次收集意见数与解决数之差"),
        },
        "条",
        "收集意见、解决问题",
    ),
)


def _open(disposal: str) -> Expression:
    """1 for a matter that was neither finished on the spot nor is done with by the day of asking."""
    return lambda column: case(
        (and_(func.coalesce(column(disposal), "").not_in(FINISHED), not_by_then(column("resolved_on"), column)), 1)
    )


def _standing(disposal: str) -> Expression:
    """``records.handled.standing``, asked of the database."""
    return lambda column: case(
        (column(disposal).in_(FINISHED), column(disposal)),
        (not_by_then(column("resolved_on"), column), OPEN),
        else_=DONE,
    )


_RESOLVED = happened("resolved_on")
_OPINIONS = (
    events("total", "总数", "条", "期内收到的选民意见条数"),
    by_then("transferred", "转办数", "条", "期内收到、到统计日已转办的条数", "transferred_on"),
    by_then("resolved", "办结数", "条", "期内收到、到统计日已办结的条数", "resolved_on"),
    Tally(
        Measure("resolution_rate", "办结率", "%", "到统计日已办结的条数／期内收到的条数"),
        lambda column: func.coalesce(_RESOLVED(column), 0),
        lambda column: case((column("id").is_not(None), 1)),
    ),
    Tally(
        Measure("pending", "未办结数", "条", "期内收到、到统计日没有办结，也不是当场答复、解释、转为建议的条数"),
        _open("outcome"),
    ),
)

BLOCKS = (
    Events("visit", "走访", "visit", _VISITS),
    Events("visit", "走访", "visit", _VISITS, "by_type", by="type"),
    Events(
        "visit", "走访", "visit", some(_VISITS, "events", "voters", "opinions"), "by_station", "联络站", by="station"
    ),
    Events("opinion", "意见", "opinion", _OPINIONS),
    Events(
        "petition",
        "来信来访",
        "petition",
        (
            events("total", "总数", "件", "期内收到的来信来访件数"),
            total("people", "信访人数", "人", "各件信访人数之和"),
            by_then("resolved", "办结数", "件", "期内收到、到统计日已办结的件数", "resolved_on"),
            Tally(
                Measure("pending", "未办结数", "件", "期内收到、到统计日没有办结，也不是当场答复、不予受理的件数"),
                _open("disposal"),
            ),
        ),
    ),
    Events(
        "opinion",
        "意见",
        "opinion",
        (events("", "", "条", "期内收到、到统计日处在该状态的条数"),),
        "by_state",
        "状态",
        to=_standing("outcome"),
        declared=(OPEN, DONE, "当场答复", "解释", "转为建议"),
    ),
    Events(
        "petition",
        "来信来访",
        "petition",
        (events("", "", "件", "期内收到、到统计日处在该状态的件数"),),
        "by_state",
        "状态",
        to=_standing("disposal"),
        declared=(OPEN, DONE, "当场答复", "不予受理"),
    ),
    kinds("petition", "来信来访", "件", "期内收到的该渠道来信来访件数", "by_channel", "渠道", "channel"),
    kinds("petition", "来信来访", "件", "期内收到的该处理方式来信来访件数", "by_disposal", "处理方式", "disposal"),
)
