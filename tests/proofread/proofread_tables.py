"""The tables of faults, of look-alikes and of clean texts, and what a ledger of the town would hand in."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from rencli.proofread import Congress, Fact, Known, Paragraph, Text

HERE: Final = Path(__file__).parent
KNOWN: Final = Known(
    names=frozenset(("李永福", "周文山", "张桂兰", "赵大永", "王明")),
    others=frozenset(("李永祥",)),
    facts=(
        Fact("建议·总数", ("收到建议",), "件", "22"),
        Fact("会议·主席团会议·次数", ("举行主席团会议", "召开主席团会议"), "次", "5"),
        Fact("走访·走访选民·户数", ("走访选民",), "户", "264"),
        Fact("建议·办结率", ("办结率",), "%", "81.8"),
    ),
    congresses=(Congress(5, 3, 2023), Congress(5, 4, 2024), Congress(5, 5, 2024)),
)
"""What a ledger of the town would hand in."""


def lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def told(line: str, known: Known | None = None) -> Text:
    return Text([Paragraph(each, f"第{number}段") for number, each in enumerate(line.split("¶"), 1)], known)


def cases(sign: str) -> Iterator[tuple[str, str]]:
    for path in sorted((HERE / "rules").glob("*.txt")):
        yield from ((path.stem, line[2:]) for line in lines(path) if line.startswith(sign))
