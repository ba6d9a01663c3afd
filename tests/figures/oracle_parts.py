"""The oracle's part for the sets that papers tell by name: states, what is open, what is known of outcomes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import oracle
import oracle_books as books
import oracle_life as fate
from oracle_life import Raw, day

STATES: Final = "待交办 退回待再交办 办理中 已答复 已反馈 重办中 已办结 已撤回 已并案"
MODES: Final = "口头 书面 集体"
ITEMS: Final = "听取报告 审议 决议 决定 选举 表决 票决 测评"


def parts(ledger: Sequence[Raw], asked: "oracle.Span") -> Iterator[tuple[str, "oracle.Value"]]:
    """The figures that split others into named sets."""
    yield from _people(ledger, asked)
    yield from _events(ledger, asked)
    yield from _matters(ledger, asked)
    yield from _suggestions(ledger, asked)


def _people(ledger: Sequence[Raw], asked: "oracle.Span") -> Iterator[tuple[str, "oracle.Value"]]:
    sitting = {
        person["id"]
        for person, seat in oracle.seats(ledger)
        if seat.get("level", "乡镇") == "乡镇" and oracle.held(ledger, seat, asked.last)
    }
    number = oracle.term_in_force(ledger, asked.last)
    seats = next((t.get("seats") for t in oracle.of(ledger, "term") if t["number"] == number), None)
    yield "deputy.vacant", None if seats is None else max(0, seats - len(sitting))
    coverage: Any = oracle.coverage(ledger, asked)
    yield "duty_report.unreported", coverage[1] - coverage[0] if coverage else 0


def _events(ledger: Sequence[Raw], asked: "oracle.Span") -> Iterator[tuple[str, "oracle.Value"]]:
    meetings = books.dated(ledger, asked, "meeting", "began_on")
    items = [item for meeting in meetings for item in meeting.get("items", ())]
    yield from books.counted("meeting.by_item", ITEMS, items, "type")
    reports = books.dated(ledger, asked, "duty_report", "held_on")
    spoken = [r for r in reports if r.get("mode") != "书面"]
    yield "duty_report.held", len(spoken)
    yield "duty_report.present", sum(len(r.get("deputies", ())) for r in spoken)
    for word in MODES.split():
        mine = [r for r in reports if r.get("mode") == word]
        yield f"duty_report.by_mode.{word}.events", len(mine)
        yield f"duty_report.by_mode.{word}.audience", sum(r.get("audience", 0) for r in mine)
        yield f"duty_report.by_mode.{word}.deputies", sum(len(r.get("deputies", ())) for r in mine)
    opened = [s for s in oracle.of(ledger, "station") if oracle.within(asked, s.get("opened_on"))]
    yield "station.opened", len(opened)
    yield "station.opened_funds", oracle.total(opened, "funds")
    visits = books.dated(ledger, asked, "visit", "held_on")
    by_type = oracle.by("visit.by_type", oracle.WORDS["visit"], ((v["type"], v) for v in visits))
    for stem, found in {"visit": visits, **by_type}.items():
        yield from _followed(f"{stem}.opinions", found, "opinions", "solved", "solved")
    activities = books.dated(ledger, asked, "activity", "held_on")
    by_type = oracle.by("activity.by_type", oracle.WORDS["activity"], ((a["type"], a) for a in activities))
    for stem, found in {"activity": activities, **by_type}.items():
        yield from _followed(f"{stem}.problems", found, "problems", "resolved", "resolved")


def _followed(stem: str, lines: Sequence[Raw], whole: str, part: str, ending: str) -> Iterator[tuple[str, int]]:
    both = [(line[whole], min(line[whole], line[part])) for line in lines if whole in line and part in line]
    yield f"{stem}_known", sum(a for a, _ in both)
    yield f"{stem}_{ending}", sum(b for _, b in both)
    yield f"{stem}_open", sum(a - b for a, b in both)


def _matters(ledger: Sequence[Raw], asked: "oracle.Span") -> Iterator[tuple[str, "oracle.Value"]]:
    for kind, disposal, finished in (
        ("opinion", "outcome", "当场答复 解释 转为建议"),
        ("petition", "disposal", "当场答复 不予受理"),
    ):
        states = []
        for line in books.dated(ledger, asked, kind, "received_on"):
            done = "办结" if books.by_then(line, "resolved_on", asked) else "在办"
            states.append(line[disposal] if line.get(disposal) in finished.split() else done)
        yield f"{kind}.pending", states.count("在办")
        for word in f"在办 办结 {finished}".split():
            yield f"{kind}.by_state.{word}", states.count(word)
    plans = [p for p in oracle.of(ledger, "plan") if asked.first.year <= p["year"] <= asked.last.year]
    yield "plan.undone", sum(not books.by_then(p, "done_on", asked) for p in plans)
    appraisals = books.dated(ledger, asked, "appraisal", "held_on")
    for word in books.WORDS["target_type"].split():
        targets = {a["target"] for a in appraisals if a.get("target_type") == word}
        yield f"appraisal.by_target_type.{word}.targets", len(targets)


def _suggestions(ledger: Sequence[Raw], asked: "oracle.Span") -> Iterator[tuple[str, "oracle.Value"]]:
    everything = oracle.counting(ledger, asked.as_of)
    mine = oracle.of_period(ledger, everything, asked)
    lives: Mapping[int, list[Raw]] = {s["id"]: fate.happened(s, asked.as_of) for s in everything}
    yield "suggestion.converted", sum("converted_from" in s for s in mine)
    standing = [_standing(lives[s["id"]]) for s in mine]
    for word in STATES.split():
        yield f"suggestion.by_state.{word}", standing.count(word)
    idle = [s for s, now in zip(mine, standing, strict=True) if now == "待交办"]
    plain = [s for s in idle if s.get("type") != "议案"]
    yield "suggestion.waiting", len(plain)
    yield "suggestion.waiting_long", sum((asked.as_of - day(s["submitted_on"])).days > 31 for s in plain)
    yield "suggestion.motions_waiting", len(idle) - len(plain)
    n = [(s, lives[s["id"]]) for s in mine if oracle.accepted(lives[s["id"]])]
    yield "suggestion.handled", len([1 for _, steps in n if fate.state(steps) != "待交办"])
    late = [(steps, fate.state(steps)) for s, steps in n if fate.overdue(s, steps, asked.as_of)]
    yield "suggestion.unanswered", sum(state == "办理中" for _, state in late)
    yield "suggestion.redo_overdue", sum(state == "重办中" for _, state in late)
    handling = sum(fate.state(steps) == "办理中" for _, steps in n)
    yield "suggestion.within", handling - sum(state == "办理中" for _, state in late)
    due = [(s, steps) for s, steps in n if fate.replies(steps) or fate.overdue(s, steps, asked.as_of)]
    yield "suggestion.late", sum(not fate.on_time(s, steps) for s, steps in due)
    yield "suggestion.unclosed", sum(fate.last(steps, "办结") is None for _, steps in n)
    carried = oracle.carried(everything, lives, asked)
    yield "suggestion.carried_open", sum(fate.last(lives[s["id"]], "办结") is None for s in carried)
    yield "suggestion.carried_overdue", sum(fate.overdue(s, lives[s["id"]], asked.as_of) for s in carried)


def _standing(steps: Sequence[Raw]) -> str:
    now = fate.state(steps)
    return "退回待再交办" if now == "待交办" and any(step["step"] == "交办" for step in steps) else now
