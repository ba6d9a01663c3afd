"""Manifests of the user's own that cannot be used: each hides its own paper, says why, and nothing else suffers."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile_files import a_broken_link, a_device, a_folder, a_link_outside, a_pipe, a_ring, huge
from running import Desk

GOOD = 'title = "坏的材料"\nabout = "一"\nperiod = "year"\nfile = "{单位}{期间}材料"\n'


@pytest.fixture
def town(desk: Desk) -> Desk:
    desk.do("init", "--office", "瓦窑镇", "--county", "隆阳区")
    desk.do("term", "add", "--number", "5", "--began-on", "2021-12-20")
    desk.do("deputy", "add", "--name", "张三")
    desk.do("suggestion", "add", "--title", "关于硬化村道的建议", "--submitted-on", "2024-03-04", "--proposer", "张三")
    return desk


def folder(desk: Desk) -> Path:
    found = desk.folder / "own" / "templates" / "reports"
    found.mkdir(parents=True, exist_ok=True)
    return found


UNUSABLE = {
    "nothing in it": ("", "缺少 title"),
    "no TOML": ("这不是 TOML\n", "第1行写法有误"),
    "a quote that is not closed": (GOOD.replace('"一"', '"一'), "第2行写法有误"),
    "no title": (GOOD.replace("title", "# title"), "缺少 title"),
    "an unknown word": (GOOD + "also_called = 1\n", "第5行没有“also_called”这一项"),
    "a misspelt word": (GOOD + "numberd = '呈送'\n", "第5行没有“numberd”这一项，是不是“numbered”"),
    "a title that is a number": (GOOD.replace('"坏的材料"', "7"), "第1行的 title 应是一行文字"),
    "a title that is a list": (GOOD.replace('"坏的材料"', '["坏"]'), "第1行的 title 应是一行文字"),
    "a title of a thousand characters": (GOOD.replace("坏", "坏" * 1000), "第1行的 title 应是一行文字"),
    "a title on two lines": (GOOD.replace("坏的", r"坏\n的"), "第1行的 title 应是一行文字"),
    "an unknown period": (GOOD.replace('"year"', '"week"'), "第3行的 period 应是 year、half"),
    "a period that is NaN": (GOOD.replace('"year"', "nan"), "第3行的 period 应是 year、half"),
    "a period that is a list": (GOOD.replace('"year"', '["year"]'), "第3行的 period 应是 year、half"),
    "a kind that there is not": (GOOD + 'of = "budget"\n', "第5行的 of 应是"),
    "an unknown place in the file's name": (GOOD.replace("{期间}", "{季节}"), "第4行的 file 应是文件名"),
    "code in the file's name": (GOOD.replace("{期间}", "{单位.__class__}"), "第4行的 file 应是文件名"),
    "a width in the file's name": (GOOD.replace("{期间}", "{单位:>999999999}"), "第4行的 file 应是文件名"),
    "a brace that is not closed": (GOOD.replace("{期间}", "{期间"), "第4行的 file 应是文件名"),
    "a template outside": (GOOD + 'template = "../../../etc/passwd"\n', "第5行的 template 应是模板文件夹里的一个 .md"),
    "a template by its whole path": (GOOD + 'template = "/etc/passwd.md"\n', "第5行的 template 应是"),
    "a template in a folder": (GOOD + 'template = "parts/a.md"\n', "第5行的 template 应是"),
    "a template of Windows": (GOOD + "template = 'C:\\甲.md'\n", "第5行的 template 应是"),
    "a template that is a table": (GOOD + "template = { a = 1 }\n", "第5行的 template 应是"),
    "a form outside": (GOOD + 'form = "../../x.docx"\nof = "suggestion"\n', "第5行的 form 应是"),
    "a form of no record": (GOOD + 'form = "x.docx"\n', "第5行有表单（form），还要写 of"),
    "a book that is a text": (GOOD + 'book = "活动"\n', "第5行的 book 应是一张表"),
    "an endless number of days": (GOOD + "ahead = " + "9" * 400 + "\n", "第5行的 ahead 应是0到366的整数"),
    "a number of ten thousand digits": (GOOD + "ahead = " + "9" * 10_000 + "\n", "写法有误"),
    "days that are infinite": (GOOD + "ahead = inf\n", "第5行的 ahead 应是0到366的整数"),
    "days that are true": (GOOD + "ahead = true\n", "第5行的 ahead 应是0到366的整数"),
    "names that are one text": (GOOD + 'also = "年终"\n', "第5行的 also 应是几个名称"),
    "ten thousand names": (GOOD + f"also = {['甲'] * 10_000}\n", "第5行的 also 应是几个名称"),
    "words that are no list": (GOOD + 'only = { "类型" = "人代会" }\n', "第5行的 only 应写成"),
    "a yes that is a text": (GOOD + 'early = "yes"\n', "第5行的 early 应是 true 或 false"),
    "a list that there is not": (GOOD + 'standing = "待办"\n', "第5行的 standing 应是"),
    "the seat of a meeting": (GOOD + 'default = "seat"\nof = "meeting"\n', '第5行的 default = "seat" 只用于'),
    "brackets a thousand deep": (GOOD + f"also = {'[' * 5000}{']' * 5000}\n", "里的括号套得太深"),
    "a word twice": (GOOD + 'title = "又"\n', "写法有误"),
    "a NUL": (GOOD + 'also = ["\0"]\n', "第5行有不能打印的控制字符"),
}


@pytest.mark.slow
@pytest.mark.parametrize("called", UNUSABLE)
def test_a_bad_manifest_hides_its_own_paper_only(town: Desk, called: str) -> None:
    text, said = UNUSABLE[called]
    (folder(town) / "bad.toml").write_text(text, encoding="utf-8")
    listed = town("report", "list")
    assert listed.code == 0
    assert "年度工作总结" in listed.out
    assert "坏的材料" not in listed.out
    assert listed.err.startswith("注意：没有列出 bad：材料说明 ")
    assert listed.err.count("\n") == 1, "told once, in a line"
    assert said in listed.err
    assert len(listed.err) < 800
    made = town("report", "make", "bad", "--year", "2024")
    assert (made.code, made.out) == (2, "")
    assert said in made.err
    assert town("report", "make", "年终总结", "--year", "2024", "-o", "总结.txt").code == 0
    assert town("report", "make", "suggestions", "--year", "2024", "-o", "建议.txt").code == 0


def latin(path: Path, outside: Path) -> None:
    path.write_bytes(GOOD.encode("gb18030"))


def unreadable(path: Path, outside: Path) -> None:
    path.write_text(GOOD, encoding="utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")


@pytest.mark.parametrize(
    "lay", [latin, huge, a_folder, a_pipe, a_link_outside, a_broken_link, a_ring, a_device, unreadable]
)
def test_what_is_no_manifest_hides_nothing_else(town: Desk, lay: Callable[[Path, Path], None]) -> None:
    outside = town.folder / "秘密.toml"
    outside.write_text('title = "秘密"\n', encoding="utf-8")
    lay(folder(town) / "bad.toml", outside)
    listed = town("report", "list")
    assert listed.code == 0
    assert "年度工作总结" in listed.out
    assert listed.err.startswith("注意：没有列出 bad：材料说明 ")
    assert "秘密" not in listed.err
    assert town("report", "make", "bad", "--year", "2024").code == 2
    assert town("report", "make", "annual", "--year", "2024", "-o", "总结.txt").code == 0


def test_a_bad_copy_of_a_shipped_paper_does_not_fall_back_to_the_shipped_one(town: Desk) -> None:
    (folder(town) / "annual.toml").write_text(GOOD + "earli = true\n", encoding="utf-8")
    for name in ("annual", "年终总结"):
        done = town("report", "make", name, "--year", "2024")
        assert done.code == 2
        assert "没有“earli”这一项，是不是“early”" in done.err
    assert town("report", "make", "half-year", "--half", "2024H1", "-o", "半年.txt").code == 0


MISUSED = {
    "attached to itself": ('attach = ["bad"]\n', ("--year", "2024"), "不能作附件"),
    "attached in a ring": ('attach = ["other"]\n', ("--year", "2024"), "不能作附件"),
    "attached to what there is not": ('attach = ["anual"]\n', ("--year", "2024"), "没有“anual”这种材料"),
    "by what there is not": ('of = "suggestion"\nby = "承办单味"\n', ("--year", "2024"), "是不是“承办单位”"),
    "by what no record has": ('of = "suggestion"\nby = "督办人"\n', ("--year", "2024"), "没有“督办人”"),
    "by what is no text": ('of = "suggestion"\nby = "提出日期"\n', ("--year", "2024"), "不是文字"),
    "by what is empty": ('of = "suggestion"\nby = "办理过程"\n', ("--year", "2024"), "都没有办理过程"),
    "only what there is not": ('of = "suggestion"\nonly = { "天气" = ["晴"] }\n', ("5-0-1",), "只写天气是晴"),
    "a book without columns": ("[book]\nrecords = '活动'\n", ("--year", "2024"), "columns 应写成"),
    "a book of nothing": ("[book]\nrecords = '天气'\ncolumns = [['日期', 1]]\n", ("--year", "2024"), "没有“天气”"),
    "an endless share": (
        f"[book]\nrecords = '活动'\ncolumns = [['日期', {'9' * 300}]]\n",
        ("--year", "2024"),
        "columns 应写成",
    ),
    "a book a thousand wide": (
        f"[book]\nrecords = '活动'\ncolumns = {[['日期', 1]] * 1000}\n",
        ("--year", "2024"),
        "columns 应写成",
    ),
    "parts that are a number": ("[book]\nparts = 5\n", ("--year", "2024"), "parts 应写成"),
    "no template": ("", ("--year", "2024"), "缺少模板文件 bad.md"),
}


@pytest.mark.parametrize("called", MISUSED)
def test_a_manifest_that_makes_no_sense_ends_in_a_sentence(town: Desk, called: str) -> None:
    text, args, said = MISUSED[called]
    period = 'period = "any"' if "[book]" in text or "of =" in text else 'period = "year"'
    (folder(town) / "bad.toml").write_text(GOOD.replace('period = "year"', period) + text, encoding="utf-8")
    (folder(town) / "other.toml").write_text(GOOD.replace("坏", "别") + 'attach = ["bad"]\n', encoding="utf-8")
    if "no template" not in called:
        (folder(town) / "bad.md").write_text("# 标题\n\n好。\n", encoding="utf-8")
    done = town("report", "make", "bad", *args, "-o", "坏.docx")
    assert done.code in (2, 3), done.err
    assert said in done.err
    assert "Traceback" not in done.err
    assert town("report", "list").code == 0


def test_two_papers_of_one_title_are_both_listed_and_asked_about(town: Desk) -> None:
    (folder(town) / "mine.toml").write_text(GOOD.replace("坏的材料", "年度工作总结"), encoding="utf-8")
    (folder(town) / "mine.md").write_text("# 标题\n\n好。\n", encoding="utf-8")
    done = town("report", "make", "年度工作总结", "--year", "2024")
    assert (done.code, "“mine”" in done.err, "“annual”" in done.err) == (2, True, True)
    assert town("report", "make", "mine", "--year", "2024", "-o", "一.txt").code == 0
    assert town("report", "make", "annual", "--year", "2024", "-o", "二.txt").code == 0
