"""Every figure of contract section 3, counted slowly over the lines of a file, from the contract's words alone.

A ledger is a list of dictionaries as `ren import` reads them, every line with its ``id``. Rates are pairs of whole
numbers; None is a figure without a value.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final, NamedTuple

import oracle_books
import oracle_life as fate
import oracle_parts
from oracle_life import Raw, day

Value = int | float | tuple[int, int] | None
Key = str

WORDS: Final = {
    "level": "乡镇 县 市 省 全国",
    "gender": "男 女",
    "group": "大组 小组",
    "station": "代表之家 联络站 活动室 联络点 接待站 活动站",
    "meeting": "人代会 主席团会议 联络小组会议 座谈会 其他",
    "visit": "走访选民 接待选民 走访代表 代表接访 联系户",
    "activity": "视察 调研 执法检查 工作评议 听取汇报 专题询问 学习培训 普法宣传 小组活动 座谈会 为民办实事 结对帮扶 "
    "督办",
    "origin": "代表 上级转办",
    "result": "A B C",
}


class Span(NamedTuple):
    """A period: its days, the day of asking, and with ``--session`` the (term, session) of its suggestions."""

    first: date
    last: date
    as_of: date
    session: tuple[int, int] | None = None


def of(ledger: Sequence[Raw], kind: str) -> list[Raw]:
    return [line for line in ledger if line["kind"] == kind]


def term_days(ledger: Sequence[Raw]) -> dict[int, tuple[date, date | None]]:
    """First and last day of each term; an open one ends on the day before the next term."""
    found = {}
    for term in of(ledger, "term"):
        began = day(term["began_on"])
        later = [day(other["began_on"]) for other in of(ledger, "term") if day(other["began_on"]) > began]
        ended = day(term["ended_on"]) if "ended_on" in term else min(later) - timedelta(1) if later else None
        found[term["number"]] = (began, ended)
    return found


def term_in_force(ledger: Sequence[Raw], on: date) -> int | None:
    for number, (began, ended) in term_days(ledger).items():
        if began <= on and (ended is None or on <= ended):
            return int(number)
    return None


def span(ledger: Sequence[Raw], option: str, value: str, as_of: date | None, today: date) -> Span:
    """The period that an option names."""
    session = None
    asked: date | None = None
    if option == "year":
        first, final = date(int(value), 1, 1), date(int(value), 12, 31)
    elif option == "half":
        year, half = int(value[:4]), value[-1]
        first, final = (date(year, 1, 1), date(year, 6, 30)) if half == "1" else (date(year, 7, 1), date(year, 12, 31))
    elif option == "quarter":
        year, quarter = int(value[:4]), int(value[-1])
        first = date(year, [1, 4, 7, 10][quarter - 1], 1)
        final = date(year, *[(3, 31), (6, 30), (9, 30), (12, 31)][quarter - 1])
    elif option == "from":
        first, final = (day(text) for text in value.split("/"))
    elif option == "term":
        first, ended = term_days(ledger)[int(value)]
        final = ended or today
    else:
        term, number = map(int, value.split("-"))
        session = (term, number)
        congresses = [m for m in of(ledger, "meeting") if m["type"] == "人代会" and m["term"] == term]
        own = [day(m["began_on"]) for m in congresses if m["session"] == number]
        if own:
            first = own[0]
            later = [day(m["began_on"]) for m in congresses if day(m["began_on"]) > first]
            final = min(later) - timedelta(1) if later else term_days(ledger).get(term, (first, None))[1] or today
            final = max(first, final)
        else:  # no congress: no events, only its suggestions, as they stand today
            first, final, asked = date(1900, 1, 1), date(1900, 1, 1), today
    return Span(first, final, as_of or asked or min(today, final), session)


def figures(ledger: Sequence[Raw], asked: Span) -> dict[Key, Value]:
    """All figures of a period."""
    return dict(
        [
            *_people(ledger, asked),
            *_places(ledger, asked),
            *_meetings(ledger, asked),
            *_reports(ledger, asked),
            *_visits(ledger, asked),
            *_activities(ledger, asked),
            *_suggestions(ledger, asked),
            *oracle_books.books(ledger, asked),
            *oracle_parts.parts(ledger, asked),
        ]
    )


def by(stem: str, declared: str, pairs: Iterable[tuple[str | None, Any]]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {f"{stem}.{word}": [] for word in declared.split()}
    for word, item in pairs:
        if word is not None:
            found.setdefault(f"{stem}.{word}", []).append(item)
    return found


def total(lines: Iterable[Raw], name: str) -> int | float:
    cents = sum(int(Decimal(str(line[name])) * 100) for line in lines if line.get(name) is not None)
    return cents // 100 if cents % 100 == 0 else cents / 100


def within(asked: Span, text: str | None) -> bool:
    return text is not None and asked.first <= day(text) <= asked.last


def _rate(numerator: int, denominator: int) -> Value:
    return (numerator, denominator) if denominator else None


# People


def seats(ledger: Sequence[Raw]) -> Iterator[tuple[Raw, Raw]]:
    """(person, seat) of every seat: the first in the deputy's line, the further ones in mandates."""
    people = {line["id"]: line for line in of(ledger, "deputy")}
    for person in people.values():
        yield person, person
    for mandate in of(ledger, "mandate"):
        person = next(
            p
            for p in people.values()
            if mandate["deputy"] in (p["name"], f"{p['name']}@{p.get('constituency')}", str(p["id"]))
        )
        yield person, mandate


