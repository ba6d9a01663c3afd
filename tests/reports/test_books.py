"""The books of the office: what they list, as pages and as workbooks."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from keeping import Book
from ledgers import DATA, WAYAO
from running import Desk

from rencli import gongwen
from rencli.errors import InvalidInputError
from rencli.figures.period import period
from rencli.reports import make, manifest
from rencli.store.ledger import Ledger

GOLDEN = Path(__file__).parent / "golden" / "books"
YUNLING = DATA / "books-2024.jsonl"
LEDGERS = {"wayao": WAYAO, "yunling": YUNLING}
BOOKS = (
    *("presidium-meetings", "merits", "petitions", "documents", "suggestions-book", "group-activities"),
    *("roster-groups", "activities", "receptions", "roster"),
)
YEAR_END = date(2024, 12, 31)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Book]:
    kept = {}
    for name, path in LEDGERS.items():
        book = Book(tmp_path_factory.mktemp(name))
        assert book.take(path.read_bytes())["rejected"] == []
        kept[name] = book
    return kept


@contextmanager
def ordered(book: Book, name: str, today: date = YEAR_END, **asked: str) -> Iterator[tuple[Ledger, make.Order]]:
    with book.opened(today) as ledger:
        found = manifest.manifest(name)
        span = period(ledger, asked or {"year": "2024"})
        [order] = make.orders(ledger, found, span, today, ())
        yield ledger, order


def text(book: Book, name: str, today: date = YEAR_END, **asked: str) -> str:
    with ordered(book, name, today, **asked) as (ledger, order):
        return make.write(ledger, order, ".txt").decode()


def cells(workbook: bytes, number: int = 1) -> list[list[Any]]:
    """The rows of a sheet: texts, numbers, None."""
    with zipfile.ZipFile(BytesIO(workbook)) as archive:
        root = ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
    rows = []
    for row in root.iter(f"{MAIN}row"):
        values: list[Any] = []
        for cell in row.iter(f"{MAIN}c"):
            texts = ["".join(each.itertext()) for each in cell.iter(f"{MAIN}is")]
            number_text = cell.findtext(f"{MAIN}v")
            values.append(texts[0] if texts else float(number_text) if number_text else None)
        rows.append(values)
    return rows


@pytest.mark.parametrize("name", BOOKS)
@pytest.mark.parametrize("which", LEDGERS)
def test_book_reads_as_its_golden_text(which: str, name: str, books: dict[str, Book], rewrite: bool) -> None:
    made = text(books[which], name)
    golden = GOLDEN / which / f"{name}.txt"
    if rewrite:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", BOOKS)
def test_the_page_says_what_the_text_says(name: str, books: dict[str, Book]) -> None:
    with ordered(books["yunling"], name) as (ledger, order):
        data = make.write(ledger, order, ".docx")
        assert gongwen.docx_text(data) == make.write(ledger, order, ".txt").decode()
        assert data == make.write(ledger, order, ".docx")
        assert b"|---|" in make.write(ledger, order, ".md") or b"|:---:|" in make.write(ledger, order, ".md")


@pytest.mark.parametrize("name", BOOKS)
def test_an_empty_book_says_so(name: str, tmp_path: Path) -> None:
    book = Book(tmp_path).keep(
        {"kind": "office", "name": "云岭镇"}, {"kind": "term", "number": 5, "began_on": "2021-12-20"}
    )
    with ordered(book, name) as (ledger, order):
        paper = make.write(ledger, order, ".docx")
        workbook = make.write(ledger, order, ".xlsx")
    assert "\n本期无记录\n" in gongwen.docx_text(paper)
    assert cells(workbook)[2][0] == "本期无记录"


def test_a_workbook_keeps_types(books: dict[str, Book]) -> None:
    with ordered(books["yunling"], "suggestions-book") as (ledger, order):
        heading, titles, first, *others = cells(make.write(ledger, order, ".xlsx"))
    assert heading[0] == "云岭镇代表议案和批评建议意见记录簿（2024年）"
    assert titles == [
        *("序号", "编号", "类型", "标题", "提出代表", "类别", "承办单位"),
        *("提出日期", "交办日期", "答复日期", "办结日期", "结果", "反馈", "状态"),
    ]
    assert first == [
        *(1, "5-3-1", "建议", "关于修复老营村三组涵洞的建议", "李秀英、段正明、字开荣", "基础设施建设"),
        *("镇村镇规划建设服务中心", 45316, 45327, 45400, 45418, "A", "满意", "已办结"),
    ]
    assert [row[1] for row in others] == ["5-3-2", "5-3-3", "5-3-4", "5-0-1"]


def test_a_workbook_has_a_sheet_for_each_register_and_what_they_are_kept_by(books: dict[str, Book]) -> None:
    with ordered(books["yunling"], "roster-groups") as (ledger, order):
        workbook = make.write(ledger, order, ".xlsx")
    groups, people = cells(workbook, 1), cells(workbook, 2)
    assert groups[3] == [2, "城关代表小组", "小组", "第一代表大组", "张建国", "何敏", 3, "张建国、王丽华、欧阳明德"]
    assert people[1][:3] == ["序号", "代表小组", "姓名"]
    assert [row[:3] for row in people[-2:]] == [[10, "坝子代表小组", "罗兴旺"], [11, None, "马春燕"]]


def test_nested_lines_stand_one_below_the_other(books: dict[str, Book]) -> None:
    with ordered(books["yunling"], "presidium-meetings") as (ledger, order):
        row = cells(make.write(ledger, order, ".xlsx"))[2]
    assert row[8].split("\n") == [
        "1.听取2024年春耕用水保障情况报告",
        "2.审议代表小组调整方案",
        "3.研究代表建议分办意见",
    ]
    assert row[9].split("\n") == ["1.同意，要求3月底前完成主沟清淤", "2.赞成4票、反对0票、弃权0票，通过"]
    assert row[5:8] == [4, 3, "杨文学（请假）"]


def test_a_roster_is_of_a_day(books: dict[str, Book]) -> None:
    before, after = (text(books["yunling"], "roster", half="2024H1", as_of=day) for day in ("2024-03-31", "2024-04-01"))
    assert "截至2024年3月31日" in before
    assert ("何光荣" in before, "何光荣" in after) == (True, False)
    assert "13908752548" in after
    assert "\t镇、县\t老营一选区\t" in after


def test_a_book_of_an_unfinished_period_stops_at_the_day_of_asking(books: dict[str, Book]) -> None:
    made = text(books["yunling"], "activities", today=date(2024, 6, 30))
    assert "\t2024年（截至2024年6月30日）\n" in made
    assert made.splitlines()[-2].startswith("4\t2024.6.27\t")


def test_a_book_of_a_session_has_its_suggestions(books: dict[str, Book]) -> None:
    made = text(books["yunling"], "suggestions-book", session="5-3")
    assert [line.split("\t")[1] for line in made.splitlines()[4:-1]] == ["5-3-1", "5-3-2", "5-3-3", "5-3-4"]


def test_nothing_in_a_record_spoils_a_book(tmp_path: Path) -> None:
    odd = "{{ 总数 }}|{% if %}<"
    book = Book(tmp_path).keep(
        {"kind": "office", "name": "云岭镇"},
        {"kind": "group", "name": odd},
        {
            "kind": "activity",
            "held_on": "2024-03-01",
            "type": "小组活动",
            "theme": odd,
            "group": odd,
            "note": "一\n\n二",
        },
    )
    made = text(book, "group-activities").splitlines()
    assert made[2] == "一、｛{ 总数 }}|｛% if %}<"
    assert made[4] == "1\t2024.3.1\t｛{ 总数 }}|｛% if %}<\t\t\t\t\t\t一 二"


def test_a_book_tells_what_came_of_a_matter_by_the_day_of_asking(books: dict[str, Book]) -> None:
    """What is late, what is still open, and what a visit's opinions led to."""
    received = text(books["yunling"], "petitions", as_of="2024-06-30", year="2024").splitlines()
    assert received[4].endswith("\t转办2024.5.7 期限2024.6.30\t在办")
    assert text(books["yunling"], "petitions").splitlines()[4].endswith("\t在办，已超期184天")
    told = "集日占道经营堵路；希望划定摊位（转办镇综合执法队"
    assert f"{told}，2024.7.2办结：已划定摊位32个）" in text(books["yunling"], "receptions")
    assert f"{told}，在办）" in text(books["yunling"], "receptions", as_of="2024-07-01", year="2024")
    proposed = text(books["yunling"], "suggestions-book")
    assert "\t办理中，超期239天 限2024.5.6\n" in proposed
    assert "\t张建国等10人\t" in proposed
    assert proposed.splitlines()[2].startswith("注：办理结果A为已解决或采纳，")


