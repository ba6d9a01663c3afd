"""Figures of what happened: meetings, duty reports, visits, opinions, petitions, activities and the other books."""

from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from rencli.figures.base import Measure
from rencli.figures.counting import (
    Columns,
    Events,
    Expression,
    Tally,
    by_then,
    deputies,
    different,
    events,
    followed,
    happened,
    share,
    total,
    where,
)
from rencli.records.handled import DONE, FINISHED, OPEN
from rencli.store import schema

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
_ACTIVITIES = (
    events("count", "次数", "次", "活动的次数"),
    deputies("activity"),
    total("people", "群众人次", "人次", "各次群众人次之和"),
    total("households", "户数", "户", "各次户数之和"),
    total("forums", "座谈会场次", "场", "各次座谈会场次之和"),
    total("materials", "资料份数", "份", "各次发放资料份数之和"),
    total("consultations", "咨询人次", "人次", "各次接受咨询人次之和"),
    total("problems", "问题数", "个", "各次发现问题数之和"),
    total("opinions", "意见数", "条", "各次提出意见数之和"),
    total("resolved", "解决数", "个", "各次解决问题数之和"),
    total("amount", "金额", "元", "各次金额之和"),
    *followed(
        "problems",
        "resolved",
        {
            "problems_known": ("有结果的问题数", "各次发现问题数之和"),
            "problems_resolved": ("问题解决数", "各次解决问题数之和（不超过发现数）"),
            "problems_open": ("问题未解决数", "各次发现问题数与解决数之差"),
        },
        "个",
        "发现问题、解决问题",
    ),
)


def _some(tallies: tuple[Tally, ...], *names: str) -> tuple[Tally, ...]:
    return tuple(tally for tally in tallies if tally.measure.name in names)


def _attended(column: Columns) -> ColumnElement[Any]:
    return _attendance(column, column("present"), "出席")


def _attendable(column: Columns) -> ColumnElement[Any]:
    return _attendance(column, column("expected"), "出席 请假 缺席")


def _attendance(column: Columns, stated: ColumnElement[Any], statuses: str) -> ColumnElement[Any]:
    """The number stated, where the meeting states both; else that of its register."""
    own, register = schema.table("meeting"), schema.child_table("meeting", "attendance")
    kept = select(func.count()).where(register.c.owner_id == own.c.id, register.c.status.in_(statuses.split()))
    both = and_(column("expected").is_not(None), column("present").is_not(None))
    return case((both, stated), else_=kept.correlate(own).scalar_subquery())


def _grades(column: Columns) -> ColumnElement[Any]:
    names = ("satisfied", "mostly_satisfied", "dissatisfied")
    return sum((func.coalesce(column(name), 0) for name in names), start=func.coalesce(None, 0))


def _items(name: str, title: str, unit: str, formula: str, types: str) -> Events:
    return Events(
        "meeting", "会议", "meeting", (events(name, title, unit, formula),), lines="items", only=where(type=types)
    )


def _kinds(kind: str, title: str, unit: str, formula: str, dimension: str, named: str, by: str) -> Events:
    return Events(kind, title, kind, (events("", "", unit, formula),), dimension, named, by=by)


def _in_person(column: Columns) -> ColumnElement[Any]:
    return case((func.coalesce(column("mode"), "") != "书面", 1))


def _satisfied(column: Columns) -> ColumnElement[Any]:
    return case((and_(column("satisfied").is_not(None), column("returned").is_not(None)), column("satisfied")))


def _returned(column: Columns) -> ColumnElement[Any]:
    return case((and_(column("satisfied").is_not(None), column("returned").is_not(None)), column("returned")))


def _open(disposal: str) -> Expression:
    """1 for a matter that was neither finished on the spot nor is done with by the day of asking."""
    return lambda column: case(
        (and_(func.coalesce(column(disposal), "").not_in(FINISHED), _not_by_then(column("resolved_on"), column)), 1)
    )


def _not_by_then(day: ColumnElement[Any], column: Columns) -> ColumnElement[bool]:
    return or_(day.is_(None), day > column("as_of"))


