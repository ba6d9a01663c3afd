"""A ledger with a year in it and its annual paper, made once and copied for each test."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from running import Desk, fresh

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parent))

from editing import ASKED, PAPER
from rendering import office

__all__ = ["office"]

ROOT = Path(__file__).parents[3]
YEAR = ROOT / "tests" / "data" / "songquan-2024.jsonl"


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the ledger and its annual paper."""
    folder = tmp_path_factory.mktemp("kept")
    for args in (("init",), ("import", str(YEAR)), ("report", "make", "annual", *ASKED, "-o", PAPER)):
        done = fresh(folder, args)
        assert done.code == 0, done.err
    return folder


@pytest.fixture
def office_desk(desk: Desk, kept: Path) -> Desk:
    """A desk with a copy of both."""
    for name in ("ren.db", PAPER):
        shutil.copy(kept / name, desk.folder / name)
    return desk


@pytest.fixture
def paper(office_desk: Desk) -> Path:
    """The annual paper."""
    return office_desk.folder / PAPER


@pytest.fixture
def late(office_desk: Desk) -> Callable[[], None]:
    """Records that come late: a reception, and a presidium meeting."""

    def write() -> None:
        office_desk.do("visit", "add", "--held-on", "2024-12-20", "--type", "接待选民", "--voters", "12")

    return write
