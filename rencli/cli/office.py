"""`ren office`: the one office of the ledger."""

from typing import Any

import typer

from rencli import output
from rencli.cli import face, opened
from rencli.cli.derived_options import field_options, format_option
from rencli.cli.printing import card
from rencli.cli.verbs import asked_for, given, output_form, values_of
from rencli.errors import InvalidInputError, NotFoundError
from rencli.records import load

KIND = "office"


def commands() -> dict[str, face.Entry]:
    """The verbs of the office: there is one record, so it needs no number."""
    return {
        "show": face.Entry("查看本单位", _show_command),
        "set": face.Entry("登记或修改本单位", _set_command),
        "list": face.Entry("列出本单位（只有一条）", _list_command),
    }


def _show_command() -> face.Command:
    return face.command("show", show, [format_option("table", "json")], "查看本单位。", ("ren office show",))


def _list_command() -> face.Command:
    params = [format_option("table", "json")]
    return face.command("list", show_all, params, "列出本单位（只有一条）。", ("ren office list --format json",))


def _set_command() -> face.Command:
    clear = face.option("--clear", "清空的字段", metavar="字段", multiple=True)
    params = [*field_options(load(KIND), need=False), clear]
    help = "登记或修改本单位，只改写出的各项。"
    return face.command("set", set_, params, help, ("ren office set --name 瓦窑镇 --county 隆阳区 --chair 李明远",))


def show(format: str | None) -> None:
    """Print the office."""
    form = output_form(format, "table", "json")
    with opened.reading() as ledger:
        record = ledger.office
        if record is None:
            raise NotFoundError("还没有登记本单位。请用 ren office set --name … 登记。")
        values = values_of(ledger, record, None)
    typer.echo(output.as_json(values) if form == "json" else card(record, values))


def show_all(format: str | None) -> None:
    """Print the office as a list of one, or of none."""
    form = output_form(format, "table", "json")
    with opened.reading() as ledger:
        records = ledger.records(KIND)
        rows = [values_of(ledger, record, None) for record in records]
    shown = "\n".join(card(record, row) for record, row in zip(records, rows, strict=True))
    typer.echo(output.as_json(rows) if form == "json" else shown)


def set_(clear: list[str] | None, **typed: Any) -> None:
    """Write or change the office."""
    from rencli.cli.printing import field_named

    cls = load(KIND)
    changes = {field_named(cls, name).name: None for name in clear or ()} | given(cls, typed)
    if not changes:
        raise InvalidInputError("没有写要登记什么，如 ren office set --name 瓦窑镇。")
    with opened.writing("office set") as ledger:
        if ledger.office is None:
            ledger.add(KIND, asked_for(cls, changes), typed=True)
        else:
            ledger.edit(KIND, ledger.office.id, changes, typed=True)
