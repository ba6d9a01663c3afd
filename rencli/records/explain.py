"""The whole computation of a suggestion's due, line by line: ``--why``."""

from collections.abc import Iterator
from datetime import date

from rencli.records.deadlines import Handled, handing
from rencli.records.life import StepLike, Terms, live
from rencli.records.steps import WAITING
from rencli.rules import Due
from rencli.rules import explain as computation


def explain(suggestion: Handled, terms: Terms, day: date) -> list[str]:
    """How the due of the round at hand came about by ``day``: reckoned, typed, extended."""
    steps = sorted((step for step in suggestion.steps if step.on <= day), key=lambda step: step.on)
    begun = [place for place, step in enumerate(steps) if step.step in ("交办", "退回", "重办")]
    if not begun:
        return ["还没有交办，没有办理期限"]
    first, *later = steps[begun[-1] :]
    if first.step == "退回":
        return [f"{first.on} 退回，没有再交办，没有办理期限"]
    return [*_begun(first, terms), *_extended(first, later, terms)]


def explain_office(suggestion: Handled, terms: Terms, day: date) -> list[str]:
    """The computation of what the office itself has to do by ``day``: 交办, 再交办; empty where a unit has it."""
    life = live(suggestion.submitted_on, suggestion.steps, terms, day)
    if life.state != WAITING:
        return []
    office = handing(life.returned_on, suggestion.submitted_on, suggestion.session is None, terms.rules)
    return [f"{office.matter}的期限：", *computation(office.due)] if office.due else [office.basis]


def beyond_ceiling(suggestion: Handled, terms: Terms) -> Iterator[tuple[StepLike, Due]]:
    """The extensions of a reply that go beyond what the rules allow, each with that last day."""
    ceiling: Due | None = None
    for step in sorted(suggestion.steps, key=lambda step: step.on):
        if step.step == "交办":
            ceiling = terms.ceiling(step)
        elif step.step == "重办":
            ceiling = None
        elif step.step == "延期" and ceiling is not None and step.due and step.due > ceiling.day:
            yield step, ceiling


def _begun(step: StepLike, terms: Terms) -> Iterator[str]:
    found = terms.due(step)
    if step.due:
        yield f"{step.on} {step.step}时写定 {step.due}，照写的算"
        if found:
            yield f"照规定推算是 {found.day}：{found.basis}"
    elif found:
        yield from computation(found)
    else:
        yield f"“{terms.rules.name}”没有规定{step.step}的期限，{step.step}时也没有写定"


def _extended(first: StepLike, later: list[StepLike], terms: Terms) -> Iterator[str]:
    """Each extension, whether it came late, and whether it goes beyond what the rules allow."""
    found = terms.due(first)
    due = first.due or (found.day if found else None)
    ceiling = terms.ceiling(first) if first.step == "交办" else None
    for step in later:
        if step.step != "延期":
            continue
        late = f"，延期时已超期（原期限 {due}）" if due and step.on > due else ""
        yield f"{step.on} 延期至 {step.due}{late}"
        due = step.due
        if ceiling and due and due > ceiling.day:
            yield f"超过延期上限 {ceiling.day}：{ceiling.basis}"
        elif ceiling:
            yield f"没有超过延期上限 {ceiling.day}（{ceiling.period.article}）"
