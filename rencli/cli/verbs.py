"""What the derived commands do: parse, one call, print."""

import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import typer

from rencli import output
from rencli.cli import face, opened
from rencli.cli.derived_options import short_line
from rencli.cli.printing import card, field_named, print_rows, told
from rencli.errors import InvalidInputError
from rencli.records import load
from rencli.records.base import Part, Record
from rencli.records.fields import Field
from rencli.records.filters import filters

if TYPE_CHECKING:
    from rencli.store.ledger import Ledger
    from rencli.store.query import Listing

PAGE = 50
"""Rows that a terminal shows unless asked for more."""
PIPED = "-"
"""The value of a long text that is read from standard input."""
MOST_PIPED = 1_000_000
"""Bytes, many more than the longest text has; the field says what is too long."""
END_OF_INPUT = "Ctrl+Z 再回车" if sys.platform == "win32" else "Ctrl+D"


def add(kind: str, also: "Callable[[Ledger, int], object] | None" = None, **typed: Any) -> None:
    """Write a record and print its id. ``also``: what is to be done with it in the same breath."""
    cls = load(kind)
    raw = asked_for(cls, given(cls, typed))
    with opened.writing(f"{kind} add") as ledger:
        id = ledger.add(kind, raw, typed=True)
        record = ledger.get(kind, id)
        if also:
            also(ledger, id)
    say_back(raw, record)
    typer.echo(called(record))


def list_(kind: str, **typed: Any) -> None:
    """Print the records of a listing."""
    cls = load(kind)
    form = output_form(typed.pop("format"))
    as_of = opened.typed_day("--as-of", typed.pop("as_of", None))
    listing = listing_of(cls, typed)
    on_screen = form == "table" and sys.stdout.isatty() and typed["limit"] is None
    with opened.reading() as ledger:
        found = ledger.records(kind, listing._replace(limit=PAGE) if on_screen else listing, as_of)
        more = ledger.count(kind, listing) - listing.offset - len(found) if on_screen and len(found) == PAGE else 0
        rows = [values_of(ledger, record, as_of) for record in found]
    phones = [] if typed["full"] else [field.name for field in cls.fields if field.private == "phone"]
    if form == "table":
        rows = [row | record.in_table(row) for row, record in zip(rows, found, strict=True)]
    print_rows(cls, [output.masked(row, phones) for row in rows], form, typed["columns"])
    if more > 0:
        typer.echo(f"还有{more}条没有显示，看更多请加 --limit 或 --offset。", err=True)


def show(kind: str, which: str, format: str | None, as_of: str | None = None) -> None:
    """Print one record."""
    form = output_form(format, "table", "json")
    day = opened.typed_day("--as-of", as_of)
    with opened.reading() as ledger:
        record = ledger.get(kind, ledger.find(kind, which))
        values = values_of(ledger, record, day) | record.beside(ledger.context, day or ledger.today)
        files = [] if form == "json" else ledger.attached(kind, record.id or 0)
    typer.echo(output.as_json(told(load(kind), values)) if form == "json" else card(record, values, files))


def edit(kind: str, which: str, clear: Sequence[str], **typed: Any) -> None:
    """Change some fields of a record."""
    cls = load(kind)
    changes: dict[str, object] = {field_named(cls, name).name: None for name in clear or ()}
    changes |= given(cls, typed)
    if not changes:
        raise InvalidInputError("没有写要改什么。请写出要改的字段，如 --note …；清空用 --clear。")
    with opened.writing(f"{kind} edit") as ledger:
        id = ledger.find(kind, which)
        ledger.edit(kind, id, changes, typed=True)
        record = ledger.get(kind, id)
    say_back(changes, record)


def remove(kind: str, which: str, yes: bool) -> None:
    """Delete a record; at a terminal it is shown and asked about first."""
    if not yes and sys.stdin.isatty():
        _ask_about(kind, which)
    with opened.writing(f"{kind} remove") as ledger:
        ledger.remove(kind, ledger.find(kind, which))


def _ask_about(kind: str, which: str) -> None:
    """Show a record and ask whether it may go; meanwhile no other window is kept waiting."""
    with opened.reading() as ledger:
        record = ledger.get(kind, ledger.find(kind, which))
        shown = card(record, values_of(ledger, record, None))
    typer.echo(shown, err=True)
    if not face.confirm(f"删除这条{record.label}吗？"):
        raise face.Abort


