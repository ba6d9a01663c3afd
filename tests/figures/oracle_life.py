"""A suggestion's life by looking back over its steps, written from contract section 2 and from nothing else.

Plain dictionaries as a file carries them. Nothing here knows how the program does it: every answer looks back
from the end for the step that decides it.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

import chinese_calendar

Raw = Mapping[str, Any]

# The table of section 2: where a step may stand, and the state that it leads to ("" leaves the state alone).
TABLE: Final[Mapping[str, tuple[str, str]]] = {
    "交办": ("待交办", "办理中"),
    "退回": ("办理中", "待交办"),
    "延期": ("办理中 重办中", ""),
    "面商": ("办理中 已答复 已反馈 重办中", ""),
    "会办": ("办理中 重办中", ""),
    "答复": ("办理中 重办中", "已答复"),
    "反馈": ("已答复 已反馈", "已反馈"),
    "重办": ("已答复 已反馈", "重办中"),
    "督办": ("办理中 已答复 已反馈 重办中", ""),
    "兑现": ("已答复 已反馈 已办结", ""),
    "并案": ("待交办 办理中", "已并案"),
    "撤回": ("待交办 办理中 重办中", "已撤回"),
    "办结": ("已答复 已反馈", "已办结"),
}
MONTHS, MONTHS_COMPLEX = 3, 6
PROMISING: Final = "B"


def day(text: str) -> date:
    return date.fromisoformat(text)


def happened(suggestion: Raw, as_of: date | None = None) -> list[Raw]:
    """The steps up to a day, by date; those of one day as given."""
    steps = sorted(suggestion.get("steps", ()), key=lambda step: step["on"])
    return [step for step in steps if as_of is None or day(step["on"]) <= as_of]


def state(steps: Sequence[Raw]) -> str:
    for at in range(len(steps) - 1, -1, -1):
        leads_to = TABLE[steps[at]["step"]][1]
        if steps[at]["step"] == "答复" and not answers(steps[: at + 1]):
            continue
        if leads_to:
            return leads_to
    return "待交办"


def answers(steps: Sequence[Raw]) -> bool:
    """Whether the last of the steps, a 答复, is the reply of the round: under 分办 the last unit's."""
    handed = last(steps, "交办")
    assert handed is not None
    if handed.get("method") != "分办":
        return True
    units = {handed["unit"], *handed.get("co_units", ())}
    return units <= {reply.get("unit", handed["unit"]) for reply in since_round_began(steps) if reply["step"] == "答复"}


def last(steps: Sequence[Raw], *words: str) -> Raw | None:
    return next((step for step in reversed(steps) if step["step"] in words), None)


def since_round_began(steps: Sequence[Raw]) -> Sequence[Raw]:
    """The steps from the latest 交办 or 重办 on, that one included."""
    starts = [at for at, step in enumerate(steps) if step["step"] in ("交办", "重办")]
    return steps[starts[-1] :] if starts else []


def due(suggestion: Raw, steps: Sequence[Raw]) -> date | None:
    """The date of the round at hand under the national rules."""
    if state(steps) in ("待交办", "已撤回", "已并案"):
        return None
    this_round = since_round_began(steps)
    if extension := last(this_round, "延期"):
        return day(extension["due"])
    start = this_round[0]
    if "due" in start:
        return day(start["due"])
    if start["step"] == "重办":
        return None
    return counted(day(start["on"]), MONTHS_COMPLEX if suggestion.get("complex") else MONTHS)


def counted(start: date, months: int) -> date:
    """The corresponding day, else the month's end; on a day off the next day that is worked."""
    year, month, of_month = start.year, start.month + months, start.day
    while month > 12:
        year, month = year + 1, month - 12
    while True:
        try:
            found = date(year, month, of_month)
        except ValueError:
            of_month -= 1
        else:
            break
    while not worked(found):
        found += timedelta(days=1)
    return found


def worked(of: date) -> bool:
    """By the yearly notices, else by the weekend alone."""
    try:
        return chinese_calendar.is_workday(of)
    except NotImplementedError:
        return of.isoweekday() < 6


def overdue(suggestion: Raw, steps: Sequence[Raw], asked: date) -> bool:
    until = due(suggestion, steps)
    return state(steps) in ("办理中", "重办中") and until is not None and asked > until


def replies(steps: Sequence[Raw]) -> list[int]:
    """The places of the replies that count as the reply of a round."""
    return [at for at, step in enumerate(steps) if step["step"] == "答复" and answers(steps[: at + 1])]


def on_time(suggestion: Raw, steps: Sequence[Raw]) -> bool:
    """The first reply on or before the due then in force, extensions included."""
    first = replies(steps)[:1]
    if not first:
        return False
    until = due(suggestion, steps[: first[0]])
    return until is not None and day(steps[first[0]]["on"]) <= until


def promises(steps: Sequence[Raw]) -> list[Raw]:
    """The replies with a text in ``promise`` or of a class that promises."""
    return [step for step in steps if step["step"] == "答复" and (step.get("promise") or step["result"] == PROMISING)]


def standing(steps: Sequence[Raw]) -> list[int]:
    """The places of the promises that stand: those of the last round that has its reply, and later ones."""
    answered = replies(steps)
    redone = [at for at, step in enumerate(steps) if step["step"] == "重办" and answered and at < answered[-1]]
    begins = redone[-1] if redone else 0
    return [at for at, step in enumerate(steps) if at >= begins and promises([step])]


def unkept(steps: Sequence[Raw]) -> list[Raw]:
    """The promises that stand with no 兑现 since."""
    return [steps[at] for at in standing(steps) if not any(step["step"] == "兑现" for step in steps[at:])]


def may_fulfil(steps: Sequence[Raw]) -> bool:
    return bool(promises(steps))


def allowed(steps: Sequence[Raw]) -> list[str]:
    """The steps that may come next."""
    now = state(steps)
    found = [word for word, (where, _) in TABLE.items() if now in where.split()]
    if not may_fulfil(steps):
        found = [word for word in found if word != "兑现"]
    return found if opinions(steps) else [word for word in found if word != "会办"]


def asked(steps: Sequence[Raw]) -> list[str]:
    """The units that have still to answer the deputy in the round at hand."""
    handed = last(steps, "交办")
    if handed is None or state(steps) not in ("办理中", "重办中"):
        return []
    if handed.get("method") != "分办":
        return [handed["unit"]]
    done = [step.get("unit", handed["unit"]) for step in since_round_began(steps) if step["step"] == "答复"]
    return [unit for unit in (handed["unit"], *handed["co_units"]) if unit not in done]


def opinions(steps: Sequence[Raw]) -> list[str]:
    """The units that may give a 会办 opinion: the co-units of the latest 交办, which equals are not."""
    handed = last(steps, "交办") or {}
    return [] if handed.get("method") == "分办" else list(handed.get("co_units", ()))
