"""The file as XML: what is in it, and that it says what was put in."""

import subprocess
import sys
from datetime import date
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rencli.gongwen import (
    END,
    MIDDLE,
    PROFILES,
    START,
    BrokenDocumentError,
    Control,
    Document,
    GongwenError,
    Heading,
    Paragraph,
    Profile,
    Title,
    docx_text,
    parse,
    problems,
    short_tag,
    to_docx,
    to_text,
)
from rencli.gongwen.model import plain

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
AWKWARD = "a & b < c > d ]]> “引号”——破折号 𬭚 🎉 \"'  两格"


def part(data: bytes, name: str) -> str:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


def rewritten(data: bytes, name: str, old: str, new: str) -> bytes:
    """The file with a piece of one part replaced."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w") as target:
        for entry in source.namelist():
            xml = source.read(entry).decode()
            assert entry != name or old in xml
            target.writestr(entry, xml.replace(old, new) if entry == name else xml)
    return out.getvalue()


def one(*runs: str | Control) -> Document:
    return Document((Paragraph(runs),))


def test_awkward_text_comes_out_as_it_went_in() -> None:
    assert docx_text(to_docx(one(AWKWARD, Control("k", AWKWARD)))) == AWKWARD * 2 + "\n"


clean_text = st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Zl", "Zp")), min_size=1).filter(
    lambda text: "{{" not in text and "{%" not in text and "\ufffe" not in text and "\uffff" not in text
)
runs = st.lists(st.one_of(clean_text, st.builds(Control, clean_text, clean_text)), min_size=1, max_size=4)
contents = runs.map(tuple).filter(lambda content: "{{" not in plain(content) and "{%" not in plain(content))


@settings(deadline=None)
@given(contents, st.lists(contents, max_size=4))
def test_any_text_comes_out_as_it_went_in(
    title: tuple[str | Control, ...], paragraphs: list[tuple[str | Control, ...]]
) -> None:
    document = Document((Title((title,)), *map(Paragraph, paragraphs)))
    text = docx_text(to_docx(document))
    assert text.replace("\n", "") == plain(title) + "".join(map(plain, paragraphs))
    assert text.endswith("".join(f"{plain(paragraph)}\n" for paragraph in paragraphs))


@settings(deadline=None)
@given(clean_text.map(str.strip).filter(bool))
def test_any_line_can_be_written_as_plain_text(line: str) -> None:
    assert docx_text(to_docx(parse(f"\\{line}"))) == f"{line}\n"


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES.keys())
def test_the_same_paper_gives_the_same_bytes(profile: Profile) -> None:
    made = [
        to_docx(one("甲"), profile=profile, properties=properties, dated=date(2025, 1, 10))
        for properties in ({"a": "1", "b": "2"}, {"b": "2", "a": "1"})
    ]
    assert made[0] == made[1]


def test_every_part_of_the_text_has_its_style_and_level() -> None:
    data = to_docx(
        parse("# 甲\n:副题 乙\n:主送 丙\n## 丁\n### 戊\n#### 己\n##### 庚\n辛\n:署名 壬\n:日期 2025年1月1日")
    )
    names = {
        style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val")  # type: ignore[union-attr]
        for style in ElementTree.fromstring(part(data, "word/styles.xml")).iter(f"{W}style")
    }
    document = ElementTree.fromstring(part(data, "word/document.xml"))
    assert [names[style.get(f"{W}val")] for style in document.iter(f"{W}pStyle")] == [
        "公文标题", "公文副标题", "公文空行", "主送机关", "一级标题", "二级标题", "三级标题", "四级标题",
        "公文正文", "公文空行", "发文机关署名", "成文日期",
    ]  # fmt: skip
    levels = [
        level.get(f"{W}val") for level in ElementTree.fromstring(part(data, "word/styles.xml")).iter(f"{W}outlineLvl")
    ]
    assert levels == ["0", "1", "2", "3"]


def test_only_the_place_of_the_closing_is_formatted_outside_the_styles() -> None:
    document = part(to_docx(parse("# 甲\n## 乙\n丙\n:署名 丁\n:日期 2025年1月1日")), "word/document.xml")
    assert "<w:rPr>" not in document
    assert document.count("<w:ind ") == 2


def test_every_control_is_found_again() -> None:
    long_tag = "ren:" + "很长的指标" * 20 + "=1"
    document = Document(
        (
            Heading(1, ("办理", Control("ren:a=1", "1"), "件")),
            Paragraph((Control(long_tag, "2"), Control('ren:"<&>=3', "三 & 四"))),
        )
    )
    body = ElementTree.fromstring(part(to_docx(document), "word/document.xml"))
    found = [
        (
            control.find(f"{W}sdtPr/{W}tag").get(f"{W}val"),  # type: ignore[union-attr]
            control.find(f"{W}sdtPr/{W}alias").get(f"{W}val"),  # type: ignore[union-attr]
            control.find(f"{W}sdtPr/{W}id").get(f"{W}val"),  # type: ignore[union-attr]
            control.find(f"{W}sdtPr/{W15}appearance").get(f"{W15}val"),  # type: ignore[union-attr]
            "".join(node.text or "" for node in control.iter(f"{W}t")),
        )
        for control in body.iter(f"{W}sdt")
    ]
    short = short_tag(long_tag)
    assert found == [
        ("ren:a=1", "ren:a=1", "1", "hidden", "1"),
        (short, short, "2", "hidden", "2"),
        ('ren:"<&>=3', 'ren:"<&>=3', "3", "hidden", "三 & 四"),
    ]
    assert not {"lock", "temporary"} & {node.tag.removeprefix(W) for node in body.iter()}


@given(clean_text, clean_text)
def test_a_short_tag_fits_and_tells_tags_apart(tag: str, other: str) -> None:
    for long_tag in (tag, tag * 70):
        short = short_tag(long_tag)
        assert len(short.encode("utf-16-le")) <= 128
        assert short_tag(short) == short
        assert short == long_tag or short[:25] == long_tag[:25]
    if tag != other:
        assert short_tag("长" * 64 + tag) != short_tag("长" * 64 + other)


def test_properties_title_and_day_travel_in_the_file() -> None:
    data = to_docx(parse("# 甲\\乙 & 丙"), properties={"截至": "2024-12-31 <今天>"}, dated=date(2025, 1, 10))
    core = "".join(ElementTree.fromstring(part(data, "docProps/core.xml")).itertext())
    assert core == "甲乙 & 丙zh-CN2025-01-10T00:00:00Z2025-01-10T00:00:00Z"
    custom = ElementTree.fromstring(part(data, "docProps/custom.xml"))
    assert [(node.get("name"), node.get("pid"), node[0].text) for node in custom] == [
        ("截至", "2", "2024-12-31 <今天>")
    ]


@pytest.mark.parametrize(
    "document",
    [
        one("{{ 总数 }}"),
        one("{", Control("k", "{")),
        one("\ue000"),
        one(Control("\ue001", "1")),
        one("\x01"),
        one("甲\r乙"),
    ],
)
def test_a_broken_file_never_leaves(document: Document) -> None:
    with pytest.raises(BrokenDocumentError):
        to_docx(document)


def test_properties_are_inspected_too() -> None:
    with pytest.raises(BrokenDocumentError, match=r"custom\.xml"):
        to_docx(one("甲"), properties={"a": "{{ b }}"})


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("</w:body>", "", "不是完好的 XML"),
        ('<w:id w:val="2"/>', '<w:id w:val="1"/>', "内容控件编号重复"),
        ("正文", "正&#xE000;文", "私用区字符 U+E000"),
        ("正文", "正{%文", "模板标记"),
        ("正文", "文正", "不一致"),
    ],
)
def test_damage_is_found(old: str, new: str, problem: str) -> None:
    document = one("正文", Control("a", "1"), Control("b", "2"))
    damaged = rewritten(to_docx(document), "word/document.xml", old, new)
    assert any(problem in found for found in problems(damaged, expected=to_text(document)))


def test_a_whole_file_has_no_problems() -> None:
    document = one("正文", Control("a", "1"))
    assert problems(to_docx(document), expected=to_text(document)) == []


def test_python_docx_reads_the_file() -> None:
    docx = pytest.importorskip("docx")
    opened = docx.Document(BytesIO(to_docx(parse("# 甲\n## 乙\n丙"))))
    assert [(p.style.name, p.text) for p in opened.paragraphs] == [
        ("公文标题", "甲"), ("公文空行", ""), ("一级标题", "一、乙"), ("公文正文", "丙"),
    ]  # fmt: skip
    assert opened.core_properties.author == ""


def test_an_empty_paper_is_a_file() -> None:
    assert docx_text(to_docx(Document(()))) == ""


def test_importing_is_cheap() -> None:
    code = "import sys, rencli.gongwen; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"docx", "lxml", "jinja2", "urllib.request", "email"} & set(run.stdout.split())


def test_a_mark_that_data_smuggles_in_is_refused() -> None:
    with pytest.raises(GongwenError):
        parse(f"甲{START}a{MIDDLE}{START}b{MIDDLE}1{END}{END}")
