"""What stands around the text: red head, number, attachments, lists, colophon; as text, Markdown and XML."""

import re

import pytest
from test_paper_docx import part

from rencli.gongwen import (
    END,
    MIDDLE,
    PROFILES,
    START,
    Document,
    GongwenError,
    Profile,
    docx_text,
    parse,
    problems,
    to_docx,
    to_markdown,
    to_text,
)

UPWARD = f"""
:红头 松泉镇人民代表大会主席团
:文号 松人发〔2025〕1号
:签发人 周文山
# 松泉镇人民代表大会主席团关于呈送《2024年工作总结》的报告
:主送 南屏县人大常委会

现呈上《松泉镇人民代表大会主席团2024年工作总结》，请审阅。

:附件 松泉镇人民代表大会主席团2024年工作总结
:附件 代表建议办理情况
:署名 松泉镇人民代表大会主席团
:日期 2025年1月6日
:附件页 1
# 松泉镇人民代表大会主席团2024年工作总结
## 开会
听取报告{START}ren:k=4{MIDDLE}4{END}项。
:附件页 2
# 代表建议办理情况
## 交办
全部交办。
:抄送 松泉镇党委
:印发 松泉镇人民代表大会主席团|2025年1月6日
"""
MINUTES = """
:红头 松泉镇人民代表大会主席团会议纪要
:文号 第十二次

会议审议了预算。

:出席 赵永福、钱桂芳
:请假 孙永福
:列席 张三
:印发 松泉镇人民代表大会主席团|2025年1月6日
"""
LETTER = """
:信函 松泉镇人民代表大会主席团
:文号 松人函〔2025〕3号
# 关于第12号建议的答复
:主送 张建国代表
收悉。
:署名 松泉镇人民代表大会主席团
:日期 2025年1月6日
:抄送 南屏县人大常委会
"""
SPEECH = """
# 松泉镇人民代表大会主席团工作报告
:副题 ——2025年1月10日在松泉镇第五届人民代表大会第五次会议上
:报告人 镇人大主席　周文山
:主送 各位代表
现在报告工作。
"""
PAPERS = {"upward": UPWARD, "minutes": MINUTES, "letter": LETTER, "speech": SPEECH}


def paragraphs(text: str) -> list[tuple[str, str, str]]:
    """(style, indent, words) of every paragraph of the file that is not empty."""
    xml = part(to_docx(parse(text)), "word/document.xml")
    found = []
    for each in re.findall("<w:p>.*?</w:p>", xml):
        style = re.search('<w:pStyle w:val="([^"]*)"', each)
        indent = re.search("<w:ind ([^/]*)/>", each)
        words = "".join(re.findall("<w:t [^>]*>([^<]*)", each))
        assert style
        if words:
            found.append((style[1], indent[1] if indent else "", words))
    return found


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES.keys())
@pytest.mark.parametrize("text", PAPERS.values(), ids=PAPERS.keys())
def test_the_file_says_what_was_put_in(text: str, profile: Profile) -> None:
    document = parse(text)
    data = to_docx(document, profile=profile)
    assert problems(data, expected=to_text(document, profile)) == []
    assert to_docx(document, profile=profile) == data


def test_an_upward_paper_as_plain_text() -> None:
    assert to_text(parse(UPWARD)).splitlines() == [
        "松泉镇人民代表大会主席团",
        "",
        "",
        "　松人发〔2025〕1号\t签发人：周文山",
        "",
        "",
        "松泉镇人民代表大会主席团",
        "关于呈送《2024年工作总结》的报告",
        "",
        "南屏县人大常委会：",
        "现呈上《松泉镇人民代表大会主席团2024年工作总结》，请审阅。",
        "",
        "附件：1.松泉镇人民代表大会主席团2024年工作总结",
        "2.代表建议办理情况",
        "",
        "松泉镇人民代表大会主席团",
        "2025年1月6日",
        "附件1",
        "",
        "松泉镇人民代表大会主席团",
        "2024年工作总结",
        "",
        "一、开会",
        "听取报告4项。",
        "附件2",
        "",
        "代表建议办理情况",
        "",
        "一、交办",
        "全部交办。",
        "抄送：松泉镇党委。",
        "松泉镇人民代表大会主席团\t2025年1月6日印发",
        "",
    ]


