"""What a paper must and must not say of small ledgers whose truth is plain.

A case is one line: a name, why it is there, the records of its ledger, a paper of a period, the words that its text
must hold and those that it must not hold; ``re:`` goes before a pattern. A case may name the day (``today``) on which
its paper is written, and the record (``number``) of a paper of one record.
"""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from keeping import Book
from telling import text

DATA = Path(__file__).parents[1] / "data"
CASES = [
    json.loads(line)
    for name in ("told_truly.jsonl", "told_truly_more.jsonl")
    for line in (DATA / name).read_text(encoding="utf-8").splitlines()
]
TODAY = "2025-01-06"


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_told_truly(case: dict[str, Any], tmp_path: Path) -> None:
    options = case["period"]
    asked = {
        name.removeprefix("--").replace("-", "_"): value
        for name, value in zip(options[::2], options[1::2], strict=True)
    }
    with Book(tmp_path).keep(*case["records"]).opened(date.fromisoformat(case.get("today", TODAY))) as ledger:
        paper = text(ledger, case["report"], asked, [case["number"]] if "number" in case else [])
    faults = [f"lacks {words}" for words in case["must"] if not _holds(paper, words)]
    faults += [f"says {words}: {said}" for words in case["must_not"] if (said := _holds(paper, words))]
    assert not faults, "\n".join([case["why"], *faults, "", paper])


def test_every_case_has_a_name_of_its_own() -> None:
    names = [case["name"] for case in CASES]
    assert sorted(set(names)) == sorted(names)


def _holds(paper: str, words: str) -> str:
    """What of a paper answers to the words or the pattern; empty where nothing does."""
    if not words.startswith("re:"):
        return words if words in paper else ""
    found = re.search(words.removeprefix("re:"), paper)
    return found[0] if found else ""
