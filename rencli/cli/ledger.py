"""`ren init` and `ren import`: the ledger as a whole."""

from pathlib import Path
from typing import Annotated, Any

import typer

from rencli import output
from rencli.cli import face, opened
from rencli.cli.verbs import output_form
from rencli.errors import InvalidInputError

app = face.new_app("台账的建立和导入。")


@face.verb(
    app,
    "init",
    "建立台账。已有台账时不动它。",
    examples=("ren init --office 瓦窑镇 --county 隆阳区", "ren --db 演练.db init --office 演练镇"),
)
def init(
    office: Annotated[str | None, typer.Option("--office", metavar="名称", help="本单位（乡镇）名称")] = None,
    county: Annotated[str | None, typer.Option("--county", metavar="名称", help="所在县、区、市")] = None,
    rules: Annotated[str | None, typer.Option("--rules", metavar="规则", help="适用规定（默认 national）")] = None,
) -> None:
    """Make the ledger."""
    from rencli.store.ledger import create

    given = {"county": county, "rules": rules}
    own = {name: value for name, value in given.items() if value is not None}
    if own and office is None:
        raise InvalidInputError("写 --county、--rules 时要同时写 --office（本单位名称）。")
    create(opened.path(), {"name": office, **own} if office is not None else None)
    typer.echo(f"台账已建立：{opened.path()}", err=True)


@face.verb(
    app,
    "import",
    "从记录文件导入（.jsonl，一行一条）。有一行不能导入就一行也不写，并列出每一行的毛病。",
    examples=("ren import 瓦窑2024.jsonl --dry-run", "ren import 瓦窑2024.jsonl"),
)
def import_(
    file: Annotated[str, typer.Argument(metavar="文件", help="要导入的文件")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只检查，不写入")] = False,
    update: Annotated[bool, typer.Option("--update", help="已有的代表、小组、站点按文件修改，相同的记录跳过")] = False,
    again: Annotated[bool, typer.Option("--again", help="导入过的文件和相同的记录也再导入一次")] = False,
    format: Annotated[str | None, typer.Option("--format", metavar="形式", help="输出形式：table、json")] = None,
) -> None:
    """Take a file's records in, all or none."""
    from rencli.exchange import incoming, jsonl

    form, path = output_form(format, "table", "json"), Path(file)
    if path.suffix.lower() not in (".jsonl", ".json"):
        raise InvalidInputError(f"不会读“{path.suffix or '没有后缀'}”这种文件，可导入 .jsonl。")
    source = jsonl.RecordFile(lambda: path.open("rb"))
    with opened.writing("import") as ledger:
        outcome = incoming.take(ledger, source, update=update, again=again)
        if dry_run or outcome.rejected:
            ledger.take_back()
    if form == "json":
        typer.echo(output.as_json(outcome.dump()))
    else:
        _tell(outcome, dry_run)
    if outcome.rejected:
        raise face.Exit(1)


def _tell(outcome: Any, dry_run: bool) -> None:
    """What an import did, for the eye; faults go to stderr."""
    for (_, line), errors in outcome.rejected:
        for error in errors:
            typer.echo(f"第{line}行  {output.visible(error)}", err=True)
    if outcome.rejected:
        typer.echo(f"有{len(outcome.rejected)}行不能导入，一行也没有写入。请改正后再导入。", err=True)
        return
    done = "可以导入" if dry_run else "已导入"
    changed = f"，{'可修改' if dry_run else '修改'}{outcome.updated}条" if outcome.updated else ""
    typer.echo(f"{done}{outcome.added}条{changed}。")
