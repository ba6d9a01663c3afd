"""Red head, rule, attachments, colophon and letter as LibreOffice prints them (GB/T 9704-2012, 7.2, 7.4, 10)."""

from io import BytesIO
from typing import Any

import pytest
from rendering import MM, Office, measure
from test_furniture import LETTER, MINUTES, UPWARD

from rencli.gongwen import parse, to_docx

pytestmark = pytest.mark.render

HAN = "全镇各级人大代表坚持人民至上依法履行职责深入选区走访选民听取群众意见推动解决急难愁盼问题"
CHARACTER = 15.7 * MM
COLOPHON = ":署名 甲镇人民代表大会主席团\n:日期 2025年1月6日\n:抄送 甲镇党委\n:印发 甲镇人民代表大会主席团|2025年1月6日"


def pages(pdf: bytes) -> list[Any]:
    pdfplumber = pytest.importorskip("pdfplumber")
    return list(pdfplumber.open(BytesIO(pdf)).pages)


def rules(page: Any) -> list[tuple[float, float, float, float]]:
    """(height on the sheet, left, right, thickness) of the lines across a page in millimetres, from above."""
    found = {tuple(round(line[name] * MM, 2) for name in ("top", "x0", "x1", "linewidth")) for line in page.lines}
    return sorted(found)  # type: ignore[arg-type]


