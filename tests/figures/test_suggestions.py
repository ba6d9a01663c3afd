"""Figures of suggestions (contract section 3), sentence by sentence."""

from pathlib import Path
from typing import Any

import pytest
from keeping import Book

TERM = {"kind": "term", "number": 5, "began_on": "2021-12-20"}
ASSIGN = {"step": "交办", "on": "2023-02-01", "unit": "甲站"}
REPLY = {"step": "答复", "on": "2023-04-03", "result": "A"}
HEARD = {"step": "反馈", "on": "2023-04-10", "attitude": "满意", "outcome": "满意"}
CLOSE = {"step": "办结", "on": "2023-04-20"}
BACK = {"step": "退回", "on": "2023-02-05", "reason": "不属职权"}
REDO = {"step": "重办", "on": "2023-04-15", "due": "2023-06-01"}
WITHDRAWN = {"step": "撤回", "on": "2023-03-01"}
MERGED = {"step": "并案", "on": "2023-03-01", "into": "5-0-1"}


def suggestion(*steps: Any, **more: Any) -> dict[str, Any]:
    return {"kind": "suggestion", "title": "甲", "submitted_on": "2023-01-20", "steps": list(steps), **more}


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path).keep(TERM)


def of_2023(book: Book, *names: str, **asked: str) -> list[Any]:
    found = book.figures(year="2023", **asked)
    return [found[f"suggestion.{name}"] for name in names]


def test_suggestions_count_by_the_day_of_submission(book: Book) -> None:
    book.keep(suggestion(submitted_on="2022-12-31"), suggestion(submitted_on="2023-12-31"), suggestion(session=2))
    assert of_2023(book, "total", "in_session", "between_sessions") == [2, 1, 1]


def test_those_passed_down_from_above_are_neither_in_nor_between_sessions(book: Book) -> None:
    """`in_session`, `between_sessions`: of S with origin 代表."""
    book.keep(suggestion(origin="上级转办"), suggestion(origin="上级转办", session=1))
    found = book.figures(year="2023")
    assert found["suggestion.total"] == found["suggestion.by_origin.上级转办"] == 2
    assert (found["suggestion.in_session"], found["suggestion.between_sessions"]) == (0, 0)


def test_a_returned_one_stays_accepted_but_has_no_unit(book: Book) -> None:
    """N: handed over at least once; `by_unit`: none after a 退回."""
    book.keep(suggestion(ASSIGN, BACK))
    assert of_2023(book, "assigned", "accepted", "replied", "reply_rate") == [1, 1, 0, (0, 1)]
    assert not [key for key in book.figures(year="2023") if key.startswith("suggestion.by_unit")]


def test_by_unit_is_the_unit_of_the_latest_handing_over(book: Book) -> None:
    """Co-units are not counted; a withdrawn one is still of S."""
    again = {"step": "交办", "on": "2023-02-10", "unit": "乙所", "co_units": ["丙办"], "method": "分办"}
    book.keep(suggestion(ASSIGN, BACK, again), suggestion(ASSIGN, WITHDRAWN))
    found = {key: value for key, value in book.figures(year="2023").items() if ".by_unit." in key}
    assert found == {"suggestion.by_unit.乙所": 1, "suggestion.by_unit.甲站": 1}


def test_by_result_is_the_class_of_the_last_reply_also_while_redoing(book: Book) -> None:
    again = REPLY | {"on": "2023-05-08", "result": "C"}
    book.keep(suggestion(ASSIGN, REPLY, REDO), suggestion(ASSIGN, REPLY, REDO, again))
    assert of_2023(book, "by_result.A", "by_result.B", "by_result.C") == [1, 0, 1]


def test_withdrawn_and_merged_ones_are_not_accepted(book: Book) -> None:
    book.keep(suggestion(), suggestion(ASSIGN, WITHDRAWN), suggestion(ASSIGN, MERGED))
    assert of_2023(book, "total", "assigned", "accepted", "reply_rate") == [3, 2, 0, None]


