"""Any text whatever: nothing breaks, the same text says the same, and time grows with length alone."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from proofread_tables import KNOWN

from rencli.proofread import RULES, Text, of_lines, of_markdown, problems

_SAID = """
全年 召开 收到 代表 建议 其中 其余 共 比上年 少 由 到 办结率 占 第 届 次 会议 件 条
人次 户 个 年 月 日 星期 一 二 三 十 〇 0 1 12 2024 01 95 % 《 》 （ ）
( ) “ ” ， , 。 . 、 ； : × XX ** ____ - 民 主 镇人大 常委会 提案
任命 松人发 〔 〕 号 www.a.cn 李永福 周文山
"""
PIECES = (*_SAID.split(), "\u3000", "\t")
WORDS = st.lists(st.sampled_from([*PIECES, " ", "\n"]), max_size=80).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.one_of(WORDS, st.text(max_size=300)))
def test_no_text_breaks_it(text: str) -> None:
    for paragraphs in (list(of_lines(text.splitlines())), list(of_markdown(text.splitlines()))):
        found = problems(Text(paragraphs, KNOWN))
        assert found == problems(Text(paragraphs, KNOWN))
        for each in found:
            said = paragraphs[each.fault.at].text
            assert 0 <= each.fault.start <= each.fault.end <= len(said)


def test_an_empty_text_has_no_fault() -> None:
    assert problems(Text([], KNOWN)) == []


@pytest.mark.parametrize(
    "piece", ["1", "一", "（", "其中", "，1件", " ", "代表、", "-民", "a", "0月", "《", "年", "x", ".", "共1件、"]
)
def test_no_rule_takes_long_over_a_monotonous_line(piece: str) -> None:
    text = Text(list(of_lines([piece * (20_000 // len(piece))])), KNOWN)
    for rule in RULES:
        began = process_time()
        list(rule.find(text))
        assert process_time() - began < 2, rule.name
