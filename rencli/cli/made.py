"""`ren report diff, history`: papers beside one another, and what was made when."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from rencli import output
from rencli.cli import face, opened
from rencli.cli.derived_options import format_option
from rencli.cli.verbs import output_form
from rencli.errors import InvalidInputError, LedgerUnusableError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rencli.reports.make import Made, Order
    from rencli.store.ledger import Ledger
    from rencli.store.papers import Paper


_HISTORY = {
    "id": "次",
    "at": "时间",
    "title": "材料",
    "called": "期间",
    "as_of": "截至",
    "file": "文件",
    "figures": "数",
    "refreshed": "更新自",
}
"""Columns of the history; a paper that was refreshed tells of which it is a later state."""


def diff_command() -> face.Command:
    """``diff``."""
    params = [
        face.argument("first", "一份 .docx 材料", metavar="文件"),
        face.argument("second", "另一份，如上年的", metavar="另一文件"),
        format_option("table", "json"),
    ]
    help = "两份材料并排比：哪些数不同，哪些句子不同（只有数不同的句子不算）。"
    return face.command("diff", diff, params, help, ("ren report diff 2023年总结.docx 2024年总结.docx",))


def history_command() -> face.Command:
    """``history``."""
    params = [
        face.argument("number", "哪一次，看那时的数和现在的数", metavar="次", required=False),
        format_option("table", "json"),
    ]
    help = "写过哪些材料：什么时候、什么期间、哪个文件；写上第几次，就列出那时的数和现在的数。"
    return face.command("history", history, params, help, ("ren report history", "ren report history 3"))


def diff(first: str, second: str, format: str | None) -> None:
    """Print the figures and the sentences in which two papers differ."""
    from rencli.reports.live import comparing, saved

    form = output_form(format, "table", "json")
    a, b = saved.read(Path(first)), saved.read(Path(second))
    pairs, told = comparing.figures(a, b), comparing.texts(a, b)
    if form == "json":
        typer.echo(
            output.as_json(
                {
                    "figures": [each._asdict() for each in pairs],
                    "sentences": [{"a": each.here, "b": each.now} for each in told],
                }
            )
        )
        return
    if pairs:
        rows = [[each.label or each.key, each.a, each.b] for each in pairs]
        typer.echo(output.as_table(["指标", Path(first).name, Path(second).name], rows))
    if told:
        typer.echo(output.as_table([Path(first).name, Path(second).name], [[each.here, each.now] for each in told]))
    if not pairs and not told:
        typer.echo("两份材料的数和句子都一样。", err=True)


def history(number: str | None, format: str | None) -> None:
    """Print the papers that were made, or the figures of one then and now."""
    from rencli.reports.live import memory
    from rencli.store import papers

    form = output_form(format, "table", "json")
    with opened.reading() as ledger:
        if number is None:
            told = [memory.told(each) for each in papers.history(ledger)]
        else:
            told = memory.then_and_now(ledger, memory.numbered(ledger, number))
    if form == "json":
        typer.echo(output.as_json(told))
    elif number is None:
        rows = [[_seen(name, each[name]) for name in _HISTORY] for each in told]
        typer.echo(output.as_table([*_HISTORY.values()], rows))
    else:
        titles = {"key": "键", "label": "指标", "then": "那时", "now": "现在"}
        changed = [row for row, each in enumerate(told) if each["then"] != each["now"]]
        rows = [[each[name] for name in titles] for each in told]
        typer.echo(output.as_table([*titles.values()], rows, marked=changed))
        typer.echo(f"{len(told)}个数，{len(changed)}个有变化。", err=True)


def _seen(name: str, value: object) -> object:
    """A cell of the history: the minute, and which paper was refreshed."""
    if name == "at":
        return str(value)[:16].replace("T", " ")
    return f"第{value}次" if name == "refreshed" and value else value


def again(name: str, number: str, given: "Sequence[str]", output: str | None, *, force: bool) -> None:
    """Make a paper of the history again, of the ledger as it stood then, and print what is otherwise now."""
    from datetime import date

    from rencli import files
    from rencli.reports import make as making
    from rencli.reports.live import asked, memory
    from rencli.reports.manifest import manifest
    from rencli.store.rewind import rewound

    with opened.reading() as ledger:
        paper = memory.numbered(ledger, number)
        changed = [each for each in memory.then_and_now(ledger, paper) if each["then"] != each["now"]]
    if given or manifest(name).name != paper.report:
        said = f"第{paper.id}次写的是{paper.title}（{paper.report}）"
        raise InvalidInputError(f"--as-made {number}：{said}，名称要写它，期间、序号、日期照那一次，不能另写。")
    with rewound(opened.path(), paper.position, date.fromisoformat(paper.at[:10])) as then:
        order = asked.order_of(then, asked.of_paper(paper))
        target = Path(output or making.file_name(then, order))
        making.check_format(order.manifest, target.suffix)
        files.check_target(target, force=force)
        made = making.made(then, order, target.suffix)
        same_way = memory.recipe(then, paper.report) == paper.recipe
    typer.echo(str(files.publish(target, made.data, force=force)))
    typer.echo(memory.verdict(paper, made.data, made.body, same_way=same_way), err=True)
    for each in changed:
        typer.echo(
            f"后来变了：{each['label'] or each['key']} 那时{each['then']}，现在{each['now'] or '没有'}", err=True
        )


def papers(
    ledger: "Ledger", orders: "Sequence[Order]", made: "Sequence[Made]", targets: "Sequence[Path]"
) -> "list[Paper]":
    """What is to be kept of papers that were just made."""
    from rencli.reports.live import memory

    return [
        memory.paper(ledger, order, target.name, each.data, each.body)
        for order, each, target in zip(orders, made, targets, strict=False)
    ]


def keep(papers: "Sequence[Paper]") -> None:
    """Keep papers in the ledger; one that cannot be written to is told, for the files stand already."""
    from rencli.store.papers import remember as keep

    try:
        with opened.writing("report make") as ledger:
            for each in papers:
                keep(ledger, each)
    except LedgerUnusableError as error:
        typer.echo(f"注意：材料已经写好，但没有记入台账，以后核对时看不出删去的句子（{error}）", err=True)
