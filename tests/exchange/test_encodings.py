"""Text files come in as they went out, whatever encoding and delimiter they were saved in."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from running import Desk
from tables import as_csv

from rencli.exchange import csv_in

FEW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
cells = st.text(st.sampled_from("镇村道路联通硬化代表〇𬭚éA1，。;,\t\"'=\n（）路林"), max_size=8)
rows = st.lists(st.tuples(cells, cells, cells), max_size=6)
heading = ("姓名", "联系电话", "备注")


@FEW
@given(rows, st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"]), st.sampled_from(",;\t"))
def test_every_cell_comes_back(lines: list[tuple[str, ...]], encoding: str, delimiter: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "名册.csv"
        path.write_text(as_csv([("花名册",), heading, *lines], delimiter), encoding=encoding, newline="")
        read = [tuple(row) for row in csv_in.sheet(path).rows()]
    assert read[2:] == [
        tuple(cell[1:] if cell[:1] == "'" and guards(cell) else cell for cell in line) for line in lines
    ]


def guards(cell: str) -> bool:
    """Whether the quote before a cell only kept it from being a formula."""
    return cell.lstrip("'")[:1] in ("=", "\t") and bool(cell.strip("'"))


def test_english_headings_leave_the_reading_to_the_bytes(desk: Desk) -> None:
    desk.do("init")
    path = desk.folder / "f.csv"
    path.write_bytes("held_on,type,place\n2024-03-05,走访选民,村东头\n".encode("gbk"))
    desk.do("import", str(path), "--kind", "visit")
    assert "村东头" in desk.do("visit", "list", "--format", "json")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_may_be_nearly_all_chinese(desk: Desk, encoding: str) -> None:
    desk.do("init")
    path = desk.folder / "f.csv"
    text = "日期,栏目,内容\n2024-03-05,亮点," + "全镇代表积极参加活动，" * 30 + "\n"
    path.write_bytes(text.encode(encoding))
    desk.do("import", str(path), "--kind", "note")
    assert "全镇代表" in desk.do("note", "list", "--format", "json")
