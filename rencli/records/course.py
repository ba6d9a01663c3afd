"""A suggestion's life told for the eye: a line a step, with the days between, the rounds, and what comes next."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from rencli.records.life import Life, Terms, live, next_steps
from rencli.records.steps import HANDLING, REDOING, STEPS, Step

TELLING = (
    *("reason", "stage", "mode", "result", "doc_no", "signed_by", "summary", "promise", "attitude", "outcome"),
    *("into", "leader", "handler", "note"),
)


def course(suggestion: Any, terms: Terms, day: date) -> Iterator[str]:
    """Every step up to a day, by date, with its line's number; then how it stands and what may follow."""
    numbered = [(place, step) for place, step in enumerate(suggestion.steps, 1) if step.on <= day]
    numbered.sort(key=lambda each: each[1].on)
    yield f"{suggestion.submitted_on}　提出　{suggestion.proposer or suggestion.origin}"
    unit, round_ = "", 1
    days = pairwise([suggestion.submitted_on, *(step.on for _, step in numbered)])
    for (place, step), (before, on) in zip(numbered, days, strict=True):
        unit = step.unit or "" if step.step == "交办" else unit
        if step.step == "重办":
            round_ += 1
            yield f"—— 第{round_}轮 ——"
        told = [f"{step.on}", f"{place}. {step.step}", _who(step, unit), *_gist(step)]
        passed = (on - before).days
        yield "　".join(filter(None, told)) + (f"　（隔{passed}天）" if passed else "")
    life = live(suggestion.submitted_on, suggestion.steps, terms, day)
    if terms.became and terms.became.on <= day:
        yield f"{terms.became.on}　转为建议 {terms.became.number}"
    yield from _now(life, day)


def _now(life: Life, day: date) -> Iterator[str]:
    standing = f"现在：{life.standing}{life.became or ''}"
    if life.state in (HANDLING, REDOING):
        standing += f"，等{'、'.join(life.awaited)}答复"
        if life.due is not None:
            left = (life.due - day).days
            standing += f"，期限{life.due}，" + (f"还有{left}天" if left >= 0 else f"已超期{-left}天")
    yield standing
    if life.promises.open:
        dues = [promise.due for promise in life.promises.open if promise.due]
        yield "有承诺还没有兑现" + (f"，承诺期限{dues[-1]}" if dues else "")
    following = [] if life.became else next_steps(life.state)
    if not life.promises.made:
        following = [word for word in following if word != "兑现"]
    if following:
        yield f"接下来：{'、'.join(f'{word}（{STEPS[word].command}）' for word in following)}"


def _who(step: Step, assigned: str) -> str:
    match step.step:
        case "交办":
            return "、".join(filter(None, (step.unit, *step.co_units))) + (f"（{step.method}）" if step.method else "")
        case "答复" | "会办":
            return step.unit or assigned
        case "退回" | "延期":
            return assigned
    return step.by or step.deputy or ""


def _gist(step: Step) -> Iterator[str]:
    """What a step says beside day and actor."""
    if step.due:
        yield f"期限{step.due}"
    for name in TELLING:
        if value := getattr(step, name):
            yield f"{step.field(name).title} {value}".replace("\n", " ")
    if step.step != "交办" and step.method:
        yield step.method
    if step.promise_due:
        yield f"承诺期限 {step.promise_due}"
    if step.delivered_on:
        yield f"代表{step.delivered_on}收到"
