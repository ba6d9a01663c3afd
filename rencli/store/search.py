"""Search: the records in which some words occur, whichever field they stand in.

One statement a table, written from the fields of the kind: every text, every list of texts, the lines of nested lists,
and the names of people, groups and stations that a record names. A word is found as it stands, case apart (Latin
letters); all words must occur in one record, not necessarily in one field. A full-text index would not do:
``unicode61`` finds no Chinese word, ``trigram`` none of two characters.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from rencli.errors import InvalidInputError
from rencli.records import KINDS, clean, load
from rencli.records.base import Part, Record
from rencli.records.fields import Field
from rencli.store import schema
from rencli.store.ledger import Ledger

AROUND: Final = 16
"""Characters told before and behind a hit."""
NAMED: Final = ("deputy", "group", "station")
"""Kinds whose names are looked for where a record names them."""

_LIKE: Final = "LIKE :{} ESCAPE '/'"


class Hit(NamedTuple):
    """A record in which every word occurs, and where the first of them does."""

    record: Record
    fields: tuple[Field, ...]
    """The field; in a nested list the list, then the field of its line."""
    value: str
    """All that stands there."""
    at: int
    """Where the word begins in it."""
    length: int

    @property
    def excerpt(self) -> str:
        """What stands around the word, on one line."""
        first, last = max(self.at - AROUND, 0), self.at + self.length + AROUND
        cut = self.value[first:last].replace("\n", " ")
        return f"{'…' if first else ''}{cut}{'…' if last < len(self.value) else ''}"


def search(ledger: Ledger, words: Sequence[str], kinds: Sequence[str] = tuple(KINDS)) -> "Found":
    """The records with all of the words: kinds in the order of ``KINDS``, of each the newest first.

    Raises InvalidInputError where a word cannot be looked for.
    """
    wanted = [_cleaned(word) for word in words]
    values = {f"word{at}": _pattern(word) for at, word in enumerate(wanted)}
    ids: list[tuple[str, int]] = []
    for kind in kinds:
        statement = _statement(load(kind), len(wanted))
        ids += [(kind, id) for (id,) in ledger.session.connection().exec_driver_sql(statement, values)]
    return Found(ledger, wanted, ids)


class Found:
    """What a search found; the records are loaded when they are asked for."""

    def __init__(self, ledger: Ledger, words: Sequence[str], ids: Sequence[tuple[str, int]]) -> None:
        self._ledger = ledger
        self._words = words
        self._ids = ids

    def __len__(self) -> int:
        return len(self._ids)

    def hits(self, limit: int | None = None) -> Iterator[Hit]:
        """The hits in order, at most so many."""
        wanted = self._ids[:limit]
        for kind in dict.fromkeys(kind for kind, _ in wanted):
            ids = [id for each, id in wanted if each == kind]
            records = {record.id: record for record in self._ledger.by_ids(kind, ids)}
            for id in ids:
                yield _hit(records[id], self._words)


def _cleaned(word: str) -> str:
    try:
        found = clean.line(word)
    except clean.Unreadable as fault:
        raise InvalidInputError(f"要找的词：{fault}") from fault
    if not found:
        raise InvalidInputError("没有写要找的词，如 ren search 斑马线。")
    return found


def _pattern(word: str) -> str:
    for special in "/%_":
        word = word.replace(special, f"/{special}")
    return f"%{word}%"


def _statement(cls: type[Record], words: int) -> str:
    """The ids of a kind's records with all of the words, the newest first."""
    each = " AND ".join(f"({' OR '.join(_places(cls, cls.fields, at)) or '0'})" for at in range(words))
    newest = f'"{cls.dated_by}" DESC, ' if cls.dated_by else ""
    return f'SELECT id FROM "{cls.kind}" WHERE {each} ORDER BY {newest}id DESC'


def _places(cls: type[Record], fields: Sequence[Field], at: int) -> Iterator[str]:
    """The conditions "this field has the word"."""
    like = _LIKE.format(f"word{at}")
    for field in fields:
        if schema.is_child(field):
            inside = field.part.fields if field.part else (field._replace(name=field.to, many=False),)
            if lines := " OR ".join(_places(cls, inside, at)):
                yield f'id IN (SELECT owner_id FROM "{cls.kind}_{field.name}" WHERE {lines})'
        elif field.to in NAMED:
            yield f'"{schema.place(field).name}" IN (SELECT id FROM "{field.to}" WHERE name {like})'
        elif field.many:  # a list of texts: each of them, not the JSON that the column holds
            yield f'EXISTS (SELECT 1 FROM json_each("{field.name}") WHERE value {like})'
        elif _is_text(field):
            yield f'"{field.name}" {like}'


def _is_text(field: Field) -> bool:
    return field.type is str and not field.to and field.read is not clean.checksum


def _hit(record: Record, words: Sequence[str]) -> Hit:
    """Where the first word stands that can be shown, in the order of the fields."""
    places = list(_texts(record, record.fields, ()))
    for word in words:
        for fields, value in places:
            if (at := value.lower().find(word.lower())) >= 0:
                return Hit(record, fields, value, at, len(word))
    return Hit(record, (record.fields[0],), record.heading(), 0, 0)


def _texts(part: Part, fields: Sequence[Field], above: tuple[Field, ...]) -> Iterator[tuple[tuple[Field, ...], str]]:
    for field in fields:
        value: Any = getattr(part, field.attribute)
        if value is None:
            continue
        if field.part is not None:
            for line in value:
                yield from _texts(line, field.part.fields, (*above, field))
        elif field.many:
            yield from (((*above, field), each) for each in value)
        elif _is_text(field) or field.to in NAMED:
            yield (*above, field), str(value)
