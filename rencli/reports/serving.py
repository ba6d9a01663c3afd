"""列表.在任代表: who is a deputy on the period's last day, and what each did in the period."""

from collections import Counter
from typing import Any, Final

from rencli.figures import people
from rencli.figures.base import Scope
from rencli.figures.duties import LED, SIGNED, Asked, Duty, duties, inside
from rencli.figures.period import Period
from rencli.records.seat import TOWNSHIP
from rencli.reports.book_rows import ROSTER, Rows
from rencli.store.ledger import Ledger

DEEDS: Final = ("出席会议", "参加活动", "走访接待", "领衔建议", "附议建议", "述职")
_BY_KIND: Final = {"activity": "参加活动", "visit": "走访接待", "duty_report": "述职"}
_BY_ROLE: Final = {"出席": "出席会议", LED: "领衔建议", SIGNED: "附议建议"}


def serving(ledger: Ledger, period: Period) -> list[dict[str, Any]]:
    """Everybody in office by Chinese field names, as the roster tells them, with what each did."""
    scope, last = Scope(ledger, period), min(period.last, period.as_of)
    done: dict[int, Counter[str]] = {}
    for duty in duties(Asked(scope, period.first, last)):
        if (deed := _deed(duty)) and inside(duty.on, duty.session, period, last):
            done.setdefault(duty.person, Counter())[deed] += 1
    seated = {person for person, _ in people.held(scope)}
    ids = [record.id or 0 for record in ledger.records("deputy") if record.id in seated]
    rows = Rows(ledger, period).of(ROSTER)
    return [row | _beside(row, done.get(id, Counter())) for row, id in zip(rows, ids, strict=True)]


def _deed(duty: Duty) -> str | None:
    return _BY_KIND.get(duty.kind) or _BY_ROLE.get(duty.role)


def _beside(row: dict[str, Any], found: Counter[str]) -> dict[str, Any]:
    """Whether the seat is of this township, the year of birth, and how often each deed was done."""
    born = {"出生年": (row["出生日期"] or "")[:4] or None, "本级": TOWNSHIP in row["层级"]}
    return born | {deed: found[deed] for deed in DEEDS}
