"""Workbooks in: what cells hold, which sheet is read, and hostile files that must not hurt."""

import zipfile
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from running import Desk, state
from tables import HEADING, ROWS, SHEET, STRINGS, as_csv, book, changed, old_book, opened_once

VISITS = ("日期", "时间", "类型", "选民人数", "备注")


@pytest.fixture
def office(desk: Desk) -> Desk:
    desk.do("init", "--office", "瓦窑镇")
    desk.do("term", "add", "--number", "5", "--began-on", "2021-12-20")
    return desk


@pytest.mark.parametrize("suffix", [".xlsx", ".xls"])
def test_dates_times_and_numbers_are_read_as_they_are_shown(office: Desk, suffix: str) -> None:
    rows = [
        VISITS,
        (date(2024, 3, 5), time(9, 30), "接待选民", 12, 3.5),
        (datetime(2024, 3, 6, 8, 0), "09:00—11:30", "接待选民", "１２", 13812345678),
        (45358, None, "接待选民", "十二", "文字"),
        ("2024年3月8日", None, "接待选民", 12.0, None),
    ]
    path = office.folder / f"走访接待{suffix}"
    if suffix == ".xlsx":
        book(path, rows, default_date_format="yyyy-mm-dd hh:mm")
    else:
        import xlwt

        def as_dates(_: Any, sheet: Any) -> None:
            sheet.write(1, 0, rows[1][0], xlwt.easyxf(num_format_str="yyyy-mm-dd"))
            sheet.write(1, 1, rows[1][1], xlwt.easyxf(num_format_str="hh:mm"))
            sheet.write(2, 0, rows[2][0], xlwt.easyxf(num_format_str="yyyy-mm-dd hh:mm"))

        old_book(path, rows, as_dates)
    office.do("import", path.name)
    assert office.rows("SELECT held_on, time, voters, note FROM visit ORDER BY id") == [
        ("2024-03-05", "09:30", 12, "3.5"),
        ("2024-03-06", "09:00—11:30", 12, "13812345678"),
        ("2024-03-07", None, 12, "文字"),
        ("2024-03-08", None, 12, None),
    ]


def test_yes_and_no_are_no_text(office: Desk) -> None:
    book(office.folder / "名册.xlsx", [("姓名", "主席团成员", "备注"), ("张三", True, True), ("李四", False, None)])
    assert office("import", "名册.xlsx").err.startswith("第2行 备注：单元格里是“真/假”值")
    book(office.folder / "名册.xlsx", [("姓名", "主席团成员"), ("张三", True), ("李四", False)])
    office.do("import", "名册.xlsx")
    assert office.rows("SELECT presidium FROM deputy") == [(1,), (0,)]


@pytest.mark.parametrize("suffix", [".xlsx", ".xls"])
def test_a_cell_merged_downwards_counts_for_every_row_with_values(office: Desk, suffix: str) -> None:
    """A heading over two rows is one heading; a merged row without values of its own is no row."""
    office.do("group", "add", "--name", "第一代表小组")
    rows = [
        ("代表花名册",),
        ("姓名", "小组"),
        (None, None),
        ("张三", None),
        ("李四", None),
        (None, None),
        ("王五", None),
    ]
    path = office.folder / f"名册{suffix}"

    def merge(_: Any, sheet: Any) -> None:
        if suffix == ".xlsx":
            sheet.merge_range(0, 0, 0, 1, "代表花名册")
            sheet.merge_range(1, 0, 2, 0, "姓名")
            sheet.merge_range(1, 1, 2, 1, "小组")
            sheet.merge_range(3, 1, 5, 1, "第一代表小组")
        else:
            sheet.write_merge(0, 0, 0, 1, "代表花名册")
            sheet.write_merge(1, 2, 0, 0, "姓名")
            sheet.write_merge(1, 2, 1, 1, "小组")
            sheet.write_merge(3, 5, 1, 1, "第一代表小组")

    (book if suffix == ".xlsx" else old_book)(path, rows, merge)
    office.do("import", path.name)
    assert office.rows("SELECT name, group_id FROM deputy ORDER BY id") == [("张三", 1), ("李四", 1), ("王五", None)]


