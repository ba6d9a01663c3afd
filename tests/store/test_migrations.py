"""Migrations lead to what the record classes ask for, and an old ledger still says what it said."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from running import Desk, state

from rencli.records import KINDS
from rencli.store import draft, migrate
from rencli.store.connection import APPLICATION_ID

DATA = Path(__file__).parents[1] / "data"
VERSIONS = (1, 2, 3, 4)


@pytest.fixture(params=VERSIONS, ids=lambda version: f"v{version}")
def version(request: pytest.FixtureRequest) -> int:
    """A schema that has landed."""
    return int(request.param)


@pytest.fixture
def records(version: int) -> Path:
    """Records of every kind with every field, from which the dump was made when that version was the newest."""
    return DATA / f"ledger-v{version}.jsonl"


@pytest.fixture
def old(desk: Desk, version: int) -> Desk:
    """A desk with the ledger of that version."""
    with closing(sqlite3.connect(desk.ledger)) as connection:
        connection.executescript((DATA / f"ledger-v{version}.sql").read_text(encoding="utf-8"))
    return desk


def test_every_landed_schema_has_its_dump() -> None:
    assert VERSIONS[-1] == migrate.newest()


def test_no_migration_is_missing() -> None:
    assert draft.draft() == [], "run make migration NAME=…"


def test_migrations_are_numbered_without_a_gap() -> None:
    assert [number for number, _ in migrate.scripts()] == list(range(1, migrate.newest() + 1))


def test_a_new_ledger_has_the_number_of_the_newest_migration(desk: Desk) -> None:
    desk.do("init")
    assert desk.rows("PRAGMA user_version") == [(migrate.newest(),)]
    assert desk.rows("PRAGMA application_id") == [(APPLICATION_ID,)]


def test_an_old_ledger_gives_every_record(old: Desk, records: Path) -> None:
    wanted = [json.loads(line) for line in records.read_text(encoding="utf-8").splitlines()]
    for kind in KINDS:
        found = json.loads(old.do(kind.replace("_", "-"), "list", "--format", "json", *phones(kind)))
        told = [{"id": 1} | line for line in wanted if line["kind"] == kind]
        told.sort(key=lambda line: line["id"])
        assert [kept({"kind": kind} | record, line) for record, line in zip(found, told, strict=True)] == told


def test_an_old_ledger_gives_every_figure(old: Desk, records: Path) -> None:
    fresh = ("--db", "neu.db")
    old.do(*fresh, "init")
    old.do(*fresh, "import", str(records))
    period = ("figure", "list", "--format", "json", "--year", "2024", "--as-of", "2024-12-31")
    figures = json.loads(old.do(*period))
    assert figures == json.loads(old.do(*fresh, *period))
    values = {figure["key"]: figure["value"] for figure in figures}
    assert (values["suggestion.replied"], values["visit.deputy_times"], values["meeting.elected"]) == (1, 7, 2)


def test_an_old_ledger_can_be_written(old: Desk) -> None:
    old.do("visit", "edit", "1", "--voters", "13")
    assert old.rows("SELECT count(*) FROM change WHERE command_id = (SELECT max(id) FROM command)") == [(1,)]
    assert state(old.ledger)["running"] == []


def test_before_a_migration_a_copy_is_made(old: Desk, version: int, monkeypatch: pytest.MonkeyPatch) -> None:
    before = state(old.ledger)
    scripts = [*migrate.scripts(), (migrate.newest() + 1, "CREATE TABLE later (\n  id INTEGER\n);\n")]
    monkeypatch.setattr("rencli.store.migrate.scripts", lambda: scripts)
    monkeypatch.setattr("rencli.store.migrate.newest", lambda: scripts[-1][0])
    old.do("visit", "list")
    assert old.rows("PRAGMA user_version") == [(scripts[-1][0],)]
    assert state(old.folder / f"ren.v{version}.db") == before
    after = state(old.ledger)
    assert {name: narrowed(rows, before[name]) for name, rows in after.items() if name in before} == before
    fresh = {name: rows for name, rows in after.items() if name not in before and name != "ledger"}
    assert fresh["later"] == [] and not any(fresh.values())


def test_every_ledger_has_a_mark_of_its_own(old: Desk) -> None:
    """One that was migrated too; it stays as it is."""
    old.do("visit", "list")
    [(mark,)] = old.rows("SELECT id FROM ledger")
    assert re.fullmatch("[0-9a-f]{32}", mark)
    old.do("visit", "edit", "1", "--voters", "13")
    assert old.rows("SELECT id FROM ledger") == [(mark,)]
    old.do("--db", "neu.db", "init")
    assert sqlite3.connect(old.folder / "neu.db").execute("SELECT id FROM ledger").fetchone() != (mark,)


def test_a_migration_that_fails_leaves_the_ledger_as_it_was(
    old: Desk, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(old.ledger)
    wrong = "CREATE TABLE later (\n  id INTEGER\n);\nDROP TABLE visit;\nNONSENSE;\n"
    scripts = [*migrate.scripts(), (migrate.newest() + 1, wrong)]
    monkeypatch.setattr("rencli.store.migrate.scripts", lambda: scripts)
    monkeypatch.setattr("rencli.store.migrate.newest", lambda: scripts[-1][0])
    assert old("visit", "list").code == 5
    assert state(old.ledger) == before
    assert old.rows("PRAGMA user_version") == [(version,)]


def narrowed(rows: list[Any], like: list[Any]) -> list[Any]:
    """Rows without the columns that later versions put behind the others."""
    return [row[: len(like[0])] for row in rows] if like else rows


def phones(kind: str) -> list[str]:
    """The option that shows telephone numbers; the office has no such list."""
    return [] if kind == "office" else ["--full"]


def kept(record: Any, like: Any) -> Any:
    """A record cut to the fields of another, nested lines too; later versions may have more."""
    if isinstance(like, dict):
        return {name: kept(record[name], value) for name, value in like.items()}
    if isinstance(like, list):
        return [kept(*pair) for pair in zip(record, like, strict=True)]
    return record
