"""Reads all papers of random ledgers as a strict reader would: ``make read``, or ``python tests/reports/reading.py``.

Each ledger is made into every paper and book there is; the numbers of each are compared with the figures and the
records, its sentences with the properties of a paper that a chair would sign. Prints what was read and what is
struck out, by property and with an example each; 1 where there is anything.
"""

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

if __name__ == "__main__":
    TESTS = Path(__file__).resolve().parents[1]
    sys.path[:0] = [str(TESTS), str(TESTS / "figures")]

import ledgers
import properties
import reading_books
import reading_numbers
import reading_rules
from checking import wrongs
from keeping import Book
from ledgers import Records
from telling import text
from year_ledgers import MOODS, ledger

from rencli.errors import RenError
from rencli.figures.base import Rate
from rencli.figures.period import Period, period
from rencli.reports import manifest
from rencli.reports.divided import Divided
from rencli.reports.manifest import Manifest
from rencli.reports.names import Lists, covered
from rencli.reports.scores import Scores
from rencli.store.ledger import Ledger

TODAY: Final = date(2025, 1, 6)
SIZES: Final = (40, 60, 90, 150, 300, 600, 1200, 3000)
_SPANS: Final[Mapping[str, Sequence[str]]] = {
    "year": ("2024",),
    "half": ("2024H1", "2024H2"),
    "quarter": ("2024Q1", "2024Q2", "2024Q3", "2024Q4"),
    "term": ("5",),
    "session": ("5-5",),
}
_PROSE: Final = ("annual", "half-year")
"""Papers whose shape the numbered properties know."""
_SAMPLED: Final = 2


class Breach(NamedTuple):
    """What a reader strikes out."""

    rule: str
    what: str
    paper: str
    words: str


class Read(NamedTuple):
    """One paper that was read."""

    name: str
    sentences: int
    numbers: int
    explained: int
    breaches: list[Breach]
    refused: bool = False
    """Whether the program said that there is no such paper: a term without a congress, no record for a card."""


def read(records: Records, papers: Sequence[str] = ()) -> Iterator[Read]:
    """Every paper of a ledger, or those that are named."""
    with tempfile.TemporaryDirectory() as folder, Book(Path(folder)).keep(*records).opened(TODAY) as book:
        known = reading_numbers.fields(records) | {"0"}  # 5-0-12 was submitted between sessions
        for found in manifest.manifests():
            if not papers or found.name in papers:
                yield from _read(book, records, found, known)


def _read(book: Ledger, records: Records, found: Manifest, known: set[str]) -> Iterator[Read]:
    if found.of and found.template is not None:
        for record in _sample(book, found):
            yield _other(book, found, {}, known, [str(record.id)])
        return
    kind = found.period if found.period in _SPANS else "year"
    for value in _SPANS[kind]:
        if found.name in _PROSE:
            yield _prose(book, records, found.name, {kind: value})
        else:
            yield _other(book, found, {} if found.period == "none" else {kind: value}, known, [])


def _prose(book: Ledger, records: Records, name: str, asked: Mapping[str, str]) -> Read:
    """A summary, read by all properties."""
    span = period(book, asked)
    title = f"{name} {span.name}"
    try:
        made = ledgers.made(book, records, name, span, TODAY)
    except Exception as error:  # noqa: BLE001 — of every paper that cannot be made a reader wants to know
        return Read(title, 0, 0, 0, [Breach("写不出来", "写不出来", title, f"{type(error).__name__}: {error}"[:200])])
    given = _notes(records, span.first, span.last)
    own = [note for notes in given.values() for note in notes]
    written = list(_own_words(records))
    numbers, unknown = reading_numbers.unexplained(made, written)
    whole = len(made.live) + numbers
    faults = {rule: check(made.text) for rule, check in reading_rules.TEXT.items()}
    faults["7 句子"] = properties.rhythm(made.text, own)
    faults |= {
        "3 数的来处": [*unknown, *reading_numbers.live(made)],
        "3 数是它的数": reading_numbers.claims(made),
        "5 比率": properties.rates(made.text, made.shares),
        "8 题文落款": properties.agreement(made.text, made.office, made.year, TODAY),
        "9 素材": properties.notes(made.text, given),
        "10 不足": properties.shortcomings(made.text, wrongs(made, annual=name == "annual"), own="不足" in given),
        "11 没有的不写": reading_rules.silence(made, "\n".join(written)),
        "12 套话": properties.formulas(made.text, "\n".join(own)),
        "标题说了没有做的": reading_rules.headings_claim(made),
    }
    sentences = sum(1 for _ in properties.sentences(properties.body(made.text)))
    return Read(title, sentences, whole, whole - len(unknown), _breaches(title, faults))


