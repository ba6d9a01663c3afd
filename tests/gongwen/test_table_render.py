"""Tables as LibreOffice prints them."""

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from rendering import MM, Office, measure

from rencli.gongwen import BREAK, Document, docx_text, parse, to_docx, to_text

pytestmark = pytest.mark.render

LONG = "视察老营村人畜饮水工程和村组道路养护情况，听取镇人民政府汇报"
ROWS = "\n".join(f"|{n}|2024.{n % 12 + 1}.8|{LONG}|张国强、李明、王小红、杨文学{BREAK}赵丽萍|" for n in range(1, 41))
REGISTER = f"""# 瓦窑镇代表小组活动记录簿
:表题 单位：瓦窑镇人大主席团|2024年
|序号|日期|主题|参加代表|
|:---:|:-----:|-----------|-----------|
{ROWS}
"""
TALL = "# 甲\n|序号|内容|\n|:-:|------|\n" + "\n".join(
    f"|{n}|{BREAK.join([LONG] * (100 if n == 2 else 12))}|" for n in range(1, 5)
)


def pages(pdf: bytes) -> list[Any]:
    pdfplumber = pytest.importorskip("pdfplumber")
    return list(pdfplumber.open(BytesIO(pdf)).pages)


@pytest.fixture(scope="module")
def printed(office: Office) -> dict[str, bytes]:
    upright = parse(REGISTER)
    made = {"upright": upright, "turned": replace(upright, landscape=True), "tall": parse(TALL)}
    return dict(zip(made, office.convert(*map(to_docx, made.values())), strict=True))


@pytest.mark.parametrize("way", ["upright", "turned"])
def test_every_page_has_header_number_and_whole_rows(printed: dict[str, bytes], way: str) -> None:
    found = pages(printed[way])
    assert len(found) > 1
    heads = [page.extract_tables()[0][0] for page in found]
    assert heads == [["序号", "日期", "主题", "参加代表"]] * len(found)
    rows = [row for page in found for row in page.extract_tables()[0][1:]]
    assert [row[0] for row in rows] == [str(n) for n in range(1, 41)]
    assert {re.sub(r"\s", "", row[2]) for row in rows} == {LONG}
    assert {re.sub(r"\s", "", row[3]) for row in rows} == {"张国强、李明、王小红、杨文学赵丽萍"}
    for number, page in enumerate(found, start=1):
        assert re.sub(r"\s", "", page.extract_text()).endswith(f"—{number}—")


def test_the_turned_page_has_its_margins_and_number(printed: dict[str, bytes]) -> None:
    for number, page in enumerate(pages(printed["turned"])):
        assert (page.width * MM, page.height * MM) == (pytest.approx(297, abs=0.5), pytest.approx(210, abs=0.5))
        assert min(line["x0"] for line in page.lines + page.rects) * MM == pytest.approx(17, abs=0.5)
        assert max(line["x1"] for line in page.lines + page.rects) * MM == pytest.approx(280, abs=0.5)
        if number:
            assert min(line["top"] for line in page.lines + page.rects) * MM == pytest.approx(20, abs=0.5)
        foot = [char for char in page.chars if char["top"] * MM > 192 and char["text"].strip()]
        middle = (foot[0]["top"] + foot[0]["bottom"]) / 2 * MM
        assert middle == pytest.approx(192 + 7, abs=1.5)
        one_in = 14 * MM
        if number % 2:
            assert min(char["x0"] for char in foot) * MM == pytest.approx(17 + one_in, abs=0.7)
        else:
            assert max(char["x1"] for char in foot) * MM == pytest.approx(280 - one_in, abs=0.7)


def test_nothing_is_printed_outside_its_cell(printed: dict[str, bytes]) -> None:
    for page in pages(printed["turned"]):
        [table] = page.find_tables()
        words = 0
        for left, top, right, bottom in table.cells:
            words += len(page.within_bbox((left - 0.5, top - 0.5, right + 0.5, bottom + 0.5)).chars)
        assert words == len(page.within_bbox(table.bbox).chars)


def test_only_a_row_taller_than_a_page_is_broken(printed: dict[str, bytes]) -> None:
    found = measure(printed["tall"])
    assert [page.lines[0].text for page in found] == ["甲"] + ["序号内容"] * (len(found) - 1)
    printed_lines = sum(line.text.count("视察老营村") for page in found for line in page.lines)
    assert printed_lines == 100 + 3 * 12


def test_a_last_row_is_never_alone_on_a_page(office: Office) -> None:
    documents = [
        replace(parse("# 甲\n|序号|内容|\n|:-:|------|\n" + "|1|乙|\n" * rows + "|合计|2|\n"), landscape=True)
        for rows in range(19, 24)
    ]
    for pdf in office.convert(*map(to_docx, documents)):
        last = pages(pdf)[-1].extract_tables()[0]
        assert len(last) > 2, last


def test_cards_begin_new_pages(office: Office) -> None:
    card = "# 卡\n|甲|乙|\n|丙|丁|\n"
    bare = "|甲|乙|\n|丙|丁|\n"
    made = [parse(text) for text in (f"{card}:换页\n{card}:换页\n", f"{bare}:换页\n{bare}")]
    for pdf in office.convert(*map(to_docx, made)):
        assert len(measure(pdf)) == 2


def test_libreoffice_saves_the_words_of_a_table(office: Office) -> None:
    document: Document = parse(REGISTER + "\n|甲|<|乙|\n|丙|丁|戊|\n")
    [saved] = office.convert(to_docx(document), to="docx")
    assert docx_text(saved) == to_text(document)
