"""`ren report check`: what each number of an edited paper is, told in text order."""

import json
import re
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from editing import CONTROL, DOCUMENT, as_wps, edit, parts, put, typed, unwrapped, without_paragraph, words_of
from running import Desk

Late = Callable[[], None]


def states(desk: Desk, paper: Path, *more: str) -> dict[str, str]:
    """The state of every figure by key; one that stands twice must have one state."""
    found = json.loads(desk("report", "check", paper.name, "--format", "json", *more).out)
    return {each["key"]: each["state"] for each in found}


def odd(desk: Desk, paper: Path) -> dict[str, str]:
    """Those that are not ok."""
    return {key: state for key, state in states(desk, paper).items() if state != "ok"}


def test_a_fresh_paper_is_right(office_desk: Desk, paper: Path) -> None:
    done = office_desk("report", "check", paper.name, "--format", "json")
    found = json.loads(done.out)
    assert done.code == 0 and len(found) > 40
    assert all([*each] == ["key", "label", "written", "in_file", "in_ledger", "state"] for each in found)
    assert all(each["written"] == each["in_file"] == each["in_ledger"] and each["label"] for each in found)
    controls = re.findall(r'<w:alias w:val="ren:(.*?)=([^"]*)"', parts(paper)[DOCUMENT].decode())
    assert [(each["key"], each["written"]) for each in found] == controls


def test_what_the_ledger_learnt_is_stale(office_desk: Desk, paper: Path, late: Late) -> None:
    late()
    found = odd(office_desk, paper)
    assert set(found.values()) == {"stale"}
    assert {"visit.by_type.接待选民.events", "visit.by_type.接待选民.voters"} <= set(found)
    done = office_desk("report", "check", paper.name)
    assert done.code == 1 and "台账有变化" in done.out


def test_what_a_person_changed_is_edited_and_both_is_a_conflict(office_desk: Desk, paper: Path, late: Late) -> None:
    edit(paper, typed("visit.by_type.接待选民.voters", "999"))
    edit(paper, typed("suggestion.total", "23"))
    assert odd(office_desk, paper) == {"visit.by_type.接待选民.voters": "edited", "suggestion.total": "edited"}
    late()
    found = odd(office_desk, paper)
    assert (found["visit.by_type.接待选民.voters"], found["suggestion.total"]) == ("conflict", "edited")


def test_a_sentence_that_was_removed_is_missing(office_desk: Desk, paper: Path) -> None:
    before = Counter(states(office_desk, paper).values())
    edit(paper, without_paragraph("接待选民"))
    found = odd(office_desk, paper)
    assert "visit.by_type.接待选民.voters" in found and set(found.values()) == {"missing"}
    assert before == {"ok": len(states(office_desk, paper))}


def test_a_tag_that_names_no_figure_is_unknown(office_desk: Desk, paper: Path) -> None:
    edit(paper, lambda xml: xml.replace("ren:suggestion.total=", "ren:suggestion.everything=", 2))
    found = odd(office_desk, paper)
    assert found["suggestion.everything"] == "unknown"


def test_a_tag_without_a_value_is_unknown(office_desk: Desk, paper: Path) -> None:
    edit(paper, lambda xml: re.sub(r"ren:suggestion\.total=\d+", "ren:retyped", xml))
    assert odd(office_desk, paper)["retyped"] == "unknown"


def test_other_writers_keep_the_figures(office_desk: Desk, paper: Path, late: Late) -> None:
    edit(paper, as_wps)
    assert odd(office_desk, paper) == {}
    late()
    assert set(odd(office_desk, paper).values()) == {"stale"}


def test_deleted_and_inserted_text_of_tracked_changes(office_desk: Desk, paper: Path) -> None:
    tracked = (
        '<w:del w:id="900" w:author="x"><w:r><w:delText>22</w:delText></w:r></w:del>'
        '<w:ins w:id="901" w:author="x"><w:r><w:t>25</w:t></w:r></w:ins>'
    )
    pattern = r"(ren:suggestion\.total=22.*?<w:sdtContent>)<w:r><w:t[^>]*>22</w:t></w:r>"
    edit(paper, lambda xml: re.sub(pattern, rf"\1{tracked}", xml, count=1))
    found = json.loads(office_desk("report", "check", paper.name, "--format", "json").out)
    assert {each["in_file"] for each in found if each["state"] == "edited"} == {"25"}
    moved = '<w:moveFrom w:id="902" w:author="x">{}</w:moveFrom>'
    edit(
        paper,
        lambda xml: CONTROL.sub(lambda control: moved.format(control[0]) if "25" in control[0] else control[0], xml),
    )
    assert odd(office_desk, paper)["suggestion.total"] == "missing"


