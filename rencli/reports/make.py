"""Making a report: names into the template, the text onto the page, the page into a file.

What is asked for is read by ``orders``, what a file is called by ``file_names``, what the clerk is told by ``hints``.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, NamedTuple

from rencli import gongwen
from rencli.errors import InvalidInputError, NotFoundError
from rencli.records import KINDS
from rencli.reports import letters
from rencli.reports.file_names import LONGEST_NAME, file_name
from rencli.reports.hints import hints
from rencli.reports.live import memory
from rencli.reports.manifest import Manifest, located
from rencli.reports.names import NO_OFFICE, PLAIN, names
from rencli.reports.orders import Order, orders, period_of
from rencli.reports.prose import render
from rencli.reports.source import source
from rencli.store import papers
from rencli.store.ledger import Ledger
from rencli.store.lending import lent

__all__ = [
    "LONGEST_NAME",
    "Made",
    "Order",
    "bound",
    "check_format",
    "document",
    "file_name",
    "formats",
    "hints",
    "made",
    "orders",
    "period_of",
    "properties",
    "write",
]


class Made(NamedTuple):
    """A paper that is ready to be put in its place."""

    data: bytes
    body: str = ""
    """The lines of a paper of prose, live values between the marks of ``gongwen``."""


def check_format(manifest: Manifest, suffix: str) -> None:
    """Raises InvalidInputError for a file suffix that the report cannot be written as."""
    known = formats(manifest)
    if suffix.lower() not in known:
        raise InvalidInputError(f"{manifest.title}不会写成“{suffix or '没有后缀'}”这种文件，可用：{'、'.join(known)}。")
    if suffix.lower() == ".pdf":
        from rencli.reports import pdf

        pdf.program()


def formats(manifest: Manifest) -> Mapping[str, "Writer"]:
    """The writers of a report by file suffix."""
    books = _BOOKS if manifest.book else _TABLES if manifest.tables else {}
    return {**books, **(_TEXT if manifest.template else {}), **(_FORM if manifest.form else {})}


def write(ledger: Ledger, order: Order, suffix: str) -> bytes:
    """The file of ``made``."""
    return made(ledger, order, suffix).data


def made(ledger: Ledger, order: Order, suffix: str) -> Made:
    """The paper in the format of a file suffix, which ``check_format`` has let pass.

    Raises InvalidInputError for a mistake in the template, NotFoundError where there is nothing to make cards of.
    """
    if order.manifest.form and not order.records and not order.manifest.blank:
        raise NotFoundError(f"{order.period.name}没有{KINDS[order.manifest.of]}，没有写{order.manifest.title}。")
    return formats(order.manifest)[suffix.lower()](ledger, order)


def bound(ledger: Ledger, orders: Sequence[Order], tick: Callable[[], object]) -> Made:
    """Papers of one kind in one .docx, to be printed at a stroke; ``tick`` is called after each."""
    first = orders[0]
    if first.manifest.form:
        records = [record for order in orders for record in order.records]
        return _form(ledger, first._replace(records=records))
    papers = []
    for order in orders:
        papers.append(document(ledger, order))
        tick()
    body = "".join(map(gongwen.to_marked, papers))
    return Made(gongwen.to_docx(*papers, properties=properties(ledger, first, body), dated=first.issued_on), body)


def document(ledger: Ledger, order: Order) -> gongwen.Document:
    """A report's template filled, or its register. Raises InvalidInputError for a mistake in the template."""
    template = order.manifest.template
    if template is None:
        from rencli.reports import book

        return book.document(ledger, order.manifest, order.period, order.records)
    with_it = letters.attached(order.manifest, order.period)
    attached = [document(ledger, order._replace(manifest=each)) for each in with_it]
    further = {"附件": [each.title for each in attached], "文号": letters.number(ledger, order)}
    text = _filled(ledger, order, template, further | {"组": order.group, "公开": order.manifest.public})
    try:
        paper = gongwen.parse(_tagged(text))
    except gongwen.GongwenError as error:
        raise InvalidInputError(f"模板 {template.name} 填出来的文字不成公文：{error}") from error
    paper = gongwen.with_attachments(paper, attached)
    if order.sources:
        from rencli.reports.live import tracing

        paper = gongwen.with_attachments(paper, [tracing.appendix(ledger, order, gongwen.to_marked(paper))])
    return replace(paper, landscape=order.manifest.page == "landscape")


