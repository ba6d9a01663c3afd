"""Random lines of the smaller books, for the ledgers of ``random_ledgers``."""

from typing import Any

import oracle
import oracle_books
from drawing import DAYS, Line, days, flags, numbers, sometimes, words
from hypothesis import strategies as st


def books(draw: Any, ledger: list[Line]) -> list[Line]:
    """A few lines of every smaller book."""
    people = oracle.of(ledger, "deputy")
    lines: list[Line] = []
    for _ in range(draw(st.integers(0, 3))):
        lines.append(_handled(draw, {"kind": "opinion", "content": "路灯不亮"}))
        lines.append(_handled(draw, {"kind": "petition", "content": "反映水费", "channel": draw(words("来信 来访"))}))
        sometimes(draw, lines[-1], people=numbers, disposal=words("转办 不予受理"))
        lines.append(_appraisal(draw))
        lines.append({"kind": "document", "direction": draw(words("收文 发文")), "dated_on": str(draw(days))})
        lines[-1]["title"] = "一份文件"
        lines.append({"kind": "regulation", "name": "一项制度", "adopted_on": str(draw(days))})
        sometimes(draw, lines[-1], type=words(oracle_books.WORDS["regulation"]))
        lines.append({"kind": "plan", "year": draw(st.integers(2020, 2025)), "title": "一项安排"})
        sometimes(draw, lines[-1], done_on=days.map(str))
        who = draw(st.sampled_from(people))
        name = f"{who['name']}@{who['constituency']}" if "constituency" in who else who["name"]
        lines.append({"kind": "merit", "happened_on": str(draw(days)), "deputy": name, "title": "一件事"})
    return lines


def _handled(draw: Any, line: Line) -> Line:
    received = draw(days)
    later = [each for each in DAYS if each >= received]
    line["received_on"] = str(received)
    if draw(flags):
        line["transferred_on"] = str(draw(st.sampled_from(later)))
    if draw(flags):
        line["resolved_on"] = str(draw(st.sampled_from([d for d in later if str(d) >= line.get("transferred_on", "")])))
    return line


def _appraisal(draw: Any) -> Line:
    line: Line = {"kind": "appraisal", "held_on": str(draw(days)), "type": "工作评议", "target": "供电所"}
    sometimes(draw, line, target_type=words(oracle_books.WORDS["target_type"]), returned=numbers)
    most = line.get("returned", 40)
    sometimes(draw, line, satisfied=st.integers(0, most))
    return line
