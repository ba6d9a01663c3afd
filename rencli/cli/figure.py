"""`ren figure`: every figure of a period, and each opened down to its records."""

from typing import Annotated

import typer

from rencli import output
from rencli.cli import face, opened, periods
from rencli.cli.verbs import output_form
from rencli.records import KINDS

app = face.new_app("查看各项指标：数是多少、怎样算的、由哪些记录来。")

Format = Annotated[str | None, typer.Option("--format", metavar="形式", help="table、json（list 还可用 csv）")]


@face.verb(app, "list", "列出一个期间的全部指标。", examples=("ren figure list --year 2024",))
def list_(
    year: periods.Year = None,
    half: periods.Half = None,
    quarter: periods.Quarter = None,
    from_: periods.From = None,
    to: periods.To = None,
    term: periods.Term = None,
    session: periods.Session = None,
    as_of: periods.AsOf = None,
    format: Format = None,
) -> None:
    """Print every figure of a period; a table leaves out what is 0 or has no value."""
    from rencli.figures.catalogue import Figures
    from rencli.figures.period import period

    form = output_form(format)
    asked = periods.options(year, half, quarter, from_, to, term, session, as_of)
    with opened.reading() as ledger:
        found = [figure.dump() for figure in Figures(ledger, period(ledger, asked)).all()]
    if form == "json":
        typer.echo(output.as_json(found))
        return
    rows = found if form == "csv" else [row for row in found if row["value"] not in (0, None)]
    cells = [[row["key"], row["label"], row["value"], row["unit"]] for row in rows]
    typer.echo((output.as_csv if form == "csv" else output.as_table)(["键", "指标", "数值", "单位"], cells))


@face.verb(
    app,
    "show",
    "查看一项指标：数值、算法和它背后的记录。",
    examples=("ren figure show suggestion.reply_rate --year 2024",),
)
def show(
    key: Annotated[str, typer.Argument(metavar="键", help="指标的键，如 suggestion.reply_rate")],
    year: periods.Year = None,
    half: periods.Half = None,
    quarter: periods.Quarter = None,
    from_: periods.From = None,
    to: periods.To = None,
    term: periods.Term = None,
    session: periods.Session = None,
    as_of: periods.AsOf = None,
    format: Format = None,
) -> None:
    """Print one figure with its formula, parts and records."""
    from rencli.figures.catalogue import Figures, titled
    from rencli.figures.period import period

    form = output_form(format, "table", "json")
    asked = periods.options(year, half, quarter, from_, to, term, session, as_of)
    with opened.reading() as ledger:
        figures = Figures(ledger, period(ledger, asked))
        figure = figures.show(key).dump()
        records = titled(ledger, figures.records(key))
    if form == "json":
        typer.echo(output.as_json(figure | {"records": records}))
        return
    titles = {"key": "键", "label": "指标", "value": "数值", "unit": "单位", "formula": "算法"}
    pairs = [(title, figure[name]) for name, title in titles.items()]
    parts = [("分子", figure["numerator"]), ("分母", figure["denominator"]), ("记录", f"{len(records)}条")]
    typer.echo(output.as_card(pairs + parts))
    if records:
        rows = [[KINDS[str(record["kind"])], record["id"], record["title"]] for record in records]
        typer.echo(output.as_table(["种类", "序号", "标题"], rows))
