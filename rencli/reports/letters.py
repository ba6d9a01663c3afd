"""What a paper that is sent out has beside its text: a number of the documents' register, attached papers."""

import re
from collections.abc import Iterator
from typing import Any

from rencli.errors import InvalidInputError
from rencli.figures.period import Period
from rencli.records.document import OUTGOING
from rencli.reports.manifest import Manifest, manifest
from rencli.reports.orders import Order
from rencli.store.ledger import Ledger
from rencli.store.query import Listing

_BLANK = "　"
"""The place of a number that a pen fills in."""
_PART_OF_YEAR = "(?!度?(?:[上下]半年|第?[一二三四1-4]季度))"


def attached(own: Manifest, period: Period) -> list[Manifest]:
    """The papers that go with one as its attachments: those made for the same kind of period.

    Raises InvalidInputError where the paper goes with others only and none is made for such a period.
    """
    known = list(map(manifest, own.attach))
    for each in known:
        if each.attach or each.of:
            raise InvalidInputError(
                f"材料说明 {own.name}.toml 的 attach：{each.title}不能作附件，附件要是一个期间的材料，自己不再带附件。"
            )
    found = [each for each in known if each.period in ("any", period.option[0])]
    if known and not found:
        titles = "、".join(each.title for each in known)
        options = " 或 ".join(dict.fromkeys(f"--{each.period}" for each in known))
        raise InvalidInputError(f"{own.title}是随{titles}报送的，请写 {options}。")
    return found


def number(ledger: Ledger, order: Order) -> str:
    """文号: under which the paper was sent out, else 代字 and year with a blank place; "" where none belongs.

    A paper is known in the register by its manifest's word and the name of its period: 关于呈送2024年工作总结的报告.
    """
    if not order.manifest.numbered:
        return ""
    prefix = ledger.office.doc_prefix if ledger.office and ledger.office.doc_prefix else "＿＿＿"
    return _registered(ledger, order) or f"{prefix}〔{order.issued_on.year}〕{_BLANK}号"


def hints(ledger: Ledger, order: Order) -> Iterator[str]:
    """That a paper has no number yet, and how it gets one."""
    if order.manifest.numbered and not _registered(ledger, order):
        word = order.manifest.numbered
        title = f"关于{word}{order.group}……" if order.manifest.of else f"关于{word}{order.period.name}……的报告"
        yield f"提示：文号空着。登记发文以后重写就有：ren document issue --title {title}"


def _registered(ledger: Ledger, order: Order) -> str | None:
    """The number of the newest document sent out since the period began that is this paper.

    One of records is known by its day, and by whom it is for.
    """
    if order.manifest.of:
        listing = Listing({"direction": OUTGOING}, first=order.issued_on, last=order.issued_on)
        sent: list[Any] = ledger.records("document", listing)
        words = (order.manifest.numbered, order.group)
        return next((each.number for each in sent if each.number and all(word in each.title for word in words)), None)
    title = re.compile(re.escape(order.period.name) + _PART_OF_YEAR)
    documents: list[Any] = ledger.records(
        "document", Listing({"direction": OUTGOING}, first=order.period.first, sort="dated_on")
    )
    found = [each for each in documents if order.manifest.numbered in each.title and title.search(each.title)]
    return next((each.number for each in reversed(found) if each.number), None)
