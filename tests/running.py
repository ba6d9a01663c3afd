"""A clerk's desk for tests: a folder, a ledger, a fixed day, and the program run in it."""

import hashlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

import rencli
from rencli.cli import app, boundary

TODAY: Final = date(2024, 7, 1)
SOURCE: Final = Path(rencli.__file__).parents[1]
START: Final = "import sys; sys.argv[0] = 'ren'; from rencli.cli.app import main; sys.exit(main())"


class Done(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str


class FixedDate(date):
    """A calendar on which it is always the same day."""

    @classmethod
    def today(cls) -> Any:
        return TODAY


class FixedTime(datetime):
    """A clock that stands still."""

    @classmethod
    def now(cls, tz: Any = None) -> Any:
        return datetime(TODAY.year, TODAY.month, TODAY.day, 9, 30, tzinfo=UTC)


class Desk:
    """A folder with its ledger ``ren.db``, where commands run in this process on ``TODAY``."""

    def __init__(self, folder: Path, captured: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.ledger = folder / "ren.db"
        self._captured = captured

    def __call__(self, *args: str) -> Done:
        """Run a command line through the real entry point, whatever it comes to."""
        self._captured.readouterr()
        code = boundary.run(app.make_root, ["ren", *args])
        return Done(code, *self._captured.readouterr())

    def do(self, *args: str) -> str:
        """Run a command line that must succeed; its output without the last line break."""
        done = self(*args)
        assert done.code == 0, done.err
        return done.out.removesuffix("\n")

    def rows(self, sql: str, *values: object) -> list[Any]:
        """What a query finds in the ledger, asked without the program."""
        with closing(sqlite3.connect(self.ledger)) as connection:
            return connection.execute(sql, values).fetchall()


def fix_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make it ``TODAY`` in every module that asks for the day."""
    monkeypatch.setattr("rencli.cli.opened.date", FixedDate)
    monkeypatch.setattr("rencli.store.ledger.date", FixedDate)
    monkeypatch.setattr("rencli.store.log.datetime", FixedTime)
    monkeypatch.setattr("rencli.store.papers.datetime", FixedTime)


def environment(folder: Path) -> dict[str, str]:
    """The environment of a fresh process whose ledger and own files lie in ``folder``."""
    own = {"PYTHONPATH": str(SOURCE), "REN_DB": str(folder / "ren.db"), "XDG_DATA_HOME": str(folder / "own")}
    return os.environ | own | {"PYTHONIOENCODING": "utf-8", "COLUMNS": "80"}


def fresh(folder: Path, args: Sequence[str], **more: str) -> Done:
    """Run a command line in a process of its own, as a shell would."""
    return in_python(START, args, folder, environment(folder) | more)


def in_python(code: str, args: Sequence[str], folder: Path, variables: Mapping[str, str]) -> Done:
    """Run code in a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", code, *args],
        cwd=folder,
        env=variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding=variables["PYTHONIOENCODING"],
    )
    return Done(done.returncode, done.stdout, done.stderr)


def checksum(path: Path) -> str:
    """The bytes of a file, told in a line."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def state(path: Path) -> Mapping[str, list[Any]]:
    """Everything that a ledger holds, table by table: two files with equal states say the same."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in sorted(names)}
