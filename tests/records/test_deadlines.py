"""Every period of a suggestion under the rules of a place, and the whole computation of the one in force."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from rencli.records.deadlines import deadlines
from rencli.records.explain import explain
from rencli.records.life import Terms
from rencli.records.suggestion import Suggestion
from rencli.rules import load

Raw = Mapping[str, Any]
RULES = {name: load(name) for name in ("national", "重庆", "山东", "浙江")}

ASSIGN = {"step": "交办", "on": "2024-02-01", "unit": "甲站"}
REPLY = {"step": "答复", "on": "2024-03-20", "result": "A"}
RETURN = {"step": "退回", "on": "2024-02-08", "reason": "不属职权"}


def day(text: str) -> date:
    return date.fromisoformat(text)


def case(*steps: Raw, place: str, session: int | None = None, **more: Any) -> tuple[Suggestion, Terms]:
    raw = {"title": "甲", "submitted_on": "2024-01-29", "steps": list(steps)}
    found, problems = Suggestion.read(raw | ({"session": session} if session else {}))
    assert problems == []
    close = day("2024-01-31") if session else None
    return found, Terms(RULES[place], congress_close=close, between=session is None, **more)


def matters(*steps: Raw, **more: Any) -> dict[str, tuple[str, str]]:
    found, terms = case(*steps, **more)
    return {
        each["matter"]: (str(each["due"]), str(each["done_on"])) for each in deadlines(found, terms, day("2024-12-31"))
    }


def test_chongqing_has_every_period_of_the_contract() -> None:
    heard = {"step": "反馈", "on": "2024-04-02", "attitude": "满意", "outcome": "不满意", "reason": "没有落实"}
    steps = [
        ASSIGN,
        RETURN,
        ASSIGN | {"on": "2024-02-20", "co_units": ["乙所"]},
        {"step": "面商", "on": "2024-02-26"},
        {"step": "会办", "on": "2024-03-04", "unit": "乙所"},
        REPLY,
        heard,
        {"step": "重办", "on": "2024-04-03"},
    ]
    assert matters(*steps, place="重庆") == {
        "交办": ("2024-02-09", "2024-02-01"),
        "再交办": ("2024-02-28", "2024-02-20"),
        "退回": ("2024-03-05", "2024-03-20"),
        "首次联系": ("2024-03-19", "2024-02-26"),
        "会办": ("2024-04-02", "2024-03-04"),
        "答复": ("2024-05-20", "2024-03-20"),
        "反馈": ("2024-04-18", "2024-04-02"),
        "重办": ("2024-06-03", "None"),
    }


def test_a_return_that_was_not_handed_over_again_waits_for_the_office() -> None:
    assert matters(ASSIGN, RETURN, place="重庆") == {
        "交办": ("2024-02-09", "2024-02-01"),
        "再交办": ("2024-02-28", "None"),
        "退回": ("2024-02-20", "2024-02-08"),
        "首次联系": ("2024-03-05", "2024-02-08"),
    }


def test_equals_give_one_another_no_opinion() -> None:
    equals = ASSIGN | {"co_units": ["乙所"], "method": "分办"}
    assert "会办" not in matters(equals, place="浙江")
    assert "会办" in matters(equals | {"method": "主会办"}, place="浙江")
    assert "会办" in matters(ASSIGN | {"co_units": ["乙所"]}, place="浙江")


@pytest.mark.parametrize(
    "ending", [{"step": "撤回", "on": "2024-02-20"}, {"step": "并案", "on": "2024-02-20", "into": "5-3-2"}]
)
def test_what_ends_a_suggestion_ends_every_open_matter_and_leaves_its_date(ending: Raw) -> None:
    assert matters(ASSIGN, ending, place="重庆") == {
        "交办": ("2024-02-09", "2024-02-01"),
        "退回": ("2024-02-20", "2024-02-20"),
        "首次联系": ("2024-03-05", "2024-02-20"),
        "答复": ("2024-05-06", "2024-02-20"),
    }


def test_an_extension_stays_in_force_in_a_withdrawn_one() -> None:
    extended = {"step": "延期", "on": "2024-02-10", "due": "2024-06-01", "reason": "难"}
    ended = {"step": "撤回", "on": "2024-02-20"}
    assert matters(ASSIGN, extended, ended, place="national") == {"答复": ("2024-06-01", "2024-02-20")}


@pytest.mark.parametrize(
    ("place", "session", "complex", "due"),
    [
        ("national", 3, False, "2024-05-06"),
        ("national", None, False, "2024-05-06"),
        ("national", None, True, "2024-08-01"),
        ("重庆", 3, False, "2024-04-01"),
        ("重庆", 3, True, "2024-04-01"),
        ("重庆", None, False, "2024-05-06"),
        ("重庆", None, True, "2024-08-01"),
        ("山东", 3, False, "2024-04-01"),  # two months from the close on 31 January end on a Sunday
        ("山东", None, False, "2024-05-06"),
    ],
)
def test_the_reply_by_place_session_and_hardness(place: str, session: int | None, complex: bool, due: str) -> None:
    assert matters(ASSIGN, place=place, session=session, complex=complex)["答复"][0] == due


def why(*steps: Raw, **more: Any) -> list[str]:
    found, terms = case(*steps, **more)
    return explain(found, terms, day("2024-12-31"))


def test_why_tells_event_rule_text_count_holiday_and_day() -> None:
    assert why(ASSIGN, place="重庆") == [
        "交办 2024-02-01（星期四），当日不计入",
        "三个月：重庆代表法办法第四十七条（2016-03-31文本）",
        "数到 2024-05-01（星期三）",
        "末日休息：2024-05-01 至 2024-05-05 劳动节，顺延至下一个工作日（参照民法典第二百零三条）",
        "到期 2024-05-06（星期一）",
    ]


def test_why_tells_what_was_not_read() -> None:
    assert why(ASSIGN, place="山东", session=3)[:2] == [
        "闭会 2024-01-31（星期三），当日不计入",
        "两个月：山东乡镇规定第十五条（2015-12-03文本）；2022年修正后的条文没有读到；只见于一处或摘录，用前请核对原文",
    ]


def test_why_tells_a_typed_due_beside_the_computed_one() -> None:
    assert why(ASSIGN | {"due": "2024-03-09"}, place="重庆", session=3) == [
        "2024-02-01 交办时写定 2024-03-09，照写的算",
        "照规定推算是 2024-04-01：交办 2024-02-01 起两个月（重庆乡镇条例第十六条），末日 2024-04-01",
    ]


def test_why_tells_extensions_the_late_one_and_the_ceiling() -> None:
    first = {"step": "延期", "on": "2024-03-25", "due": "2024-05-31", "reason": "难"}
    late = {"step": "延期", "on": "2024-06-03", "due": "2024-07-01", "reason": "更难"}
    assert why(ASSIGN, first, late, place="重庆", session=3)[-4:] == [
        "2024-03-25 延期至 2024-05-31",
        "没有超过延期上限 2024-06-03（重庆乡镇条例第十六条）",
        "2024-06-03 延期至 2024-07-01，延期时已超期（原期限 2024-05-31）",
        "超过延期上限 2024-06-03：交办 2024-02-01 起四个月（重庆乡镇条例第十六条），"
        "末日 2024-06-01 是星期六，顺延至 2024-06-03",
    ]


def test_why_of_a_life_without_a_due() -> None:
    assert why(place="重庆") == ["还没有交办，没有办理期限"]
    assert why(ASSIGN, RETURN, place="重庆") == ["2024-02-08 退回，没有再交办，没有办理期限"]
    redo = {"step": "重办", "on": "2024-04-03"}
    assert why(ASSIGN, REPLY, redo, place="national") == ["“national”没有规定重办的期限，重办时也没有写定"]


def test_why_of_working_days_names_what_was_skipped_and_made_up() -> None:
    from rencli.rules import explain as computation

    due = RULES["重庆"].period_due("再交办", day("2024-02-08"))
    assert due is not None
    assert computation(due) == [
        "退回 2024-02-08（星期四），当日不计入",
        "十个工作日：重庆建议条例第十六条（2017-11-30文本）；自收到退回意见起，台账从退回起算",
        "数到 2024-02-28（星期三），不计休息日10天：2024-02-10 至 2024-02-17 春节、2024-02-24 至 2024-02-25 周末；"
        "调休上班照计：2024-02-18",
        "到期 2024-02-28（星期三）",
    ]


def test_why_of_a_year_without_a_table() -> None:
    from rencli.rules import explain as computation

    assert computation(RULES["national"].reply_due(day("2026-11-20")))[-2:] == [
        "没有 2027 年的节假日表，只按周末计；放假通知公布后用 ren rules holidays 2027 记入",
        "到期 2027-02-22（星期一）",
    ]
