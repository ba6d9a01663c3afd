"""Filled forms of feedback: with our controls, typed anew, several in a file, unclear ones, hostile ones."""

import zipfile
from collections.abc import Callable, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any, Final

import pytest
import xlsxwriter
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from running import Desk

from rencli.errors import InvalidInputError
from rencli.exchange.answers import answers
from rencli.exchange.grades import grade

BLANK: Final = "□满意　　□基本满意　　□不满意"
FILLED: Final = {
    "number": "5-3-1",
    "attitude": "☑满意　　□基本满意　　□不满意",
    "outcome": "□满意　　√基本满意　　□不满意",
    "reason": "　",
    "on": "2024年 5月 8日",
}
LABELS: Final = {
    "number": "编　　号",
    "attitude": "对办理态度",
    "outcome": "对办理结果",
    "reason": "意见（不满意的写明原因）",
    "on": "填表日期",
}
GRADES: Final = ("满意", "基本满意", "不满意")


@pytest.fixture
def office(desk: Desk) -> Desk:
    """A ledger with two suggestions that were answered."""
    desk.do("init", "--office", "瓦窑镇")
    desk.do("term", "add", "--number", "5", "--began-on", "2021-12-20")
    desk.do("deputy", "add", "--name", "张三")
    for title in ("关于增设路灯的建议", "关于扩建敬老院的建议"):
        desk.do("suggestion", "add", "--title", title, "--submitted-on", "2024-01-25", "--session", "3")
    desk.do("suggestion", "assign", "1", "2", "--unit", "镇政府", "--on", "2024-01-30")
    desk.do("suggestion", "reply", "1", "2", "--result", "A", "--on", "2024-04-10")
    return desk


def control(cell: Any, name: str, text: str) -> None:
    """Put a content control with the tag of a field into a cell."""
    box, about, tag, content, run, word = (
        OxmlElement(f"w:{each}") for each in ("sdt", "sdtPr", "tag", "sdtContent", "r", "t")
    )
    tag.set(qn("w:val"), f"ren:feedback.{name}")
    word.text = text
    for outer, inner in ((run, word), (content, run), (about, tag), (box, about), (box, content)):
        outer.append(inner)
    cell.paragraphs[0]._p.append(box)


def form(path: Path, *filled: Mapping[str, str], controls: bool = True, title: str = "关于增设路灯的建议") -> Path:
    """A paper with a form for each of the mappings."""
    document = Document()
    for said in filled:
        document.add_heading("代表建议办理情况征询意见表", 1)
        table = document.add_table(0, 4)
        for label, text in (
            ("标　　题", title),
            ("结果类别", "A 已解决或采纳"),
            ("提出代表", "李四"),
            ("收到时间", "2024-04-12"),
        ):
            row = table.add_row().cells
            row[0].text, row[1].text = label, text
        for name, text in said.items():
            row = table.add_row().cells
            row[0].text = LABELS[name]
            if controls:
                control(row[1], name, text)
            else:
                row[1].text = text
        row = table.add_row().cells
        row[0].text, row[2].text, row[3].text = "代表签名", "联系电话", "13900000001"
        document.add_paragraph("填表说明：请在合适的“□”内打“√”，态度和结果分别选一项；对办理结果不满意的，写明原因。")
    document.save(str(path))
    return path


def feedback(desk: Desk) -> list[Any]:
    return desk.rows(
        'SELECT owner_id, "on", attitude, outcome, reason FROM suggestion_steps WHERE step = ? ORDER BY owner_id, "on"',
        "反馈",
    )


@pytest.mark.parametrize("controls", [True, False])
def test_a_filled_form_is_taken(office: Desk, controls: bool) -> None:
    form(office.folder / "表.docx", FILLED, controls=controls)
    assert "已记下1份反馈" in office.do("suggestion", "take-feedback", "表.docx")
    assert feedback(office) == [(1, "2024-05-08", "满意", "基本满意", None)]
    again = office("suggestion", "take-feedback", "表.docx")
    assert again.code == 4
    assert "台账里都有了" in again.err
    assert len(feedback(office)) == 1


