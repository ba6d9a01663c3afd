"""Records as templates and books read them: by Chinese field names, with what their lives and links tell."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from rencli.figures import lives
from rencli.figures.base import Scope
from rencli.figures.period import Period
from rencli.records import load
from rencli.records.base import Part, Record
from rencli.records.life import Life
from rencli.reports import beside, handing
from rencli.store.ledger import Ledger
from rencli.store.query import Listing


def by_title(part: Part) -> dict[str, Any]:
    """A record as Chinese field name to value."""
    found = {}
    for field in part.fields:
        value = getattr(part, field.attribute)
        found[field.title] = [by_title(line) for line in value] if field.part else value
    return found


def of_period(ledger: Ledger, kind: str, period: Period) -> list[Record]:
    """The records of a kind that belong to a period, by day; those without a day all."""
    if kind == "suggestion":
        return ledger.by_ids(kind, [story.id for story in Scope(ledger, period).once(lives.of_period)])
    cls = load(kind)
    if cls.dated_by:
        return ledger.records(kind, Listing(first=period.first, last=period.last, sort=cls.dated_by))
    found = ledger.records(kind)
    if year := cls.yearly_by:
        last = max(period.first, period.last)  # a paper made before its year begins tells its plans
        return [record for record in found if period.first.year <= getattr(record, year) <= last.year]
    return found


def told_records(ledger: Ledger, records: Sequence[Record], period: Period) -> list[dict[str, Any]]:
    """Records of one kind by Chinese field names, with what their lives and links tell."""
    if records and records[0].kind == "deputy":
        return [_deputy(ledger, record, period) for record in records]
    return [by_title(record) | _beside(ledger, record, period) for record in records]


def _beside(ledger: Ledger, record: Any, period: Period) -> dict[str, Any]:
    as_of = period.as_of
    match record.kind:
        case "suggestion":
            return _suggestion(ledger, record, as_of)
        case "opinion":
            return beside.of_opinion(ledger, record, as_of)
        case "petition":
            return beside.of_handled(record, as_of)
        case "plan":
            return {"完成日期": record.done_on if record.done_on and record.done_on <= as_of else None}
        case "meeting":
            return beside.of_meeting(record, ledger.office.name)
        case "station":
            opened = record.opened_on
            return {"期内建成": opened is not None and period.first <= opened <= period.last}
        case "visit":
            return beside.of_visit(ledger, record)
    return {}


def _deputy(ledger: Ledger, record: Record, period: Period) -> dict[str, Any]:
    from rencli.reports.dossier import Person, parts

    return Person(by_title(record), lambda: parts(ledger, record.id or 0, period, told_records))


def _suggestion(ledger: Ledger, record: Any, as_of: date) -> dict[str, Any]:
    life = record.life(ledger.context, as_of)
    number = f"{record.term}-{record.session or 0}-{record.number}"
    steps = [by_title(step) for step in record.steps if step.on <= as_of]
    own = {"建议编号": number, "提出代表": _proposers(record), "办理过程": steps}
    told = own | beside.of_suggestion(record, life, as_of) | handing.of_life(record, life, as_of) | of_life(life, as_of)
    return told | beside.of_conversion(ledger, record, as_of)


def of_life(life: Life, as_of: date) -> dict[str, Any]:
    """What a suggestion's life tells, by Chinese names."""
    late = (as_of - life.due).days if life.due and life.overdue(as_of) else 0
    return {
        "办理状态": life.state,
        "现状": life.standing,
        "办理期限": life.due,
        "超期": bool(late),
        "超期天数": late,
        "承办单位": life.unit,
        "督办次数": life.urged,
        "重办": life.redone_on is not None,
        "反馈结果": life.feedbacks[-1] if life.feedbacks else None,
        "交办日期": life.assigned_on,
        "答复日期": life.reply_on,
        "办理结果": life.result,
        "办结日期": life.closed_on,
    }


def _proposers(record: Any) -> list[str]:
    return [*dict.fromkeys(name for name in (record.proposer, *record.cosigners) if name)]
