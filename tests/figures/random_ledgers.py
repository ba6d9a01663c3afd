"""Random small ledgers as files of lines, for comparing the program with the oracle."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

import oracle
import oracle_life as fate
import random_books
from drawing import DAYS, Line, days, flags, numbers, sometimes, words
from hypothesis import strategies as st
from oracle_life import Raw, day

GAPS: Final = (0, 0, 1, 7, 30, 60, 91, 92, 93, 120, 184, 300)
NAMES: Final = ("张一", "李二", "王三", "赵四", "钱五", "孙六")
UNITS: Final = ("镇派出所", "镇水务站", "镇财政所")


@st.composite
def ledgers(draw: Any) -> list[Line]:
    """A whole ledger; every line has its id."""
    lines: list[Line] = []
    lines += _terms(draw)
    lines += _places(draw)
    lines += _people(draw, lines)
    lines += _meetings(draw, lines)
    lines += _events(draw, lines)
    lines += _suggestions(draw, lines)
    lines += random_books.books(draw, lines)
    counts: dict[str, int] = {}
    for line in lines:
        counts[line["kind"]] = line["id"] = counts.get(line["kind"], 0) + 1
    return lines


@st.composite
def askings(draw: Any, ledger: list[Line]) -> tuple[str, str, date | None]:
    """(option, its value, as-of day or None)."""
    terms = [line["number"] for line in oracle.of(ledger, "term")]
    option = draw(words("year year half quarter from term session"))
    year = draw(st.integers(2020, 2025))
    first, last = sorted((draw(days), draw(days)))
    value = {
        "year": f"{year}",
        "half": f"{year}H{draw(st.integers(1, 2))}",
        "quarter": f"{year}Q{draw(st.integers(1, 4))}",
        "from": f"{first}/{last}",
        "term": str(draw(st.sampled_from(terms))),
        "session": f"{draw(st.sampled_from(terms))}-{draw(st.integers(1, 3))}",
    }[option]
    return option, value, draw(st.none() | days)


def _terms(draw: Any) -> list[Line]:
    began = ["2016-12-20", "2020-01-01", "2021-12-20"][-draw(st.integers(1, 3)) :]
    terms: list[Line] = []
    for number, (text, after) in enumerate(zip(began, [*began[1:], None], strict=True), 3):
        term: Line = {"kind": "term", "number": number, "began_on": text}
        sometimes(draw, term, seats=numbers)
        if draw(flags):  # the term may end early, and leave a gap
            end = day(after) - timedelta(draw(st.sampled_from((1, 20)))) if after else date(2024, 5, 31)
            term["ended_on"] = end.isoformat()
        terms.append(term)
    return terms


def _places(draw: Any) -> list[Line]:
    places: list[Line] = []
    for name in ("甲组", "乙组")[: draw(st.integers(0, 2))]:
        places.append({"kind": "group", "name": name})
        sometimes(draw, places[-1], type=words("大组 小组"))
    for name in ("东站", "西站")[: draw(st.integers(0, 2))]:
        places.append({"kind": "station", "name": name, "type": draw(words("联络站 活动室"))})
        funds = st.sampled_from((0, 1000, 0.1, 0.2, 12.35))
        sometimes(draw, places[-1], opened_on=days.map(str), funds=funds)
    return places


def _people(draw: Any, ledger: list[Line]) -> list[Line]:
    people: list[Line] = []
    for name in NAMES[: draw(st.integers(2, 6))]:
        person = {"kind": "deputy", "name": name, **_seat(draw, ledger)}
        sometimes(draw, person, gender=words("男 女"), sector=words("农民 干部"), party=words("中共党员 群众"))
        people.append(person)
    if draw(flags):  # two of one name, told apart by constituency
        people[0]["constituency"] = "东选区"
        people.append({"kind": "deputy", "name": NAMES[0], "constituency": "西选区", **_seat(draw, ledger)})
    mandates = [
        {"kind": "mandate", "deputy": _name(person), **_seat(draw, ledger)}
        for person in draw(st.lists(st.sampled_from(people), max_size=3))
    ]
    return people + mandates


def _name(person: Raw) -> str:
    return f"{person['name']}@{person['constituency']}" if "constituency" in person else str(person["name"])


def _seat(draw: Any, ledger: list[Line]) -> Line:
    groups = [line["name"] for line in oracle.of(ledger, "group")]
    seat: Line = {"presidium": True} if draw(flags) else {}
    sometimes(draw, seat, how=words("换届选举 补选"))
    if groups:
        sometimes(draw, seat, group=st.sampled_from(groups))
    terms = oracle.term_days(ledger)
    if draw(st.integers(0, 3)):
        number = draw(st.sampled_from(sorted(terms)))
        first, last = terms[number]
        inside = [each for each in DAYS if first <= each and (last is None or each <= last)]
        if number != max(terms) or draw(flags):
            seat["term"] = number
    else:
        seat["level"] = draw(words("县 市"))
        inside = list(DAYS)
    if inside and draw(flags):
        seat["began_on"] = draw(st.sampled_from(inside)).isoformat()
    later = [each for each in inside if each.isoformat() >= seat.get("began_on", "")]
    if later and draw(flags):
        seat["ended_on"] = draw(st.sampled_from(later)).isoformat()
        sometimes(draw, seat, end_reason=words("辞职 任期届满 死亡"))
    if later and draw(flags):
        seat["suspended_on"] = draw(st.sampled_from(later)).isoformat()
    return seat


def _meetings(draw: Any, ledger: list[Line]) -> list[Line]:
    people = [_name(line) for line in oracle.of(ledger, "deputy")]
    meetings: list[Line] = []
    for number, (first, last) in oracle.term_days(ledger).items():
        inside = [each for each in DAYS if first <= each and (last is None or each <= last)]
        held = draw(st.lists(st.sampled_from(inside), max_size=3, unique=True)) if inside else []
        for session, began in enumerate(sorted(held), 1):
            meetings.append({"kind": "meeting", "type": "人代会", "term": number, "session": session})
            meetings[-1]["began_on"] = began.isoformat()
            sometimes(draw, meetings[-1], ended_on=st.just((began + timedelta(1)).isoformat()))
    for _ in range(draw(st.integers(0, 2))):
        meetings.append({"kind": "meeting", "type": draw(words("主席团会议 座谈会")), "began_on": str(draw(days))})
    for meeting in meetings:
        sometimes(draw, meeting, expected=numbers, present=numbers)
        if draw(flags):
            there = draw(st.lists(st.sampled_from(people), unique=True, max_size=4))
            meeting["attendance"] = [{"deputy": each, "status": draw(words("出席 请假 缺席"))} for each in there]
        if draw(flags):
            meeting["items"] = [_item(draw) for _ in range(draw(st.integers(1, 3)))]
    return meetings


def _item(draw: Any) -> Line:
    item: Line = {"type": draw(words("听取报告 审议 决议 决定 选举 表决 票决 测评")), "title": "一项议程"}
    sometimes(draw, item, elected=st.lists(st.sampled_from(NAMES), max_size=3))
    return item


def _events(draw: Any, ledger: list[Line]) -> list[Line]:
    stations = [line["name"] for line in oracle.of(ledger, "station")]
    groups = [line["name"] for line in oracle.of(ledger, "group")]
    people = [_name(line) for line in oracle.of(ledger, "deputy")]
    events: list[Line] = []
    for _ in range(draw(st.integers(0, 3))):
        visit: Line = {"kind": "visit", "held_on": str(draw(days)), "type": draw(words("接待选民 走访选民"))}
        sometimes(draw, visit, voters=numbers, households=numbers, opinions=numbers, solved=numbers)
        if stations:
            sometimes(draw, visit, station=st.sampled_from(stations))
        events.append(visit | _who(draw, people))
    for _ in range(draw(st.integers(0, 3))):
        activity: Line = {"kind": "activity", "held_on": str(draw(days)), "theme": "一次活动"}
        activity["type"] = draw(words("视察 学习培训 代表.进万家"))
        sometimes(draw, activity, people=numbers, forums=numbers, materials=numbers, consultations=numbers)
        sometimes(draw, activity, problems=numbers, resolved=numbers, amount=st.sampled_from((0, 0.1, 0.2, 99.99)))
        if groups:
            sometimes(draw, activity, group=st.sampled_from(groups))
        events.append(activity | _who(draw, people))
    for _ in range(draw(st.integers(0, 3))):
        report: Line = {"kind": "duty_report", "held_on": str(draw(days))}
        sometimes(draw, report, audience=numbers)
        report["deputies"] = [{"name": each} for each in draw(st.lists(st.sampled_from(people), max_size=3))]
        for line in report["deputies"]:
            sometimes(draw, line, level=words("乡镇 县"), satisfied=numbers, dissatisfied=numbers)
            sometimes(draw, line, mostly_satisfied=numbers)
        events.append(report)
    return events


def _who(draw: Any, people: list[str]) -> Line:
    """A list of deputies, or only their number, or both, or neither."""
    if draw(flags):
        return {"deputy_count": draw(numbers)} if draw(flags) else {}
    there = draw(st.lists(st.sampled_from(people), unique=True, min_size=1, max_size=3))
    return {"deputies": there} | ({"deputy_count": len(there)} if draw(flags) else {})


def _suggestions(draw: Any, ledger: list[Line]) -> list[Line]:
    people = [_name(line) for line in oracle.of(ledger, "deputy")]
    terms = [line["number"] for line in oracle.of(ledger, "term")]
    made: list[Line] = []
    for number in range(1, 1 + draw(st.integers(0, 5))):
        submitted = draw(days)
        line: Line = {"kind": "suggestion", "title": f"第{number}件", "submitted_on": str(submitted), "number": number}
        if oracle.term_in_force(ledger, submitted) is None or draw(flags):
            line["term"] = draw(st.sampled_from(terms))
        sometimes(draw, line, session=st.integers(1, 3), category=words("教育 交通"), key=flags, complex=flags)
        sometimes(draw, line, origin=words("代表 上级转办"))
        fresh = [each for each in made if _idle(each, submitted)]
        if fresh and draw(flags):
            line["converted_from"] = oracle.number_of(ledger, draw(st.sampled_from(fresh)))
        if len(people) >= 5 and draw(flags):
            line |= {
                "type": "议案",
                "proposer": people[0],
                "cosigners": people[1:5],
                "basis": "案据",
                "proposal": "方案",
            }
        line["steps"] = _steps(draw, line, {oracle.number_of(ledger, each): each for each in made})
        made.append(line)
    return made


def _idle(suggestion: Raw, until: date) -> bool:
    """Whether it is there and nothing is done with it from a day on, as a motion that becomes a suggestion must be."""
    if day(suggestion["submitted_on"]) > until:
        return False
    return suggestion.get("type") != "议案" or all(day(step["on"]) < until for step in suggestion["steps"])


def _alive(suggestion: Raw, on: date) -> bool:
    """Whether another may be merged into it on a day: a motion may have become a suggestion by then."""
    ends = [day(step["on"]) for step in suggestion["steps"] if step["step"] in ("撤回", "并案")]
    there = day(suggestion["submitted_on"]) <= on
    return there and suggestion.get("type") != "议案" and all(end > on for end in ends)


def _steps(draw: Any, suggestion: Line, others: Mapping[str, Raw]) -> list[Line]:
    """A life that makes sense, typed in any order that keeps those of one day as they came."""
    on = day(suggestion["submitted_on"])
    steps: list[Line] = []
    for _ in range(draw(st.integers(0, 8))):
        # the main road is drawn more often, or few suggestions would reach their end
        may = fate.allowed(steps)
        road = [word for word in ("交办", "答复", "反馈", "办结") if word in may]
        if not may:
            break
        on += timedelta(draw(st.sampled_from(GAPS)))
        into = [number for number, each in others.items() if _alive(each, on)]
        may = [word for word in may if word != "并案" or into]
        road = [word for word in road if word in may]
        if not may:
            break
        word = draw(st.sampled_from(road if road and draw(flags) else may))
        steps.append({"step": word, "on": on.isoformat(), **_fields(draw, word, on, steps, suggestion, into)})
    order = draw(st.permutations(sorted({step["on"] for step in steps})))
    return [step for each in order for step in steps if step["on"] == each]


def _fields(draw: Any, word: str, on: date, before: list[Line], suggestion: Line, into: list[str]) -> Line:
    fields: Line = {}
    later = st.sampled_from((0, 6, 30, 200)).map(lambda gap: (on + timedelta(gap)).isoformat())
    match word:
        case "交办":
            fields["unit"] = draw(st.sampled_from(UNITS))
            if draw(flags):
                others = [unit for unit in UNITS if unit != fields["unit"]]
                fields["co_units"] = others[: draw(st.integers(1, 2))]
                sometimes(draw, fields, method=words("主会办 分办 分办"))
            sometimes(draw, fields, due=later)
        case "退回":
            fields["reason"] = "不属职权"
        case "延期":
            now = fate.due(suggestion, before)
            first = max(on, now + timedelta(1)) if now else on
            fields |= {"due": (first + timedelta(draw(st.sampled_from((0, 6, 200))))).isoformat(), "reason": "情况复杂"}
        case "会办":
            fields["unit"] = draw(st.sampled_from(fate.opinions(before)))
        case "答复":
            fields["result"] = draw(words("A B C"))
            awaited, handed = fate.asked(before), fate.last(before, "交办") or {}
            unit = draw(st.sampled_from(awaited))
            if unit != handed["unit"] or draw(flags):
                fields["unit"] = unit
            if draw(flags):
                fields["promise"] = "年内修好"
                sometimes(draw, fields, promise_due=later)
        case "反馈":
            fields |= {"attitude": "满意", "outcome": draw(words("满意 基本满意 不满意"))}
            fields |= {"reason": "没有落实"} if fields["outcome"] == "不满意" else {}
        case "重办":
            sometimes(draw, fields, due=later)
        case "并案":
            fields["into"] = draw(st.sampled_from(into))
    return fields
