"""The steps of a suggestion's life: what each records and in which state it makes sense."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from rencli.records.base import Part, field, listed
from rencli.records.units import contradictions

WAITING, HANDLING, REPLIED, HEARD, CLOSED = "待交办", "办理中", "已答复", "已反馈", "已办结"
REDOING, WITHDRAWN, MERGED = "重办中", "已撤回", "已并案"
CONVERTED = "已转为建议"
"""A motion that another suggestion was made of; no step leads there."""
RETURNED = "退回待再交办"
"""待交办 after a 退回, where papers tell it apart; the state itself is 待交办."""
STANDINGS: Final = (WAITING, RETURNED, HANDLING, REPLIED, HEARD, REDOING, CLOSED, WITHDRAWN, MERGED)
"""Every suggestion stands in exactly one of these on a day."""

GRADES: Final = "满意 基本满意 不满意"


class StepRule(NamedTuple):
    """One row of the table: its command, what it may record, where it may stand."""

    command: str
    states: tuple[str, ...]
    needed: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """All fields besides ``step`` and ``on``."""
        return self.needed + self.also


STEPS: Final[Mapping[str, StepRule]] = MappingProxyType(
    {
        "交办": StepRule("assign", (WAITING,), ("unit",), ("co_units", "method", "leader", "handler", "due")),
        "退回": StepRule("return", (HANDLING,), ("reason",)),
        "延期": StepRule("extend", (HANDLING, REDOING), ("due", "reason")),
        "面商": StepRule("meet", (HANDLING, REPLIED, HEARD, REDOING), (), ("stage", "mode", "deputy")),
        "会办": StepRule("co-reply", (HANDLING, REDOING), ("unit",), ("note",)),
        "答复": StepRule(
            "reply",
            (HANDLING, REDOING),
            ("result",),
            (
                "unit",
                "reason",
                "delivered_on",
                "doc_no",
                "signed_by",
                "summary",
                "body",
                "contact",
                "phone",
                "promise",
                "promise_due",
            ),
        ),
        "反馈": StepRule("feedback", (REPLIED, HEARD), ("attitude", "outcome"), ("deputy", "reason")),
        "重办": StepRule("redo", (REPLIED, HEARD), (), ("reason", "due")),
        "督办": StepRule("urge", (HANDLING, REPLIED, HEARD, REDOING), (), ("by", "method", "note")),
        "兑现": StepRule("fulfil", (REPLIED, HEARD, CLOSED), (), ("note",)),
        "并案": StepRule("merge", (WAITING, HANDLING), ("into",)),
        "撤回": StepRule("withdraw", (WAITING, HANDLING, REDOING), (), ("reason",)),
        "办结": StepRule("close", (REPLIED, HEARD), (), ("note",)),
    }
)


class Step(Part):
    """办理过程中的一个环节。各环节只用其中几项。"""

    sought = ("step", "on")

    step: str = field("环节", words=" ".join(STEPS))
    on: date = field("日期", "哪一天")
    unit: str | None = field("承办单位/主办单位", "单位名称")
    co_units: list[str] = listed("会办单位/协办单位", "单位名称，可写几个")
    method: str | None = field("办理方式", "交办：独办、主会办、分办", shown=False)
    leader: str | None = field("分管领导", shown=False)
    handler: str | None = field("经办人", shown=False)
    due: date | None = field("办理期限", "不写时按规定计算")
    reason: str | None = field("原因", "答复时写未采纳、未落实的理由", long=True, shown=True)
    stage: str | None = field("阶段", words="交办后 办理中 答复前 答复后", shown=False)
    mode: str | None = field("方式", words="当面 电话 书面 座谈 走访 网络", shown=False)
    deputy: str | None = field("代表", "代表姓名", to="deputy", shown=False)
    result: str | None = field("办理结果", "结果类别，如 A")
    delivered_on: date | None = field("代表收到日期/送达日期", "收到答复的日期，反馈期限从这天算", shown=False)
    doc_no: str | None = field("文号", shown=False)
    signed_by: str | None = field("签发人", shown=False)
    summary: str | None = field("答复摘要", long=True)
    body: str | None = field("答复全文", long=True)
    contact: str | None = field("联系人", shown=False)
    phone: str | None = field("联系电话", shown=False, private="phone")
    promise: str | None = field("承诺事项", long=True)
    promise_due: date | None = field("承诺期限", shown=False)
    attitude: str | None = field("对办理态度", words=GRADES, shown=False)
    outcome: str | None = field("对办理结果", words=GRADES)
    by: str | None = field("督办人", shown=False)
    into: str | None = field("并入建议", "编号，如 5-3-12", to="suggestion", shown=False)
    note: str | None = field("备注", long=True)

    def faults(self) -> list[str]:
        """What the step lacks, and what it carries that belongs to other steps."""
        rule = STEPS.get(self.step)
        if rule is None:
            return []
        faults = []
        for item in self.fields[2:]:
            given = getattr(self, item.attribute)
            if item.name in rule.needed and not given:
                faults.append(f"{self.step}：要写明{item.title}")
            elif given and item.name not in rule.fields:
                faults.append(f"{self.step}：不记{item.title}，请去掉")
        if self.step == "反馈" and self.outcome == "不满意" and not self.reason:
            faults.append("反馈：不满意的要写明原因")
        if self.step == "交办":
            faults += [f"交办：{fault}" for fault in contradictions(self)]
        for name in ("due", "delivered_on", "promise_due"):
            day = getattr(self, name)
            if day is not None and self.on is not None and day < self.on:
                faults.append(f"{self.step}：{self.field(name).title}{day}早于{self.step}的{self.on}")
        return faults
