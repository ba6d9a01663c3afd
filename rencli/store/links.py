"""Records that come of others, so that nothing is typed twice: an opinion of a visit, a suggestion of an opinion
or of a motion, a document with its number in sequence."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select

from rencli.errors import InvalidInputError
from rencli.records.document import OUTGOING
from rencli.records.numbered import number_text
from rencli.records.opinion import RAISED
from rencli.records.suggestion import MOTION
from rencli.store import schema
from rencli.store.ledger import Ledger

Raw = Mapping[str, Any]


def opinion_of_visit(ledger: Ledger, visit: int, raw: Raw) -> int:
    """Write an opinion that a visit brought; its day is the visit's, its deputy where only one was there."""
    source: Any = ledger.get("visit", visit)
    known = {"received_on": source.held_on, "visit": visit}
    if len(source.deputies) == 1:
        known["deputy"] = source.deputies[0]
    return ledger.add("opinion", known | dict(raw), typed=True)


def suggestion_of_opinion(ledger: Ledger, opinion: int, raw: Raw) -> int:
    """Make a suggestion of an opinion, and note in the opinion which it became.

    Raises InvalidInputError where it has become one already.
    """
    source: Any = ledger.get("opinion", opinion)
    if source.suggestion:
        raise InvalidInputError(f"选民意见{opinion}已转为建议 {source.suggestion}。")
    known = {"body": source.content, "proposer": source.deputy, "category": source.category}
    id = _add(ledger, known, raw)
    made: Any = ledger.get("suggestion", id)
    if made.proposer is None:
        number = _number(ledger, id)
        ledger.notices.append(f"建议 {number} 还没有领衔代表，请用 ren suggestion edit {id} --proposer … 补上。")
    ledger.edit("opinion", opinion, {"outcome": RAISED, "suggestion": _number(ledger, id)})
    return id


def suggestion_of_motion(ledger: Ledger, motion: int, raw: Raw) -> int:
    """Make a suggestion of a motion that was not put on the agenda; from then on only the suggestion counts.

    Raises InvalidInputError for what is no motion, or has become a suggestion already.
    """
    source: Any = ledger.get("suggestion", motion)
    number = number_text(source.term, source.session, source.number)
    if source.type != MOTION:
        raise InvalidInputError(f"{number} 是{source.type}，不是议案，不用转。")
    if (became := ledger.context.became(number)) is not None:
        raise InvalidInputError(f"议案 {number} 已于{became.on}转为建议 {became.number}。")
    names = ("term", "session", "body", "proposer", "cosigners", "category", "submitted_on")
    known = {name: getattr(source, name) for name in names}
    known["title"] = re.sub(f"{MOTION}$", "建议", source.title)
    return _add(ledger, known | {"converted_from": number}, raw)


def became(ledger: Ledger, as_of: date, motion: int | None = None) -> dict[int, str]:
    """The numbers of the suggestions that motions had become by a day, by the id of the motion: of all, or of one."""
    own = schema.table("suggestion")
    query = select(own.c.converted_from_id, own.c.term, own.c.session, own.c.number).where(
        own.c.converted_from_id.is_not(None) if motion is None else own.c.converted_from_id == motion,
        own.c.submitted_on <= as_of,
    )
    return {row.converted_from_id: number_text(row.term, row.session, row.number) for row in ledger.ask(query)}


def issue(ledger: Ledger, raw: Raw, prefix: str | None) -> tuple[int, str, list[int]]:
    """Write a document that goes out, with the next number of its year: ``瓦人发〔2024〕3号``.

    Returns id, number and the numbers before it that no document bears. Raises InvalidInputError where neither
    ``prefix`` nor the office gives the 发文机关代字.
    """
    prefix = prefix or (ledger.office.doc_prefix if ledger.office else None)
    if not prefix:
        raise InvalidInputError("还没有发文机关代字。请写 --prefix，或先用 ren office set --doc-prefix 瓦人发 登记。")
    id = ledger.add("document", {"direction": OUTGOING, "dated_on": ledger.today} | dict(raw), typed=True)
    record: Any = ledger.get("document", id)
    year = record.dated_on.year
    used = _used(ledger, prefix, year)
    number = f"{prefix}〔{year}〕{max(used, default=0) + 1}号"
    ledger.edit("document", id, {"number": number})
    return id, number, [each for each in range(1, max(used, default=0)) if each not in used]


def _used(ledger: Ledger, prefix: str, year: int) -> set[int]:
    """The numbers that are out, in whatever brackets and with whatever zeros somebody typed them."""
    own = schema.table("document")
    mine = own.c.number.startswith(prefix, autoescape=True)
    found = ledger.ask(select(own.c.number).where(own.c.direction == OUTGOING, mine))
    written = rf"\s*[〔\[［【(（]\s*{year}\s*[〕\]］】)）]\s*第?\s*0*(\d{{1,6}})\s*号"
    numbers = (re.fullmatch(written, text.removeprefix(prefix), re.ASCII) for (text,) in found)
    return {int(number[1]) for number in numbers if number}


def _add(ledger: Ledger, known: Raw, raw: Raw) -> int:
    given = {"submitted_on": ledger.today} | {name: value for name, value in known.items() if value} | dict(raw)
    return ledger.add("suggestion", given, typed=True)


def _number(ledger: Ledger, suggestion: int) -> str:
    return ledger.names.texts("suggestion", [suggestion])[suggestion]
