"""Papers that go out: 呈送报告, 会议纪要, 积分通报, 公示; whole texts, thin and empty ledgers."""

import json
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

import properties
import pytest
from keeping import Book
from running import Desk

from rencli import gongwen
from rencli.reports import make, manifest
from rencli.reports.filters import choosing, deciding
from rencli.store.ledger import Ledger

HERE = Path(__file__).parent
LETTERS = HERE.parent / "data" / "letters.jsonl"
GOLDEN = HERE / "golden" / "letters"
ISSUED: Final = date(2025, 1, 6)
EMPTY: Final = [{"kind": "office", "name": "松泉乡"}]


def records() -> list[dict[str, Any]]:
    return [json.loads(line) for line in LETTERS.read_text(encoding="utf-8").splitlines()]


def thin() -> list[dict[str, Any]]:
    """A ledger that knows of a county and four people, one of whom did something."""
    kept: list[dict[str, Any]] = [{"kind": "office", "name": "松泉镇", "county": "南屏县"}]
    kept.append({"kind": "term", "number": 5, "began_on": "2021-12-20"})
    kept += [{"kind": "deputy", "name": name} for name in ("赵永福", "钱桂芳", "孙永福", "李秀英")]
    kept.append(
        {"kind": "activity", "type": "视察", "theme": "村道养护", "held_on": "2024-05-16", "deputies": ["赵永福"]}
    )
    return kept


LEDGERS: Final = {"full": records(), "thin": thin(), "empty": EMPTY}
CASES: Final = [
    *((ledger, name, "") for ledger in LEDGERS for name in ("cover", "points", "disclosure")),
    *(("full", "minutes", number) for number in "123"),
]


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Book]:
    return {name: Book(tmp_path_factory.mktemp(name)).keep(*lines) for name, lines in LEDGERS.items()}


def paper(ledger: Ledger, name: str, number: str = "", **asked: str) -> gongwen.Document:
    found = manifest.manifest(name)
    span = make.period_of(ledger, found, {} if number else asked or {"year": "2024"})
    (order,) = make.orders(ledger, found, span, ISSUED, [number] if number else [])
    return make.document(ledger, order)


def text_of(book: Book, name: str, number: str = "", **asked: str) -> str:
    with book.opened(date(2025, 1, 6)) as ledger:
        return gongwen.to_text(paper(ledger, name, number, **asked))


def faults(text: str) -> list[str]:
    """What is wrong with a paper, whatever its ledger holds."""
    lines = [line for line in text.split("\n") if "\t" not in line and not line.endswith("：")]
    found = [*properties.emptiness("\n".join(lines)), *properties.punctuation("\n".join(lines))]
    said = [each for each in properties.sentences(lines) if each.endswith("。")]
    return found + [f"两次：{each}" for each in said if len(each) > 3 and said.count(each) > 1]


@pytest.mark.parametrize(("ledger", "name", "number"), CASES)
def test_paper_reads_as_its_golden_text(
    ledger: str, name: str, number: str, books: dict[str, Book], rewrite: bool
) -> None:
    text = text_of(books[ledger], name, number)
    if name == "cover":  # the summary has golden texts of its own
        text = text.replace(text_of(books[ledger], "annual"), "（总结）\n")
    golden = GOLDEN / f"{name}-{number or ledger}.txt"
    if rewrite:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
    assert faults(text) == []


@pytest.mark.parametrize("asked", [{"year": "2024"}, {"half": "2024H1"}])
def test_a_cover_carries_the_whole_summary(asked: dict[str, str], books: dict[str, Book]) -> None:
    (option,) = asked
    summary = text_of(books["full"], {"year": "annual", "half": "half-year"}[option], **asked)
    cover = text_of(books["full"], "cover", **asked)
    assert summary in cover
    title = "".join(summary.split("\n\n")[0].split("\n"))
    assert f"现呈上《{title}》，请审阅。" in cover and f"附件：{title}\n" in cover
    assert cover.index(summary) > cover.index("附件：")


def test_the_body_of_a_cover_is_short(books: dict[str, Book]) -> None:
    cover = text_of(books["full"], "cover")
    body = cover[cover.index("南屏县") : cover.index("\n附件\n")]
    assert 60 <= len("".join(body.split())) <= 120