def test_controls_that_another_program_has_split_are_one(office: Desk) -> None:
    """LibreOffice drops the tags, keeps the aliases, and makes several controls of one."""
    path = form(office.folder / "表.docx", FILLED)
    document = Document(str(path))
    for box in list(document.element.body.iter(qn("w:sdt"))):
        tag = box.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
        tag.tag = qn("w:alias")
        box.addnext(deepcopy(box))
    document.save(str(path))
    office.do("suggestion", "take-feedback", "表.docx")
    assert feedback(office) == [(1, "2024-05-08", "满意", "基本满意", None)]


def test_a_tick_beside_the_control_counts(office: Desk) -> None:
    path = form(office.folder / "表.docx", FILLED | {"attitude": BLANK})
    document = Document(str(path))
    cell = next(row.cells[1] for row in document.tables[0].rows if row.cells[0].text == LABELS["attitude"])
    cell.paragraphs[0].add_run(" √")
    document.save(str(path))
    assert grade(answers([path])[0].said["attitude"]) == ("不满意", "")


def test_a_folder_and_a_paper_of_several_are_taken_together(office: Desk) -> None:
    folder = office.folder / "收回"
    folder.mkdir()
    second = FILLED | {"number": "5-3-2", "outcome": "□满意 □基本满意 □不满意√", "reason": "没有到现场看过"}
    path = form(folder / "两张.docx", FILLED, second)
    document = Document(str(path))
    document.tables[1].rows[0].cells[1].text = "关于扩建敬老院的建议"
    document.save(str(path))
    (folder / "~$两张.docx").write_bytes(b"lock")
    with xlsxwriter.Workbook(folder / "汇总.xlsx") as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(
            (["编号", "对办理态度", "对办理结果", "日期"], ["5-3-2", "满意", "满意", "2024-06-01"])
        ):
            sheet.write_row(at, 0, row)
    assert "已记下3份反馈" in office.do("suggestion", "take-feedback", "收回")
    assert feedback(office) == [
        (1, "2024-05-08", "满意", "基本满意", None),
        (2, "2024-05-08", "满意", "不满意", "没有到现场看过"),
        (2, "2024-06-01", "满意", "满意", None),
    ]
    assert office.rows("SELECT count(*) FROM command WHERE line LIKE '%take-feedback%'") == [(1,)]


def test_a_table_in_a_paper_is_a_list(office: Desk) -> None:
    document = Document()
    table = document.add_table(0, 4)
    for row in (
        ("编号", "对办理态度", "对办理结果", "日期"),
        ("5-3-1", "满意", "满意", "2024-05-08"),
        ("5-3-2", "", "", ""),
    ):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(office.folder / "汇总.docx"))
    office.do("suggestion", "take-feedback", "汇总.docx")
    assert feedback(office) == [(1, "2024-05-08", "满意", "满意", None)]


@pytest.mark.parametrize("controls", [True, False])
@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"outcome": "☑满意 ☑基本满意 □不满意"}, "对办理结果：选了2个：满意、基本满意"),
        ({"attitude": BLANK}, "对办理态度：没有选"),
        ({"number": ""}, "编号：没有填写"),
        ({"number": "5-3-2"}, "标题：表上写的是“关于增设路灯的建议”，台账里 5-3-2 是“关于扩建敬老院的建议”"),
        ({"number": "5-9-1"}, "编号：没有编号为 5-9-1 的建议"),
        ({"on": "　　年　月　日"}, "日期：没有填写"),
        ({"on": "5月8日"}, "日期："),
        ({"outcome": "□满意 □基本满意 ☑不满意"}, "反馈：不满意的要写明原因"),
        ({"on": "2024-04-01"}, "反馈（2024-04-01）：此时建议办理中"),
    ],
)
def test_an_unclear_form_is_refused_and_its_neighbour_with_it(
    office: Desk, change: dict[str, str], said: str, controls: bool
) -> None:
    form(office.folder / "一.docx", FILLED, controls=controls)
    form(office.folder / "二.docx", FILLED | {"on": "2024-05-09"} | change, controls=controls)
    done = office("suggestion", "take-feedback", "一.docx", "二.docx")
    assert done.code == 1
    assert f"二.docx {said}" in done.err
    assert "一份也没有写入" in done.err
    assert feedback(office) == []


def test_a_form_of_another_ledger_is_refused_by_its_title(office: Desk) -> None:
    form(office.folder / "表.docx", FILLED, title="关于疏浚柳坝灌渠的建议")
    done = office("suggestion", "take-feedback", "表.docx")
    assert done.code == 1
    assert "表上写的是“关于疏浚柳坝灌渠的建议”" in done.err