def test_a_workbook_names_everybody_who_signed(books: dict[str, Book]) -> None:
    with ordered(books["yunling"], "suggestions-book") as (ledger, order):
        row = cells(make.write(ledger, order, ".xlsx"))[5]
    assert len(row[4].split("、")) == 10


MATTERS = (
    {"kind": "office", "name": "云岭镇"},
    {"kind": "term", "number": 5, "began_on": "2021-12-20"},
    *({"kind": "deputy", "name": f"赵{name}"} for name in "一二三四五六七八九十"),
)
OPEN = {"disposal": "转办", "unit": "镇水务站", "transferred_on": "2024-12-21", "due": "2025-01-20"}


def petition(tmp_path: Path, **fields: Any) -> list[str]:
    line = {"kind": "petition", "received_on": "2024-12-20", "channel": "来访", "content": "漏水", **fields}
    return text(Book(tmp_path).keep(*MATTERS, line), "petitions").splitlines()[3].split("\t")[6:]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        (OPEN, ["转办", "镇水务站", "转办2024.12.21 期限2025.1.20", "在办"]),
        (
            {**OPEN, "resolved_on": "2024-12-30", "result": "已修好"},
            ["转办", "镇水务站", "转办2024.12.21 期限2025.1.20 办结2024.12.30", "已修好"],
        ),
        ({**OPEN, "resolved_on": "2024-12-30"}, [..., ..., ..., "办结"]),
        (
            {**OPEN, "resolved_on": "2025-01-08", "result": "已修好"},
            ["转办", "镇水务站", "转办2024.12.21 期限2025.1.20", "在办"],
        ),
        ({**OPEN, "transferred_on": "2025-01-02"}, ["", "", "", "在办"]),
        ({"disposal": "调查落实", "transferred_on": "2025-01-02"}, ["调查落实", "", "", "在办"]),
        ({**OPEN, "due": "2024-12-25"}, [..., ..., ..., "在办，已超期6天"]),
        ({**OPEN, "result": "已联系管护员"}, [..., ..., ..., "在办；已联系管护员"]),
        ({"disposal": "当场答复"}, ["当场答复", "", "", "当场答复"]),
        ({"disposal": "不予受理", "result": "已告知向法院起诉"}, ["不予受理", "", "", "已告知向法院起诉"]),
        ({}, ["", "", "", "在办"]),
    ],
)
def test_a_register_is_as_of_its_day_in_every_column(fields: Any, told: list[Any], tmp_path: Path) -> None:
    found = petition(tmp_path, **fields)
    assert found == [known if told[at] is ... else told[at] for at, known in enumerate(found)]


