"""What cards and papers of one record tell beside its fields, by plain Chinese names; of a matter, up to a day."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from rencli.figures import people, register
from rencli.figures.base import Scope
from rencli.figures.period import Period
from rencli.gongwen.numbering import chinese
from rencli.records.base import Part, Record
from rencli.records.handled import settled, standing
from rencli.records.life import Life
from rencli.records.steps import Step
from rencli.records.suggestion import MOTION
from rencli.reports.course import met, told_steps
from rencli.store.ledger import Ledger
from rencli.store.links import became

CONVERTED: Final = "已转为建议"
PENDING: Final = "在办"
PASSED_ON: Final = "转办"


def of_suggestion(record: Any, life: Life, as_of: date) -> dict[str, Any]:
    """A suggestion's number and session in words, and what its steps say; None or [] where there is no such step."""
    steps: dict[str, list[Step]] = {}
    for step in sorted(record.steps, key=lambda each: each.on):
        if step.on <= as_of:
            steps.setdefault(step.step, []).append(step)
    assigned = _last(steps, "交办") if life.assigned_on else None  # none after a 退回
    reply, feedback = _last(steps, "答复"), _last(steps, "反馈")
    return {
        "届次会次": _session(record.term, record.session),
        "会办单位": _of(assigned, "co_units") or [],
        "办理方式": _of(assigned, "method"),
        "分管领导": _of(assigned, "leader"),
        "经办人": _of(assigned, "handler"),
        "面商情况": "\n".join(
            f"{_day(step.on)} {met(step)} {step.deputy or ''}".strip() for step in steps.get("面商", ())
        ),
        "答复文号": _of(reply, "doc_no"),
        "签发人": _of(reply, "signed_by"),
        "答复摘要": _of(reply, "summary"),
        "承诺事项": _of(reply, "promise"),
        "承诺期限": _of(reply, "promise_due"),
        "反馈日期": _of(feedback, "on"),
        "反馈代表": _of(feedback, "deputy"),
        "对办理态度": _of(feedback, "attitude"),
        "对办理结果": _of(feedback, "outcome"),
        "反馈意见": _of(feedback, "reason"),
        "督办情况": _told(steps.get("督办", ()), "by", "method", "note"),
        "办理经过": told_steps(record, as_of),
        "期限": _due(life),
        "进展": _state(life, as_of),
    }


def _due(life: Life) -> str:
    """The date of the round at hand; after a 重办 also, or where no rule dates it only, that of the first answer."""
    if life.redone_on is None or life.first_reply_due is None:
        return _day(life.due) if life.due else ""
    first = f"{_day(life.first_reply_due)}（首次）"
    return f"{first}\n{_day(life.due)}（重办）" if life.due else first


def _state(life: Life, as_of: date) -> str:
    late = (as_of - life.due).days if life.due and life.overdue(as_of) else 0
    return f"{life.state}（已超期{late}天）" if late else life.state


def of_opinion(ledger: Ledger, record: Any, as_of: date) -> dict[str, Any]:
    """Where an opinion came from; what happened after the day is left out."""
    visit: Any = ledger.get("visit", record.visit) if record.visit else None
    source = f"{_day(visit.held_on)}{visit.station or visit.place or ''}{visit.type}" if visit else None
    raised: Any = _raised(ledger, record.suggestion)
    later = {"转为建议": None} if raised is not None and raised.submitted_on > as_of else {}
    return {"序号": record.id, "来源": source, **later, **of_handled(record, as_of)}


def _raised(ledger: Ledger, number: str | None) -> Record | None:
    return ledger.get("suggestion", ledger.names.id_of("suggestion", number)) if number else None