def test_a_form_without_a_day_bears_the_day_that_was_typed_once(office: Desk) -> None:
    form(office.folder / "表.docx", FILLED | {"on": "　　年　月　日"})
    office.do("suggestion", "take-feedback", "表.docx", "--on", "2024-05-20")
    assert office("suggestion", "take-feedback", "表.docx", "--on", "2024-05-27").code == 4
    assert [row[1] for row in feedback(office)] == ["2024-05-20"]


def _other(path: Path) -> None:
    document = Document()
    document.add_paragraph("编号：5-3-1")
    document.save(str(path))


def _entity(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')


def _deep(path: Path) -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        text = f"<w:document {space}><w:body>{'<w:sdt>' * 5000}{'</w:sdt>' * 5000}</w:body></w:document>"
        archive.writestr("word/document.xml", text)


def _bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * 60_000_000 + b"</a>")


@pytest.mark.parametrize(
    "make", [_other, _entity, _deep, _bomb, lambda path: path.write_bytes(b"PK\3\4 cut"), Path.touch]
)
def test_a_file_that_is_no_form_is_refused_and_named(office: Desk, make: Callable[[Path], object]) -> None:
    make(office.folder / "坏.docx")
    form(office.folder / "好.docx", FILLED)
    done = office("suggestion", "take-feedback", "好.docx", "坏.docx")
    assert done.code == 2
    assert "坏.docx" in done.err
    assert feedback(office) == []


def test_a_tick_of_the_symbol_font_counts(tmp_path: Path) -> None:
    path = form(tmp_path / "表.docx", FILLED, controls=False)
    document = Document(str(path))
    cell = document.tables[0].rows[5].cells[1]
    assert document.tables[0].rows[5].cells[0].text == LABELS["attitude"]
    cell.text = ""
    for word, char in (("满意 ", "00A3"), ("基本满意 ", "F052"), ("不满意", "00A3")):
        symbol = OxmlElement("w:sym")
        symbol.set(qn("w:font"), "Wingdings 2")
        symbol.set(qn("w:char"), char)
        cell.paragraphs[0].add_run()._r.append(symbol)
        cell.paragraphs[0].add_run(word)
    document.save(str(path))
    assert grade(answers([path])[0].said["attitude"]) == ("基本满意", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("满意", "满意"),
        (" 基本满意 ", "基本满意"),
        ("☑满意□基本满意□不满意", "满意"),
        ("□满意√ □基本满意 □不满意", "满意"),
        ("□√满意 □基本满意 □不满意", "满意"),
        ("□ 满意　■ 基本满意　□ 不满意", "基本满意"),
        ("满意□ 基本满意☑ 不满意□", "基本满意"),
        ("满意 基本满意√ 不满意", "基本满意"),
        ("满意（ ） 基本满意（√） 不满意（ ）", "基本满意"),
        ("1满意", None),
        ("非常满意", None),
        ("×满意 □基本满意 □不满意", None),
        ("☑满意 □基本满意 ☑不满意", None),
        ("□满意", ""),
        (BLANK, ""),
        ("", ""),
    ],
)
def test_the_ticked_grade(text: str, expected: str | None) -> None:
    found, fault = grade(text)
    assert (found, bool(fault)) == (expected or "", expected is None)


@given(st.sampled_from(GRADES), st.sampled_from("☑☒√✓■"), st.sampled_from(["", " ", "　　", "、"]), st.booleans())
def test_any_box_may_be_ticked_by_any_mark(chosen: str, mark: str, gap: str, behind: bool) -> None:
    boxes = {each: mark if each == chosen else "□" for each in GRADES}
    words = [f"{each}{boxes[each]}" if behind else f"{boxes[each]}{each}" for each in GRADES]
    assert grade(gap.join(words)) == (chosen, "")


@given(st.sets(st.sampled_from(GRADES), min_size=2), st.sampled_from("☑☒√✓■"))
def test_two_ticks_are_never_an_answer(chosen: set[str], mark: str) -> None:
    text = " ".join(f"{mark if each in chosen else '□'}{each}" for each in GRADES)
    found, fault = grade(text)
    assert not found
    assert fault


@given(st.text(max_size=20))
def test_a_grade_is_never_made_up(text: str) -> None:
    found, _ = grade(text)
    assert not found or found in text


def test_no_file_at_all(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="里没有"):
        answers([tmp_path])
