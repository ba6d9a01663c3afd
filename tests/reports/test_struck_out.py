"""What a strict chair struck out of our papers once, kind by kind."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from keeping import Book
from ledgers import QUIET, SONGQUAN, Records, read
from telling import text, told
from year_ledgers import ledger

from rencli.figures.period import period
from rencli.gongwen import to_text
from rencli.reports import make, manifest
from rencli.reports.filters.acting import elected
from rencli.reports.filters.chaptering import chapters
from rencli.reports.filters.clauses import one_item, series

BASE: Records = [
    {"kind": "office", "name": "松泉镇", "county": "南屏县"},
    {"kind": "term", "number": 5, "began_on": "2021-11-20", "seats": 2},
    {"kind": "deputy", "name": "周明", "level": "乡镇", "term": 5, "began_on": "2021-11-20", "constituency": "第1选区"},
    {
        "kind": "deputy",
        "name": "李秀英",
        "level": "乡镇",
        "term": 5,
        "began_on": "2021-11-20",
        "constituency": "第2选区",
    },
]
TODAY = date(2025, 1, 6)
YEAR = {"year": "2024"}


def annual(folder: Path, *records: dict[str, Any]) -> str:
    """The annual paper of 2024 with these records."""
    return told(folder, [*BASE, *records], "annual", YEAR, TODAY)


def old(number: int) -> dict[str, Any]:
    """A suggestion of 2023 that nobody has answered."""
    steps = [{"step": "交办", "on": "2023-02-01", "unit": "镇农业服务中心"}]
    title = f"关于修{number}号渠的建议"
    same = {"kind": "suggestion", "submitted_on": "2023-01-15", "term": 5, "number": number, "proposer": "周明"}
    return {**same, "title": title, "steps": steps}


@pytest.mark.parametrize("count", [1, 2, 3])
def test_detail_of_an_old_debt_is_told_once(count: int, tmp_path: Path) -> None:
    paper = annual(tmp_path, *map(old, range(1, count + 1)))
    assert len(re.findall("一年多", paper)) == 1
    assert paper.index("一年多") < paper.index("不足")


def test_one_of_a_kind_is_no_list(tmp_path: Path) -> None:
    """A single record of each kind: no total with itself as its part, no 分别 and 先后 of one."""
    ones = [
        {"kind": "meeting", "type": "主席团会议", "began_on": "2024-03-05"},
        {"kind": "activity", "type": "视察", "held_on": "2024-04-01", "theme": "春灌"},
        {"kind": "visit", "type": "接待选民", "held_on": "2024-05-01", "voters": 3},
        {"kind": "petition", "received_on": "2024-06-01", "channel": "来访", "content": "水费", "disposal": "当场答复"},
        {"kind": "opinion", "received_on": "2024-06-02", "content": "路灯", "outcome": "解释"},
        old(1)
        | {"submitted_on": "2024-01-15", "steps": [{"step": "交办", "on": "2024-02-01", "unit": "镇农业服务中心"}]},
    ]
    with Book(tmp_path).keep(*BASE, *ones).opened(TODAY) as book:
        asked = {
            "annual": YEAR,
            "half-year": {"half": "2024H1"},
            "quarter": {"quarter": "2024Q2"},
            "term": {"term": "5"},
        }
        for name, span in asked.items():
            paper = text(book, name, span)
            skeleton = re.findall(
                r"(?<!\d)1[次件条场个][，；](?:其中|包括|分别)[^。]*|先后[^。，]{0,6}1[次件场]", paper
            )
            assert skeleton == [], name


@pytest.mark.parametrize("seed", [1, 4, 7])
@pytest.mark.parametrize("name", ["annual", "half-year"])
def test_series_have_six_items_and_one_punctuation(name: str, seed: int, tmp_path: Path) -> None:
    span = YEAR if name == "annual" else {"half": "2024H1"}
    paper = told(tmp_path, ledger(seed, 900, "full"), name, span, TODAY)
    for line in paper.split("\n"):
        items = re.split(r"(?:^|(?<=。))[一二三四五六七八九十]是", line)[1:]
        assert len(items) <= 6
        assert [item for item in items if "；" in item and "。" in item.rstrip("。")] == []


def test_series_fills_its_last_items_evenly() -> None:
    clauses = [f"{letter}事没有办完" for letter in "甲乙丙丁戊己庚辛"]
    assert series(clauses).startswith("一是甲事没有办完。二是乙事没有办完。三是丙事没有办完。四是丁事没有办完。")
    assert series(clauses).count("；") == 2
    assert one_item(["短", "句"]) == "短；句"
    assert "；" not in one_item(["长" * 50, "句" * 40, "三"])


def test_paper_knows_nothing_after_its_own_day(tmp_path: Path) -> None:
    with Book(tmp_path).keep(*read(SONGQUAN)).opened(date(2025, 1, 9)) as book:
        found = manifest.manifest("term")
        (order,) = make.orders(book, found, period(book, {"term": "5"}), date(2024, 12, 20), ())
        paper = to_text(make.document(book, order))
    assert "截至2024年12月20日的工作" in paper and "2025年1月" not in paper


def test_three_chapters_are_never_joined() -> None:
    parts = [{"题": f"办理{word}事", "节": [{"题": word, "文": f"{word}一句。"}]} for word in "甲乙丙丁戊"]
    made = chapters(parts)
    assert [each["文"].count("。") for each in made] == [2, 2, 1]


@pytest.mark.parametrize(
    ("phrases", "heading"),
    [
        ("办理代表建议\n兑现承诺情况", "办理代表建议"),
        ("办理代表建议\n建议情况\n兑现承诺事项", "办理代表建议，兑现承诺事项"),
        ("代表和小组设置\n组织选举工作\n会议情况", "代表和小组设置，会议情况"),
    ],
)
def test_heading_has_one_form(phrases: str, heading: str) -> None:
    assert chapters([{"题": phrases, "节": [{"题": "", "文": "一句。又一句。"}]}])[0]["题"] == heading


def test_around_stands_once_and_level_says_of_what(tmp_path: Path) -> None:
    views = [
        {"kind": "activity", "type": kind, "held_on": f"2024-0{month}-01", "theme": f"{kind}{month}题"}
        for kind in ("视察", "调研", "督办")
        for month in range(1, 6)
    ]
    meetings = [
        {"kind": "meeting", "type": "主席团会议", "began_on": f"{year}-0{month}-05"}
        for year in (2023, 2024)
        for month in (3, 6)
    ]
    note = {"kind": "note", "on": "2024-12-01", "section": "开头", "text": "围绕集镇改造"}
    other = {"kind": "meeting", "type": "座谈会", "began_on": "2024-09-01"}
    paper = annual(tmp_path, *views, *meetings, other, note)
    assert paper.count("围绕") == 1
    assert "主席团会议的次数与上年持平" in paper


def test_petitions_are_told_by_channel_and_disposal(tmp_path: Path) -> None:
    same = {"kind": "petition", "content": "水费", "disposal": "转办", "unit": "镇水务站"}
    channels = ("来访", "来信", "网络")
    many = [same | {"received_on": f"2024-0{at}-01", "channel": word} for at, word in enumerate(channels, 1)]
    paper = annual(tmp_path, *(many[:2]), many[2] | {"resolved_on": "2024-04-01", "people": 5})
    assert "来信来访3件、5人次，其中来信1件、来访1件、网上反映1件" in paper
    assert "均转交有关单位办理，到年底办结1件、还在办理2件" in paper


def test_one_visitor_is_received_not_got(tmp_path: Path) -> None:
    one = {
        "kind": "petition",
        "received_on": "2024-06-01",
        "channel": "来访",
        "content": "水费",
        "disposal": "当场答复",
    }
    assert "6月接待群众来访1件，已当场答复" in annual(tmp_path, one)


def test_kinds_beyond_three_share_a_sentence(tmp_path: Path) -> None:
    kinds = ("视察", "调研", "督办", "听取汇报", "专题询问", "工作评议")
    views = [
        {"kind": "activity", "type": kind, "held_on": f"2024-0{month}-01", "theme": f"{month}题", "deputy_count": 5}
        for at, kind in enumerate(kinds)
        for month in range(1, 9 - at // 3)
    ]
    paper = annual(tmp_path, *views)
    assert "此外还有工作评议7次、听取汇报7次、专题询问7次" in paper and "代表105人次参加" in paper


def test_speech_does_not_miss_what_the_term_has_seen(tmp_path: Path) -> None:
    """Everybody has reported before the last congress: the speech misses no duty report, nor plans one."""
    both = [{"name": "周明"}, {"name": "李秀英"}]
    reported = {"kind": "duty_report", "held_on": "2023-05-01", "mode": "口头", "deputies": both}
    congresses = [
        {"kind": "meeting", "type": "人代会", "term": 5, "session": at, "began_on": day}
        for at, day in ((4, "2024-01-10"), (5, "2025-01-10"))
    ]
    with Book(tmp_path).keep(*BASE, reported, *congresses).opened(date(2025, 1, 10)) as book:
        number = max(each.id for each in book.records("meeting"))
        speech = text(book, "congress", {}, [str(number)])
    assert "述职" not in speech.partition("存在的不足")[2]


def test_speech_answers_its_shortcomings(tmp_path: Path) -> None:
    congress = {"kind": "meeting", "type": "人代会", "term": 5, "session": 3, "began_on": "2023-01-10"}
    with Book(tmp_path).keep(*read(QUIET), congress).opened(date(2023, 1, 10)) as book:
        speech = text(book, "congress", {}, [str(max(each.id for each in book.records("meeting")))])
    tasks = speech.partition("年的任务")[2]
    assert "征询代表对答复的意见" in tasks and "组织代表接待走访选民" in tasks
    assert "我们将逐条研究" not in speech


def test_speech_says_and_so_on_once(tmp_path: Path) -> None:
    merits = [
        {"kind": "merit", "happened_on": f"2024-0{at}-01", "deputy": name, "title": f"第{at}件好事"}
        for at, name in enumerate(("周明", "李秀英", "周明", "李秀英"), 1)
    ]
    congress = {"kind": "meeting", "type": "人代会", "term": 5, "session": 5, "began_on": "2025-01-10"}
    with Book(tmp_path).keep(*BASE, *merits, congress).opened(date(2025, 1, 10)) as book:
        speech = text(book, "congress", {}, ["1"])
    assert "等等" not in speech and "周明、李秀英代表的事迹" in speech


def test_term_speaks_to_the_next_one_only_at_its_end(tmp_path: Path) -> None:
    records = read(SONGQUAN)
    assert "下一步打算" in told(tmp_path, records, "term", {"term": "5"}, TODAY)
    (tmp_path / "ended").mkdir()
    ended = [each | {"ended_on": "2025-12-31"} if each["kind"] == "term" else each for each in records]
    assert "对下一届工作的建议" in told(tmp_path / "ended", ended, "term", {"term": "5"}, date(2026, 1, 9))


def test_bare_minutes_read_as_minutes(tmp_path: Path) -> None:
    meeting = {"kind": "meeting", "type": "主席团会议", "began_on": "2024-03-05"}
    with Book(tmp_path).keep(*BASE, meeting).opened(TODAY) as book:
        minutes = text(book, "minutes", {}, ["1"])
    assert "会议议定：＿" in minutes and "议程" not in minutes


def test_points_are_whole_and_ties_are_said(tmp_path: Path) -> None:
    people = [{**BASE[2], "name": f"{'赵钱孙李周'[at]}明", "constituency": f"第{at + 3}选区"} for at in range(5)]
    seen = [
        {"kind": "activity", "type": "视察", "held_on": f"2024-0{at + 1}-01", "theme": f"{at}题", "deputies": names}
        for at, names in enumerate((["赵明", "钱明", "孙明", "李明"], ["赵明", "周明@第7选区"]))
    ]
    paper = told(tmp_path, [*BASE, *people, *seen], "points", YEAR, TODAY)
    assert re.search(r"\d\.0分", paper) is None
    assert "积分居前的" in paper and "同分的名次并列" in paper


def test_election_says_who_and_what() -> None:
    line = {"类型": "选举", "事项": "补选副镇长", "当选人": ["郑长林"], "职务": None}
    assert elected(line) == "补选郑长林为副镇长"
    assert elected(line | {"事项": "选举产生主席团成员"}) == "选举产生主席团成员，当选的是郑长林"
