"""`ren export`: records into a file that another ledger, Excel or a script reads."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rencli.cli import face, opened
from rencli.cli.kinds import kinds_named
from rencli.errors import InvalidInputError

if TYPE_CHECKING:
    from rencli.exchange.outgoing import Export

app = face.new_app("导出。")


@face.verb(
    app,
    "export",
    "导出记录。格式按文件后缀：.jsonl（全部内容，能原样导回）、.csv、.xlsx（表格）。",
    examples=(
        "ren export all -o 瓦窑2024.jsonl",
        "ren export visit -o 走访接待.xlsx",
        "ren export 代表 -o 代表.csv --public",
    ),
)
def export(
    what: Annotated[str, typer.Argument(metavar="种类", help="记录种类，如 visit 或 走访接待；全部写 all")],
    target: Annotated[str | None, typer.Option("--output", "-o", metavar="文件", help="写到哪个文件，必填")] = None,
    public: Annotated[bool, typer.Option("--public", help="不带电话和住址，可以给外人看")] = False,
    force: Annotated[bool, typer.Option("--force", help="文件已存在时覆盖")] = False,
) -> None:
    """Write the records of a kind, or all of them, and print where the file is."""
    from rencli import files
    from rencli.exchange import outgoing

    kinds, path = kinds_named(what), target_of(target)
    write = outgoing.WRITERS[path.suffix.lower()]
    if path.suffix.lower() == ".csv" and len(kinds) > 1:
        raise InvalidInputError(".csv 一个文件只放一种记录。全部导出请写 .jsonl 或 .xlsx，或写明种类。")
    files.check_target(path, force=force)
    with opened.reading() as ledger:
        going = outgoing.Export(ledger, kinds, public=public)
        typer.echo(str(files.put(path, lambda file: write(going, file), force=force)))
    typer.echo(f"已导出{going.counts.total()}条。{''.join(_notes(going, path))}", err=True)


def _notes(going: "Export", path: Path) -> Iterator[str]:
    """What the file does not hold."""
    if path.suffix.lower() != ".jsonl" and (missing := going.left_out()):
        yield f"表格放不下{'、'.join(missing)}，要连同这些请导出 .jsonl。"
    if going.counts["attachment"]:
        yield "附件只导出目录，文件本身在台账旁以“.附件”结尾的文件夹里，请一并复制。"


def target_of(text: str | None) -> Path:
    """The file that is to be written. Raises InvalidInputError where its suffix says nothing."""
    from rencli.exchange.outgoing import WRITERS

    if text is None:
        raise InvalidInputError("没有写导出到哪个文件，请加 -o 文件名，如 -o 走访接待.xlsx。")
    path = Path(text)
    if path.suffix.lower() not in WRITERS:
        raise InvalidInputError(f"不会写“{path.suffix or '没有后缀'}”这种文件，可导出 {'、'.join(WRITERS)}。")
    return path
