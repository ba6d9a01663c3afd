"""Where papers go: the file or folder that was named, else their own names; several at once only where it was said."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from rencli import files
from rencli.errors import InvalidInputError

ONE_FILE = ".docx"
SCREEN = "-"
TEXTS = (".txt", ".md", ".html")


def on_screen(form: str | None, many: int) -> Path:
    """What stands for a file where a paper goes to standard output; its suffix is the format.

    Raises InvalidInputError for several papers, and for a format that is no text at a terminal.
    """
    if many > 1:
        raise InvalidInputError(f"一共{many}份，-o - 一次只印一份；请用 -o 文件夹/。")
    made = Path(f"paper.{(form or 'txt').lower().lstrip('.')}")
    if made.suffix not in TEXTS and sys.stdout.isatty():
        raise InvalidInputError(f"{made.suffix} 不是文字，不能印到屏幕上；请用 -o 写成文件。")
    return made


def show(made: Path, data: bytes) -> None:
    """Write a paper to standard output: a text in the terminal's own way, else as it is."""
    if made.suffix in TEXTS:
        typer.echo(data.decode(), nl=False)
    else:
        sys.stdout.buffer.write(data)


def placed(names: Sequence[str], output: str | None, *, together: bool, named: bool) -> list[Path]:
    """The files of papers with these default names. ``named``: the clerk named their records one by one.

    Raises InvalidInputError where one file is given for several papers, or nothing for all those of a period.
    """
    many = len(names)
    if together and many > 1:
        names, many = [f"{Path(names[0]).stem}等{many}份{ONE_FILE}"], 1
    folder = Path(output or ".")
    if output and not (folder.is_dir() or _is_folder(output)):
        if many > 1:
            raise InvalidInputError(
                f"要写{many}份材料，-o 请写一个文件夹（如 {folder.stem}/），或加 --together 合成一个文件。"
            )
        if together and folder.suffix.lower() != ONE_FILE:
            raise InvalidInputError(f"--together 合成的是 {ONE_FILE} 文件，请改 -o 的后缀。")
        return [folder]
    if many > 1 and not (output or named):
        raise InvalidInputError(f"一共{many}份，请用 -o 文件夹/ 一份写一个文件，或加 --together 合成一个文件。")
    if len(set(names)) < many:
        names = [f"{number}-{name}" for number, name in enumerate(names, 1)]
    return [folder / name for name in names]


def check(targets: Sequence[Path], output: str | None, *, force: bool) -> None:
    """Raises where one of the papers cannot be put in its place, before any is made."""
    for target in targets:
        if not _made_new(output, target):
            files.check_target(target, force=force)


def put(targets: Sequence[Path], papers: Sequence[bytes], output: str | None, *, force: bool) -> list[Path]:
    """Write the papers, each whole or not at all; a folder that was named as one is made where there is none."""
    for target in targets:
        if _made_new(output, target):
            target.parent.mkdir()
    return [files.publish(target, paper, force=force) for target, paper in zip(targets, papers, strict=True)]


def _made_new(output: str | None, target: Path) -> bool:
    folder = target.parent
    return output is not None and _is_folder(output) and not folder.exists() and folder.parent.is_dir()


def _is_folder(text: str) -> bool:
    """Whether what is typed says that it is a folder, there or not: 目录/."""
    return text.endswith(("/", os.sep))
