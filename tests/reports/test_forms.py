"""Forms: the shipped cards, a user's own, and what a form may not do."""

import re
import runpy
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from running import Desk

from rencli import gongwen
from rencli.reports.form import child, filling, tags

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "templates" / "forms"
ODD = "甲&乙 <b>丙</b> {{ 7*7 }} {% raw %} “丁” ]]> &amp; \\n"
DOCUMENT = "word/document.xml"
RELATIONSHIPS = "word/_rels/document.xml.rels"
OUTSIDE = '<Relationship Id="rIdOut" Type="{}/{}" Target="{}" TargetMode="External"/></Relationships>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture
def cards(desk: Desk) -> Desk:
    """A ledger with two suggestions and two opinions."""
    desk.do("init", "--office", "瓦窑镇", "--county", "隆阳区")
    desk.do("term", "add", "--number", "5", "--began-on", "2021-12-20")
    for name in ("赵国强", "钱国强"):
        desk.do("deputy", "add", "--name", name)
    desk.do("meeting", "add", "--type", "人代会", "--began-on", "2024-01-23", "--term", "5", "--session", "3")
    suggestion = ("--proposer", "赵国强", "--submitted-on", "2024-01-23", "--session", "3")
    desk.do(
        "suggestion",
        "add",
        "--title",
        "关于修渠的建议",
        *suggestion,
        "--cosigners",
        "钱国强",
        "--body",
        "第一段\n第二段",
    )
    desk.do("suggestion", "add", "--title", ODD, *suggestion)
    desk.do("suggestion", "assign", "5-3-1", "--unit", "镇水利站", "--co-units", "南村", "--on", "2024-02-05")
    desk.do("suggestion", "meet", "5-3-1", "--on", "2024-04-10", "--stage", "答复前", "--mode", "当面")
    desk.do("suggestion", "reply", "5-3-1", "--on", "2024-04-18", "--result", "B", "--doc-no", "瓦政办复〔2024〕7号")
    desk.do("suggestion", "feedback", "5-3-1", "--on", "2024-04-26", "--outcome", "基本满意", "--reason", "还差两处")
    opinion = ("opinion", "add", "--received-on")
    desk.do(*opinion, "2024-04-10", "--content", "公厕不开灯", "--resolved-on", "2024-05-06", "--result", "装灯2盏")
    desk.do(*opinion, "2023-06-03", "--content", "三组路口缺减速带")
    return desk


def own(desk: Desk, data: bytes, suffix: str = ".docx", name: str = "suggestion-card") -> None:
    """Put a form of the user's own in the place of a shipped one."""
    folder = desk.folder / "own" / "templates" / "forms"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}{suffix}").write_bytes(data)


def changed(parts: Mapping[str, tuple[str, str]], more: Mapping[str, str] | None = None) -> bytes:
    """The shipped card with some of its parts changed: (what, by what), and further parts added."""
    buffer = BytesIO()
    with ZipFile(SHIPPED / "suggestion-card.docx") as shipped, ZipFile(buffer, "w", ZIP_DEFLATED) as made:
        for name in shipped.namelist():
            text = shipped.read(name).decode()
            if name in parts:
                assert parts[name][0] in text
                text = text.replace(*parts[name])
            made.writestr(name, text)
        for name, text in (more or {}).items():
            made.writestr(name, text)
    return buffer.getvalue()


def with_tag(tag: str) -> bytes:
    """The shipped card with another tag in the place of the title's."""
    return changed({DOCUMENT: ("{{ 件.标题 }}", tag.replace("&", "&amp;").replace("<", "&lt;"))})


def make(desk: Desk, *numbers: str) -> Any:
    return desk("report", "make", "suggestion-card", *numbers, "-o", "卡.docx", "--force")


def text(path: Path) -> str:
    return gongwen.docx_text(path.read_bytes())


def test_shipped_forms_are_what_their_script_makes() -> None:
    made = runpy.run_path(str(ROOT / "docs" / "forms.py"))["forms"]()
    assert made == {path.name: path.read_bytes() for path in SHIPPED.iterdir()}


