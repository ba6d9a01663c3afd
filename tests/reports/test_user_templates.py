"""Templates of the user's own: they work as the shipped ones do, and none can hang, fill the memory or reach out."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile_files import a_broken_link, a_device, a_folder, a_link_outside, a_pipe, a_ring, huge
from running import Desk, Done

from rencli.reports import own_files, prose, source
from rencli.reports.filters import FILTERS
from rencli.reports.limited import allowed, child
from rencli.reports.manifest import manifests

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "templates" / "reports"
HEAD = "# 一个标题\n\n"
LONG = "{% for 甲 in range(99999) %}{% for 乙 in range(99999) %}字{% endfor %}{% endfor %}"
GROWING = "{% set 文 = namespace(字=1) %}{% for 甲 in range(90) %}{% set 文.字 = GROWN %}{% endfor %}{{ 文.字 }}"
WIDE = "|{% for 甲 in range(30000) %}甲|{% endfor %}\n|{% for 甲 in range(30000) %}---|{% endfor %}\n"


@pytest.fixture
def town(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A ledger with a suggestion, and little patience."""
    monkeypatch.setattr(child, "SECONDS", 2)
    desk.do("init", "--office", "瓦窑镇", "--county", "隆阳区")
    desk.do("term", "add", "--number", "5", "--began-on", "2021-12-20")
    desk.do("deputy", "add", "--name", "张三")
    desk.do("suggestion", "add", "--title", "关于硬化村道的建议", "--submitted-on", "2024-03-04", "--proposer", "张三")
    desk.do("suggestion", "assign", "5-0-1", "--unit", "镇水利站", "--on", "2024-03-06")
    return desk


def reports(desk: Desk) -> Path:
    """The user's folder of templates."""
    folder = desk.folder / "own" / "templates" / "reports"
    (folder / "parts").mkdir(parents=True, exist_ok=True)
    return folder


def make(desk: Desk, template: str | bytes | None, **parts: str) -> Done:
    """The annual summary made with a template of the user's own."""
    folder = reports(desk)
    if template is not None:
        (folder / "annual.md").write_bytes(template.encode() if isinstance(template, str) else template)
    for name, text in parts.items():
        (folder / "parts" / f"{name}.md").write_text(text, encoding="utf-8")
    return desk("report", "make", "annual", "--year", "2024", "-o", "总结.txt", "--force")


@pytest.mark.slow
def test_copies_of_all_shipped_templates_write_what_the_shipped_ones_do(town: Desk) -> None:
    periods = {"year": ("--year", "2024"), "half": ("--half", "2024H1"), "quarter": ("--quarter", "2024Q1")}
    periods |= {"any": ("--year", "2024"), "term": ("--term", "5")}
    made = [
        (each.name, *periods[each.period])
        for each in manifests()
        if each.template and not each.of and each.period in periods
    ]
    before = {}
    for args in made:
        assert town("report", "make", *args, "-o", "一.txt", "--force").code == 0
        before[args] = (town.folder / "一.txt").read_text(encoding="utf-8")
    shutil.copytree(SHIPPED, reports(town), dirs_exist_ok=True)
    for args, text in before.items():
        done = town("report", "make", *args, "-o", "二.txt", "--force")
        assert done.code == 0, (args, done.err)
        assert (town.folder / "二.txt").read_text(encoding="utf-8") == text
    assert len(made) >= 8


def test_every_shipped_template_holds_only_what_a_users_may() -> None:
    for each in manifests():
        if each.template:
            tree = prose.environment().parse(source.source(each, each.template).text)
            assert list(allowed.faults(tree)) == [], each.name


def test_a_live_figure_of_a_users_template_is_a_control(town: Desk) -> None:
    make(town, HEAD + "共收到建议{{ 建议.总数 }}件。\n")
    assert (town.folder / "总结.txt").read_text(encoding="utf-8") == "一个标题\n\n共收到建议1件。\n"
    town.do("report", "make", "annual", "--year", "2024", "-o", "总结.docx")
    from zipfile import ZipFile

    with ZipFile(town.folder / "总结.docx") as file:
        assert "ren:suggestion.total=1" in file.read("word/document.xml").decode()