def _standing(disposal: str) -> Expression:
    """``records.handled.standing``, asked of the database."""
    return lambda column: case(
        (column(disposal).in_(FINISHED), column(disposal)),
        (_not_by_then(column("resolved_on"), column), OPEN),
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
    Events("meeting", "会议", "meeting", (events("count", "次数", "次", "该类会议的次数"),), "by_type", by="type"),
    _items("reports_heard", "听取报告", "项", "各次会议“听取报告”的议程项数", "听取报告"),
    _items("resolutions", "决议决定", "项", "各次会议“决议”“决定”的议程项数", "决议 决定"),
    Events(
        "meeting",
        "会议",
        "meeting",
        (events("", "", "项", "各次会议该类议程的项数"),),
        "by_item",
        "议程",
        by="type",
        lines="items",
    ),
    _items("votes", "表决", "项", "各次会议“表决”“票决”的议程项数", "表决 票决"),
    Events(
        "meeting",
        "会议",
        "meeting",
        (
            Tally(
                Measure("elected", "当选人数", "名", "各次会议“选举”议程的当选人数"),
                lambda column: func.json_array_length(column("elected")),
            ),
        ),
        lines="items",
        only=where(type="选举"),
    ),
    Events(
        "meeting",
        "会议",
        "meeting",
        (share("attendance_rate", "出席率", "实到人数／应到人数，没有写明的按出席登记计", _attended, _attendable),),
    ),
    Events(
        "duty_report",
        "述职",
        "duty_report",
        (
            events("events", "场次", "场", "述职的场次，书面述职也算一场"),
            Tally(Measure("held", "开会场次", "场", "其中开会述职的场次，书面述职不算"), _in_person),
            total("audience", "参会选民", "人次", "各场参会选民之和"),
        ),
    ),
    Events(
        "duty_report",
        "述职",
        "duty_report",
        (
            events("deputies", "述职人次", "人次", "各场述职代表人数之和"),
            Tally(Measure("present", "到会述职人次", "人次", "其中开会述职的人次，书面述职不算"), _in_person),
            share(
                "satisfaction_rate",
                "满意率",
                "满意票／（满意＋基本满意＋不满意）票",
                lambda column: func.coalesce(column("satisfied"), 0),
                _grades,
            ),
        ),
        lines="deputies",
    ),
    Events(
        "duty_report",
        "述职",
        "duty_report",
        (events("", "", "人次", "该层级代表述职人次"),),
        "by_level",
        "层级",
        by="level",
        lines="deputies",
    ),
    Events(
        "duty_report",
        "述职",
        "duty_report",
        (
            events("events", "场次", "场", "该方式述职的场次"),
            total("audience", "参会选民", "人次", "该方式各场参会选民之和"),
        ),
        "by_mode",
        "方式",
        by="mode",
    ),
    Events(
        "duty_report",
        "述职",
        "duty_report",
        (events("deputies", "述职人次", "人次", "该方式各场述职代表人数之和"),),
        "by_mode",
        "方式",
        by="mode",
        lines="deputies",
    ),
    Events("visit", "走访", "visit", _VISITS),
    Events("visit", "走访", "visit", _VISITS, "by_type", by="type"),
    Events(
        "visit", "走访", "visit", _some(_VISITS, "events", "voters", "opinions"), "by_station", "联络站", by="station"
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
    _kinds("petition", "来信来访", "件", "期内收到的该渠道来信来访件数", "by_channel", "渠道", "channel"),
    _kinds("petition", "来信来访", "件", "期内收到的该处理方式来信来访件数", "by_disposal", "处理方式", "disposal"),
    Events("activity", "活动", "activity", (events("total", "总数", "次", "活动的次数"), *_ACTIVITIES[1:])),
    Events("activity", "活动", "activity", _ACTIVITIES, "by_type", by="type"),
    Events("activity", "活动", "activity", _some(_ACTIVITIES, "count"), "by_group", "小组", by="group"),
    Events("appraisal", "评议", "appraisal", (events("events", "场次", "次", "评议测评的次数"),)),
    Events(
        "appraisal",
        "评议",
        "appraisal",
        (
            events("count", "次数", "次", "对该类对象评议测评的次数"),
            different("targets", "对象数", "个", "该类中不同的评议对象的个数", "target"),
            share("satisfaction_rate", "满意率", "满意票／收回票，两项都写明的才计", _satisfied, _returned),
        ),
        "by_target_type",
        "对象类别",
        by="target_type",
    ),
    Events("merit", "先进事迹", "merit", (events("total", "总数", "件", "期内先进事迹的件数"),)),
    Events(
        "station",
        "联络站",
        "station",
        (
            events("opened", "新建数", "个", "期内建成的站点个数"),
            total("opened_funds", "新建投入资金", "元", "期内建成站点的投入资金之和", "funds"),
        ),
        dated="opened_on",
    ),
    _kinds("regulation", "制度", "项", "期内通过的该类项数", "by_type", "", "type"),
    _kinds("document", "文件", "份", "期内该类文件的份数", "by_direction", "收发", "direction"),
    Events(
        "plan",
        "安排",
        "plan",
        (
            events("total", "总数", "项", "期间所涉各年度的工作安排项数"),
            by_then("done", "完成数", "项", "其中到统计日已完成的项数", "done_on"),
            Tally(
                Measure("undone", "未完成数", "项", "其中到统计日没有完成的项数"),
                lambda column: case((_not_by_then(column("done_on"), column), 1)),
            ),
        ),
    ),
)
