"""The catalogue of bad inputs read from files: the entries about files, and every value out of .csv and .xlsx."""

import json
from pathlib import Path
from typing import Any

import pytest
from running import Desk, state
from tables import HEADING, OLE, ROWS, SHEET, as_csv, book, changed, old_book, opened_once

CATALOGUE = Path(__file__).parents[1] / "data" / "bad_inputs.jsonl"
HOLDERS = {
    "name": ("deputy", "姓名", {"选区": "第{}选区"}),
    "phone": ("deputy", "联系电话", {"姓名": "张{}三", "选区": "第{}选区"}),
    "date": ("visit", "日期", {"类型": "接待选民", "地点": "{}组"}),
    "title": ("suggestion", "标题", {"提出日期": "2024-03-05", "类别": "{}"}),
    "body": ("suggestion", "内容", {"提出日期": "2024-03-05", "标题": "建议{}"}),
    "number": ("visit", "选民人数", {"日期": "2024-03-05", "类型": "接待选民", "地点": "{}组"}),
}
"""For each field of the catalogue: a kind, the heading it stands under, and what else a row must say."""


@pytest.fixture
def office(desk: Desk) -> Desk:
    desk.do("init", "--office", "瓦窑镇")
    desk.do("term", "add", "--number", "5", "--began-on", "2021-12-20")
    return desk


def entries(field: str, *expected: str) -> list[dict[str, Any]]:
    with CATALOGUE.open(encoding="utf-8") as lines:
        found = [entry for entry in map(json.loads, lines) if entry["field"] == field and entry["group"] != "file"]
    return [entry for entry in found if entry["expected"] in expected]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("field", HOLDERS)
def test_values_that_are_taken_come_out_as_when_typed(office: Desk, field: str, suffix: str) -> None:
    kind, _, _ = HOLDERS[field]
    cases = entries(field, "accept", "normalise")
    path = written(office.folder / f"值{suffix}", field, [entry["value"] for entry in cases])
    done = office("import", path.name, "--kind", kind, "--format", "json")
    assert (done.code, json.loads(done.out)["rejected"]) == (0, [])
    column = {"name": "name", "phone": "phone", "date": "held_on", "number": "voters"}.get(field, field)
    stored = [value for (value,) in office.rows(f"SELECT {column} FROM {kind} ORDER BY id")]
    assert stored == [entry.get("result", entry["value"]) for entry in cases]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("field", HOLDERS)
def test_values_that_are_refused_are_refused_with_row_and_heading(office: Desk, field: str, suffix: str) -> None:
    kind, heading, _ = HOLDERS[field]
    values = [entry["value"] for entry in entries(field, "reject")]
    values = [value for value in values if not lacks(suffix, value)] if field != "body" else []
    if not values:
        return
    before = state(office.ledger)
    path = written(office.folder / f"值{suffix}", field, values)
    done = office("import", path.name, "--kind", kind, "--format", "json")
    assert done.code == 1
    rejected = json.loads(done.out)["rejected"]
    assert [each["line"] for each in rejected] == list(range(2, len(values) + 2))
    assert all(any(fault.startswith(f"{heading}：") for fault in each["errors"]) for each in rejected)
    assert state(office.ledger) == before


def written(path: Path, field: str, values: list[Any]) -> Path:
    """A table with one row for each value, and what a record needs beside it."""
    _, heading, others = HOLDERS[field]
    letters = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒"
    rows = [[heading, *others]]
    rows += [[value, *(text.format(letters[at]) for text in others.values())] for at, value in enumerate(values)]
    if path.suffix == ".csv":
        path.write_text(as_csv(rows), encoding="utf-8-sig", newline="")
        return path
    return book(path, rows)


def lacks(suffix: str, value: object) -> bool:
    """Whether no such file can hold the value: a lone surrogate, NUL; in XML a non-character."""
    none = "\0￾" if suffix == ".xlsx" else "\0"
    return isinstance(value, str) and any("\ud800" <= char <= "\udfff" or char in none for char in value)


# the entries about files, each built for real


def people(desk: Desk) -> list[tuple[str, str]]:
    return [tuple(row) for row in desk.rows("SELECT name, phone FROM deputy ORDER BY id")]


