"""Each rule against its table: faults, found where ⟦ begins, and look-alikes that are none.

``rules/NAME.txt``: a line ``+ …`` holds a fault of that rule between ⟦ and ⟧, a line ``- …`` none; ¶ parts paragraphs.
"""

import pytest
from proofread_tables import HERE, KNOWN, cases, lines, told

from rencli.proofread import RULES, Problem, names, problems


def found(rule: str, line: str) -> list[Problem]:
    known = KNOWN if "台账" in rule else None
    return [each for each in problems(told(line, known)) if each.rule == rule]


@pytest.mark.parametrize(("rule", "line"), list(cases("+")))
def test_a_fault_is_found_in_its_place(rule: str, line: str) -> None:
    marked = next(number for number, each in enumerate(line.split("¶")) if "⟦" in each)
    start = line.split("¶")[marked].index("⟦")
    places = [(each.fault.at, each.fault.start) for each in found(rule, line.replace("⟦", "").replace("⟧", ""))]
    assert places == [(marked, start)]


@pytest.mark.parametrize(("rule", "line"), list(cases("-")))
def test_what_looks_alike_is_no_fault(rule: str, line: str) -> None:
    assert found(rule, line) == []


def test_every_rule_has_its_tables() -> None:
    assert {path.stem for path in (HERE / "rules").glob("*.txt")} == set(names())
    assert {path.stem for path in (HERE / "clean").glob("*.txt")} == set(names())
    assert len(names()) == len(set(names()))
    for rule in RULES:
        assert {sign for sign in "+-" if any(rule.name == name for name, _ in cases(sign))} == {"+", "-"}


@pytest.mark.parametrize("rule", names())
def test_clean_sentences_are_silent_under_all_rules(rule: str) -> None:
    """``clean/NAME.txt``: at least forty texts, written to provoke one rule, right as they stand."""
    known = KNOWN if "台账" in rule else None
    clean = lines(HERE / "clean" / f"{rule}.txt")
    assert len(set(clean)) >= 40
    wrong = [(line, each.rule, each.excerpt) for line in clean for each in problems(told(line, known))]
    assert wrong == []


def test_a_problem_says_where_and_what_to_do() -> None:
    for rule, line in cases("+"):
        for each in found(rule, line.replace("⟦", "").replace("⟧", "")):
            assert each.where.startswith("第")
            assert each.excerpt
            assert each.message.endswith("。")
