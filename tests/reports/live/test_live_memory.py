"""`report history`, `--as-made`, `trace`, `diff`, `--sources`: papers are remembered and opened."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from editing import ASKED, PAPER, edit, typed
from running import Desk

from rencli import gongwen

Late = Callable[[], None]


def test_every_make_is_remembered(office_desk: Desk, late: Late) -> None:
    late()
    office_desk.do("report", "make", "annual", *ASKED, "-o", "二.txt")
    office_desk.do("report", "make", "quarter", "--quarter", "2024Q1", "-o", "季.docx")
    told = json.loads(office_desk.do("report", "history", "--format", "json"))
    assert [(each["id"], each["report"], each["file"]) for each in told] == [
        (3, "quarter", "季.docx"),
        (2, "annual", "二.txt"),
        (1, "annual", PAPER),
    ]
    assert len({each["sha256"] for each in told}) == 3 and told[2]["position"] < told[1]["position"]
    figures = {each["key"]: each for each in json.loads(office_desk.do("report", "history", "1", "--format", "json"))}
    voters = figures["visit.by_type.接待选民.voters"]
    assert int(voters["now"]) == int(voters["then"]) + 12
    assert figures["suggestion.total"]["then"] == figures["suggestion.total"]["now"]
    assert office_desk("report", "history", "9").code == 3
    assert office_desk("report", "history", "x").code == 2


def test_a_paper_of_then_is_made_again_byte_for_byte(office_desk: Desk, paper: Path, late: Late) -> None:
    late()
    office_desk.do("suggestion", "edit", "1", "--title", "改过的题目")
    office_desk.do("visit", "remove", "1")
    done = office_desk("report", "make", "annual", "--as-made", "1", "-o", "再.docx")
    assert (office_desk.folder / "再.docx").read_bytes() == paper.read_bytes()
    assert "一字不差" in done.err and "后来变了：走访" in done.err
    assert office_desk("report", "make", "annual", "--as-made", "1", "-o", "再.docx").code == 4
    assert office_desk("report", "make", "quarter", "--as-made", "1", "-o", "季.docx").code == 2
    assert office_desk("report", "make", "annual", "--as-made", "1", "--year", "2023", "-o", "年.docx").code == 2
    assert office_desk("report", "make", "annual", "--as-made", "7", "-o", "七.docx").code == 3


def test_another_template_since_is_told(office_desk: Desk, paper: Path) -> None:
    own = office_desk.folder / "own" / "templates" / "reports"
    shutil.copytree(Path(__file__).parents[3] / "templates" / "reports", own)
    closing = own / "parts" / "closing.md"
    closing.write_text(closing.read_text(encoding="utf-8") + "\n{# 改过 #}\n", encoding="utf-8")
    done = office_desk("report", "make", "annual", "--as-made", "1", "-o", "再.docx")
    assert (done.code == 0 and "一字不差" not in done.err) or gongwen.docx_text(paper.read_bytes())


def test_a_ledger_that_cannot_be_written_still_makes_papers(office_desk: Desk, monkeypatch: object) -> None:
    office_desk.ledger.chmod(0o400)
    done = office_desk("report", "make", "annual", *ASKED, "-o", "只读.docx")
    assert done.code == 0 and (office_desk.folder / "只读.docx").exists()


def test_trace_opens_every_figure(office_desk: Desk, paper: Path) -> None:
    told = json.loads(office_desk.do("report", "trace", paper.name, "--format", "json"))
    keys = {each["key"] for each in told}
    assert {"suggestion.total", "suggestion.satisfaction_rate"} <= keys
    for each in told:
        if "/" in each["key"]:
            continue
        asked = ("figure", "show", each["key"], "--year", "2024", "--as-of", "2024-12-31", "--format", "json")
        shown = json.loads(office_desk.do(*asked))
        assert (each["formula"], each["records"]) == (shown["formula"], shown["records"])
        assert each["value"] == str(shown["value"]) and each["sentences"]
    assert "算法" in office_desk.do("report", "trace", paper.name)


def test_sources_are_attached_and_live(office_desk: Desk, late: Late) -> None:
    office_desk.do("report", "make", "annual", *ASKED, "--sources", "-o", "源.docx")
    text = gongwen.docx_text((office_desk.folder / "源.docx").read_bytes())
    assert "数据来源" in text and "建议·办结率" in text and "建议22条" in text
    assert office_desk("report", "check", "源.docx").code == 0
    late()
    office_desk("report", "refresh", "源.docx")
    states = {each["state"] for each in json.loads(office_desk("report", "check", "源.docx", "--format", "json").out)}
    assert states == {"ok"}


def test_two_papers_side_by_side(office_desk: Desk, paper: Path, late: Late) -> None:
    assert "都一样" in office_desk("report", "diff", PAPER, PAPER).err
    late()
    office_desk.do("meeting", "add", "--type", "座谈会", "--began-on", "2024-11-05")
    office_desk.do("report", "make", "annual", *ASKED, "-o", "新.docx")
    told = json.loads(office_desk.do("report", "diff", PAPER, "新.docx", "--format", "json"))
    voters = next(each for each in told["figures"] if each["key"] == "visit.by_type.接待选民.voters")
    assert int(voters["b"]) == int(voters["a"]) + 12 and voters["label"] == "走访·接待选民·选民人次"
    assert any("座谈会" in each["b"] and "座谈会" not in each["a"] for each in told["sentences"])
    office_desk.do("report", "make", "annual", "--year", "2023", "--as-of", "2023-12-31", "-o", "上年.docx")
    assert "建议·总数" in office_desk.do("report", "diff", "上年.docx", PAPER)
    edit(paper, typed("suggestion.total", "23"))
    assert "23" in office_desk.do("report", "diff", PAPER, "新.docx")