def test_a_paper_of_a_record_is_made_with_a_users_template(town: Desk) -> None:
    town.do("activity", "add", "--held-on", "2024-03-20", "--type", "视察", "--theme", "视察饮水工程")
    (reports(town) / "brief.md").write_text(HEAD + "{{ 本件.主题 }}。\n", encoding="utf-8")
    town.do("report", "make", "brief", "1", "-o", "信息.txt")
    assert "视察饮水工程" in (town.folder / "信息.txt").read_text(encoding="utf-8")


MISTAKES = {
    "{{ 建议.办结律 }}": (3, "“建议”里没有“办结律”，是不是“办结率”"),
    "{{ 建义.件数 }}": (3, "没有“建义”这一项，是不是“建议”"),
    "{% set 总数 = 3 %}\n{{ 总书 }}": (4, "没有“总书”这一项，是不是“总数”"),
    "{{ 本单位.名成 }}": (3, "没有“名成”这一项，是不是“名称”"),
    "{{ 建议.总数 | 万圆 }}": (3, "没有“万圆”这种过滤，是不是“万元”"),
    "{% if 建议.总数 is nonne %}{% endif %}": (3, "没有“is nonne”这种判断，是不是“none”"),
    "一\n{% if 建议.总数 %}\n二\n三": (4, "这里的 {% if %} 后面没有 {% endif %}"),
    "{% for 件 in 列表.建议 %}\n{% if 件 %}\n{% endfor %}": (
        4,
        "这里的 {% if %} 没有 {% endif %}，后面先遇到了 {% endfor",
    ),
    "{% set 话 %}\n好\n": (3, "这里的 {% set %} 后面没有 {% endset %}"),
    "{% endif %}": (3, "多了 {% endif %}，前面没有和它成对的开头"),
    "{% iff 1 %}{% endif %}": (3, "没有 {% iff %} 这种写法，是不是“if”"),
    "{{ 建议，件数 }}": (3, "花括号里不能写“，”，标点请用半角"),
    "{{ 建议.总数 件 }}": (3, "“件”写在这里不成话，这里应当是“}}”"),
    "{{ (建议.总数 }}": (3, "“}”前面少了“)”"),
    "{{ '建议 }}": (3, "引号没有成对"),
    "{{ 建议.总数 | }}": (3, "“}}”写在这里不成话，这里应当是“名称”"),
    "{% if %}好{% endif %}": (3, "“%}”前面要写一个值"),
    "{{ 建议.总数": (3, "花括号还没有写完"),
    "{# 说明": (3, "{# 开头的说明没有用 #} 结束"),
    "{{ 上年.建议.总数 }}": (3, "这里的数没有值，不能印出来"),
    "{{ 汉字(3) }}": (3, "没有“汉字()”这个宏"),
    "{{ '三'.center(9) }}": (3, "不能写“.center()”"),
    "{{ 建议.总数 + '件' }}": (3, "这里的值不能这样用"),
    "{{ 1 // 0 }}": (3, "这里的值不能这样用"),
    "{{ '日' | 月日 }}": (3, "这里的值不能这样用"),
}


@pytest.mark.slow
@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_is_told_with_its_line_and_what_was_meant(town: Desk, text: str) -> None:
    done = make(town, HEAD + text + "\n")
    line, said = MISTAKES[text]
    assert done.code == 2
    assert done.err.startswith(f"错误：模板 annual.md 第{line}行：")
    assert said in done.err
    assert not (town.folder / "总结.txt").exists()


def test_a_mistake_in_a_part_names_the_part_and_its_line(town: Desk) -> None:
    done = make(town, HEAD + '一\n{% include "parts/头.md" %}\n', 头="一\n\n{{ 建议.办结律 }}\n")
    assert (done.code, done.err[:15]) == (2, "错误：模板 头.md 第3行：")


