"""Figures of activities, appraisals and the other books of what happened."""

from typing import Any

from sqlalchemy import ColumnElement, and_, case

from rencli.figures.base import Measure
from rencli.figures.counting import Events, kinds
from rencli.figures.tallies import (
    Columns,
    Tally,
    by_then,
    deputies,
    different,
    events,
    followed,
    not_by_then,
    share,
    some,
    total,
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


def _satisfied(column: Columns) -> ColumnElement[Any]:
    return case((and_(column("satisfied").is_not(None), column("returned").is_not(None)), column("satisfied")))


def _returned(column: Columns) -> ColumnElement[Any]:
    return case((and_(column("satisfied").is_not(None), column("returned").is_not(None)), column("returned")))


BLOCKS = (
    Events("activity", "活动", "activity", (events("total", "总数", "次", "活动的次数"), *_ACTIVITIES[1:])),
    Events("activity", "活动", "activity", _ACTIVITIES, "by_type", by="type"),
    Events("activity", "活动", "activity", some(_ACTIVITIES, "count"), "by_group", "小组", by="group"),
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
    kinds("regulation", "制度", "项", "期内通过的该类项数", "by_type", "", "type"),
    kinds("document", "文件", "份", "期内该类文件的份数", "by_direction", "收发", "direction"),
    Events(
        "plan",
        "安排",
        "plan",
        (
            events("total", "总数", "项", "期间所涉各年度的工作安排项数"),
            by_then("done", "完成数", "项", "其中到统计日已完成的项数", "done_on"),
            Tally(
                Measure("undone", "未完成数", "项", "其中到统计日没有完成的项数"),
                lambda column: case((not_by_then(column("done_on"), column), 1)),
            ),
        ),
    ),
)
