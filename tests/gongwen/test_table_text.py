"""Tables as they are written and read: the grammar, plain text, Markdown."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencli.gongwen import (
    BAR,
    BREAK,
    END,
    MIDDLE,
    START,
    Caption,
    Cell,
    Column,
    Control,
    Document,
    GongwenError,
    Heading,
    Table,
    Title,
    cell,
    docx_text,
    parse,
    to_docx,
    to_markdown,
    to_text,
)

REGISTER = f"""# 某某镇代表小组活动记录簿
:表题 单位：某某镇人大主席团|2024年
## 第一代表小组
|序号|日期|主题|参加代表|
|:--:|:----:|------------|--------|
|1|2024.3.5|视察村道{BAR}桥涵{BREAK}听取汇报|张三、李四|
|2|2024.4.9|合计{START}ren:a|b=3{MIDDLE}3{END}次|<|
## 第二代表小组
|序号|日期|主题|参加代表|
|:--:|:----:|------------|--------|
|本期无记录|
"""


def words(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell(((text,),)) for text in texts)


def test_a_register() -> None:
    columns = (Column(2, "centre"), Column(4, "centre"), Column(12), Column(8))
    head = words("序号", "日期", "主题", "参加代表")
    assert parse(REGISTER) == Document(
        (
            Title((("某某镇代表小组活动记录簿",),)),
            Caption(("单位：某某镇人大主席团",), ("2024年",)),
            Heading(1, ("第一代表小组",)),
            Table(
                columns,
                (head,),
                (
                    (*words("1", "2024.3.5"), Cell((("视察村道|桥涵",), ("听取汇报",))), *words("张三、李四")),
                    (*words("2", "2024.4.9"), Cell((("合计", Control("ren:a|b=3", "3"), "次"),), span=2)),
                ),
            ),
            Heading(1, ("第二代表小组",)),
            Table(columns, (head,), ((Cell((("本期无记录",),), 4, "centre"),),)),
        )
    )


def test_plain_text_has_a_line_for_a_row_and_a_tab_for_a_column() -> None:
    text = to_text(parse(REGISTER))
    assert text.splitlines() == [
        "某某镇代表小组活动记录簿",
        "单位：某某镇人大主席团\t2024年",
        "一、第一代表小组",
        "序号\t日期\t主题\t参加代表",
        "1\t2024.3.5\t视察村道|桥涵 听取汇报\t张三、李四",
        "2\t2024.4.9\t合计3次",
        "二、第二代表小组",
        "序号\t日期\t主题\t参加代表",
        "本期无记录",
        "",
    ]
    assert docx_text(to_docx(parse(REGISTER))) == text


def test_markdown_has_pipe_tables() -> None:
    assert to_markdown(parse(REGISTER)).split("\n\n")[1:4] == [
        "单位：某某镇人大主席团　2024年",
        "## 一、第一代表小组",
        "|序号|日期|主题|参加代表|\n"
        "|:---:|:---:|---|---|\n"
        r"|1|2024.3.5|视察村道\|桥涵<br>听取汇报|张三、李四|"
        "\n|2|2024.4.9|合计3次||",
    ]


def test_a_form_has_no_header() -> None:
    form = parse("|---|------:|\n|姓名|张三|\n|说明| |")
    assert form == Document(
        (Table((Column(3), Column(6, "right")), (), (words("姓名", "张三"), (*words("说明"), Cell(((),))))),)
    )
    assert to_text(form) == "姓名\t张三\n说明\t\n\n"
    assert to_markdown(form) == "|||\n|---|---:|\n|姓名|张三|\n|说明||\n"


def test_without_a_rule_columns_are_equal() -> None:
    assert parse("|姓名|张三|\n|说明|<|") == Document(
        (Table((Column(1), Column(1)), (), (words("姓名", "张三"), (Cell((("说明",),), span=2),))),)
    )


def test_a_span_keeps_its_columns_in_text() -> None:
    assert to_text(parse("|甲|<|乙|\n|丙|丁|戊|")) == "甲\t\t乙\n丙\t丁\t戊\n\n"


def test_cards_have_pages_titles_and_numbers_of_their_own() -> None:
    text = to_text(parse(":换页\n# 甲卡\n## 一事\n:换页\n:换页\n# 乙卡\n## 又一事\n文。\n:换页\n"))
    assert text == "甲卡\n\n一、一事\n乙卡\n\n一、又一事\n文。\n"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("|甲|乙|\n|--|--|\n|1|2|3|", 3, "这一行有3格，应是2格"),
        ("|甲|乙|丙|\n|1|2|", 2, "这一行有2格，应是3格"),
        ("|甲|乙|\n|--|--|", 2, "本期无记录"),
        ("|--|--|", 1, "本期无记录"),
        ("|甲|乙|\n|--|--|\n|<|乙|", 3, "第一格左边没有格"),
        ("|甲|\n|--|\n|--|\n|乙|", 3, "只能有一行"),
        ("|甲|乙\n|--|--|\n|1|2|", 1, "以“|”结尾"),
        ("文。\n\n|", 3, "以“|”结尾"),
        ("|甲|{{ x }}|", 1, "模板标记"),
        (f"|甲|{START}a{MIDDLE}|", 1, "私用区字符"),
        (f"甲{BAR}", 1, "私用区字符 U+E003"),
        (f"甲{BREAK}", 1, "私用区字符 U+E004"),
        (":换页 甲", 1, "单独成一行"),
        (":表题", 1, "后面缺字"),
        ("# 甲\n文。\n# 乙", 3, ":换页"),
    ],
)
def test_a_fault_names_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(GongwenError) as caught:
        parse(text)
    assert message in str(caught.value)
    assert caught.value.line_number == line


data = st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Zl", "Zp")) | st.sampled_from("|<\\\n:-")).filter(
    lambda text: not any(mark in text for mark in ("{{", "{%", "\ufffe", "\uffff"))
)


@given(st.lists(st.lists(data, min_size=3, max_size=3), min_size=1, max_size=4))
def test_whatever_stands_in_a_cell_comes_out_of_it(rows: list[list[str]]) -> None:
    text = "|a|b|c|\n|---|---|---|\n" + "\n".join(f"|{'|'.join(map(cell, row))}|" for row in rows)
    [table] = parse(text).blocks
    assert isinstance(table, Table)
    got = [[[part for part in each.texts if part] for each in row] for row in table.rows]
    assert got == [[[part.strip() for part in text.split("\n") if part.strip()] for text in row] for row in rows]
    assert docx_text(to_docx(parse(text))) == to_text(parse(text))


def test_a_turned_page_holds_longer_titles() -> None:
    long = Document((Title((("隆阳区瓦窑镇人民代表大会代表小组活动情况记录簿",),)),))
    assert to_text(long).count("\n") == 2
    assert to_text(replace(long, landscape=True)).count("\n") == 1