def box(page: Any, words: str) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of the first place where these words are printed."""
    chars = sorted(
        (char for char in page.chars if char["text"].strip()), key=lambda char: (round(char["top"]), char["x0"])
    )
    text = "".join(char["text"] for char in chars)
    found = chars[text.index(words) : text.index(words) + len(words)]
    return (
        min(char["x0"] for char in found) * MM,
        min(char["top"] for char in found) * MM,
        max(char["x1"] for char in found) * MM,
        max(char["bottom"] for char in found) * MM,
    )


@pytest.fixture(scope="module")
def printed(office: Office) -> dict[str, bytes]:
    texts = {"upward": UPWARD, "minutes": MINUTES, "letter": LETTER}
    return dict(zip(texts, office.convert(*(to_docx(parse(text)) for text in texts.values())), strict=True))


@pytest.mark.parametrize("name", ["upward", "minutes"])
def test_head_and_rule_stand_where_the_standard_has_them(printed: dict[str, bytes], name: str) -> None:
    page = pages(printed[name])[0]
    left, top, right, _ = box(page, "松泉镇人民代表大会主席团")
    assert top == pytest.approx(37 + 35, abs=2.5)  # the box of the stand-in font is higher than its characters
    if name == "upward":
        assert (left + right) / 2 == pytest.approx(106, abs=1)
    [(height, start, end, _)] = [rule for rule in rules(page) if rule[0] < 150]
    assert (start, end) == (pytest.approx(28, abs=0.3), pytest.approx(184, abs=0.3))
    number = box(page, "松人发〔2025〕1号" if name == "upward" else "第十二次")
    assert height - number[3] == pytest.approx(4, abs=1)
    assert page.chars[0]["non_stroking_color"] == (1, 0, 0)


def test_an_upward_number_stands_left_and_its_signer_right(printed: dict[str, bytes]) -> None:
    page = pages(printed["upward"])[0]
    number, signer = box(page, "松人发〔2025〕1号"), box(page, "签发人：周文山")
    assert number[0] == pytest.approx(28 + CHARACTER, abs=0.5)
    assert signer[2] == pytest.approx(184 - CHARACTER, abs=0.5)
    assert number[1] == pytest.approx(signer[1], abs=0.3)


def test_the_title_stands_two_lines_below_the_rule(printed: dict[str, bytes]) -> None:
    page = pages(printed["upward"])[0]
    [(height, *_)] = rules(page)
    title = box(page, "关于呈送")
    first = box(page, "号签发人：周文山松泉镇")[3]
    assert title[1] > first > height
    assert first - height == pytest.approx(2 * 28.95 * MM + 33 * MM, abs=5)


def test_the_names_of_attachments_begin_one_below_the_other(office: Office) -> None:
    [pdf] = office.convert(to_docx(parse(f"甲\n\n:附件 {HAN[:40]}\n:附件 {HAN[5:20]}\n")))
    first, further, second = (line for line in measure(pdf)[0].lines[1:])
    assert first.text.startswith("附件：1.") and second.text.startswith("2.")
    assert first.left == pytest.approx(28 + 2 * CHARACTER, abs=0.5)
    assert second.left == pytest.approx(28 + 5 * CHARACTER, abs=0.5)
    assert further.left == pytest.approx(28 + 6 * CHARACTER, abs=0.7)


def test_an_attachment_begins_a_page_and_is_marked_at_its_corner(printed: dict[str, bytes]) -> None:
    first, *_, second, third = measure(printed["upward"])
    assert [page.lines[0].text for page in (second, third)] == ["附件1", "附件2"]
    assert second.lines[0].left == pytest.approx(28, abs=0.3)
    assert "附件1" not in "".join(line.text for line in first.lines)


def test_the_colophon_ends_the_text_area_of_the_last_page(printed: dict[str, bytes]) -> None:
    *others, last = pages(printed["upward"])
    top, middle, bottom = rules(last)
    assert bottom[0] == pytest.approx(262, abs=0.4)
    assert [rule[1:3] for rule in (top, middle, bottom)] == [
        (pytest.approx(28, abs=0.3), pytest.approx(184, abs=0.3))
    ] * 3
    assert [rule[3] for rule in (top, middle, bottom)] == [
        pytest.approx(0.35, abs=0.02),
        pytest.approx(0.25, abs=0.02),
        pytest.approx(0.35, abs=0.02),
    ]
    one_in = 14 * MM
    assert box(last, "抄送：")[0] == pytest.approx(28 + one_in, abs=0.5)
    assert box(last, "日印发")[2] == pytest.approx(184 - one_in, abs=0.5)
    assert all(rule[0] < 150 for page in others for rule in rules(page))


def test_the_colophon_covers_no_text(office: Office) -> None:
    texts = [f"{HAN * 4}\n\n{(HAN * 20)[: 26 + 28 * lines]}\n\n{COLOPHON}" for lines in range(6, 14)]
    for pdf in office.convert(*(to_docx(parse(text)) for text in texts)):
        last = pages(pdf)[-1]
        top = rules(last)[0][0]
        lines = [line for page in measure(pdf)[-1:] for line in page.lines]
        assert [line.text[:2] for line in lines if line.centre > top] == ["抄送", "甲镇"]
        assert rules(last)[-1][0] == pytest.approx(262, abs=0.4)


def test_a_letter_has_its_double_rules_and_no_number_on_the_first_page(printed: dict[str, bytes]) -> None:
    page = pages(printed["letter"])[0]
    assert box(page, "松泉镇人民代表大会主席团")[1] == pytest.approx(30, abs=2.5)
    found = rules(page)
    assert [rule[1:3] for rule in found] == [(pytest.approx(20, abs=0.1), pytest.approx(190, abs=0.1))] * 4
    above, below = found[:2], found[2:]
    assert [rule[3] > 0.5 for rule in (*above, *below)] == [True, False, False, True]
    head, number = box(page, "松泉镇人民代表大会主席团"), box(page, "松人函〔2025〕3号")
    assert above[0][0] - head[3] == pytest.approx(4, abs=1.5)
    assert number[1] - above[1][0] == pytest.approx(14 * MM, abs=1)
    assert number[2] == pytest.approx(184, abs=0.3)
    assert 297 - below[1][0] == pytest.approx(20, abs=1)
    [only] = measure(printed["letter"])
    assert not [line for line in only.foot if "—" in line.text]