def given(cls: type[Part], typed: Mapping[str, Any]) -> dict[str, Any]:
    """The options that were written, as raw values; a bare list of names becomes nested lines."""
    raw: dict[str, Any] = {}
    for field in cls.fields:
        value = typed.get(field.name)
        if value is None or value == () or value == []:
            continue
        raw[field.name] = piped(field) if field.long and value == PIPED else listed(field, value)
    return raw


def piped(field: Field) -> str:
    """A long text from standard input, as many paragraphs as there are; in UTF-8 or GBK. Raises InvalidInputError."""
    from rencli.exchange.encoding import decoded
    from rencli.records import clean

    if sys.stdin.isatty():
        typer.echo(f"请输入{field.title}，可写几段；写完另起一行，按 {END_OF_INPUT} 结束。", err=True)
    text = decoded(sys.stdin.buffer.read(MOST_PIPED))
    if clean.empty(text):
        raise InvalidInputError(f"{field.title}：标准输入里没有内容，什么也没有写入。")
    return text


def listed(field: Field, value: Any) -> Any:
    """A repeated option: its texts together; for nested lines one line a name."""
    if not field.many:
        return value
    joined = "、".join(value)
    needed = short_line(field)
    if needed is None:
        return joined
    from rencli.records import clean

    return [{needed.name: name} for name in clean.several(joined)]


def asked_for(cls: type[Part], raw: dict[str, Any], but: Collection[str] = ()) -> dict[str, Any]:
    """What is missing, asked for at a terminal; a script gets the error. ``but`` names what is known otherwise."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return raw
    for field in cls.fields:
        if field.required and field.name not in raw and field.name not in but:
            words = f"（{'、'.join(field.words)}）" if field.words else ""
            if answer := face.ask(f"{field.title}{words}"):
                raw[field.name] = answer
    return raw


def say_back(raw: Mapping[str, object], record: Part) -> None:
    """Tell what was written otherwise than it was typed: a day without its year, a cleaned text."""
    for field in record.fields:
        text, value = raw.get(field.name), getattr(record, field.attribute)
        if not isinstance(text, str) or field.many or field.to or value is None:
            continue
        kept = output.cell(value)
        relative = field.type.__name__ == "date" and not any(char.isdigit() for char in text[:4])
        short = field.type.__name__ == "date" and "月" in text and "年" not in text
        if relative or short or (field.type is str and kept != text.strip()):
            typer.echo(f"{field.title}：“{output.visible(text)}”记作“{kept}”", err=True)


def called(record: Any) -> str:
    """What ``add`` prints: the id; of a suggestion also its 届-次-编号."""
    if record.kind == "suggestion":
        from rencli.records.numbered import number_text

        return f"{record.id}\t{number_text(record.term, record.session, record.number)}"
    return str(record.id)


def listing_of(cls: type[Record], typed: Mapping[str, Any]) -> "Listing":
    """The listing that the options ask for."""
    from rencli.store.query import Listing

    wanted = {each.name: typed[each.name] for each in filters(cls) if typed.get(each.name) is not None}
    return Listing(
        wanted,
        opened.typed_day("--from", typed.get("from")),
        opened.typed_day("--to", typed.get("to")),
        sort_of(cls, typed["sort"] or ""),
        whole("--limit", typed["limit"]),
        whole("--offset", typed["offset"]) or 0,
    )


def sort_of(cls: type[Record], text: str) -> str:
    """The field to sort by, named in English or Chinese."""
    name = text.lstrip("-")
    if not name or name in ("id", "序号"):
        return text.replace("序号", "id")
    return text.replace(name, field_named(cls, name).name)


def whole(option: str, text: str | None) -> int | None:
    """A whole number typed after an option."""
    if text is None:
        return None
    from rencli.records import clean

    try:
        return clean.whole(text)
    except clean.Unreadable as error:
        raise InvalidInputError(f"{option}：{error}") from error


def output_form(text: str | None, *forms: str) -> str:
    """The value of ``--format``."""
    known = forms or output.FORMATS
    if text is None:
        return "table"
    if text not in known:
        raise InvalidInputError(f"--format：没有“{text}”这种形式，可写 {'、'.join(known)}")
    return text


def values_of(ledger: "Ledger", record: Record, as_of: Any) -> dict[str, Any]:
    """The JSON object of a record, with what is derived on a day, ``further`` values last."""
    day = as_of or ledger.today
    shown = record.until(day) if as_of else record
    return {"id": record.id, **shown.dump(), **record.derive(ledger.context, day)}
