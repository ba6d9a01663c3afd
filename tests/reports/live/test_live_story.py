"""The year's end: made in December, edited in LibreOffice, records come late, checked, refreshed, opened."""

import json
import re
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from editing import DOCUMENT, PAPER, parts, words_of
from rendering import Office
from running import Desk

from rencli import gongwen

pytestmark = pytest.mark.render

MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">{}
</script:module>
"""
BASIC = """
Function Found(doc, words)
  search = doc.createSearchDescriptor()
  search.SearchString = words
  Found = doc.findFirst(search)
End Function
Function Paragraph(doc, words)
  spot = doc.getText().createTextCursorByRange(Found(doc, words).getStart())
  spot.gotoStartOfParagraph(False)
  spot.gotoEndOfParagraph(True)
  Paragraph = spot
End Function
Sub Work(source, target, filter)
  On Error GoTo Failed
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  text = doc.getText()
  EDITS
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName"
  how(0).Value = filter
  doc.storeToURL(target, how())
  doc.close(True)
  Exit Sub
Failed:
  Open ConvertFromURL(target & ".log") For Output As #1
  Print #1, "line " & Erl & ": " & Error$
  Close #1
  StarDesktop.terminate()
End Sub
"""
WORD, ODT = "MS Word 2007 XML", "writer8"


def work(office: Office, source: Path, target: Path, edits: str = "", filter: str = WORD) -> None:
    """Open a file in LibreOffice, edit it by its own Basic, and save it."""
    profile = office.home / "profile"
    if not (profile / "user" / "basic" / "Standard").exists():
        office.convert(gongwen.to_docx(gongwen.parse("# 题\n")))  # makes the profile
    module = MODULE.format(escape(BASIC.replace("EDITS", edits)))
    basic = profile / "user" / "basic" / "Standard"
    assert basic.is_dir(), "LibreOffice has made its profile"
    (basic / "Module1.xba").write_text(module, encoding="utf-8")
    library = (basic / "script.xlb").read_text(encoding="utf-8")
    if "Module1" not in library:
        element = '<library:element library:name="Module1"/>'
        (basic / "script.xlb").write_text(
            library.replace("</library:library>", f"{element}</library:library>"), "utf-8"
        )
    called = f'macro:///Standard.Module1.Work("{source.as_uri()}","{target.as_uri()}","{filter}")'
    command = [office.program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", called]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    log = target.with_name(f"{target.name}.log")
    assert target.exists(), log.read_text(encoding="utf-8") if log.exists() else done.stdout + done.stderr


def found(desk: Desk, name: str) -> list[dict[str, str]]:
    told: list[dict[str, str]] = json.loads(desk("report", "check", name, "--format", "json").out)
    return told


def odd(desk: Desk, name: str) -> dict[str, str]:
    return {each["key"]: each["state"] for each in found(desk, name) if each["state"] != "ok"}


def test_the_story_of_a_year(office: Office, office_desk: Desk, paper: Path) -> None:
    edited = office_desk.folder / "改过.docx"
    voters = next(each for each in found(office_desk, PAPER) if each["key"] == "visit.by_type.接待选民.voters")
    edits = f"""
  Paragraph(doc, "接待选民").CharWeight = 150
  text.insertString(Found(doc, "现总结如下。").getEnd(), "这一句是文书自己加的。", False)
  Paragraph(doc, "六、存在的不足").setString("六、不足之处")
  Found(doc, "{voters["in_file"]}").setString("999")
  doc.RecordChanges = True
  Found(doc, "上述建议").setString("这些建议")
  doc.RecordChanges = False