def test_minutes_as_markdown() -> None:
    assert to_markdown(parse(MINUTES)).rstrip().split("\n\n") == [
        "松泉镇人民代表大会主席团会议纪要",
        "第十二次",
        "会议审议了预算。",
        "出席：赵永福、钱桂芳",
        "请假：孙永福",
        "列席：张三",
        "松泉镇人民代表大会主席团　2025年1月6日印发",
    ]


def test_a_speech_names_its_reporter_below_the_title() -> None:
    assert to_text(parse(SPEECH)).splitlines()[:5] == [
        "松泉镇人民代表大会主席团工作报告",
        "——2025年1月10日在松泉镇",
        "第五届人民代表大会第五次会议上",
        "镇人大主席　周文山",
        "",
    ]


def test_the_title_of_minutes_is_their_red_head() -> None:
    assert parse(MINUTES).title == "松泉镇人民代表大会主席团会议纪要"
    assert parse(UPWARD).title == "松泉镇人民代表大会主席团关于呈送《2024年工作总结》的报告"


def test_attachments_stand_one_below_the_other() -> None:
    notes = [each for each in paragraphs(UPWARD) if each[0] == "ATTACHMENT_NOTE"]
    assert [(indent, words) for _, indent, words in notes] == [
        ('w:left="1884" w:hanging="1256"', "附件：1.松泉镇人民代表大会主席团2024年工作总结"),
        ('w:left="1884" w:hanging="314"', "2.代表建议办理情况"),
    ]


def test_a_single_attachment_has_no_number() -> None:
    text = UPWARD.replace(":附件 代表建议办理情况\n", "")
    [note] = [each for each in paragraphs(text) if each[0] == "ATTACHMENT_NOTE"]
    assert note == (
        "ATTACHMENT_NOTE",
        'w:left="1570" w:hanging="942"',
        "附件：松泉镇人民代表大会主席团2024年工作总结",
    )
    assert "附件\n\n甲" in to_text(parse(":附件页\n# 甲\n乙"))


def test_every_attachment_begins_a_page() -> None:
    xml = part(to_docx(parse(UPWARD)), "word/document.xml")
    breaks = re.findall('<w:pStyle w:val="([A-Z_]*)"/>(?:<w:keepNext/>)?<w:pageBreakBefore/>', xml)
    assert breaks == ["ATTACHMENT_MARK", "ATTACHMENT_MARK"]


def test_the_red_rule_stands_below_the_head_with_or_without_a_number() -> None:
    styles = part(to_docx(parse(MINUTES)), "word/styles.xml")
    rule = '<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="7" w:color="FF0000"/></w:pBdr>'
    number = re.search('w:styleId="DOCUMENT_NUMBER">.*?</w:style>', styles)
    assert number and rule in number[0]
    bare = parse(MINUTES.replace(":文号 第十二次\n", ""))
    assert to_text(bare).splitlines()[:5] == ["松泉镇人民代表大会主席团会议纪要", "", "", "", "会议审议了预算。"]
    assert 'w:val="DOCUMENT_NUMBER"' in part(to_docx(bare), "word/document.xml")


def test_the_colophon_floats_at_the_foot_with_three_rules() -> None:
    xml = part(to_docx(parse(UPWARD)), "word/document.xml")
    place = '<w:tblpPr w:vertAnchor="margin" w:horzAnchor="page" w:tblpX="1587" w:tblpYSpec="bottom"/>'
    assert place in xml
    rules = dict(re.findall(r'<w:(top|bottom|insideH) w:val="single" w:sz="(\d)"', xml))
    assert rules == {"top": "8", "bottom": "8", "insideH": "6"}
    assert 'w:val="single"' not in part(to_docx(parse(LETTER)), "word/document.xml")


