"""What papers of the handling tell of a suggestion beside its card: who put it forward, who replied, what is due."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from rencli.records.life import Life
from rencli.records.steps import Step
from rencli.store.ledger import Ledger

_MATTERS: Final = ("退回", "首次联系", "会办", "反馈")
_PERSON: Final = ("name", "certificate_no", "phone", "address", "job", "constituency", "group")


class Blank(dict[str, Any]):
    """A record of which nothing is known: a form to be filled in by hand."""

    def __missing__(self, title: str) -> None:
        return None

    @classmethod
    def suggestion(cls) -> "Blank":
        """One whose proposer is as unknown."""
        return cls(领衔代表信息=cls(), 附议代表信息=[], 面商=[], 各答复=[])


def of_life(record: Any, life: Life, as_of: date) -> dict[str, Any]:
    """What replies, extensions and promises say, by plain Chinese names; None or [] where there is no such thing."""
    steps = sorted((step for step in record.steps if step.on <= as_of), key=lambda step: step.on)
    replies = list(_replies(record, steps))
    reply = replies[-1] if replies else {}
    return {
        "待答单位": life.awaited,
        "剩余天数": (life.due - as_of).days if life.awaited and life.due and life.due >= as_of else None,
        "各答复": replies,
        "答复单位": [each["承办单位"] for each in replies],
        "未采纳理由": reply.get("原因"),
        "代表收到日期": life.delivered_on,
        "首次答复日期": life.first_reply_on,
        "首次答复期限": life.first_reply_due,
        "按期": life.on_time,
        "延期": [_told(step) for step in steps if step.step == "延期"],
        "延期时已超期": life.extended_late,
        "面商": [_told(step) for step in steps if step.step == "面商"],
        "待兑现": list(_promised(steps, life)),
    }


def of_paper(ledger: Ledger, record: Any, as_of: date) -> dict[str, Any]:
    """Of a record that a paper is made of: the periods that run, and the people with where to find them."""
    running = record.beside(ledger.context, as_of)["deadlines"]
    due = {each["matter"]: each["due"] for each in running}  # of several rounds the latest
    return {
        **{f"{matter}期限": due.get(matter) for matter in _MATTERS},
        "领衔代表信息": _person(ledger, record.proposer) if record.proposer else Blank(),
        "附议代表信息": [_person(ledger, name) for name in record.cosigners],
    }


def _replies(record: Any, steps: list[Step]) -> Iterator[dict[str, Any]]:
    """The last reply of each unit in the round of the latest reply, in the order of the units' answers."""
    round_, found = 0, dict[tuple[int, str], Step]()
    unit = ""
    for step in steps:
        if step.step == "交办":
            unit = step.unit or ""
        round_ += step.step in ("重办", "退回")
        if step.step == "答复":
            found[round_, step.unit or unit] = step
    last = max((round_ for round_, _ in found), default=0)
    for (in_round, who), step in found.items():
        if in_round == last:
            yield _told(step) | {"承办单位": who, "行": record.steps.index(step) + 1}


def _promised(steps: list[Step], life: Life) -> Iterator[dict[str, Any]]:
    """The promises that stand, with what was promised."""
    texts = {step.on: step for step in steps if step.step == "答复"}
    for promise in life.promises.open:
        reply = texts.get(promise.on)
        text = reply.promise or reply.summary if reply else None
        yield {"日期": promise.on, "期限": promise.due, "事项": text}


def _told(step: Step) -> dict[str, Any]:
    return {field.title: getattr(step, field.attribute) for field in step.fields}


def _person(ledger: Ledger, name: str) -> dict[str, Any]:
    record: Any = ledger.get("deputy", ledger.names.id_of("deputy", name))
    return {record.field(each).title: getattr(record, each) for each in _PERSON} | {"姓名": name}
