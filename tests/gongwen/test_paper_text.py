import pytest

from rencli.gongwen import END, MIDDLE, START, Document, Heading, Paragraph, parse, to_markdown, to_text
from rencli.gongwen.numbering import chinese, numbers


def test_numbers_count_anew_under_every_parent() -> None:
    assert list(numbers([1, 2, 3, 4, 4, 3, 4, 2, 3, 1, 2])) == [
        "一、", "（一）", "1.", "（1）", "（2）", "2.", "（1）", "（二）", "1.", "二、", "（一）",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("count", "word"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (90, "九十"), (99, "九十九")],
)
def test_chinese_numbers(count: int, word: str) -> None:
    assert chinese(count) == word


@pytest.mark.parametrize("count", [0, 100])
def test_no_heading_is_numbered_beyond_99(count: int) -> None:
    with pytest.raises(ValueError, match=str(count)):
        chinese(count)


PAPER = f"""# 某某镇人民代表大会主席团2024年度工作总结

## 依法监督，推动落实
收到建议{START}ren:建议.总数=42{MIDDLE}42{END}件。

### 视察道路
:署名 某某镇人大主席团
:日期 2025年1月10日
"""


def test_plain_text_is_the_page_line_by_line() -> None:
    assert to_text(parse(PAPER)).splitlines() == [
        "某某镇人民代表大会主席团",
        "2024年度工作总结",
        "",
        "一、依法监督，推动落实",
        "收到建议42件。",
        "（一）视察道路",
        "",
        "某某镇人大主席团",
        "2025年1月10日",
    ]


def test_markdown_has_levels_and_numbers_and_no_page() -> None:
    assert to_markdown(parse(PAPER)).split("\n\n") == [
        "# 某某镇人民代表大会主席团2024年度工作总结",
        "## 一、依法监督，推动落实",
        "收到建议42件。",
        "### （一）视察道路",
        "某某镇人大主席团",
        "2025年1月10日\n",
    ]


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("a*b_c", r"a\*b\_c"),
        ("<b>", r"\<b\>"),
        ("#1井", r"\#1井"),
        ("12. 甲", r"12\. 甲"),
        ("- 甲", r"\- 甲"),
        ("3.5%", r"3\.5%"),
    ],
)
def test_nothing_in_a_paragraph_is_taken_for_a_mark(text: str, markdown: str) -> None:
    assert to_markdown(Document((Paragraph((text,)),))) == f"{markdown}\n"


def test_a_heading_number_is_not_escaped() -> None:
    document = Document((Heading(3, ("核对",)),))
    assert to_markdown(document) == "#### 1.核对\n"