def test_what_happened_counts_up_to_the_as_of_day(book: Book) -> None:
    """By default the earlier of today and the period's last day; as-of hides no record by its own date."""
    book.keep(suggestion(ASSIGN, REPLY, HEARD, CLOSE, submitted_on="2023-01-20"))
    assert of_2023(book, "total", "replied", "closed") == [1, 1, 1]
    assert of_2023(book, "total", "replied", "closed", as_of="2023-04-19") == [1, 1, 0]
    assert of_2023(book, "total", "assigned", "accepted", as_of="2022-01-01") == [1, 0, 0]
    january = {"from_": "2023-01-01", "to": "2023-01-31"}
    assert book.figure("suggestion.assigned", **january) == 0
    assert book.figure("suggestion.assigned", as_of="2024-01-01", **january) == 1
    half = book.figures(half="2023H1")
    assert half["suggestion.closed"] == 1


def test_today_is_the_day_of_asking_in_a_running_year(book: Book) -> None:
    """The day is 2024-07-01: what is typed ahead does not count yet."""
    ahead = suggestion(ASSIGN | {"on": "2024-07-02"}, submitted_on="2024-06-01")
    today = suggestion(ASSIGN | {"on": "2024-07-01"}, submitted_on="2024-06-01")
    book.keep(ahead, today)
    assert book.figure("suggestion.assigned", year="2024") == 1
    assert book.figure("suggestion.total", year="2024") == 2


def test_overdue_asks_for_the_day_of_asking(book: Book) -> None:
    """The due day itself is not overdue; a late answer ends the mark, the rate keeps it."""
    book.keep(suggestion(ASSIGN))  # due after 劳动节, on 2023-05-04
    assert of_2023(book, "overdue", "on_time_reply_rate", as_of="2023-05-04") == [0, None]
    assert of_2023(book, "overdue", "on_time_reply_rate", as_of="2023-05-05") == [1, (0, 1)]
    book.keep(suggestion(ASSIGN, REPLY | {"on": "2023-05-05"}))
    assert of_2023(book, "overdue", "on_time_reply_rate") == [1, (0, 2)]


def test_a_late_redo_does_not_spoil_the_first_reply(book: Book) -> None:
    """`on_time_reply_rate`: first reply by the due then in force, of those replied or overdue."""
    book.keep(suggestion(ASSIGN, REPLY, REDO))
    assert of_2023(book, "overdue", "on_time_reply_rate") == [1, (1, 1)]


def test_the_last_feedback_received_decides_and_the_first_apart(book: Book) -> None:
    poor = HEARD | {"outcome": "不满意", "reason": "没有落实"}
    later = HEARD | {"on": "2023-05-20", "outcome": "基本满意"}
    book.keep(
        suggestion(ASSIGN, REPLY, poor, REDO, REPLY | {"on": "2023-05-08"}, later),
        suggestion(ASSIGN, REPLY, HEARD, REDO),
        suggestion(ASSIGN, REPLY),
    )
    names = ("satisfied", "mostly_satisfied", "dissatisfied", "redone")
    assert of_2023(book, *names) == [1, 1, 0, 2]
    rates = ("satisfaction_rate", "first_satisfaction_rate", "accepted_satisfaction_rate")
    assert of_2023(book, *rates) == [(1, 2), (1, 2), (2, 2)]


def test_solved_and_fulfilled_go_by_the_last_class_and_any_fulfilment(book: Book) -> None:
    promised = REPLY | {"result": "B", "promise": "修路"}
    book.keep(
        suggestion(ASSIGN, REPLY),
        suggestion(ASSIGN, promised, {"step": "兑现", "on": "2023-08-01"}),
        suggestion(ASSIGN, promised),
        suggestion(ASSIGN),
    )
    assert of_2023(book, "solved_rate", "fulfilment_rate") == [(1, 4), (2, 4)]


# Motions that became suggestions

MOTION = {
    "type": "议案",
    "number": 1,
    "session": 2,
    "basis": "案据",
    "proposal": "方案",
    "proposer": "张一",
    "cosigners": ["李二", "王三", "赵四", "钱五"],
}
PEOPLE = [{"kind": "deputy", "name": name} for name in ("张一", "李二", "王三", "赵四", "钱五")]


