"""`ren report refresh`: current values where nobody edited, everything else as it stands."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from editing import DOCUMENT, as_wps, edit, parts, typed, unwrapped, without_paragraph, words_of
from running import Desk

from rencli import gongwen

Late = Callable[[], None]
VOTERS = "visit.by_type.接待选民.voters"


def checked(desk: Desk, paper: Path) -> dict[str, dict[str, str]]:
    found = json.loads(desk("report", "check", paper.name, "--format", "json").out)
    return {each["key"]: each for each in found}


def bare(xml: bytes) -> str:
    """A part without its live values, and without what XML writers do differently."""
    text = re.sub(r"<\?xml[^>]*\?>\s*", "", xml.decode())
    return re.sub(r'(ren:[^="]*=)[^"]*|(<w:t[^>]*>)[^<]*(</w:t></w:r></w:sdtContent>)', r"\1\2\3", text)


def test_only_the_numbers_change(office_desk: Desk, paper: Path, late: Late) -> None:
    before = parts(paper)
    late()
    done = office_desk("report", "refresh", paper.name)
    after = parts(paper)
    assert {name for name in before if before[name] != after[name]} == {DOCUMENT, "docProps/custom.xml"}
    assert bare(before[DOCUMENT]) == bare(after[DOCUMENT])
    assert parts(paper.with_suffix(".bak")) == before
    assert done.out.strip() == paper.name and "→" in done.err
    assert {each["state"] for each in checked(office_desk, paper).values()} == {"ok"}


def test_what_was_edited_stays(office_desk: Desk, paper: Path, late: Late) -> None:
    edit(paper, typed(VOTERS, "999"))
    edit(paper, typed("suggestion.total", "23"))
    late()
    done = office_desk("report", "refresh", paper.name)
    assert done.code == 1
    assert "没有动：走访·接待选民·选民人次 两边都变了，文件里999" in done.err
    found = checked(office_desk, paper)
    assert (found[VOTERS]["in_file"], found["suggestion.total"]["in_file"]) == ("999", "23")
    office_desk("report", "refresh", paper.name, "--force", VOTERS, "--force", "建议·总数")
    assert {each["state"] for each in checked(office_desk, paper).values()} == {"ok"}


def test_force_wants_a_figure_of_the_paper(office_desk: Desk, paper: Path) -> None:
    before = paper.read_bytes()
    done = office_desk("report", "refresh", paper.name, "--force", "没有这项")
    assert (done.code, paper.read_bytes()) == (2, before)


def test_nothing_to_do_changes_nothing(office_desk: Desk, paper: Path) -> None:
    before = paper.read_bytes()
    done = office_desk("report", "refresh", paper.name)
    assert (done.code, paper.read_bytes(), paper.with_suffix(".bak").exists()) == (0, before, False)
    assert "没有要换的数" in done.err


def test_another_file_leaves_the_first(office_desk: Desk, paper: Path, late: Late) -> None:
    before = paper.read_bytes()
    late()
    office_desk("report", "refresh", paper.name, "-o", "新.docx")
    assert paper.read_bytes() == before and not paper.with_suffix(".bak").exists()
    assert {each["state"] for each in checked(office_desk, office_desk.folder / "新.docx").values()} == {"ok"}
    assert office_desk("report", "refresh", paper.name, "-o", "新.docx").code == 4


def test_a_removed_sentence_is_not_put_back(office_desk: Desk, paper: Path, late: Late) -> None:
    edit(paper, without_paragraph("接待选民"))
    late()
    done = office_desk("report", "refresh", paper.name)
    assert done.code == 1 and "已经删去" in done.err
    assert "接待选民" not in words_of(parts(paper)[DOCUMENT].decode())
    assert checked(office_desk, paper)[VOTERS]["state"] == "missing"


def test_a_number_that_was_put_right_by_hand_is_live_again(office_desk: Desk, paper: Path, late: Late) -> None:
    before = checked(office_desk, paper)[VOTERS]["in_file"]
    late()
    edit(paper, typed(VOTERS, str(int(before) + 12)))
    office_desk("report", "refresh", paper.name)
    assert checked(office_desk, paper)[VOTERS]["state"] == "ok"


def test_values_over_several_runs_keep_their_format(office_desk: Desk, paper: Path, late: Late) -> None:
    edit(paper, as_wps)
    late()
    office_desk("report", "refresh", paper.name)
    xml = parts(paper)[DOCUMENT].decode()
    assert xml.count("<w:b/>") and "w:proofErr" in xml and "00A77B3E" in xml
    assert {each["state"] for each in checked(office_desk, paper).values()} == {"ok"}


def test_lost_controls_are_made_again(office_desk: Desk, paper: Path, late: Late) -> None:
    edit(paper, unwrapped)
    text = gongwen.docx_text(paper.read_bytes())
    late()
    before = checked(office_desk, paper)
    office_desk("report", "refresh", paper.name)
    after = checked(office_desk, paper)
    assert {each["state"] for each in after.values()} == {"ok"} and list(before) == list(after)
    told = gongwen.docx_text(paper.read_bytes())
    assert re.sub(r"[\d.]+", "", told) == re.sub(r"[\d.]+", "", text)
    assert parts(paper)[DOCUMENT].count(b'w:alias w:val="ren:') >= len(after)


def test_the_backup_can_be_checked_too(office_desk: Desk, paper: Path, late: Late) -> None:
    late()
    office_desk("report", "refresh", paper.name)
    back = paper.with_name("旧.docx")
    back.write_bytes(paper.with_suffix(".bak").read_bytes())
    assert "stale" in {each["state"] for each in checked(office_desk, back).values()}