TAKEN = [("张三", "13912340001"), ("李四", "13912340002")]


@pytest.mark.parametrize(
    ("id", "data"),
    [
        ("156", as_csv().encode("utf-8-sig")),
        ("157", as_csv().encode("gbk")),
        ("159", as_csv(delimiter="\t").encode("utf-16")),
        ("163", as_csv(delimiter=";").encode()),
    ],
)
def test_a_csv_is_read_in_the_encoding_it_has(office: Desk, id: str, data: bytes) -> None:
    (office.folder / "名册.csv").write_bytes(data)
    assert office.do("import", "名册.csv") == "已导入2条。"
    assert people(office) == TAKEN


def test_164_quoted_line_breaks(office: Desk) -> None:
    rows = [("姓名", "备注"), ("张三", "一行\n二行"), ("李四", "")]
    (office.folder / "名册.csv").write_text(as_csv(rows), encoding="gbk")
    office.do("import", "名册.csv")
    assert office.rows("SELECT note FROM deputy") == [("一行\n二行",), (None,)]


def test_169_only_a_heading(office: Desk) -> None:
    (office.folder / "名册.csv").write_text(as_csv([HEADING]), encoding="utf-8")
    assert office.do("import", "名册.csv") == "文件里没有记录。已导入0条。"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (as_csv().encode("gbk") + as_csv(ROWS[1:]).encode(), "第4行是 UTF-8 编码，前面却是 GBK 编码"),
        (as_csv().encode() + as_csv(ROWS[1:]).encode("gbk"), "第4行不是 UTF-8 编码"),
        (as_csv().encode("gbk")[:-15], "第3行到一个字的中间就断了"),
        (as_csv().encode().replace(b"1391", b"\x00391", 1), "第2行含有文本文件不该有的空字节"),
        ("姓名,联系电话\n张三,\"1391\n李四,2\n".encode(), "第2行的引号没有成对"),
        (OLE + bytes(600), "内容却是表格文件"),
        (b"<html><table>", "内容却是网页"),
    ],
)  # fmt: skip
def test_160_162_a_file_that_is_not_one_text_is_refused(office: Desk, data: bytes, said: str) -> None:
    before = state(office.ledger)
    (office.folder / "名册.csv").write_bytes(data)
    done = office("import", "名册.csv")
    assert (done.code, said in done.err, done.out) == (2, True, ""), done.err
    assert state(office.ledger) == before


@pytest.mark.parametrize(
    ("rows", "line", "said"),
    [
        ([*ROWS, ("王五", "13912340003", "多")], 4, "C列没有表头"),
        ([*ROWS, HEADING, ("王五", "13912340003")], 4, "表头又出现了一次"),
        ([HEADING, *ROWS], 2, "表头又出现了一次"),
        ([*ROWS, ("合　计", "2")], 4, "这一行是合计"),
    ],
)
@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".xls"])
def test_166_167_a_row_that_is_no_record_is_named(office: Desk, rows: Any, line: int, said: str, suffix: str) -> None:
    path = office.folder / f"名册{suffix}"
    if suffix == ".csv":
        path.write_text(as_csv(rows), encoding="utf-8")
    elif suffix == ".xlsx":
        book(path, rows)
    else:
        old_book(path, rows)
    done = office("import", path.name, "--format", "json")
    [fault] = json.loads(done.out)["rejected"]
    assert (done.code, fault["line"]) == (1, line)
    assert said in fault["errors"][0]


