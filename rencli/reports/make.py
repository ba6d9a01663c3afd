"""Making a report: names into the template, the text onto the page, the page into a file."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final, NamedTuple

from rencli import gongwen
from rencli.errors import InvalidInputError, NotFoundError
from rencli.figures.period import Period, period
from rencli.records import KINDS
from rencli.records.base import Record
from rencli.reports import letters
from rencli.reports.asking import empty, whose
from rencli.reports.manifest import Manifest, located
from rencli.reports.names import PLAIN, by_title, names
from rencli.reports.prose import render
from rencli.reports.source import source
from rencli.store.ledger import Ledger


class Order(NamedTuple):
    """What a paper is asked to be made of."""

    manifest: Manifest
    period: Period
    issued_on: date
    records: Sequence[Record] = ()
    """For a paper of records: the one, or those of a form or register together."""
    numbers: Sequence[str] = ()
    """How the command line names the records of a form or register, where it does."""


def orders(ledger: Ledger, manifest: Manifest, period: Period, issued_on: date, numbers: Sequence[str]) -> list[Order]:
    """The papers that a command line asks for: one, or one for each record that is named.

    Raises InvalidInputError for numbers where none belong, or none where one is needed.
    """
    kind = manifest.of
    if not kind:
        if numbers:
            raise InvalidInputError(f"{manifest.title}是一个期间的材料，不写序号；请去掉“{numbers[0]}”。")
        return [Order(manifest, period, issued_on)]
    ids = [ledger.find(kind, number) for number in numbers]
    records: Sequence[Record] = [ledger.get(kind, id) for id in dict.fromkeys(ids)]
    if manifest.template is None:
        if not records:
            from rencli.reports.book_rows import listed

            records = listed(ledger, kind, period)
        return [Order(manifest, period, issued_on, records, numbers)]
    if not records:
        raise InvalidInputError(whose(ledger, manifest))
    for record in records:
        _check_fit(manifest, record)
    return [Order(manifest, _own(ledger, period, record), issued_on, [record]) for record in records]


def _own(ledger: Ledger, period: Period, record: Record) -> Period:
    """The period of one record's paper: what was asked for, else since the last congress or the seat."""
    if period.option != _UNASKED:
        return period
    if record.kind == "meeting":
        from rencli.reports.congress import since_last

        return since_last(ledger, record, period.as_of)
    from rencli.reports.dossier import since_seat

    return since_seat(ledger, record.id or 0, period.as_of)


def hints(ledger: Ledger, orders: Sequence[Order]) -> list[str]:
    """What a clerk should know of the papers: those that go out too late, and what they want and was not recorded."""
    found = []
    for order in orders:
        if not order.manifest.of and (hint := empty(ledger, order.manifest, order.period)):
            found.append(f"提示：{hint}")
        for record in order.records if order.manifest.ahead is not None else ():
            day = getattr(record, record.dated_by)
            left = (day - order.issued_on).days
            if left < (order.manifest.ahead or 0):
                late = f"离{day}只有{left}天，一般提前{order.manifest.ahead}天发出" if left >= 0 else f"{day}已经过去"
                found.append(f"提示：落款日期是{order.issued_on}，{late}。")
        for about in order.records or (None,):
            found += _wanting(ledger, order.manifest, about)
        found += letters.hints(ledger, order)
    return found


def _wanting(ledger: Ledger, manifest: Manifest, record: Record | None) -> Iterator[str]:
    """The hints for fields of the record, and of the office, that a paper needs and that are empty."""
    office = by_title(ledger.office)
    if record is not None:
        own = [title for title in manifest.needs if not title.startswith(_OFFICE)]
        if shown := _lacking(own, by_title(record)):
            yield f"提示：{manifest.title}缺{shown}，请用 ren {record.kind} edit {record.id} {_FILL}"
    asked = [title.removeprefix(_OFFICE) for title in manifest.needs if title.startswith(_OFFICE)]
    if shown := _lacking(asked, office):
        yield f"提示：{manifest.title}缺本单位的{shown}，请用 ren office set {_FILL}"


