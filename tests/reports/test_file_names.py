"""Default file names carry the town and the time, are safe and short; everyday names lead to one paper."""

import pytest
from running import Desk

from rencli.reports.make import LONGEST_NAME
from rencli.reports.manifest import manifests


@pytest.fixture
def office(desk: Desk) -> Desk:
    desk.do("init", "--office", "松泉镇", "--county", "南屏县")
    desk.do("term", "add", "--number", "5", "--began-on", "2021-12-20")
    desk.do("deputy", "add", "--name", "周桂兰", "--constituency", "第一选区")
    desk.do("station", "add", "--name", "柳坝村代表联络站", "--type", "联络站")
    desk.do("meeting", "add", "--type", "主席团会议", "--began-on", "2024-03-05")
    congress = ("--type", "人代会", "--term", "5", "--session", "3", "--began-on", "2024-01-15")
    desk.do("meeting", "add", *congress, "--title", "松泉镇第五届人民代表大会第三次会议")
    desk.do("visit", "add", "--type", "接待选民", "--held-on", "2024-06-12", "--station", "柳坝村代表联络站")
    desk.do("activity", "add", "--type", "视察", "--held-on", "2024-05-06", "--theme", "春耕/用水:" + "灌渠" * 60)
    desk.do("suggestion", "add", "--title", "关于修路的建议", "--submitted-on", "2024-03-04")
    desk.do("opinion", "add", "--received-on", "2024-06-12", "--content", "路灯不亮")
    return desk


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("dossier 周桂兰 --year 2023", "松泉镇周桂兰2023年履职档案"),
        ("dossier 周桂兰", "松泉镇周桂兰2021年12月20日至2024年7月1日履职档案"),
        ("meeting-notice 1", "松泉镇2024年3月5日主席团会议通知"),
        ("sign-in 2", "松泉镇2024年1月15日第五届人民代表大会第三次会议签到表"),
        ("reception-notice 1", "松泉镇2024年6月12日柳坝村代表联络站接待日公告"),
        ("suggestion-card 5-0-1", "松泉镇2024年代表建议办理情况登记卡5-0-1"),
        ("opinion-card 1", "松泉镇2024年选民意见转办情况登记卡1"),
        ("opinion-card --year 2024", "松泉镇2024年选民意见转办情况登记卡"),
        ("花名册 --year 2023", "松泉镇2023年代表花名册"),
        ("上半年总结", "松泉镇2024年上半年工作总结"),
    ],
)
def test_a_name_has_town_and_time(office: Desk, line: str, name: str) -> None:
    assert office.do("report", "make", *line.split()) == f"{name}.docx"


def test_a_long_theme_is_cut_and_made_safe(office: Desk) -> None:
    name = office.do("report", "make", "brief", "1").removesuffix(".docx")
    assert name.startswith("松泉镇2024年5月6日春耕_用水_灌渠") and name.endswith("工作信息")
    assert len(name) == LONGEST_NAME


def test_every_shipped_name_says_when() -> None:
    for each in manifests():
        assert "{单位}" in each.file and ("{期间}" in each.file or "{日期}" in each.file), each.name


def test_everyday_names_do_not_hide_titles() -> None:
    titles = {each.title for each in manifests()} | {each.name for each in manifests()}
    assert [name for each in manifests() for name in each.also if name in titles] == []


def test_a_paper_of_one_record_says_whose_number_it_wants(office: Desk) -> None:
    done = office("report", "make", "接待日公告")
    assert done.code == 2
    assert "ren visit list" in done.err and "1号2024-06-12 柳坝村代表联络站接待选民" in done.err
    office.do("visit", "remove", "1", "--yes")
    assert "还没有这样的走访接待" in office("report", "make", "接待日公告").err


def test_a_roster_of_a_quiet_year_gets_no_hint(office: Desk) -> None:
    assert office("report", "make", "roster", "--year", "2023").err == ""
    assert "2023年没有任何记录" in office("report", "make", "annual", "--year", "2023").err
    assert "从2021年12月20日开始" in office("report", "make", "roster", "--year", "2019").err