def _other(book: Ledger, found: Manifest, asked: Mapping[str, str], known: set[str], numbers: list[str]) -> Read:
    """Any other paper, book or card: that it is made, its numbers, its rows or sentences."""
    title = f"{found.name} {' '.join([*asked.values(), *numbers])}".strip()
    try:
        paper = text(book, found.name, asked, numbers)
    except RenError as error:
        refused = error.exit_code in (2, 3) and "模板" not in str(error)  # a template of ours has no excuse
        said = [] if refused else [Breach("写不出来", "写不出来", title, str(error))]
        return Read(title, 0, 0, 0, said, refused=True)
    except Exception as error:  # noqa: BLE001 — as above
        return Read(title, 0, 0, 0, [Breach("写不出来", "写不出来", title, f"{type(error).__name__}: {error}"[:200])])
    if found.template is not None:
        paper = reading_books.without_attachments(paper)
    told = reading_numbers.of_text(reading_books.without_row_numbers(paper))
    span = period(book, asked)
    strange = [each for each in told if each not in known] if not numbers else []
    right = _known(book, found, span) if strange else frozenset()
    unknown = [f"不知来处的数：{each}" for each in strange if each not in right]
    faults = {"负数": reading_rules.minus(paper), "2 空和零": reading_rules.no_leftovers(paper), "3 数的来处": unknown}
    if found.book:
        faults |= {
            "簿：行号": reading_books.counting(paper),
            "簿：截止日": reading_books.later(paper, span.as_of),
            "簿：自相矛盾": reading_books.at_odds(paper),
        }
    if found.template is not None and not found.of:
        prose = reading_books.without_addressee(reading_books.without_tables(paper))
        faults |= {rule: check(prose) for rule, check in reading_rules.TEXT.items() if rule != "6 标题"}
    sentences = paper.count("。")
    return Read(title, sentences, len(told), len(told) - len(unknown), _breaches(title, faults))


def _known(book: Ledger, found: Manifest, span: Period) -> frozenset[str]:
    """The figures of a period, for a term those of its years too, its scores, and the days suggestions are overdue."""
    told = covered(span)
    values = {str(value).rstrip("%") for value in ledgers.figures(book, span).values()}
    if found.period == "term":
        for year in range(told.first.year, told.last.year + 1):
            first, last = max(told.first, date(year, 1, 1)), min(told.last, date(year, 12, 31))
            each_year = ledgers.figures(book, Period("", first, last, told.as_of)).values()
            values |= {number for value in each_year for number in str(value).rstrip("%").split("/")}
            values |= {str(part) for value in each_year if isinstance(value, Rate) for part in value}
    values |= {str(part) for value in ledgers.figures(book, span).values() if isinstance(value, Rate) for part in value}
    values |= set(_differences(book, told))
    divided = Divided(book, told)
    rows = [value for by in divided if found.template is not None for row in divided[by] for value in row.values()]
    values |= {str(value).rstrip("%") for value in rows if isinstance(value, Rate | int)}
    lists = Lists(book, told)
    if found.numbered:
        values.add(str(TODAY.year))
    for each in (*Scores(book, told)["各人"], *Scores(book, told)["各组"]):
        values |= {str(value) for value in (*each.values(), *each.get("次数", {}).values())}
    return frozenset(values | {str(each["超期天数"]) for each in (*lists["建议"], *lists["待答建议"])})


