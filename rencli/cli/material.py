"""`ren note take`: a page of the clerk's material into notes."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from rencli import output
from rencli.cli import face, opened
from rencli.records.note import SECTIONS

if TYPE_CHECKING:
    from rencli.exchange.material import Material


def commands() -> dict[str, face.Entry]:
    """What notes have beside the derived verbs."""
    return {"take": face.Entry("从一份写好的材料里取素材", _take_command)}


def _take_command() -> face.Command:
    params = [
        face.argument("file", "材料文件：.docx、.md、.txt", metavar="文件"),
        face.option("--on", "记在哪一天（默认今天）", metavar="日期"),
        face.flag("--dry-run", "只列出会取哪些，不写入"),
        face.flag("--yes", "不再询问"),
    ]
    help = (
        "从一份材料里取素材：标题是栏目名的，它下面的各段合为一条素材；别的不取，列出来。印出各条的序号。\n\n"
        "标题用标题样式（.md 文件用 #），或者单独写一行，如 一、会议 或 （一）监督 或 会议：，"
        "“存在的不足”“下一步打算”这样的说法也认得。\n\n"
        f"栏目：{'、'.join(SECTIONS)}。"
    )
    return face.command("take", take, params, help, ("ren note take 素材.docx --on 2024-12-20",))


def take(file: str, on: str | None, dry_run: bool, yes: bool) -> None:
    """Write the notes that a file has, once they have been shown."""
    from rencli.exchange.material import material, write

    found, day = material(Path(file)), opened.typed_day("--on", on)
    _show(found)
    if dry_run:
        return
    if not yes and sys.stdin.isatty() and not face.confirm(f"记下这{len(found.blocks)}条素材吗？"):
        raise face.Abort
    with opened.writing("note take") as ledger:
        ids, known = write(ledger, found, day or ledger.today)
    for id in ids:
        typer.echo(str(id))
    for section in known:
        typer.echo(f"“{section}”这一年已有相同的素材，没有再记。", err=True)


def _show(found: "Material") -> None:
    """What would be taken, and what not, on stderr."""
    rows = [[each.section, each.where, len(each.paragraphs), output.shortened(each.text)] for each in found.blocks]
    typer.echo(output.as_table(["栏目", "位置", "段数", "内容"], rows), err=True)
    if found.left:
        typer.echo("\n不在栏目标题下面，没有取：", err=True)
        left = [[each.where, output.shortened(each.text)] for each in found.left]
        typer.echo(output.as_table(["位置", "内容"], left), err=True)
