"""Opening the ledger file: the header looked at first, then one connection by one recipe.

The recipe is that of a file that must survive power cuts and being copied by hand: a rollback journal
(never WAL: a copy of the one file would lose what stands in the side file), synchronous=EXTRA, foreign
keys on, deleted data overwritten.
"""

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rencli.errors import LedgerUnusableError, NotFoundError, reason

if TYPE_CHECKING:
    from sqlalchemy import Engine

APPLICATION_ID: Final = 0x52454E4C  # "RENL"
UNTOUCHED: Final = "您的数据没有改动。"


def look(path: Path, newest: int) -> int:
    """The schema version in the file's header, read without SQLite touching the file.

    Raises NotFoundError where there is no file, LedgerUnusableError where it is not a ledger that this
    program can use.
    """
    if not path.exists():
        raise NotFoundError(f"还没有台账（{path}）。请先用 ren init 建立，或用 --db 指明台账文件。")
    if path.is_dir():
        raise LedgerUnusableError(f"{path} 是一个文件夹，不是台账文件。请用 --db 写明文件名，如 {path / 'ren.db'}。")
    try:
        with path.open("rb") as file:
            head = file.read(100)
            size = path.stat().st_size
    except OSError as error:
        raise LedgerUnusableError(f"台账 {path} 打不开（{reason(error)}）。{UNTOUCHED}") from error
    if not head:
        raise LedgerUnusableError(f"台账 {path} 是空文件（0 字节），多半是复制没有完成。请用备份恢复。{UNTOUCHED}")
    if not head.startswith(b"SQLite format 3\0") or len(head) < 100:
        raise LedgerUnusableError(f"{path} 不是台账文件。请核对文件名。{UNTOUCHED}")
    page = struct.unpack(">H", head[16:18])[0]
    pages, version, application = (struct.unpack(">I", head[at : at + 4])[0] for at in (28, 60, 68))
    if application != APPLICATION_ID:
        raise LedgerUnusableError(f"{path} 是别的程序的数据库，不是台账文件。请核对文件名。{UNTOUCHED}")
    unfinished = _has_content(journal_of(path))  # the pages on their way are in the journal: SQLite's to judge
    if size < pages * (65536 if page == 1 else page) and not unfinished:
        raise LedgerUnusableError(f"台账 {path} 不完整，多半是复制没有完成。请用备份恢复。{UNTOUCHED}")
    if version > newest:
        raise LedgerUnusableError(
            f"台账 {path} 由更新的版本建立（第{version}版，本程序只认到第{newest}版）。请升级本程序。{UNTOUCHED}"
        )
    return int(version)


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """A connection by the recipe. Transactions are begun by the caller, explicitly."""
    if write:
        return _connect(path, "rw", (*_READING, *_WRITING))
    connection = _connect(path, "ro", _READING)
    try:
        connection.execute("PRAGMA schema_version")  # the first look at the file meets an unfinished write
    except sqlite3.OperationalError:
        connection.close()
        if not _has_content(journal_of(path)):
            raise
        _roll_back(path)
        return _connect(path, "ro", _READING)
    return connection


def journal_of(path: Path) -> Path:
    """The rollback journal that SQLite keeps beside the file while it writes."""
    return path.with_name(f"{path.name}-journal")


def _connect(path: Path, mode: str, pragmas: tuple[str, ...]) -> sqlite3.Connection:
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _roll_back(path: Path) -> None:
    """Take back a write that was cut off; a read-only connection cannot do it."""
    connection = _connect(path, "rw", (*_READING, "synchronous=EXTRA"))
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    finally:
        connection.close()


def _has_content(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def engine(connection: sqlite3.Connection, *, write: bool) -> "Engine":
    """An SQLAlchemy engine over that one connection; BEGIN is sent by us, so that DDL rolls back too."""
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import StaticPool

    made = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    begin = "BEGIN IMMEDIATE" if write else "BEGIN"
    event.listen(made, "begin", lambda each: each.exec_driver_sql(begin))
    return made


def close(connection: sqlite3.Connection, *, write: bool) -> None:
    """Leave one plain file behind: no journal, nothing to copy beside it."""
    if write and not connection.in_transaction:
        connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite says of the file into a sentence."""
    try:
        yield
    except sqlite3.Error as error:
        raise unusable(path, error) from error


def unusable(path: Path, error: Exception) -> LedgerUnusableError:
    """The sentence for an error of SQLite on the ledger file."""
    text = str(error)
    for sign, sentence in _SENTENCES:
        if sign in text:
            return LedgerUnusableError(f"台账 {path} {sentence}{UNTOUCHED}")
    return LedgerUnusableError(f"台账 {path} 不能使用（{text}）。{UNTOUCHED}")


_READING: Final = ("busy_timeout=5000", "foreign_keys=ON", "cell_size_check=ON")
_WRITING: Final = (
    "journal_mode=TRUNCATE",
    "synchronous=EXTRA",
    "recursive_triggers=ON",
    "secure_delete=ON",
)
_SENTENCES: Final = (
    ("locked", "正被另一个窗口或程序使用，等了5秒还没有空出来。请稍后再试。"),
    ("malformed", "已损坏。请用备份恢复。"),
    ("not a database", "已损坏，或不是台账文件。请用备份恢复。"),
    ("readonly", "是只读的，不能写入。请检查文件权限或把它复制到可写的磁盘。"),
    ("disk is full", "所在的磁盘已满。请腾出空间后再试。"),
    ("disk I/O", "所在的磁盘读写出错。请检查磁盘或优盘后再试。"),
    ("unable to open", "打不开，请检查文件夹是否存在、是否有权限。"),
)