def _differences(book: Ledger, told: Period) -> Iterator[str]:
    """What a comparison with the year before may print."""
    before = ledgers.figures(book, told.year_before())
    for key, value in ledgers.figures(book, told).items():
        earlier = before.get(key)
        if isinstance(value, Rate) and isinstance(earlier, Rate):
            points = abs(float(str(value).rstrip("%")) - float(str(earlier).rstrip("%")))
            yield f"{points:.1f}".removesuffix(".0")
        elif isinstance(value, int) and isinstance(earlier, int):
            yield str(abs(value - earlier))


def _sample(book: Ledger, found: Manifest) -> list[Any]:
    """The first and the last of the records that a paper of one record is made for."""
    fit = []
    for record in book.records(found.of):
        values = [(getattr(record, "type", None), words) for words in found.only.values()]
        if all(value in words for value, words in values):
            fit.append(record)
    return [*fit[:1], *fit[-1:]][:_SAMPLED]


def _notes(records: Records, first: date, last: date) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for record in records:
        if record["kind"] == "note" and str(first) <= record["on"] <= str(last):
            found.setdefault(record["section"], []).append(record["text"])
    return {section: list(dict.fromkeys(texts)) for section, texts in found.items()}


def _own_words(records: Records) -> Iterator[str]:
    """What a clerk wrote: notes, titles, themes, names."""
    for record in records:
        for field in ("text", "title", "theme", "name", "target", "content"):
            if field in record:
                yield str(record[field]).rstrip("。；")
        yield from (str(item["title"]) for item in record.get("items", ()))


def _breaches(paper: str, faults: Mapping[str, Sequence[str]]) -> list[Breach]:
    return [Breach(rule, reading_rules.label(fault), paper, fault) for rule, found in faults.items() for fault in found]


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def plan(count: int, seed: int) -> Iterator[tuple[int, int, str]]:
    """(seed, size, mood) of each ledger: moods in turn, and sizes in turn within each."""
    for number in range(count):
        mood = MOODS[number % len(MOODS)]
        yield seed + number, SIZES[(number // len(MOODS) + number) % len(SIZES)], mood


def main(arguments: Sequence[str] | None = None) -> int:
    """Read, print the table, and say by the exit code whether there is anything to strike out."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--ledgers", type=int, default=40)
    asked.add_argument("--seed", type=int, default=0)
    asked.add_argument("--largest", type=int, default=max(SIZES))
    asked.add_argument("--papers", nargs="*", default=[], help="only these: annual half-year …")
    asked.add_argument("--examples", type=int, default=1)
    asked.add_argument("--keep", type=Path, help="write the ledgers that have breaches here, as .jsonl")
    given = asked.parse_args(arguments)
    total: Counter[str] = Counter()
    found: dict[tuple[str, str], list[tuple[str, Breach]]] = {}
    for seed, size, mood in plan(given.ledgers, given.seed):
        records = ledger(seed, min(size, given.largest), mood)
        name, before = f"{mood}-{len(records)}-{seed}", sum(map(len, found.values()))
        for each in read(records, given.papers):
            total.update(
                papers=not each.refused, sentences=each.sentences, numbers=each.numbers, explained=each.explained
            )
            for breach in each.breaches:
                found.setdefault((breach.rule, breach.what), []).append((name, breach))
        if given.keep and sum(map(len, found.values())) > before:
            given.keep.mkdir(parents=True, exist_ok=True)
            lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
            (given.keep / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
    _say(f"{given.ledgers} ledgers · {total['papers']} papers · {total['sentences']} sentences")
    _say(f"{total['numbers']} numbers, {total['explained']} explained · {sum(map(len, found.values()))} breaches")
    for (rule, what), places in sorted(found.items(), key=lambda each: -len(each[1])):
        at = len({(where, breach.paper) for where, breach in places})
        _say(f"\n{len(places):5} in {at:4} papers  {rule} · {what}")
        for where, breach in places[:: max(len(places) // given.examples, 1)][: given.examples]:
            _say(f"      {where} · {breach.paper}\n      {breach.words[:240]}")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
