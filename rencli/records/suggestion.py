"""建议: deputies' motions, suggestions, criticisms and opinions, with the steps of their handling."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Self

from rencli.records import clean, joined
from rencli.records.base import Context, Problem, Record, derived, field, listed
from rencli.records.deadlines import deadlines
from rencli.records.explain import beyond_ceiling
from rencli.records.life import Life, Terms, live
from rencli.records.numbered import number_text
from rencli.records.steps import Step

MOTION = joined.MOTION


class Suggestion(Record):
    """代表议案、建议、批评和意见。办理状态由办理过程推出，不必填写。"""

    unique = ("term", "session", "number")
    dated_by = "submitted_on"
    further = (
        derived("unit", "承办单位", str, "最近一次交办的承办单位，写一部分即可"),
        derived("became", "转为", str, "议案转成的建议的编号"),
    )
    derived = (
        derived("state", "办理状态", str, "由办理过程推出"),
        derived("due", "办理期限", date, "本轮应答复的日期"),
        derived("overdue", "超期", bool, "过了办理期限还没有答复"),
    )

    title: str = field("标题/建议标题/案由", read=clean.title)
    type: str = field("类型", words="议案 建议 批评 意见", default="建议", shown=False)
    number: int | None = field("编号/建议编号", "同一次会议中的编号，不写时顺编")
    body: str | None = field("内容/建议内容", long=True)
    basis: str | None = field("案据", "议案必填", long=True)
    proposal: str | None = field("方案", "议案必填", long=True)
    submitted_on: date = field("提出日期/提交日期", shown=False)
    term: int | None = field("届次", "不写时为当时在任的一届", to="term", shown=False)
    session: int | None = field("会次", "闭会期间提出的不写", read=clean.ordinal, shown=False)
    origin: str = field("来源", words="代表 上级转办", default="代表", shown=False)
    proposer: str | None = field("领衔代表/提出代表/提出人", "代表姓名", to="deputy")
    cosigners: list[str] = listed("附议代表/联名代表", "代表姓名，可写几位", to="deputy")
    category: str | None = field("类别/分类", "如 基础设施建设", shown=False)
    key: bool = field("重点督办", default=False, shown=False)
    complex: bool = field("疑难复杂", "涉及面广、处理难度大，期限较长", default=False, shown=False)
    disclosure: str | None = field("公开方式", words="全文 摘要 不公开", shown=False)
    converted_from: str | None = field("原议案", "由哪件议案转来，写编号", to="suggestion", shown=False)
    note: str | None = field("备注", long=True)
    steps: list[Step] = listed("办理过程")

    def complete(self, context: Context) -> None:
        """The term in force on the day; the next number of the session."""
        if self.term is None and self.submitted_on is not None:
            self.term = context.term_on(self.submitted_on)
        if self.number is None and self.term is not None:
            self.number = context.next_number(self.term, self.session)
        for step in self.steps:
            if step.result and (known := context.rules.class_named(step.result)):
                step.result = known.letter

    def check(self, context: Context) -> Iterator[Problem]:
        if self.term is None and self.submitted_on is not None:
            yield Problem("term", f"届次：台账里没有{self.submitted_on}在任的一届，请先登记届次或写明届次")
        if self.type == MOTION:
            yield from self._check_motion(context)
        for number, step in enumerate(self.steps, 1):
            for fault in step.faults():
                yield Problem("steps", f"办理过程第{number}步 {fault}")
            if step.result and context.rules.result(step.result) is None:
                known = "、".join(context.rules.result_words())
                yield Problem("steps", f"办理过程第{number}步 答复：没有“{step.result}”这一类结果，可写{known}")
        if self.submitted_on is not None and all(step.step and step.on for step in self.steps):
            for fault in (*self.life(context).problems, *joined.merged_wrongly(self, context)):
                yield Problem("steps", f"办理过程 {fault}")
        for fault in joined.put_forward_late(self, context) if self.submitted_on else ():
            yield Problem("submitted_on", fault)
        for fault in joined.converted_wrongly(self, context):
            yield Problem("converted_from", fault)

    def _check_motion(self, context: Context) -> Iterator[Problem]:
        least = context.rules.motion_deputies
        people = {name for name in (self.proposer, *self.cosigners) if name}
        if len(people) < least.value:
            yield Problem(
                "cosigners",
                f"附议代表：议案须有{least.value}名以上代表提出（{least.article}），现有{len(people)}名",
            )
        for name, text in (("basis", self.basis), ("proposal", self.proposal)):
            if not text:
                yield Problem(name, f"{self.field(name).title}：议案必须写明")

    def notices(self, context: Context) -> Iterator[str]:
        for step, ceiling in beyond_ceiling(self, self.terms(context)):
            if step is self.steps[-1]:  # told when it is written, not with every step behind it
                beyond = f"超过了延期上限 {ceiling.day}（{ceiling.basis}）"
                yield f"建议{self.called} 延期至 {step.due}，{beyond}。"

    @property
    def called(self) -> str:
        """届-次-编号."""
        return number_text(self.term, self.session, self.number)

    def life(self, context: Context, as_of: date | None = None) -> Life:
        """The life up to a day, by the rules and congresses that the context knows."""
        return live(self.submitted_on, self.steps, self.terms(context), as_of)

    def terms(self, context: Context) -> Terms:
        """What beside the steps decides the due dates."""
        close = context.congress_close(self.term, self.session)
        became = context.became(self.called) if self.type == MOTION else None
        return Terms(context.rules, self.complex, close, self.session is None, became)

    def until(self, day: date) -> Self:
        return replace(self, steps=[step for step in self.steps if step.on <= day])

    def beside(self, context: Context, day: date) -> dict[str, Any]:
        return {"deadlines": list(deadlines(self, self.terms(context), day))}

    def derive(self, context: Context, as_of: date) -> dict[str, Any]:
        life = self.life(context, as_of)
        return {
            "state": life.state,
            "due": life.due,
            "overdue": life.overdue(as_of),
            "unit": life.unit,
            "became": life.became,
        }

    def in_table(self, values: Mapping[str, Any]) -> dict[str, Any]:
        return {"number": self.called, "state": f"{values['state']}{values['became'] or ''}"}

    def heading(self) -> str:
        return self.title
