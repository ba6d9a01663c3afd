"""Papers as .html, as .pdf and on standard output; what a template may name; copies of shipped papers."""

import json
from pathlib import Path

import pytest
from running import Desk

from rencli.figures.catalogue import blocks
from rencli.reports import copying, names, own_files, pdf
from rencli.reports.filters import FILTERS, SAID
from rencli.reports.manifest import manifests


@pytest.fixture
def town(desk: Desk) -> Desk:
    desk.do("init", "--office", "瓦窑镇", "--county", "隆阳区")
    desk.do("term", "add", "--number", "5", "--began-on", "2021-12-20")
    desk.do("deputy", "add", "--name", "张三")
    added = ("suggestion", "add", "--proposer", "张三", "--submitted-on", "2024-03-04")
    desk.do(*added, "--title", "关于硬化<村道>的建议")
    desk.do("suggestion", "assign", "5-0-1", "--unit", "镇水利站", "--on", "2024-03-06")
    desk.do("suggestion", "reply", "5-0-1", "--on", "2024-04-18", "--result", "A")
    return desk


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("annual", "--year", "2024"), "工作总结"),
        (("cover", "--year", "2024"), "red-head"),
        (("reply", "5-0-1"), "letter-head"),
        (("suggestions-book", "--year", "2024"), "关于硬化&lt;村道&gt;的建议"),
        (("unit-table", "--year", "2024"), 'class="register"'),
        (("quarter", "--quarter", "2024Q1"), '<span data-figure="suggestion.'),
    ],
)
def test_papers_books_and_letters_are_written_as_html(town: Desk, args: tuple[str, ...], told: str) -> None:
    town.do("report", "make", *args, "-o", "文.html")
    made = (town.folder / "文.html").read_text(encoding="utf-8")
    assert made.startswith("<!DOCTYPE html>")
    assert told in made
    assert "<村道>" not in made
    assert f'<meta name="ren:report" content="{args[0]}">' in made


def test_pdf_without_libreoffice_is_refused_before_anything_is_made(
    town: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "_PLACES", ())
    monkeypatch.setenv("PATH", str(town.folder))
    done = town("report", "make", "annual", "--year", "2024", "-o", "文.pdf")
    assert (done.code, "装了 LibreOffice 才能写 .pdf" in done.err) == (2, True)


