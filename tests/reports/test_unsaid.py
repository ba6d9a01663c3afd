"""What a ledger knows and a summary does not say has a reason (see ``unsaid.py``, and docs/papers.md for its table)."""

from pathlib import Path

import unsaid

PAPERS = Path(__file__).parents[2] / "docs" / "papers.md"


def test_nothing_is_left_out_without_a_reason(tmp_path: Path) -> None:
    assert [f"{row.ledger} {row.paper}: {each}" for row in unsaid.found(tmp_path) for each in row.unreasoned] == []


def test_papers_page_has_the_tables_of_today(tmp_path: Path) -> None:
    page = PAPERS.read_text(encoding="utf-8")
    assert unsaid.table(list(unsaid.found(tmp_path))) in page
    assert unsaid.reasons() in page
