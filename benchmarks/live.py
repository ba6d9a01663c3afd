"""What making, checking and refreshing a paper of many live figures costs: ``python benchmarks/live.py``.

Two papers: 40 pages with 1,000 figures in prose, and an annex of 10,000 rows with a figure each. Beside them stand
the start-up (a command that opens the same ledger) and a bare docxtpl render of the same content. Each runs in a
process of its own, by turns; medians of wall seconds, and the most memory held.
"""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

ROUNDS = 5
MANIFEST = 'title = "测量"\nabout = "测量用"\nperiod = "year"\nfile = "测量"\n'
EACH = "{% for 名, 数 in 建议.承办单位 | 由多到少 %}\n"
PROSE = f"# 测量\n\n{EACH}本年交{{{{ 名 }}}}承办的建议有{{{{ 数 }}}}件，办理情况另见附件。\n\n{{% endfor %}}\n"
ANNEX = f"# 测量\n\n|单位|件数|\n|----|:--:|\n{EACH}|{{{{ 名 }}}}|{{{{ 数 }}}}|\n{{% endfor %}}\n"
BARE = """
import sys
from docx import Document
from docxtpl import DocxTemplate
kind, many, source, target = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
paper = Document()
if kind == "prose":
    paper.add_paragraph("{%p for each in rows %}")
    paper.add_paragraph("本年交{{ each.name }}承办的建议有{{ each.count }}件，办理情况另见附件。")
    paper.add_paragraph("{%p endfor %}")
else:
    table = paper.add_table(rows=3, cols=2)
    table.cell(0, 0).text = "{%tr for each in rows %}"
    table.cell(1, 0).text, table.cell(1, 1).text = "{{ each.name }}", "{{ each.count }}"
    table.cell(2, 0).text = "{%tr endfor %}"
paper.save(source)
template = DocxTemplate(source)
template.render({"rows": [{"name": f"第{number}办公室", "count": 1} for number in range(many)]})
template.save(target)
"""


class Cost(NamedTuple):
    """Wall seconds and megabytes of a process."""

    seconds: float
    megabytes: float


def cost(argv: Sequence[str], folder: Path, more: Mapping[str, str]) -> Cost:
    """Run a process and see what it cost; codes up to 1 are right."""
    begun = perf_counter()
    process = subprocess.Popen(
        argv, cwd=folder, env=os.environ | more, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) > 1:
        raise SystemExit(f"{argv} ended with {status}")
    return Cost(perf_counter() - begun, used.ru_maxrss / 1024)


def lines(many: int) -> str:
    """A ledger whose suggestions went to so many units."""
    rows = [
        '{"kind": "office", "name": "松泉镇", "county": "南屏县"}',
        '{"kind": "term", "number": 5, "began_on": "2021-12-20"}',
    ]
    for number in range(many):
        steps = f'[{{"step": "交办", "on": "2024-02-01", "unit": "第{number}办公室"}}]'
        rows.append(
            f'{{"kind": "suggestion", "title": "关于第{number}件事的建议", "submitted_on": "2024-01-25", "term": 5, '
            f'"number": {number + 1}, "steps": {steps}}}'
        )
    return "\n".join(rows) + "\n"


def measured(kind: str, many: int, folder: Path) -> None:
    """Print the costs of one paper."""
    own = folder / "own" / "ren" / "templates" / "reports"
    own.mkdir(parents=True)
    (own / "live.toml").write_text(MANIFEST, encoding="utf-8")
    (own / "live.md").write_text(PROSE if kind == "prose" else ANNEX, encoding="utf-8")
    (folder / "all.jsonl").write_text(lines(many), encoding="utf-8")
    more = {"REN_DB": str(folder / "ren.db"), "XDG_DATA_HOME": str(folder / "own")}
    ren = [sys.executable, "-m", "rencli"]
    asked = ["--year", "2024", "--as-of", "2024-12-31", "--issued-on", "2025-01-06"]
    for argv in (["init"], ["import", "all.jsonl"], ["report", "make", "live", *asked, "-o", "a.docx"]):
        cost([*ren, *argv], folder, more)
    (folder / "bare.py").write_text(BARE, encoding="utf-8")
    actions = {
        "start-up (suggestion list --limit 1)": [*ren, "suggestion", "list", "--limit", "1", "--format", "json"],
        "the same start-up and figures (figure list)": [*ren, "figure", "list", "--year", "2024", "--format", "json"],
        "bare docxtpl render": [sys.executable, "bare.py", kind, str(many), "source.docx", "bare.docx"],
        "make": [*ren, "report", "make", "live", *asked, "-o", "b.docx", "--force"],
        "check, nothing changed": [*ren, "report", "check", "a.docx", "--format", "json"],
        "refresh, nothing changed": [*ren, "report", "refresh", "a.docx"],
    }
    found: dict[str, list[Cost]] = {name: [] for name in actions}
    for _ in range(ROUNDS):
        for name, argv in actions.items():
            found[name].append(cost(argv, folder, more))
    for argv in (
        ["suggestion", "add", "--title", "关于另一件事的建议", "--submitted-on", "2024-01-26"],
        ["suggestion", "assign", str(many + 1), "--unit", "第7办公室", "--on", "2024-03-01"],
    ):
        cost([*ren, *argv], folder, more)
    (folder / "kept.docx").write_bytes((folder / "a.docx").read_bytes())
    later = {"check, records came late": [*ren, "report", "check", "kept.docx", "--format", "json"]}
    found |= {name: [cost(argv, folder, more) for _ in range(ROUNDS)] for name, argv in later.items()}
    for name, each in found.items():
        seconds, held = median(one.seconds for one in each), median(one.megabytes for one in each)
        sys.stdout.write(f"| {kind}, {many:,} figures | {name} | {seconds:.2f} | {held:.0f} |\n")


def main() -> None:
    """Measure both papers and print rows of a table."""
    for kind, many in (("prose", 1_000), ("annex", 10_000)):
        with TemporaryDirectory(prefix="ren-live-") as folder:
            measured(kind, many, Path(folder))


if __name__ == "__main__":
    main()
