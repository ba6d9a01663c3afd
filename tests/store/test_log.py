"""The change log sees every change, whoever makes it, and knows the command; a command is all or nothing."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from running import Desk, checksum, state

from rencli.store import rows

SEEN = """SELECT line, "table", old IS NOT NULL, new IS NOT NULL FROM change
    LEFT JOIN command ON command.id = command_id WHERE change.id > ? ORDER BY change.id"""


@pytest.fixture
def office(desk: Desk) -> Desk:
    """A desk with a term, two deputies, a suggestion and a visit."""
    desk.do("init", "--office", "瓦窑镇")
    desk.do("term", "add", "--number", "5", "--began-on", "2021-12-20")
    desk.do("deputy", "add", "--name", "张三")
    desk.do("deputy", "add", "--name", "李四")
    desk.do("suggestion", "add", "--title", "关于硬化村道的建议", "--submitted-on", "2024-03-04", "--cosigners", "李四")
    desk.do("visit", "add", "--held-on", "2024-03-05", "--type", "走访选民", "--deputies", "张三、李四")
    return desk


def last(desk: Desk) -> int:
    """The number of the latest change."""
    return int(desk.rows("SELECT max(id) FROM change")[0][0])


def test_add_edit_and_remove_are_logged_with_their_command(office: Desk) -> None:
    before = last(office)
    office.do("visit", "add", "--held-on", "2024-03-06", "--type", "走访选民", "--deputies", "李四")
    office.do("visit", "edit", "2", "--voters", "5")
    office.do("visit", "remove", "2")
    assert office.rows(SEEN, before) == [
        ("visit add", "visit", 0, 1),
        ("visit add", "visit_deputies", 0, 1),
        ("visit edit", "visit", 1, 1),
        ("visit remove", "visit_deputies", 1, 0),
        ("visit remove", "visit", 1, 0),
    ]


def test_a_change_keeps_the_old_and_the_new_values(office: Desk) -> None:
    before = last(office)
    office.do("visit", "edit", "1", "--voters", "5")
    ((old, new),) = office.rows("SELECT old, new FROM change WHERE id > ?", before)
    was, now = json.loads(old), json.loads(new)
    assert {name: (was[name], now[name]) for name in now if was[name] != now[name]} == {
        "voters": (None, 5),
        "rev": (1, 2),
    }
    assert now["held_on"] == "2024-03-05"


def test_one_line_of_a_nested_list_is_one_change(office: Desk) -> None:
    before = last(office)
    office.do("suggestion", "assign", "5-0-1", "--unit", "水利站", "--on", "2024-03-06")
    office.do("visit", "edit", "1", "--deputies", "张三")
    assert office.rows(SEEN, before) == [
        ("suggestion assign", "suggestion", 1, 1),
        ("suggestion assign", "suggestion_steps", 0, 1),
        ("visit edit", "visit", 1, 1),
        ("visit edit", "visit_deputies", 1, 0),
    ]


def test_a_step_of_several_suggestions_is_one_command(office: Desk) -> None:
    office.do("suggestion", "add", "--title", "关于增设路灯的建议", "--submitted-on", "2024-03-04")
    office.do("suggestion", "assign", "5-0-1", "5-0-2", "--unit", "水利站", "--on", "2024-03-06")
    steps = "SELECT command_id FROM change WHERE \"table\" = 'suggestion_steps'"
    assert len(office.rows(steps)) == 2 and len(set(office.rows(steps))) == 1


def test_changes_by_hand_are_seen_and_belong_to_no_command(office: Desk) -> None:
    before = last(office)
    with closing(sqlite3.connect(office.ledger)) as connection, connection:
        connection.execute("UPDATE visit SET voters = 99")
        connection.execute("DELETE FROM visit_deputies WHERE position = 0")
        connection.execute("INSERT INTO note (\"on\", section, text) VALUES ('2024-01-01', '开头', '手写')")
    assert office.rows(SEEN, before) == [(None, "visit", 1, 1), (None, "visit_deputies", 1, 0), (None, "note", 0, 1)]


def test_nothing_runs_when_a_command_is_over(office: Desk) -> None:
    for line in ("visit list", "visit remove 1", "visit remove 1", "visit add", "visit add --held-on 5"):
        office(*line.split())
        assert office.rows("SELECT * FROM running") == []


@pytest.mark.parametrize(
    "line",
    [
        "visit add --held-on 2024-03-05 --type 走访选民 --voters -1",
        "visit edit 1 --deputies 王五",
        "visit edit 9 --voters 1",
        "deputy remove 张三",
        "suggestion assign 5-0-1 5-0-1 5-0-9 --unit 水利站",
        "suggestion reply 5-0-1 --result A",
        "suggestion step remove 5-0-1 --line 1",
        "term edit 1 --number 6",
        "meeting attend 1 --leave 张三",
        "init --office 演练镇",
        "import 坏.jsonl",
        "import 好.jsonl --dry-run",
        "visit list",
        "figure list",
    ],
)
def test_a_command_that_fails_or_only_looks_leaves_every_byte(office: Desk, line: str) -> None:
    good = '{"kind": "visit", "held_on": "2024-03-05", "type": "联系户"}\n'
    (office.folder / "好.jsonl").write_text(good, encoding="utf-8")
    (office.folder / "坏.jsonl").write_text(good + good.replace("联系户", "家访"), encoding="utf-8")
    before, files = checksum(office.ledger), set(office.folder.iterdir())
    office(*line.split())
    assert (checksum(office.ledger), set(office.folder.iterdir())) == (before, files)


@pytest.mark.parametrize(
    "line", ["visit remove 1", "visit edit 1 --deputies 李四 --voters 3", "deputy add --name 王五"]
)
def test_a_bug_in_the_middle_undoes_the_whole_command(office: Desk, line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = checksum(office.ledger)
    for name in ("erase", "rewrite", "insert_one"):
        monkeypatch.setattr(rows, name, failing_after(getattr(rows, name)))
    done = office(*line.split())
    assert done.code == 70 and "这不是您操作的问题" in done.err
    assert checksum(office.ledger) == before


def test_a_command_leaves_one_plain_file(office: Desk) -> None:
    assert [path.name for path in office.folder.iterdir()] == ["ren.db"]
    before = state(office.ledger)
    copy = office.folder / "copy.db"
    copy.write_bytes(office.ledger.read_bytes())
    assert state(copy) == before
    assert json.loads(office.do("--db", "copy.db", "visit", "show", "1", "--format", "json"))["deputies"] == [
        "张三",
        "李四",
    ]


def test_numbers_are_not_given_out_twice(office: Desk) -> None:
    office.do("visit", "remove", "1")
    assert office.do("visit", "add", "--held-on", "2024-03-05", "--type", "走访选民") == "2"


@pytest.mark.parametrize("made", ["ren.db", "总结.docx", "总结.txt"])
def test_files_are_the_clerks_own(office: Desk, made: str) -> None:
    if made != "ren.db":
        office.do("office", "set", "--county", "隆阳区")
        office.do("report", "make", "annual", "--year", "2024", "-o", made)
    assert (office.folder / made).stat().st_mode & 0o777 == 0o600


def failing_after(work: Any) -> Any:
    """The function, failing when its work is done."""

    def fail(*args: Any, **more: Any) -> None:
        work(*args, **more)
        raise RuntimeError(Path(__file__).name)

    return fail
