"""The properties themselves: each finds the fault that it is there for, and nothing in a clean text."""

from datetime import date

import properties
import pytest

CLEAN = """松泉镇人民代表大会主席团
2024年工作总结

2024年，松泉镇人民代表大会主席团在镇党委领导下依法履职。现总结如下。
一、办理代表建议，督促按期答复
全年收到代表建议22件，其中会议期间18件、闭会期间4件。到年底办结18件，办结率81.8%。
二、存在的不足
镇代表尚有缺额2名。

松泉镇人民代表大会主席团
2025年1月6日
"""
OFFICE = "松泉镇人民代表大会主席团"
SHARES = {"81.8%": [(18, 22)]}


def spoilt(old: str, new: str) -> str:
    assert old in CLEAN
    return CLEAN.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("22件，", "22件，，"),
        ("18件。", "18件、。"),
        ("4件。", "《》4件。"),
        ("其中会议", "其中，会议"),
        ("如下。", "如下：。"),
    ],
)
def test_punctuation(old: str, new: str) -> None:
    old = old if old in CLEAN else "4件。"
    assert properties.punctuation(CLEAN) == []
    assert properties.punctuation(spoilt(old, new))


@pytest.mark.parametrize("new", ["0件", "None件", "{{ 建议 }}件", "\ue000件"])
def test_emptiness(new: str) -> None:
    assert properties.emptiness(CLEAN) == []
    assert properties.emptiness(spoilt("22件", new))
    assert properties.emptiness(spoilt("收到代表建议22件", "收到件"))


def test_numbers() -> None:
    text = "比上年少4件，超期36天，2024年1月6日。"
    assert properties.numbers(text, {"4", "36"}) == []
    assert properties.numbers(text, {"36"}) == ["不知来处的数：4"]


@pytest.mark.parametrize("new", ["会议期间19件、闭会期间4件", "会议期间30件"])
def test_parts(new: str) -> None:
    assert properties.parts(CLEAN) == []
    assert properties.parts(spoilt("会议期间18件、闭会期间4件", new))
    assert properties.parts(spoilt("其中会议期间18件", "包括会议期间17件"))
    assert properties.parts(spoilt("到年底办结18件", "1件全部办结"))


def test_rates() -> None:
    assert properties.rates(CLEAN, SHARES) == []
    assert properties.rates(CLEAN, {}) == ["台账里没有这个率：81.8%"]
    assert properties.rates(CLEAN.replace("81.8%", "75.0%"), {"75.0%": [(3, 4)]})
    assert properties.rates(CLEAN.replace("81.8%", "104.0%"), {"104.0%": [(26, 25)]})
    assert properties.rates(CLEAN.replace("81.8%", "84.0%"), {"84.0%": [(21, 25)]})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("二、存在", "三、存在"),
        ("督促按期答复", "督促按期答复。"),
        ("镇代表尚有缺额2名。\n", ""),
        ("督促按期答复", "督促各承办单位按期答复代表"),
    ],
)
def test_headings(old: str, new: str) -> None:
    assert properties.headings(CLEAN) == []
    assert properties.headings(spoilt(old, new))


@pytest.mark.parametrize(
    "new",
    [
        "全年收到代表建议22件。全年收到代表建议22件。",
        f"全年收到{'很' * 80}多建议。",
        "代表1人次，2人次，3人次，4人次，5人次，6人次。",
        "全年收到甲。全年收到乙。全年收到丙。",
        "共收到甲。又共收到乙。",
    ],
)
def test_rhythm(new: str) -> None:
    assert properties.rhythm(CLEAN) == []
    assert properties.rhythm(spoilt("到年底办结18件，办结率81.8%。", new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2024年工作总结", "2023年工作总结"),
        ("2025年1月6日", "2025年1月7日"),
        ("办结率81.8%", "办结率81.8%，办结率80.0%"),
        ("\n松泉镇人民代表大会主席团\n2025", "\n柳坝镇人民代表大会主席团\n2025"),
        ("全年收到", "2019年收到"),
    ],
)
def test_agreement(old: str, new: str) -> None:
    assert properties.agreement(CLEAN, OFFICE, 2024, date(2025, 1, 6)) == []
    assert properties.agreement(spoilt(old, new), OFFICE, 2024, date(2025, 1, 6))


def test_notes() -> None:
    assert properties.notes(CLEAN, {}) == []
    assert properties.notes(spoilt("依法履职", "依法履职，取得显著成效"), {})
    assert properties.notes(CLEAN, {"不足": ["镇代表尚有缺额2名"]}) == []
    assert properties.notes(CLEAN, {"不足": ["跟踪不够紧"]})
    assert properties.notes(CLEAN, {"开头": ["镇代表尚有缺额2名"]})


def test_shortcomings() -> None:
    assert properties.shortcomings(CLEAN, {"缺额": True, "逾期": False}, own=False) == []
    assert properties.shortcomings(CLEAN, {"缺额": True, "逾期": True}, own=False) == ["没有写：逾期"]
    assert properties.shortcomings(CLEAN, {"缺额": False}, own=False)


def test_absence() -> None:
    assert properties.absence(CLEAN, "述职") == []
    assert properties.absence(CLEAN, "建议")
    assert properties.absence("全年没有代表述职的记录。", "述职") == []


def test_formulas() -> None:
    assert properties.formulas(CLEAN, "") == []
    assert properties.formulas(spoilt("依法履职", "贯彻三中全会精神"), "") == ["有时效的套话：三中全会"]
    assert properties.formulas(spoilt("依法履职", "贯彻三中全会精神"), "学习三中全会精神") == []


def test_figures_of_a_sentence() -> None:
    assert properties.figures("全年组织活动18次，包括培训6次、视察4次、调研2次。") == 2
    assert properties.figures("9月6日，代表10人次参加，发现问题7个。") == 2