def held_days(ledger: Sequence[Raw], seat: Raw) -> tuple[date | None, date | None]:
    """``began_on`` to ``ended_on``, both included; a township seat takes what it does not say from its term."""
    first, last = (day(seat[name]) if name in seat else None for name in ("began_on", "ended_on"))
    if seat.get("level", "乡镇") == "乡镇":
        terms = term_days(ledger)
        newest = max(terms, key=lambda number: terms[number][0], default=None)
        term = terms.get(seat.get("term", newest))
        if term:
            first, last = first or term[0], last or term[1]
    return first, last


def held(ledger: Sequence[Raw], seat: Raw, on: date) -> bool:
    first, last = held_days(ledger, seat)
    return (first is None or first <= on) and (last is None or on <= last)


def _people(ledger: Sequence[Raw], asked: Span) -> Iterator[tuple[Key, Value]]:
    sitting = [(person, seat) for person, seat in seats(ledger) if held(ledger, seat, asked.last)]

    def heads(pairs: Iterable[tuple[Raw, Raw]]) -> int:
        return len({person["id"] for person, _ in pairs})

    yield "deputy.total", heads(sitting)
    number = term_in_force(ledger, asked.last)
    yield "deputy.seats", next((t.get("seats") for t in of(ledger, "term") if t["number"] == number), None)
    by_seat: dict[str, Callable[[Raw], Any]] = {
        "level": lambda seat: seat.get("level", "乡镇"),
        "group": lambda seat: seat.get("group"),
    }
    for name, word in by_seat.items():
        declared = WORDS["level"] if name == "level" else ""
        for key, pairs in by(f"deputy.by_{name}", declared, ((word(pair[1]), pair) for pair in sitting)).items():
            yield key, heads(pairs)
    for name in ("sector", "gender", "party"):
        declared = WORDS.get(name, "")
        for key, pairs in by(f"deputy.by_{name}", declared, ((pair[0].get(name), pair) for pair in sitting)).items():
            yield key, heads(pairs)
    yield "deputy.presidium", heads(pair for pair in sitting if pair[1].get("presidium"))
    elected = [pair for pair in seats(ledger) if pair[1].get("how") == "补选"]
    began = ((pair, held_days(ledger, pair[1])[0]) for pair in elected)
    yield "deputy.by_election", heads(pair for pair, on in began if on and asked.first <= on <= asked.last)
    gone = [pair for pair in seats(ledger) if within(asked, pair[1].get("ended_on"))]
    yield "deputy.left", heads(pair for pair in gone if pair[1].get("end_reason") != "任期届满")


def _places(ledger: Sequence[Raw], asked: Span) -> Iterator[tuple[Key, Value]]:
    groups = of(ledger, "group")
    yield "group.total", len(groups)
    for key, found in by("group.by_type", WORDS["group"], ((g.get("type"), g) for g in groups)).items():
        yield key, len(found)
    stations = [s for s in of(ledger, "station") if "opened_on" not in s or day(s["opened_on"]) <= asked.last]
    yield "station.total", len(stations)
    yield "station.funds", total(stations, "funds")
    for key, found in by("station.by_type", WORDS["station"], ((s["type"], s) for s in stations)).items():
        yield key, len(found)


# Events


