"""Search compared with reading every record by eye."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from keeping import Book
from test_round_trips import record_of, steps

from rencli.errors import InvalidInputError
from rencli.records import KINDS, load
from rencli.store.door import RefusedError
from rencli.store.ledger import Ledger, writing
from rencli.store.search import Found, search

LINES = [
    {"kind": "term", "number": 5, "began_on": "2021-12-20"},
    {"kind": "group", "name": "第一代表小组"},
    {"kind": "station", "name": "老营村联络站", "type": "联络站"},
    {"kind": "deputy", "name": "张三"},
    {"kind": "deputy", "name": "李四", "constituency": "第二选区"},
    {"kind": "deputy", "name": "李四", "constituency": "第三选区"},
    {"kind": "deputy", "name": "卡得尔·买买提"},
    {"kind": "visit", "id": 1, "held_on": "2022-01-01", "type": "接待选民"},
    {"kind": "activity", "id": 1, "held_on": "2022-01-01", "type": "调研", "theme": "水利"},
    {"kind": "suggestion", "title": "修路", "number": 1, "session": 3, "submitted_on": "2022-01-01"},
    {"kind": "suggestion", "title": "修路", "number": 1, "submitted_on": "2022-01-01"},
]

records = st.sampled_from([kind for kind in KINDS if kind not in ("office", "term", "attachment")]).flatmap(
    lambda kind: st.tuples(st.just(kind), record_of(load(kind).fields))
)
word = st.text("镇村硬化éEe１1a%_/'\"\\（）", min_size=1, max_size=3).filter(str.strip)


@pytest.mark.slow
@given(st.lists(records, min_size=1, max_size=8), steps, st.lists(word, min_size=1, max_size=2))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_search_finds_what_an_eye_finds(
    tmp_path_factory: pytest.TempPathFactory, raw: list[Any], life: list[Any], words: list[str]
) -> None:
    book = Book(tmp_path_factory.mktemp("search")).keep(*LINES)
    lived = {
        "title": "修渠",
        "submitted_on": "2022-01-01",
        "steps": [{k: v for k, v in step.items() if v} for step in life],
    }
    with writing(book.path, "test") as ledger:
        for kind, values in [*raw, ("suggestion", lived)]:
            try:
                ledger.add(kind, values)
            except RefusedError:
                continue
    with book.opened() as ledger:
        for each in (words, ["财政所"], ["李四"], ["老营", "村"]):
            found = search(ledger, each)
            assert keys(found) == list(by_eye(ledger, each))
            for hit in found.hits():
                here = hit.value[hit.at : hit.at + hit.length]
                assert any(here.lower() == cleaned(word) for word in each)


def keys(found: Found) -> list[tuple[str, int | None]]:
    return [(hit.record.kind, hit.record.id) for hit in found.hits()]


def by_eye(ledger: Ledger, words: list[str]) -> Iterator[tuple[str, int | None]]:
    """Every record in turn, the newest first, whose texts hold all of the words."""
    for kind in KINDS:
        cls = load(kind)
        found = sorted(
            ledger.records(kind), key=lambda each: (getattr(each, cls.dated_by or "id"), each.id), reverse=True
        )
        for record in found:
            texts = [text.lower() for text in strings(record)]
            if all(any(cleaned(word) in text for text in texts) for word in words):
                yield kind, record.id


def strings(part: Any) -> Iterator[str]:
    for field in part.fields:
        value = getattr(part, field.attribute)
        for each in value if isinstance(value, list) else [value]:
            if field.part is not None:
                yield from strings(each)
            elif isinstance(each, str) and field.to in ("", "deputy", "group", "station"):
                yield each.partition("@")[0] if field.to == "deputy" else each


def cleaned(word: str) -> str:
    """As texts are cleaned when they are written: full-width digits become plain ones, edges go."""
    return word.replace("１", "1").strip().lower()


def test_many_hits_are_loaded_only_as_far_as_they_are_shown(tmp_path: Path) -> None:
    book = Book(tmp_path).keep(
        *({"kind": "note", "on": "2024-01-01", "section": "亮点", "text": "路"} for _ in range(3))
    )
    with book.opened() as ledger:
        found = search(ledger, ["路"])
        assert len(found) == 3
        assert [hit.record.id for hit in found.hits(2)] == [3, 2]


def test_what_names_another_record_by_kind_and_number_is_no_text(tmp_path: Path) -> None:
    book = Book(tmp_path).keep(
        *LINES,
        {
            "kind": "attachment",
            "record": "visit/1",
            "name": "签到表.jpg",
            "sha256": "a1" * 32,
            "added_on": "2024-01-01",
        },
    )
    with book.opened() as ledger:
        assert not search(ledger, ["visit"])
        assert not search(ledger, ["a1a1"])
        assert keys(search(ledger, ["签到"])) == [("attachment", 1)]


def test_a_word_that_cannot_stand_in_a_record_is_refused(tmp_path: Path) -> None:
    with Book(tmp_path).opened() as ledger, pytest.raises(InvalidInputError, match="要找的词"):
        search(ledger, ["a\x00b"])


def test_a_list_is_searched_word_by_word_not_as_it_is_stored(tmp_path: Path) -> None:
    items = [{"type": "选举", "title": "选举副镇长", "elected": ["马一", "王二"]}]
    book = Book(tmp_path).keep({"kind": "meeting", "type": "其他", "began_on": "2024-03-01", "items": items})
    with book.opened() as ledger:
        assert len(search(ledger, ["马一"])) == 1
        assert [len(search(ledger, [word])) for word in ("9a6c", "u", '"', "\\", "马一王二")] == [0] * 5
