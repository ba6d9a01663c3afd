"""The oracle's part for opinions, petitions, appraisals, merits, regulations, documents and plans."""

from collections.abc import Iterator, Sequence
from typing import Final

import oracle
from oracle_life import Raw, day

WORDS: Final = {
    "channel": "来信 来访 来电 网络",
    "disposal": "当场答复 转办 调查落实 不予受理",
    "target_type": "部门 站所 干部 项目",
    "regulation": "制度 职责",
    "direction": "收文 发文",
}


def books(ledger: Sequence[Raw], asked: "oracle.Span") -> Iterator[tuple[str, "oracle.Value"]]:
    """The figures of the smaller books."""
    yield from _opinions(ledger, asked)
    yield from _petitions(ledger, asked)
    yield from _appraisals(ledger, asked)
    yield "merit.total", len(dated(ledger, asked, "merit", "happened_on"))
    regulations = dated(ledger, asked, "regulation", "adopted_on")
    yield from counted("regulation.by_type", WORDS["regulation"], regulations, "type")
    documents = dated(ledger, asked, "document", "dated_on")
    yield from counted("document.by_direction", WORDS["direction"], documents, "direction")
    plans = [p for p in oracle.of(ledger, "plan") if asked.first.year <= p["year"] <= asked.last.year]
    yield "plan.total", len(plans)
    yield "plan.done", len([p for p in plans if by_then(p, "done_on", asked)])


def _opinions(ledger: Sequence[Raw], asked: "oracle.Span") -> Iterator[tuple[str, "oracle.Value"]]:
    opinions = dated(ledger, asked, "opinion", "received_on")
    resolved = len([o for o in opinions if by_then(o, "resolved_on", asked)])
    yield "opinion.total", len(opinions)
    yield "opinion.transferred", len([o for o in opinions if by_then(o, "transferred_on", asked)])
    yield "opinion.resolved", resolved
    yield "opinion.resolution_rate", (resolved, len(opinions)) if opinions else None


def _petitions(ledger: Sequence[Raw], asked: "oracle.Span") -> Iterator[tuple[str, "oracle.Value"]]:
    petitions = dated(ledger, asked, "petition", "received_on")
    yield "petition.total", len(petitions)
    yield "petition.people", sum(p.get("people", 0) for p in petitions)
    yield "petition.resolved", len([p for p in petitions if by_then(p, "resolved_on", asked)])
    yield from counted("petition.by_channel", WORDS["channel"], petitions, "channel")
    yield from counted("petition.by_disposal", WORDS["disposal"], petitions, "disposal")


def _appraisals(ledger: Sequence[Raw], asked: "oracle.Span") -> Iterator[tuple[str, "oracle.Value"]]:
    appraisals = dated(ledger, asked, "appraisal", "held_on")
    yield "appraisal.events", len(appraisals)
    for word in WORDS["target_type"].split():
        mine = [a for a in appraisals if a.get("target_type") == word]
        both = [a for a in mine if "satisfied" in a and "returned" in a]
        satisfied, returned = sum(a["satisfied"] for a in both), sum(a["returned"] for a in both)
        yield f"appraisal.by_target_type.{word}.count", len(mine)
        yield f"appraisal.by_target_type.{word}.satisfaction_rate", (satisfied, returned) if returned else None


def dated(ledger: Sequence[Raw], asked: "oracle.Span", kind: str, field: str) -> list[Raw]:
    return [line for line in oracle.of(ledger, kind) if asked.first <= day(line[field]) <= asked.last]


def by_then(line: Raw, field: str, asked: "oracle.Span") -> bool:
    return field in line and day(line[field]) <= asked.as_of


def counted(stem: str, words: str, lines: Sequence[Raw], field: str) -> Iterator[tuple[str, "oracle.Value"]]:
    for word in words.split():
        yield f"{stem}.{word}", len([line for line in lines if line.get(field) == word])
