"""Every command that the README, the tutorial and the how-tos show is run, in order, as a new user would run it."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from shell_blocks import ROOT, Block, Ran, blocks, rewritten, run

PAGES = (
    "README.md",
    "docs/tutorial.md",
    "docs/material.md",
    "docs/import.md",
    "docs/deputies.md",
    "docs/rules.md",
    "docs/agenda.md",
    "docs/templates.md",
    "docs/live.md",
    "docs/add-a-report.md",
)
QUICK = "README.md"
"""The page that is also run with the quick tests."""
SHOWN_ONLY = re.compile(r"(make|pip|pipx|git|cd) ")
"""What a block that is not run may hold: installing and make."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the pages speak to a POSIX shell")


@pytest.mark.parametrize(
    "page", [page if page == QUICK else pytest.param(page, marks=pytest.mark.slow) for page in PAGES]
)
def test_commands_do_what_the_page_says(page: str, tmp_path: Path, rewrite: bool) -> None:
    found = blocks(ROOT / page)
    running = {place: block for place, block in enumerate(found) if block.runs}
    results = iter(run([each for block in running.values() for each in block.commands], tmp_path))
    ran = {place: [next(results) for _ in block.commands] for place, block in running.items()}
    if rewrite:
        (ROOT / page).write_text(rewritten(ROOT / page, ran), encoding="utf-8")
        return
    assert [fault for place, block in running.items() for fault in _faults(block, ran[place])] == []


@pytest.mark.parametrize(
    "page", [page if page == QUICK else pytest.param(page, marks=pytest.mark.slow) for page in PAGES]
)
def test_commands_that_are_not_run_are_of_the_few_that_cannot_be(page: str) -> None:
    shown = [block for block in blocks(ROOT / page) if block.language == "sh" and not block.runs]
    lines = [line for block in shown for line in block.lines if line and not line.startswith("#")]
    assert [line for line in lines if not SHOWN_ONLY.match(line)] == []


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_make_targets_that_are_named_exist() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    named = {target for page in pages for target in re.findall(r"`make (\w+)", page.read_text(encoding="utf-8"))}
    lines = [line for page in pages for block in blocks(page) for line in block.lines]
    named |= {line.split()[1] for line in lines if re.match(r"make \w+", line)}
    assert {"demo", "test"} <= named
    for target in sorted(named):
        subprocess.run(["make", "-n", target], cwd=ROOT, check=True, capture_output=True)


def test_links_lead_somewhere() -> None:
    for page in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert target.startswith("http") or (page.parent / target).exists(), f"{page.name}: {target}"


def _faults(block: Block, ran: list[Ran]) -> list[str]:
    faults = []
    for command, result in zip(block.commands, ran, strict=True):
        said = "\n".join(result.output)
        if result.status != command.status:
            faults.append(f"{command.text}\n  exit code {result.status}, not {command.status}:\n{said}")
        elif command.shown is not None and command.shown != result.transcript():
            faults.append(f"{command.text}\n  the page is stale (pytest tests/docs --rewrite):\n{said}")
    return faults
