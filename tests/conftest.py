"""What tests share: the ``--rewrite`` flag, and a clerk's desk."""

from pathlib import Path

import pytest
from running import Desk, fix_day


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite", action="store_true", help="write what the program does now into transcripts and golden files"
    )


@pytest.fixture
def rewrite(request: pytest.FixtureRequest) -> bool:
    """Whether expected texts are to be written anew instead of compared."""
    return bool(request.config.getoption("--rewrite"))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    """An empty folder in which commands run; without a ledger yet."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REN_DB", "ren.db")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr("rencli.config.user_folder", lambda: tmp_path / "own")
    fix_day(monkeypatch)
    return Desk(tmp_path, capsys)
