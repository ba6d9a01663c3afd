"""`ren import`: record files and tables into the ledger."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rencli import output
from rencli.cli import face, opened
from rencli.cli.verbs import output_form
from rencli.records import KINDS

if TYPE_CHECKING:
    from rencli.exchange.incoming import Outcome
    from rencli.exchange.source import Source

app = face.new_app("从文件导入记录。")


@face.verb(
    app,
    "import",
    "从文件导入记录：.jsonl（一行一条），或 .csv、.xlsx、.xls 表格（一张表一种记录）。"
    "有一行不能导入就一行也不写，并列出每一行的毛病。",
    examples=("ren import 代表花名册.xlsx --dry-run", "ren import 代表花名册.xlsx", "ren import 瓦窑2024.jsonl"),
)
def import_(
    file: Annotated[str, typer.Argument(metavar="文件", help="要导入的文件")],
    kind: Annotated[str | None, typer.Option("--kind", metavar="种类", help="表格里记的是什么，如 走访接待")] = None,
    sheet: Annotated[str | None, typer.Option("--sheet", metavar="表名", help="只读工作簿里的这张表")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只检查，列出会有哪些变化，不写入")] = False,
    update: Annotated[bool, typer.Option("--update", help="已有的代表、小组、站点按文件修改，相同的记录跳过")] = False,
    again: Annotated[bool, typer.Option("--again", help="导入过的文件和相同的记录也再导入一次")] = False,
    format: Annotated[str | None, typer.Option("--format", metavar="形式", help="输出形式：table、json")] = None,
) -> None:
    """Take a file's records in, all or none."""
    from rencli.exchange import incoming, opening

    form = output_form(format, "table", "json")
    asked = opening.Asked(opening.kind_of(kind), sheet or "", update)
    source, notes = opening.opened(Path(file), asked)
    for note in notes:
        typer.echo(output.visible(note), err=True)
    with opened.writing("import") as ledger, output.progress("正在导入") as tick:
        outcome = incoming.take(ledger, source, update=update, again=again, tick=tick)
        if dry_run or outcome.rejected:
            ledger.take_back()
    _tell(outcome, source, form, dry_run=dry_run)
    if outcome.rejected:
        raise face.Exit(1)


def _tell(outcome: "Outcome", source: "Source", form: str, *, dry_run: bool) -> None:
    """What an import did; faults go to stderr."""
    if form == "json":
        typer.echo(output.as_json(outcome.dump()))
        return
    if dry_run:
        _preview(outcome)
    for (place, line), errors in outcome.rejected:
        where = f"“{output.visible(source.sheets[place])}”表" if source.sheets else ""
        for error in errors:
            typer.echo(f"{where}第{line}行 {output.visible(error)}", err=True)
    if outcome.rejected:
        typer.echo(f"有{len(outcome.rejected)}行不能导入，一行也没有写入。请改正后再导入。", err=True)
        return
    may = "可" if dry_run else ""
    parts = [f"{'可以导入' if dry_run else '已导入'}{outcome.added}条"]
    parts += [f"{may}修改{outcome.updated}条"] if outcome.updated else []
    parts += [f"跳过{outcome.passed}条（没有变化）"] if outcome.passed else []
    empty = "" if outcome.added or outcome.updated or outcome.passed else "文件里没有记录。"
    typer.echo(f"{empty}{'，'.join(parts)}。")


def _preview(outcome: "Outcome") -> None:
    """What would change, as tables."""
    counts = [
        [KINDS.get(kind, "（看不出种类）"), tally.added, tally.updated, tally.passed, tally.rejected]
        for kind, tally in sorted(outcome.kinds.items(), key=lambda each: [*KINDS, ""].index(each[0]))
    ]
    if counts:
        typer.echo(output.as_table(["种类", "新增", "修改", "跳过", "不能导入"], counts) + "\n")
    changed: list[list[Any]] = []
    for change in outcome.changes:
        for field, before, after in change.fields:
            pair = [output.shortened(output.cell(value)) or "（空）" for value in (before, after)]
            pair = [output.mask(text) for text in pair] if field.private == "phone" else pair
            changed.append([f"{KINDS[change.kind]}{change.id}", change.name, field.title, *pair])
    if changed:
        typer.echo(output.as_table(["记录", "名称", "字段", "原来", "改为"], changed) + "\n")
    if len(outcome.changes) < outcome.updated:
        typer.echo(f"（只列出前{len(outcome.changes)}条修改）\n")
