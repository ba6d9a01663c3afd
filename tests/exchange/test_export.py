"""Export: what leaves a ledger, and that it comes back as it left."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from running import START, Desk, environment, fresh, in_python

from rencli.output import guarded, unguarded
from rencli.records import KINDS, load

ROOT = Path(__file__).parents[2]
NARROW = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
NARROW += "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)); "
LEDGERS = [*sorted((ROOT / "tests/data").glob("*.jsonl")), ROOT / "examples/wayao/wayao-2024.jsonl"]
LEDGERS = [path for path in LEDGERS if path.name != "bad_inputs.jsonl"]


@pytest.mark.parametrize("case", LEDGERS, ids=lambda path: path.stem)
def test_a_whole_ledger_comes_back_byte_for_byte(desk: Desk, case: Path) -> None:
    desk.do("init")
    desk.do("import", str(case))
    desk.do("export", "all", "-o", str(desk.folder / "a.jsonl"))
    desk.ledger.unlink()
    desk.do("init")
    desk.do("import", str(desk.folder / "a.jsonl"))
    for name in ("b.jsonl", "a.xlsx"):
        desk.do("export", "all", "-o", str(desk.folder / name))
    assert (desk.folder / "a.jsonl").read_bytes() == (desk.folder / "b.jsonl").read_bytes()


def test_what_was_imported_is_what_is_exported(desk: Desk) -> None:
    case = ROOT / "tests/data/songquan-2024.jsonl"
    desk.do("init")
    desk.do("import", str(case))
    desk.do("export", "all", "-o", str(desk.folder / "a.jsonl"))
    lines = [json.loads(line) for line in (desk.folder / "a.jsonl").read_text(encoding="utf-8").splitlines()]
    given = [json.loads(line) for line in case.read_text(encoding="utf-8").splitlines()]
    assert len(lines) == len(given)
    order = list(KINDS)
    assert [line["kind"] for line in lines] == sorted((line["kind"] for line in given), key=order.index)
    for line in lines:
        names = [field.name for field in load(line["kind"]).fields]
        assert list(line) == ["kind", "id", *(name for name in names if name in line)]
        assert None not in line.values()
        assert [] not in line.values()


@pytest.fixture
def office(desk: Desk) -> Desk:
    """A ledger with something of everything that leaves it in its own way."""
    desk.do("init", "--office", "瓦窑镇")
    desk.do("term", "add", "--number", "5", "--began-on", "2021-12-20")
    desk.do("deputy", "add", "--name", "张三", "--phone", "13912340001", "--address", "=老街1号", "--presidium")
    desk.do("deputy", "add", "--name", "李四", "--born", "1975-06", "--no-presidium")
    title = ("suggestion", "add", "--title", "+硬化村道", "--submitted-on", "2024-03-04", "--proposer", "张三")
    desk.do(*title, "--body", "第一段，\n“第二段”")
    desk.do("suggestion", "assign", "5-0-1", "--unit", "水利站", "--on", "2024-03-05")
    reply = ("suggestion", "reply", "5-0-1", "--result", "A", "--on", "2024-03-06", "--phone", "0875-2123456")
    desk.do(*reply)
    desk.do("station", "add", "--name", "老营村联络站", "--type", "联络站", "--funds", "1234.5")
    visit = ("visit", "add", "--held-on", "2024-03-05", "--type", "走访选民", "--deputies", "张三、李四")
    desk.do(*visit, "--voters", "0")
    return desk


def exported(desk: Desk, what: str, name: str, *more: str) -> str:
    path = desk.folder / name
    desk.do("export", what, "-o", str(path), "--force", *more)
    return path.read_bytes().decode("utf-8")


def test_a_table_opens_by_double_click_and_holds_no_formula(office: Desk) -> None:
    text = exported(office, "suggestion", "建议.csv")
    assert text.startswith("\ufeffid,标题,类型,编号,内容,")
    assert '\r\n1,\'+硬化村道,建议,1,"第一段，\n“第二段”",' in text
    assert "办理过程" not in text
    people = list(csv.DictReader(io.StringIO(exported(office, "代表", "代表.csv").removeprefix("\ufeff"))))
    assert [row["住址"] for row in people] == ["'=老街1号", ""]
    assert [row["主席团成员"] for row in people] == ["是", "否"]
    assert people[0]["联系电话"] == "13912340001"
    visits = exported(office, "visit", "走访.csv").splitlines()[1]
    assert visits == "1,2024-03-05,,走访选民,,,张三、李四,,0,,,,"


def test_a_public_export_carries_neither_phone_nor_address(office: Desk) -> None:
    everything = exported(office, "all", "全部.jsonl", "--public")
    for private in ("13912340001", "2123456", "老街", "phone", "address"):
        assert private not in everything
    assert '"born": "1975-06"' in everything
    assert "联系电话" not in exported(office, "deputy", "代表.csv", "--public")
    assert "13912340001" in exported(office, "all", "全部.jsonl")


def test_nothing_to_export_makes_an_empty_file(office: Desk) -> None:
    assert exported(office, "note", "素材.csv") == ""
    assert exported(office, "note", "素材.jsonl") == ""
    office.do("export", "note", "-o", str(office.folder / "素材.xlsx"))


def test_the_same_ledger_makes_the_same_bytes(office: Desk) -> None:
    for suffix in ("jsonl", "csv", "xlsx"):
        paths = [office.folder / f"{name}.{suffix}" for name in ("一", "二")]
        for path in paths:
            office.do("export", "deputy", "-o", str(path))
        assert paths[0].read_bytes() == paths[1].read_bytes()
        assert paths[0].stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("all", "-o", "a.csv"), 2, "一个文件只放一种记录"),
        (("visit",), 2, "没有写导出到哪个文件"),
        (("visit", "-o", "a.doc"), 2, "不会写“.doc”这种文件"),
        (("visit", "-o", "a"), 2, "不会写“没有后缀”这种文件"),
        (("vist", "-o", "a.csv"), 2, "没有“vist”这种记录，是不是“visit”？"),
        (("visit", "-o", "there.csv"), 4, "已经存在"),
        (("visit", "-o", "no/where/a.csv"), 3, "没有文件夹"),
    ],
)
def test_what_cannot_be_exported_is_said_and_leaves_no_file(
    office: Desk, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], code: int, said: str
) -> None:
    monkeypatch.chdir(office.folder)
    Path("there.csv").write_text("旧")
    before = sorted(office.folder.iterdir())
    done = office("export", *words)
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert sorted(office.folder.iterdir()) == before
    assert Path("there.csv").read_text() == "旧"


def test_kinds_are_named_in_english_or_chinese(office: Desk) -> None:
    for name in ("duty_report", "duty-report", "述职"):
        assert exported(office, name, "述职.jsonl") == ""


@pytest.mark.parametrize("suffix", ["xlsx", "jsonl", "csv"])
def test_a_full_disk_leaves_the_old_file(office: Desk, suffix: str) -> None:
    target = office.folder / f"代表.{suffix}"
    target.write_bytes(b"old")
    words = ["export", "deputy", "-o", str(target), "--force"]
    done = in_python(NARROW + START, words, office.folder, environment(office.folder))
    assert (done.code, done.out) == (2, "")
    assert "写不下来（文件太大）" in done.err
    assert target.read_bytes() == b"old"
    assert not [path for path in office.folder.iterdir() if path.name.startswith(".")]


def test_an_export_needs_no_write_access_and_no_page_library(office: Desk) -> None:
    done = fresh(office.folder, ["export", "all", "-o", "全部.xlsx"])
    assert (done.code, done.out) == (0, "全部.xlsx\n")
    said = "表格放不下建议的办理过程，要连同这些请导出 .jsonl。"
    assert done.err == f"已导出7条。{said}\n"


@given(st.text("'=+-@\t\r5.a", max_size=6))
@settings(max_examples=300)
def test_a_guarded_text_reads_back_and_is_no_formula(text: str) -> None:
    kept = guarded(text)
    assert unguarded(kept) == text
    assert not kept.startswith(tuple("=+-@\t\r")) or is_number(kept)


def is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def test_values_that_a_list_shows_are_those_that_are_exported(office: Desk) -> None:
    shown: list[dict[str, Any]] = json.loads(office.do("deputy", "list", "--format", "json", "--full"))
    told = [json.loads(line) for line in exported(office, "deputy", "代表.jsonl").splitlines()]
    for each, line in zip(shown, told, strict=True):
        assert {"kind": "deputy"} | {name: value for name, value in each.items() if value is not None} == line