def test_rows_are_counted_as_the_spreadsheet_shows_them(office: Desk) -> None:
    """The table may begin anywhere; empty rows count."""
    rows = [(), (None, "名册"), (), (None, *HEADING), (), (None, "张三", "139"), (None, "李四", None, "多")]
    book(office.folder / "名册.xlsx", rows)
    lines = office("import", "名册.xlsx").err.splitlines()
    assert [line.partition(" ")[0] for line in lines[:-1]] == ["第6行", "第7行"]
    assert lines[1].startswith("第7行 D列没有表头")


# which sheet


def sheets(path: Path, **named: Any) -> Path:
    """A workbook with these sheets."""
    (name, rows), *others = named.items()

    def add(workbook: Any, _: Any) -> None:
        for other, lines in others:
            sheet = workbook.add_worksheet(other)
            for number, row in enumerate(lines):
                sheet.write_row(number, 0, row)

    return book(path, rows, add, name=name)


def test_the_one_sheet_with_headings_is_read(office: Desk) -> None:
    sheets(office.folder / "名册.xlsx", 说明=[("填表说明",), ("一、请如实填写",)], 名册=ROWS, 空=[])
    done = office("import", "名册.xlsx")
    assert (done.code, done.out, done.err) == (0, "已导入2条。\n", "没有读这些表：说明。\n")


def test_of_several_sheets_one_must_be_chosen(office: Desk) -> None:
    sheets(office.folder / "名册.xlsx", 甲村=ROWS, 乙村=[HEADING, ("王五", "13912340003")])
    done = office("import", "名册.xlsx")
    assert done.code == 2
    assert "有2张表都有表头：甲村、乙村。请用 --sheet 写明" in done.err
    assert office("import", "名册.xlsx", "--sheet", "丙村").code == 3
    office.do("import", "名册.xlsx", "--sheet", "乙村")
    assert office.rows("SELECT name FROM deputy") == [("王五",)]


def test_sheets_called_by_their_kinds_go_in_together(office: Desk) -> None:
    """Faults then say the sheet too."""
    visits = [("日期", "类型", "代表"), ("2024-03-05", "接待选民", "张三、李四")]
    path = sheets(office.folder / "一年.xlsx", 走访接待=[*visits, ("3月5日", "接待选民", "")], 代表=ROWS)
    assert "“走访接待”表第3行 日期：没有写年份" in office("import", path.name).err
    sheets(path, 走访接待=visits, 代表=ROWS)
    office.do("import", path.name)
    assert office.rows("SELECT count(*) FROM visit_deputies") == [(2,)]


def test_a_short_list_of_names_stands_in_a_cell(office: Desk) -> None:
    """述职代表 needs names alone; steps of a suggestion do not fit into one."""
    book(office.folder / "名册.xlsx")
    office.do("import", "名册.xlsx")
    book(office.folder / "述职.xlsx", [("述职日期", "述职代表"), ("2024-03-05", "张三、李四")])
    office.do("import", "述职.xlsx")
    assert office.rows("SELECT count(*) FROM duty_report_deputies") == [(2,)]
    book(office.folder / "建议.xlsx", [("标题", "提出日期", "办理过程"), ("修路", "2024-03-05", "已交办")])
    assert "“办理过程”一格写不下，只能从 .jsonl 导入" in office("import", "建议.xlsx").err


def test_a_cell_with_an_error_is_refused(office: Desk) -> None:
    rows = [("姓名", "备注"), ("张三", "")]
    fill = lambda _, sheet: sheet.write_formula("B2", "=NA()", value="#N/A")  # noqa: E731
    opened_once(book(office.folder / "名册.xlsx", rows, fill))
    assert "有单元格的公式出错（B2，" in office("import", "名册.xlsx").err


