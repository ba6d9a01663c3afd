"""A notice that comes in another way than on the command line: pasted, piped, saved by an old editor."""

import io
from pathlib import Path

import pytest
from running import Desk

TEXT = "元旦：1月1日（周五）至3日（周日）放假，共3天。\n"


def piped(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content), "utf-8"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("args", [(), ("-",)], ids=["none", "dash"])
def test_a_notice_from_standard_input(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, encoding: str, args: tuple[str, ...]
) -> None:
    piped(monkeypatch, TEXT.encode(encoding))
    path = Path(desk.do("rules", "holidays", "2027", *args))
    assert path == desk.folder / "own" / "rules" / "节假日-2027.toml"
    assert '["元旦", 2027-01-01, 2027-01-03],' in path.read_text(encoding="utf-8").splitlines()[3]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_notice_from_a_file(desk: Desk, encoding: str) -> None:
    (desk.folder / "通知.txt").write_bytes(TEXT.encode(encoding))
    assert desk.do("rules", "holidays", "2027", "通知.txt").endswith("节假日-2027.toml")


@pytest.mark.parametrize("content", [b"\x81", b"\xff\xfe\x00"])
def test_what_is_no_text_is_refused_and_nothing_is_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    piped(monkeypatch, content)
    done = desk("rules", "holidays", "2027")
    assert (done.code, done.out) == (2, "")
    assert "标准输入 不是文本" in done.err
    assert not (desk.folder / "own").exists()


def test_at_a_terminal_it_says_what_to_do(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    piped(monkeypatch, TEXT.encode())
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    assert "请粘贴放假通知的原句" in desk("rules", "holidays", "2027").err


def test_a_clerk_may_write_a_year_anew(desk: Desk) -> None:
    desk.do("rules", "holidays", "2027", "--text", TEXT)
    assert desk("rules", "holidays", "2027", "--text", TEXT).code == 4
    desk.do("rules", "holidays", "2027", "--text", "元旦：1月1日放假。", "--force")
    text = (desk.folder / "own" / "rules" / "节假日-2027.toml").read_text(encoding="utf-8")
    assert '["元旦", 2027-01-01, 2027-01-01],' in text