def _lacking(titles: Sequence[str], told: Mapping[str, Any]) -> str:
    """The fields that are empty; of several that will do, as in 联络站/地点, all must be."""
    lacking = [title for title in titles if not any(told.get(each) for each in title.split("/"))]
    return "、".join(title.replace("/", "或") for title in lacking)


def _check_fit(manifest: Manifest, record: Record) -> None:
    told = by_title(record)
    for title, words in manifest.only.items():
        if told.get(title) not in words:
            raise InvalidInputError(
                f"{manifest.title}只写{title}是{'、'.join(words)}的{record.label}，序号{record.id}是{told.get(title)}。"
            )


def period_of(ledger: Ledger, manifest: Manifest, asked: Mapping[str, str | None], called: str = "") -> Period:
    """The period that was asked for; without one, this year, or the half-year of today, or that of ``called``.

    Raises InvalidInputError where the report is made for another kind of period, or the period is still to come.
    """
    given = {name for name, value in asked.items() if value and name != "as_of"}
    if not given and manifest.period == "half":
        half = 1 if "上半年" in called or (ledger.today.month <= 6 and "下半年" not in called) else 2
        asked = {**asked, "half": f"{ledger.today.year}H{half}"}
    found = period(ledger, asked)
    if found.first > max(ledger.today, found.as_of) and not manifest.early:
        raise InvalidInputError(f"{found.name}还没有开始，写不了{manifest.title}；请核对期间。")
    if not given and manifest.default != "year":
        return found._replace(option=_UNASKED)
    if manifest.period == "none" and given:
        raise InvalidInputError(f"{manifest.title}只讲一条记录，不写期间。")
    if manifest.period not in ("any", "none", found.option[0]):
        raise InvalidInputError(f"{manifest.title}要写 --{manifest.period}，如 {_EXAMPLES[manifest.period]}。")
    return found


def check_format(manifest: Manifest, suffix: str) -> None:
    """Raises InvalidInputError for a file suffix that the report cannot be written as."""
    known = formats(manifest)
    if suffix.lower() not in known:
        raise InvalidInputError(f"{manifest.title}不会写成“{suffix or '没有后缀'}”这种文件，可用：{'、'.join(known)}。")


def formats(manifest: Manifest) -> Mapping[str, "Writer"]:
    """The writers of a report by file suffix."""
    books = _BOOKS if manifest.book else {}
    return {**books, **(_TEXT if manifest.template else {}), **(_FORM if manifest.form else {})}


def file_name(ledger: Ledger, order: Order) -> str:
    """The default file name, safe on every system; a long name of a record is cut."""
    record, tail = (order.records[0] if order.records else None), ""
    if order.numbers:
        tail = order.numbers[0] + (f"等{len(order.numbers)}份" if len(order.numbers) > 1 else "")
    day = getattr(record, record.dated_by) if record and record.dated_by else None
    known = {
        "单位": ledger.office.name,
        "期间": _years(order.records) if order.numbers else order.period.name,
        "日期": f"{day.year}年{day.month}月{day.day}日" if day else "",
    }
    room = LONGEST_NAME - len(order.manifest.file.format(**known, 名称="") + tail)
    title = _called(ledger, record)[: max(room, 0)] if record else ""
    name = order.manifest.file.format(**known, 名称=title) + tail
    return "".join("_" if char in '\\/:*?"<>|' or char < " " else char for char in name) + ".docx"


def _years(records: Sequence[Record]) -> str:
    """The year of records that are of one: 2024年."""
    years = {getattr(record, record.dated_by).year for record in records if record.dated_by}
    return f"{years.pop()}年" if len(years) == 1 else ""


def _called(ledger: Ledger, record: Record) -> str:
    """What a record is called in a file's name, where its day and the town stand already; namesakes are told apart."""
    told: Any = record
    if record.kind == "meeting":
        called = told.title or (told.heading() if told.session else told.type)
    elif record.kind == "visit":
        called = told.station or told.place or ""
    elif record.kind == "deputy":
        name, at, place = ledger.names.texts("deputy", [record.id])[record.id].partition("@")
        called = f"{name}（{place}）" if at else record.heading()
    else:
        called = record.heading()
    return str(called).removeprefix(ledger.office.name)