"""
    work(office, paper, edited, edits)
    before = gongwen.docx_text(edited.read_bytes())
    assert "这一句是文书自己加的。" in before and "999人次" in before
    assert len(found(office_desk, "改过.docx")) == len(found(office_desk, PAPER))
    assert odd(office_desk, "改过.docx") == {"visit.by_type.接待选民.voters": "edited"}

    office_desk.do("visit", "add", "--held-on", "2024-12-20", "--type", "接待选民", "--voters", "12")
    states = odd(office_desk, "改过.docx")
    assert states["visit.by_type.接待选民.voters"] == "conflict"
    assert states["visit.by_type.接待选民.events"] == "stale"
    done = office_desk("report", "refresh", "改过.docx")
    assert done.code == 1 and "没有动：走访·接待选民·选民人次" in done.err
    office_desk("report", "refresh", "改过.docx", "--force", "visit.by_type.接待选民.voters")
    assert odd(office_desk, "改过.docx") == {}

    after = gongwen.docx_text(edited.read_bytes())
    assert "这一句是文书自己加的。" in after and "不足之处" in after and "这些建议" in after
    assert re.sub(r"\d+", "", after) == re.sub(r"\d+", "", before), "the prose is the clerk's"
    told = json.loads(office_desk.do("report", "trace", "改过.docx", "--format", "json"))
    assert all(each["records"] for each in told if each["value"] not in ("0", ""))
    saved = office_desk.folder / "再存.docx"
    work(office, edited, saved)
    assert odd(office_desk, "再存.docx") == {}, "LibreOffice opens and saves what was refreshed"


def test_copied_and_deleted_paragraphs(office: Office, office_desk: Desk, paper: Path) -> None:
    edited = office_desk.folder / "改过.docx"
    edits = """
  Paragraph(doc, "接待选民").setString("")
"""
    work(office, paper, edited, edits)
    assert set(odd(office_desk, "改过.docx").values()) <= {"missing"}
    assert "visit.by_type.接待选民.voters" in odd(office_desk, "改过.docx")


def test_accepted_changes_and_a_copied_paragraph(office: Office, office_desk: Desk, paper: Path) -> None:
    edited = office_desk.folder / "改过.docx"
    edits = """
  frame = doc.getCurrentController().getFrame()
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  doc.RecordChanges = True
  Found(doc, "上述建议").setString("这些建议")
  doc.RecordChanges = False
  helper.executeDispatch(frame, ".uno:AcceptAllTrackedChanges", "", 0, Array())
  doc.getCurrentController().select(Paragraph(doc, "接待选民"))
  helper.executeDispatch(frame, ".uno:Copy", "", 0, Array())
  doc.getCurrentController().getViewCursor().gotoEnd(False)
  helper.executeDispatch(frame, ".uno:Paste", "", 0, Array())
"""
    work(office, paper, edited, edits)
    text = gongwen.docx_text(edited.read_bytes())
    assert "这些建议" in text and text.count("接待选民") > gongwen.docx_text(paper.read_bytes()).count("接待选民")
    assert "<w:ins " not in parts(edited)[DOCUMENT].decode()
    keys = [each["key"] for each in found(office_desk, "改过.docx")]
    assert keys.count("visit.by_type.接待选民.voters") == 2
    assert odd(office_desk, "改过.docx") == {}


def test_saved_as_odt_and_back(office: Office, office_desk: Desk, paper: Path) -> None:
    odt, back = office_desk.folder / "总结.odt", office_desk.folder / "回来.docx"
    work(office, paper, odt, filter=ODT)
    work(office, odt, back)
    assert odd(office_desk, "回来.docx") == {}
    office_desk.do("visit", "add", "--held-on", "2024-12-20", "--type", "接待选民", "--voters", "12")
    before = gongwen.docx_text(back.read_bytes())
    office_desk("report", "refresh", "回来.docx")
    assert odd(office_desk, "回来.docx") == {}
    after = gongwen.docx_text(back.read_bytes())
    assert before != after and re.sub(r"\d+", "", after) == re.sub(r"\d+", "", before)
    assert "ren:visit" in parts(back)[DOCUMENT].decode() and words_of(parts(back)[DOCUMENT].decode())
