import pytest

from rencli.gongwen import (
    END,
    MIDDLE,
    START,
    Addressee,
    Control,
    Date,
    Document,
    GongwenError,
    Heading,
    Paragraph,
    Signature,
    Subtitle,
    Title,
    parse,
)


def live(tag: str, text: str) -> str:
    return f"{START}{tag}{MIDDLE}{text}{END}"


def test_every_part_of_a_paper() -> None:
    text = """
# 某某镇人大主席团工作报告
:副题 ——2025年1月10日在某某镇第五届人民代表大会第五次会议上
:主送 各位代表

受主席团委托，
我向大会报告工作。
## 依法监督，推动落实
### 听取报告，开展视察
#### 视察道路
##### 查看老营村
查看了路面。

:署名 某某镇人大主席团
:日期 2025年1月10日
"""
    assert parse(text) == Document(
        (
            Title((("某某镇人大主席团工作报告",),)),
            Subtitle(("——2025年1月10日在某某镇第五届人民代表大会第五次会议上",)),
            Addressee(("各位代表：",)),
            Paragraph(("受主席团委托，我向大会报告工作。",)),
            Heading(1, ("依法监督，推动落实",)),
            Heading(2, ("听取报告，开展视察",)),
            Heading(3, ("视察道路",)),
            Heading(4, ("查看老营村",)),
            Paragraph(("查看了路面。",)),
            Signature(("某某镇人大主席团",)),
            Date(("2025年1月10日",)),
        )
    )


def test_a_backslash_breaks_the_title_where_the_author_wants() -> None:
    assert parse("# 某某镇\\ 工作总结") == Document((Title((("某某镇",), ("工作总结",))),))


def test_a_backslash_at_the_beginning_makes_a_line_plain() -> None:
    assert parse("\\#1井\n\\:说明\n\\\\n") == Document((Paragraph(("#1井:说明\\n",)),))


@pytest.mark.parametrize("text", ["\ufeff甲\r\n乙", "　　甲\n\t乙 "])
def test_what_editors_add_is_dropped(text: str) -> None:
    assert parse(text) == Document((Paragraph(("甲乙",)),))


@pytest.mark.parametrize("written", ["县人大常委会", "县人大常委会：", "县人大常委会:"])
def test_the_addressee_ends_in_one_full_width_colon(written: str) -> None:
    assert parse(f"：主送 {written}") == Document((Addressee(("县人大常委会：",)),))


def test_live_values_stay_apart_from_the_text() -> None:
    text = f"## 办理{live('a=42', '42')}件\n收到{live('b', '7')}{live('c', '8件')}"
    assert parse(text) == Document(
        (
            Heading(1, ("办理", Control("a=42", "42"), "件")),
            Paragraph(("收到", Control("b", "7"), Control("c", "8件"))),
        )
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("## 一、开展监督", "序号由程序编排"),
        ("## 十二、开展监督", "序号由程序编排"),
        ("## （一）开展监督", "序号由程序编排"),
        ("## 1.开展监督", "序号由程序编排"),
        ("## 3、开展监督", "序号由程序编排"),
        ("## (1)开展监督", "序号由程序编排"),
        ("## ①开展监督", "序号由程序编排"),
        ("## 第一章 总则", "序号由程序编排"),
        ("## 开展监督。", "不用句号"),
        ("##", "标题是空的"),
        ("#", "标题是空的"),
        ("# 甲\\", "断行处缺字"),
        ("###### 甲", "只有四级"),
        ("### 甲", "跳级"),
        ("甲\n\n# 乙", "只能有一个"),
        ("# 甲\n# 乙", "只能有一个"),
        (":转发 县委", "没有“:转发”这种写法"),
        (":署名", "后面缺字"),
        ("收到{{ 总数 }}件", "模板标记"),
        ("收到{% if %}", "模板标记"),
        (f"收到{{{live('a', '{')}", "模板标记"),
        ("收到\ue123件", "私用区字符 U+E123"),
        ("收到\U000f0001件", "私用区字符 U+F0001"),
        (f"收到{START}a{MIDDLE}件", "私用区字符"),
        (f"收到{live('a', '')}件", "私用区字符"),
        (f"收到{live('{{a', '1')}件", "模板标记"),
        ("收到\x07件", "控制字符 U+0007"),
        ("收到\t件", "控制字符 U+0009"),
        ("收到\ud800件", "控制字符 U+D800"),
    ],
)
def test_a_fault_is_named(text: str, words: str) -> None:
    with pytest.raises(GongwenError) as caught:
        parse(text)
    assert words in str(caught.value)
    assert str(caught.value).encode()


def test_a_fault_names_its_line() -> None:
    with pytest.raises(GongwenError) as caught:
        parse("# 甲\n\n乙\n丙{{ x }}\n")
    assert caught.value.line_number == 3
    assert str(caught.value).startswith("第3行“乙丙{{ x }}”：")


@pytest.mark.parametrize("heading", ["2024年工作", "1.5万亩农田管护", "三项制度，一抓到底", "十件实事"])
def test_figures_at_the_head_of_a_heading_are_no_numbers(heading: str) -> None:
    assert parse(f"## {heading}") == Document((Heading(1, (heading,)),))


def test_an_empty_text_is_an_empty_paper() -> None:
    assert parse(" \n\n") == Document(())
