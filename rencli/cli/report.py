"""`ren report`: the formal papers."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from rencli import output
from rencli.cli import face, live, made, opened, periods
from rencli.cli.derived_options import format_option
from rencli.cli.verbs import output_form
from rencli.errors import InvalidInputError

if TYPE_CHECKING:
    from rencli.reports.make import Made, Order
    from rencli.store.ledger import Ledger

HINTS = 8
"""Hints that are printed of a batch; more would bury where the papers are."""


def group() -> face.LazyGroup:
    """The commands, each made when it is named."""
    entries = {
        "list": face.Entry("列出能写的材料", _list_command),
        "make": face.Entry("写一份材料", _make_command),
        "fields": face.Entry("列出写模板能用的名称和现在的数", "rencli.cli.paper_fields:fields_command"),
        "check": face.Entry("核对写好的材料：数同台账一致吗", live.check_command),
        "refresh": face.Entry("把没有人改过的数换成台账现在的", live.refresh_command),
        "trace": face.Entry("把材料里的每个数打开到记录", live.trace_command),
        "diff": face.Entry("两份材料并排比", made.diff_command),
        "history": face.Entry("写过哪些材料，那时的数和现在的数", made.history_command),
    }
    return face.LazyGroup("report", entries, help="写工作总结等公文材料，版面按 GB/T 9704。")


def _list_command() -> face.Command:
    return face.command(
        "list", list_, [format_option("table", "json", "csv")], "列出能写的材料。", ("ren report list",)
    )


def _make_command() -> face.Command:
    params = [
        face.argument("name", "哪种材料，如 annual 或 年终总结，ren report list 可查", metavar="名称"),
        face.argument(
            "numbers",
            "一条记录的材料写它的序号，可写几个；不写序号而写期间的，期间里的都写",
            metavar="序号",
            many=True,
            required=False,
        ),
        *paper_options(),
        face.option("--as", "用 -o - 印到屏幕时的格式：txt（默认）、md、html", metavar="格式"),
        face.option("--as-made", "照 ren report history 里的第几次，用那时的台账再写一份", metavar="次"),
    ]
    examples = (
        "ren report make annual --year 2024",
        "ren report make half-year --half 2024H1 -o 上半年总结.docx",
        "ren report make feedback --session 5-3 -o 征询意见表/",
    )
    help = "写一份材料。格式按文件后缀：.docx、.pdf、.html、.md、.txt，簿册还有 .xlsx；-o - 印到屏幕。"
    return face.command("make", make, params, help, examples)


def paper_options() -> list[Any]:
    """The options of a command that makes papers."""
    return [
        *periods.params(),
        face.option("--output", "写到哪个文件，几份写到哪个文件夹（默认按单位和期间取名）", short="-o", metavar="文件"),
        face.option("--issued-on", "落款日期（默认今天）", metavar="日期"),
        face.flag("--together", "几份合成一个 .docx，一次打印"),
        face.flag("--sources", "附上数据来源：每个数的算法和背后的记录"),
        face.flag("--force", "文件已存在时覆盖"),
    ]


def list_(format: str | None) -> None:
    """Print the reports that there are, the user's own before the shipped ones."""
    from rencli.reports.manifest import shelf

    form = output_form(format)
    found, faults = shelf()
    for name, fault in faults.items():
        typer.echo(f"注意：没有列出 {name}：{fault}", err=True)
    if form == "json":
        told = [{"name": each.name, "title": each.title, "about": each.about, "also": each.also} for each in found]
        typer.echo(output.as_json(told))
        return
    write = output.as_csv if form == "csv" else output.as_table
    typer.echo(write(["名称", "材料", "说明"], [[each.name, each.title, each.about] for each in found]))


def make(
    name: str,
    numbers: list[str] | None,
    output: str | None,
    issued_on: str | None,
    together: bool,
    sources: bool,
    force: bool,
    as_made: str | None = None,
    **asked: str | None,
) -> None:
    """Make a paper, or one for each record that is named or belongs to the period, and print where they are."""
    from rencli.cli import paper_files
    from rencli.reports import make as making
    from rencli.reports.manifest import manifest

    if as_made:
        given = [*(numbers or ()), *filter(None, (issued_on, *asked.values()))]
        made.again(name, as_made, given, output, force=force)
        return
    form = asked.pop("as", None)
    if form and output != paper_files.SCREEN:
        raise InvalidInputError("--as 只和 -o - 一起用；写成文件的，格式看文件后缀。")
    spans = [option for option, value in asked.items() if value and option != "as_of"]
    found = manifest(name, spans)
    with opened.reading() as ledger:
        if ledger.office is None:
            raise InvalidInputError("还没有登记本单位，材料要用它的名称。请先用 ren office set --name … 登记。")
        span = making.period_of(ledger, found, asked, name)
        issued = opened.typed_day("--issued-on", issued_on) or ledger.today
        orders = making.orders(ledger, found, span, issued, numbers or (), every=bool(spans))
        orders = [order._replace(sources=sources) for order in orders]
        names = [making.file_name(ledger, order) for order in orders]
        screen = output == paper_files.SCREEN
        if screen:
            targets = [paper_files.on_screen(form, len(names))]
        else:
            targets = paper_files.placed(names, output, together=together, named=bool(numbers))
        for target in targets:
            making.check_format(found, target.suffix)
        if not screen:
            paper_files.check(targets, output, force=force)
        papers = _papers(ledger, orders, targets, together=together)
        kept = made.papers(ledger, orders, papers, targets)
        hints = making.hints(ledger, orders)
    if screen:
        paper_files.show(targets[0], papers[0].data)
    paths = [] if screen else paper_files.put(targets, [each.data for each in papers], output, force=force)
    for path in paths:
        typer.echo(str(path))
    if not screen:
        made.keep([replace(each, file=path.name) for each, path in zip(kept, paths, strict=True)])
    told = list(dict.fromkeys(hints))
    for hint in told[:HINTS]:
        typer.echo(hint, err=True)
    if len(told) > HINTS:
        typer.echo(f"另有{len(told) - HINTS}条这样的提示。", err=True)


def _papers(ledger: "Ledger", orders: "list[Order]", targets: list[Path], *, together: bool) -> "list[Made]":
    """All papers before any is written, with a bar at a terminal."""
    from rencli.reports import make as making

    with output.counted("正在写", len(orders)) as tick:
        if together:
            return [making.bound(ledger, orders, tick)]
        papers = []
        for order, target in zip(orders, targets, strict=True):
            papers.append(making.made(ledger, order, target.suffix))
            tick()
        return papers