def of_handled(record: Any, as_of: date) -> dict[str, Any]:
    """How far a petition or an opinion is by the day; what was done with it later is left out."""
    passed, resolved = (day is None or day <= as_of for day in (record.transferred_on, record.resolved_on))
    way = "disposal" if record.kind == "petition" else "outcome"
    told = () if passed else ("transferred_on", "due", "unit", *([way] if getattr(record, way) == PASSED_ON else []))
    names = (*told, *(() if resolved else ("resolved_on", "result")))
    late = (as_of - record.due).days if passed and record.due else 0
    if settled(record, as_of):
        state = "办结" if record.resolved_on is not None and resolved else getattr(record, way)
    else:
        state = f"{PENDING}，已超期{late}天" if late > 0 else PENDING
    return {
        "现状": standing(record, as_of),
        "进展": state,
        **dict.fromkeys((record.field(name).title for name in names), None),
    }


def of_conversion(ledger: Ledger, record: Any, as_of: date) -> dict[str, Any]:
    """Of a motion that became a suggestion: which, in the place of its state. Of the suggestion: where it came from."""
    source = f"由议案{record.converted_from}转来" if record.converted_from else None
    number = became(ledger, as_of, record.id).get(record.id) if record.type == MOTION else None
    if number is None:
        return {"转来": source}
    over = {"办理期限": None, "超期": False, "超期天数": 0, "期限": ""}
    return {"转来": source, "办理状态": CONVERTED, "现状": CONVERTED, "进展": f"{CONVERTED}{number}", **over}


def of_meeting(record: Any, township: str) -> dict[str, Any]:
    """What the meeting is called in a paper."""
    of_term = f"第{chinese(record.term)}届人民代表大会" if record.term else "人民代表大会"
    match record.type:
        case "人代会":
            called = f"{township}{of_term}第{chinese(record.session)}次会议"
        case "主席团会议":
            called = f"{township}人民代表大会主席团会议"
        case "其他":
            called = f"{township}人民代表大会会议"
        case kind:
            called = f"{township}人大{kind}"
    return {"全称": record.title or called}


def of_visit(ledger: Ledger, record: Any) -> dict[str, Any]:
    """Where the station of a reception lies."""
    if not record.station:
        return {"站点所在": None}
    station: Any = ledger.get("station", ledger.names.id_of("station", record.station))
    village = station.village
    return {"站点所在": village if village and village.rstrip("村社区") not in station.name else None}


def attending(ledger: Ledger, record: Any) -> list[dict[str, Any]]:
    """应到: who belongs to a meeting or took part in an activity, with constituency and post."""
    if record.kind == "meeting" and record.type in register.REGISTERED:
        ids = [id for id, suspended in register.members(ledger, record).items() if not suspended]
    else:
        named = [line.deputy for line in record.attendance] if record.kind == "meeting" else record.deputies
        ids = [ledger.names.id_of("deputy", name) for name in named]
        if record.kind == "activity" and record.group and not ids:
            ids = _members(ledger, record.group, record.held_on)
    elected = register.constituencies(ledger, getattr(record, record.dated_by))
    known: dict[int, Any] = {person.id or 0: person for person in ledger.by_ids("deputy", ids)}
    return [
        {"姓名": known[id].name, "选区": elected.get(id), "工作单位及职务": known[id].job} for id in dict.fromkeys(ids)
    ]


def _members(ledger: Ledger, group: str, day: date) -> list[int]:
    """Who belongs to a group and holds a seat on a day."""
    seated = dict(people.held(Scope(ledger, Period("", day, day, day))))
    found: Any = ledger.by_ids("deputy", list(seated))
    return [person.id for person in found if person.group == group]


def _session(term: int | None, session: int | None) -> str:
    of_term = f"{chinese(term)}届" if term else ""
    return f"{of_term}{chinese(session)}次会议" if session else f"{of_term}闭会期间"


def _last(steps: Mapping[str, list[Step]], word: str) -> Step | None:
    found = steps.get(word)
    return found[-1] if found else None


def _of(step: Part | None, name: str) -> Any:
    return getattr(step, name) if step is not None else None


def _told(steps: Iterable[Step], *names: str) -> str:
    """A line for each step: its day and what it says."""
    return "\n".join(
        " ".join([_day(step.on), *filter(None, (getattr(step, name) for name in names))]) for step in steps
    )


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
