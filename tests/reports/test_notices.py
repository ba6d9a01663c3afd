"""Papers of one record: notices, sign-in sheets, short news; whole texts on full and thin records."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

import properties
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from keeping import Book
from running import Desk

from rencli import gongwen
from rencli.reports import make, manifest
from rencli.reports.filters import acting, saying
from rencli.store.ledger import Ledger

HERE = Path(__file__).parent
NOTICES = HERE.parent / "data" / "notices.jsonl"
GOLDEN = HERE / "golden" / "notices"
OF: Final = {
    "meeting-notice": "meeting",
    "sign-in": "meeting",
    "reception-notice": "visit",
    "brief": "activity",
    "activity-sign-in": "activity",
}
ISSUED: Final = date(2024, 1, 8)
NEEDED: Final = {
    "office": {"name"},
    "term": {"number", "began_on"},
    "deputy": {"id", "name", "constituency"},
    "meeting": {"id", "type", "began_on", "term", "session"},
    "visit": {"id", "type", "held_on"},
    "activity": {"id", "type", "held_on", "theme"},
}
"""Fields that a record cannot do without."""


def records() -> list[dict[str, Any]]:
    return [json.loads(line) for line in NOTICES.read_text(encoding="utf-8").splitlines()]


CASES: Final = [
    (name, record["id"])
    for name, kind in OF.items()
    for record in records()
    if record["kind"] == kind and not (name == "reception-notice" and record["type"] == "走访选民")
]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    return Book(tmp_path_factory.mktemp("notices")).keep(*records())


def paper(ledger: Ledger, name: str, number: int) -> str:
    """The text of a paper."""
    found = manifest.manifest(name)
    span = make.period_of(ledger, found, {})
    (order,) = make.orders(ledger, found, span, ISSUED, [str(number)])
    return gongwen.to_text(make.document(ledger, order))


def faults(text: str, name: str) -> list[str]:
    """What is wrong with a paper, whatever its record holds."""
    found = [*properties.emptiness(text)]
    if "sign-in" not in name:
        lines = [line for line in text.split("\n") if not line.endswith(("：", "；"))]  # addressee, items of a list
        found += properties.punctuation("\n".join(lines))
        found += [f"两次：{each}" for each in _twice(text)]
    return found


def _twice(text: str) -> Iterator[str]:
    said = list(properties.sentences(text.split("\n")[1:-3]))
    yield from (each for each in said if len(each) > 3 and said.count(each) > 1)


@pytest.mark.parametrize(("name", "number"), CASES)
def test_paper_reads_as_its_golden_text(name: str, number: int, book: Book, rewrite: bool) -> None:
    with book.opened() as ledger:
        text = paper(ledger, name, number)
    golden = GOLDEN / f"{name}-{number}.txt"
    if rewrite:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
    assert faults(text, name) == []


@pytest.mark.slow
@settings(
    max_examples=25, deadline=None, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)
@given(st.data())
def test_papers_of_thin_records_have_no_holes(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    thin = []
    for record in records():
        kept = NEEDED.get(record["kind"], set(record)) | {"kind"}
        more = data.draw(st.sets(st.sampled_from(sorted(record.keys() - kept)))) if record.keys() - kept else set()
        thin.append({name: value for name, value in record.items() if name in kept | more})
    book = Book(tmp_path_factory.mktemp("thin")).keep(*thin)
    with book.opened() as ledger:
        for name, number in CASES:
            text = paper(ledger, name, number)
            assert faults(text, name) == [], text


@pytest.mark.parametrize(
    ("name", "number", "least", "most"),
    [
        ("meeting-notice", 1, 150, 400),
        ("meeting-notice", 2, 150, 300),
        ("reception-notice", 1, 150, 300),
        ("brief", 1, 150, 350),
    ],
)
def test_full_paper_has_the_length_of_its_kind(name: str, number: int, least: int, most: int, book: Book) -> None:
    with book.opened() as ledger:
        text = paper(ledger, name, number)
    assert least <= len("".join(text.split())) <= most


def test_title_of_short_news_has_at_most_22_characters(book: Book) -> None:
    with book.opened() as ledger:
        for name, number in CASES:
            if name == "brief":
                title = paper(ledger, name, number).split("\n\n")[0].replace("\n", "")
                assert len(title) <= 22, title


def test_public_notices_tell_nothing_private_of_deputies(book: Book) -> None:
    with book.opened() as ledger:
        for name, number in CASES:
            text = paper(ledger, name, number)
            assert "13900000001" not in text
            assert "柳坝村三组" not in text


@pytest.fixture
def notices(desk: Desk) -> Desk:
    desk.do("init")
    desk.do("import", str(NOTICES))
    return desk


def test_a_reception_is_announced_three_days_before(notices: Desk) -> None:
    make_it = ("report", "make", "reception-notice", "1", "-o", "公告.docx", "--force")
    early = notices(*make_it, "--issued-on", "2024-07-07")
    late = notices(*make_it, "--issued-on", "2024-07-08")
    past = notices(*make_it, "--issued-on", "2024-07-11")
    assert (early.code, early.out, early.err) == (0, "公告.docx\n", "")
    assert late.err == "提示：落款日期是2024-07-08，离2024-07-10只有2天，一般提前3天发出。\n"
    assert past.err == "提示：落款日期是2024-07-11，2024-07-10已经过去。\n"
    assert (late.code, late.out) == (0, "公告.docx\n")


def test_only_receptions_are_announced(notices: Desk) -> None:
    done = notices("report", "make", "reception-notice", "4")
    assert done.code == 2
    assert done.err == "错误：接待日公告只写类型是接待选民、代表接访的走访接待，序号4是走访选民。\n"


def test_a_paper_of_a_record_wants_its_number_and_no_period(notices: Desk) -> None:
    without = notices("report", "make", "brief")
    period = notices("report", "make", "brief", "1", "--year", "2024")
    unknown = notices("report", "make", "brief", "99")
    assert (without.code, period.code, unknown.code) == (2, 2, 3)
    assert "ren report make brief 12" in without.err


def test_several_records_give_several_papers(notices: Desk) -> None:
    done = notices.do("report", "make", "brief", "1", "3")
    names = ("2024年5月16日村道养护", "2023年9月12日安全生产法实施情况")
    assert done.split("\n") == [f"松泉镇{name}工作信息.docx" for name in names]
    assert all((notices.folder / name).exists() for name in done.split("\n"))


def test_many_people_sign_side_by_side(notices: Desk) -> None:
    for number in range(20):
        notices.do("deputy", "add", "--name", f"李{'甲乙丙丁戊己庚辛壬癸'[number // 2]}{'子丑'[number % 2]}")
    notices.do("report", "make", "sign-in", "1", "-o", "签到.txt")
    lines = (notices.folder / "签到.txt").read_text(encoding="utf-8").split("\n")
    assert lines[4] == "序号\t姓名\t选区（单位）\t签名\t序号\t姓名\t选区（单位）\t签名"
    assert lines[5] == "1\t赵永福\t第1选区\t\t14\t李戊子\t\t"
    assert lines[17] == "13\t李丁丑\t\t\t\t\t\t"
    assert lines[3] == "应到：25人\t实到：＿＿＿人"
    assert sum("签到表" in line for line in lines) == 2  # a sheet for each day


def test_more_people_than_a_page_holds_sign_on_balanced_sheets() -> None:
    pages = acting.sheets([f"甲{number}" for number in range(1, 39)], 16)
    numbers = [[[number for number, _ in row] for row in page] for page in pages]
    assert [len(page) for page in numbers] == [10, 10]
    assert (numbers[0][0], numbers[0][-1], numbers[1][0], numbers[1][-1]) == ([1, 11], [10], [20, 30], [29])
    assert sorted(n for page in numbers for row in page for n in row) == list(range(1, 39))


def test_those_of_the_group_sign_where_nobody_is_named(notices: Desk) -> None:
    notices.do("deputy", "edit", "3", "--group", "第一代表小组")
    notices.do("activity", "edit", "2", "--deputies", "")
    notices.do("report", "make", "activity-sign-in", "2", "-o", "签到.txt")
    text = (notices.folder / "签到.txt").read_text(encoding="utf-8")
    assert "1\t孙永福\t第2选区\t\t\n\n" in text


def test_a_paper_that_lacks_something_says_so(notices: Desk) -> None:
    meeting = notices("report", "make", "meeting-notice", "3", "--issued-on", "2024-07-01")
    visit = notices("report", "make", "reception-notice", "5", "--issued-on", "2024-07-01")
    known = notices("report", "make", "meeting-notice", "1", "--issued-on", "2024-01-08")
    fill = "补记后重写，或者在纸上填好再发。\n"
    assert meeting.err == f"提示：会议通知缺时间、地点，请用 ren meeting edit 3 {fill}"
    assert visit.err == f"提示：接待日公告缺时间、联络站或地点、代表，请用 ren visit edit 5 {fill}"
    assert (meeting.code, visit.code, known.err) == (0, 0, "")
    notices.do("office", "set", "--phone", "")
    assert f"缺本单位的联系电话，请用 ren office set {fill}" in notices("report", "make", "reception-notice", "1").err


AGENDA: Final = {
    ("听取报告", "镇人民政府工作报告"): "听取镇人民政府工作报告",
    ("听取报告", "听取财政所汇报"): "听取财政所汇报",
    ("听取报告", "关于山塘水库度汛"): "听取关于山塘水库度汛的报告",
    ("决议", "关于镇人民政府工作报告的决议"): "审议并表决关于镇人民政府工作报告的决议",
    ("决定", "补选镇人大代表。"): "审议并作出关于补选镇人大代表的决定",
    ("选举", "补选副镇长"): "补选副镇长",
    ("选举", "副镇长"): "选举副镇长",
    ("审议", "审议预算草案"): "审议预算草案",
    ("票决", "民生实事项目"): "票决民生实事项目",
    ("决定", "审议代表小组调整方案"): "审议并作出关于代表小组调整方案的决定",
    ("审议", "研究代表建议分办意见"): "研究代表建议分办意见",
    ("听取报告", "听取和审议镇人民政府工作报告"): "听取和审议镇人民政府工作报告",
    ("决议", "审议通过票决办法的决议"): "审议通过票决办法的决议",
    ("审议", "关于预算调整方案"): "审议预算调整方案",
}


@pytest.mark.parametrize("entry", AGENDA)
def test_an_item_of_the_agenda_is_said_as_an_act(entry: tuple[str, str]) -> None:
    assert acting.item({"类型": entry[0], "事项": entry[1]}) == AGENDA[entry]


def test_a_congress_hears_and_deliberates() -> None:
    for title in ("镇人民政府工作报告", "听取镇人民政府工作报告", "听取和审议镇人民政府工作报告"):
        said = acting.item({"类型": "听取报告", "事项": title}, True)
        assert said == "听取和审议镇人民政府工作报告"


DEEDS: Final = {
    ("视察", "村道养护"): "视察村道养护",
    ("视察", "视察村道养护"): "视察村道养护",
    ("调研", "产业发展专题调研"): "开展产业发展专题调研",
    ("执法检查", "食品安全"): "检查食品安全",
    ("工作评议", "镇派出所"): "评议镇派出所",
    ("听取汇报", "防汛工作"): "听取防汛工作的汇报",
    ("学习培训", "代表法"): "参加“代表法”学习培训",
    ("座谈会", "“五小”水利"): "召开“‘五小’水利”座谈会",
    ("为民办实事", "修桥"): "为群众办实事“修桥”",
    ("小组活动", "秋菜种植"): "开展“秋菜种植”小组活动",
    ("小组活动", "走访脱贫户"): "走访脱贫户",
    ("人居环境整治", "人居环境整治"): "开展人居环境整治",
    ("学习培训", "学习培训班"): "参加学习培训班",
}
SHORT: Final = {
    ("学习培训", "《中华人民共和国全国人民代表大会和地方各级人民代表大会代表法》"): "学习《代表法》",
    ("普法宣传", "宪法法律进集镇"): "开展“宪法法律进集镇”普法宣传活动",
    ("执法检查", "中华人民共和国水法实施情况"): "检查水法实施情况",
}


@pytest.mark.parametrize("entry", SHORT)
def test_a_title_says_laws_by_their_short_names(entry: tuple[str, str]) -> None:
    assert acting.doing({"活动类型": entry[0], "主题": entry[1], "法律法规": None}, "短") == SHORT[entry]


@pytest.mark.parametrize("entry", DEEDS)
def test_an_activity_is_said_as_a_deed(entry: tuple[str, str]) -> None:
    assert acting.doing({"活动类型": entry[0], "主题": entry[1], "法律法规": None}) == DEEDS[entry]


def test_days_and_people_are_said_as_notices_say_them() -> None:
    day = date(2024, 12, 30)
    assert saying.weekday(day) == "星期一"
    assert saying.later_day(day, date(2024, 1, 1)) == "12月30日"
    assert saying.later_day(day, date(2025, 1, 1)) == "2024年12月30日"
    assert [saying.days_to(day, last) for last in (None, day, date(2024, 12, 31), date(2025, 1, 2))] == [
        "",
        "",
        "至31日",
        "至2025年1月2日",
    ]
    assert saying.told_apart(["张三@第四选区", "李四"]) == ["张三（第四选区）", "李四"]
    assert saying.in_cell("甲|乙\n丙") == "甲\ue003乙\ue004丙"
