"""What the ledger keeps of each paper that was made, and what the file itself says of it."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from rencli import gongwen
from rencli.errors import InvalidInputError
from rencli.reports.live.saved import TAG
from rencli.reports.manifest import manifest
from rencli.reports.orders import Order
from rencli.reports.source import source
from rencli.store import papers
from rencli.store.ledger import Ledger

if TYPE_CHECKING:
    from rencli.reports.live.asked import Asked
    from rencli.reports.live.checking import Checked
    from rencli.reports.live.refreshing import Refreshed

_LIVE: Final = re.compile(f"{gongwen.START}{TAG}([^{gongwen.MIDDLE}]*){gongwen.MIDDLE}")
_DIGITS: Final = 16


def figures_of(body: str) -> list[tuple[str, str]]:
    """(key, value as written) of every live value of marked lines, in text order."""
    return [(key, value) for tag in _LIVE.findall(body) for key, _, value in [tag.rpartition("=")]]


def recipe(ledger: Ledger, report: str) -> str:
    """A digest of a report's template with its parts, and of the rules that due dates are reckoned by."""
    found = manifest(report)
    text = source(found, found.template).text if found.template else ""
    rules = ledger.context.rules
    known = (rules.words, rules.classes, rules.reply_from, rules.periods, rules.counts)
    return sha256(repr((text, known)).encode()).hexdigest()[:_DIGITS]


def digest(order: Order, figures: Sequence[tuple[str, str]], made_by: str) -> str:
    """What a file is found again by: its request, its figures in order, and how it was made."""
    option, value = order.period.option
    asked = [order.manifest.name, option, value, order.period.as_of, order.issued_on, made_by, order.group]
    asked += [record.id for record in order.records]
    return sha256(repr((asked, list(figures))).encode()).hexdigest()[:_DIGITS]


def paper(
    ledger: Ledger, order: Order, file: str, data: bytes, body: str, figures: Sequence[tuple[str, str]] | None = None
) -> papers.Paper:
    """A paper as it is remembered; ``figures`` where they are not those of the body."""
    option, value = order.period.option
    told = figures_of(body) if figures is None else list(figures)
    made_by = recipe(ledger, order.manifest.name)
    return papers.Paper(
        file=file,
        report=order.manifest.name,
        title=order.manifest.title,
        period=f"{option}={value}",
        called=order.period.name,
        as_of=order.period.as_of,
        issued_on=order.issued_on,
        made_of=made_of(order),
        recipe=made_by,
        sha256=sha256(data).hexdigest(),
        position=papers.position(ledger),
        digest=digest(order, told, made_by),
        figures=told,
        body=body,
    )


def made_of(order: Order) -> dict[str, Any]:
    """What else a paper was asked as: only what is not empty."""
    records = [record.id for record in order.records]
    return {
        name: value
        for name, value in (("records", records), ("group", order.group), ("sources", order.sources))
        if value
    }


def read_parts(text: str) -> Mapping[str, Any]:
    """What else a paper was asked as, from its file; nothing where that is unreadable."""
    try:
        found = json.loads(text or "{}")
    except json.JSONDecodeError:
        return {}
    return found if isinstance(found, dict) else {}


def refreshed(
    ledger: Ledger, file: str, asked: "Asked", checked: "Checked", done: "Refreshed"
) -> tuple[bytes, papers.Paper]:
    """A refreshed file that knows its new figures, and the state of the paper that is kept of it.

    From now on sentences are compared with what would be written today: what was told once is not told again. What
    somebody removed stays missing.
    """
    from rencli.reports.live import asked as asking
    from rencli.reports.live.refreshing import with_properties

    fresh = {id(each): each.in_ledger for each in (*done.written, *done.rebound)}
    figures = [(each.key, fresh.get(id(each), each.written)) for each in checked.findings if each.state != "unknown"]
    order = asking.order_of(ledger, asked)
    body = checked.body or (checked.made.body if checked.made else "")
    known = paper(ledger, order, file, b"", body, figures)
    data = with_properties(done.data, {"ren:figures": known.digest})
    return data, replace(known, sha256=sha256(data).hexdigest(), of=checked.made.id if checked.made else None)


def numbered(ledger: Ledger, text: str) -> papers.Paper:
    """The paper that is meant by a number. Raises InvalidInputError, NotFoundError."""
    if not text.isdecimal():
        raise InvalidInputError(f"“{text}”不是第几次，请写 ren report history 第一列的数。")
    return papers.number(ledger, int(text))


def told(made: papers.Paper) -> dict[str, Any]:
    """A paper of the history."""
    own = {
        name: getattr(made, name) for name in ("id", "at", "report", "title", "period", "called", "as_of", "issued_on")
    }
    return own | {
        "file": made.file,
        "figures": len(made.figures),
        "refreshed": made.of,
        "template": made.recipe,
        "sha256": made.sha256,
        "position": made.position,
    }


def then_and_now(ledger: Ledger, made: papers.Paper) -> list[dict[str, str]]:
    """Each figure of a paper once: as it was written, as it is in the ledger now."""
    from rencli.reports.live import asked as asking
    from rencli.reports.live.keys import Values, label

    values = Values(ledger, asking.order_of(ledger, asking.of_paper(made)).period)
    return [
        {"key": key, "label": label(key), "then": value, "now": values.text(key, value) or ""}
        for key, value in dict(made.figures).items()
    ]


def verdict(made: papers.Paper, data: bytes, body: str, *, same_way: bool) -> str:
    """How a paper that was made again stands to the one of the history."""
    if sha256(data).hexdigest() == made.sha256:
        return "同那时写的一字不差。"
    if made.of is not None:
        return "那一次是在改过的文件里换数，这里是照那时的台账另写的一份，没有后来改的文字。"
    if figures_of(body) != list(made.figures):
        return "模板或规则后来改过，写进去的数同那时不全一样，请对照 ren report history。"
    return "数同那时一样。" + ("格式不同。" if same_way else "模板或规则后来改过，文字不全一样。")
