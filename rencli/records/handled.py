"""What opinions and petitions share: received, passed on, done with."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final, Protocol

from rencli.records.base import Problem, in_order

FINISHED: Final = ("当场答复", "解释", "不予受理", "转为建议")
"""Ways of disposing of a matter that leave nothing to follow up (contract section 3, ``pending``)."""
DONE, OPEN = "办结", "在办"


class Handled(Protocol):
    """The days of a matter that the office receives and passes on."""

    received_on: date
    transferred_on: date | None
    due: date | None
    resolved_on: date | None


def in_their_order(record: Handled) -> Iterator[Problem]:
    """Problems where a matter was passed on, due or done with before it came in."""
    received, passed = record.received_on, record.transferred_on
    yield from in_order(received, passed, "transferred_on", "转办日期：早于收到日期")
    yield from in_order(received, record.due, "due", "办理期限：早于收到日期")
    yield from in_order(passed or received, record.resolved_on, "resolved_on", "办结日期：早于转办或收到日期")


def standing(record: Any, as_of: date) -> str:
    """What has become of an opinion or petition by a day: how it was disposed of on the spot, else 办结 or 在办."""
    disposal: str | None = record.disposal if record.kind == "petition" else record.outcome
    if disposal in FINISHED:
        return disposal or OPEN
    return DONE if record.resolved_on is not None and record.resolved_on <= as_of else OPEN


def settled(record: Any, as_of: date) -> bool:
    """Whether nothing of an opinion or petition is left to follow up on a day."""
    return standing(record, as_of) != OPEN