def test_a_libreoffice_that_hangs_is_ended(town: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = town.folder / "soffice"
    slow.write_text("#!/bin/sh\nsleep 60\n")
    slow.chmod(0o755)
    monkeypatch.setattr(pdf, "SECONDS", 0.5)
    monkeypatch.setattr(pdf, "program", lambda: str(slow))
    done = town("report", "make", "annual", "--year", "2024", "-o", "文.pdf")
    assert (done.code, "还没有写完" in done.err) == (2, True)
    assert not (town.folder / "文.pdf").exists()


def test_a_libreoffice_that_writes_nothing_is_told(town: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "program", lambda: "/bin/true")
    done = town("report", "make", "annual", "--year", "2024", "-o", "文.pdf")
    assert (done.code, "没有写出 .pdf" in done.err) == (2, True)


@pytest.mark.render
def test_a_paper_and_a_form_are_written_as_pdf(town: Desk) -> None:
    try:
        pdf.program()
    except Exception:  # noqa: BLE001  the sentence is the reason
        pytest.skip("LibreOffice is not installed")
    town.do("report", "make", "annual", "--year", "2024", "-o", "文.pdf")
    town.do("report", "make", "suggestion-card", "5-0-1", "-o", "卡.pdf")
    for name in ("文.pdf", "卡.pdf"):
        assert (town.folder / name).read_bytes().startswith(b"%PDF")


def test_several_papers_do_not_go_to_standard_output(town: Desk) -> None:
    town.do("suggestion", "add", "--title", "关于修渠的建议", "--submitted-on", "2024-03-05", "--proposer", "张三")
    town.do("suggestion", "assign", "5-0-2", "--unit", "镇水利站", "--on", "2024-03-06")
    town.do("suggestion", "reply", "5-0-2", "--on", "2024-04-18", "--result", "A")
    done = town("report", "make", "reply", "5-0-1", "5-0-2", "-o", "-")
    assert (done.code, done.out) == (2, "")


def test_a_binary_is_not_written_to_a_terminal(town: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    done = town("report", "make", "annual", "--year", "2024", "-o", "-", "--as", "docx")
    assert (done.code, "不能印到屏幕上" in done.err) == (2, True)


def test_every_name_of_a_template_and_every_filter_has_its_meaning(town: Desk) -> None:
    from rencli.figures.period import period
    from rencli.store.ledger import reading

    with reading(town.ledger) as ledger:
        given = names.names(ledger, period(ledger, {"year": "2024"}), ledger.today)
    roots = {block.title for block in blocks()}
    assert set(given) - roots - set(names.MEANT) == set()
    assert set(SAID) == set(FILTERS)


def test_fields_tell_what_a_template_prints(town: Desk) -> None:
    told = json.loads(town.do("report", "fields", "annual", "--year", "2024", "--format", "json"))
    found = {each["name"]: each for each in told["variables"]}
    assert found["建议.总数"]["value"] == "1件"
    assert found["本单位.全称"]["value"] == "瓦窑镇人民代表大会主席团"
    assert found["建议.办结率"]["meaning"]
    lists = {each["name"]: [one["name"] for one in each["fields"]] for each in told["lists"]}
    assert {"标题", "办理状态", "现状"} <= set(lists["列表.建议"])
    assert {each["name"] for each in told["filters"]} == set(FILTERS)


@pytest.mark.slow
def test_every_figure_that_is_listed_can_be_written_in_a_template(town: Desk) -> None:
    told = json.loads(town.do("report", "fields", "annual", "--year", "2024", "--format", "json"))
    roots = {block.title for block in blocks()}
    figures = [each for each in told["variables"] if each["name"].partition(".")[0].partition("[")[0] in roots]
    assert len(figures) > 300
    folder = own_files.folder() / "reports"
    folder.mkdir(parents=True)
    lines = [f"{{{{ {each['name']} }}}}" for each in figures if each["value"] != "无"]
    (folder / "annual.md").write_text("# 标题\n\n" + "\n\n".join(lines) + "\n", encoding="utf-8")
    town.do("report", "make", "annual", "--year", "2024", "-o", "数.txt")
    printed = (town.folder / "数.txt").read_text(encoding="utf-8").split()[1:]
    told_values = [each["value"] for each in figures if each["value"] != "无"]
    assert all(value.startswith(said) for said, value in zip(printed, told_values, strict=True))


@pytest.mark.slow
def test_every_shipped_paper_can_be_copied_and_then_made(town: Desk) -> None:
    for each in list(manifests()):
        town.do("template", "copy", each.name)
    for name, _, files in copying.papers():
        assert {each.state for each in files} == {"与随程序的一样"}, name
    assert town("report", "list").err == ""
    town.do("report", "make", "suggestion-card", "5-0-1", "-o", "卡.docx")


def test_a_copy_that_the_program_has_overtaken_is_told(town: Desk) -> None:
    town.do("template", "copy", "brief")
    origins = own_files.folder() / copying.ORIGINS
    noted = json.loads(origins.read_text(encoding="utf-8"))
    template = own_files.folder() / "reports" / "brief.md"
    older = template.read_bytes() + b"\n"
    template.write_bytes(older)
    assert _states("brief")["reports/brief.md"] == "改过"
    from hashlib import sha256

    origins.write_text(json.dumps(noted | {"reports/brief.md": sha256(older).hexdigest()}), encoding="utf-8")
    assert _states("brief")["reports/brief.md"] == "没有改过，随程序的已经更新"
    template.write_bytes(older + b"\n")
    assert _states("brief")["reports/brief.md"] == "改过，随程序的也已经更新"
    for spoilt in ("[1]", "{", "{" * 100_000):
        origins.write_text(spoilt, encoding="utf-8")
        assert _states("brief")["reports/brief.md"] == "改过"


def test_force_keeps_what_was_changed(town: Desk) -> None:
    town.do("template", "copy", "brief")
    template = own_files.folder() / "reports" / "brief.md"
    template.write_text("我的", encoding="utf-8")
    assert town("template", "copy", "brief").code == 4
    assert template.read_text(encoding="utf-8") == "我的"
    town.do("template", "copy", "brief", "--force")
    assert Path(f"{template}.bak").read_text(encoding="utf-8") == "我的"
    assert template.read_text(encoding="utf-8") != "我的"


def _states(name: str) -> dict[str, str]:
    return next({each.file: each.state for each in files} for called, _, files in copying.papers() if called == name)
