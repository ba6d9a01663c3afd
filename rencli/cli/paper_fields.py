"""`ren report fields`: what a template of a paper may name."""

import typer

from rencli import output
from rencli.cli import face, opened, periods
from rencli.cli.derived_options import format_option
from rencli.cli.verbs import output_form
from rencli.errors import NotFoundError


def fields_command() -> face.Command:
    """The command, made when it is named."""
    params = [
        face.argument("name", "哪种材料，如 annual，ren report list 可查", metavar="名称"),
        *periods.params(),
        face.option("--find", "只列名称或意思里有这个词的", metavar="词"),
        format_option("table", "json"),
    ]
    help = "列出一种材料的模板能用的名称、意思和现在的数；各种列表每一行有哪些字段；全部过滤。"
    examples = ("ren report fields annual --year 2024", "ren report fields annual --find 办结")
    return face.command("fields", fields, params, help, examples)


def fields(name: str, find: str | None, format: str | None, **asked: str | None) -> None:
    """Print the variables, the lists with the fields of their lines, and the filters."""
    from rencli.reports.manifest import manifest
    from rencli.reports.orders import period_of
    from rencli.reports.variables import known

    form = output_form(format, "table", "json")
    found = manifest(name, [option for option, value in asked.items() if value and option != "as_of"])
    with opened.reading() as ledger:
        told = known(ledger, found, period_of(ledger, found, asked, name), ledger.today)
    variables = [each for each in told.variables if not find or find in each.name + each.meaning]
    lists = [
        (each, [one for one in each.fields if not find or find in f"{each.name}.{one.name}"]) for each in told.lists
    ]
    filters = [each for each in told.filters if not find or find in each.name + each.meaning]
    if form == "json":
        rows = [{"name": each.name, "meaning": each.meaning, "value": each.value} for each in variables]
        lines = [
            {
                "name": each.name,
                "meaning": each.meaning,
                "fields": [{"name": one.name, "meaning": one.meaning} for one in inner],
            }
            for each, inner in lists
            if inner
        ]
        plain = [{"name": each.name, "meaning": each.meaning} for each in filters]
        typer.echo(output.as_json({"variables": rows, "lists": lines, "filters": plain}))
        return
    if find and not (variables or filters or any(inner for _, inner in lists)):
        raise NotFoundError(f"没有名称或意思里有“{find}”的；不写 --find 列出全部。")
    if variables:
        typer.echo(output.as_table(["名称", "意思", "现在"], variables))
    if any(inner for _, inner in lists):
        rows_ = [[each.name, "、".join(one.name for one in inner)] for each, inner in lists if inner]
        typer.echo("\n" + output.as_table(["列表", "每一行有"], rows_))
    if filters:
        typer.echo("\n" + output.as_table(["过滤", "意思"], [[each.name, each.meaning] for each in filters]))