def test_what_a_cover_encloses_keeps_its_live_figures(books: dict[str, Book]) -> None:
    with books["full"].opened(ISSUED) as ledger:
        xml = gongwen.to_docx(paper(ledger, "cover"))
        own = gongwen.to_docx(paper(ledger, "annual"))
    tags = [re.findall(rb'<w:tag w:val="(ren:[^"]*)"', _document(each)) for each in (xml, own)]
    assert tags[0] == tags[1] != []


def _document(data: bytes) -> bytes:
    from io import BytesIO
    from zipfile import ZipFile

    with ZipFile(BytesIO(data)) as archive:
        return archive.read("word/document.xml")


@pytest.fixture
def letters(desk: Desk) -> Desk:
    desk.do("init")
    desk.do("import", str(LETTERS))
    return desk


def _number(desk: Desk, *asked: str) -> str:
    desk.do("report", "make", "cover", *asked, "-o", "呈送.txt", "--force")
    return (desk.folder / "呈送.txt").read_text(encoding="utf-8").split("\n")[3].split("\t")[0].strip("　")


def test_a_cover_bears_the_number_under_which_it_was_sent(letters: Desk) -> None:
    half = ("--half", "2024H1")
    assert _number(letters, *half) == "松人发〔2024〕　号"
    letters.do("document", "issue", "--title", "关于召开会议的通知")
    letters.do("document", "issue", "--title", "关于呈送松泉镇人大主席团2024年上半年工作总结的报告")
    assert _number(letters, *half) == "松人发〔2024〕2号"
    assert _number(letters, "--year", "2024") == "松人发〔2024〕　号"
    done = letters("report", "make", "cover", "--year", "2024", "--force")
    assert done.err == "提示：文号空着。登记发文以后重写就有：ren document issue --title 关于呈送2024年……的报告\n"
    assert letters("report", "make", "cover", *half, "--force").err == ""
    letters.do("document", "issue", "--title", "关于呈送2024年度工作总结的报告")
    assert _number(letters, "--year", "2024") == "松人发〔2024〕3号"


def test_a_cover_says_what_the_office_lacks(desk: Desk) -> None:
    desk.do("init", "--office", "松泉镇")
    done = desk("report", "make", "cover", "--year", "2024")
    assert done.code == 0
    assert "呈送报告缺本单位的主席、发文机关代字、上级人大常委会或县（区），请用 ren office set" in done.err


def test_a_cover_goes_with_a_year_or_a_half_year(letters: Desk) -> None:
    done = letters("report", "make", "cover", "--quarter", "2024Q1")
    assert done.code == 2
    assert done.err == "错误：呈送报告是随年度工作总结、半年工作总结报送的，请写 --year 或 --half。\n"


def test_minutes_are_of_presidium_meetings_only(letters: Desk) -> None:
    done = letters("report", "make", "minutes", "4")
    assert (done.code, "只写会议类型是主席团会议" in done.err) == (2, True)


@pytest.mark.parametrize("ledger", LEDGERS)
def test_the_public_reads_nothing_private(ledger: str, books: dict[str, Book]) -> None:
    text = text_of(books[ledger], "disclosure")
    for private in ("1390000", "柳坝村三组", "5-017", "06-03", "1975年6月", "集镇一路"):
        assert private not in text
    assert "周文" not in text  # no longer in office
    assert "吴县生" not in text  # of the county's congress


def test_points_name_nobody_without_any(books: dict[str, Book]) -> None:
    text = text_of(books["thin"], "points")
    assert "赵永福" in text
    assert not [name for name in ("钱桂芳", "孙永福", "李秀英") if name in text]
    assert "缺席" not in text_of(books["full"], "points").split("附件\n")[0]


def _item(kind: str, title: str, **more: Any) -> dict[str, Any]:
    line: dict[str, Any] = dict.fromkeys(("提请单位", "赞成", "反对", "弃权", "职务", "结果"))
    return line | {"类型": kind, "事项": title, "当选人": []} | more


