"""What a file was asked as, from its own properties; and the paper that the same request would make now."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from rencli import gongwen
from rencli.errors import InvalidInputError, NotFoundError, RenError
from rencli.figures.period import Period
from rencli.reports.live import memory
from rencli.reports.live.saved import Saved
from rencli.reports.manifest import manifest
from rencli.reports.orders import Order, again, period_of
from rencli.store import papers
from rencli.store.ledger import Ledger

NOT_OURS: Final = "里没有期间和材料名称，不像是 ren 写的材料，或者这些属性被删掉了。知道期间的，请写 --year 等。"


class Asked(NamedTuple):
    """A request for a paper, as a file or the history keeps it."""

    report: str
    period: str
    as_of: str
    issued_on: str
    made_of: Mapping[str, Any] = MappingProxyType({})
    digest: str = ""
    ledger: str = ""


def of_file(saved: Saved) -> Asked:
    """What a file says of its own making."""
    known = {name.removeprefix("ren:"): value for name, value in saved.properties.items()}
    made_of = memory.read_parts(known.get("made-of", ""))
    return Asked(
        report=known.get("report", ""),
        period=known.get("period", ""),
        as_of=known.get("as-of", ""),
        issued_on=known.get("issued-on", ""),
        made_of=made_of,
        digest=known.get("figures", ""),
        ledger=known.get("ledger", ""),
    )


def of_paper(paper: papers.Paper) -> Asked:
    """What a paper of the history was asked as."""
    return Asked(paper.report, paper.period, str(paper.as_of), str(paper.issued_on), paper.made_of, paper.digest, "")


def refuse_foreign(ledger: Ledger, saved: Saved, asked: Asked) -> None:
    """Raises InvalidInputError for a file that another ledger has made."""
    if asked.ledger and asked.ledger != papers.mark(ledger):
        raise InvalidInputError(
            f"{saved.path.name} 是另一个台账写的，它的数同这个台账对不上。请用 --db 指明写它的台账；"
            "台账是导出以后重新导入的，加 --any-ledger 照样核对。"
        )


def period(ledger: Ledger, saved: Saved, asked: Asked, given: Mapping[str, str | None]) -> Period:
    """The period that a file speaks of, or that was typed for one which does not say it.

    Raises InvalidInputError where neither says it, or the file says another one.
    """
    typed = {name: value for name, value in given.items() if value}
    if asked.report and typed:
        raise InvalidInputError(f"{saved.path.name} 自己带着期间和截止日期，不用再写 --{next(iter(typed))}。")
    if asked.report:
        order = order_of(ledger, asked)
        return order.period
    if not typed:
        raise InvalidInputError(f"{saved.path.name} {NOT_OURS}")
    from rencli.figures.period import period as read

    return read(ledger, typed)


def order_of(ledger: Ledger, asked: Asked) -> Order:
    """The same request again. Raises NotFoundError where its template or a record of it is gone."""
    found = manifest(asked.report)
    option, _, value = asked.period.partition("=")
    names = option.split("/")
    given: dict[str, str | None] = dict(zip(names, value.split("/"), strict=False)) if option else {}
    span = period_of(ledger, found, {**given, "as_of": asked.as_of})
    ids = [int(id) for id in asked.made_of.get("records", ())]
    records = ledger.by_ids(found.of, ids) if ids else []
    if len(records) < len(ids):
        raise NotFoundError(f"{found.title}所写的记录有的已经删除，写不出现在的一份。")
    issued = date.fromisoformat(asked.issued_on) if asked.issued_on else ledger.today
    order = again(ledger, found, span, issued, records)
    return order._replace(group=str(asked.made_of.get("group", "")), sources=bool(asked.made_of.get("sources")))


def now(ledger: Ledger, asked: Asked) -> str | None:
    """The lines of the paper that would be made now, live values marked; None for a form or register, and where it
    cannot be made.
    """
    from rencli.reports import make  # loads Jinja

    try:
        order = order_of(ledger, asked)
        return gongwen.to_marked(make.document(ledger, order)) if order.manifest.template else None
    except RenError:
        return None
