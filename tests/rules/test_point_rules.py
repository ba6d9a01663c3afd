"""The table of points: the shipped one reads, a user's own shadows it, its faults are told with file and key."""

from decimal import Decimal
from pathlib import Path

import pytest

from rencli.errors import InvalidInputError
from rencli.figures.duties import events
from rencli.rules import points
from rencli.rules.points import Rule


def own(folder: Path, text: str) -> tuple[Rule, ...]:
    (folder / "points.toml").write_text(text, encoding="utf-8")
    return points.load(events(), [folder])


def faults(folder: Path, text: str) -> list[str]:
    with pytest.raises(InvalidInputError) as refused:
        own(folder, text)
    head, _, told = str(refused.value).partition(" 有误。")
    assert head == f"积分规则文件 {folder / 'points.toml'}"
    return told.split("；")


def test_the_shipped_table_knows_every_declared_word() -> None:
    """Nothing that the books declare is forgotten, but visits of deputies to deputies and absences of no congress."""
    known = events()
    named = {event for rule in points.load(known) for event in rule.events}
    declared = {f"{root}.{word}" for root, found in known.items() for word in found.words or ()}
    declared |= {root for root, found in known.items() if found.words is None}
    assert declared - named == {"走访.走访代表"}
    assert named <= declared


def test_the_first_rule_that_fits_counts(tmp_path: Path) -> None:
    rules = own(
        tmp_path,
        '[[rules]]\ngroup = "一"\nevent = "述职"\nrole = "书面"\npoints = 0.25\ncap = 1\n'
        '[[rules]]\ngroup = "二"\nevent = ["述职", "活动.赶集说法"]\npoints = -3\nonce = true\n',
    )
    assert rules == (
        Rule("一", ("述职",), ("书面",), Decimal("0.25"), Decimal(1), False),
        Rule("二", ("述职", "活动.赶集说法"), (), Decimal(-3), None, True),
    )
    assert [rule.fits("述职", "书面") for rule in rules] == [True, True]
    assert [rule.fits("述职", "") for rule in rules] == [False, True]


def test_all_faults_are_told_with_their_keys(tmp_path: Path) -> None:
    text = """
title = "积分"
[[rules]]
group = ""
event = "会议.党委会"
points = "两分"
cap = -1
each = 2
[[rules]]
event = "视察"
points = 1.234
once = "是"
[[rules]]
group = "述职"
event = ["述职.口头", "会议"]
role = ["微信"]
points = 1
[[rules]]
group = "会议"
event = []
points = nan
[[rules]]
group = "会议"
event = 3
points = true
"""
    assert faults(tmp_path, text) == [
        "不认识title，只写 [[rules]]",
        "第1条规则的 each：不认识，可写group、event、role、points、cap、once",
        "第1条规则的 group：应是加英文引号的文字，且不能为空",
        "第1条规则的 points：应是 -1000 到 1000 的数，至多两位小数",
        "第1条规则的 cap：应是 0 到 1000 的数，至多两位小数",
        "扣分的上限也写正数",
        "第1条规则的 event：会议没有“党委会”这一类，有人代会、主席团会议、联络小组会议、座谈会、其他",
        "第2条规则的 group：没有写",
        "第2条规则的 points：应是 -1000 到 1000 的数，至多两位小数",
        "第2条规则的 once：只能写 true 或 false",
        "第2条规则的 event：没有“视察”这种事项，先写会议、活动、走访、建议、述职、先进事迹之一，"
        "后面用“.”接类型，如 会议.人代会",
        "第3条规则的 event：述职后面不写类型，请把“述职.口头”改为“述职”",
        "第3条规则的 role：述职没有“微信”这种情形，有口头、书面、集体",
        "第3条规则的 event：“会议”后面要用“.”接类型，如 会议.人代会",
        "第3条规则的 role：会议没有“微信”这种情形，有出席、请假、缺席",
        "第4条规则的 points：应是 -1000 到 1000 的数，至多两位小数",
        "第4条规则的 event：没有写是哪种事项",
        "第5条规则的 points：应是 -1000 到 1000 的数，至多两位小数",
        '第5条规则的 event：应是加英文引号的文字，几样写成 ["…", "…"]',
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "没有一条 [[rules]]"),
        ("rules = 3", "没有一条 [[rules]]"),
        ("rules = [3]", "第1条规则的 写法不对：应写成 [[rules]]，下面一行一个键"),
    ],
)
def test_a_file_of_no_rules(tmp_path: Path, text: str, told: str) -> None:
    assert faults(tmp_path, text) == [told]


def test_a_file_that_is_no_toml_names_its_line(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match=r"积分规则文件 .*points.toml 第 2 行写法不对（汉字要加英文引号）"):
        own(tmp_path, "[[rules]]\ngroup = 出席\n")