def _meetings(ledger: Sequence[Raw], asked: Span) -> Iterator[tuple[Key, Value]]:
    meetings = [m for m in of(ledger, "meeting") if within(asked, m["began_on"])]
    for key, found in by("meeting.by_type", WORDS["meeting"], ((m["type"], m) for m in meetings)).items():
        yield f"{key}.count", len(found)
    items = [item for meeting in meetings for item in meeting.get("items", ())]
    for name, types in (
        ("reports_heard", ("听取报告",)),
        ("resolutions", ("决议", "决定")),
        ("votes", ("表决", "票决")),
    ):
        yield f"meeting.{name}", sum(item["type"] in types for item in items)
    yield "meeting.elected", sum(len(item.get("elected", ())) for item in items if item["type"] == "选举")
    present = expected = 0
    for meeting in meetings:
        if "present" in meeting and "expected" in meeting:
            present, expected = present + meeting["present"], expected + meeting["expected"]
        else:
            statuses = [line["status"] for line in meeting.get("attendance", ())]
            present, expected = present + statuses.count("出席"), expected + len(statuses)
    yield "meeting.attendance_rate", _rate(present, expected)


def _reports(ledger: Sequence[Raw], asked: Span) -> Iterator[tuple[Key, Value]]:
    reports = [r for r in of(ledger, "duty_report") if within(asked, r["held_on"])]
    lines = [line for report in reports for line in report.get("deputies", ())]
    yield "duty_report.events", len(reports)
    yield "duty_report.deputies", len(lines)
    for key, found in by("duty_report.by_level", WORDS["level"], ((e.get("level", "乡镇"), e) for e in lines)).items():
        yield key, len(found)
    yield "duty_report.audience", total(reports, "audience")
    grades = [int(total(lines, grade)) for grade in ("satisfied", "mostly_satisfied", "dissatisfied")]
    yield "duty_report.satisfaction_rate", _rate(grades[0], sum(grades))
    yield "duty_report.coverage_rate", coverage(ledger, asked)


def coverage(ledger: Sequence[Raw], asked: Span) -> Value:
    sitting = {
        person["id"]
        for person, seat in seats(ledger)
        if seat.get("level", "乡镇") == "乡镇" and held(ledger, seat, asked.last)
    }
    number = term_in_force(ledger, asked.last)
    began = term_days(ledger)[number][0] if number is not None else None
    reported = set()
    for report in of(ledger, "duty_report"):
        if began is not None and began <= day(report["held_on"]) <= asked.last:
            names = [line["name"] for line in report.get("deputies", ()) if line.get("level", "乡镇") == "乡镇"]
            reported |= {p["id"] for p in of(ledger, "deputy") if named(p) & set(names)}
    return _rate(len(sitting & reported), len(sitting))


def named(person: Raw) -> set[str]:
    return {person["name"], f"{person['name']}@{person.get('constituency')}", str(person["id"])}


def _times(lines: Iterable[Raw]) -> int:
    """Each deputy each time: the list, else the bare number."""
    return sum(len(line.get("deputies", ())) or line.get("deputy_count", 0) for line in lines)


_VISIT_SUMS = ("voters", "households", "opinions", "solved")
_ACTIVITY_SUMS = (
    "people",
    "households",
    "forums",
    "materials",
    "consultations",
    "problems",
    "opinions",
    "resolved",
    "amount",
)


def _visits(ledger: Sequence[Raw], asked: Span) -> Iterator[tuple[Key, Value]]:
    visits = [v for v in of(ledger, "visit") if within(asked, v["held_on"])]
    by_type = by("visit.by_type", WORDS["visit"], ((v["type"], v) for v in visits))
    for stem, found in {"visit": visits, **by_type}.items():
        yield f"{stem}.events", len(found)
        yield f"{stem}.deputy_times", _times(found)
        for name in _VISIT_SUMS:
            yield f"{stem}.{name}", total(found, name)
    for stem, found in by("visit.by_station", "", ((v.get("station"), v) for v in visits)).items():
        yield f"{stem}.events", len(found)
        yield f"{stem}.voters", total(found, "voters")
        yield f"{stem}.opinions", total(found, "opinions")