def test_a_card_tells_a_suggestion(cards: Desk) -> None:
    assert cards.do("report", "make", "suggestion-card", "5-3-1") == "瓦窑镇2024年代表建议办理情况登记卡5-3-1.docx"
    made = text(cards.folder / "瓦窑镇2024年代表建议办理情况登记卡5-3-1.docx")
    assert re.sub("\t+", "\t", made).replace("\t\n", "\n").strip() == (
        "代表建议办理情况登记卡\n"
        "瓦窑镇人民代表大会主席团\t截至2024年7月1日\n"
        "编　　号\t5-3-1\t届次会次\t五届三次会议\t提出日期\t2024年1月23日\n"
        "类　　型\t建议\t类　　别\t领衔代表\t赵国强\n"
        "附议代表\t钱国强\t重点督办\n"
        "标　　题\t关于修渠的建议\n"
        "内　　容\t第一段 第二段\n"
        "承办单位\t镇水利站\t会办单位\t南村\n"
        "交办日期\t2024年2月5日\t办理期限\t2024年5月6日\t办理方式\n"
        "答复日期\t2024年4月18日\t答复文号\t瓦政办复〔2024〕7号\t签 发 人\n"
        "办理结果\tB　正在解决或列入计划\n"
        "答复摘要\n"
        "代表反馈\t对办理态度\t基本满意\t对办理结果\t基本满意\t反馈日期\t2024年4月26日\n"
        "\t反馈意见\t还差两处\n"
        "日　期\t环　节\t单位、人员\t办理经过\n"
        "2024年2月5日\t交办\t镇水利站、南村\n"
        "2024年4月10日\t面商\t答复前面商（当面）\n"
        "2024年4月18日\t答复\t镇水利站\tB类；瓦政办复〔2024〕7号\n"
        "2024年4月26日\t反馈\t对办理态度基本满意，对办理结果基本满意；还差两处\n"
        "办理状态\t已反馈\t办结日期\n"
        "备　　注\n"
        "承办人签字\t代表签名"
    )


def test_a_card_keeps_the_first_answer_and_its_date_after_a_second_round(cards: Desk) -> None:
    steps = [
        ("feedback", "2024-05-08", "--outcome", "不满意", "--reason", "渠没有修"),
        ("redo", "2024-05-10", "--reason", "重新办理渠道"),
        ("urge", "2024-05-20", "--by", "李主席", "--method", "现场"),
        ("reply", "2024-06-03", "--result", "A", "--summary", "渠已修好"),
        ("feedback", "2024-06-05", "--outcome", "满意"),
        ("close", "2024-06-06"),
    ]
    for command, day, *more in steps:
        cards.do("suggestion", command, "5-3-1", "--on", day, *more)
    make(cards, "5-3-1")
    made = re.sub("\t+", "\t", text(cards.folder / "卡.docx"))
    for told in (
        "办理期限\t2024年5月6日（首次）",
        "2024年4月18日\t首次答复\t镇水利站\tB类",
        "2024年5月8日\t首次反馈\t对办理态度不满意，对办理结果不满意；渠没有修",
        "2024年5月10日\t重办\t重新办理渠道",
        "2024年5月20日\t督办\t李主席\t现场",
        "2024年6月3日\t再次答复\t镇水利站\tA类；渠已修好",
        "2024年6月5日\t再次反馈\t对办理态度满意，对办理结果满意",
        "2024年6月6日\t办结",
        "办理状态\t已办结",
    ):
        assert told in made


def test_a_late_card_says_how_late(cards: Desk) -> None:
    cards.do("suggestion", "assign", "5-3-2", "--unit", "镇水利站", "--on", "2024-02-05")
    make(cards, "5-3-2")
    assert "办理中（已超期56天）" in text(cards.folder / "卡.docx")


def test_cards_of_a_period_stand_in_the_order_of_their_numbers(cards: Desk) -> None:
    added = ("suggestion", "add", "--proposer", "赵国强", "--submitted-on")
    cards.do(*added, "2024-01-10", "--title", "闭会时提的")
    cards.do("suggestion", "edit", "5-3-1", "--number", "9")
    make(cards)
    assert re.findall("编　　号\t+([0-9-]+)", text(cards.folder / "卡.docx")) == ["5-3-2", "5-3-9", "5-0-1"]


def test_a_motion_has_a_card_of_its_own_name(cards: Desk) -> None:
    for name in ("孙国强", "李国强", "周国强"):
        cards.do("deputy", "add", "--name", name)
    motion = ("--type", "议案", "--basis", "渠坏了", "--proposal", "修渠", "--key", "--session", "3")
    people = ("--proposer", "赵国强", "--cosigners", "钱国强,孙国强,李国强,周国强")
    cards.do("suggestion", "add", "--title", "关于修渠的议案", "--submitted-on", "2024-01-24", *people, *motion)
    make(cards, "5-3-3")
    made = text(cards.folder / "卡.docx")
    assert made.startswith("代表议案办理情况登记卡\n")
    assert re.search("重点督办\t+是\n", made)


