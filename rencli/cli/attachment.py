"""`ren attach`: evidence of a record, kept beside the ledger; and opening it again."""

from functools import partial
from pathlib import Path
from typing import Final

import typer

from rencli.cli import face, opened
from rencli.cli.derived_options import number_argument
from rencli.errors import InvalidInputError
from rencli.records import load

SHOWN: Final = frozenset(
    f".{suffix}"
    for suffix in (
        *("jpg", "jpeg", "png", "gif", "bmp", "webp", "tif", "tiff", "pdf", "ofd", "txt", "md", "csv"),
        *("doc", "docx", "xls", "xlsx", "ppt", "pptx", "wps", "et", "dps", "mp3", "m4a", "wav", "mp4", "mov"),
    )
)
"""Suffixes that are opened for looking at; any other could be a program."""


def commands() -> dict[str, face.Entry]:
    """What attachments have beside the derived verbs; ``add`` takes the file itself."""
    return {
        "add": face.Entry("把文件附在一条记录上", partial(_attach_command, "attachment add")),
        "open": face.Entry("打开附件，或另存一份", _open_command),
    }


def attach_command() -> face.Command:
    """`ren attach`, which is also `ren attachment add`."""
    return _attach_command("attach")


def _attach_command(words: str) -> face.Command:
    params = [
        face.argument("record", "附在哪条记录上：种类/序号，如 visit/12、suggestion/5-3-12", metavar="记录"),
        face.argument("paths", "照片、签到表、扫描件等，可写几个", metavar="文件", many=True),
        face.option("--added-on", "哪天附上的（默认今天）", metavar="日期"),
        face.option("--note", "备注"),
    ]
    help = "把文件附在一条记录上：抄一份存在台账旁边，同样的文件只存一份；印出附件的序号。"
    return face.command(words.rsplit(maxsplit=1)[-1], attach, params, help, (f"ren {words} visit/12 签到表.jpg",))


def attach(record: str, paths: list[str], added_on: str | None, note: str | None) -> None:
    """Keep some files as evidence of a record."""
    from rencli.store import evidence

    with opened.writing("attachment add") as ledger:
        record = ledger.any_record(record)
        for path in map(Path, paths):
            kept = evidence.keep(opened.path(), path)
            raw = {"record": record, "name": path.name, "sha256": kept.sha256, "size": kept.size, "note": note}
            added = {"added_on": added_on or ledger.today}
            typer.echo(str(ledger.add("attachment", raw | added, typed=True)))


def _open_command() -> face.Command:
    params = [
        number_argument(load("attachment")),
        face.option("--output", "不打开，另存到哪个文件", short="-o", metavar="文件"),
        face.flag("--force", "文件已存在时覆盖"),
    ]
    help = "用电脑上的程序打开附件；写 -o 就另存一份。印出文件在哪里。"
    return face.command("open", open_, params, help, ("ren attachment open 3", "ren attachment open 3 -o 签到表.jpg"))


def open_(which: str, output: str | None, force: bool) -> None:
    """Show an attachment with the program that the system has for it, or put a copy somewhere."""
    from rencli import files
    from rencli.store import evidence

    with opened.reading() as ledger:
        record = ledger.get("attachment", ledger.find("attachment", which))
    kept = evidence.locate(opened.path().resolve(), record.dump()["sha256"])
    if output:
        typer.echo(str(files.publish(Path(output), kept.read_bytes(), force=force)))
        return
    if kept.suffix not in SHOWN:
        raise InvalidInputError(f"“{record.heading()}”不是能直接打开的文件，请用 -o 另存后再处理。")
    typer.launch(str(kept))
    typer.echo(str(kept))
