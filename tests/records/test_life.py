"""A suggestion's life (contract section 2), sentence by sentence."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rencli.records.deadlines import deadlines
from rencli.records.joined import Conversion
from rencli.records.life import Life, Terms, live, next_steps
from rencli.records.steps import STEPS, Step
from rencli.records.suggestion import Suggestion
from rencli.records.units import Asked
from rencli.rules import RuleSet, load

Raw = Mapping[str, Any]
NATIONAL = load("national")

ASSIGN = {"step": "交办", "on": "2024-01-10", "unit": "甲站"}
LED = ASSIGN | {"co_units": ["乙所"]}
REPLY = {"step": "答复", "on": "2024-03-01", "result": "A"}
HEARD = {"step": "反馈", "on": "2024-03-05", "attitude": "满意", "outcome": "满意"}
CLOSE = {"step": "办结", "on": "2024-03-10"}


def day(text: str) -> date:
    return date.fromisoformat(text)


def read(*steps: Raw) -> list[Step]:
    found, problems = Suggestion.read({"title": "甲", "submitted_on": "2024-01-05", "steps": list(steps)})
    assert problems == []
    return found.steps


def life(*steps: Raw, as_of: str | None = None, rules: RuleSet = NATIONAL, **terms: Any) -> Life:
    asked = day(as_of) if as_of else None
    return live(day("2024-01-05"), read(*steps), Terms(rules, **terms), asked)


def fine(*steps: Raw, **more: Any) -> Life:
    found = life(*steps, **more)
    assert found.problems == []
    return found


@pytest.fixture
def local(tmp_path: Path) -> RuleSet:
    """A place whose reply period counts from the close of the congress, with all the other periods."""
    (tmp_path / "本地.toml").write_text(
        'reply_from = { event = "闭会", article = "某条" }\n'
        "[periods]\n"
        '"重办" = { months = 1, article = "某条" }\n'
        '"退回" = { working_days = 10, article = "某条" }\n'
        '"交办" = { working_days = 7, article = "某条" }\n'
        '"会办" = { months = 1, article = "某条" }\n'
        '"反馈" = { working_days = 15, article = "某条" }\n',
        encoding="utf-8",
    )
    return load("本地", [tmp_path])


# The table


ROADS: Mapping[str, list[Raw]] = {
    "待交办": [],
    "办理中": [LED],
    "已答复": [LED, REPLY | {"promise": "修路"}],
    "已反馈": [LED, REPLY | {"promise": "修路"}, HEARD],
    "已办结": [LED, REPLY | {"promise": "修路"}, HEARD, CLOSE],
    "重办中": [LED, REPLY | {"promise": "修路"}, HEARD, {"step": "重办", "on": "2024-03-10"}],
    "已撤回": [{"step": "撤回", "on": "2024-01-10"}],
    "已并案": [{"step": "并案", "on": "2024-01-10", "into": "5-3-1"}],
}
MAY: Mapping[str, str] = {  # typed from the table of section 2, read down its columns
    "待交办": "交办 并案 撤回",
    "办理中": "退回 延期 面商 会办 答复 督办 并案 撤回",
    "已答复": "面商 反馈 重办 督办 兑现 办结",
    "已反馈": "面商 反馈 重办 督办 兑现 办结",
    "已办结": "兑现",
    "重办中": "延期 面商 会办 答复 督办 撤回",
    "已撤回": "",
    "已并案": "",
}
FULL: Mapping[str, Raw] = {
    "交办": {"unit": "甲站"},
    "退回": {"reason": "不属职权"},
    "延期": {"due": "2024-08-01", "reason": "情况复杂"},
    "会办": {"unit": "乙所"},
    "答复": {"result": "B"},
    "反馈": {"attitude": "满意", "outcome": "基本满意"},
    "并案": {"into": "5-3-1"},
}


@pytest.mark.parametrize("state", ROADS)
@pytest.mark.parametrize("word", STEPS)
def test_a_step_is_taken_only_where_the_table_allows_it(state: str, word: str) -> None:
    """Refused otherwise, saying what the state is and what may come next."""
    found = life(*ROADS[state], {"step": word, "on": "2024-06-01", **FULL.get(word, {})})
    if word in MAY[state].split():
        assert found.problems == []
    else:
        following = "、".join(MAY[state].split())
        after = f"接下来可以是{following}" if following else "之后不再有环节"
        assert found.problems == [f"{word}（2024-06-01）：此时建议{state}，{after}"]
        assert found.state == state


@pytest.mark.parametrize("state", ROADS)
def test_what_may_come_next(state: str) -> None:
    assert fine(*ROADS[state]).state == state
    assert list(next_steps(state)) == MAY[state].split()


def test_steps_count_by_date_however_they_are_typed() -> None:
    assert fine(CLOSE, REPLY, HEARD, ASSIGN).state == "已办结"


def test_steps_of_one_day_count_as_given() -> None:
    same = "2024-02-01"
    assert fine(ASSIGN | {"on": same}, REPLY | {"on": same}, HEARD | {"on": same}).state == "已反馈"
    assert len(life(REPLY | {"on": same}, ASSIGN | {"on": same}).problems) == 1


def test_no_step_lies_before_the_day_of_submission() -> None:
    assert life(ASSIGN | {"on": "2024-01-04"}).problems == ["交办（2024-01-04）：早于提出日期2024-01-05"]
    fine(ASSIGN | {"on": "2024-01-05"})


def test_as_of_leaves_later_steps_out() -> None:
    steps = [ASSIGN, REPLY, HEARD]
    assert [fine(*steps, as_of=each).state for each in ("2024-01-09", "2024-01-10", "2024-02-29", "2024-03-01")] == [
        "待交办",
        "办理中",
        "办理中",
        "已答复",
    ]


def test_fulfilment_needs_a_promise_or_a_class_that_promises() -> None:
    kept = {"step": "兑现", "on": "2024-04-01"}
    assert life(ASSIGN, REPLY, kept).problems == ["兑现（2024-04-01）：此前的答复没有承诺事项"]
    assert fine(ASSIGN, REPLY | {"result": "B"}, kept).fulfilled_on == [day("2024-04-01")]
    assert fine(ASSIGN, REPLY | {"promise": "修路"}, HEARD, CLOSE, kept).state == "已办结"
    assert fine(ASSIGN, REPLY | {"result": "B"}, kept, kept).fulfilled_on == [day("2024-04-01")] * 2


def test_a_promise_of_an_earlier_round_may_be_fulfilled() -> None:
    redo = {"step": "重办", "on": "2024-03-06"}
    kept = {"step": "兑现", "on": "2024-05-01"}
    fine(ASSIGN, REPLY | {"promise": "修路"}, HEARD, redo, REPLY | {"on": "2024-04-01"}, kept)


# Due dates


def test_the_reply_is_due_three_months_after_the_handing_over() -> None:
    assert fine(ASSIGN).due == day("2024-04-10")
    assert fine(ASSIGN, complex=True).due == day("2024-07-10")


@pytest.mark.parametrize(
    ("on", "due"),
    [
        ("2024-01-13", "2024-04-15"),  # 13 April is a Saturday
        ("2024-01-14", "2024-04-15"),  # 14 April is a Sunday
        ("2024-01-06", "2024-04-07"),  # 6 April is 清明节, Sunday the 7th is worked
        ("2024-01-07", "2024-04-07"),  # the make-up Sunday itself
        ("2024-02-01", "2024-05-06"),  # 1 to 5 May are 劳动节
        ("2024-01-31", "2024-04-30"),  # April has no 31st
        ("2024-11-30", "2025-02-28"),
        ("2023-11-30", "2024-02-29"),
    ],
)
def test_a_computed_last_day_that_is_off_moves_on(on: str, due: str) -> None:
    steps = read(ASSIGN | {"on": on})
    assert live(day("2023-01-01"), steps, Terms(NATIONAL)).due == day(due)


def test_a_typed_due_stands_though_it_is_a_sunday() -> None:
    """Only computed dates move to a working day; so for an extension and a redo."""
    sunday = "2024-06-30"
    assert fine(ASSIGN | {"due": sunday}).due == day(sunday)
    assert fine(ASSIGN, {"step": "延期", "on": "2024-02-01", "due": sunday, "reason": "难"}).due == day(sunday)
    assert fine(ASSIGN, REPLY, {"step": "重办", "on": "2024-03-10", "due": sunday}).due == day(sunday)


def test_after_a_return_nothing_is_due_until_the_next_handing_over() -> None:
    back = {"step": "退回", "on": "2024-01-20", "reason": "不属职权"}
    returned = fine(ASSIGN | {"due": "2024-12-31"}, back)
    assert (returned.state, returned.due, returned.unit) == ("待交办", None, None)
    assert returned.ever_assigned
    assert returned.accepted
    anew = fine(ASSIGN | {"due": "2024-12-31"}, back, {"step": "交办", "on": "2024-02-01", "unit": "乙所"})
    assert (anew.state, anew.due, anew.unit) == ("办理中", day("2024-05-06"), "乙所")


def test_where_the_close_of_the_congress_counts_the_date_stays_after_a_return(local: RuleSet) -> None:
    back = {"step": "退回", "on": "2024-01-20", "reason": "不属职权"}
    again = {"step": "交办", "on": "2024-02-01", "unit": "乙所"}
    close = day("2024-01-08")
    assert fine(ASSIGN, rules=local, congress_close=close).due == day("2024-04-08")
    assert fine(ASSIGN, back, again, rules=local, congress_close=close).due == day("2024-04-08")
    assert fine(ASSIGN, back, rules=local, congress_close=close).due is None


def test_with_no_such_congress_the_period_counts_from_the_handing_over(local: RuleSet) -> None:
    assert fine(ASSIGN, rules=local).due == day("2024-04-10")


def test_a_redo_runs_from_its_step_not_from_the_feedback(local: RuleSet) -> None:
    """Where the rule set has no such period and none is given there is no date."""
    steps = [ASSIGN, REPLY, HEARD, {"step": "重办", "on": "2024-03-20"}]
    assert fine(*steps, rules=local).due == day("2024-04-22")  # 20 April is a Saturday
    assert fine(*steps).due is None
    assert not fine(*steps).overdue(day("2099-01-01"))


def test_the_due_date_stays_after_the_answer() -> None:
    for steps in ([ASSIGN, REPLY], [ASSIGN, REPLY, HEARD], [ASSIGN, REPLY, HEARD, CLOSE]):
        assert fine(*steps).due == day("2024-04-10")


@pytest.mark.parametrize("end", [{"step": "撤回"}, {"step": "并案", "into": "5-3-1"}])
def test_what_was_withdrawn_or_merged_is_not_due(end: Raw) -> None:
    assert fine(ASSIGN, {"on": "2024-02-01", **end}).due is None


def test_the_due_day_itself_is_not_overdue() -> None:
    found = fine(ASSIGN)
    assert not found.overdue(day("2024-04-10"))
    assert found.overdue(day("2024-04-11"))


def test_a_late_answer_ends_the_mark() -> None:
    late = fine(ASSIGN, REPLY | {"on": "2024-05-01"})
    assert not late.overdue(day("2024-06-01"))
    assert not late.on_time


def test_the_second_answer_can_be_overdue_too() -> None:
    redo = {"step": "重办", "on": "2024-03-10", "due": "2024-04-01"}
    assert fine(ASSIGN, REPLY, redo).overdue(day("2024-04-02"))
    assert not fine(ASSIGN, REPLY, redo, REPLY | {"on": "2024-05-01"}).overdue(day("2024-06-01"))


def test_the_first_reply_is_on_time_by_the_due_then_in_force() -> None:
    """Extensions included; what comes after the first reply changes nothing."""
    extended = {"step": "延期", "on": "2024-04-10", "due": "2024-05-01", "reason": "难"}
    assert fine(ASSIGN, REPLY | {"on": "2024-04-10"}).on_time
    assert not fine(ASSIGN, REPLY | {"on": "2024-04-11"}).on_time
    assert fine(ASSIGN, extended, REPLY | {"on": "2024-05-01"}).on_time
    assert not fine(ASSIGN, extended, REPLY | {"on": "2024-05-02"}).on_time
    redo = {"step": "重办", "on": "2024-04-11", "due": "2024-04-12"}
    assert fine(ASSIGN, REPLY | {"on": "2024-04-10"}, redo, REPLY | {"on": "2024-06-01"}).on_time


# 分办

SHARED = ASSIGN | {"method": "分办", "co_units": ["乙所"]}


def test_under_shared_handling_the_state_is_answered_when_the_last_unit_has() -> None:
    """And that reply counts as the reply of the round."""
    one = REPLY | {"on": "2024-02-01", "result": "C"}
    other = REPLY | {"on": "2024-04-20", "unit": "乙所", "result": "B"}
    half = fine(SHARED, one)
    assert (half.state, half.result, half.first_reply_on) == ("办理中", None, None)
    assert half.overdue(day("2024-04-11"))
    whole = fine(SHARED, one, other)
    assert (whole.state, whole.result, whole.first_reply_on) == ("已答复", "B", day("2024-04-20"))
    assert not whole.on_time


def test_under_shared_handling_only_those_units_answer() -> None:
    assert life(SHARED, REPLY | {"unit": "丙办"}).problems == [
        "答复（2024-03-01）：分办的承办单位是甲站、乙所，没有丙办"
    ]


def test_under_shared_handling_a_redo_asks_every_unit_again() -> None:
    both = [SHARED, REPLY, REPLY | {"unit": "乙所"}, {"step": "重办", "on": "2024-03-10"}]
    assert fine(*both, REPLY | {"on": "2024-04-01"}).state == "重办中"
    assert fine(*both, REPLY | {"on": "2024-04-01"}, REPLY | {"on": "2024-04-02", "unit": "乙所"}).state == "已答复"


def test_where_one_unit_leads_its_reply_is_enough() -> None:
    assert fine(SHARED | {"method": "主会办"}, REPLY).state == "已答复"


def test_under_shared_handling_the_promise_of_any_unit_counts() -> None:
    found = fine(SHARED, REPLY | {"promise": "修路"}, REPLY | {"unit": "乙所"}, {"step": "兑现", "on": "2024-05-01"})
    assert [(promise.on, promise.due) for promise in found.promises.made] == [(day("2024-03-01"), None)]


# 面商


@pytest.mark.parametrize(
    ("on", "met"), [("2024-02-01", True), ("2024-03-01", True), ("2024-03-02", False)], ids=["before", "same", "after"]
)
def test_a_meeting_counts_before_the_first_reply_or_on_its_day(on: str, met: bool) -> None:
    assert fine(ASSIGN, REPLY, {"step": "面商", "on": on}).met is met


def test_any_meeting_counts_where_there_is_no_reply() -> None:
    assert fine(ASSIGN, {"step": "面商", "on": "2024-12-01"}).met


# The fields of a step


@pytest.mark.parametrize(
    ("step", "fault"),
    [
        ({"step": "交办"}, "交办：要写明承办单位"),
        ({"step": "退回"}, "退回：要写明原因"),
        ({"step": "延期", "due": "2024-05-01"}, "延期：要写明原因"),
        ({"step": "会办"}, "会办：要写明承办单位"),
        ({"step": "答复"}, "答复：要写明办理结果"),
        ({"step": "并案"}, "并案：要写明并入建议"),
        ({"step": "反馈", "attitude": "满意", "outcome": "不满意"}, "反馈：不满意的要写明原因"),
        ({"step": "反馈", "outcome": "满意"}, "反馈：要写明对办理态度"),
        ({"step": "办结", "unit": "甲站"}, "办结：不记承办单位，请去掉"),
        ({"step": "交办", "unit": "甲站", "method": "会办"}, "交办：办理方式应是独办、主会办、分办之一"),
    ],
)
def test_a_step_says_what_it_lacks_and_what_it_does_not_carry(step: Raw, fault: str) -> None:
    assert read({"on": "2024-03-01", **step})[0].faults() == [fault]


def test_a_dissatisfied_attitude_alone_needs_no_reason() -> None:
    assert read({"step": "反馈", "on": "2024-03-01", "attitude": "不满意", "outcome": "满意"})[0].faults() == []


# Deadlines of `suggestion show`


def matters(rules: RuleSet, *steps: Raw, session: int | None = None, close: str | None = None) -> list[Any]:
    found = Suggestion(title="甲", submitted_on=day("2024-01-05"), session=session, steps=read(*steps))
    terms = Terms(rules, congress_close=day(close) if close else None)
    listed = deadlines(found, terms, day("2024-12-31"))
    return [(each["matter"], str(each["from"]), str(each["due"]), str(each["done_on"])) for each in listed]


def test_the_national_rules_know_the_reply_only() -> None:
    redo = {"step": "重办", "on": "2024-03-10"}
    assert matters(NATIONAL, ASSIGN, REPLY, HEARD, redo) == [("答复", "2024-01-10", "2024-04-10", "2024-03-01")]


def test_every_period_that_has_begun_is_listed_by_its_start(local: RuleSet) -> None:
    steps = [
        ASSIGN | {"co_units": ["乙所", "丙办"]},
        {"step": "会办", "on": "2024-01-20", "unit": "乙所"},
        {"step": "会办", "on": "2024-01-25", "unit": "丙办"},
        REPLY,
        HEARD | {"outcome": "不满意", "reason": "没有落实"},
        {"step": "重办", "on": "2024-03-08"},
    ]
    assert matters(local, *steps) == [
        ("交办", "2024-01-05", "2024-01-16", "2024-01-10"),
        ("退回", "2024-01-10", "2024-01-24", "2024-03-01"),
        ("会办", "2024-01-10", "2024-02-18", "2024-01-25"),  # 10 to 17 February are 春节, Sunday the 18th is worked
        ("答复", "2024-01-10", "2024-04-10", "2024-03-01"),
        ("反馈", "2024-03-01", "2024-03-22", "2024-03-05"),
        ("重办", "2024-03-08", "2024-04-08", "None"),
    ]


def test_the_handing_over_is_due_only_between_sessions(local: RuleSet) -> None:
    assert [each[0] for each in matters(local)] == ["交办"]
    assert matters(local, session=3, close="2024-01-06") == []


def test_the_reply_counts_from_the_close_where_the_rules_say_so(local: RuleSet) -> None:
    assert matters(local, ASSIGN, session=3, close="2024-01-08")[0] == ("答复", "2024-01-08", "2024-04-08", "None")


def test_every_round_of_redoing_has_its_own_deadline(local: RuleSet) -> None:
    """A later round leaves the dates of the earlier ones alone."""
    redo = {"step": "重办", "on": "2024-03-10"}
    steps = [ASSIGN, REPLY, redo, REPLY | {"on": "2024-04-01"}, redo | {"on": "2024-05-06"}]
    rounds = [each for each in matters(local, *steps) if each[0] in ("答复", "重办")]
    assert rounds == [
        ("答复", "2024-01-10", "2024-04-10", "2024-03-01"),
        ("重办", "2024-03-10", "2024-04-10", "2024-04-01"),
        ("重办", "2024-05-06", "2024-06-06", "None"),
    ]


def test_the_periods_of_a_return_run_from_the_latest_handing_over(local: RuleSet) -> None:
    back = {"step": "退回", "on": "2024-01-20", "reason": "不属职权"}
    again = {"step": "交办", "on": "2024-02-01", "unit": "乙所"}
    assert matters(local, ASSIGN, back)[1:] == [("退回", "2024-01-10", "2024-01-24", "2024-01-20")]
    assert ("退回", "2024-02-01", "2024-02-20", "None") in matters(local, ASSIGN, back, again)


def test_the_feedback_is_due_from_the_day_the_deputy_had_the_reply(local: RuleSet) -> None:
    assert ("反馈", "2024-03-04", "2024-03-25", "None") in matters(
        local, ASSIGN, REPLY | {"delivered_on": "2024-03-04"}
    )
    assert ("反馈", "2024-03-01", "2024-03-22", "None") in matters(local, ASSIGN, REPLY)


@pytest.mark.parametrize("end", [{"step": "撤回"}, {"step": "并案", "into": "5-3-1"}])
def test_an_ended_matter_keeps_its_due_and_has_the_day_that_ended_it(local: RuleSet, end: Raw) -> None:
    extended = {"step": "延期", "on": "2024-01-20", "due": "2024-06-30", "reason": "难"}
    found = matters(local, ASSIGN | {"co_units": ["乙所"]}, extended, {"on": "2024-02-01", **end})
    assert found == [
        ("交办", "2024-01-05", "2024-01-16", "2024-01-10"),
        ("退回", "2024-01-10", "2024-01-24", "2024-02-01"),
        ("会办", "2024-01-10", "2024-02-18", "2024-02-01"),
        ("答复", "2024-01-10", "2024-06-30", "2024-02-01"),
    ]


def test_equals_have_no_opinion_period(local: RuleSet) -> None:
    assert "会办" not in [each[0] for each in matters(local, SHARED)]


def test_a_late_extension_is_told(local: RuleSet) -> None:
    late = fine(ASSIGN, {"step": "延期", "on": "2024-04-11", "due": "2024-05-01", "reason": "难"})
    assert late.extended_late
    assert late.why == "2024-04-11 延期至 2024-05-01（延期时已超期，原期限 2024-04-10）"


def test_a_motion_that_became_a_suggestion_is_over_from_that_day() -> None:
    became = Conversion(day("2024-02-01"), "5-3-9")
    before, after = (fine(ASSIGN, as_of=asked, became=became) for asked in ("2024-01-31", "2024-02-01"))
    assert (before.state, after.state, after.became, after.due) == ("办理中", "已转为建议", "5-3-9", None)
    assert not after.accepted
    assert life(ASSIGN, REPLY, became=became).problems == [
        "答复（2024-03-01）：2024-02-01已转为建议5-3-9，之后不再有环节"
    ]


def test_without_a_method_one_unit_is_alone_and_several_are_led() -> None:
    assert (Asked.by(read(ASSIGN)[0]).method, Asked.by(read(LED)[0]).method) == ("独办", "主会办")
