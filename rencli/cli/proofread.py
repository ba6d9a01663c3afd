"""`ren proofread`: the faults of a finished text, before it is signed."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from rencli import files, output
from rencli.cli import face, opened, periods
from rencli.cli.derived_options import format_option
from rencli.cli.verbs import output_form
from rencli.errors import InvalidInputError, ProblemsFoundError, reason

if TYPE_CHECKING:
    from rencli.proofread import Paragraph, Placed, Problem, Text

DOCX = ".docx"
SUFFIXES = (DOCX, ".txt", ".md")


class _Read(NamedTuple):
    """A file that was read."""

    path: Path
    paragraphs: "Sequence[Paragraph]"
    placed: "Sequence[Placed] | None"
    """Of a .docx where each paragraph stands in it."""


def proofread_command() -> face.Command:
    """``proofread``."""
    params = [
        face.argument("file", "写好的文章，.docx、.txt 或 .md", metavar="文件", required=False),
        face.option("--ignore", "不查哪条规则，可写几次", metavar="规则", multiple=True),
        face.flag("--ledger", "还同台账核对：届次、代表姓名、全年的数"),
        *periods.params(),
        face.option("--annotate", "另写一份 .docx，毛病都写成批注", metavar="文件"),
        face.flag("--force", "批注的文件已存在时覆盖"),
        face.flag("--rules", "列出全部规则"),
        format_option("table", "json"),
    ]
    help = "校对写好的文章：空着的数、没填的空、序号、日期、标点、分项和总数、法律名称等。查出问题时退出码为1。"
    examples = (
        "ren proofread 总结.docx",
        "ren proofread 总结.docx --annotate 总结（校对）.docx",
        "ren proofread 总结.docx --ledger --year 2024",
        "ren proofread --rules",
    )
    return face.command("proofread", proofread, params, help, examples)


def proofread(
    file: str | None,
    ignore: list[str] | None,
    ledger: bool,
    annotate: str | None,
    force: bool,
    rules: bool,
    format: str | None,
    **asked: str | None,
) -> None:
    """Print what is found, and put it into a copy where one is asked for."""
    from rencli import proofread as reader

    form = output_form(format, "table", "json")
    if rules:
        _print_rules(form)
        return
    if not file:
        raise InvalidInputError("没有写要校对哪个文件，如 ren proofread 总结.docx。")
    ignored = [_rule(name) for name in ignore or ()]
    if not ledger and (spans := [option for option, value in asked.items() if value]):
        option = spans[0].replace("_", "-")
        raise InvalidInputError(f"--{option} 是同台账核对时用的，请同时写 --ledger。")
    target = _target(Path(file), annotate, force=force)
    read = _read(Path(file))
    text = reader.Text(read.paragraphs)
    if ledger:
        text = _with_ledger(text, asked)
    found = reader.problems(text, ignored)
    if target and found:
        files.publish(target, _annotated(read, found), force=force)
    _print(found, form)
    if found:
        beside = f"批注写在 {target}。" if target else ""
        raise ProblemsFoundError(f"发现{len(found)}处问题。{beside}")
    typer.echo(f"没有发现问题{f'，没有写 {target}' if target else ''}。", err=True)


def _print(found: "Sequence[Problem]", form: str) -> None:
    if form == "json":
        typer.echo(output.as_json([each.dump() for each in found]))
    elif found:
        rows = [(each.rule, each.where, each.excerpt, each.message) for each in found]
        typer.echo(output.as_table(["规则", "位置", "摘录", "怎么改"], rows))


def _print_rules(form: str) -> None:
    from rencli.proofread import RULES

    if form == "json":
        typer.echo(output.as_json([{"rule": each.name, "about": each.about} for each in RULES]))
    else:
        typer.echo(output.as_table(["规则", "查什么"], [(each.name, each.about) for each in RULES]))


def _rule(name: str) -> str:
    """A rule by its name. Raises InvalidInputError that names the nearest."""
    from difflib import get_close_matches

    from rencli.proofread import names

    if name in names():
        return name
    near = get_close_matches(name, names(), 1, 0.3)
    hint = f"是不是“{near[0]}”？" if near else ""
    raise InvalidInputError(f"--ignore：没有规则“{name}”。{hint}ren proofread --rules 列出全部规则。")


def _target(source: Path, annotate: str | None, *, force: bool) -> Path | None:
    """Where the copy goes, if one is asked for. Raises where it cannot go there."""
    if not annotate:
        return None
    target = Path(annotate)
    if target.suffix.lower() != DOCX:
        raise InvalidInputError(f"--annotate：批注只能写进 .docx，{target.name} 不是。")
    if source.exists() and target.exists() and source.samefile(target):
        raise InvalidInputError("--annotate：不能写在原文件上，请换一个文件名。")
    files.check_target(target, force=force)
    return target


def _read(path: Path) -> _Read:
    """The paragraphs of a file. Raises NotFoundError or InvalidInputError."""
    from rencli import proofread as reader
    from rencli.exchange import docx_in, pages

    pages.check(path, SUFFIXES)
    try:
        if path.suffix.lower() == DOCX:
            placed = reader.of_parts(docx_in.chosen(path, reader.wanted))
            read = _Read(path, [each.paragraph for each in placed], placed)
        else:
            of = reader.of_markdown if path.suffix.lower() == ".md" else reader.of_lines
            read = _Read(path, list(of(pages.lines(path))), None)
    except OSError as error:
        raise InvalidInputError(f"文件 {path} 读不出来（{reason(error)}）。") from error
    if not read.paragraphs:
        raise InvalidInputError(f"{path.name} 里没有文字。")
    return read


def _annotated(read: _Read, found: "Sequence[Problem]") -> bytes:
    from rencli.proofread import annotate

    if read.placed is None:
        return annotate.of_text([each.text for each in read.paragraphs], found)
    try:
        return annotate.of_document(read.path.read_bytes(), read.placed, found)
    except annotate.CannotAnnotate as error:
        message = "这份 .docx 的写法少见，批注写不进去。请用 Word 或 WPS 打开，另存为新的 .docx 后再试。"
        raise InvalidInputError(message) from error


def _with_ledger(text: "Text", asked: Mapping[str, str | None]) -> "Text":
    """The text together with what the ledger knows of its period."""
    from rencli import proofread as reader
    from rencli.figures.period import period
    from rencli.reports.known import known

    given = {option: value for option, value in asked.items() if value and option != "as_of"}
    named = None if given else reader.period_of(text)
    with opened.reading() as ledger:
        span = period(ledger, {**asked, named[0]: named[1]} if named else asked)
        found = known(ledger, span)
    typer.echo(f"同台账核对：{span.name}，截至{span.as_of.year}年{span.as_of.month}月{span.as_of.day}日。", err=True)
    return reader.Text(text.paragraphs, found)
