"""`rules check`: every fault of a file at its line; and a draft that says nothing yet."""

import re
from datetime import date
from pathlib import Path

import pytest

from rencli.rules import checking, load
from rencli.rules.listing import draft, listed
from rencli.rules.places import line_of
from rencli.rules.reading import shipped

HEAD = "as_of = 2024-01-01\n"


def faults(folder: Path, text: str, name: str = "某县") -> list[tuple[int | None, str, str]]:
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return [tuple(each) for each in checking.check(path, [folder, shipped()])]


@pytest.mark.parametrize("path", [*sorted(shipped().glob("[!p]*.toml"))], ids=lambda path: path.stem)
def test_the_shipped_files_have_no_faults(path: Path) -> None:
    assert checking.check(path, [shipped()]) == []


@pytest.mark.parametrize(
    ("text", "line", "key", "told"),
    [
        ("colour = 3", 2, "文件", "不认识colour"),
        ('[periods]\n\n"答复" = { months = 0, article = "某条" }', 4, "periods.答复", "应是 1 到 120 的整数"),
        ('[periods]\n"答复" = { months = 3 }', 3, "periods.答复", "缺article"),
        ('[periods]\n# "答复" =\n"回复" = { months = 3 }', 4, "periods", "不认识回复"),
        ('[periods."答复"]\nmonths = 0\narticle = "某条"', 2, "periods.答复", "应是 1 到 120 的整数"),
        ('classes = "五类"', 2, "classes", "没有名为“五类”的一套类别，可写三类、四类、全国人大"),
        ('[[classes]]\nletter = "A"\nlabel = "甲"\n[[classes]]\nlabel = "乙"', 5, "classes 第2类", "缺letter"),
        (
            '[[classes]]\nletter = "A"\nlabel = "甲"\n[[classes]]\nletter = "A"\nlabel = "乙"',
            5,
            "classes",
            "letter 有重复",
        ),
        ('inherits = "某省"', 2, "inherits", "没有名为“某省”的法规规则"),
        ('inherits = "某县"', 2, "inherits", "“某县”绕回了自己"),
        ('changed = [\n  "甲",\n  3,\n]', 2, "changed", "应写成"),
        ('changed = [\n  "甲 = ]",\n]\ncolour = 1', 5, "文件", "不认识colour"),
        ('title = """\n[periods]\n"""\ncolour = 1', 5, "文件", "不认识colour"),
        (
            '[periods]\n"答复" = { months = 4, article = "某条" }\n"延期上限" = { months = 3, article = "某条" }',
            4,
            "periods.延期上限",
            "“延期上限”的期限（三个月）短于“答复”（四个月）",
        ),
        ('[periods]\n"答复" = { months = 7, article = "某条" }', 3, "periods.答复", "短于“答复”（七个月）"),
        ('[[agenda]]\nitem = "拔河"\narticle = "某条"', 2, "agenda 第1项", "缺need"),
        ('[[agenda]]\nitem = "代表述职"\narticle = "某条"\nper = "月"', 5, "agenda 第1项", "per 只能写年、半年"),
        ('[acts]\n"某条例" = "去年"', 3, "acts.某条例", "应是日期，如 2025-03-11；只知道年份的写"),
        ('[words]\nco = { word = "会办" }', 3, "words.co", "缺article"),
    ],
)
def test_a_fault_is_told_at_its_line(text: str, line: int, key: str, told: str, tmp_path: Path) -> None:
    [(found_line, found_key, message)] = faults(tmp_path, HEAD + text)
    assert (found_line, found_key) == (line, key)
    assert told in message


def test_a_file_that_is_no_toml_is_told_at_its_line(tmp_path: Path) -> None:
    [(line, _, message)] = faults(tmp_path, "[periods]\n答复 = 3")
    assert line == 2
    assert "汉字要加英文引号" in message


def test_files_that_inherit_each_other_are_a_fault(tmp_path: Path) -> None:
    (tmp_path / "乙.toml").write_text(HEAD + 'inherits = "甲"', encoding="utf-8")
    [(line, key, message)] = faults(tmp_path, HEAD + 'inherits = "乙"', "甲")
    assert (line, key) == (2, "inherits")
    assert "“甲”绕回了自己" in message


def test_a_preset_of_ones_own(tmp_path: Path) -> None:
    text = '[["五类".classes]]\nletter = "A"\nlabel = "办成"\nsolved = true\n'
    (tmp_path / "classes.toml").write_text(text, encoding="utf-8")
    assert faults(tmp_path, HEAD + 'classes = "五类"') == []
    assert [each.label for each in load("某县", [tmp_path]).classes] == ["办成"]
    assert faults(tmp_path, text + "colour = 3\n", "classes") == [
        (5, "五类 classes 第1类", "不认识colour，可写letter、label、solved、promise、article、mark、note")
    ]


def test_the_lines_of_keys() -> None:
    source = 'a = 1\n[x]\n"b c" = [\n 1,\n]\nd.e = 2\n[[y]]\nz = 1\n[[y]]\nz = 2\n'
    places = [("a",), ("x",), ("x", "b c"), ("x", "d", "e"), ("y",), ("y", 1, "z"), ("y", 2), ("y", 2, "z"), ("q",)]
    assert [line_of(source, place) for place in places] == [1, 2, 3, 6, 7, 8, 9, 10, None]
    assert line_of(source, ("x", "d", "e", "inner")) == 6


@pytest.mark.parametrize("parent", ["national", "重庆", "上海"])
def test_a_draft_changes_nothing_and_its_lines_are_right_when_taken_up(parent: str, tmp_path: Path) -> None:
    text = draft("四川", load(parent), date(2026, 11, 27))
    assert faults(tmp_path, text, "四川") == [(None, "as_of", "没有写是照哪一天的文本，如 as_of = 2025-04-19")]
    told = {(each.section, each.item): each.value for each in listed(load("四川", [tmp_path]))}
    assert told == {(each.section, each.item): each.value for each in listed(load(parent))}
    taken = "\n".join(
        line.removeprefix("# ") if re.match('# ("|[a-z_]+ = )', line) else line for line in text.splitlines()
    )
    unfilled = [
        each for each in faults(tmp_path, taken, "四川") if "应是 1 到" not in each[2] and "article" not in each[2]
    ]
    assert unfilled == []