def write(ledger: Ledger, order: Order, suffix: str) -> bytes:
    """The paper in the format of a file suffix, which ``check_format`` has let pass.

    Raises InvalidInputError for a mistake in the template, NotFoundError where there is nothing to make cards of.
    """
    if order.manifest.form and not order.records:
        raise NotFoundError(f"{order.period.name}没有{KINDS[order.manifest.of]}，没有写{order.manifest.title}。")
    return formats(order.manifest)[suffix.lower()](ledger, order)


def document(ledger: Ledger, order: Order) -> gongwen.Document:
    """A report's template filled, or its register. Raises InvalidInputError for a mistake in the template."""
    template = order.manifest.template
    if template is None:
        from rencli.reports import book

        return book.document(ledger, order.manifest, order.period, order.records)
    further = letters.attached(order.manifest, order.period)
    attached = [document(ledger, order._replace(manifest=each)) for each in further]
    known = names(ledger, order.period, order.issued_on, order.records)
    known |= {"附件": [each.title for each in attached], "文号": letters.number(ledger, order)}
    text = render(source(order.manifest, template), known)
    try:
        paper = gongwen.parse(_tagged(text))
    except gongwen.GongwenError as error:
        raise InvalidInputError(f"模板 {template.name} 填出来的文字不成公文：{error}") from error
    paper = gongwen.with_attachments(paper, attached)
    return replace(paper, landscape=order.manifest.page == "landscape")


def properties(order: Order) -> Mapping[str, str]:
    """What the file remembers of how it was made."""
    option, value = order.period.option
    return {
        "ren:report": order.manifest.name,
        "ren:period": f"{option}={value}",
        "ren:as-of": order.period.as_of.isoformat(),
    }


def _tagged(text: str) -> str:
    """Figure marks as the document's live values: ``ren:key=value``."""
    parts = text.split(gongwen.START)
    tagged = [parts[0]]
    for part in parts[1:]:
        key, _, rest = part.partition(gongwen.MIDDLE)
        value = rest.partition(gongwen.END)[0]
        tagged.append(f"ren:{key}={value}{gongwen.MIDDLE}{rest}")
    return gongwen.START.join(tagged)


def _docx(ledger: Ledger, order: Order) -> bytes:
    return gongwen.to_docx(document(ledger, order), properties=properties(order), dated=order.issued_on)


def _form(ledger: Ledger, order: Order) -> bytes:
    from rencli.reports.form import filled  # loads docxtpl

    assert order.manifest.form is not None
    known = names(ledger, order.period, order.issued_on, order.records)
    path = located(order.manifest, order.manifest.form)
    data = {name: known[name] for name in PLAIN if name in known}
    return filled(path, data, order.manifest.title, order.issued_on, properties(order))


def _workbook(ledger: Ledger, order: Order) -> bytes:
    from rencli.reports import book

    return book.workbook(ledger, order.manifest, order.period, order.records)


Writer = Callable[[Ledger, Order], bytes]

_TEXT: Final[Mapping[str, Writer]] = {
    ".docx": _docx,
    ".md": lambda ledger, order: gongwen.to_markdown(document(ledger, order)).encode(),
    ".txt": lambda ledger, order: gongwen.to_text(document(ledger, order)).encode(),
}
LONGEST_NAME: Final = 60
"""Characters of a default file name without its suffix."""
_UNASKED: Final = ("", "")
_OFFICE: Final = "本单位."
_FILL: Final = "补记后重写，或者在纸上填好再发。"
_FORM: Final[Mapping[str, Writer]] = {".docx": _form}
_BOOKS: Final[Mapping[str, Writer]] = {
    **_TEXT,
    ".xlsx": _workbook,
}
_EXAMPLES: Final[Mapping[str, str]] = {
    "year": "--year 2024",
    "half": "--half 2024H1",
    "quarter": "--quarter 2024Q1",
    "term": "--term 5",
    "session": "--session 5-3",
}