DECIDED: Final[Sequence[tuple[dict[str, Any], str]]] = (
    (_item("听取报告", "镇人民政府工作报告", 提请单位="镇人民政府"), "会议听取了镇人民政府工作报告。"),
    (_item("听取报告", "镇人民政府工作报告"), "会议听取了镇人民政府工作报告。"),
    (_item("听取报告", "关于禁毒工作的报告", 提请单位="镇派出所"), "会议听取了镇派出所关于禁毒工作的报告。"),
    (_item("听取报告", "听取财政所汇报"), "会议听取了财政所汇报。"),
    (_item("听取报告", "山塘水库度汛"), "会议听取了关于山塘水库度汛的报告。"),
    (_item("审议", "预算草案", 结果="通过"), "会议审议并通过了预算草案。"),
    (_item("审议", "研究代表建议分办意见", 结果="同意"), "会议研究并同意了代表建议分办意见。"),
    (_item("审议", "传达学习县人代会精神"), "会议传达学习了县人代会精神。"),
    (_item("审议", "关于预算调整方案"), "会议审议了预算调整方案。"),
    (_item("决议", "关于集镇改造的决议", 赞成=52), "会议作出了关于集镇改造的决议，赞成52票。"),
    (_item("决议", "集镇改造", 结果="审议通过"), "会议审议并通过了关于集镇改造的决议。"),
    (_item("决定", "审议通过代表小组调整方案"), "会议作出了关于代表小组调整方案的决定。"),
    (_item("决定", "人事安排", 结果="暂缓表决"), "会议审议了关于人事安排的决定。该项暂缓表决。"),
    (_item("选举", "补选副镇长", 当选人=["郑长林"], 职务="副镇长", 赞成=52), "会议补选郑长林为副镇长，赞成52票。"),
    (_item("选举", "副镇长", 当选人=["甲", "乙"]), "会议选举甲、乙为副镇长。"),
    (_item("选举", "补选副镇长"), "会议就补选副镇长进行了选举。"),
    (_item("票决", "民生实事项目", 结果="全票通过", 赞成=9), "会议票决全票通过了民生实事项目，赞成9票。"),
    (_item("表决", "议程", 赞成=8, 反对=1, 弃权=0), "会议表决了议程，赞成8票，反对1票，没有弃权票。"),
    (_item("测评", "镇派出所工作测评"), "会议进行了镇派出所工作测评。"),
    (_item("审议", "用水保障", 结果="由镇水管所落实。"), "会议审议了用水保障。会议议定由镇水管所落实。"),
    (_item("审议", "用水保障", 结果="已经办妥"), "会议审议了用水保障。结果：已经办妥。"),
)


@pytest.mark.parametrize(("line", "said"), DECIDED, ids=[said for _, said in DECIDED])
def test_an_item_is_said_as_what_the_meeting_did(line: dict[str, Any], said: str) -> None:
    assert deciding.decided(line) == said


def test_a_congress_hears_and_deliberates() -> None:
    for title in ("镇人民政府工作报告", "听取和审议镇人民政府工作报告"):
        assert deciding.decided(_item("听取报告", title), True) == "会议听取和审议了镇人民政府工作报告。"


def test_columns_that_nobody_fills_go() -> None:
    rows = [{"甲": 0, "乙": "", "丙": None}, {"甲": 0, "乙": "一", "丙": None}]
    assert choosing.columns(rows, "甲", "乙", "丙") == ["乙"]
    assert choosing.columns([], "甲") == []


def test_a_letter_knows_nothing_later_than_its_own_day(desk: Desk) -> None:
    """截至 behind 落款: seen in 督办函 and 面商记录 that were dated back."""
    desk.do("init", "--office", "松泉镇", "--county", "南屏县")
    desk.do("term", "add", "--number", "5", "--began-on", "2021-12-20")
    desk.do("suggestion", "add", "--title", "关于修渠的建议", "--submitted-on", "2024-01-10")
    desk.do("suggestion", "assign", "5-0-1", "--unit", "镇水利站", "--on", "2024-01-15", "--due", "2024-04-15")
    desk.do("report", "make", "urge", "5-0-1", "--issued-on", "2024-05-06", "-o", "函.txt")
    told = (desk.folder / "函.txt").read_text(encoding="utf-8")
    assert "截至2024年5月6日" in told and "7月1日" not in told


def test_a_table_of_units_where_nothing_was_assigned(desk: Desk) -> None:
    """The table once had no row: what was put forward counts in the total, and no unit answers for it."""
    desk.do("init", "--office", "松泉镇", "--county", "南屏县")
    desk.do("term", "add", "--number", "5", "--began-on", "2021-12-20")
    desk.do("suggestion", "add", "--title", "关于修渠的建议", "--submitted-on", "2024-01-10")
    desk.do("report", "make", "unit-table", "--year", "2024", "-o", "表.txt")
    assert "本期没有交办的建议" in (desk.folder / "表.txt").read_text(encoding="utf-8")