def test_a_copied_paragraph_is_checked_twice(office_desk: Desk, paper: Path) -> None:
    once = json.loads(office_desk("report", "check", paper.name, "--format", "json").out)

    def copied(xml: str) -> str:
        paragraph = next(each for each in re.findall(r"<w:p>.*?</w:p>", xml) if "接待选民" in words_of(each))
        return xml.replace(paragraph, paragraph * 2)

    edit(paper, copied)
    twice = json.loads(office_desk("report", "check", paper.name, "--format", "json").out)
    assert len(twice) > len(once) and {each["state"] for each in twice} == {"ok"}


def test_figures_in_tables_headers_and_boxes(office_desk: Desk, paper: Path) -> None:
    control = (
        '<w:sdt><w:sdtPr><w:alias w:val="ren:suggestion.total=22"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
    )
    run = "<w:r><w:t>22</w:t></w:r>"
    unit = "<w:tc><w:p><w:r><w:t>件</w:t></w:r></w:p></w:tc>"
    cell = f"<w:tbl><w:tr>{control.format(f'<w:tc><w:p>{run}</w:p></w:tc>')}{unit}</w:tr></w:tbl>"
    box = f"<w:txbxContent><w:p>{control.format(run)}</w:p></w:txbxContent>"
    choice = "<mc:AlternateContent><mc:Choice>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>"
    boxed = f"<w:p><w:r><w:t>框外</w:t>{choice.format(f'<w:drawing>{box}</w:drawing>')}</w:r></w:p>"
    whole = control.format(f"<w:p>{run}</w:p>")
    nested = (
        "<w:sdt><w:sdtPr/><w:sdtContent>" + f"<w:p>{control.format(control.format(run))}</w:p></w:sdtContent></w:sdt>"
    )
    count = len(states_list(office_desk, paper))
    edit(paper, lambda xml: xml.replace("<w:body>", f"<w:body>{cell}{boxed}{whole}{nested}", 1))
    edit(paper, lambda xml: xml.replace("</w:p>", f"{control.format(run)}</w:p>", 1), "word/footer1.xml")
    found = states_list(office_desk, paper)
    assert len(found) == count + 5
    assert {(each["in_file"], each["state"]) for each in found} >= {("22", "ok")}
    assert found[-1]["key"] == "suggestion.total", "the footer comes last"


