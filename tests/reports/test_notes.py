"""The clerk's words as templates find them: what fits a frame, nothing twice, no numbers of their own."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from keeping import Book

from rencli.figures.period import period
from rencli.records import load
from rencli.reports import names
from rencli.reports.notes import phrase

OFFICE = {"kind": "office", "name": "松泉镇", "county": "南屏县"}


@pytest.mark.parametrize(
    ("note", "fitting"),
    [
        ("围绕集镇改造、产业用水两件大事", "围绕集镇改造、产业用水两件大事"),
        ("围绕两件大事，依法履职。", "围绕两件大事"),
        ("围绕两件大事依法履职", "围绕两件大事"),
        ("围绕两件大事，认真依法履职尽责；", "围绕两件大事"),
        ("依法履职，服务大局", "服务大局"),
        ("依法履职。", ""),
        ("在镇党委的正确领导下，围绕中心工作", "围绕中心工作"),
        ("围绕县人大主席团座谈会部署，认真谋划", "围绕县人大主席团座谈会部署，认真谋划"),
        ("以代表履职为中心", "以代表履职为中心"),
        ("保障代表依法履职", None),
        ("2024年，围绕两件大事", None),
        ("一年来，围绕两件大事", None),
        ("镇人大主席团坚持围绕大局", None),
        ("围绕两件大事。做好工作", None),
        ("围绕两件大事\n做好工作", None),
        ("围绕" + "集镇改造" * 10, None),
    ],
)
def test_a_phrase_of_the_opening_fits_between_lead_and_duty(note: str, fitting: str | None) -> None:
    assert phrase(note) == fitting


def known(tmp_path: Path, *lines: dict[str, Any], year: str = "2024") -> dict[str, Any]:
    """What a template of the year may name."""
    with Book(tmp_path).keep(OFFICE, *lines).opened(date(2025, 1, 6)) as ledger:
        return names.names(ledger, period(ledger, {"year": year}), date(2025, 1, 6))


def note(section: str, text: str, on: str = "2024-05-06") -> dict[str, Any]:
    return {"kind": "note", "on": on, "section": section, "text": text}


def test_notes_come_by_section_and_identical_ones_once(tmp_path: Path) -> None:
    found = known(
        tmp_path,
        note("会议", "会前先调研。\n会后再跟踪。"),
        note("会议", "会前先调研。\n会后再跟踪", "2024-06-01"),
        note("建议", "会前先调研。\n会后再跟踪。"),
        note("开头", "围绕两件大事，依法履职"),
        note("开头", "围绕两件大事", "2024-06-01"),
        note("开头", "2024年是换届之年。"),
        note("亮点", "去年的", "2023-06-01"),
    )["素材"]
    assert {section: texts for section, texts in found.items() if texts} == {
        "会议": ["会前先调研。\n会后再跟踪。"],
        "建议": ["会前先调研。\n会后再跟踪。"],
        "开头": ["围绕两件大事"],
        "开头句": ["2024年是换届之年。"],
    }
    assert {*load("note").field("section").words, "开头句"} == found.keys()


def test_points_join_a_series_one_by_one(tmp_path: Path) -> None:
    texts = ("一是跟踪不紧。二是档案不全；三是人手少", "（一）经费不足\n2.5万元没有到位", "经费不足。")
    found = known(tmp_path, *(note("不足", text) for text in texts))["素材"]
    assert found["不足"] == ["跟踪不紧。", "档案不全；", "人手少", "经费不足", "2.5万元没有到位"]


def test_a_plan_written_twice_is_one_plan(tmp_path: Path) -> None:
    def plan(title: str, **more: str) -> dict[str, Any]:
        return {"kind": "plan", "year": 2025, "title": title, **more}

    lines = (
        plan("视察灌渠"),
        plan("视察灌渠。", due="2025-06-30"),
        plan("召开主席团会议", due="2025-03-31"),
        plan("召开主席团会议", due="2025-06-30"),
        plan("培训代表", due="2025-05-31"),
        plan("培训代表", due="2025-05-31", done_on="2025-05-20"),
    )
    told = [("召开主席团会议", 3), ("培训代表", 5), ("视察灌渠。", 6), ("召开主席团会议", 6)]
    found = known(tmp_path, *lines)
    assert [(each["事项"], each["完成时限"].month) for each in found["下年安排"]] == told
    with Book(tmp_path).keep(OFFICE, *lines).opened() as ledger:
        plans = names.Lists(ledger, period(ledger, {"year": "2025"}))["工作安排"]
    assert len(plans) == 4
    assert [each["完成日期"] for each in plans if each["事项"] == "培训代表"] == [date(2025, 5, 20)]
