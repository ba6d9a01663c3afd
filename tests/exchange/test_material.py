"""A page of material: what its headings are, what stands under them, what is left, what cannot be read."""

import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml

from rencli.errors import InvalidInputError, NotFoundError
from rencli.exchange.material import ALSO, Material, material
from rencli.records.note import SECTIONS

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LINES = "一、会议\n会前调研。\n会后跟踪。\n（二）存在的不足：\n档案不全\n"


def sections(found: Material) -> list[tuple[str, list[str]]]:
    return [(block.section, block.paragraphs) for block in found.blocks]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A Word page with headings of two levels, a table, a content control, a tracked deletion and a text box."""
    document = Document()
    document.add_heading("2024年素材", 0)
    document.add_heading("会议", 1)
    document.add_paragraph("第一段。")
    document.add_heading("主席团会议", 2)
    document.add_paragraph("第二段。")
    document.add_table(1, 1).cell(0, 0).text = "表里的字"
    document.add_heading("三、工作亮点：", 1)
    document.add_paragraph("接待日改在逢集日。")
    document.add_heading("镇情", 1)
    document.add_paragraph("全镇有九个村。")
    document.add_paragraph("（四）下一步打算")
    body = document.element.body
    for xml in (
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>办好实事</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        "<w:p><w:r><w:t>跟踪</w:t></w:r><w:del><w:r><w:t>删去的</w:t></w:r></w:del><w:r><w:t>到底</w:t></w:r>"
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框里的字</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>",
    ):
        tag = xml[1 : xml.index(">")]
        element = parse_xml(xml.replace(f"<{tag}", f'<{tag} xmlns:w="{NAMESPACE}"', 1))
        body.insert(len(body) - 1, element)
    document.save(tmp_path / "素材.docx")
    return tmp_path / "素材.docx"


def test_a_word_page_is_read_by_its_headings(page: Path) -> None:
    found = material(page)
    assert sections(found) == [
        ("会议", ["第一段。", "第二段。"]),
        ("亮点", ["接待日改在逢集日。"]),
        ("打算", ["办好实事", "跟踪到底"]),
    ]
    left = ["2024年素材", "主席团会议", "表里的字", "镇情", "全镇有九个村。", "框里的字"]
    assert [each.text for each in found.left] == left
    assert found.left[2].where == "第5段后的表格"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("suffix", [".txt", ".md", ".TXT"])
def test_lines_alone_are_headings_in_every_encoding(tmp_path: Path, encoding: str, suffix: str) -> None:
    path = tmp_path / f"素材{suffix}"
    path.write_bytes(LINES.replace("\n", "\r\n").encode(encoding))
    assert sections(material(path)) == [("会议", ["会前调研。", "会后跟踪。"]), ("不足", ["档案不全"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会议\n甲\n建议：\n乙", [("会议", ["甲"]), ("建议", ["乙"])]),
        ("打算：\n一、修路\n二、修渠", [("打算", ["一、修路", "二、修渠"])]),
        ("打算：\n修路。\n二、其他\n不要", [("打算", ["修路。"])]),
        (
            "一、会议\n（一）抓准备\n甲\n二、镇情\n乙\n三、监督\n丙",
            [("会议", ["（一）抓准备", "甲"]), ("监督", ["丙"])],
        ),
        ("会议：\n甲\n其他事项：\n乙", [("会议", ["甲"])]),
        ("会议\n甲\n会议\n乙", [("会议", ["甲"]), ("会议", ["乙"])]),
        ("一、会议\n\n二、监督\n丙", [("监督", ["丙"])]),
        ("第一部分 会 议\n甲", [("会议", ["甲"])]),
    ],
)
def test_headings_and_what_only_looks_like_one(tmp_path: Path, text: str, expected: object) -> None:
    (tmp_path / "素材.txt").write_text(text, encoding="utf-8")
    found = material(tmp_path / "素材.txt")
    assert sections(found) == expected
    told = {line.strip() for block in found.blocks for line in block.paragraphs} | {each.text for each in found.left}
    named = {"一、会议", "三、监督", "二、监督", "会议", "会议：", "建议：", "打算：", "第一部分 会 议"}
    assert {line for line in text.split("\n") if line} - told <= named


def test_every_everyday_name_leads_to_one_section() -> None:
    names = [name for section in SECTIONS for name in (section, *ALSO.get(section, "").split())]
    assert sorted(set(names)) == sorted(names) and ALSO.keys() <= SECTIONS.keys()


def zipped(path: Path, name: str, data: bytes) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)


def test_files_that_are_no_page_get_their_sentence(tmp_path: Path, page: Path) -> None:
    def refused(name: str, data: bytes = b"") -> str:
        path = tmp_path / name
        if data:
            path.write_bytes(data)
        with pytest.raises(InvalidInputError) as error:
            material(path)
        return str(error.value)

    whole = page.read_bytes()
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    assert "打开密码" in refused("密码.docx", locked)
    assert "旧的 .doc" in refused("旧.docx", locked[:8] + b"x")
    assert "损坏" in refused("断.docx", whole[: len(whole) // 2])
    assert "不是 Word 文档" in refused("字.docx", b"abc")
    assert "Word" in refused("字.txt", whole)
    assert "PDF" in refused("字.md", b"%PDF-1.7")
    assert "空字节" in refused("零.txt", b"\x00\x01\x02")
    assert "不会读“.pages”" in refused("字.pages", b"abc")
    assert "没有文字" in refused("空.txt", b" \n\n")
    assert "没有一处文字" in refused("无.txt", "只有一段。".encode())
    assert "20000" in refused("长.txt", ("会议\n" + "长" * 20_001).encode())
    zipped(tmp_path / "表.docx", "xl/workbook.xml", b"<a/>")
    assert "不是 Word 文档" in refused("表.docx")
    zipped(tmp_path / "坏.docx", "word/document.xml", b"<!DOCTYPE a><a/>")
    assert "没有读取" in refused("坏.docx")
    zipped(tmp_path / "大.docx", "word/document.xml", b" " * 60_000_000)
    assert "没有读取" in refused("大.docx")
    with pytest.raises(NotFoundError):
        material(tmp_path / "没有.docx")