def test_a_mistake_in_a_template_that_is_not_the_users_own_is_told_alike() -> None:
    text = source.Source(tuple(source.Line(line, "试.md", number) for number, line in enumerate(["一", "{% if %}"], 1)))
    with pytest.raises(Exception, match=r"模板 试\.md 第2行"):
        prose.render(text, {})


HOSTILE = {
    "loops without end": LONG.replace("字", ""),
    "loops in a macro": "{% macro 转() %}" + LONG.replace("字", "") + "{% endmacro %}{{ 转() }}",
    "text without end": LONG,
    "a huge range": "{% for 甲 in range(10 ** 12) %}字{% endfor %}",
    "a range of a thousand million": "{% for 甲 in range(1000000000) %}字{% endfor %}",
    "a macro that calls itself": "{% macro 转() %}{{ 转() }}{% endmacro %}{{ 转() }}",
    "two macros in a ring": "{% macro 甲() %}{{ 乙() }}{% endmacro %}"
    "{% macro 乙() %}{{ 甲() }}{% endmacro %}{{ 甲() }}",
    "a text repeated": "{{ '字' * 10000000000 }}",
    "a list repeated": "{{ ([1] * 1000000000) | length }}",
    "a text doubled": GROWING.replace("1", "'字'").replace("GROWN", "文.字 ~ 文.字"),
    "a list doubled": GROWING.replace("1", "[1]").replace("GROWN", "文.字 + 文.字"),
    "a huge join": "{{ range(99999) | map('string') | list | join('字' * 99999) }}",
    "a number without end": GROWING.replace("1", "10").replace("GROWN", "文.字 * 文.字"),
    "a power": "{{ 10 ** 1000000000 }}",
    "a format as wide as the memory": "{{ '%9999999999d' | format(1) }}",
    "a format of the sign": "{{ '%9999999999d' % 1 }}",
    "a class": "{{ [].__class__ }}",
    "subclasses": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "a class in brackets": "{{ ''['__class__'] }}",
    "a class put together": "{{ ''['__cla' ~ 'ss__'] }}",
    "a class by map": "{{ [1] | map(attribute='__class__') | first }}",
    "a class by the filter attr": "{{ '' | attr('__class__') }}",
    "a method of format": "{{ '{0.__class__}'.format(1) }}",
    "format_map": "{{ '{甲.__class__}'.format_map({'甲': 1}) }}",
    "a macro's code": "{% macro 甲() %}{% endmacro %}{{ 甲._func.__globals__ }}",
    "the globals of namespace": "{{ namespace.__init__.__globals__ }}",
    "the context": "{{ self.__init__ }}",
    "the ledger behind a list": "{{ 列表._ledger }}",
    "the session behind a figure": "{{ 建议['_figures'].scope }}",
    "cycler": "{{ cycler(1).__init__.__globals__ }}",
    "lipsum": "{{ lipsum.__globals__ }}",
    "another template": '{% include "/etc/passwd" %}',
    "a part outside": '{% include "parts/../../秘密.md" %}',
    "an import": '{% import "parts/甲.md" as 甲 %}',
    "extends": '{% extends "annual.md" %}',
    "a recursive loop": "{% for 甲 in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "brackets a thousand deep": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "lists a thousand deep": "{{ " + "[" * 3000 + "]" * 3000 + " }}",
    "conditions a thousand deep": "{% if 1 %}" * 2000 + "{% endif %}" * 2000,
    "loops thirty deep": "{% for 甲 in [1] %}" * 30 + "{% endfor %}" * 30,
    "a sum a thousand long": "{{ " + "+".join("1" * 9000) + " }}",
    "a line of a megabyte": "字" * 400_000,
    "a title of a megabyte": "{% for 甲 in range(200000) %}字{% endfor %}\n",
    "a NUL": "一\0二",
    "a NUL that is made": "{{ '\\x00' }}",
    "half a surrogate": "{{ '\\ud800' }}",
    "marks of a figure": "\ue000ren:建议=1\ue001",
    "a table a thousand wide": WIDE,
    "only brackets": "{{{{{{{{ }}}}}}}}",
    "an odd tag": "{%%}{% %}",
}


