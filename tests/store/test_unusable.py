"""A file that is no ledger, or cannot be used now, is refused untouched; what stands in it stays."""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

import pytest
from running import START, Desk, checksum, environment, fix_day, in_python, state

from rencli.store import connection, migrate

ADD = ("visit", "add", "--held-on", "2024-03-05", "--type", "走访选民")
LIST = ("visit", "list")
COMMANDS: Final = (LIST, ADD, ("init", "--office", "演练镇"), ("figure", "list"), ("import", "一.jsonl"))


@pytest.fixture
def office(desk: Desk) -> Desk:
    """A desk with a ledger and a record file."""
    desk.do("init", "--office", "瓦窑镇", "--county", "隆阳区")
    line = '{"kind": "visit", "held_on": "2024-03-05", "type": "联系户"}\n'
    (desk.folder / "一.jsonl").write_text(line, encoding="utf-8")
    return desk


def _foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE photo (id INTEGER)")


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as ledger:
        ledger.execute(f"PRAGMA user_version={migrate.newest() + 1}")


def _to_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _rotten(path: Path) -> None:
    with closing(sqlite3.connect(path)) as ledger:
        page = ledger.execute("SELECT rootpage FROM sqlite_master WHERE name = 'visit'").fetchone()[0]
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"\x5a" * 4096
    path.write_bytes(data)


DAMAGE: Final[dict[str, Callable[[Path], object]]] = {
    "0 字节": lambda path: path.write_bytes(b""),
    "不是台账文件": lambda path: path.write_text("一封信", encoding="utf-8"),
    "不是台账文件。": lambda path: path.write_bytes(path.read_bytes()[:50]),
    "别的程序的数据库": _foreign,
    "由更新的版本建立": _newer,
    "不完整": lambda path: path.write_bytes(path.read_bytes()[:8192]),
    "是一个文件夹": _to_folder,
}


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("sign", DAMAGE)
def test_a_file_that_is_no_ledger_is_refused_untouched(office: Desk, sign: str, words: tuple[str, ...]) -> None:
    DAMAGE[sign](office.ledger)
    before = seen(office.folder)
    done = office(*words)
    assert (done.code, done.out) == (5, "")
    assert sign.rstrip("。") in done.err and done.err.count("\n") == 1
    assert seen(office.folder) == before


@pytest.mark.parametrize("words", [LIST, ADD], ids=" ".join)
def test_a_rotten_page_is_told(office: Desk, words: tuple[str, ...]) -> None:
    _rotten(office.ledger)
    before = seen(office.folder)
    done = office(*words)
    assert done.code == 5 and "已损坏。请用备份恢复。" in done.err
    assert seen(office.folder) == before


@pytest.mark.parametrize("words", [LIST, ADD, ("figure", "list"), ("report", "make", "annual")], ids=" ".join)
def test_without_a_ledger_nothing_is_made(desk: Desk, words: tuple[str, ...]) -> None:
    done = desk(*words)
    assert done.code == 3 and "请先用 ren init 建立" in done.err
    assert list(desk.folder.iterdir()) == []


def test_a_locked_ledger_is_not_waited_for_without_end(office: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    impatient = ("busy_timeout=20", *(each for each in connection._READING if "busy" not in each))
    monkeypatch.setattr(connection, "_READING", impatient)
    before = state(office.ledger)
    with closing(sqlite3.connect(office.ledger, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("INSERT INTO note (\"on\", section, text) VALUES ('2024-01-01', '开头', '另一个窗口')")
        done = office(*ADD)
        assert done.code == 5 and "正被另一个窗口或程序使用" in done.err
        assert office(*LIST).code == 0, "a reader does not wait for a writer"
        other.execute("ROLLBACK")
    assert state(office.ledger) == before
    assert office(*ADD).code == 0


def test_an_interrupted_write_is_rolled_back_by_the_next_reader(office: Desk) -> None:
    before = state(office.ledger)
    leave_hot_journal(office.ledger)
    assert (office.folder / "ren.db-journal").exists()
    assert office(*LIST).code == 0
    assert state(office.ledger) == before


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="needs permissions as POSIX has them")
def test_a_read_only_ledger_can_be_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    fix_day(monkeypatch)
    with tempfile.TemporaryDirectory() as name:
        desk = Desk(Path(name), capsys)
        monkeypatch.chdir(name)
        monkeypatch.setenv("REN_DB", "ren.db")
        desk.do("init", "--office", "瓦窑镇")
        desk(*ADD)  # whatever a command needs is imported before the rights go
        desk(*LIST)
        desk("visit", "add", "--held-on", "5")
        before = seen(desk.folder)
        desk.ledger.chmod(0o444)
        desk.folder.chmod(0o555)
        with without_privileges():
            listed, added, made = desk(*LIST), desk(*ADD), desk("--db", "new.db", "init")
        desk.folder.chmod(0o755)
        assert (listed.code, added.code) == (0, 5) and "是只读的" in added.err
        assert made.code == 5 and made.err.count("\n") == 1
        assert seen(desk.folder) == before


@pytest.mark.skipif(os.name == "nt", reason="needs limits as POSIX has them")
@pytest.mark.parametrize(
    ("args", "code"),
    [("import 多.jsonl", 5), ("report make annual --year 2024 -o 总结.docx", 2)],
    ids=["import", "report"],
)
def test_a_full_disk_changes_nothing(office: Desk, args: str, code: int) -> None:
    lines = '{"kind": "note", "on": "2024-03-05", "section": "亮点", "text": "' + "长" * 2000 + '"}\n'
    (office.folder / "多.jsonl").write_text(lines * 200, encoding="utf-8")
    before = seen(office.folder)
    limit = office.ledger.stat().st_size + 8192 if code == 5 else 4096
    code_of = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit})); {START}"
    done = in_python(code_of, args.split(), office.folder, environment(office.folder))
    assert done.code == code and "Traceback" not in done.err and "磁盘" in done.err
    assert office(*LIST).code == 0  # rolls back what the full disk left half done
    assert seen(office.folder) == before


def seen(folder: Path) -> dict[str, str]:
    """The names in a folder, and what the files hold."""
    return {path.name: checksum(path) if path.is_file() else "" for path in folder.iterdir()}


@contextmanager
def without_privileges() -> Iterator[None]:
    """Be somebody who may not write everywhere, where the tests run as root."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def leave_hot_journal(path: Path) -> None:
    """Have a process die in the middle of a write, with pages in the file that are not committed."""
    code = """
import os, sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA cache_size=1")
db.execute("BEGIN IMMEDIATE")
for number in range(200):
    db.execute("INSERT INTO note (\\"on\\", section, text) VALUES ('2024-01-01', '开头', ?)", ("长" * 1000,))
os._exit(9)
"""
    assert in_python(code, [str(path)], path.parent, environment(path.parent)).code == 9