def _activities(ledger: Sequence[Raw], asked: Span) -> Iterator[tuple[Key, Value]]:
    activities = [a for a in of(ledger, "activity") if within(asked, a["held_on"])]
    yield "activity.total", len(activities)
    by_type = by("activity.by_type", WORDS["activity"], ((a["type"], a) for a in activities))
    for stem, found in {"activity": activities, **by_type}.items():
        if stem != "activity":
            yield f"{stem}.count", len(found)
        yield f"{stem}.deputy_times", _times(found)
        for name in _ACTIVITY_SUMS:
            yield f"{stem}.{name}", total(found, name)
    for stem, found in by("activity.by_group", "", ((a.get("group"), a) for a in activities)).items():
        yield f"{stem}.count", len(found)


# Suggestions


def number_of(ledger: Sequence[Raw], suggestion: Raw) -> str:
    term = suggestion.get("term", term_in_force(ledger, day(suggestion["submitted_on"])))
    return f"{term}-{suggestion.get('session') or 0}-{suggestion['number']}"


def counting(ledger: Sequence[Raw], as_of: date) -> list[Raw]:
    """All suggestions but the motions that another one came of by that day."""
    became = {
        s["converted_from"]
        for s in of(ledger, "suggestion")
        if s.get("converted_from") and day(s["submitted_on"]) <= as_of
    }
    return [s for s in of(ledger, "suggestion") if not (s.get("type") == "议案" and number_of(ledger, s) in became)]


def became(ledger: Sequence[Raw], motion: Raw, as_of: date) -> str | None:
    """The number of the first suggestion that had been made of a motion by a day."""
    number = number_of(ledger, motion)
    made = [s for s in of(ledger, "suggestion") if s.get("converted_from") == number]
    found = [(s["submitted_on"], number_of(ledger, s)) for s in made if day(s["submitted_on"]) <= as_of]
    return min(found)[1] if found and motion.get("type") == "议案" else None


def of_period(ledger: Sequence[Raw], everything: Sequence[Raw], asked: Span) -> list[Raw]:
    """The suggestions that a period speaks of."""
    if asked.session is None:
        return [s for s in everything if within(asked, s["submitted_on"])]
    wanted = f"{asked.session[0]}-{asked.session[1]}-"
    return [s for s in everything if number_of(ledger, s).startswith(wanted)]


def _suggestions(ledger: Sequence[Raw], asked: Span) -> Iterator[tuple[Key, Value]]:
    everything = counting(ledger, asked.as_of)
    mine = of_period(ledger, everything, asked)
    lives = {s["id"]: fate.happened(s, asked.as_of) for s in everything}

    yield "suggestion.total", len(mine)
    yield "suggestion.motions", sum(s.get("type") == "议案" for s in mine)
    yield "suggestion.key", sum(bool(s.get("key")) for s in mine)
    yield "suggestion.assigned", sum(_ever(lives[s["id"]], "交办") for s in mine)
    own = [s for s in mine if s.get("origin", "代表") == "代表"]
    yield "suggestion.in_session", sum(s.get("session") is not None for s in own)
    yield "suggestion.between_sessions", sum(s.get("session") is None for s in own)
    dimensions: dict[str, tuple[str, Callable[[Raw], str | None]]] = {
        "origin": (WORDS["origin"], lambda s: str(s.get("origin", "代表"))),
        "category": ("", lambda s: s.get("category")),
        "unit": ("", lambda s: unit_of(lives[s["id"]])),
        "result": (WORDS["result"], lambda s: _result(lives[s["id"]])),
    }
    for name, (declared, word) in dimensions.items():
        for key, found in by(f"suggestion.by_{name}", declared, ((word(s), s) for s in mine)).items():
            yield key, len(found)
    yield from _handled(mine, lives, asked.as_of)
    yield from _carried(everything, lives, asked)
    yield from _promised(everything, lives, asked)


def _ever(steps: Sequence[Raw], word: str) -> bool:
    return any(step["step"] == word for step in steps)


def unit_of(steps: Sequence[Raw]) -> str | None:
    """The unit of the latest 交办; none after a 退回."""
    found = fate.last(steps, "交办", "退回")
    return found["unit"] if found and found["step"] == "交办" else None


def _result(steps: Sequence[Raw]) -> str | None:
    places = fate.replies(steps)
    return steps[places[-1]]["result"] if places else None


def _met(steps: Sequence[Raw]) -> bool:
    """A 面商 before the first reply, the same day allowed, or any where there is no reply."""
    meetings = [step["on"] for step in steps if step["step"] == "面商"]
    places = fate.replies(steps)
    return any(not places or on <= steps[places[0]]["on"] for on in meetings)


