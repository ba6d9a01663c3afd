"""`ren report`: the formal papers."""

from pathlib import Path
from typing import Annotated

import typer

from rencli import output
from rencli.cli import face, opened, periods
from rencli.cli.verbs import output_form

app = face.new_app("写工作总结等公文材料，版面按 GB/T 9704。")


@face.verb(app, "list", "列出能写的材料。", examples=("ren report list",))
def list_(
    format: Annotated[str | None, typer.Option("--format", metavar="形式", help="table、json、csv")] = None,
) -> None:
    """Print the reports that there are, the user's own before the shipped ones."""
    from rencli.reports.manifest import manifests

    form = output_form(format)
    rows = [{"name": each.name, "title": each.title, "about": each.about} for each in manifests()]
    if form == "json":
        typer.echo(output.as_json(rows))
        return
    write = output.as_csv if form == "csv" else output.as_table
    typer.echo(write(["名称", "材料", "说明"], [list(row.values()) for row in rows]))


@face.verb(
    app,
    "make",
    "写一份材料。格式按文件后缀：.docx、.md、.txt。",
    examples=(
        "ren report make annual --year 2024",
        "ren report make half-year --half 2024H1 -o 上半年总结.docx",
    ),
)
def make(
    name: Annotated[str, typer.Argument(metavar="名称", help="哪种材料，ren report list 可查")],
    year: periods.Year = None,
    half: periods.Half = None,
    quarter: periods.Quarter = None,
    from_: periods.From = None,
    to: periods.To = None,
    term: periods.Term = None,
    session: periods.Session = None,
    as_of: periods.AsOf = None,
    output_file: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="文件", help="写到哪个文件（默认按单位和期间取名）"),
    ] = None,
    issued_on: Annotated[str | None, typer.Option("--issued-on", metavar="日期", help="落款日期（默认今天）")] = None,
    force: Annotated[bool, typer.Option("--force", help="文件已存在时覆盖")] = False,
) -> None:
    """Make a paper and print where it is."""
    from rencli import files
    from rencli.reports import make as making
    from rencli.reports.manifest import manifest

    asked = periods.options(year, half, quarter, from_, to, term, session, as_of)
    found = manifest(name)
    with opened.reading() as ledger:
        span = making.period_of(ledger, found, asked)
        target = Path(output_file or making.file_name(ledger, found, span))
        making.check_format(target.suffix)
        files.check_target(target, force=force)
        paper = making.make(ledger, found, span, opened.typed_day("--issued-on", issued_on) or ledger.today)
    typer.echo(str(files.publish(target, making.write(paper, target.suffix), force=force)))
