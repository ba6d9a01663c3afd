"""The rows of registers: records by Chinese names, with what a book tells beside their fields.

A source is a kind by its Chinese label, or 在任代表: everybody who held a seat on the period's last day.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Final

from rencli.figures import people
from rencli.figures.base import Scope
from rencli.figures.period import Period
from rencli.records import KINDS, load
from rencli.records.base import Part, Record
from rencli.records.fields import Field
from rencli.records.life import Life
from rencli.records.meeting import CONGRESS
from rencli.records.seat import TOWNSHIP, Seat
from rencli.reports import book_cells
from rencli.reports.book_cells import Lines
from rencli.reports.names import office
from rencli.reports.told import by_title, of_life, of_period, told_records
from rencli.store.ledger import Ledger
from rencli.store.links import became

Row = dict[str, Any]


ROSTER: Final = "在任代表"
SOURCES: Final[Mapping[str, str]] = {label: kind for kind, label in KINDS.items()} | {ROSTER: "deputy"}

LISTED: Final = frozenset({"提出代表", "请假缺席", "议定结果", "选民意见", "成员", "成果"})
"""What is told beside the fields and is a list."""


def fields(source: str) -> dict[str, Field | None]:
    """The titles that a row of a source has, with their fields where a record has them."""
    kind = SOURCES[source]
    found: dict[str, Field | None] = {field.title: field for field in load(kind).fields}
    if kind == "suggestion":
        found |= dict.fromkeys(("建议编号", "提出代表", "转来", *of_life(Life(date.min), date.min)))
    if kind in ("opinion", "petition"):
        found["进展"] = None
    return found | {title: found.get(title) for title in Rows.BESIDE.get(kind, {})}


class Rows:
    """The rows of one ledger and period; what several books ask is read once."""

    def __init__(self, ledger: Ledger, period: Period) -> None:
        self._ledger = ledger
        self._period = period

    def of(self, source: str, records: Sequence[Record] = ()) -> list[Row]:
        """The rows of a source in the period, or those of the given records."""
        kind = SOURCES[source]
        beside = self.BESIDE.get(kind, {})
        if source == ROSTER:
            return [row | {title: tell(self, row, None) for title, tell in beside.items()} for row in self._roster]
        found = records or listed(self._ledger, kind, self._period)
        told = told_records(self._ledger, found, self._period)
        rows = [_with_people(row, load(kind)) for row in told]
        return [
            row | {title: tell(self, row, record) for title, tell in beside.items()}
            for row, record in zip(rows, found, strict=True)
        ]

    def order(self, source: str, title: str) -> Sequence[Any]:
        """The values of a field in the order in which a book has them; further ones come after."""
        field = fields(source)[title]
        if field is None:
            return ()
        if field.to == "group":
            return [row["名称"] for row in self._groups]
        return field.words

    @cached_property
    def _roster(self) -> list[Row]:
        """Everybody in office once, with the seat of the lowest level; all levels are told."""
        seats: dict[int, list[int]] = {}
        for person, mandate in people.held(Scope(self._ledger, self._period)):
            seats.setdefault(person, []).append(mandate)
        further = {record.id: record for record in self._ledger.records("mandate")}
        return [
            _seated(record, [further[number] if number else record for number in seats[record.id]])
            for record in self._ledger.records("deputy")
            if record.id in seats
        ]

    @cached_property
    def _raised(self) -> dict[int, list[Row]]:
        """The voters' opinions by the visit that they come from."""
        found: dict[int, list[Row]] = {}
        for row in told_records(self._ledger, self._ledger.records("opinion"), self._period):
            found.setdefault(row["走访接待"], []).append(row)
        return found

    @cached_property
    def _groups(self) -> list[Row]:
        return list(map(by_title, self._ledger.records("group")))

    def _opinions(self, row: Row, record: Record) -> Lines:
        return Lines(map(book_cells.opinion, self._raised.get(record.id or 0, [])))

    def _in(self, group: str) -> list[str]:
        return [each["姓名"] for each in self._roster if each["代表小组"] == group]

    def _below(self, group: str) -> dict[str, int]:
        """The groups that belong to a larger one, with how many are in each."""
        return {each["名称"]: len(self._in(each["名称"])) for each in self._groups if each["所属大组"] == group}

    def _members(self, row: Row, record: Record | None) -> list[str]:
        below = self._below(row["名称"]).items()
        return [*self._in(row["名称"]), *(f"{name}（{many}人）" for name, many in below)]

    def _level(self, row: Row, record: Record | None) -> str:
        """The levels of the seats, that of the township as 镇 or 乡."""
        own: str = office(self._ledger)["镇"]
        return str(row["层级"]).replace(TOWNSHIP, own)

    BESIDE: Final[Mapping[str, Mapping[str, Callable[["Rows", Row, Any], Any]]]] = {
        "meeting": {
            "会议名称": lambda _, row, record: row["会议名称"] or _called(record),
            "应到人数": lambda _, row, record: row["应到人数"] or len(row["出席"]) or None,
            "实到人数": lambda _, row, record: row["实到人数"] or len(_attending(row, "出席")) or None,
            "请假缺席": lambda _, row, record: _attending(row, "请假", "缺席"),
            "议定结果": lambda _, row, record: Lines(map(_decided, row["议程"])),
        },
        "suggestion": {
            "提出代表": lambda _, row, record: book_cells.People(row["提出代表"]),
            "办理进展": lambda _, row, record: book_cells.progress(row),
        },
        "petition": {"办理结果": lambda _, row, record: book_cells.outcome(row)},
        "opinion": {"办理结果": lambda _, row, record: book_cells.outcome(row)},
        "deputy": {
            "出生年月": lambda _, row, record: book_cells.month(row["出生日期"]),
            "级别": _level,
            "职务": lambda _, row, record: book_cells.posts(row),
        },
        "activity": {
            "代表人数": lambda _, row, record: row["代表人数"] or len(row["参加代表"]) or None,
            "起止日期": lambda _, row, record: book_cells.span(row["日期"], row["结束日期"]),
            "成果": lambda _, row, record: book_cells.yields(row),
        },
        "visit": {
            "代表人数": lambda _, row, record: row["代表人数"] or len(row["代表"]) or None,
            "接待地点": lambda _, row, record: row["联络站"] or row["地点"],
            "选民意见": _opinions,
        },
        "group": {
            "成员": _members,
            "成员人数": lambda self, row, record: len(self._in(row["名称"])) + sum(self._below(row["名称"]).values()),
        },
    }
    """What a book tells of a record beside its fields, or in the place of an empty one."""