def test_a_card_tells_what_was_known_on_the_day(cards: Desk) -> None:
    cards.do("report", "make", "suggestion-card", "5-3-1", "--as-of", "2024-03-01", "-o", "卡.docx")
    assert "截至2024年3月1日" in text(cards.folder / "卡.docx")
    assert "2024年2月5日" in text(cards.folder / "卡.docx")
    assert "2024年4月" not in text(cards.folder / "卡.docx")


def test_without_numbers_all_of_the_period_each_on_its_own_page(cards: Desk) -> None:
    cards.do("report", "make", "opinion-card", "--year", "2024", "-o", "卡.docx")
    cards.do("report", "make", "opinion-card", "1", "2", "-o", "两张.docx")
    cards.do("report", "make", "suggestion-card", "-o", "建议.docx")
    assert text(cards.folder / "卡.docx").count("选民意见转办情况登记卡") == 1
    assert "公厕不开灯" in text(cards.folder / "卡.docx")
    assert text(cards.folder / "两张.docx").count("选民意见转办情况登记卡") == 2
    with ZipFile(cards.folder / "建议.docx") as file:
        assert file.read(DOCUMENT).count(b"<w:pageBreakBefore/>") == 2


def test_a_period_without_records_makes_no_card(cards: Desk) -> None:
    done = cards("report", "make", "suggestion-card", "--year", "2020")
    assert (done.code, done.err) == (3, "错误：2020年没有建议，没有写代表建议办理情况登记卡。\n")
    text_too = cards("report", "make", "opinion-card", "--year", "2020", "-o", "册.txt")
    assert (text_too.code, text_too.err) == (3, "错误：2020年没有选民意见，没有写选民意见转办情况登记卡。\n")
    assert not [*cards.folder.glob("*.docx"), *cards.folder.glob("*.txt")]


def test_cards_as_a_register_are_a_workbook_or_a_text(cards: Desk) -> None:
    for name, told in (("suggestion-card", "关于修渠的建议"), ("opinion-card", "公厕不开灯")):
        cards.do("report", "make", name, "--year", "2024", "-o", "册.xlsx", "--force")
        with ZipFile(cards.folder / "册.xlsx") as file:
            assert told in "".join(file.read(part).decode() for part in file.namelist() if part.endswith(".xml"))
        cards.do("report", "make", name, "--year", "2024", "-o", "册.txt", "--force")
        assert told in (cards.folder / "册.txt").read_text(encoding="utf-8")


def test_a_form_is_not_written_as_any_file(cards: Desk) -> None:
    done = cards("report", "make", "suggestion-card", "-o", "卡.odt")
    assert done.code == 2
    assert ".docx" in done.err


def test_odd_text_arrives_as_it_is(cards: Desk) -> None:
    cards.do("report", "make", "suggestion-card", "5-3-2", "-o", "卡.docx")
    assert f"标　　题\t{ODD}\n" in text(cards.folder / "卡.docx")


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn"), include_characters="\n{}%#<&"),
        max_size=40,
    )
)
def test_any_text_arrives_as_it_is(said: str) -> None:
    form = changed({DOCUMENT: ("{{ 件.标题 }}", "{{ 题 }}")})
    with ZipFile(BytesIO(form)) as file:
        xml = re.sub(
            r"<w:p><w:pPr><w:pStyle w:val=\"BODY\"/></w:pPr><w:r>.*?</w:r></w:p>", "", file.read(DOCUMENT).decode()
        )
    simple = re.sub(r"\{[{%](?! 题).*?[%}]\}", "", xml)
    data = filling.fill(_with(form, simple), "甲.docx", {"题": said}, "题", filling.date(2024, 7, 1), {})
    assert f"标　　题\t{said.replace(chr(10), ' ')}\n" in gongwen.docx_text(data)