def test_a_motion_counts_once_from_the_day_of_the_suggestion_it_became(book: Book) -> None:
    became = suggestion(submitted_on="2023-02-10", converted_from="5-2-1", number=2, session=2)
    book.keep(*PEOPLE, suggestion(ASSIGN, **MOTION), became)
    assert of_2023(book, "total", "motions", "assigned", as_of="2023-02-09") == [2, 1, 1]
    assert of_2023(book, "total", "motions", "assigned", as_of="2023-02-10") == [1, 0, 0]
    january = {"from_": "2023-01-01", "to": "2023-01-31"}
    assert book.figure("suggestion.motions", **january) == 1
    assert book.figure("suggestion.motions", as_of="2023-12-31", **january) == 0
    assert book.figure("suggestion.carried", from_="2023-03-01", to="2023-03-31") == 0


def test_only_a_motion_is_left_out(book: Book) -> None:
    book.keep(suggestion(number=1), suggestion(converted_from="5-0-1", number=2))
    assert of_2023(book, "total") == [2]


# Carried over


def test_carried_are_those_handed_over_before_and_not_closed_before_the_first_day(book: Book) -> None:
    old = {"submitted_on": "2022-05-01"}
    handed = ASSIGN | {"on": "2022-12-31"}
    book.keep(
        suggestion(handed, **old),
        suggestion(handed, BACK | {"on": "2023-02-01"}, **old),
        suggestion(ASSIGN | {"on": "2023-01-01"}, **old),  # handed over in the period
        suggestion(handed, REPLY, CLOSE | {"on": "2024-01-02"}, **old),  # closed after it
        suggestion(handed, REPLY, CLOSE | {"on": "2023-04-03"}, **old),  # closed in it
        suggestion(handed, REPLY | {"on": "2022-12-31"}, CLOSE | {"on": "2022-12-31"}, **old),
        suggestion(handed, REPLY | {"on": "2022-12-31"}, CLOSE | {"on": "2023-01-01"}, **old),
        suggestion(handed, WITHDRAWN, **old),
        suggestion(handed, MERGED, **old),
        suggestion(handed, WITHDRAWN | {"on": "2024-02-01"}, **old),
    )
    assert of_2023(book, "carried", "carried_closed") == [6, 2]
    assert of_2023(book, "carried", "carried_closed", as_of="2024-03-01") == [5, 3]
    assert of_2023(book, "carried", "carried_closed", as_of="2023-03-31") == [6, 1]


def test_carried_are_not_among_those_of_the_period(book: Book) -> None:
    book.keep(suggestion(ASSIGN | {"on": "2022-06-01"}, submitted_on="2022-05-01"))
    assert of_2023(book, "total", "accepted", "carried") == [0, 0, 1]


def test_an_as_of_day_before_the_period_knows_nothing_of_what_came_after_it(book: Book) -> None:
    """Handed over, closed or fulfilled between the as-of day and the period: not known yet."""
    handed = ASSIGN | {"on": "2022-06-01"}
    promised = REPLY | {"on": "2022-07-01", "promise": "修路"}
    ends = [{"step": "兑现", "on": "2022-10-01"}, {"step": "办结", "on": "2022-11-01"}]
    book.keep(suggestion(handed, promised, *ends, submitted_on="2022-05-01"))
    assert of_2023(book, "carried", "promise.carried", "promise.open") == [0, 0, 0]
    assert of_2023(book, "carried", "promise.carried", "promise.open", as_of="2022-08-01") == [1, 1, 1]
    assert of_2023(book, "carried", as_of="2022-05-31") == [0]


# Promises


def promises(book: Book, **asked: str) -> list[Any]:
    return of_2023(book, *(f"promise.{name}" for name in ("made", "carried", "fulfilled", "open", "overdue")), **asked)


