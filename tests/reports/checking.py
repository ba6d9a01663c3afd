"""All properties of one paper, with what each of them needs drawn from its ledger."""

import json
import re
from collections import Counter
from itertools import product

import properties
from ledgers import Made

from rencli.figures.base import Rate

_SUPERVISION = ("视察", "调研", "执法检查", "工作评议", "听取汇报", "专题询问", "督办")


def faults(made: Made, *, annual: bool) -> list[str]:
    """What is wrong with a paper; nothing, if it is worth signing."""
    text, notes = made.text, made.notes()
    own = [note for texts in notes.values() for note in texts]
    return [
        *properties.punctuation(text),
        *properties.emptiness(text),
        *properties.numbers(_without(made.bare, own), known_numbers(made)),
        *properties.parts(text),
        *properties.rates(text, made.shares),
        *properties.headings(text),
        *properties.rhythm(text, own),
        *properties.agreement(text, made.office, made.year, made.issued_on),
        *properties.notes(text, notes),
        *properties.shortcomings(text, wrongs(made, annual=annual), own="不足" in notes),
        *properties.formulas(text, json.dumps(made.records, ensure_ascii=False)),
        *dead_figures(made),
        *miscounted(made),
    ]


def known_numbers(made: Made) -> set[str]:
    """Numbers that may stand outside live figures: of records' fields, differences, counts of named records."""
    differences = set()
    for key, value in made.figures.items():
        before = made.before.get(key)
        if isinstance(value, int) and isinstance(before, int):
            differences.add(str(abs(value - before)))
        elif isinstance(value, Rate) and isinstance(before, Rate):
            points = abs(float(str(value)[:-1]) - float(str(before)[:-1]))
            differences.add(f"{points:.1f}".removesuffix(".0"))
        if isinstance(value, Rate):
            differences.add(str(value.denominator - value.numerator))
    whole, half = made.value, "suggestion."
    pairs = (
        (whole(f"{half}total"), whole(f"{half}assigned")),
        (whole(f"{half}assigned"), whole(f"{half}accepted")),
        (whole(f"{half}accepted"), whole(f"{half}closed")),
        (whole(f"{half}carried"), whole(f"{half}carried_closed")),
        (whole("deputy.seats") or 0, whole("deputy.by_level.乡镇")),
        (whole("visit.opinions"), whole("visit.solved")),
        (
            whole("group.total"),
            sum(1 for key, value in made.figures.items() if key.startswith("activity.by_group.") and value),
        ),
    )
    for whole, part in (
        ("plan.total", "plan.done"),
        ("opinion.total", "opinion.resolved"),
        ("petition.total", "petition.resolved"),
    ):
        differences.add(str(made.value(whole) - made.value(part)))
    differences |= {str(abs(one - other)) for one, other in pairs}
    for key, value in made.figures.items():
        if key.endswith(".problems") and key.startswith("activity.by_type."):
            differences.add(str(abs(value - made.value(key.replace(".problems", ".resolved")))))
    categories = sorted((v for k, v in made.figures.items() if k.startswith("suggestion.by_category.")), reverse=True)
    differences.add(str(sum(categories[3:])))
    differences |= {str(total) for total in _gathered(made)}
    fields = set(re.findall(r"\d+(?:\.\d+)?", json.dumps(made.records, ensure_ascii=False)))
    late = [each for each in (*made.suggestions, *made.carried) if each["超期"]]
    told = {str(each[name]) for each in late for name in ("超期天数", "督办次数")}
    counts = {str(count) for count in Counter(each["承办单位"] for each in made.suggestions if each["超期"]).values()}
    for state, overdue in product(("办理中", "重办中"), (True, False)):
        states = [each for each in made.suggestions if each["办理状态"] == state and each["超期"] == overdue]
        counts.add(str(len(states)))
    waiting = [each for each in made.suggestions if each["办理状态"] == "待交办"]
    never = made.value("suggestion.total") - made.value("suggestion.assigned")
    counts |= {str(len(waiting)), str(len(waiting) - never)}
    redone = [each for each in made.suggestions if each["重办"]]
    counts |= {str(sum(each["反馈结果"] == "满意" for each in redone)), str(_redoing(made))}
    return differences | fields | told | counts


