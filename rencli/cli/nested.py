"""Commands of a nested list: its lines are added, listed, edited and removed by their place."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import typer

from rencli import output
from rencli.cli import face, opened
from rencli.cli.derived_options import child_name, field_options, format_option, number_argument
from rencli.cli.verbs import asked_for, given, output_form, say_back, whole
from rencli.errors import InvalidInputError, NotFoundError
from rencli.records import load

if TYPE_CHECKING:
    from rencli.store.ledger import Ledger


def line_group(kind: str, name: str) -> face.LazyGroup:
    """``ren KIND CHILD add/list/edit/remove NUMBER``."""
    cls = load(kind)
    field = cls.field(name)
    number, line = number_argument(cls), face.option("--line", "第几行", metavar="数")
    fields = list(field_options(field.part, need=True))
    word = f"ren {kind.replace('_', '-')} {child_name(name)}"
    needed = [f"--{item.name.replace('_', '-')} …" for item in field.part.fields if item.required]
    titles = {
        "add": ("加一行", [number, *fields], f"{word} add 3 {' '.join(needed)}"),
        "list": ("列出各行", [number, format_option("table", "json", "csv")], f"{word} list 3"),
        "edit": ("改一行", [number, line, *fields], f"{word} edit 3 --line 1 {needed[-1]}"),
        "remove": ("删一行", [number, line], f"{word} remove 3 --line 1"),
    }
    entries = {}
    for verb, (title, params, example) in titles.items():
        make = partial(_command, verb, kind, name, params, f"{field.title}：{title}。", example)
        entries[verb] = face.Entry(title, make)
    return face.LazyGroup(child_name(name), entries, help=f"{cls.label}的{field.title}，各行从1数起。")


def _command(verb: str, kind: str, name: str, params: list[Any], help: str, example: str) -> face.Command:
    return face.command(verb, partial(_VERBS[verb], kind, name), params, help, (example,))


def _add(kind: str, name: str, /, which: str, **typed: Any) -> None:
    part = load(kind).field(name).part
    raw = asked_for(part, given(part, typed))
    with opened.writing(f"{kind} {name} add") as ledger:
        id = ledger.find(kind, which)
        ledger.change_lines(kind, id, name, lambda lines: lines.append(raw), typed=True)
        lines = _lines(ledger, kind, id, name)
    say_back(raw, lines[-1])


def _list(kind: str, name: str, /, which: str, format: str | None) -> None:
    form = output_form(format)
    field = load(kind).field(name)
    with opened.reading() as ledger:
        lines = [line.dump() for line in _lines(ledger, kind, ledger.find(kind, which), name)]
    used = [item for item in field.part.fields if any(line[item.name] not in (None, []) for line in lines)]
    used = [item for item in used if item.shown or form == "csv"]
    cells = [[place, *(line[item.name] for item in used)] for place, line in enumerate(lines, 1)]
    if form == "json":
        typer.echo(output.as_json(lines))
    else:
        titles = ["行", *(item.title for item in used)]
        typer.echo(output.as_csv(titles, cells) if form == "csv" else output.as_table(titles, cells))


def _edit(kind: str, name: str, /, which: str, line: str | None, **typed: Any) -> None:
    raw = given(load(kind).field(name).part, typed)
    if not raw:
        raise InvalidInputError("没有写要改什么。")
    with opened.writing(f"{kind} {name} edit") as ledger:
        id = ledger.find(kind, which)
        ledger.change_lines(kind, id, name, lambda lines: lines[_at(line, lines)].update(raw), typed=True)
        lines = _lines(ledger, kind, id, name)
    say_back(raw, lines[_at(line, lines)])


def _remove(kind: str, name: str, /, which: str, line: str | None) -> None:
    with opened.writing(f"{kind} {name} remove") as ledger:
        ledger.change_lines(kind, ledger.find(kind, which), name, lambda lines: lines.pop(_at(line, lines)))


def _lines(ledger: "Ledger", kind: str, id: int, name: str) -> list[Any]:
    """The lines of a nested list as they stand."""
    found: list[Any] = getattr(ledger.get(kind, id), load(kind).field(name).attribute)
    return found


def _at(line: str | None, lines: list[Any]) -> int:
    """The place of ``--line``; it may be left out where there is one line."""
    place = whole("--line", line)
    if place is None and len(lines) == 1:
        return 0
    if place is None:
        raise InvalidInputError(f"请用 --line 写明第几行，共{len(lines)}行。")
    if not 1 <= place <= len(lines):
        raise NotFoundError(f"没有第{place}行，共{len(lines)}行。")
    return place - 1


_VERBS: Final[Mapping[str, Callable[..., None]]] = {"add": _add, "list": _list, "edit": _edit, "remove": _remove}
