"""Figures of meetings and duty reports."""

from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, select

from rencli.figures.base import Measure
from rencli.figures.counting import Events
from rencli.figures.tallies import Columns, Tally, events, share, total, where
from rencli.store import schema


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


def _in_person(column: Columns) -> ColumnElement[Any]:
    return case((func.coalesce(column("mode"), "") != "书面", 1))


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
)