def test_a_colophon_has_no_sheet_of_its_own() -> None:
    xml = part(to_docx(parse("# 甲\n乙\n:署名 丙\n:日期 2025年1月6日\n:印发 丙|2025年1月6日")), "word/document.xml")
    assert re.findall('<w:pStyle w:val="([A-Z_]*)"/><w:keepNext/>', xml) == ["BODY", "SIGNATURE", "DATE"]


def test_a_letter_has_no_number_on_its_first_page() -> None:
    assert "<w:titlePg/>" in part(to_docx(parse(LETTER)), "word/document.xml")
    assert "<w:titlePg/>" not in part(to_docx(parse(UPWARD)), "word/document.xml")


def test_labels_and_signer_have_fonts_of_their_own() -> None:
    toned = re.findall(
        r'<w:rStyle w:val="([A-Z]*)"/></w:rPr><w:t [^>]*>([^<]*)', part(to_docx(parse(MINUTES)), "word/document.xml")
    )
    assert toned == [("LABEL", "出席"), ("LABEL", "请假"), ("LABEL", "列席")]
    assert '"SIGNER"/></w:rPr><w:t xml:space="preserve">周文山<' in part(to_docx(parse(UPWARD)), "word/document.xml")


def test_a_long_red_head_is_set_smaller_then_broken() -> None:
    sizes = []
    for name in ("镇人大", "松泉镇人民代表大会主席团", "南屏县松泉镇人民代表大会主席团会议纪要" * 2):
        data = to_docx(parse(f":红头 {name}\n甲"))
        style = re.search('w:styleId="RED_HEAD">.*?</w:style>', part(data, "word/styles.xml"))
        assert style
        sizes.append(re.findall(r'<w:sz w:val="(\d+)"', style[0])[0])
        assert docx_text(data).split("\n\n")[0].replace("\n", "") == name
    assert sizes == ["84", "73", "44"]


def test_an_ordinary_paper_carries_none_of_these_styles() -> None:
    assert "RED_HEAD" not in part(to_docx(parse("# 甲\n乙")), "word/styles.xml")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("甲\n\n:红头 乙", "写在最前面"),
        ("# 甲\n:文号 乙", "文号写在“:红头”"),
        (":红头 甲\n:签发人 乙", "签发人写在“:文号”"),
        (":信函 甲\n:签发人 丙\n:文号 乙", "签发人写在“:文号”"),
        (":信函 甲\n:标识 乙", "标识写在最前面"),
        (":附件 甲。", "不加标点"),
        (":附件页 甲", "写附件的序号"),
        (":印发 甲", "机关|日期"),
        (":印发 甲|", "机关|日期"),
        (":印发 甲|乙\n\n丙", "写在全文最后"),
        (":印发 甲|乙\n:抄送 丙", "抄送写在印发的上一行"),
        (":抄送 甲\n:抄送 乙", "各写一行"),
        (":附件页 1\n### 甲", "跳级"),
    ],
)
def test_what_stands_in_a_wrong_place_is_named(text: str, words: str) -> None:
    with pytest.raises(GongwenError, match=words.replace("|", r"\|")):
        parse(text)


def test_a_paper_of_nothing_but_its_head_and_foot_is_a_file() -> None:
    for text in (
        ":红头 甲",
        ":红头 甲\n:文号 乙\n:签发人 丙",
        ":信函 甲",
        ":标识 A类\n:信函 甲\n:文号 乙\n:签发人 丙",
        ":抄送 甲",
        ":附件 甲",
        ":附件页",
        ":出席 甲",
    ):
        document: Document = parse(text)
        assert docx_text(to_docx(document)) == to_text(document)
        assert to_markdown(document).strip()
