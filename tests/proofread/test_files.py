"""What is read of a file, and the copy with comments: the real program on files of every kind."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from running import Desk, checksum

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
NS = f'xmlns:w="{W}" xmlns:mc="{MC}"'
HOLE = "量词前没有数"


def found(desk: Desk, path: Path, *more: str) -> list[tuple[str, str]]:
    """(rule, place) of what is found in a file."""
    done = desk("proofread", str(path), "--format", "json", *more)
    assert done.code in (0, 1), done.err
    return [(each["rule"], each["where"]) for each in json.loads(done.out)]


def saved(desk: Desk, document: Any, name: str = "总结.docx") -> Path:
    path = desk.folder / name
    document.save(str(path))
    return path


def paragraph(xml: str) -> Any:
    return parse_xml(f"<w:p {NS}>{xml}</w:p>")


def test_every_part_of_a_document_is_read_with_its_place(desk: Desk) -> None:
    document = docx.Document()
    document.add_paragraph("全年召开会议5次。")
    document.add_paragraph("全年召开次会议。")
    table = document.add_table(2, 3)
    table.cell(1, 2).text = "××村"
    document.sections[0].header.paragraphs[0].text = "××镇人大"
    document.sections[0].footer.paragraphs[0].text = "浏览 www.example.cn"
    assert found(desk, saved(desk, document)) == [
        (HOLE, "第2段"),
        ("没有填的空", "表1第2行第3格"),
        ("网页痕迹", "页脚"),
        ("没有填的空", "页眉"),
    ]


def test_a_text_box_is_read_once_and_deleted_text_not_at_all(desk: Desk) -> None:
    document = docx.Document()
    box = "<w:txbxContent><w:p><w:r><w:t>××镇简报</w:t></w:r></w:p></w:txbxContent>"
    body = document.element.body
    boxed = (
        '<w:r><w:t>主席团</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f"{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    deleted = (
        "<w:r><w:t>全年召开</w:t></w:r>"
        '<w:del w:id="1" w:author="a"><w:r><w:delText>××</w:delText><w:t>××</w:t></w:r></w:del>'
        '<w:ins w:id="2" w:author="a"><w:r><w:t>次会议。</w:t></w:r></w:ins>'
    )
    body.insert(0, paragraph(deleted))
    body.insert(0, paragraph(boxed))
    assert found(desk, saved(desk, document)) == [("没有填的空", "第1段旁的文本框"), (HOLE, "第2段")]


def test_words_split_over_runs_and_controls_are_one_text(desk: Desk) -> None:
    document = docx.Document()
    split = (
        "<w:r><w:t>收到建议</w:t></w:r><w:sdt><w:sdtContent><w:r><w:t>13</w:t></w:r></w:sdtContent></w:sdt>"
        '<w:proofErr w:type="spellStart"/><w:r><w:t>件，办结</w:t></w:r>'
        "<w:r><w:rPr><w:b/></w:rPr><w:t>率95%。</w:t></w:r>"
    )
    document.element.body.insert(0, paragraph(split))
    assert found(desk, saved(desk, document)) == [("比率算不出", "第1段")]


def test_markdown_is_read_as_it_is_shown(desk: Desk) -> None:
    path = desk.folder / "总结.md"
    path.write_text(
        "# 松泉镇人大2024年工作总结\n\n全年**召开**会议5次，\n研究工作。\n\n"
        "| 村 | 数 |\n|---|---|\n| ××村 | 5 |\n\n- 召开次会议。\n"
        "\n```\n召开次会议。\n```\n",
        encoding="utf-8",
    )
    assert found(desk, path) == [("没有填的空", "第8行第1格"), (HOLE, "第10行")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_of_any_usual_encoding(desk: Desk, encoding: str) -> None:
    path = desk.folder / "总结.txt"
    path.write_bytes("全年举行会议5次。\r\n\r\n召开次会议。\r\n".encode(encoding))
    assert found(desk, path) == [(HOLE, "第3行")]


def comments(path: Path) -> list[tuple[str, str]]:
    """(the words that a comment is tied to, the comment) in the order of the comments."""
    with zipfile.ZipFile(path) as archive:
        body = ElementTree.fromstring(archive.read("word/document.xml"))
        told = ElementTree.fromstring(archive.read("word/comments.xml"))
    texts = {each.get(f"{{{W}}}id"): "".join(each.itertext()) for each in told}
    open_now: list[str] = []
    tied: dict[str, str] = {}
    for element in body.iter():
        id = element.get(f"{{{W}}}id", "")
        if element.tag == f"{{{W}}}commentRangeStart":
            open_now.append(id)
            tied[id] = ""
        elif element.tag == f"{{{W}}}commentRangeEnd":
            open_now.remove(id)
        elif element.tag == f"{{{W}}}t":
            for each in open_now:
                tied[each] += element.text or ""
    assert open_now == []
    return [(tied[id], texts[id]) for id in tied]


def test_faults_become_comments_at_their_words(desk: Desk) -> None:
    document = docx.Document()
    document.add_paragraph("收到建议13件，办结率95%，全年召开次会议，××村参加。")
    document.add_table(1, 1).cell(0, 0).text = "定于01月开会"
    document.sections[0].header.paragraphs[0].text = "××镇人大"
    path = saved(desk, document)
    before = checksum(path)
    done = desk("proofread", str(path), "--annotate", str(desk.folder / "批注.docx"))
    assert done.code == 1
    assert "批注写在" in done.err
    assert checksum(path) == before
    told = comments(desk.folder / "批注.docx")
    by_words = dict(told)
    assert by_words["次"].startswith(f"{HOLE}：")
    assert by_words["办结率95%"].startswith("比率算不出：")
    assert by_words["××"].startswith("没有填的空：")
    assert by_words["01月"].startswith("月日前的零：")
    assert any("页眉" in text for text in by_words.values())
    again = docx.Document(str(desk.folder / "批注.docx"))
    assert again.paragraphs[0].text == "收到建议13件，办结率95%，全年召开次会议，××村参加。"


def test_a_copy_of_a_text_is_a_new_document(desk: Desk) -> None:
    path = desk.folder / "总结.txt"
    path.write_text("全年举行会议5次。\n召开次会议。\n", encoding="utf-8")
    assert desk("proofread", str(path), "--annotate", str(desk.folder / "批注.docx")).code == 1
    assert [each.text for each in docx.Document(str(desk.folder / "批注.docx")).paragraphs] == [
        "全年举行会议5次。",
        "召开次会议。",
    ]
    ((words, text),) = comments(desk.folder / "批注.docx")
    assert (words, text.partition("：")[0]) == ("次", HOLE)


def test_a_copy_overwrites_nothing_unasked(desk: Desk) -> None:
    path = desk.folder / "总结.txt"
    path.write_text("召开次会议。\n", encoding="utf-8")
    target = desk.folder / "批注.docx"
    target.write_bytes(b"mine")
    done = desk("proofread", str(path), "--annotate", str(target))
    assert (done.code, target.read_bytes()) == (4, b"mine")
    assert desk("proofread", str(path), "--annotate", str(target), "--force").code == 1
    assert target.read_bytes().startswith(b"PK")
    assert desk("proofread", str(target), "--annotate", str(target), "--force").code == 2
    assert desk("proofread", str(path), "--annotate", str(desk.folder / "批注.txt")).code == 2


def test_our_own_annual_paper_is_read_and_annotated_with_its_controls(desk: Desk) -> None:
    desk.do("init", "--office", "松泉镇", "--county", "南屏县")
    desk.do("import", str(Path(__file__).parents[1] / "data" / "songquan-2024.jsonl"))
    paper = desk.folder / "总结.docx"
    desk.do("report", "make", "annual", "--year", "2024", "--issued-on", "2025-01-06", "-o", str(paper))
    assert found(desk, paper) == []
    assert found(desk, paper, "--ledger") == []
    document = docx.Document(str(paper))
    document.paragraphs[3].add_run("召开次会议。")
    document.save(str(paper))
    assert desk("proofread", str(paper), "--annotate", str(desk.folder / "批注.docx")).code == 1
    ((words, _),) = comments(desk.folder / "批注.docx")
    assert words == "次"


def broken(kind: str, good: bytes) -> bytes:
    if kind == "no zip":
        return b"just some words"
    if kind == "cut":
        return good[: len(good) // 2]
    if kind == "password":
        return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    if kind == "old":
        return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    if kind == "200 MB":
        return good + b"\0" * 200_000_000
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        if kind == "no document":
            archive.writestr("a.txt", "a")
        elif kind == "bomb":
            archive.writestr("word/document.xml", b"<a>" + b" " * 60_000_000 + b"</a>")
        elif kind == "bomb beside":
            archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body/></w:document>')
            archive.writestr("word/media/a.bin", b"\0" * 310_000_000)
        elif kind == "entities":
            archive.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
        elif kind == "not xml":
            archive.writestr("word/document.xml", "<a>")
        elif kind == "deep":
            archive.writestr("word/document.xml", "<a>" * 5000 + "</a>" * 5000)
        elif kind == "no body":
            archive.writestr("word/document.xml", "<a/>")
    return made.getvalue()


KINDS = (
    "no zip", "cut", "password", "old", "200 MB", "no document", "bomb", "bomb beside", "entities", "not xml", "deep",
    "no body",
)  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_document_is_refused_with_a_sentence(desk: Desk, kind: str) -> None:
    document = docx.Document()
    document.add_section(WD_SECTION.NEW_PAGE)
    document.add_paragraph("召开次会议。")
    path = saved(desk, document)
    path.write_bytes(broken(kind, path.read_bytes()))
    done = desk("proofread", str(path), "--annotate", str(desk.folder / "批注.docx"))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("错误：")
    assert done.err.rstrip().endswith("。")
    assert not (desk.folder / "批注.docx").exists()


def test_a_file_that_is_not_there_or_no_text(desk: Desk) -> None:
    assert desk("proofread", str(desk.folder / "没有.docx")).code == 3
    assert desk("proofread", str(desk.folder)).code == 2
    (desk.folder / "空.txt").write_bytes(b"")
    (desk.folder / "白.txt").write_text("\n \n", encoding="utf-8")
    (desk.folder / "旧.doc").write_bytes(b"a")
    (desk.folder / "图.txt").write_bytes(b"PK\x03\x04 \0\0")
    for name in ("空.txt", "白.txt", "旧.doc", "图.txt"):
        done = desk("proofread", str(desk.folder / name))
        assert (done.code, done.err.startswith("错误：")) == (2, True), name
