"""The pages as LibreOffice prints them, measured against GB/T 9704-2012."""

import re
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pytest
from rendering import MM, Line, Office, Page, measure

from rencli.gongwen import END, MIDDLE, PROFILES, STANDARD, START, Profile, docx_text, parse, to_docx, to_text

pytestmark = pytest.mark.render

HAN = "全镇各级人大代表坚持人民至上依法履行职责深入选区走访选民听取群众意见推动解决急难愁盼问题"
CHARACTER = 15.7 * MM
"""How far a character of the body carries on: 16 pt, a hair tighter."""
BODY_RIGHT = 210 - 26.0


def paragraph(length: int) -> str:
    return (HAN * (length // len(HAN) + 1))[:length]


def printed(office: Office, *texts: str, profile: Profile = STANDARD) -> list[list[Page]]:
    documents = (to_docx(parse(text), profile=profile) for text in texts)
    return [measure(pdf) for pdf in office.convert(*documents)]


@pytest.fixture(scope="module", params=PROFILES.keys())
def profile(request: pytest.FixtureRequest) -> Profile:
    return PROFILES[request.param]


@pytest.fixture(scope="module")
def full_pages(office: Office, profile: Profile) -> list[Page]:
    """A paragraph that fills two pages and goes on to a third."""
    [pages] = printed(office, paragraph(28 * 50), profile=profile)
    return pages


def test_a_page_holds_22_lines_of_28_characters(full_pages: list[Page]) -> None:
    assert [len(page.lines) for page in full_pages[:2]] == [22, 22]
    lengths = [len(line.text) for page in full_pages[:2] for line in page.lines]
    assert lengths == [26] + [28] * 43


def test_the_text_area_stands_where_the_standard_has_it(full_pages: list[Page], profile: Profile) -> None:
    for page in full_pages[:2]:
        assert min(line.left for line in page.lines) == pytest.approx(28, abs=0.2)
        assert max(line.right for line in page.lines) == pytest.approx(BODY_RIGHT, abs=0.5)
        assert page.pitches == pytest.approx([profile.pitch / 20] * 21, abs=0.15)
        half_line, half_character = profile.pitch / 40 * MM, 8 * MM
        head = page.lines[0].centre - (half_line if profile is STANDARD else half_character)
        assert head == pytest.approx(37, abs=1)
    first, second = full_pages[0].lines[:2]
    assert first.left - second.left == pytest.approx(2 * CHARACTER, abs=0.3)


def test_page_numbers_stand_on_the_outer_edge(full_pages: list[Page]) -> None:
    assert [[line.text for line in page.foot] for page in full_pages] == [["—1—"], ["—2—"], ["—3—"]]
    one_in = 14 * MM
    odd, even = full_pages[0].foot[0], full_pages[1].foot[0]
    assert odd.right == pytest.approx(BODY_RIGHT - one_in, abs=0.5)
    assert even.left == pytest.approx(28 + one_in, abs=0.5)
    for line in (odd, even):
        assert line.centre == pytest.approx(262 + 7, abs=1.5)


CLOSINGS = [  # name, date, right edge of the longer of the two
    ("隆阳区瓦窑镇人民代表大会主席团", "2025年1月10日", "name"),
    ("镇人大", "二〇二五年一月十日", "date"),
]


@pytest.fixture(scope="module")
def closings(office: Office) -> list[list[Line]]:
    texts = (f"正文。\n\n:署名 {name}\n:日期 {date}" for name, date, _ in CLOSINGS)
    return [pages[0].lines for pages in printed(office, *texts)]


def test_the_date_begins_two_characters_right_of_the_name(closings: list[list[Line]]) -> None:
    for _, name, date in closings:
        assert date.left - name.left == pytest.approx(2 * CHARACTER, abs=0.4)


def test_the_longer_of_name_and_date_ends_two_characters_in(closings: list[list[Line]]) -> None:
    for (_, name, date), (_, _, longer) in zip(closings, CLOSINGS, strict=True):
        edge = name.right if longer == "name" else date.right
        assert edge == pytest.approx(BODY_RIGHT - 2 * CHARACTER, abs=0.6)


def test_an_empty_line_parts_text_and_signature(closings: list[list[Line]]) -> None:
    for body, name, date in closings:
        pitch = STANDARD.pitch / 20 * MM
        assert [name.centre - body.centre, date.centre - name.centre] == pytest.approx([2 * pitch, pitch], abs=0.2)


def test_a_signature_never_stands_on_a_page_without_text(office: Office) -> None:
    closing = "\n\n:署名 某某镇人民代表大会主席团\n:日期 2025年1月10日"
    # Last paragraphs that end on lines 18 to 22, and a long one. (One as long as the page defeats LibreOffice.)
    lines_above = [*range(16, 21), 14]
    last = [*[30] * 5, 28 * 8]
    texts = (
        paragraph(26 + 28 * (n - 1)) + "\n\n" + paragraph(m) + closing for n, m in zip(lines_above, last, strict=True)
    )
    for pages in printed(office, *texts):
        *text, name, date = pages[-1].lines
        assert text, "此页无正文"
        assert (name.text[:4], date.text[:5]) == ("某某镇人", "2025年")


def test_a_heading_is_not_the_last_line_of_a_page(office: Office) -> None:
    [pages] = printed(office, paragraph(26 + 28 * 20) + "\n## 依法监督\n" + paragraph(80))
    assert pages[0].lines[-1].text != "一、依法监督"
    assert pages[1].lines[0].text == "一、依法监督"


PAPER = f"""# 隆阳区瓦窑镇人民代表大会主席团关于2024年代表建议、批评和意见办理情况的报告
:副题 ——2025年1月10日在瓦窑镇第五届人民代表大会第五次会议上
:主送 各位代表
收到建议{START}ren:建议.总数=42{MIDDLE}42{END}件，其中“交通”{START}ren:建议.交通=18{MIDDLE}18{END}件——占{START}ren:建议.占比=42.9%{MIDDLE}42.9%{END}。
## 健全机制，压实责任
### 规范程序
#### 建立台账
##### 逐件登记
登记𬭚 & <表>。
:署名 隆阳区瓦窑镇人民代表大会主席团
:日期 2025年1月10日
"""


def test_every_line_of_a_paper_is_printed_in_its_place(office: Office) -> None:
    [[page]] = printed(office, PAPER)
    text = "".join(line.text for line in page.lines)
    assert text == re.sub(r"\s", "", to_text(parse(PAPER)))
    by_text = {line.text: line for line in page.lines}
    for centred in ("隆阳区瓦窑镇人民代表大会主席团", "关于2024年代表建议、批评", "和意见办理情况的报告"):
        line = next(line for line in page.lines if line.text == centred)
        assert (line.left + line.right) / 2 == pytest.approx((28 + BODY_RIGHT) / 2, abs=3)
    assert by_text["各位代表："].left == pytest.approx(28, abs=0.3)
    for heading in ("一、健全机制，压实责任", "（一）规范程序", "1.建立台账", "（1）逐件登记"):
        assert by_text[heading].left == pytest.approx(28 + 2 * CHARACTER, abs=2.5)  # a bracket keeps left of its glyph
    centres = [line.centre for line in page.lines]
    assert all(above < below for above, below in pairwise(centres))


def test_figures_stand_alike_in_controls_and_in_plain_text(office: Office) -> None:
    pdfplumber = pytest.importorskip("pdfplumber")
    live = f"{START}ren:a=12{MIDDLE}12{END}"
    [pdf] = office.convert(to_docx(parse(f"共收到建议{live}件，办结建议12件，其中建议{live}件")))
    with pdfplumber.open(BytesIO(pdf)) as document:
        chars = [char for char in document.pages[0].chars if char["text"].strip()]
    text = "".join(char["text"] for char in chars)
    gaps = [
        (chars[at]["x0"] - chars[at - 1]["x1"], chars[at + 2]["x0"] - chars[at + 1]["x1"])
        for at in (found.start() for found in re.finditer("12", text))
    ]
    assert len(gaps) == 3
    for before, after in gaps:
        assert before == pytest.approx(gaps[0][0], abs=0.8)
        assert after == pytest.approx(gaps[0][1], abs=0.8)


def test_libreoffice_saves_the_aliases_and_the_words(office: Office) -> None:
    [saved] = office.convert(to_docx(parse(PAPER)), to="docx")
    with ZipFile(BytesIO(saved)) as archive:
        document = archive.read("word/document.xml").decode()
    aliases = re.findall(r'<w:alias w:val="([^"]*)"', document)
    assert aliases == ["ren:建议.总数=42", "ren:建议.交通=18", "ren:建议.占比=42.9%"]
    assert docx_text(saved) == to_text(parse(PAPER))