def _filled(ledger: Ledger, order: Order, template: Path, further: Mapping[str, Any]) -> str:
    """The text of the template: a shipped one is filled here, one of the user's in a process with limits."""
    found = source(order.manifest, template)
    blank = order.manifest.blank
    if not found.own:
        return render(found, names(ledger, order.period, order.issued_on, order.records, blank=blank) | dict(further))
    from rencli.reports.limited import child

    if ledger.office is None:
        raise InvalidInputError(NO_OFFICE)
    kind = order.records[0].kind if order.records else ""
    ids = [record.id or 0 for record in order.records]
    with lent(ledger) as file:
        wanted = child.Wanted(file, ledger.today, order.period, order.issued_on, kind, ids, blank, further)
        return child.render(found, wanted)


def properties(ledger: Ledger, order: Order, body: str = "") -> Mapping[str, str]:
    """What the file remembers of how it was made, and of which ledger and figures."""
    option, value = order.period.option
    told = {
        "ren:report": order.manifest.name,
        "ren:period": f"{option}={value}",
        "ren:as-of": order.period.as_of.isoformat(),
        "ren:issued-on": order.issued_on.isoformat(),
        "ren:ledger": papers.mark(ledger),
    }
    if asked := memory.made_of(order):
        told["ren:made-of"] = json.dumps(asked, ensure_ascii=False)
    if figures := memory.figures_of(body):
        told["ren:figures"] = memory.digest(order, figures, memory.recipe(ledger, order.manifest.name))
    return told


def _tagged(text: str) -> str:
    """Figure marks as the document's live values: ``ren:key=value``."""
    parts = text.split(gongwen.START)
    tagged = [parts[0]]
    for part in parts[1:]:
        key, _, rest = part.partition(gongwen.MIDDLE)
        value = rest.partition(gongwen.END)[0]
        tagged.append(f"ren:{key}={value}{gongwen.MIDDLE}{rest}")
    return gongwen.START.join(tagged)


def _docx(ledger: Ledger, order: Order) -> Made:
    paper = document(ledger, order)
    body = _body(order, paper)
    return Made(gongwen.to_docx(paper, properties=properties(ledger, order, body), dated=order.issued_on), body)


def _html(ledger: Ledger, order: Order) -> Made:
    paper = document(ledger, order)
    body = _body(order, paper)
    return Made(gongwen.to_html(paper, properties=properties(ledger, order, body)).encode(), body)


def _text(write: Callable[[gongwen.Document], str]) -> "Writer":
    def written(ledger: Ledger, order: Order) -> Made:
        paper = document(ledger, order)
        return Made(write(paper).encode(), _body(order, paper))

    return written


def _body(order: Order, paper: gongwen.Document) -> str:
    """The lines that are remembered of a paper: a register's are its records, which the ledger has."""
    return gongwen.to_marked(paper) if order.manifest.template else ""


def _form(ledger: Ledger, order: Order) -> Made:
    from rencli.reports.form import filled  # loads docxtpl

    assert order.manifest.form is not None
    known = names(ledger, order.period, order.issued_on, order.records, blank=order.manifest.blank)
    path = located(order.manifest, order.manifest.form)
    data = {name: known[name] for name in PLAIN if name in known}
    return Made(filled(path, data, order.manifest.title, order.issued_on, properties(ledger, order)))


def _pdf_of(write: "Writer") -> "Writer":
    def pdf(ledger: Ledger, order: Order) -> Made:
        from rencli.reports.pdf import to_pdf

        paper = write(ledger, order)
        return paper._replace(data=to_pdf(paper.data))

    return pdf


def _tables(ledger: Ledger, order: Order) -> Made:
    from rencli.reports import tables

    return Made(tables.workbook(document(ledger, order)))


def _workbook(ledger: Ledger, order: Order) -> Made:
    from rencli.reports import book

    return Made(book.workbook(ledger, order.manifest, order.period, order.records))


Writer = Callable[[Ledger, Order], Made]

_TEXT: Final[Mapping[str, Writer]] = {
    ".docx": _docx,
    ".md": _text(gongwen.to_markdown),
    ".txt": _text(gongwen.to_text),
    ".html": _html,
    ".pdf": _pdf_of(_docx),
}
_FORM: Final[Mapping[str, Writer]] = {".docx": _form, ".pdf": _pdf_of(_form)}
_TABLES: Final[Mapping[str, Writer]] = {".xlsx": _tables}
_BOOKS: Final[Mapping[str, Writer]] = {
    **_TEXT,
    ".xlsx": _workbook,
}