@pytest.mark.slow
@pytest.mark.parametrize("called", HOSTILE)
def test_a_hostile_template_ends_in_a_sentence(town: Desk, called: str) -> None:
    (town.folder / "own" / "秘密.md").parent.mkdir(exist_ok=True)
    (town.folder / "own" / "秘密.md").write_text("秘密", encoding="utf-8")
    began = time.monotonic()
    done = make(town, HEAD + HOSTILE[called] + "\n")
    took = time.monotonic() - began
    assert done.code == 2, done.err
    assert done.err.startswith("错误：模板 ")
    assert "annual.md" in done.err
    assert "Traceback" not in done.err
    assert len(done.err) < 1500
    assert not (town.folder / "总结.txt").exists()
    assert took < 20


@pytest.mark.slow
def test_most_hostile_templates_are_told_with_their_line(town: Desk) -> None:
    for called in ("loops without end", "a list doubled", "a huge join", "a class", "text without end", "a NUL"):
        assert "annual.md 第3行" in make(town, HEAD + HOSTILE[called] + "\n").err.replace(f"{reports(town)}/", ""), (
            called
        )


def no_text(path: Path, outside: Path) -> None:
    path.write_bytes("# 标题\n\n建议".encode("gb18030"))


@pytest.mark.parametrize("place", ["annual.md", "parts/段.md"])
@pytest.mark.parametrize("lay", [a_folder, a_pipe, a_link_outside, a_broken_link, a_ring, a_device, no_text, huge])
def test_what_is_no_template_is_refused(town: Desk, lay: Callable[[Path, Path], None], place: str) -> None:
    folder = reports(town)
    outside = town.folder / "秘密.md"
    outside.write_text("秘密\n", encoding="utf-8")
    lay(folder / place, outside)
    done = make(town, None if place == "annual.md" else HEAD + '{% include "parts/段.md" %}\n')
    assert done.code == 2, done.err
    assert Path(place).name in done.err
    assert "秘密" not in done.err
    assert "Traceback" not in done.err
    assert town("report", "make", "quarter", "--quarter", "2024Q1", "-o", "小结.txt").code == 0


def test_a_link_inside_the_folder_is_followed(town: Desk) -> None:
    (reports(town) / "parts" / "真.md").write_text("好。\n", encoding="utf-8")
    (reports(town) / "parts" / "段.md").symlink_to("真.md")
    assert make(town, HEAD + '{% include "parts/段.md" %}\n').code == 0


def test_a_missing_part_is_told_where_it_is_wanted(town: Desk) -> None:
    done = make(town, HEAD + '{% include "parts/没有.md" %}\n')
    assert done.code == 2
    assert "模板 annual.md 第3行：" in done.err
    assert "没有.md" in done.err


def test_parts_in_a_ring_are_refused(town: Desk) -> None:
    ring = '{% include "parts/乙.md" %}\n'
    done = make(town, HEAD + '{% include "parts/甲.md" %}\n', 甲=ring, 乙='{% include "parts/甲.md" %}\n')
    assert done.code == 2
    assert done.err.startswith("错误：模板 甲.md 第1行：")


def test_a_part_put_in_ten_thousand_times_is_refused(town: Desk) -> None:
    done = make(town, HEAD + '{% include "parts/甲.md" %}\n' * 10000, 甲="好。\n" * 10)
    assert done.code == 2
    assert "annual.md 第" in done.err


def test_the_meaning_of_own_and_shipped(town: Desk) -> None:
    assert own_files.is_own(reports(town) / "annual.md")
    assert not own_files.is_own(SHIPPED / "annual.md")
    assert "连" in FILTERS


def test_a_sentence_lists_no_thousand_names(desk: Desk) -> None:
    """A figure that has a word for each of many units once printed all of them."""
    from rencli.reports.near import listed

    assert listed(["总数", "办结数"]) == "，有：总数、办结数"
    assert listed([f"第{number}办公室" for number in range(1000)]).endswith("、第19办公室等1000个")
