"""Between the names that people write and the ids that tables keep.

A deputy is named by name, by ``姓名@选区`` where two share it, or by id; a suggestion by 届-次-编号; groups
and stations by name; a term by its number; anything else by id. Where any record may be named, its kind goes
before: ``visit/12``, ``suggestion/5-3-12``. While a file is imported, its own lines
are known here before they are in the tables.
"""

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from sqlalchemy import column, func, select, table
from sqlmodel import Session

from rencli.records import KINDS
from rencli.records.base import Record
from rencli.records.numbered import number_text
from rencli.store.run import run

_deputy = table("deputy", column("id"), column("name"), column("constituency"))
_suggestion = table("suggestion", column("id"), column("term"), column("session"), column("number"))


class UnknownNameError(LookupError):
    """``str(error)`` is a clause that says what was not found, and what is near."""


class Person(NamedTuple):
    """A deputy as far as naming goes."""

    id: int
    constituency: str | None


class Names:
    """Names to ids and back, for one session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._people: dict[str, list[Person]] = {}
        self._ids: dict[tuple[str, str], int] = {}
        self._texts: dict[tuple[str, Any], str] = {}
        self._bearers: dict[tuple[str, str], Any] = {}
        self._called: dict[tuple[str, str], int] = {}
        """What the numbers mean by which a file calls its own lines."""

    def announce(self, record: Record) -> None:
        """Make a record known by its name that is about to be written."""
        values: Any = record
        match record.kind:
            case "deputy" if values.name:  # one that could not be read is told of when the line is checked
                self._people.setdefault(values.name, []).append(Person(values.id, values.constituency))
            case "group" | "station" if values.name:
                self._ids[record.kind, values.name] = values.id
            case "term":
                self._ids["term", str(values.number)] = values.id
            case "suggestion":
                self._ids["suggestion", number_text(values.term, values.session, values.number)] = values.id

    def call(self, kind: str, number: object, id: int) -> None:
        """Make a record known by the number that its file gives it."""
        self._called[kind, str(number)] = id

    def is_called(self, kind: str, number: object) -> bool:
        """Whether a number of the file already means one of its lines."""
        return (kind, str(number)) in self._called

    def id_of(self, kind: str, text: object) -> Any:
        """The id that a name means; for a term its number, for ``record`` kind/id. Raises UnknownNameError."""
        if kind == "record":
            return self._any_record(str(text))
        key = (kind, str(text))
        if key not in self._ids:
            self._ids[key] = self._find(kind, str(text))
        return int(str(text)) if kind == "term" else self._ids[key]

    def known(self, kind: str, text: str) -> int:
        """The id of a name; 0, which no record has, where nothing bears it."""
        try:
            return int(self.id_of(kind, text))
        except UnknownNameError:
            return 0

    def texts(self, kind: str, ids: Collection[Any]) -> dict[Any, str]:
        """The names of some ids, as they would be written."""
        missing = [id for id in ids if (kind, id) not in self._texts]
        for at in range(0, len(missing), 500):
            for id, text in self._read_texts(kind, missing[at : at + 500]):
                self._texts[kind, id] = text
                self._bearers[kind, text] = id
        return {id: self._texts.get((kind, id), str(id)) for id in ids}

    def bearer(self, kind: str, text: object) -> Any:
        """The id of the record that was told of under this name; None where none was."""
        return self._bearers.get((kind, str(text)))

    def namesakes(self, name: str, but: int | None) -> list[str | None]:
        """The constituencies of the other people of that name."""
        rows = run(self._session, select(_deputy.c.id, _deputy.c.constituency).where(_deputy.c.name == name))
        known = {int(id): place for id, place in rows}
        known |= {person.id: person.constituency for person in self._people.get(name, ())}
        return [place for id, place in known.items() if id != but]

    def _find(self, kind: str, text: str) -> int:
        match kind:
            case "deputy":
                return self._find_person(text)
            case "suggestion":
                return self._find_suggestion(text)
            case "group" | "station":
                return self._find_by(kind, "name", text)
            case "term":
                return self._find_by(kind, "number", text)
            case _:
                return self._by_id(kind, text)

    def _by_id(self, kind: str, text: str) -> int:
        return self._called.get((kind, text)) or self._find_by(kind, "id", text)

    def stored(self, kind: str, text: str) -> int | None:
        """The id that a name has in the tables, whatever a file announces; None where not exactly one bears it."""
        if kind == "deputy":
            name, _, place = text.partition("@")
            found = [each.id for each in self._stored_people(name) if not place or each.constituency == place]
            return found[0] if len(found) == 1 else None
        source = table(kind, column("id"), column("name"))
        id = run(self._session, select(source.c.id).where(source.c.name == text)).scalar()
        return None if id is None else int(id)

    def _any_record(self, text: str) -> str:
        """kind/id of a record named as kind/number or kind/name, the kind in English or Chinese."""
        word, slash, name = text.partition("/")
        kind = next((kind for kind, label in KINDS.items() if word.strip().replace("-", "_") in (kind, label)), None)
        if kind is None or not slash:
            raise UnknownNameError(f"“{text}”没有说明是哪条记录，请写 种类/序号，如 visit/12、suggestion/5-3-12")
        if is_id(name) and kind not in ("term", "deputy"):
            return f"{kind}/{self._by_id(kind, name)}"
        return f"{kind}/{self.id_of(kind, name)}"

    def _find_person(self, text: str) -> int:
        if is_id(text):
            return self._by_id("deputy", text)
        name = text.partition("@")[0]
        try:
            return self._only(text, self._people.get(name, []))
        except UnknownNameError:
            return self._only(text, self._stored_people(name))

    def _stored_people(self, name: str) -> list[Person]:
        query = select(_deputy.c.id, _deputy.c.constituency).where(_deputy.c.name == name)
        return [Person(*row) for row in run(self._session, query)]

    def _only(self, text: str, people: list[Person]) -> int:
        name, _, place = text.partition("@")
        found = [each for each in people if not place or each.constituency == place]
        if len(found) == 1:
            return found[0].id
        if found:
            choice = "、".join(f"{name}@{each.constituency or each.id}" for each in found)
            raise UnknownNameError(f"有{len(found)}位代表叫“{name}”，请写 {choice}")
        raise UnknownNameError(f"没有代表“{text}”{self._near('deputy', name)}")

    def _find_suggestion(self, text: str) -> int:
        parts = text.split("-")
        if len(parts) != 3 or not all(part.isascii() and part.isdigit() and len(part) < 10 for part in parts):
            raise UnknownNameError(f"“{text}”不是建议编号，应写成 届-次-编号，如 5-3-12，闭会期间 5-0-12")
        term, session, number = map(int, parts)
        key = ("suggestion", number_text(term, session or None, number))
        if key in self._ids:
            return self._ids[key]
        of = _suggestion.c
        place = of.session == session if session else of.session.is_(None)
        found = run(self._session, select(of.id).where(of.term == term, of.number == number, place)).first()
        if found is None:
            raise UnknownNameError(f"没有编号为 {text} 的建议")
        return int(found[0])

    def _find_by(self, kind: str, field: str, text: str) -> int:
        source = table(kind, column("id"), column(field))
        value: object = int(text) if field in ("id", "number") and is_id(text) else text
        found = run(self._session, select(source.c.id, source.c[field]).where(source.c[field] == value)).first()
        if found is None:
            if field == "name":
                raise UnknownNameError(f"没有{KINDS[kind]}“{text}”{self._near(kind, text)}")
            raise UnknownNameError(f"没有第{text}届" if kind == "term" else f"没有{text}号{KINDS[kind]}")
        return int(found[0])

    def _near(self, kind: str, text: str) -> str:
        from difflib import get_close_matches

        source = table(kind, column("id"), column("name"))
        known = {name for _, name in run(self._session, select(source.c.id, source.c.name))}
        known |= set(self._people) if kind == "deputy" else set()
        near = get_close_matches(text, sorted(known), 3, 0.5)
        return f"，是不是{'、'.join(near)}？" if near else "，请先登记"

    def _read_texts(self, kind: str, ids: Iterable[Any]) -> Iterable[tuple[Any, str]]:
        if kind == "deputy":
            other = _deputy.alias()
            same = select(func.count()).select_from(other).where(other.c.name == _deputy.c.name).scalar_subquery()
            query = select(_deputy.c.id, _deputy.c.name, _deputy.c.constituency, same)
            for id, name, place, count in run(self._session, query.where(_deputy.c.id.in_(ids))):
                yield id, name if count == 1 else f"{name}@{place}" if place else str(id)
        elif kind == "suggestion":
            of = _suggestion.c
            query = select(of.id, of.term, of.session, of.number).where(of.id.in_(ids))
            for id, term, session, number in run(self._session, query):
                yield id, number_text(term, session, number)
        elif kind == "record":
            for text in ids:
                named, _, id = str(text).partition("/")
                yield text, f"{named}/{id if named == 'term' else self.texts(named, [int(id)])[int(id)]}"
        elif kind in ("group", "station"):
            source = table(kind, column("id"), column("name"))
            yield from run(self._session, select(source.c.id, source.c.name).where(source.c.id.in_(ids)))
        else:
            yield from ((id, str(id)) for id in ids)


def is_id(text: str) -> bool:
    """Whether a text is a number that SQLite can hold."""
    return text.isascii() and text.isdigit() and len(text) < 19
