"""What came back from deputies becomes steps of their suggestions, all or none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, NamedTuple
from unicodedata import normalize

from rencli.errors import AlreadyExistsError, InvalidInputError, NotFoundError
from rencli.exchange.grades import grade
from rencli.exchange.returns import Answer
from rencli.records import clean, days
from rencli.records.numbered import full_number
from rencli.records.steps import Step
from rencli.store.door import RefusedError
from rencli.store.ledger import Ledger

KIND: Final = "suggestion"
FEEDBACK: Final = "反馈"

_NUMBER: Final = re.compile(r"第?(\d{1,3}(?:-\d{1,3}-\d{1,6})?|\d{1,6})号?").fullmatch
_DATED: Final = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}月\d{1,2}日").match
_SIGNATURE: Final = re.compile(r"[（(]?(?:签名|签字|盖章)[)）]?[:：]?|[\s_＿]")


class Taken(NamedTuple):
    """One feedback as it was written."""

    answer: Answer
    number: str
    title: str
    step: Step


@dataclass
class Outcome:
    """What became of the answers."""

    taken: list[Taken] = field(default_factory=list)
    passed: list[Answer] = field(default_factory=list)
    """Answers that the ledger has already."""
    faults: list[tuple[Answer, list[str]]] = field(default_factory=list)

    def dump(self) -> dict[str, Any]:
        """The JSON: as that of an import, each line with its file; of a form the line is null."""
        rejected = [{"file": each.file, "line": each.line, "errors": errors} for each, errors in self.faults]
        added, passed = (0, 0) if rejected else (len(self.taken), len(self.passed))
        return {"added": added, "passed": passed, "rejected": rejected}


def take(
    ledger: Ledger, found: Sequence[Answer], on: date | None = None, session: tuple[int, int] | None = None
) -> Outcome:
    """Write the feedback. ``on``: the day of those that bear none; ``session``: (届, 次) of bare numbers.

    With any fault the caller must not commit. Raises AlreadyExistsError where the ledger has all of it already.
    """
    outcome = Outcome()
    for answer in found:
        try:
            taken = _one(ledger, answer, on, session)
        except RefusedError as refused:
            outcome.faults.append((answer, [re.sub(r"^办理过程(?:第\d+步)? ", "", fault) for fault in refused.faults]))
        except (InvalidInputError, NotFoundError) as error:
            outcome.faults.append((answer, [str(error)]))
        else:
            if taken is None:
                outcome.passed.append(answer)
            else:
                outcome.taken.append(taken)
    late = [each for each in outcome.taken if each.step.on > ledger.today and not outcome.faults]
    ledger.notices += [f"{each.number} 的反馈记在{each.step.on}，这一天还没有到，请核对。" for each in late]
    if outcome.passed and not outcome.taken and not outcome.faults:
        raise AlreadyExistsError(f"这{len(outcome.passed)}份反馈台账里都有了，没有再记。")
    return outcome


def _one(ledger: Ledger, answer: Answer, on: date | None, session: tuple[int, int] | None) -> Taken | None:
    """Write one; None where the ledger has it already. Raises RefusedError with all that is wrong with it."""
    faults: list[str] = []
    id, fault = _suggestion(ledger, answer, session)
    faults += [fault] if fault else []
    raw: dict[str, Any] = {"step": FEEDBACK}
    for name, title in (("attitude", "对办理态度"), ("outcome", "对办理结果")):
        raw[name], fault = grade(str(answer.said.get(name, "")))
        if fault or not raw[name]:
            faults.append(f"{title}：{fault or '没有选，请在满意、基本满意、不满意里选一个'}")
    try:
        stated = _day(answer.said.get("on"))
        raw["on"] = stated or on
        if raw["on"] is None:
            faults.append("日期：没有填写。请补上，或用 --on 写明收回的日期")
    except clean.Unreadable as error:
        stated = None
        faults.append(f"日期：{error}")
    raw["reason"] = str(answer.said.get("reason", "")).strip(" \u3000_＿\n") or None
    raw["deputy"] = _SIGNATURE.sub("", str(answer.said.get("deputy", ""))) or None
    if faults or id is None:
        raise RefusedError(FEEDBACK, faults)
    record: Any = ledger.get(KIND, id)
    new = _read(raw)
    for step in record.steps:
        if step.step == FEEDBACK and (step.deputy is None or new.deputy is None or step.deputy == new.deputy):
            same = (step.attitude, step.outcome, step.reason) == (new.attitude, new.outcome, new.reason)
            if same and (stated is None or step.on == new.on):
                return None
            if step.on == new.on:
                raise InvalidInputError(
                    f"{record.called} 在{step.on}已记有一份不同的反馈（态度{step.attitude}、结果{step.outcome}），"
                    f"请核对。台账里的记错了，用 ren suggestion step edit {record.called} 改"
                )
    ledger.change_lines(KIND, id, "steps", lambda lines: lines.append(raw))
    return Taken(answer, record.called, record.title, new)


def _read(raw: dict[str, Any]) -> Step:
    """The step, cleaned. Raises RefusedError."""
    step, problems = Step.read(raw)
    if faults := [problem.text for problem in problems] or step.faults():
        raise RefusedError(FEEDBACK, faults)
    return step


def _suggestion(ledger: Ledger, answer: Answer, session: tuple[int, int] | None) -> tuple[int | None, str]:
    """(the suggestion that an answer is about, what is wrong with that): the number, and the title where it is told."""
    text = re.sub(r"[\s（()）]", "", normalize("NFKC", str(answer.said.get("number", ""))))
    text = re.sub("[‐‑–—―−一]", "-", text) if re.match(r"第?\d", text) else text
    if not text:
        return None, "编号：没有填写，不知道是哪件建议"
    if _DATED(text):
        return None, f"编号：“{text}”是日期，多半是表格软件把 5-3-12 改成了日期。请把这一栏设为文本，重新填写"
    number = _NUMBER(text)
    if not number:
        return None, f"编号：看不懂“{text}”，请写 届-次-编号，如 5-3-12"
    called = number[1]
    if "-" not in called:
        if session is None:
            return None, f"编号：“{text}”不完整，请写 届-次-编号，如 5-3-12；都是同一次会议的，可用 --session 5-3"
        called = full_number(called, *session)
    try:
        id = ledger.find(KIND, called)
    except NotFoundError as error:
        return None, f"编号：{str(error).rstrip('。')}，请核对是不是本单位的表"
    title, record = str(answer.said.get("title", "")), ledger.get(KIND, id)
    if _bare(title) and _bare(title) != _bare(record.heading()):
        shown = title.strip()
        return None, f"标题：表上写的是“{shown}”，台账里 {called} 是“{record.heading()}”，请核对编号"
    return id, ""


def _bare(title: str) -> str:
    return re.sub(r"[\W_]", "", normalize("NFKC", title))


def _day(value: Any) -> date | None:
    """The day that is written; None where nothing is, also where only 年 月 日 is printed. Raises clean.Unreadable."""
    text = re.sub(r"[\s_＿]", "", str(value)) if value is not None else ""
    return days.day(text) if re.sub("[年月日]", "", text) else None
