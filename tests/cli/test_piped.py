"""``-`` as the value of a long text: it comes from standard input, of whatever encoding."""

import subprocess
import sys
from pathlib import Path

import pytest
from running import START, Desk, environment

TEXT = "第一段，亮出的话。\n第二段。"


def piped(folder: Path, data: bytes, *args: str) -> tuple[int, str, str]:
    """Run the program with something on its standard input."""
    done = subprocess.run(
        [sys.executable, "-c", START, *args],
        cwd=folder,
        env=environment(folder),
        input=data,
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def office(desk: Desk) -> Desk:
    desk.do("init", "--office", "松泉镇")
    desk.do("term", "add", "--number", "5", "--began-on", "2021-12-20")
    desk.do("suggestion", "add", "--title", "关于修路的建议", "--submitted-on", "2024-03-04")
    return desk


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_paragraphs_come_from_standard_input(office: Desk, encoding: str) -> None:
    data = TEXT.replace("\n", "\r\n").encode(encoding)
    line = ("note", "add", "--on", "2024-03-05", "--section", "会议", "--text", "-")
    assert piped(office.folder, data, *line)[:2] == (0, "1\n")
    assert office.rows("SELECT text FROM note") == [(TEXT,)]


def test_every_long_text_may_come_so(office: Desk) -> None:
    assert piped(office.folder, TEXT.encode(), "suggestion", "edit", "1", "--body", "-") == (0, "", "")
    assert office.rows("SELECT body FROM suggestion") == [(TEXT,)]
    visit = ("visit", "add", "--held-on", "2024-03-05", "--type", "走访选民")
    assert piped(office.folder, b"", *visit, "--place", "-")[0] == 0  # a line is what it says
    assert office.rows("SELECT place FROM visit") == [("-",)]


@pytest.mark.parametrize("data", [b"", b" \n\n", b"\x00\x01", b"\xff\xff\x80", b"\xd6"])
def test_nothing_is_written_of_nothing_or_of_no_text(office: Desk, data: bytes) -> None:
    line = ("note", "add", "--on", "2024-03-05", "--section", "会议", "--text", "-")
    code, out, err = piped(office.folder, data, *line)
    assert (code, out) == (2, "") and err.startswith("错误：")
    assert office.rows("SELECT count(*) FROM note") == [(0,)]


def test_two_texts_do_not_share_it(office: Desk) -> None:
    code, _, err = piped(office.folder, TEXT.encode(), "suggestion", "edit", "1", "--body", "-", "--note", "-")
    assert code == 2 and "备注：标准输入里没有内容" in err