def test_a_motion_that_became_a_suggestion_stands_with_its_number(tmp_path: Path) -> None:
    people = {"proposer": "赵一", "cosigners": [f"赵{name}" for name in "二三四五六七八九十"]}
    motion = {"title": "关于治河的议案", "type": "议案", "body": "一", "basis": "二", "proposal": "三", **people}
    book = Book(tmp_path).keep(
        *MATTERS,
        {"kind": "suggestion", "term": 5, "number": 3, "submitted_on": "2024-03-01", **motion},
        {
            "kind": "suggestion",
            "term": 5,
            "number": 9,
            "title": "关于治河的建议",
            "proposer": "赵一",
            "submitted_on": "2024-06-01",
            "converted_from": "5-0-3",
        },
    )
    for name in ("suggestions-book", "suggestion-card"):
        with ordered(book, name) as (ledger, order):
            rows = {row[1]: row[-1] for row in cells(make.write(ledger, order, ".xlsx"))[2:]}
        assert rows == {"5-0-3": "已转为建议5-0-9", "5-0-9": "待交办\n由议案5-0-3转来"}
    found = text(book, "suggestions-book").splitlines()
    assert [line.split("\t")[-1] for line in found[3:5]] == ["已转为建议5-0-9", "待交办 由议案5-0-3转来"]
    before = text(book, "suggestions-book", year="2024", as_of="2024-05-31").splitlines()
    assert [line.split("\t")[-1] for line in before[3:-1]] == ["待交办"]
    with ordered(book, "suggestion-card") as (ledger, order):
        card = gongwen.docx_text(make.write(ledger, order, ".docx"))
    assert "已转为建议5-0-9" in card
    assert "待交办，由议案5-0-3转来" in card


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2024-04-10", None, "2024.4.10"),
        ("2024-04-10", "2024-04-11", "2024.4.10—11"),
        ("2024-04-30", "2024-05-02", "2024.4.30—5.2"),
        ("2024-12-30", "2025-01-02", "2024.12.30—2025.1.2"),
    ],
)
def test_an_activity_of_several_days_says_both(first: str, last: str | None, said: str, tmp_path: Path) -> None:
    days = {"held_on": first} | ({"ended_on": last} if last else {})
    counts = {"people": 230, "materials": 600, "forums": 2, "households": 8, "amount": 1500.5}
    book = Book(tmp_path).keep(
        {"kind": "office", "name": "云岭镇"}, {"kind": "activity", "type": "视察", "theme": "村道", **days, **counts}
    )
    line = text(book, "activities").splitlines()[3].split("\t")
    assert (line[1], line[8]) == (said, "230")
    assert line[9] == "走访8户，座谈会2场，发放资料600份，金额1500.5元"


