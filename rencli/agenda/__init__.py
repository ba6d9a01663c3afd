"""The statutory year: what the law asks of a township presidium, and what the ledger shows of it.

The duties are data of the rule set; each names the plain function that judges it (``judges``). A function yields the
turns of its duty (each time that it fell due), and ``turns.settle`` folds them into a state.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from rencli.agenda import turns
from rencli.agenda.judges import JUDGES
from rencli.agenda.ticks import Tick, by_hand, ticked, ticks
from rencli.agenda.turns import DUE, MISSING, STATES, UNSURE, Judgement, settle
from rencli.agenda.year import Year
from rencli.errors import NotFoundError
from rencli.rules import Duty
from rencli.store.ledger import Ledger

__all__ = ["DUE", "MISSING", "STATES", "UNSURE", "Entry", "agenda", "pressing"]


class Entry(NamedTuple):
    """A duty of the year and how it stands."""

    duty: Duty
    mark: str | None
    """Where its article was not read in the act itself: ◐, ✘."""
    judged: Judgement
    ticked: bool
    """Done by the clerk's own word (自记)."""

    def dump(self) -> dict[str, Any]:
        """The JSON of the contract, and what stands behind it."""
        state, due, achieved, wanted, told, events = self.judged
        return {
            "item": self.duty.item,
            "basis": self.duty.article,
            "need": self.duty.need,
            "done": told,
            "state": state,
            "due": due,
            "count": achieved,
            "wanted": wanted,
            "ticked": self.ticked,
            "known": self.duty.known,
            "mark": self.mark,
            "dates": [each.on for each in events],
            "records": [{"kind": each.behind.kind, "id": each.behind.id} for each in events],
        }


def agenda(ledger: Ledger, number: int, as_of: date) -> list[Entry]:
    """Every duty of a year as it stands on a day, worst first. Raises NotFoundError for a year without a term."""
    _refuse_unknown(ledger, number, as_of)
    year = Year(ledger, number, as_of)
    marked = ticks(year)
    found = [_entry(year, duty, marked.get(duty.item, ())) for duty in year.rules.agenda]
    return sorted(found, key=lambda each: (STATES.index(each.judged.state), each.judged.due or date.max))


def pressing(ledger: Ledger, day: date, within: int = 7) -> list[Entry]:
    """What of the year is missing on a day, or falls due in so many days; nothing where no term covers the year."""
    try:
        found = agenda(ledger, day.year, day)
    except NotFoundError:
        return []
    last = day + timedelta(within)
    return [
        each
        for each in found
        if each.judged.state == MISSING
        or (each.judged.state == DUE and each.judged.due is not None and each.judged.due <= last)
    ]


def _entry(year: Year, duty: Duty, own: Sequence[Tick]) -> Entry:
    judging = JUDGES.get(duty.judge) if duty.judge else None
    judged = settle(judging(year, duty) if judging else by_hand(year, duty, own), year)
    settled = ticked(judged, duty, own, year) if judging else judged
    origin = year.rules.origins.get(f"agenda.{duty.item}")
    by_clerk = any(each.behind.kind == "plan" for each in settled.events) and settled.state == turns.DONE
    return Entry(duty, origin.mark if origin else None, settled, by_clerk)


def _refuse_unknown(ledger: Ledger, number: int, as_of: date) -> None:
    """Raises NotFoundError for a year that no term of the ledger touches, or that is not near yet."""
    terms = ledger.context.terms()
    if not terms:
        raise NotFoundError("台账里还没有届，看不出哪一年该做什么；请先用 ren term add 登记本届。")
    first, last = date(number, 1, 1), date(number, 12, 31)
    if not any(begins <= last and (ends is None or ends >= first) for begins, ends in terms.values()):
        opens = min(begins for begins, _ in terms.values())
        span = f"最早的一届从{opens}开始" if last < opens else "各届都在这一年以前结束了"
        raise NotFoundError(f"台账里没有{number}年所在的届：{span}；请核对年份，或用 ren term add 登记那一届。")
    if number > as_of.year + 1:
        raise NotFoundError(f"{number}年还没有到：按{as_of}的情况，只能看到{as_of.year + 1}年。")
