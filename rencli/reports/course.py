"""办理经过: every step of a suggestion as a line of its card, with who acted and what came of it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from rencli.records.steps import Step

_AGAIN = ("首次", "再次", "第三次")


def told_steps(record: Any, as_of: date) -> list[dict[str, Any]]:
    """日期, 环节, 何人 and 要点 of each step up to a day; answers are told apart once a matter was handled again."""
    steps = sorted((step for step in record.steps if step.on <= as_of), key=lambda each: each.on)
    redone = any(step.step == "重办" for step in steps)
    round_, unit, told = 0, None, []
    for step in steps:
        round_ += step.step == "重办"
        unit = step.unit if step.step == "交办" else unit
        time = _AGAIN[round_] if round_ < len(_AGAIN) else f"第{round_ + 1}次"
        called = f"{time}{step.step}" if redone and step.step in ("答复", "反馈") else step.step
        told.append({"日期": step.on, "环节": called, "何人": _who(step, unit), "要点": "；".join(_gist(step))})
    return told


def _who(step: Step, assigned: str | None) -> str:
    match step.step:
        case "交办":
            return "、".join(filter(None, (step.unit, *step.co_units)))
        case "答复":
            return step.unit or assigned or ""
        case "退回" | "延期":
            return assigned or ""
        case "督办":
            return step.by or ""
    name = step.unit or step.deputy or ""
    person, _, constituency = name.partition("@")
    return f"{person}（{constituency}）" if constituency else person


def _gist(step: Step) -> Iterator[str]:
    """What a step says, in the order in which a clerk would tell it."""
    if step.stage or step.mode:
        yield met(step) if step.stage else step.mode or ""
    if step.method:
        yield step.method
    if step.due:
        yield f"{'延至' if step.step == '延期' else '限'}{_day(step.due)}{'' if step.step == '延期' else '前答复'}"
    if step.result:
        yield f"{step.result}类"
    yield from (text for text in (step.doc_no, step.summary) if text)
    if step.promise:
        yield f"承诺：{step.promise}{f'（{_day(step.promise_due)}前）' if step.promise_due else ''}"
    grades = (("态度", step.attitude), ("结果", step.outcome))
    if any(grade for _, grade in grades):
        yield "，".join(f"对办理{what}{grade}" for what, grade in grades if grade)
    if step.into:
        yield f"并入{step.into}"
    yield from (text for text in (step.reason, step.note) if text)


def met(step: Step) -> str:
    """A 面商 in words: 答复前面商（当面）."""
    return f"{step.stage or ''}面商{f'（{step.mode}）' if step.mode else ''}"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
