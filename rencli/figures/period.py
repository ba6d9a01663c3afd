"""The span of days that a figure speaks of, and the day up to which it knows what happened."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple, Self

from rencli.errors import InvalidInputError, NotFoundError
from rencli.records import clean, days
from rencli.store.ledger import Ledger
from rencli.store.query import Listing

OPTIONS = ("year", "half", "quarter", "from", "to", "term", "session")


class Period(NamedTuple):
    """First and last day, both included, and the day of asking."""

    name: str
    """As a paper says it: 2024年, 2024年上半年."""
    first: date
    last: date
    as_of: date
    option: tuple[str, str] = ("", "")
    """The option that named it; kept in a paper's properties."""
    congress: tuple[int, int] | None = None
    """With ``--session``: suggestions count by (term, session)."""

    def year_before(self) -> Self:
        """The same span a year earlier, seen on its own last day or the corresponding one."""
        first, last, as_of = (_year_before(day) for day in (self.first, self.last, self.as_of))
        name = re.sub(r"\d{4}", lambda year: str(int(year[0]) - 1), self.name)
        return self._replace(name=name, first=first, last=last, as_of=as_of, congress=None, option=("", ""))


def period(ledger: Ledger, options: Mapping[str, str | None]) -> Period:
    """The period that the command line names; without one, this year.

    Raises InvalidInputError for an unreadable period or for two, NotFoundError for an unknown term.
    """
    given = {name: value for name, value in options.items() if value and name in OPTIONS}
    spans = {"from/to" if name in ("from", "to") else name for name in given}
    if len(spans) > 1:
        raise InvalidInputError("只能写一个期间：--year、--half、--quarter、--from/--to、--term、--session 选一样。")
    name = next(iter(spans), "year")
    value = given.get(name, str(ledger.today.year))
    found = _from_to(given, ledger) if name == "from/to" else _READERS[name](value, ledger)
    as_of = _day("as-of", options.get("as_of"), ledger) or min(ledger.today, found.as_of)
    return found._replace(as_of=as_of)


def _year(text: str, ledger: Ledger) -> Period:
    year = _whole(r"(\d{4})年?", text, "--year", "2024")[0]
    return _span(f"{year}年", date(year, 1, 1), date(year, 12, 31), ("year", str(year)))


def _half(text: str, ledger: Ledger) -> Period:
    year, half = _whole(r"(\d{4})[Hh]([12])", text, "--half", "2024H1")
    first, last = ((1, 1), (6, 30)) if half == 1 else ((7, 1), (12, 31))
    name = f"{year}年{'上' if half == 1 else '下'}半年"
    return _span(name, date(year, *first), date(year, *last), ("half", f"{year}H{half}"))


def _quarter(text: str, ledger: Ledger) -> Period:
    year, quarter = _whole(r"(\d{4})[Qq]([1-4])", text, "--quarter", "2024Q1")
    first = date(year, 3 * quarter - 2, 1)
    last = (date(year, 3 * quarter, 28) + timedelta(4)).replace(day=1) - timedelta(1)
    return _span(f"{year}年第{'一二三四'[quarter - 1]}季度", first, last, ("quarter", f"{year}Q{quarter}"))


def _from_to(given: Mapping[str, str], ledger: Ledger) -> Period:
    first = _day("from", given.get("from"), ledger)
    last = _day("to", given.get("to"), ledger)
    if first is None or last is None:
        raise InvalidInputError("--from 和 --to 要一起写，如 --from 2024-01-01 --to 2024-06-30。")
    if last < first:
        raise InvalidInputError(f"--to（{last}）早于 --from（{first}），请调换。")
    name = f"{first.year}年{first.month}月{first.day}日至{last.year}年{last.month}月{last.day}日"
    return _span(name, first, last, ("from/to", f"{first}/{last}"))


def _term(text: str, ledger: Ledger) -> Period:
    number = _ordinal(text, "--term")
    span = ledger.context.term_span(number)
    if span is None:
        raise NotFoundError(f"台账里没有第{number}届。")
    return _span(f"第{number}届", span[0], span[1] or ledger.today, ("term", str(number)))


def _session(text: str, ledger: Ledger) -> Period:
    term, session = _whole(r"(\d+)-(\d+)", text, "--session", "5-3")
    listing = Listing({"type": "人代会", "term": str(term)}, sort="began_on")
    meetings: list[Any] = list(ledger.records("meeting", listing))
    congresses = [(each.session, each.began_on) for each in meetings]
    begins = next((day for number, day in congresses if number == session), None)
    span = ledger.context.term_span(term)
    name = f"第{term}届第{session}次会议"
    if begins is None:  # no such congress: no events, only its suggestions, as they stand today
        nothing = date(1900, 1, 1)
        return Period(name, nothing, nothing, ledger.today, ("session", text), (term, session))
    after = next((day for _, day in congresses if day > begins), None)
    last = after - timedelta(1) if after else (span[1] if span else None) or ledger.today
    return _span(name, begins, max(begins, last), ("session", text))._replace(congress=(term, session))


def _span(name: str, first: date, last: date, option: tuple[str, str]) -> Period:
    return Period(name, first, last, last, option)


def _whole(pattern: str, text: str, option: str, example: str) -> list[int]:
    found = re.fullmatch(pattern, text.strip())
    if found is None or not all(0 < int(part) < 2101 for part in found.groups()):
        raise InvalidInputError(f"{option}：“{text}”读不懂，请写成 {example} 这样。")
    return [int(part) for part in found.groups()]


def _ordinal(text: str, option: str) -> int:
    try:
        return clean.ordinal(text)
    except clean.Unreadable as error:
        raise InvalidInputError(f"{option}：{error}") from error


def _day(option: str, text: str | None, ledger: Ledger) -> date | None:
    try:
        return days.typed_day(text, ledger.today) if text else None
    except clean.Unreadable as error:
        raise InvalidInputError(f"--{option}：{error}") from error


def _year_before(day: date) -> date:
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap_day else day.day)


_READERS = {"year": _year, "half": _half, "quarter": _quarter, "term": _term, "session": _session}
