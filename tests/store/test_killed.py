"""A command that is killed at any system call that writes leaves the old ledger or the new one, never another."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from running import Desk, environment, state

MOST: Final = {"pwrite64": 160, "fdatasync": 20, "ftruncate": 8}
"""More calls than any command here makes."""
KILLED = Path(__file__).with_name("killed.py")
NEW = "visit add --held-on 2024-03-06 --type 走访选民 --deputies 张三"
LINES = (
    '{"kind": "note", "on": "2024-01-01", "section": "开头", "text": "一"}\n'
    '{"kind": "visit", "held_on": "2024-01-01", "type": "联系户", "deputies": ["张三"]}\n'
)


def strace_missing() -> str:
    """Why strace cannot be used here; empty where it can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(["strace", "-f", "-o", "/dev/null", "true"], capture_output=True, check=False)
    return "ptrace is not permitted here" if tried.returncode else ""


pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(why := strace_missing()), reason=why or "strace works"),
]


@pytest.fixture
def before(desk: Desk) -> Path:
    """The folder from which every trial begins; the desk's ledger is another."""
    folder = desk.folder / "trials" / "before"
    folder.mkdir(parents=True)
    return folder


@pytest.mark.parametrize(
    ("line", "call", "step", "least"),
    [
        (NEW, "pwrite64", 3, 12),
        (NEW, "fdatasync", 1, 4),
        (NEW, "ftruncate", 1, 1),
        ("import 两条.jsonl", "pwrite64", 4, 12),
        ("import 两条.jsonl", "fdatasync", 1, 4),
        ("deputy remove 李四", "pwrite64", 3, 10),
    ],
)
def test_a_killed_command_is_done_or_undone(
    desk: Desk, before: Path, line: str, call: str, step: int, least: int
) -> None:
    prepare(desk, before)
    old = told(before / "ren.db")
    *trials, whole = kill_everywhere(before, call, step, ["ren", *line.split()])
    new = told(whole / "ren.db")
    assert new != old
    for trial in trials:
        assert desk("--db", str(trial / "ren.db"), "visit", "list").code == 0  # as the clerk goes on
        assert told(trial / "ren.db") in (old, new), trial.name
    assert desk("--db", str(trials[0] / "ren.db"), *line.replace("两条", str(trials[0] / "两条")).split()).code == 0
    assert not (trials[0] / "ren.db-journal").exists()
    assert len(trials) >= least


@pytest.mark.parametrize(("call", "step", "least"), [("pwrite64", 9, 10), ("fdatasync", 2, 4)])
def test_a_killed_init_leaves_a_whole_ledger_or_none(
    desk: Desk, before: Path, call: str, step: int, least: int
) -> None:
    *trials, whole = kill_everywhere(before, call, step, ["ren", "init", "--office", "瓦窑镇"])
    new = told(whole / "ren.db")
    for trial in trials:
        made = trial / "ren.db"
        stands = made.exists()
        assert not stands or told(made) == new, trial.name
        assert desk("--db", str(made), "init", "--office", "瓦窑镇").code == (4 if stands else 0)
        assert {path.name for path in trial.iterdir()} == {"ren.db"}, trial.name
    assert len(trials) >= least


def test_an_ordinary_program_fails_the_same_test(before: Path) -> None:
    (before / "text").write_bytes(b"old " * 10)
    *trials, whole = kill_everywhere(before, "pwrite64", 1, ["ordinary"])
    texts = {(trial / "text").read_bytes() for trial in trials}
    assert texts - {(before / "text").read_bytes(), (whole / "text").read_bytes()}


def prepare(desk: Desk, before: Path) -> None:
    """A ledger with two deputies and a visit, and a record file."""
    for line in (
        "init --office 瓦窑镇",
        "term add --number 5 --began-on 2021-12-20",
        "deputy add --name 张三",
        "deputy add --name 李四",
        "visit add --held-on 2024-03-05 --type 走访选民 --deputies 张三",
    ):
        desk.do(*line.split())
    shutil.move(desk.ledger, before / "ren.db")
    (before / "两条.jsonl").write_text(LINES, encoding="utf-8")


def kill_everywhere(before: Path, call: str, step: int, command: list[str]) -> list[Path]:
    """The folders of all trials in order, killed at every ``step``-th call; in the last one nothing was killed."""
    folder = before.parent
    inject = ["-e", f"trace={call}", "-e", f"inject={call}:signal=SIGKILL:when={MOST[call]}"]
    program = [sys.executable, str(KILLED), call, str(MOST[call]), str(step), str(folder), *command]
    variables = environment(folder) | {"REN_DB": "ren.db"}
    subprocess.run(
        ["strace", "-f", "-qq", "-o", "/dev/null", *inject, *program], env=variables, capture_output=True, check=True
    )
    trials = sorted((path for path in folder.iterdir() if path.name.isdigit()), key=lambda path: int(path.name))
    return list(_without_spent(trials))


def _without_spent(trials: list[Path]) -> Iterator[Path]:
    for trial in trials:
        (trial / "spent").unlink(missing_ok=True)
        yield trial


def told(path: Path) -> Any:
    """What a ledger says, but for its own mark and the hour at which its commands ran."""
    found = {name: rows for name, rows in state(path).items() if name != "ledger"}
    return found | {"command": [(id, line) for id, _, line in found["command"]]}
