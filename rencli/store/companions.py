"""What a suggestion asks of others: merged into it, made of it, ended; those of a file count before they stand."""

from datetime import date
from typing import Any, Final

from sqlalchemy import Date, Select, column, select, table
from sqlmodel import Session

from rencli.records.joined import ENDING, MOTION, Conversion, End, Merger, end_of
from rencli.records.numbered import full_number, number_text
from rencli.store.run import run

_NUMBERED: Final = ("term", "session", "number")
_suggestion = table(
    "suggestion",
    column("id"),
    *map(column, _NUMBERED),
    column("type"),
    column("submitted_on", Date),
    column("converted_from_id"),
)
_step = table(
    "suggestion_steps", column("owner_id"), column("position"), column("step"), column("on", Date), column("into_id")
)


class Companions:
    """The answers, from the tables and from what the file at hand announced."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._became: dict[str, Conversion] | None = None
        self._ends: dict[str, End] = {}
        self._mergers: dict[str, list[Merger]] = {}
        self._motions: set[str] = set()
        self._put_forward: dict[str, date] = {}

    def ended(self, number: str) -> End | None:
        """The 撤回 or 并案 of a suggestion."""
        if number in self._ends:
            return self._ends[number]
        return self._step(self._steps_of(number).where(_step.c.step.in_(ENDING)).order_by(_step.c.on))

    def merged_into(self, number: str) -> list[Merger]:
        """The suggestions that were merged into one."""
        other = _suggestion.alias()
        query = select(_step.c.on, *(other.c[name] for name in _NUMBERED)).select_from(_step)
        query = query.join(_suggestion, _suggestion.c.id == _step.c.into_id).join(other, other.c.id == _step.c.owner_id)
        found = run(self._session, _called(query, number).where(_step.c.step == "并案"))
        return [Merger(on, number_text(*called)) for on, *called in found] + self._mergers.get(number, [])

    def became(self, number: str) -> Conversion | None:
        """The first suggestion that was made of a motion; only a motion is over thereby."""
        found = self._conversions().get(number)
        return found if found and self._is_motion(number) else None

    def last_step_of_motion(self, number: str) -> End | None:
        """The last step of a motion that stands in the ledger."""
        query = self._steps_of(number).where(_suggestion.c.type == MOTION)
        return self._step(query.order_by(_step.c.on.desc(), _step.c.position.desc()))

    def put_forward(self, number: str) -> date | None:
        """The day on which a suggestion was put forward."""
        if number in self._put_forward:
            return self._put_forward[number]
        found: date | None = run(self._session, _called(select(_suggestion.c.submitted_on), number)).scalar()
        return found

    def meet(self, record: Any) -> None:
        """Take in a suggestion that is about to be written."""
        if record.submitted_on:
            self._put_forward[record.called] = record.submitted_on
        if record.type == MOTION:
            self._motions.add(record.called)
        if (end := end_of(record.steps)) is not None:
            self._ends[record.called] = end
        for step in record.steps:
            if step.step == "并案" and step.into and step.on:
                into = full_number(step.into, record.term, record.session)
                self._mergers.setdefault(into, []).append(Merger(step.on, record.called))
        if record.converted_from and record.submitted_on:
            source = full_number(record.converted_from, record.term, record.session)
            self._note(source, Conversion(record.submitted_on, record.called))

    def _conversions(self) -> dict[str, Conversion]:
        if self._became is None:
            self._became = {}
            motion, made = _suggestion.alias(), _suggestion.alias()
            query = select(made.c.submitted_on, *(each.c[name] for each in (motion, made) for name in _NUMBERED))
            query = query.select_from(made).join(motion, motion.c.id == made.c.converted_from_id)
            for on, *called in run(self._session, query.where(made.c.converted_from_id.is_not(None))):
                self._note(number_text(*called[:3]), Conversion(on, number_text(*called[3:])))
        return self._became

    def _is_motion(self, number: str) -> bool:
        if number not in self._motions:
            found = run(self._session, _called(select(_suggestion.c.type), number)).scalar()
            if found != MOTION:
                return False
            self._motions.add(number)
        return True

    def _note(self, source: str, conversion: Conversion) -> None:
        known = self._conversions()
        known[source] = min(known.get(source, conversion), conversion)

    def _steps_of(self, number: str) -> Select[Any]:
        query = select(_step.c.on, _step.c.step).select_from(_suggestion)
        return _called(query.join(_step, _step.c.owner_id == _suggestion.c.id), number)

    def _step(self, query: Select[Any]) -> End | None:
        found = run(self._session, query.limit(1)).first()
        return End(*found) if found else None


def _called(query: Select[Any], number: str) -> Select[Any]:
    """The query narrowed to the suggestion of that 届-次-编号."""
    parts = [int(part) if part.isdecimal() else None for part in number.split("-")]
    if len(parts) != 3 or None in parts:
        return query.where(_suggestion.c.id.is_(None))
    own = _suggestion.c
    place = own.session == parts[1] if parts[1] else own.session.is_(None)
    return query.where(own.term == parts[0], place, own.number == parts[2])
