"""docs/add-a-record.md is followed to the letter in a copy of the package: one file, one line, one migration."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from shell_blocks import ROOT, blocks, rewritten, run

PAGE = ROOT / "docs/add-a-record.md"


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="the page speaks to a POSIX shell")
def test_a_new_kind_takes_one_file_one_line_and_one_migration(tmp_path: Path, rewrite: bool) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(ROOT / "rencli", copy / "rencli", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "templates", copy / "templates")
    page = list(enumerate(blocks(PAGE)))
    written, line, _, _, block = (each for _, each in page)
    (copy / written.mark.removeprefix("file=")).write_text("\n".join(written.lines) + "\n", encoding="utf-8")
    _insert(copy / "rencli/records/__init__.py", '        "note": "素材",', line.lines)
    _insert(copy / "rencli/figures/events.py", "BLOCKS = (", block.lines, behind=True)
    draft = [sys.executable, "-m", "rencli.store.draft", "training"]
    subprocess.run(draft, cwd=copy, env=os.environ | {"PYTHONPATH": str(copy)}, check=True, capture_output=True)
    assert [path.name[3:] for path in (copy / "rencli/store/migrations").glob("*_training.sql")] == ["_training.sql"]

    place, transcript = next((place, each) for place, each in page if each.language == "console")
    ran = run(transcript.commands, tmp_path, copy)
    if rewrite:
        PAGE.write_text(rewritten(PAGE, {place: ran}), encoding="utf-8")
        return
    assert [result.transcript() for result in ran] == [command.shown for command in transcript.commands]


def _insert(path: Path, beside: str, lines: list[str], *, behind: bool = False) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(beside) == 1
    block = "\n".join(lines)
    path.write_text(text.replace(beside, f"{beside}\n{block}" if behind else f"{block}\n{beside}"), encoding="utf-8")