def states_list(desk: Desk, paper: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(desk("report", "check", paper.name, "--format", "json").out)
    return found


def test_figures_without_controls_are_found_by_their_place(office_desk: Desk, paper: Path, late: Late) -> None:
    """Saved as .odt and back, LibreOffice 7 drops every control."""
    edit(paper, typed("suggestion.total", "23"))
    edit(paper, unwrapped)
    assert odd(office_desk, paper) == {"suggestion.total": "edited"}
    late()
    found = odd(office_desk, paper)
    assert found["visit.by_type.接待选民.voters"] == "stale" and found["suggestion.total"] == "edited"


def test_sentences_that_need_more_than_a_number_are_shown(office_desk: Desk, paper: Path) -> None:
    office_desk.do("meeting", "add", "--type", "座谈会", "--began-on", "2024-11-05", "--note", "土地流转")
    done = office_desk("report", "check", paper.name)
    assert done.code == 1
    assert "不光数要改的句子" in done.out and "座谈会" in done.out.rpartition("现在会写成")[2]


def test_the_clerks_own_sentences_are_not_shown(office_desk: Desk, paper: Path) -> None:
    edit(paper, lambda xml: xml.replace("现总结如下。", "现把一年的工作报告如下。"))
    done = office_desk("report", "check", paper.name)
    assert (done.code, "不光数" in done.out) == (0, False)


def test_a_sentence_that_was_written_by_hand_is_not_shown_again(office_desk: Desk, paper: Path, late: Late) -> None:
    late()
    office_desk("report", "refresh", paper.name)
    assert office_desk("report", "check", paper.name).code == 0


REFUSED = {
    "没有.docx": (None, 3, "没有文件"),
    "文本.docx": (b"abc", 2, "不是 Word 文档"),
    "空.docx": (b"", 2, "不是 Word 文档"),
    "旧.docx": (b"\xd0\xcf\x11\xe0" + bytes(600), 2, "旧的 .doc"),
    "锁.docx": (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), 2, "打开密码"),
    "表.xlsx": (b"PK", 2, "不是 .docx"),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("command", ["check", "refresh", "trace"])
def test_files_that_are_no_paper(office_desk: Desk, command: str, name: str) -> None:
    data, code, words = REFUSED[name]
    path = office_desk.folder / name
    if data is not None:
        path.write_bytes(data)
    done = office_desk("report", command, name)
    assert (done.code, words in done.err) == (code, True), done.err
    assert data is None or path.read_bytes() == data


def test_damaged_and_huge_files(office_desk: Desk, paper: Path) -> None:
    whole = paper.read_bytes()
    for number, data in enumerate((whole[:2000], whole[:-400], whole[:900] + bytes(300) + whole[1200:])):
        path = office_desk.folder / f"坏{number}.docx"
        path.write_bytes(data)
        assert office_desk("report", "check", path.name).code == 2
    broken = office_desk.folder / "不成.docx"
    put(broken, parts(paper) | {DOCUMENT: parts(paper)[DOCUMENT][:-40]})
    assert "已损坏" in office_desk("report", "check", broken.name).err
    entity = office_desk.folder / "实体.docx"
    put(
        entity,
        parts(paper) | {DOCUMENT: b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>' + parts(paper)[DOCUMENT]},
    )
    assert "不该有的定义" in office_desk("report", "check", entity.name).err
    huge = office_desk.folder / "大.docx"
    with huge.open("wb") as file:
        file.truncate(200_000_000)
    assert "太大（200MB）" in office_desk("report", "check", huge.name).err


def test_another_ledgers_paper_is_recognised(office_desk: Desk, paper: Path, kept: Path) -> None:
    office_desk.do("--db", "别的.db", "init")
    done = office_desk("--db", "别的.db", "report", "check", paper.name)
    assert done.code == 2 and "另一个台账" in done.err
    before = paper.read_bytes()
    assert office_desk("--db", "别的.db", "report", "refresh", paper.name).code == 2
    assert paper.read_bytes() == before
    assert office_desk("--db", "别的.db", "report", "check", paper.name, "--any-ledger").code == 1


def test_a_copy_of_the_ledger_is_the_same_ledger(office_desk: Desk, paper: Path) -> None:
    shutil.copy(office_desk.ledger, office_desk.folder / "备份.db")
    assert office_desk("--db", "备份.db", "report", "check", paper.name).code == 0


def test_a_file_that_does_not_say_its_period(office_desk: Desk, paper: Path) -> None:
    put(
        paper,
        {name: data for name, data in parts(paper).items() if name != "docProps/custom.xml"}
        | {"_rels/.rels": re.sub(rb"<Relationship [^>]*custom.xml\"/>", b"", parts(paper)["_rels/.rels"])},
    )
    done = office_desk("report", "check", paper.name)
    assert done.code == 2 and "--year" in done.err
    assert office_desk("report", "check", paper.name, "--year", "2024", "--as-of", "2024-12-31").code == 0


def test_a_file_says_its_period_itself(office_desk: Desk, paper: Path) -> None:
    done = office_desk("report", "check", paper.name, "--year", "2023")
    assert done.code == 2 and "自己带着期间" in done.err


def test_a_paper_without_figures(office_desk: Desk) -> None:
    office_desk.do("report", "make", "roster", "--year", "2024", "-o", "名册.docx")
    done = office_desk("report", "check", "名册.docx")
    assert (done.code, "没有来自台账的数" in done.err) == (0, True)


def test_long_keys_are_known_by_their_checksum(office_desk: Desk, paper: Path) -> None:
    """A tag holds 64 characters; what is longer ends in a checksum of the whole."""
    category = "农业农村和水利设施以及集镇环境卫生综合整治与公共服务设施维护更新改造和管理"
    told = json.loads(office_desk.do("suggestion", "list", "--format", "json"))
    ids = [str(each["id"]) for each in told if each["submitted_on"] >= "2024"]
    for number in ids[:12]:
        office_desk.do("suggestion", "edit", number, "--category", category)
    office_desk.do("report", "make", "annual", "--year", "2024", "--as-of", "2024-12-31", "-o", "长.docx")
    long = office_desk.folder / "长.docx"
    assert re.search(r'ren:suggestion\.by_category\.[^"]*#[0-9a-f]{8}"', parts(long)[DOCUMENT].decode())
    assert odd(office_desk, long) == {}
    office_desk.do("suggestion", "edit", ids[12], "--category", category)
    found = states(office_desk, long)
    assert found[f"suggestion.by_category.{category}"] == "stale"
