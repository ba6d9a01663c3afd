"""What a record may ask the ledger: terms, congresses, numbers, namesakes, rules."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import zip_longest
from typing import Any, Final

from sqlalchemy import Date, column, func, select, table
from sqlmodel import Session

from rencli.config import rule_folders
from rencli.records.base import Record
from rencli.records.tenure import Tenure
from rencli.rules import RuleSet, load
from rencli.store import tenures
from rencli.store.companions import Companions
from rencli.store.names import Names
from rencli.store.run import run

_office = table("office", column("rules"))
_term = table("term", column("number"), column("began_on", Date), column("ended_on", Date))
_meeting = table(
    "meeting",
    column("type"),
    column("term"),
    column("session"),
    column("began_on", Date),
    column("ended_on", Date),
)
_suggestion = table("suggestion", column("term"), column("session"), column("number"))


CONGRESS: Final = "人代会"
NATIONAL: Final = "national"
LEARNT: Final = ("term", "meeting", "suggestion")
"""The kinds that ``learn`` takes in: others are completed and checked by them."""


class LedgerContext(Companions):
    """The records' ``Context``, answered from the tables. Terms and congresses are read once."""

    def __init__(self, session: Session, names: Names, today: date) -> None:
        super().__init__(session)
        self.today = today
        self._names = names
        self._began: dict[int, tuple[date, date | None]] = {}
        self._terms: dict[int, tuple[date, date | None]] | None = None
        self._closes: dict[tuple[int, int], date] | None = None
        self._numbers: dict[tuple[int, int | None], int] = {}
        self._tenures: dict[int, list[Tenure]] | None = None

    @cached_property
    def rules(self) -> RuleSet:
        """The office's rule set; read from its file when the first record asks."""
        name = run(self._session, select(_office.c.rules)).scalar()
        return self.rule_set(str(name or NATIONAL))

    def unknown_years(self) -> Sequence[int]:
        """The years without a holiday table in which due dates have been reckoned."""
        return sorted(self.rules.calendar.unknown) if "rules" in vars(self) else []

    def rule_set(self, name: str) -> RuleSet:
        return load(name, rule_folders())

    def terms(self) -> dict[int, tuple[date, date | None]]:
        """All terms, oldest first, with first and last day; an open one ends before the next begins."""
        if self._terms is None:
            if not self._began:
                rows = run(self._session, select(_term.c.number, _term.c.began_on, _term.c.ended_on))
                self._began = {number: (began, ended) for number, began, ended in rows}
            ordered = sorted(self._began.items(), key=lambda each: each[1][0])
            following = [span[0] for _, span in ordered[1:]]
            self._terms = {
                number: (began, ended or (after - timedelta(1) if after else None))
                for (number, (began, ended)), after in zip_longest(ordered, following)
            }
        return self._terms

    def newest_term(self) -> int | None:
        return next(reversed(self.terms()), None)

    def term_on(self, day: date) -> int | None:
        for number, (first, last) in reversed(self.terms().items()):
            if first <= day and (last is None or day <= last):
                return number
        return None

    def term_span(self, number: int) -> tuple[date, date | None] | None:
        return self.terms().get(number)

    def next_number(self, term: int, session: int | None) -> int:
        return self._top(term, session) + 1

    def congress_close(self, term: int | None, session: int | None) -> date | None:
        if term is None or session is None:
            return None
        return self._congresses().get((term, session))

    def namesakes(self, name: str, but: int | None) -> Sequence[str | None]:
        return self._names.namesakes(name, but)

    def tenures(self) -> Mapping[int, Sequence[Tenure]]:
        """The seats of everyone who has one, read once: for readers of the ledger, not for writers."""
        if self._tenures is None:
            self._tenures = tenures.tenures(self._session, self.terms())
        return self._tenures

    def in_office(self, deputy: int, day: date) -> bool:
        return any(seat.holds(day) for seat in self.tenures().get(deputy, ()))

    def absences(self, congress: Any, names: Sequence[str]) -> Mapping[str, Sequence[int]]:
        """The sessions that people missed in the seats they held at a congress and still hold."""
        people = {self._names.id_of("deputy", name) for name in names}
        found = tenures.absences(self._session, self.terms(), people, congress)
        called = self._names.texts("deputy", found)
        return {called[person]: missed for person, (seat, missed) in found.items() if seat.holds(self.today)}

    def learn(self, record: Record) -> None:
        """Take in a record that is about to be written, so that later lines of a file may rest on it."""
        values: Any = record
        if record.kind == "term" and values.began_on:
            self.terms()  # what stands in the ledger comes first
            self._began[values.number] = (values.began_on, values.ended_on)
            self._terms = None
        elif record.kind == "meeting" and values.type == CONGRESS and values.term and values.session:
            self._congresses()[values.term, values.session] = values.ended_on or values.began_on
        elif record.kind == "suggestion" and values.term and values.number:
            top = self._top(values.term, values.session)
            self._numbers[values.term, values.session] = max(top, values.number)
            self.meet(values)

    def _congresses(self) -> dict[tuple[int, int], date]:
        if self._closes is None:
            of = _meeting.c
            query = select(of.term, of.session, of.began_on, of.ended_on).where(of.type == CONGRESS)
            query = query.order_by(of.began_on.desc())  # of two with one number the first counts, as in a period
            self._closes = {
                (term, session): ended or began for term, session, began, ended in run(self._session, query)
            }
        return self._closes

    def _top(self, term: int, session: int | None) -> int:
        key = (term, session)
        if key not in self._numbers:
            of = _suggestion.c
            place = of.session == session if session else of.session.is_(None)
            top = run(self._session, select(func.max(of.number)).where(of.term == term, place)).scalar()
            self._numbers[key] = int(top or 0)
        return self._numbers[key]