def test_171_to_174_a_workbook_that_is_none_is_refused(office: Desk) -> None:
    folder = office.folder
    (folder / "网页.xlsx").write_text("<html><table><tr><td>姓名</td></tr></table></html>", encoding="utf-8")
    (folder / "网页.xls").write_text("\ufeff<html xmlns:x='urn:x'><table></table>", encoding="utf-8")
    (folder / "文本.xlsx").write_text(as_csv(), encoding="utf-8")
    (folder / "空.xlsx").write_bytes(b"")
    sealed = OLE + bytes(1016) + "EncryptedPackage".encode("utf-16-le") + bytes(512)
    (folder / "密码.xlsx").write_bytes(sealed)
    whole = book(folder / "好.xlsx").read_bytes()
    (folder / "断.xlsx").write_bytes(whole[: len(whole) // 2])
    (folder / "新.xls").write_bytes(whole)
    (folder / "旧.xlsx").write_bytes(old_book(folder / "好.xls").read_bytes())
    (folder / "坏.xls").write_bytes(OLE + bytes(range(256)) * 40)
    said = {
        "网页.xlsx": "内容却是网页",
        "网页.xls": "内容却是网页",
        "文本.xlsx": "请把后缀改为 .csv",
        "空.xlsx": "文件是空的",
        "密码.xlsx": "去掉密码",
        "断.xlsx": "不完整或已损坏",
        "新.xls": "请把后缀改为 .xlsx",
        "旧.xlsx": "请把后缀改为 .xls",
        "坏.xls": "不完整或已损坏",
    }
    before = state(office.ledger)
    for name, words in said.items():
        done = office("import", name)
        assert (done.code, words in done.err, done.out) == (2, True, ""), f"{name}: {done.err}"
    assert state(office.ledger) == before


@pytest.mark.parametrize("cell", [b'<c r="XFD1048576">', b"<c s='0' r='XFD1048576' >", b'<c\nr = "xfd1048576">'])
def test_176_cells_in_two_corners(office: Desk, cell: bytes) -> None:
    row = b'<row r="1048576">' + cell + b"<v>1</v></c></row></sheetData>"
    changed(book(office.folder / "角.xlsx"), SHEET, b"</sheetData>", row)
    done = office("import", "角.xlsx")
    assert (done.code, "占用的范围太大" in done.err) == (2, True)


def test_179_hidden_sheets_and_rows_are_read_and_said(office: Desk) -> None:
    def hide(workbook: Any, sheet: Any) -> None:
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.autofilter(0, 0, 2, 1)
        other = workbook.add_worksheet("旧名册")
        other.write_row(0, 0, HEADING)
        other.write_row(1, 0, ("王五", "13912340003"))
        other.hide()

    book(office.folder / "名册.xlsx", fill=hide)
    done = office("import", "名册.xlsx")
    assert done.err.splitlines() == ["“Sheet1”有1行隐藏着，隐藏的行也读进来了。", "“旧名册”是隐藏的表，也读进来了。"]
    assert people(office) == [*TAKEN, ("王五", "13912340003")]


def test_180_formulas_without_a_result(office: Desk) -> None:
    book(office.folder / "一.xlsx", fill=lambda _, sheet: sheet.write_formula("A4", "=A2"))
    opened_once(book(office.folder / "二.xlsx", fill=lambda _, sheet: sheet.write_formula("A4", "=A2", value="")))
    for name, cells in (("一.xlsx", ""), ("二.xlsx", "（A4）")):
        done = office("import", name)
        assert (done.code, done.err) == (
            2,
            f"错误：有公式还没有算出结果{cells}。请用 Excel 或 WPS 打开，保存一次再导入。\n",
        )
    opened_once(book(office.folder / "三.xlsx", fill=lambda _, sheet: sheet.write_formula("A4", "=A2", value="王五")))
    office.do("import", "三.xlsx")
    assert people(office) == [*TAKEN, ("王五", None)]


def test_182_numbers_that_lost_their_last_digits(office: Desk) -> None:
    book(office.folder / "名册.xlsx", [("姓名", "代表证号"), ("张三", 330102199001011234)])
    (office.folder / "名册.csv").write_text("姓名,代表证号\n张三,3.30102E+17\n", encoding="utf-8")
    for name in ("名册.xlsx", "名册.csv"):
        done = office("import", name)
        assert (done.code, done.err.startswith("第2行 代表证号：数字")) == (1, True), done.err


@pytest.mark.slow
def test_183_a_million_rows_that_only_have_a_form(office: Desk) -> None:
    rows = b"".join(b'<row r="%d" s="1" customFormat="1"><c r="A%d" s="1"/></row>' % (at, at) for at in range(4, 10**6))
    changed(book(office.folder / "名册.xlsx"), SHEET, b"</sheetData>", rows + b"</sheetData>")
    assert office.do("import", "名册.xlsx") == "已导入2条。"
