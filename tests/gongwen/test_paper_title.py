import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencli.gongwen.characters import width
from rencli.gongwen.model import Content, Control, plain
from rencli.gongwen.title import break_title

LIMIT = 18


def broken(*content: str | Control) -> list[str]:
    return [plain(line) for line in break_title(content, LIMIT)]


@pytest.mark.parametrize(
    "lines",
    [
        "瓦窑镇人大2024年工作总结",
        "瓦窑镇人民代表大会主席团／2024年度工作总结",
        "瓦窑镇人民代表大会主席团／2024年上半年工作总结",
        "瓦窑镇第五届人民代表大会主席团／工作报告",
        "瓦窑镇第四届人民代表大会主席团／2017年至2021年工作总结",
        "隆阳区瓦窑镇人民代表大会主席团／关于2024年代表建议、批评／和意见办理情况的报告",
        "关于呈送《瓦窑镇人民代表大会主席团／2024年度工作总结》的报告",
        "瓦窑镇人民代表大会主席团／关于呈送《瓦窑镇人民代表大会主席团／2024年度工作总结》的报告",
        "关于召开瓦窑镇第五届人民代表大会／第六次会议的通知",
        "关于印发《回龙湾镇人民代表大会主席团／代表联系人民群众工作制度》的通知",
        "瓦窑镇第五届人民代表大会第五次会议／关于瓦窑镇人民代表大会主席团／工作报告的决议",
    ],
)
def test_titles_are_broken_by_meaning(lines: str) -> None:
    assert broken(lines.replace("／", "")) == lines.split("／")


def test_a_live_value_is_never_parted() -> None:
    value = Control("key", "2024年度工作总结工作报告工作安排")
    content: Content = ("关于瓦窑镇", value, "有关情况的说明")
    lines = break_title(content, LIMIT)
    assert [run for line in lines for run in line if isinstance(run, Control)] == [value]
    assert "".join(map(plain, lines)) == plain(content)


@given(st.text(alphabet="镇人大主席团工作报告关于的和、《》（）2024年a", max_size=60))
def test_no_word_is_lost_and_no_line_is_a_remnant(text: str) -> None:
    lines = broken(text)
    assert "".join(lines) == text
    if len(lines) > 1:
        assert all(3 <= width(line) <= LIMIT for line in lines)
        assert not any(line[0] in "、》）" for line in lines[1:])
        assert not any(line[-1] in "《（" for line in lines[:-1])


def test_a_title_that_cannot_be_broken_stays_whole() -> None:
    assert broken("a" * 80) == ["a" * 80]
