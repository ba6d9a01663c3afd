"""Two real years, as published: every figure that is known of them."""

import json
from pathlib import Path
from typing import Any

import pytest
from keeping import Book

from rencli.figures.catalogue import Figures, titled
from rencli.figures.period import period

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "case", [ROOT / "examples/wayao/wayao-2024", ROOT / "tests/data/huilongwan-2011h1"], ids=lambda path: path.name
)
def test_every_known_figure_of_a_real_year(tmp_path: Path, case: Path) -> None:
    book = Book(tmp_path)
    book.take(case.with_name(f"{case.name}.jsonl").read_bytes())
    known: dict[str, Any] = json.loads(case.with_name(f"{case.name}.expected.json").read_text(encoding="utf-8"))
    option, value = known["period"]
    with book.opened() as ledger:
        figures = Figures(ledger, period(ledger, {option.removeprefix("--"): value}))
        found = {key: figures.show(key).dump()["value"] for key in known["figures"]}
        for figure in figures.all():  # `figure show` opens whatever `figure list` gives
            behind = figures.records(figure.key)
            assert figures.show(figure.key) == figure
            assert [(each["kind"], each["id"]) for each in titled(ledger, behind)] == behind
            assert all(each["title"] for each in titled(ledger, behind))
    assert found == known["figures"]