def accepted(steps: Sequence[Raw]) -> bool:
    return _ever(steps, "交办") and fate.state(steps) not in ("已撤回", "已并案")


def _handled(mine: Sequence[Raw], lives: Mapping[int, list[Raw]], as_of: date) -> Iterator[tuple[Key, Value]]:
    n = [(s, lives[s["id"]]) for s in mine if accepted(lives[s["id"]])]
    replied = [steps for _, steps in n if fate.replies(steps)]
    met = [steps for _, steps in n if _met(steps)]
    closed = [steps for _, steps in n if _ever(steps, "办结")]
    late = [steps for s, steps in n if fate.overdue(s, steps, as_of)]
    heard = [[step["outcome"] for step in steps if step["step"] == "反馈"] for _, steps in n]
    heard = [outcomes for outcomes in heard if outcomes]
    final = [outcomes[-1] for outcomes in heard]
    yield "suggestion.accepted", len(n)
    yield "suggestion.replied", len(replied)
    yield "suggestion.met", len(met)
    yield "suggestion.closed", len(closed)
    yield "suggestion.redone", sum(_ever(steps, "重办") for _, steps in n)
    yield "suggestion.overdue", len(late)
    yield "suggestion.satisfied", final.count("满意")
    yield "suggestion.mostly_satisfied", final.count("基本满意")
    yield "suggestion.dissatisfied", final.count("不满意")
    yield "suggestion.reply_rate", _rate(len(replied), len(n))
    yield "suggestion.meeting_rate", _rate(len(met), len(n))
    yield "suggestion.closing_rate", _rate(len(closed), len(n))
    either = [1 for s, steps in n if fate.replies(steps) or fate.overdue(s, steps, as_of)]
    yield "suggestion.on_time_reply_rate", _rate(sum(fate.on_time(s, steps) for s, steps in n), len(either))
    solved = [_result(steps) == "A" for _, steps in n]
    fulfilled = [_ever(steps, "兑现") for _, steps in n]
    yield "suggestion.solved_rate", _rate(sum(solved), len(n))
    yield "suggestion.fulfilment_rate", _rate(sum(a or b for a, b in zip(solved, fulfilled, strict=True)), len(n))
    yield "suggestion.satisfaction_rate", _rate(final.count("满意"), len(heard))
    yield "suggestion.first_satisfaction_rate", _rate(sum(each[0] == "满意" for each in heard), len(heard))
    content = sum(grade in ("满意", "基本满意") for grade in final)
    yield "suggestion.accepted_satisfaction_rate", _rate(content, len(heard))


def carried(everything: Sequence[Raw], lives: Mapping[int, list[Raw]], asked: Span) -> list[Raw]:
    """Those handed over before the period and not closed before it."""
    found = []
    for s in everything:
        before = [step for step in lives[s["id"]] if day(step["on"]) < asked.first]
        if day(s["submitted_on"]) < asked.first and _ever(before, "交办") and not _ever(before, "办结"):
            found.append(s)
    return [s for s in found if fate.state(lives[s["id"]]) not in ("已撤回", "已并案")]


def _carried(everything: Sequence[Raw], lives: Mapping[int, list[Raw]], asked: Span) -> Iterator[tuple[Key, Value]]:
    found = [lives[s["id"]] for s in carried(everything, lives, asked)]
    yield "suggestion.carried", len(found)
    yield "suggestion.carried_closed", sum(_ever(steps, "办结") for steps in found)


def _promised(everything: Sequence[Raw], lives: Mapping[int, list[Raw]], asked: Span) -> Iterator[tuple[Key, Value]]:
    counts = dict.fromkeys(("made", "carried", "fulfilled", "open", "overdue"), 0)
    for s in everything:
        steps = lives[s["id"]]
        before = [step for step in steps if day(step["on"]) < asked.first]
        within_it = [step for step in steps if within(asked, step["on"])]
        unkept = fate.unkept(steps)
        dues = [day(step["promise_due"]) for step in unkept if "promise_due" in step]
        counts["made"] += bool(fate.promises(within_it))
        counts["carried"] += bool(fate.unkept(before))
        counts["fulfilled"] += _ever(within_it, "兑现")
        counts["open"] += bool(unkept)
        counts["overdue"] += bool(dues) and dues[-1] < asked.as_of
    for name, count in counts.items():
        yield f"suggestion.promise.{name}", count
