"""The files of attachments: kept once, private, checked when they are opened."""

from pathlib import Path

import pytest
from running import Desk

WORDS = "签到：张三、李四".encode()


@pytest.fixture
def kept(desk: Desk) -> Path:
    """A desk with one attachment; the file that was kept."""
    desk.do("init", "--office", "瓦窑镇")
    desk.do("plan", "add", "--year", "2024", "--title", "调研")
    (desk.folder / "签到.TXT").write_bytes(WORDS)
    desk.do("attach", "plan/1", str(desk.folder / "签到.TXT"))
    [found] = (desk.folder / "ren.附件").iterdir()
    return found


def test_the_same_content_is_kept_once_and_only_the_owner_reads_it(desk: Desk, kept: Path) -> None:
    (desk.folder / "抄本.pdf").write_bytes(WORDS)
    desk.do("attach", "plan/1", str(desk.folder / "抄本.pdf"))
    assert list((desk.folder / "ren.附件").iterdir()) == [kept]
    assert kept.suffix == ".txt" and kept.read_bytes() == WORDS
    assert kept.stat().st_mode & 0o077 == 0 and kept.parent.stat().st_mode & 0o077 == 0


def test_a_file_that_changed_or_is_gone_is_not_given_out(desk: Desk, kept: Path) -> None:
    kept.write_bytes(WORDS + b"!")
    done = desk("attachment", "open", "1", "-o", str(desk.folder / "x.txt"))
    assert (done.code, "已不是当初存进去的内容" in done.err) == (3, True)
    kept.unlink()
    done = desk("attachment", "open", "1", "-o", str(desk.folder / "x.txt"))
    assert (done.code, "附件的文件不在" in done.err) == (3, True)
    assert not (desk.folder / "x.txt").exists()


def test_a_damaged_copy_is_mended_by_attaching_again(desk: Desk, kept: Path) -> None:
    kept.write_bytes(WORDS[::-1])
    desk.do("attach", "plan/1", str(desk.folder / "签到.TXT"))
    assert kept.read_bytes() == WORDS


def test_a_hostile_name_is_only_a_text(desk: Desk, kept: Path) -> None:
    odd = desk.folder / "[red]&a;..\\x"
    odd.write_bytes(b"x")
    desk.do("attach", "plan/1", str(odd))
    assert "[red]&a;..\\x" in desk.do("attachment", "show", "2")
    assert all(path.parent == kept.parent for path in kept.parent.iterdir())
    done = desk("attachment", "open", "2")
    assert (done.code, "请用 -o 另存" in done.err) == (2, True)


def test_a_refused_attachment_leaves_no_file(desk: Desk, kept: Path) -> None:
    (desk.folder / "y.txt").write_bytes(b"y")
    assert desk("attach", "plan/7", str(desk.folder / "y.txt")).code == 3
    assert list(kept.parent.iterdir()) == [kept]


def test_opening_hands_the_kept_file_to_the_system(desk: Desk, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    launched: list[str] = []
    monkeypatch.setattr("typer.launch", launched.append)
    assert desk.do("attachment", "open", "1") == str(kept)
    assert launched == [str(kept)]