def test_a_book_of_a_term_says_it_in_words(books: dict[str, Book]) -> None:
    assert "\t第五届第三次会议" in text(books["yunling"], "merits", session="5-3")


def test_a_larger_group_counts_the_members_of_its_groups(books: dict[str, Book]) -> None:
    made = text(books["yunling"], "roster-groups")
    assert "\t7\t周文山、城关代表小组（3人）、老营代表小组（3人）\n" in made
    assert "（五）未编组\n" in made


def test_namesakes_are_told_apart_by_their_constituency(tmp_path: Path) -> None:
    book = Book(tmp_path).keep(
        {"kind": "office", "name": "云岭镇"},
        {"kind": "term", "number": 5, "began_on": "2021-12-20"},
        {"kind": "deputy", "name": "李芳", "constituency": "第3选区"},
        {"kind": "deputy", "name": "李芳", "constituency": "第9选区"},
        {"kind": "activity", "held_on": "2024-03-01", "type": "视察", "theme": "村道", "deputies": ["李芳@第9选区"]},
        {
            "kind": "meeting",
            "type": "主席团会议",
            "began_on": "2024-03-01",
            "attendance": [{"deputy": "李芳@第3选区", "status": "请假"}],
        },
        {"kind": "suggestion", "title": "关于村道的建议", "submitted_on": "2024-03-01", "proposer": "李芳@第3选区"},
    )
    assert "\t李芳（第9选区）\t1\t" in text(book, "activities")
    assert "\t李芳（第3选区）（请假）\t" in text(book, "presidium-meetings")
    assert "\t李芳（第3选区）\t" in text(book, "suggestions-book")


CARD = """
title = "建议登记卡"
about = "一件一行"
of = "suggestion"
period = "any"
file = "{单位}建议登记卡"
[book]
records = "建议"
columns = [["建议编号", 8], ["标题", 20], ["办理过程.环节", 10, "环节"]]
"""


def own(desk: Desk, name: str, **files: str) -> None:
    folder = desk.folder / "own" / "templates" / "reports"
    folder.mkdir(parents=True, exist_ok=True)
    for suffix, content in files.items():
        (folder / f"{name}.{suffix}").write_text(content, encoding="utf-8")


@pytest.fixture
def yunling(desk: Desk) -> Desk:
    desk.do("init")
    desk.do("import", str(YUNLING))
    return desk