def test_a_promise_is_a_text_in_a_reply_or_a_class_that_promises(book: Book) -> None:
    planned = REPLY | {"result": "B"}
    book.keep(
        suggestion(ASSIGN, planned, {"step": "兑现", "on": "2023-08-01"}),
        suggestion(ASSIGN, planned | {"promise_due": "2023-06-01"}),
        suggestion(ASSIGN, REPLY | {"promise": "修路"}),
        suggestion(ASSIGN, REPLY),
    )
    assert promises(book) == [3, 0, 1, 2, 1]
    assert book.figure("suggestion.promise.carried", year="2024") == 2


def test_after_a_redo_the_promises_of_its_replies_alone_stand_once_it_has_one(book: Book) -> None:
    promised = REPLY | {"promise": "修路", "promise_due": "2023-06-01"}
    solved = REPLY | {"on": "2023-05-08", "result": "A"}
    kept = {"step": "兑现", "on": "2023-04-10"}
    book.keep(
        suggestion(ASSIGN, promised, REDO),  # no reply yet: the old one stands
        suggestion(ASSIGN, promised, REDO, solved),  # answered without a promise: nothing stands
        suggestion(ASSIGN, promised, kept, REDO, solved | {"result": "B"}),  # kept, and promised anew
    )
    assert promises(book) == [3, 0, 1, 2, 1]
    assert promises(book, as_of="2023-05-07") == [3, 0, 1, 2, 0]
    assert book.figure("suggestion.promise.carried", year="2024") == 2


def test_a_promise_kept_in_an_earlier_year_and_made_anew_is_found(book: Book) -> None:
    """The one that was kept hides neither the new promise nor its day."""
    old = {"submitted_on": "2022-01-05"}
    year = [ASSIGN | {"on": "2022-01-10"}, REPLY | {"on": "2022-03-01", "result": "B"}]
    anew = [{"step": "重办", "on": "2022-05-01"}, REPLY | {"on": "2022-06-01", "promise": "修桥"}]
    kept = {"step": "兑现", "on": "2022-04-01"}
    book.keep(suggestion(*year, kept, *anew, **old), suggestion(*year, kept, **old))
    assert promises(book) == [0, 1, 0, 1, 0]


def test_promises_run_across_years(book: Book) -> None:
    old = {"submitted_on": "2022-05-01"}
    made = [ASSIGN | {"on": "2022-06-01"}, REPLY | {"on": "2022-07-01", "promise": "修路", "promise_due": "2023-12-30"}]
    book.keep(suggestion(*made, {"step": "兑现", "on": "2023-08-01"}, **old), suggestion(*made, **old))
    assert promises(book) == [0, 2, 1, 1, 1]
    assert promises(book, as_of="2023-12-30") == [0, 2, 1, 1, 0]
    assert promises(book, as_of="2023-07-31") == [0, 2, 0, 2, 0]
    assert book.figure("suggestion.promise.carried", year="2024") == 1
    assert book.figure("suggestion.promise.made", year="2022") == 2
    assert book.figure("suggestion.promise.open", year="2021", as_of="2022-07-01") == 2


def test_the_last_promise_due_decides_what_is_overdue(book: Book) -> None:
    first = REPLY | {"promise": "修路", "promise_due": "2023-06-01"}
    book.keep(
        suggestion(ASSIGN, first, REDO, REPLY | {"on": "2023-05-08", "promise": "修路", "promise_due": "2024-06-01"}),
        suggestion(ASSIGN, first, REDO, REPLY | {"on": "2023-05-08", "promise": "修路"}),
        suggestion(ASSIGN, first | {"promise_due": "2024-06-01"}, REDO, first | {"on": "2023-05-08"}),
        suggestion(ASSIGN, REPLY | {"promise": "修路"}),
    )
    assert promises(book) == [4, 0, 0, 4, 1]


def test_withdrawn_ones_keep_their_promises(book: Book) -> None:
    """`promise.…` look at all."""
    book.keep(suggestion(ASSIGN, REPLY | {"promise": "修路"}, REDO, {"step": "撤回", "on": "2023-05-01"}))
    assert promises(book) == [1, 0, 0, 1, 0]