def _with(form: bytes, document: str) -> bytes:
    with ZipFile(BytesIO(form)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    return gongwen.archive({**parts, DOCUMENT: document})


def test_the_same_card_is_the_same_bytes_without_an_author(cards: Desk) -> None:
    cards.do("report", "make", "suggestion-card", "-o", "一.docx", "--issued-on", "2024-07-01")
    cards.do("report", "make", "suggestion-card", "-o", "二.docx", "--issued-on", "2024-07-01")
    assert (cards.folder / "一.docx").read_bytes() == (cards.folder / "二.docx").read_bytes()
    with ZipFile(cards.folder / "一.docx") as file:
        core = file.read("docProps/core.xml").decode()
        everything = "".join(file.read(name).decode() for name in file.namelist())
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "creator" not in core
    assert "lastModifiedBy" not in core
    assert "2024-07-01T00:00:00Z" in core
    assert "year=2024" in everything
    assert "python" not in everything
    assert "Theme" not in everything


def test_own_form_shadows_the_shipped_one(cards: Desk) -> None:
    own(cards, changed({DOCUMENT: ("代表建议办理情况登记卡", "建议卡片（{{ 各件|length }}件）")}))
    cards.do("report", "make", "suggestion-card", "-o", "卡.docx")
    assert "建议卡片（2件）" in text(cards.folder / "卡.docx")


def test_a_form_that_word_has_cut_into_runs_is_filled(cards: Desk) -> None:
    cut = "{{ 件.</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>标题</w:t></w:r><w:r><w:t> }}"
    own(cards, changed({DOCUMENT: ("{{ 件.标题 }}", cut)}))
    cards.do("report", "make", "suggestion-card", "-o", "卡.docx")
    assert "标　　题\t关于修渠的建议\n" in text(cards.folder / "卡.docx")


# bad_inputs.jsonl


def test_file_185_a_form_with_an_external_template_is_refused(cards: Desk) -> None:
    link = OUTSIDE.format(OFFICE, "attachedTemplate", "http://203.0.113.7/x.dotm")
    own(cards, changed({RELATIONSHIPS: ("</Relationships>", link)}))
    done = make(cards)
    assert done.code == 2
    assert "表单 suggestion-card.docx 引用了外部的内容（http://203.0.113.7/x.dotm）" in done.err
    assert not (cards.folder / "卡.docx").exists()


def test_file_186_a_form_with_macros_is_refused(cards: Desk) -> None:
    manifest = cards.folder / "own" / "templates" / "reports" / "suggestion-card.toml"
    manifest.parent.mkdir(parents=True)
    shipped = (ROOT / "templates" / "reports" / "suggestion-card.toml").read_text(encoding="utf-8")
    manifest.write_text(shipped.replace(".docx", ".docm"), encoding="utf-8")
    own(cards, changed({}), ".docm")
    done = make(cards)
    assert done.code == 2
    assert done.err.startswith("错误：表单 suggestion-card.docm 不是 .docx 文件，可能带宏，没有使用")


def bomb() -> bytes:
    return changed({}, {"word/media/big.xml": "<a>" + " " * 30_000_000 + "</a>"})


REFUSED = {
    "a hidden macro": lambda: changed({}, {"word/vbaProject.bin": "x"}),
    "a macro type": lambda: changed(
        {"[Content_Types].xml": ("wordprocessingml.document.main", "ms-word.document.macroEnabled.main")}
    ),
    "an outside object": lambda: changed(
        {RELATIONSHIPS: ("</Relationships>", OUTSIDE.format(OFFICE, "oleObject", "file:///c:/x.xls"))}
    ),
    "a part of another document": lambda: changed(
        {RELATIONSHIPS: ("</Relationships>", OUTSIDE.format(OFFICE, "subDocument", "http://203.0.113.7/x.docx"))}
    ),
    "an outside picture": lambda: changed(
        {RELATIONSHIPS: ("</Relationships>", OUTSIDE.format(OFFICE, "image", "http://203.0.113.7/x.png"))}
    ),
    "a reading field": lambda: changed(
        {DOCUMENT: ("<w:sectPr>", '<w:p><w:fldSimple w:instr=" INCLUDETEXT x "/></w:p><w:sectPr>')}
    ),
    "a declaration": lambda: changed({"word/settings.xml": ("<w:settings", "<!DOCTYPE a><w:settings")}),
    "a way out": lambda: changed({}, {"../x.xml": "<a/>"}),
    "a bomb": bomb,
    "a cut file": lambda: changed({})[:-200],
    "an old document": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000,
    "no document": lambda: b"PK\x05\x06" + b"\0" * 18,
    "half a part": lambda: changed({"word/styles.xml": ("</w:styles>", "")}),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_form_that_may_do_harm_is_refused(what: str, cards: Desk) -> None:
    own(cards, REFUSED[what]())
    done = make(cards)
    assert done.code == 2, done.err
    assert re.fullmatch(r"错误：表单 suggestion-card\.docx .*，没有使用。\n", done.err)
    assert not (cards.folder / "卡.docx").exists()


MISTAKES = {
    "{{ 件.标提 }}": "没有“标提”这一项",
    "{{ 件[0] }}": "没有“0”这一项",
    "{{ 件.标题.upper }}": "没有“upper”这一项",
    "{{ 建议.总数 }}": "没有“建议”这一项",
    "{{ 件.标题|safe }}": "没有“safe”这种过滤",
    "{{ 件.标题|attr('x') }}": "没有“attr”这种过滤",
    "{{ 件.标题|年月日 }}": "这里的值不能这样用",
    "{{ 件.__class__ }}": "不能用“__class__”这样的名称",
    "{{ 件['_x'] }}": "不能用“_x”这样的名称",
    "{{ 件.标题.format(1) }}": "不能有别的写法",
    "{{ 2 ** 9 }}": "不能有别的写法",
    "{{ 'x' * 9 }}": "不能有别的写法",
    "{{ '%9d' % 1 }}": "不能有别的写法",
    "{% set x = 1 %}": "不能有别的写法",
    "{% include 'x' %}": "不能有别的写法",
    "{% import 'x' as y %}": "不能有别的写法",
    "{% macro x() %}{% endmacro %}": "不能有别的写法",
    "{% filter 连 %}{% endfilter %}": "不能有别的写法",
    "{{ 件.标题 ": "写法有误",
    "{% if 件.标题 %}": "写法有误",
    "{% endif %}": "写法有误",
    "{{ 件. }}": "写法有误",
    "{{ loop.cycle(1) }}": "不能有别的写法",
}


@pytest.mark.parametrize("tag", MISTAKES)
def test_a_mistake_is_told_with_its_tag(tag: str, cards: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "fill", filling.fill)  # one process is started by the tests above
    own(cards, with_tag(tag))
    done = make(cards)
    assert done.code == 2, done.err
    assert done.err.startswith("错误：表单 suggestion-card.docx 的标记“{")
    assert MISTAKES[tag] in done.err
    assert done.err.count("\n") == 1
    if "写法有误" not in done.err:
        assert tag.split("%}", maxsplit=1)[0].split("}}", maxsplit=1)[0].strip() in done.err
    assert not (cards.folder / "卡.docx").exists()


@pytest.mark.parametrize("part", ["word/footer1.xml", "docProps/core.xml"])
def test_tags_are_checked_wherever_they_stand(part: str, cards: Desk) -> None:
    where = {"word/footer1.xml": "— ", "docProps/core.xml": "代表建议"}[part]
    own(cards, changed({part: (where, "{{ 本单位.__class__ }}")}))
    done = make(cards)
    assert done.code == 2
    assert "不能用“__class__”这样的名称" in done.err


def test_a_tag_that_nothing_fills_is_found(cards: Desk) -> None:
    own(cards, with_tag("{% raw %}{{ 件.标题 }}{% endraw %}"))
    done = make(cards)
    assert done.code == 2
    assert "有没有填上的模板标记“{{”" in done.err


def test_loops_that_do_not_fit_the_table_are_told(cards: Desk) -> None:
    own(cards, with_tag("{%tr for 甲 in 各件 %}"))
    done = make(cards)
    assert done.code == 2
    assert "表单 suggestion-card.docx" in done.err


@pytest.mark.slow
def test_a_form_that_never_ends_is_stopped(cards: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "SECONDS", 3)
    digits = "".join(f"{{% for 甲{n} in '0123456789' %}}" for n in range(9))
    own(cards, with_tag(f"{digits}x{'{% endfor %}' * 9}"))
    done = make(cards)
    assert (done.code, done.err) == (
        2,
        "错误：表单 suggestion-card.docx 填得太久或者太大，没有写成；请检查 for 里面的 for。\n",
    )


def test_every_tag_of_the_shipped_forms_is_permitted() -> None:
    environment = filling._Environment(str)
    for path in SHIPPED.iterdir():
        with ZipFile(path) as file:
            found = re.findall(r"\{\{.*?\}\}", file.read(DOCUMENT).decode())
        assert len(found) > 10
        for tag in found:
            assert list(tags.faults(environment.parse(tag))) == []
