"""At a terminal the program asks: for what is missing, and before it deletes. A script is never asked."""

import io
import sqlite3
import sys
from contextlib import closing

import pytest
from running import Desk


class Terminal(io.StringIO):
    """A keyboard on which lines are typed."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def office(desk: Desk) -> Desk:
    desk.do("init")
    desk.do("visit", "add", "--held-on", "2024-03-05", "--type", "走访选民", "--place", "老营村")
    return desk


def at_terminal(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    """Sit down at a terminal and type."""
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)


@pytest.mark.parametrize(("typed", "code", "left"), [("y\n", 0, 0), ("是\n", 0, 0), ("\n", 130, 1), ("n\n", 130, 1)])
def test_a_record_is_shown_before_it_goes(
    office: Desk, monkeypatch: pytest.MonkeyPatch, typed: str, code: int, left: int
) -> None:
    at_terminal(monkeypatch, typed)
    done = office("visit", "remove", "1")
    assert (done.code, done.out) == (code, "")
    assert "老营村" in done.err and "删除这条走访接待吗？（y/N）：" in done.err
    assert office.rows("SELECT count(*) FROM visit") == [(left,)]


def test_yes_and_scripts_are_not_asked(office: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    office.do("visit", "add", "--held-on", "2024-03-06", "--type", "走访选民")
    assert office("visit", "remove", "1") == (0, "", "")
    at_terminal(monkeypatch, "")
    assert office("visit", "remove", "2", "--yes") == (0, "", "")


def test_while_it_asks_another_window_can_write(office: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    at_terminal(monkeypatch, "")

    def answer() -> str:
        with closing(sqlite3.connect(office.ledger, timeout=0)) as other, other:
            other.execute("UPDATE visit SET voters = 5")
        return "y"

    monkeypatch.setattr("builtins.input", answer)
    assert office("visit", "remove", "1").code == 0


def test_what_is_missing_is_asked_for(office: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    at_terminal(monkeypatch, "3月6日\n接待选民\n")
    done = office("visit", "add", "--voters", "12")
    assert (done.code, done.out) == (0, "2\n")
    assert done.err.startswith("日期：类型（走访选民、接待选民、走访代表、代表接访、联系户）：")
    assert office.rows("SELECT held_on, type, voters FROM visit WHERE id = 2") == [("2024-03-06", "接待选民", 12)]


def test_an_answer_that_is_no_date_is_refused(office: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    at_terminal(monkeypatch, "三月\n接待选民\n")
    done = office("visit", "add")
    assert done.code == 2 and "日期：" in done.err
    at_terminal(monkeypatch, "")
    assert office("visit", "add").code == 130
    assert office.rows("SELECT count(*) FROM visit") == [(1,)]


@pytest.mark.parametrize(("typed", "code", "notes"), [("是\n", 0, 1), ("\n", 130, 0)])
def test_a_page_is_shown_before_it_is_taken(
    office: Desk, monkeypatch: pytest.MonkeyPatch, typed: str, code: int, notes: int
) -> None:
    (office.folder / "素材.txt").write_text("镇情\n会议：\n会前先调研。\n", encoding="utf-8")
    at_terminal(monkeypatch, typed)
    done = office("note", "take", "素材.txt")
    assert (done.code, done.out) == (code, "1\n" * notes)
    assert "会前先调研。" in done.err and "镇情" in done.err and "记下这1条素材吗？（y/N）：" in done.err
    assert office.rows("SELECT count(*) FROM note") == [(notes,)]
