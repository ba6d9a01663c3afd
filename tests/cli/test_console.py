"""What reaches the screen: any character on any console, nothing that steers it, no markup, no colours in a pipe."""

import json
import re
import sqlite3
from contextlib import closing

import pytest
from running import Desk, fresh

from rencli import output


@pytest.fixture
def office(desk: Desk) -> Desk:
    desk.do("init", "--office", "瓦窑镇")
    return desk


def test_a_gbk_console_shows_what_it_lacks_by_number(office: Desk) -> None:
    office.do("deputy", "add", "--name", "张𬭚", "--job", "老营村🏠")
    done = fresh(office.folder, ["deputy", "list"], PYTHONIOENCODING="gbk")
    assert done.code == 0 and done.err == "" and "张<U+2CB5A>" in done.out and "老营村<U+1F3E0>" in done.out
    refused = fresh(office.folder, ["deputy", "show", "李𬭚"], PYTHONIOENCODING="gbk")
    assert refused.code == 3 and "李<U+2CB5A>" in refused.err


@pytest.mark.parametrize("text", ["修路\x1b[31m", "修路\x1b]0;x\x07", "修\x00路", "修\x9b31m路"])
def test_what_would_steer_the_terminal_is_refused(office: Desk, text: str) -> None:
    done = office("activity", "add", "--held-on", "2024-03-05", "--type", "视察", "--theme", text)
    assert done.code == 2 and "控制字符" in done.err
    assert "\x1b" not in done.err and "\x07" not in done.err


@pytest.mark.parametrize("text", ["[red]修路[/red]", "修路[/]", "[link=http://a.cn]修路", ":smile:修路", "修路\\[b]"])
def test_markup_is_shown_as_it_stands(office: Desk, text: str) -> None:
    office.do("activity", "add", "--held-on", "2024-03-05", "--type", "视察", "--theme", text)
    assert text in office.do("activity", "list")
    assert text in office.do("activity", "show", "1")
    assert json.loads(office.do("activity", "show", "1", "--format", "json"))["theme"] == text


def test_what_came_in_by_another_way_is_made_visible(office: Desk) -> None:
    with closing(sqlite3.connect(office.ledger)) as connection, connection:
        connection.execute(
            "INSERT INTO note (\"on\", section, text) VALUES ('2024-01-01', '开头', ?)", ("a\x1b[31mb\u202ec",)
        )
    shown = office.do("note", "show", "1")
    assert "a<U+001B>[31mb<U+202E>c" in shown and "\x1b" not in shown


def test_errors_do_not_carry_controls_of_the_terminal(office: Desk) -> None:
    for words in (
        ["deputy", "show", "张\x1b[31m三"],
        ["deputy", "\x1b[31m"],
        ["visit", "add", "--held-on", "\x1b[31m"],
    ):
        done = office(*words)
        assert done.code in (2, 3) and "\x1b" not in done.err


def test_a_pipe_gets_no_colours_and_whole_lines(office: Desk) -> None:
    theme = "关于全镇农村人居环境整治提升和生活垃圾分类处理情况的视察" * 3
    office.do("activity", "add", "--held-on", "2024-03-05", "--type", "视察", "--theme", theme)
    assert theme in office.do("activity", "list", "--columns", "theme,place")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-3", "-3"),
        ("-a", "'-a"),
        ("@a", "'@a"),
        ('a"b', '"a""b"'),
        ("a,b", '"a,b"'),
    ],
)
def test_a_spreadsheet_runs_nothing_from_a_csv(value: str, written: str) -> None:
    assert output.as_csv(["甲", "乙"], [[value, "丙"]]).splitlines()[1] == f"{written},丙"


def test_a_narrow_terminal_keeps_dates_and_short_words_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    title = "关于全镇农村人居环境整治提升的建议"
    titles = ["序号", "标题", "提出日期", "办理状态", "办理期限"]
    table = output.as_table(titles, [[1, title, "2024-03-05", "办理中", "2024-06-05"]])
    assert "2024-03-05" in table and "2024-06-05" in table and "办理中" in table
    assert max(map(output.columns, re.sub("\x1b\\[[0-9;]*m", "", table).splitlines())) <= 60


def test_what_an_error_quotes_from_a_file_is_shown_not_obeyed(office: Desk) -> None:
    path = office.folder / "e.csv"
    path.write_text("日期,类型,\x1b[31m红\n2024-01-01,走访选民,x\n", encoding="utf-8")
    done = office("import", str(path), "--kind", "visit")
    assert done.code == 2 and "\x1b" not in done.err and "<U+001B>[31m红" in done.err
