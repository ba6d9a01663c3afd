"""What the ledgers know and the summaries do not say; run as a script it prints the tables of docs/papers.md.

A figure is said where the paper has it as a live figure. Of what is not said, the table ``WHY`` gives the reason, by
the figure's key; of texts of records ``FACTS`` does, by kind and field. What neither explains ought to be told.
"""

import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

if __name__ == "__main__":
    TESTS = Path(__file__).resolve().parents[1]
    sys.path[:0] = [str(TESTS), str(TESTS / "figures")]

import ledgers
from ledgers import HUILONGWAN, QUIET, SONGQUAN, WAYAO, Made

PAPERS: Final = (
    ("wayao", WAYAO, "annual", "2024", date(2025, 1, 6)),
    ("wayao", WAYAO, "half-year", "2024H1", date(2024, 7, 8)),
    ("huilongwan", HUILONGWAN, "half-year", "2011H1", date(2011, 7, 8)),
    ("songquan", QUIET, "annual", "2022", date(2023, 1, 6)),
    ("songquan", SONGQUAN, "annual", "2023", date(2024, 1, 8)),
    ("songquan", SONGQUAN, "annual", "2024", date(2025, 1, 6)),
    ("songquan", SONGQUAN, "half-year", "2024H1", date(2024, 7, 8)),
    ("songquan", SONGQUAN, "half-year", "2024H2", date(2025, 1, 8)),
)
WHY: Final[Mapping[str, str]] = {
    r"deputy\.(total|by_level|by_group|presidium)": (
        "who sits, in which group: standing facts, in `roster` and `term`"
    ),
    r"deputy\.(vacancies|seats)": "told as 名额, 实有 and, where they differ, 缺额",
    r"group\.": "said as 代表小组 where there are two and more; else part of the roster",
    r"station\.(total|by_type|funds)": (
        "standing facts, in `term`; the summary tells what was built and where voters are received"
    ),
    r"meeting\.by_item\.": "the agenda is told by name or as one sum of its kind (听取报告, 决议决定)",
    r"meeting\.(resolutions|reports|elected|by_type\..*)": "a single one is told by its name and month",
    r"meeting\.attendance_rate": "应到 and 出席 of each congress are told, a rate over all of them would hide them",
    r"duty_report\.(events|held|present|audience|deputies)": (
        "a single one is told by its month; several under the mode or level"
    ),
    r"duty_report\.(coverage_rate|unreported)": "nobody has reported yet: 不足 says so in words",
    r"duty_report\.by_(level|mode)": "the whole is told; parts only where there is more than one",
    r"duty_report\.satisfaction_rate": "no percentage of fewer than five votes",
    (
        r"visit\.(events|voters|households|solved|opinions_known|opinions_solved|"
        r"opinions_open)"
    ): "told by kind of visit, or as 意见 collected and solved",
    (
        r"visit\.by_type\..*\.(events|deputy_times|opinions|solved|opinions_known|"
        r"opinions_solved|opinions_open|voters)"
    ): "one set of opinions and deputies for all visits",
    r"visit\.by_station\.": "station by station in the register of receptions",
    r"petition\.(by_(state|disposal|channel)|resolved)": (
        "told by disposal, with 办结 and 还在办理; one alone, or all, in words"
    ),
    r"opinion\.by_state": "told in words or as 办结, 还在办理",
    (
        r"activity\.(deputy_times|people|problems|opinions|resolved|problems_known|"
        r"problems_resolved|problems_open|materials|consultations|households|forums|"
        r"amount|total)"
    ): "told by kind of activity, or with the side counts",
    (
        r"activity\.by_type\..*\.(count|resolved|problems_known|problems_open|"
        r"problems_resolved|problems|materials|consultations|households|forums|amount|"
        r"people)"
    ): "up to three are told one by one; side counts once for all kinds",
    r"activity\.by_type\..*\.deputy_times": "short neighbours share a sentence and gathered kinds a sum",
    r"activity\.by_group": "said as the number of groups that were active; by group in the register",
    r"appraisal\.": "two or three are told by name, with votes and, from five on, their rate; no rate in a half-year",
    r"(merit|regulation)\.": "up to three are told by name",
    r"document\.": "the register of documents; no work of the presidium",
    r"plan\.": "done of total at the head, what was not done by name in 不足",
    (
        r"suggestion\.(assigned|handled|accepted|closed|replied|total|met|motions|overdue|"
        r"unanswered_overdue|open|unclosed|late|key)"
    ): "told in words (全部交办, 全部办结, 《…》超期) or under the base beside it",
    (
        r"suggestion\.(on_time_reply_rate|reply_rate|close_rate|closing_rate|"
        r"satisfaction_rate)"
    ): "100% is told as 全部 or 均; no rate in a half-year, none on fewer than five",
    (
        r"suggestion\.(meeting_rate|solved_rate|fulfilment_rate|first_satisfaction_rate|"
        r"accepted_satisfaction_rate|attitude.*)"
    ): "its parts are told; the rate is in `suggestions`, with its formula",
    r"suggestion\.(satisfied|mostly_satisfied|dissatisfied|feedback)": "评价均为满意 says it of all",
    r"suggestion\.by_(unit|origin|state|result|session|category)": (
        "the largest unit is told; table by unit in `suggestions`; states and classes in words"
    ),
    r"suggestion\.(in_session|between_sessions|at_congress|.*session.*)": "all from one source are told in words",
    r"suggestion\.promise\.": "told in the plans and shortcomings",
    r"suggestion\.carried.*": "a single carried one is told by title",
}
FACTS: Final[Mapping[tuple[str, str], str]] = {
    ("suggestion", "title"): "up to three, the urged and the overdue by title; all in `suggestions` and its register",
    (
        "meeting",
        "items",
    ): "congress: all reports, decisions up to three; presidium: three items; all in the meeting book",
    ("activity", "theme"): "up to three of a kind one by one, else three named; all in the activity book",
    ("activity", "place"): "a single one's; all in the activity book",
    ("visit", "station"): "three named; all in the register of receptions",
    ("petition", "content"): "what a petitioner says is not for a summary",
    ("opinion", "content"): "what a voter says stands in the register",
    ("plan", "title"): "done ones as a count; undone ones by title, three at most",
    ("note", "text"): "",
    ("merit", "title"): "three named; all in the book of merits",
    ("regulation", "name"): "three named",
    ("appraisal", "target"): "up to three of a class, else their number",
    ("station", "name"): "those of the year",
    ("duty_report", "place"): "in the register",
    ("document", "title"): "the register of documents",
}
_DAYS: Final = ("held_on", "began_on", "received_on", "happened_on", "submitted_on", "adopted_on", "opened_on", "on")