def _with_people(row: Row, part: type[Part]) -> Row:
    """The row with namesakes as a register writes them, 李芳（第3选区）, in its nested lines too."""
    named = {field.title for field in part.fields if field.to == "deputy"} | {"提出代表"}
    lines = {field.title: field.part for field in part.fields if field.part}
    written = {title: _person(row[title]) for title in named & row.keys()}
    return row | written | {title: [_with_people(line, inner) for line in row[title]] for title, inner in lines.items()}


def _person(value: Any) -> Any:
    if isinstance(value, list):
        return [_person(each) for each in value]
    name, _, constituency = (value or "").partition("@")
    return f"{name}（{constituency}）" if constituency else value


def listed(ledger: Ledger, kind: str, period: Period) -> list[Record]:
    """What a book lists of a period: the motions too that became suggestions, which figures leave out."""
    found = of_period(ledger, kind, period)
    if kind != "suggestion":
        return found
    motions: list[Any] = ledger.by_ids(kind, list(became(ledger, period.as_of)))
    first, last, congress = period.first, period.last, period.congress
    found += [
        each
        for each in motions
        if ((each.term, each.session) == congress if congress else first <= each.submitted_on <= last)
    ]
    return sorted(found, key=_in_order)


def _in_order(record: Any) -> tuple[bool, int, int, int]:
    """Congress by congress, what came between the sessions last; by number."""
    return record.session is None, record.term or 0, record.session or 0, record.number or 0


def _called(meeting: Any) -> str:
    called: str = meeting.heading() if meeting.type == CONGRESS else meeting.type
    return called


def _seated(record: Record, seats: Iterable[Record]) -> Row:
    words = load("deputy").field("level").words
    held = sorted(map(by_title, seats), key=lambda seat: words.index(seat["层级"]))
    own = {field.title for field in Seat.fields}
    levels = dict.fromkeys(seat["层级"] for seat in held)
    return by_title(record) | {title: held[0][title] for title in own} | {"层级": "、".join(levels)}


def _attending(row: Row, *statuses: str) -> list[str]:
    found = [line for line in row["出席"] if line["出席情况"] in statuses]
    return [line["代表"] if len(statuses) == 1 else f"{line['代表']}（{line['出席情况']}）" for line in found]


def _decided(item: Row) -> str:
    """What became of an item of the agenda: votes, who was elected, the outcome."""
    votes = "、".join(f"{word}{item[word]}票" for word in ("赞成", "反对", "弃权") if item[word] is not None)
    elected = f"{'、'.join(item['当选人'])}当选{item['职务'] or ''}" if item["当选人"] else ""
    return "，".join(part for part in (votes, elected, item["结果"]) if part)