def wrongs(made: Made, *, annual: bool) -> dict[str, bool]:
    """What 不足 must tell: words to whether the ledger has it."""
    on_time = made.value("suggestion.on_time_reply_rate")
    satisfied, before = made.value("suggestion.satisfaction_rate"), made.before.get("suggestion.satisfaction_rate")
    coverage, seats = made.value("duty_report.coverage_rate"), made.value("deputy.seats")
    township = made.value("deputy.by_level.乡镇")
    low = dropped = False
    if satisfied and satisfied.denominator >= 5 and annual:
        percent = float(str(satisfied)[:-1])
        low = percent < 80
        dropped = bool(before and before.denominator >= 5 and float(str(before)[:-1]) - percent >= 5)
    return {
        "没有在期限内答复|超过期限": bool(on_time and on_time.numerator < on_time.denominator),
        "满意率": low or dropped,
        "不满意": bool(made.value("suggestion.dissatisfied"))
        and (not annual or bool(satisfied and satisfied.denominator < 5)),
        "没有代表反馈的记录": bool(made.value("suggestion.replied")) and not satisfied and not _heard_of_old(made),
        "逾期": made.value("suggestion.promise.overdue") > 0,
        "缺额": bool(seats and township and seats > township),
        "没有述职|代表述职的记录": bool(coverage and 0 < coverage.numerator < coverage.denominator),
        "没有解决": made.value("visit.opinions_open") > 0,
        "指出的问题": made.value("activity.problems_open") > 0,
        "没有办结": made.value("opinion.pending") > 0,
        "代表小组没有": 0
        < sum(1 for key, value in made.figures.items() if key.startswith("activity.by_group.") and value)
        < made.value("group.total")
        and not made.value("group.by_type.大组"),
        "再次答复": any(each["超期"] and each["办理状态"] == "重办中" for each in made.suggestions),
        "来信来访(还有|没有办结)": annual and made.value("petition.pending") > 0,
        "年度安排的(?:工作|“)": annual and made.value("plan.total") > made.value("plan.done"),
        "召开会议.*的记录": not any(value for key, value in made.figures.items() if key.startswith("meeting.by_type.")),
        "收到代表建议.*的记录": not made.value("suggestion.total"),
        "接待走访选民.*的记录": not made.value("visit.events"),
        "组织代表述职.*的记录": not made.value("duty_report.events") and not (coverage and coverage.numerator),
        "开展代表活动.*的记录": not made.value("activity.total"),
    }


def dead_figures(made: Made) -> list[str]:
    """Live figures must be known to the catalogue and say what the ledger says."""
    found = []
    for tag, shown in made.live.items():
        key, _, written = tag.removeprefix("ren:").rpartition("=")
        stem, _, part = key.partition("#")
        value = made.figures.get(stem)
        if isinstance(value, Rate) and part:
            value = value.numerator if part == "n" else value.denominator
        if written != shown or (str(value) != shown and "万" not in shown and "元" not in shown):
            found.append(f"活的数不对：{tag}（{shown}，台账 {value}）")
    return found


def miscounted(made: Made) -> list[str]:
    """Numbers that 不足 works out from the list of suggestions."""
    late = [each["办理状态"] for each in made.suggestions if each["超期"]]
    found = []
    for pattern, state in ((r"(\d+)件建议超过期限", "办理中"), (r"重办的建议中(\d+)件超过期限", "重办中")):
        for number in re.findall(pattern, made.text):
            if int(number) != late.count(state):
                found.append(f"超期的件数不对：{number}，台账 {late.count(state)}")
    return found


def _gathered(made: Made) -> list[int]:
    """What the types of activity beyond the first three come to, those of supervision and the others apart."""
    counts: dict[bool, dict[str, int]] = {True: {}, False: {}}
    for key, value in made.figures.items():
        word = key.removeprefix("activity.by_type.").removesuffix(".count")
        if key == f"activity.by_type.{word}.count" and value and word != "学习培训":
            counts[word in _SUPERVISION][word] = value
    rests = [sorted(some, key=lambda word: (word == "其他", -some[word]))[3:] for some in counts.values()]
    measures = ("deputy_times", "people", "problems", "problems_known", "problems_resolved", "resolved", "opinions")
    return [
        sum(made.value(f"activity.by_type.{word}.{measure}") for word in rest) for rest in rests for measure in measures
    ]


def _heard_of_old(made: Made) -> bool:
    """Whether suggestions that were carried over got feedback."""
    return any(step["环节"] == "反馈" for each in made.carried for step in each["办理过程"])


def _redoing(made: Made) -> int:
    return sum(each["办理状态"] == "重办中" for each in made.suggestions)


def _without(text: str, own: list[str]) -> str:
    for note in own:
        text = text.replace(note.rstrip("。；"), "")
    return text