class Found(NamedTuple):
    """What one paper says and does not say."""

    ledger: str
    paper: str
    characters: int
    figures: int
    said: int
    reasoned: int
    unreasoned: list[str]
    facts: dict[tuple[str, str], tuple[int, int]]
    """(kind, field) to how many texts the period's records hold and how many of them the paper has."""


def found(folder: Path) -> Iterator[Found]:
    """Every paper of ``PAPERS``, measured."""
    for name, path, report, option, issued_on in PAPERS:
        made = ledgers.paper(folder, ledgers.read(path), report, option, issued_on)
        told = {tag.removeprefix("ren:").rpartition("=")[0].partition("#")[0] for tag in made.live}
        there = {key: value for key, value in made.figures.items() if _something(value)}
        left = [key for key in there if key not in told]
        open_ = [f"{key} = {there[key]}" for key in left if not any(re.match(each, key) for each in WHY)]
        facts = _facts(made, option)
        open_ += [
            f"{kind}.{field}: {whole - said} of {whole}"
            for (kind, field), (whole, said) in facts.items()
            if said < whole and not FACTS[kind, field]
        ]
        characters = len("".join(made.text.split()))
        said = len(there) - len(left)
        yield Found(name, f"{report} {option}", characters, len(there), said, len(left) - len(open_), open_, facts)


def _something(value: Any) -> bool:
    return bool(value) and getattr(value, "denominator", 1) != 0


def _facts(made: Made, option: str) -> dict[tuple[str, str], tuple[int, int]]:
    counts: dict[tuple[str, str], tuple[int, int]] = {}
    first, last = {"H1": ("01-01", "06-30"), "H2": ("07-01", "12-31")}.get(option[4:], ("01-01", "12-31"))
    for record in made.records:
        day = next((str(record[name]) for name in _DAYS if record.get(name)), str(record.get("year", "")))
        inside = option[:4] == day or f"{option[:4]}-{first}" <= day <= f"{option[:4]}-{last}"
        for kind, field in FACTS:
            if inside and kind == record["kind"] and record.get(field):
                value = record[field]
                for text in [item["title"] for item in value] if isinstance(value, list) else [value]:
                    whole, said = counts.get((kind, field), (0, 0))
                    words = str(text).rstrip("。；").removeprefix("听取").removeprefix("审议")
                    counts[kind, field] = whole + 1, said + (words in made.text)
    return counts


def table(rows: list[Found]) -> str:
    """The Markdown that docs/papers.md holds."""
    lines = [
        "| ledger | paper | characters | figures ≠ 0 | said | reasoned | texts of records said |",
        "|---|---|---:|---:|---:|---:|---|",
    ]
    for row in rows:
        facts = ", ".join(f"{kind} {said}/{whole}" for (kind, _), (whole, said) in row.facts.items())
        lines.append(
            f"| {row.ledger} | {row.paper} | {row.characters} | {row.figures} | {row.said} | {row.reasoned} | {facts} |"
        )
    return "\n".join(lines)


def reasons() -> str:
    """The Markdown of ``WHY`` and ``FACTS``."""
    keys = {re.sub(r"\\|[()]", "", key).replace(".*", "*").replace("|", ", "): why for key, why in WHY.items()}
    keys |= {f"{kind}: {field}": why for (kind, field), why in FACTS.items() if why}
    return "\n".join(["| not said | why |", "|---|---|", *(f"| {key} | {why} |" for key, why in keys.items())])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        rows = list(found(Path(folder)))
    sys.stdout.write(f"{table(rows)}\n\n{reasons()}\n")
    for row in rows:
        sys.stdout.write("".join(f"unsaid in {row.ledger} {row.paper}: {each}\n" for each in row.unreasoned))
    sys.exit(any(row.unreasoned for row in rows))
