"""The year that is judged: its days, the ledger, and what several duties ask of it."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, TypeVar, cast

from sqlalchemy import select

from rencli.figures.base import Behind, Scope
from rencli.figures.people import seats
from rencli.figures.period import Period
from rencli.records import KINDS
from rencli.records.seat import TOWNSHIP
from rencli.records.tenure import COLUMNS, Tenure, tenure
from rencli.rules import RuleSet
from rencli.store.ledger import Ledger

Answer = TypeVar("Answer")
_QUARTERS = ("第一季度", "第二季度", "第三季度", "第四季度")


class Span(NamedTuple):
    """A part of the year in which something is to be done so many times; the year itself has no name."""

    name: str
    first: date
    last: date


class Event(NamedTuple):
    """Something that the ledger says was done, on its day."""

    on: date
    behind: Behind


class Year:
    """A calendar year of the ledger, known up to a day: nothing later counts."""

    def __init__(self, ledger: Ledger, number: int, as_of: date) -> None:
        self.ledger = ledger
        self.number = number
        self.as_of = as_of
        self.first, self.last = date(number, 1, 1), date(number, 12, 31)
        self.until = min(as_of, self.last)
        """The last day of the year that is known."""
        self._found: dict[object, object] = {}

    @property
    def rules(self) -> RuleSet:
        return self.ledger.context.rules

    @property
    def over(self) -> bool:
        """Whether the year has passed."""
        return self.as_of > self.last

    @cached_property
    def scope(self) -> Scope:
        """The year's own records, as figures are asked of them; what became of them by the day of asking."""
        return Scope(self.ledger, Period(f"{self.number}年", self.first, self.until, self.as_of))

    @cached_property
    def opens(self) -> date:
        """The first day of the ledger: that of its oldest term."""
        return min(span[0] for span in self.ledger.context.terms().values())

    def once(self, source: "Callable[[Year], Answer]") -> Answer:
        """What a source finds in this year; several duties share it."""
        if source not in self._found:
            self._found[source] = source(self)
        return cast(Answer, self._found[source])

    def on(self, day: date) -> str:
        """A day in words; the year is said where it is another one."""
        return f"{'' if day.year == self.number else f'{day.year}年'}{day.month}月{day.day}日"

    def tell(self, event: Event) -> str:
        """An event with the record that the clerk may open: 1月25日会议3."""
        return f"{self.on(event.on)}{KINDS[event.behind.kind]}{event.behind.id}"

    def ask(self, query: Any) -> list[Any]:
        """The rows of a query."""
        return list(self.ledger.ask(query))

    def deputies(self, day: date | None = None) -> list[int]:
        """Who holds a township seat on a day, by default on the last that is known."""
        on = day or self.until
        tenures = self.ledger.context.tenures()
        return sorted(person for person, held in tenures.items() if any(_township(each, on) for each in held))

    def presidium(self, day: date) -> int:
        """How many members the presidium has on a day."""
        return len({person for person, seat in self.once(_presidium) if _township(seat, day)})

    def called(self, people: Iterable[int] | None = None) -> dict[int, str]:
        """The names of deputies, by default of those in office, in the order of their ids."""
        wanted = self.deputies() if people is None else sorted(set(people))
        found = self.ledger.names.texts("deputy", wanted)
        return {each: str(found[each]) for each in wanted}

    def spans(self, per: str | None) -> list[Span]:
        """The parts of the year that a number is for: 年, 半年, 季度; for 届 the term of the year."""
        if per == "届":
            number = self.ledger.context.term_on(self.until)
            begins, ends = self.ledger.context.terms().get(number or 0, (self.first, None))
            return [Span("", begins, ends or date.max)]
        if per == "半年":
            return [self._months("上半年", 1, 6), self._months("下半年", 7, 12)]
        if per == "季度":
            return [self._months(name, 3 * at + 1, 3 * at + 3) for at, name in enumerate(_QUARTERS)]
        return [Span("", self.first, self.last)]

    def _months(self, name: str, first: int, last: int) -> Span:
        end = date(self.number, last, 31 if last in (3, 12) else 30)
        return Span(name, date(self.number, first, 1), end)


def _township(seat: Tenure, day: date) -> bool:
    return seat.level == TOWNSHIP and seat.holds(day)


def _presidium(year: Year) -> list[tuple[int, Tenure]]:
    """Every seat that makes its holder a member of the presidium."""
    seat = seats()
    query = select(seat.c.person, *(seat.c[name] for name in COLUMNS)).where(seat.c.presidium.is_(True))
    terms = year.ledger.context.terms()
    return [(row.person, tenure(row, terms)) for row in year.ask(query)]
