"""Suggestions that one another name: merged into one, made of a motion. What of that makes no sense."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final, NamedTuple, Protocol

from rencli.records.numbered import full_number

MOTION: Final = "议案"
ENDING: Final = ("撤回", "并案")
"""The steps that end a suggestion before its time, and every open matter of it."""


class End(NamedTuple):
    """The step that ended a suggestion, or its last one."""

    on: date
    word: str


class Merger(NamedTuple):
    """Another suggestion that was merged into this one."""

    on: date
    number: str


class Conversion(NamedTuple):
    """What a motion became."""

    on: date
    number: str


class Others(Protocol):
    """What is asked of the other suggestions of the ledger and of the file at hand, by 届-次-编号."""

    def ended(self, number: str) -> End | None: ...
    def merged_into(self, number: str) -> list[Merger]: ...
    def became(self, number: str) -> Conversion | None: ...
    def last_step_of_motion(self, number: str) -> End | None: ...
    def put_forward(self, number: str) -> date | None: ...


class Joined(Protocol):
    """What is asked of a suggestion."""

    term: int | None
    session: int | None
    converted_from: str | None
    submitted_on: date
    steps: list[Any]

    @property
    def called(self) -> str: ...


def end_of(steps: Sequence[Any]) -> End | None:
    """What ended a suggestion before its time."""
    found = [End(step.on, step.step) for step in steps if step.step in ENDING and step.on]
    return min(found, default=None)


def merged_wrongly(record: Joined, others: Others) -> Iterator[str]:
    """A 并案 goes into another suggestion, which on that day is neither withdrawn nor merged nor made another."""
    for step in record.steps:
        if step.step != "并案" or not step.into:
            continue
        into = full_number(step.into, record.term, record.session)
        if into == record.called:
            yield f"并案（{step.on}）：不能并入这件建议自己"
            continue
        end, became, since = others.ended(into), others.became(into), others.put_forward(into)
        if since is not None and since > step.on:
            yield f"并案（{step.on}）：{into}到{since}才提出，不能在这之前并入"
        elif end is not None and end.on <= step.on:
            yield f"并案（{step.on}）：{into}已于{end.on}{end.word}，不能再并入，请写仍在办理的一件"
        elif became is not None and became.on <= step.on:
            yield f"并案（{step.on}）：{into}已于{became.on}转为建议{became.number}，请并入{became.number}"
    end = end_of(record.steps)
    for merger in others.merged_into(record.called) if end else ():
        if end and merger.on >= end.on:
            yield f"{end.word}（{end.on}）：{merger.number}于{merger.on}并入这件建议，那时它应当还在办理"


def converted_wrongly(record: Joined, others: Others) -> Iterator[str]:
    """A suggestion is made of another one, whose handling is then over; it becomes one suggestion only."""
    if not record.converted_from or record.submitted_on is None:
        return
    source = full_number(record.converted_from, record.term, record.session)
    if source == record.called:
        yield "原议案：不能是这件建议自己"
    elif (since := others.put_forward(source)) and since > record.submitted_on:
        yield f"原议案：议案{source}到{since}才提出，转成的建议不能早于那一天"
    elif (last := others.last_step_of_motion(source)) and last.on >= record.submitted_on:
        yield (
            f"原议案：议案{source}从{record.submitted_on}（提出日期）起不再有环节，"
            f"它{last.on}还有{last.word}，请改提出日期或先删去那个环节"
        )


def put_forward_late(record: Joined, others: Others) -> Iterator[str]:
    """It was put forward before another was merged into it or made of it."""
    for merger in others.merged_into(record.called):
        if merger.on < record.submitted_on:
            yield f"提出日期：{merger.number}已于{merger.on}并入这件建议，不能晚于那一天"
    became = others.became(record.called)
    if became is not None and became.on < record.submitted_on:
        yield f"提出日期：这件议案已于{became.on}转为建议{became.number}，不能晚于那一天"
