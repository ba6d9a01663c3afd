"""`ren figure`: every figure of a period, and each opened down to its records."""

import typer

from rencli import output
from rencli.cli import face, opened, periods
from rencli.cli.derived_options import format_option
from rencli.cli.verbs import output_form
from rencli.records import KINDS


def group() -> face.LazyGroup:
    """The commands, each made when it is named."""
    entries = {
        "list": face.Entry("列出一个期间的全部指标", _list_command),
        "show": face.Entry("打开一项指标：数值、算法和背后的记录", _show_command),
    }
    return face.LazyGroup("figure", entries, help="查看各项指标：数是多少、怎样算的、由哪些记录来。")


def _list_command() -> face.Command:
    params = [*periods.params(), format_option("table", "json", "csv")]
    help = "列出一个期间的全部指标；表格里省去为零的。"
    return face.command("list", list_, params, help, ("ren figure list --year 2024",))


def _show_command() -> face.Command:
    key = face.argument("key", "指标的键，如 suggestion.reply_rate", metavar="键")
    params = [key, *periods.params(), format_option("table", "json")]
    help = "查看一项指标：数值、算法和它背后的记录。"
    return face.command("show", show, params, help, ("ren figure show suggestion.reply_rate --year 2024",))


def list_(format: str | None, **asked: str | None) -> None:
    """Print every figure of a period; a table leaves out what is 0 or has no value."""
    from rencli.figures.catalogue import Figures
    from rencli.figures.period import period

    form = output_form(format)
    with opened.reading() as ledger:
        found = [figure.dump() for figure in Figures(ledger, period(ledger, asked)).all()]
    if form == "json":
        typer.echo(output.as_json(found))
        return
    rows = found if form == "csv" else [row for row in found if row["value"] not in (0, None)]
    cells = [[row["key"], row["label"], row["value"], "" if row["unit"] == "%" else row["unit"]] for row in rows]
    typer.echo((output.as_csv if form == "csv" else output.as_table)(["键", "指标", "数值", "单位"], cells))


def show(key: str, format: str | None, **asked: str | None) -> None:
    """Print one figure with its formula, parts and records."""
    from rencli.figures.catalogue import Figures, titled
    from rencli.figures.period import period

    form = output_form(format, "table", "json")
    with opened.reading() as ledger:
        figures = Figures(ledger, period(ledger, asked))
        figure = figures.show(key).dump()
        records = titled(ledger, figures.records(key))
    if form == "json":
        typer.echo(output.as_json(figure | {"records": records}))
        return
    titles = {"key": "键", "label": "指标", "value": "数值", "unit": "单位", "formula": "算法"}
    told = figure | {"value": "无" if figure["value"] is None else figure["value"]}
    pairs = [(title, told[name]) for name, title in titles.items() if told[name] != "%"]
    parts = [("分子", figure["numerator"]), ("分母", figure["denominator"]), ("记录", f"{len(records)}条")]
    typer.echo(output.as_card(pairs + parts))
    if records:
        rows = [[KINDS[str(record["kind"])], record["id"], record["title"]] for record in records]
        typer.echo(output.as_table(["种类", "序号", "标题"], rows))
