"""What the ledger knows that proofreading can compare a text with: sittings, names, and figures with their words."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from rencli.figures.base import Rate
from rencli.figures.catalogue import Figures
from rencli.figures.period import Period
from rencli.proofread import Congress, Fact, Known
from rencli.records.meeting import CONGRESS
from rencli.reports.names import covered
from rencli.store.ledger import Ledger

WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "suggestion.total": "收到建议 收到建议意见 收到议案建议 收到建议、批评和意见 "
        "收到建议批评和意见 提出建议 办理建议",
        "suggestion.replied": "答复建议",
        "suggestion.closed": "办结建议",
        "suggestion.assigned": "交办建议",
        "suggestion.reply_rate": "答复率 建议答复率",
        "suggestion.closing_rate": "办结率 建议办结率",
        "suggestion.on_time_reply_rate": "按期答复率",
        "suggestion.meeting_rate": "面商率",
        "meeting.by_type.人代会.count": "召开人代会 举行人代会 召开镇人代会 举行镇人代会 "
        "召开人民代表大会会议 举行镇人民代表大会会议 "
        "举行乡人民代表大会会议 召开镇人民代表大会 召开人民代表大会",
        "meeting.by_type.主席团会议.count": "召开主席团会议 举行主席团会议 召开人大主席团会议",
        "visit.by_type.接待选民.events": "接待选民",
        "visit.by_type.接待选民.voters": "接待选民 接待选民群众",
        "visit.by_type.走访选民.households": "走访选民 走访选民群众",
        "visit.opinions": "收集意见 收集群众意见 收集选民意见 收集意见建议",
        "petition.total": "收到来信来访 受理来信来访 办理来信来访 接待来信来访",
        "duty_report.events": "举行代表述职会 召开代表述职会 组织代表述职会 召开述职会 举行述职会 开展述职",
        "activity.total": "开展代表活动 组织代表活动 组织开展代表活动",
        "activity.by_type.视察.count": "开展视察 组织视察 组织代表视察 组织代表开展视察",
        "activity.by_type.调研.count": "开展调研 组织调研 组织代表调研 组织代表开展调研",
        "activity.by_type.执法检查.count": "开展执法检查 组织执法检查",
        "activity.by_type.学习培训.count": "组织学习培训 开展学习培训 组织代表培训 "
        "开展代表培训 举办代表培训 组织代表学习培训",
        "activity.by_type.小组活动.count": "开展小组活动 组织小组活动 开展代表小组活动",
        "activity.materials": "发放资料 发放宣传资料",
    }
)
"""Figure key → how papers speak of it before its number, without 全年, 共, 代表 before 建议."""


def known(ledger: Ledger, period: Period) -> Known:
    """The sittings and people of the whole ledger, and the figures of the period."""
    meetings: list[Any] = list(ledger.records("meeting"))
    deputies = frozenset(_said(ledger, "deputy", "name"))
    others = frozenset((*_others(ledger), *(name for each in meetings for item in each.items for name in item.elected)))
    held = [each for each in meetings if each.type == CONGRESS and each.term and each.session]
    congresses = [Congress(each.term, each.session, each.began_on.year) for each in held]
    congresses += [Congress(*sitting, None) for sitting in _told_by_suggestions(ledger)]
    return Known(deputies, others - deputies, list(_facts(ledger, period)), congresses)


def _told_by_suggestions(ledger: Ledger) -> Iterator[tuple[int, int]]:
    """Sittings at which suggestions were made, also those that were never entered as meetings."""
    suggestions: list[Any] = list(ledger.records("suggestion"))
    yield from dict.fromkeys((each.term, each.session) for each in suggestions if each.term and each.session)


def _others(ledger: Ledger) -> Iterator[str]:
    """Names of other people in the ledger, so that they are taken for no misspelling."""
    if ledger.office is not None:
        yield from filter(None, (ledger.office.chair, ledger.office.vice_chair, ledger.office.contact))
    for kind, name in (("petition", "person"), ("opinion", "voter"), ("meeting", "host"), ("group", "liaison")):
        yield from _said(ledger, kind, name)


def _said(ledger: Ledger, kind: str, name: str) -> Iterator[str]:
    return (str(value) for record in ledger.records(kind) if (value := getattr(record, name)))


def _facts(ledger: Ledger, period: Period) -> Iterator[Fact]:
    for figure in Figures(ledger, covered(period)).all():
        if (words := WORDS.get(figure.key)) and figure.value is not None:
            unit = "%" if isinstance(figure.value, Rate) else figure.unit
            yield Fact(figure.label, tuple(words.split()), unit, str(figure.value).rstrip("%"))
