"""What a paper may tell of a deputy beside the fields: the parts of 履职档案, each a list of plain rows.

Every row holds the fields of its record by their Chinese names, with 种类 and 序号 of the record.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from rencli.figures import points
from rencli.figures.base import Scope
from rencli.figures.duties import Asked, Duty, duties, inside, proposals, serving
from rencli.figures.period import Period
from rencli.records import KINDS
from rencli.records.base import Record
from rencli.records.meeting import CONGRESS
from rencli.records.numbered import number_text
from rencli.records.seat import TOWNSHIP, Seat
from rencli.records.tenure import tenure
from rencli.reports.scores import told_rule
from rencli.rules.points import Rule
from rencli.store.ledger import Ledger
from rencli.store.query import Listing

Rows = list[dict[str, Any]]
Tell = Callable[[Ledger, Sequence[Record], Period], Rows]
"""Records by their Chinese field names."""

PARTS: Final = ("任职", "会议", "未登记人代会", "活动", "走访接待", "议案建议", "述职", "先进事迹", "积分")


class Person(dict[str, Any]):
    """A deputy by Chinese field names; the parts are read from the books when a template asks for the first."""

    def __init__(self, fields: Mapping[str, Any], read: Callable[[], Mapping[str, Any]]) -> None:
        super().__init__(fields)
        self._read = read

    def __missing__(self, name: str) -> Any:
        if name not in PARTS:
            raise KeyError(name)
        self.update(self._read())
        return self[name]


def parts(ledger: Ledger, person: int, period: Period, tell: Tell) -> dict[str, Any]:
    """The parts of a deputy's dossier for a period, by day."""
    scope = Scope(ledger, period)
    last = min(period.last, period.as_of)
    found = duties(Asked(scope, period.first, last, person))
    told = {kind: _told(ledger, found, kind, period, tell) for kind in ("meeting", "activity", "visit", "merit")}
    return {
        "任职": _seats(ledger, person, last, tell, period),
        "会议": told["meeting"],
        "未登记人代会": _unregistered(ledger, person, period, last),
        "活动": told["activity"],
        "走访接待": told["visit"],
        "议案建议": _suggestions(scope, person, last, tell),
        "述职": _reports(ledger, found, person, period, tell),
        "先进事迹": told["merit"],
        "积分": _points(ledger, person, period),
    }


def since_seat(ledger: Ledger, person: int, as_of: date | None) -> Period:
    """From the first day of the seat that a deputy holds on a day (a township one first), else held last, to it."""
    day = as_of or ledger.today
    seats = ledger.context.tenures().get(person, ())
    begun = [seat for seat in seats if seat.first is None or seat.first <= day]
    held = [seat for seat in begun if seat.holds(day)]
    best = max(held or begun, key=lambda seat: (seat.level == TOWNSHIP, seat.first or date.min), default=None)
    first = (best.first if best else None) or date(day.year, 1, 1)
    last = max(first, min(day, best.last)) if best and best.last else day
    name = "至".join(f"{day.year}年{day.month}月{day.day}日" for day in (first, last))
    return Period(name, first, last, max(first, day), ("from/to", f"{first}/{last}"))


def _told(ledger: Ledger, found: Sequence[Duty], kind: str, period: Period, tell: Tell) -> Rows:
    """The records of a kind among the duties, by day, each with the role that the person had in it as 情形."""
    mine = {duty.id: duty for duty in found if duty.kind == kind}
    records = {record.id or 0: record for record in ledger.by_ids(kind, list(mine))}
    ordered = [records[id] for id in mine]
    rows = tell(ledger, ordered, period)
    return [
        row | {"种类": KINDS[kind], "序号": id, "情形": duty.role}
        for row, (id, duty) in zip(rows, mine.items(), strict=True)
    ]


def _seats(ledger: Ledger, person: int, day: date, tell: Tell, period: Period) -> Rows:
    """Every seat of the person with its last day as it follows from the term, and whether it is held that day."""
    named = ledger.names.texts("deputy", [person])[person]
    records: list[Any] = [ledger.get("deputy", person), *ledger.records("mandate", Listing({"deputy": named}))]
    titles = [field.title for field in Seat.fields]
    rows = []
    for record in records:
        days = tenure(record, ledger.context.terms())
        row = tell(ledger, [record], period)[0]
        own = {title: row[title] for title in titles}
        rows.append(own | {"起": days.first, "止": days.last, "在任": days.holds(day)})
    return sorted(rows, key=lambda row: row["起"] or date.min)


def _unregistered(ledger: Ledger, person: int, period: Period, last: date) -> int:
    """How many congresses were held while the person had a township seat without a list of who attended."""
    listing = Listing({"type": CONGRESS}, first=period.first, last=last)
    seats = [seat for seat in ledger.context.tenures().get(person, ()) if seat.level == TOWNSHIP]
    meetings: list[Any] = ledger.records("meeting", listing)
    return sum(any(seat.holds(each.began_on) for seat in seats) for each in meetings if not each.attendance)


def _suggestions(scope: Scope, person: int, last: date, tell: Tell) -> Rows:
    """What the person proposed or signed while a deputy, withdrawn ones too, with what became of it."""
    ledger, period = scope.ledger, scope.period
    seats = ledger.context.tenures().get(person, ())
    mine = {
        story.id: (story, role)
        for story, _, role in reversed(list(proposals(Asked(scope, period.first, last, person))))
        if serving(seats, story.submitted_on) and inside(story.submitted_on, (story.term, story.session), period, last)
    }
    classes = {each.letter: each.label for each in ledger.context.rules.classes}
    rows = []
    for row, id in zip(tell(ledger, ledger.by_ids("suggestion", sorted(mine)), period), sorted(mine), strict=True):
        story, role = mine[id]
        rows.append(
            row
            | {
                "种类": KINDS["suggestion"],
                "序号": id,
                "届次编号": number_text(story.term, story.session, story.number),
                "情形": role,
                "结果类别": story.life.result,
                "结果说明": classes.get(story.life.result or "", ""),
            }
        )
    return sorted(rows, key=lambda row: (row["提出日期"], row["序号"]))


def _reports(ledger: Ledger, found: Sequence[Duty], person: int, period: Period, tell: Tell) -> Rows:
    """The duty reports with the person's own ballots."""
    named = ledger.names.texts("deputy", [person])[person]
    rows = []
    for row in _told(ledger, found, "duty_report", period, tell):
        for own in row["述职代表"]:
            if own["姓名"] == named:
                rows.append(row | own)
    return rows


def _points(ledger: Ledger, person: int, period: Period) -> dict[str, Any]:
    """The points rule by rule in the order of the rules, with how many records fall under each."""
    found: dict[Rule, list[Decimal]] = {}
    for each in points.scored(ledger, period, person):
        found.setdefault(each.rule, []).append(each.counted)
    return {
        "合计": points.plain(sum((sum(counted, Decimal()) for counted in found.values()), Decimal())),
        "次数": sum(map(len, found.values())),
        "各项": [
            told_rule(rule) | {"次数": len(found[rule]), "计分": points.plain(sum(found[rule], Decimal()))}
            for rule in dict.fromkeys(points.rules())
            if rule in found
        ],
    }
