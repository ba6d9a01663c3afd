"""Papers of six random ledgers read as a strict reader would, and that reader's own rules (see ``reading.py``)."""

from datetime import date

import pytest
import reading_books
import reading_rules
from reading import read
from year_ledgers import MOODS, ledger

LEDGERS = [
    (f"{mood}-{size}", mood, size) for mood, size in zip((*MOODS, "full"), (90, 40, 60, 120, 60, 300), strict=True)
]
CLEAN = """松泉镇人民代表大会主席团
2024年工作总结

2024年，松泉镇人民代表大会主席团在镇党委领导下依法履职。现总结如下。
一、办理代表建议，督促按期答复
全年收到建议22件，其中会议期间18件、闭会期间4件。满意率78.9%，比上年低5.1个百分点。
二、存在的不足
一是3件建议没有在期限内答复。二是镇代表尚有缺额2名。

松泉镇人民代表大会主席团
2025年1月6日
"""
BOOK = """松泉镇人民来信来访记录簿
序号\t收到日期\t处理方式\t办理期限\t办结日期\t办理结果
1\t2024.3.5\t当场答复\t\t\t已答复
2\t2024.12.20\t转办\t2025.2.1\t\t在办
"""


@pytest.mark.slow
@pytest.mark.parametrize(("mood", "size"), [pytest.param(*how, id=name) for name, *how in LEDGERS])
def test_nothing_is_struck_out(mood: str, size: int) -> None:
    papers = list(read(ledger(1, size, mood)))
    assert len(papers) > 10
    struck = [f"{breach.paper} · {breach.rule} · {breach.words}" for each in papers for breach in each.breaches]
    assert not struck, "\n".join(struck)


def test_clean_texts_stand() -> None:
    assert [fault for check in reading_rules.TEXT.values() for fault in check(CLEAN)] == []
    day = date(2024, 12, 31)
    assert [*reading_books.counting(BOOK), *reading_books.later(BOOK, day), *reading_books.at_odds(BOOK)] == []


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("负数", "-1件退回后待重新交办。"),
        ("其中没有总数", "其中农业农村3件、环境卫生1件。"),
        ("没有主语", "超过了答复期限。"),
        ("没有主语", "都在会议期间提出。"),
        ("没有主语", "分别是《甲》《乙》。"),
        ("并字打头", "并征询代表对答复的意见。"),
        ("都、全部一段一次", "建议都已交办，全部按期答复。"),
        ("三句开头一样", "对部门开展甲。对部门开展乙。对部门开展丙。"),
        ("最多六项", "一是甲。二是乙。四是丙。"),
        ("最多六项", "一是甲。二是乙。三是丙。四是丁。五是戊。六是己。七是庚。"),
        ("动词叠动词", "3月开展听取汇报。"),
        ("动词叠动词", "办好组织代表述职。"),
        ("一个说法一个值", "尚待交办3件。交办尚待交办的4件建议。"),
        ("一句说两遍", "围绕集镇改造依法履职，依法履职。"),
    ],
)
def test_rule_finds_its_fault(rule: str, words: str) -> None:
    spoilt = CLEAN.replace("满意率78.9%，比上年低5.1个百分点。", words)
    assert reading_rules.TEXT[rule](spoilt)


def test_word_twice_in_a_heading() -> None:
    spoilt = CLEAN.replace("督促按期答复", "征询代表意见")
    assert reading_rules.TEXT["标题里一词两次"](spoilt)


@pytest.mark.parametrize(
    ("old", "new"), [("2\t2024.12.20", "3\t2024.12.20"), ("\t\t在办", "\t2025.1.8\t在办"), ("已答复", "在办")]
)
def test_rule_for_books_finds_its_fault(old: str, new: str) -> None:
    book = BOOK.replace(old, new)
    assert reading_books.counting(book) or reading_books.later(book, date(2024, 12, 31)) or reading_books.at_odds(book)