# hostile files


def bomb(path: Path) -> None:
    strings = b"<si><t>" + b"a" * 1000 + b"</t></si>"
    changed(book(path), STRINGS, b"</sst>", strings * 50_000 + b"</sst>")


def laughs(path: Path) -> None:
    entities = b'<!ENTITY a "ha">' + b"".join(
        b'<!ENTITY %c "%s">' % (at + 1, b"&%c;" % at * 10) for at in range(97, 110)
    )
    changed(book(path), STRINGS, b"?>\n", b"?>\n<!DOCTYPE sst [" + entities + b"]>")


def many_parts(path: Path) -> None:
    book(path)
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(3000):
            archive.writestr(f"xl/{number}.xml", "<a/>")


def sealed(path: Path) -> None:
    data = bytearray(book(path).read_bytes())
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    path.write_bytes(data)


def other_encoding(path: Path) -> None:
    with zipfile.ZipFile(book(path)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    parts[SHEET] = parts[SHEET].decode().replace("UTF-8", "UTF-16").encode("utf-16")
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def garbled(path: Path) -> None:
    changed(book(path), SHEET, b"<sheetData>", b"<sheetData><row r=<<<")


def no_workbook(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("照片.jpg", b"")


HOSTILE = {
    bomb: "展开后大得不正常",
    laughs: "不该有的定义",
    many_parts: "展开后太大",
    sealed: "去掉密码",
    other_encoding: "不该有的定义",
    garbled: "不完整或已损坏",
    no_workbook: "是压缩包，不是 .xlsx 表格",
    lambda path: changed(book(path), "../../etc/cron.xml", b"", b"<a/>"): "不正常的内部路径",
    lambda path: changed(book(path), "/etc/cron.xml", b"", b"<a/>"): "不正常的内部路径",
    lambda path: changed(book(path), "word/document.xml", b"", b"<a/>"): "这是 Word 文档",
}


@pytest.mark.parametrize("make", HOSTILE, ids=lambda make: make.__name__)
def test_a_hostile_workbook_gets_a_sentence(office: Desk, make: Any) -> None:
    make(office.folder / "名册.xlsx")
    before = state(office.ledger)
    done = office("import", "名册.xlsx")
    assert (done.code, HOSTILE[make] in done.err, done.out) == (2, True, ""), done.err
    assert "Traceback" not in done.err
    assert state(office.ledger) == before


def test_a_reader_that_dies_is_told_of(office: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = office.folder / "reader.py"
    reader.write_text("import os; os.abort()", encoding="utf-8")
    monkeypatch.setattr("rencli.exchange.sheets_in.READER", reader)
    book(office.folder / "名册.xlsx")
    assert "不完整或已损坏" in office("import", "名册.xlsx").err
    reader.write_text("import time; time.sleep(60)", encoding="utf-8")
    monkeypatch.setattr("rencli.exchange.sheets_in.SECONDS", 0.3)
    assert "还没有读完" in office("import", "名册.xlsx").err


def test_a_roster_of_excel_goes_in_with_one_command(office: Desk) -> None:
    """GBK, a title, a column of numbers, headings as offices write them."""
    rows = [
        ("瓦窑镇第五届人大代表花名册", "", "", "", "", ""),
        ("序号", "姓  名", "性别", "出生年月", "联系电话（手机）", "所在选区"),
        ("1", "张　三", "男", "1975.06", "139-1234-0001", "第一选区"),
        ("2", "买买提•艾力", "男", "1980年3月", "", "第二选区"),
    ]
    (office.folder / "代表花名册.csv").write_text(as_csv(rows), encoding="gb18030")
    office.do("import", "代表花名册.csv")
    assert office.rows("SELECT name, born, phone, constituency FROM deputy ORDER BY id") == [
        ("张三", "1975-06", "13912340001", "第一选区"),
        ("买买提·艾力", "1980-03", None, "第二选区"),
    ]