def test_a_card_of_records_is_a_row_for_each(yunling: Desk) -> None:
    own(yunling, "card", toml=CARD)
    yunling.do("report", "make", "card", "5-0-1", "5-3-1", "--as-of", "2024-12-31", "-o", "卡.xlsx")
    found = cells(Path("卡.xlsx").read_bytes())
    assert found[2:] == [
        [1, "5-0-1", "关于延长镇卫生院夜间门诊时间的建议", "1.交办\n2.答复"],
        [2, "5-3-1", "关于修复老营村三组涵洞的建议", "1.交办\n2.面商\n3.答复\n4.反馈\n5.办结"],
    ]
    yunling.do("report", "make", "card", "--year", "2024", "--as-of", "2024-12-31", "-o", "全.xlsx")
    assert len(cells(Path("全.xlsx").read_bytes())) == 2 + 5


def test_a_book_is_written_in_every_format_but_no_other(yunling: Desk) -> None:
    assert yunling.do("report", "make", "merits", "--year", "2024") == "云岭镇2024年代表先进事迹记录簿.docx"
    done = yunling("report", "make", "merits", "--year", "2024", "-o", "簿.pptx")
    assert done.code == 2
    assert ".docx、.md、.txt、.html、.pdf、.xlsx" in done.err
    done = yunling("report", "make", "annual", "--year", "2024", "-o", "总结.xlsx")
    assert done.code == 2


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('records = "建议"', 'records = "提案"', "没有“提案”这种记录"),
        ('["标题", 20]', '["题目", 20]', "建议没有“题目”这一项"),
        ('["标题", 20]', '["标题.字", 20]', "标题没有“字”这一项"),
        ("办理过程.环节", "办理过程", "请写明要哪一项，如 办理过程.环节"),
        ("办理过程.环节", "办理过程.天气", "办理过程没有“天气”这一项"),
        ("columns =", 'by = "附议代表"\ncolumns =', "不能按“附议代表”分"),
        ("columns =", 'where = { "年份" = [1] }\ncolumns =', "建议没有“年份”这一项"),
        ("columns =", "column =", "columns 应写成"),
        ("columns =", 'where = { "类型" = "建议" }\ncolumns =', "where 应写成"),
        ("columns =", "parts = 1\ncolumns =", "parts 应写成"),
        ('records = "建议"', "records = 1", "records、heading、by 应写成"),
        ('["标题", 20]', '["标题", "宽"]', "columns 应写成"),
        ('["标题", 20]', '["标题", 0]', "columns 应写成"),
        ('["标题", 20]', '"标题"', "columns 应写成"),
    ],
)
def test_a_mistake_in_a_book_is_named(old: str, new: str, message: str, yunling: Desk) -> None:
    assert old in CARD
    own(yunling, "card", toml=CARD.replace(old, new))
    done = yunling("report", "make", "card", "--year", "2024", "-o", "卡.txt")
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert "card" in done.err


def test_a_template_may_hold_a_table_on_a_turned_page(yunling: Desk) -> None:
    manifest_text = 'title = "签到表"\nabout = "空白"\nperiod = "year"\nfile = "签到表"\npage = "landscape"\n'
    template = (
        "# 签到表\n|姓名|职务|签名|\n|----|--------|------|\n"
        "{% for 人 in 列表.代表 %}\n|{{ 人.姓名 | 格 }}|{{ 人.工作单位及职务 | 格 }}|{{ 人.备注 | 格 }}|\n"
        "{% endfor %}\n"
    )
    own(yunling, "sign", toml=manifest_text, md=template)
    yunling.do("report", "make", "sign", "--year", "2024", "-o", "签到表.docx")
    data = Path("签到表.docx").read_bytes()
    assert gongwen.docx_text(data).splitlines()[3] == "周文山\t镇人大主席\t"
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert b'w:orient="landscape"' in archive.read("word/document.xml")


def test_more_groups_than_headings_can_count_are_refused(tmp_path: Path) -> None:
    many = [{"kind": "group", "name": f"第{n}小组"} for n in range(100)]
    acts = [
        {"kind": "activity", "held_on": "2024-03-01", "type": "小组活动", "theme": "学习", "group": f"第{n}小组"}
        for n in range(100)
    ]
    book = Book(tmp_path).keep({"kind": "office", "name": "云岭镇"}, *many, *acts)
    with pytest.raises(InvalidInputError, match="分成了100组"):
        text(book, "group-activities")
