"""`ren template`: papers of one's own, copied from the shipped ones."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from rencli import output
from rencli.cli import face
from rencli.cli.derived_options import format_option
from rencli.cli.verbs import output_form

if TYPE_CHECKING:
    from rencli.reports.copying import OwnFile

OWN, SAME = "自己的", "与随程序的一样"


def group() -> face.LazyGroup:
    """The commands, each made when it is named."""
    entries = {
        "list": face.Entry("列出各种材料的模板是随程序的还是自己的", _list_command),
        "copy": face.Entry("把随程序的模板抄到自己的文件夹来改", _copy_command),
    }
    return face.LazyGroup("template", entries, help="自己的材料模板：抄一份来改，以后就按自己的写。")


def _list_command() -> face.Command:
    params = [format_option("table", "json", "csv"), face.flag("--own", "只列自己有的")]
    help = "列出各种材料的模板是随程序的还是自己的；自己的改过没有，随程序的更新了没有。"
    return face.command("list", list_, params, help, ("ren template list --own",))


def _copy_command() -> face.Command:
    params = [
        face.argument("name", "哪种材料，如 annual，ren report list 可查", metavar="名称"),
        face.flag("--force", "已有自己的，换成随程序的；改过的另存为 .bak"),
    ]
    help = "把一种材料的说明、模板和它用的各段抄到自己的文件夹，印出抄在哪里；以后写这种材料就用抄来的。"
    return face.command("copy", copy, params, help, ("ren template copy annual",))


def list_(format: str | None, own: bool) -> None:
    """Print the papers, which of their files are the user's own, and how these stand to the shipped ones."""
    from rencli.reports.copying import papers

    form = output_form(format)
    found = [row for row in papers() if row[2] or not own]
    if form == "json":
        told = [
            {"name": name, "title": title, "own": _from(files) == OWN, "files": [each._asdict() for each in files]}
            for name, title, files in found
        ]
        typer.echo(output.as_json(told))
        return
    cells = [[name, title, _from(files), _told(files)] for name, title, files in found]
    write = output.as_csv if form == "csv" else output.as_table
    typer.echo(write(["名称", "材料", "来自", "自己的文件"], cells))


def _from(files: "Sequence[OwnFile]") -> str:
    """Whose the paper is; one of which only parts are the user's is the program's."""
    if any("/parts/" not in each.file for each in files):
        return OWN
    return "随程序，有几段自己的" if files else "随程序"


def _told(files: "Sequence[OwnFile]") -> str:
    """The states of the files: those that are as shipped counted, the others named."""
    by_state: dict[str, list[str]] = {}
    for each in files:
        by_state.setdefault(each.state, []).append(each.file.rpartition("/")[2])
    shown = {state: f"{len(names)}个" if state == SAME else "、".join(names) for state, names in by_state.items()}
    return "；".join(f"{names} {state}" for state, names in shown.items())


def copy(name: str, force: bool) -> None:
    """Copy a paper's files and print where they are."""
    from rencli.reports import copying

    done = copying.copy(name, force=force)
    for path in done.written:
        typer.echo(str(path))
    for path in done.kept:
        typer.echo(f"提示：{path} 已经是您改过的，没有动。", err=True)
