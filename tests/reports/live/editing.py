"""Editing a .docx as other programs and people do: its XML rewritten part by part, python-docx not involved."""

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

ASKED: Final = ("--year", "2024", "--as-of", "2024-12-31", "--issued-on", "2025-01-06")
PAPER: Final = "总结.docx"
"""The annual paper that tests edit, and how it was asked for."""

DOCUMENT: Final = "word/document.xml"
CONTROL: Final = re.compile(r"<w:sdt><w:sdtPr><w:alias w:val=\"ren:[^>]*>.*?</w:sdt>", re.DOTALL)
PARAGRAPH: Final = re.compile(r"<w:p>.*?</w:p>", re.DOTALL)


def parts(path: Path) -> dict[str, bytes]:
    """The parts of a file, in order."""
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def put(path: Path, new: Mapping[str, bytes]) -> None:
    """Write parts as a file."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, data in new.items():
            archive.writestr(name, data)
    path.write_bytes(buffer.getvalue())


def edit(path: Path, change: Callable[[str], str], part: str = DOCUMENT) -> None:
    """Rewrite one part."""
    known = parts(path)
    before = known[part].decode()
    after = change(before)
    assert after != before, "nothing was edited"
    put(path, known | {part: after.encode()})


def typed(key: str, value: str) -> Callable[[str], str]:
    """Somebody types another value into the first control of a figure."""
    pattern = re.compile(rf'(<w:alias w:val="ren:{re.escape(key)}=[^"]*"/>.*?<w:t[^>]*>)([^<]*)(</w:t>)', re.DOTALL)
    return lambda xml: pattern.sub(lambda found: f"{found[1]}{value}{found[3]}", xml, count=1)


def without_paragraph(words: str) -> Callable[[str], str]:
    """Somebody deletes the paragraph that holds some words."""
    return lambda xml: PARAGRAPH.sub(lambda found: "" if words in words_of(found[0]) else found[0], xml)


def words_of(xml: str) -> str:
    """What a piece of XML says."""
    return "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", xml))


def as_wps(xml: str) -> str:
    """What another writer makes of it: no tags, rsids, marks of the spell checker, every value over two runs."""
    xml = re.sub(r'<w:tag w:val="[^"]*"/>', "", xml)
    xml = xml.replace("<w:p>", '<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E">')
    xml = re.sub(r"<w:r>(?=<w:t)", '<w:proofErr w:type="spellStart"/><w:r w:rsidRPr="00B12C3D">', xml)
    return re.sub(
        r'(<w:sdtContent>)(.*?)<w:r w:rsidRPr="00B12C3D"><w:t xml:space="preserve">([^<])([^<]+)</w:t></w:r>',
        r"\1\2<w:r><w:rPr><w:b/></w:rPr><w:t>\3</w:t></w:r><w:r><w:t>\4</w:t></w:r>",
        xml,
    )


def unwrapped(xml: str) -> str:
    """All controls gone, their text left: what saving as .odt in LibreOffice 7 leaves."""
    return re.sub(
        r"<w:sdt><w:sdtPr>.*?</w:sdtPr><w:sdtContent>(.*?)</w:sdtContent></w:sdt>", r"\1", xml, flags=re.DOTALL
    )
