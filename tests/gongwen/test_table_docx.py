"""Tables as XML: widths, headers, and what Word would refuse."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_paper_docx import W, part, rewritten

from rencli.gongwen import (
    PROFILES,
    STANDARD,
    BrokenDocumentError,
    Cell,
    Column,
    Document,
    PageBreak,
    Paragraph,
    Profile,
    Table,
    docx_text,
    parse,
    problems,
    to_docx,
    to_text,
)
from rencli.gongwen.grid import widths
from rencli.gongwen.heading import break_heading
from rencli.gongwen.profile import landscape

TEXT = "# 甲\n|子|丑|\n|--|----|\n|1|2|\n|3|<|\n"


def document_xml(text: str) -> str:
    return part(to_docx(parse(text)), "word/document.xml")


@given(st.lists(st.integers(1, 40), min_size=1, max_size=20), st.integers(5_000, 15_000))
def test_columns_fill_the_text_area_exactly(weights: list[int], total: int) -> None:
    found = widths(Table(tuple(map(Column, weights)), (), ()), total)
    assert sum(found) == total
    share = total / sum(weights)
    assert all(abs(width - weight * share) < 1 for width, weight in zip(found, weights, strict=True))


def test_a_heading_keeps_a_second_row_the_last_row_another_and_a_signature_the_last() -> None:
    body = "".join(f"|{n}|{n}|\n" for n in range(1, 5))
    for ending, kept in (("", [True, False, True, False]), (":署名 甲\n:日期 乙\n", [True, False, True, True])):
        xml = document_xml(f"# 甲\n|子|丑|\n|--|----|\n{body}\n{ending}")
        rows = re.findall(r"<w:tr>.*?</w:tr>", xml)
        assert ["<w:keepNext/>" in row for row in rows[1:]] == kept


def test_the_header_stands_on_every_page_and_rows_stay_whole() -> None:
    rows = re.findall("<w:tr>.*?</w:tr>", document_xml(TEXT))
    assert ["<w:tblHeader/>" in row for row in rows] == [True, False, False]
    assert all("<w:cantSplit/>" in row for row in rows)
    assert ['w:val="TABLE_HEADER"' in row for row in rows] == [True, False, False]
    assert '<w:tcW w:w="8845" w:type="dxa"/><w:gridSpan w:val="2"/>' in rows[2]


def test_only_styles_format_a_cell() -> None:
    assert "<w:rPr>" not in document_xml(TEXT)
    assert "<w:jc" not in document_xml(TEXT).split("</w:tblPr>")[1]


def test_tables_never_meet_and_never_end_a_paper() -> None:
    table = Table((Column(1),), (), ((Cell((("甲",),)),),))
    xml = part(to_docx(Document((table, table, PageBreak(), table))), "word/document.xml")
    assert [*re.findall(r"</w:tbl>(?=<w:(\w+))", xml)] == ["p", "p", "p"]
    assert xml.count("<w:pageBreakBefore/>") == 1


def test_a_page_break_is_of_the_paragraph_that_follows() -> None:
    xml = document_xml("甲\n:换页\n# 乙\n丙")
    assert re.findall(r'<w:pStyle w:val="(\w+)"/><w:pageBreakBefore/>', xml) == ["TITLE"]


# The orders in which the schema has what we write; Word calls a file with another one damaged.
ORDERS = {
    "pPr": "pStyle keepNext pageBreakBefore widowControl tabs autoSpaceDE autoSpaceDN snapToGrid spacing ind jc "
    "outlineLvl",
    "tblPr": "tblW jc tblBorders tblLayout tblCellMar",
    "tcPr": "tcW gridSpan vAlign",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
}


def test_properties_stand_in_the_order_of_the_schema() -> None:
    data = to_docx(parse(f"{TEXT}:换页\n# 乙\n:表题 丙|丁\n{TEXT[4:]}:换页\n戊\n:署名 己\n:日期 2025年1月1日"))
    for name in ("word/document.xml", "word/styles.xml"):
        for node in ElementTree.fromstring(part(data, name)).iter():
            order = ORDERS.get(node.tag.removeprefix(W), "").split()
            places = [order.index(child.tag.removeprefix(W)) for child in node] if order else []
            assert places == sorted(places)


def test_the_turned_page_is_the_same_sheet() -> None:
    upright, turned = (
        part(to_docx(Document((Paragraph(("甲",)),), landscape=way)), "word/document.xml") for way in (False, True)
    )
    assert '<w:pgSz w:w="11906" w:h="16838"/>' in upright
    assert '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' in turned


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES.keys())
def test_the_turned_page_gives_its_table_more_room(profile: Profile) -> None:
    turned = landscape(profile)
    assert turned.text_width > profile.page_height - profile.top - profile.bottom
    assert turned.page_height - turned.top - turned.bottom > profile.text_width
    assert min(turned.top, turned.right, turned.bottom, turned.left) > 850  # 15 mm, which every printer reaches
    assert turned.bottom - turned.footer == profile.bottom - profile.footer


def test_margins_and_letters_of_a_turned_page_are_values_of_the_profile() -> None:
    profile = replace(STANDARD, turned=replace(STANDARD.turned, top=1500, size=20, row=500))
    data = to_docx(replace(parse(TEXT), landscape=True), profile=profile)
    assert 'w:top="1500"' in part(data, "word/document.xml")
    assert '<w:trHeight w:val="500"' in part(data, "word/document.xml")
    style = re.search('<w:style [^>]*w:styleId="CELL_LEFT">.*?</w:style>', part(data, "word/styles.xml"))
    assert style
    assert '<w:sz w:val="20"/>' in style[0]


def test_a_heading_breaks_by_words_and_reads_as_one() -> None:
    text = "# 甲\n|工作单位及职务|姓名|内容|\n|--|--|--------------|\n|村主任|甲|乙|\n"
    data = to_docx(parse(text))
    head = re.findall("<w:tr>.*?</w:tr>", part(data, "word/document.xml"))[0]
    assert re.findall(r"<w:t [^>]*>([^<]*)", head) == ["工作单位", "及职务", "姓名", "内容"]
    assert docx_text(data) == to_text(parse(text))
    assert "工作单位及职务\t姓名" in to_text(parse(text))


@pytest.mark.parametrize(
    ("heading", "room", "lines"),
    [
        ("工作单位及职务", 6, "工作单位/及职务"),
        ("收集意见", 2.5, "收集/意见"),
        ("反映的意见及处理", 5, "反映的/意见及处理"),
        ("来文（主送）单位", 4, "来文/（主送）/单位"),
        ("满意率%", 2.5, "满意/率%"),
        ("信访人", 3, "信访人"),
    ],
)
def test_no_word_of_a_heading_is_cut(heading: str, room: float, lines: str) -> None:
    assert "/".join(break_heading(heading, room)) == lines


def test_a_number_with_hyphens_never_breaks_and_reads_plainly() -> None:
    text = "# 甲\n|编号|备注|\n|--|--|\n|5-3-112|5—3，甲-乙|\n"
    data = to_docx(parse(text))
    assert part(data, "word/document.xml").count("<w:noBreakHyphen/>") == 2
    assert "\n5-3-112\t5—3，甲-乙\n" in docx_text(data)
    assert docx_text(data) == to_text(parse(text))


def test_sizes_of_a_table_are_the_profile_s() -> None:
    profile = replace(STANDARD, table_size=24, table_line=400, table_row=600, table_border=6)
    data = to_docx(parse(TEXT), profile=profile)
    assert 'w:sz="6"' in part(data, "word/document.xml")
    assert '<w:trHeight w:val="600"' in part(data, "word/document.xml")
    style = re.search('<w:style [^>]*w:styleId="CELL_LEFT">.*?</w:style>', part(data, "word/styles.xml"))
    assert style
    assert 'w:line="400"' in style[0]
    assert '<w:sz w:val="24"/>' in style[0]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (r"(<w:tr>.*</w:tr>)", "", "没有行"),
        (r'<w:gridSpan w:val="2"/>', "", "不是2列"),
        (r"<w:gridCol [^>]*/></w:tblGrid>", "</w:tblGrid>", "不是1列"),
        (r"(<w:p>(?:(?!<w:p>).)*</w:p>)(?=</w:tc>)", "<w:tbl/>", "不以段落结尾"),
    ],
)
def test_damage_is_found(old: str, new: str, problem: str) -> None:
    data = to_docx(parse(TEXT))
    assert problems(data) == []
    xml = part(data, "word/document.xml")
    damaged = rewritten(data, "word/document.xml", xml, re.sub(old, new, xml))
    assert any(problem in found for found in problems(damaged))


def test_a_table_without_rows_never_leaves() -> None:
    with pytest.raises(BrokenDocumentError, match="没有行"):
        to_docx(Document((Table((Column(1),), (), ()),)))
