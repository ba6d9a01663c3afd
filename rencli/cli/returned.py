"""`ren suggestion take-feedback`: filled forms and tables of feedback into the ledger."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from rencli import output
from rencli.cli import face, opened
from rencli.cli.derived_options import format_option
from rencli.cli.verbs import output_form
from rencli.errors import InvalidInputError

if TYPE_CHECKING:
    from rencli.exchange.feedback import Outcome

TITLES = ("编号", "标题", "日期", "对办理态度", "对办理结果", "原因", "代表", "来自")


def command() -> face.Command:
    """``take-feedback``."""
    params = [
        face.argument(
            "files", "填好的表：.docx、.xlsx、.xls、.csv，或装着它们的文件夹；可写几个", metavar="文件", many=True
        ),
        face.option("--on", "没有填日期的记在哪一天", metavar="日期"),
        face.option("--session", "只写了编号的是哪次会议的，如 5-3，闭会期间写 5-0", metavar="文字"),
        face.flag("--dry-run", "只检查，列出会记下哪些，不写入"),
        format_option("table", "json"),
    ]
    help = (
        "收回征询意见表：从填好的表（Word 表一件一张，或一份文件里几张）或反馈汇总表（一行一件，表头有编号、"
        "对办理态度、对办理结果、原因、日期、代表）里取反馈，记入各件建议。\n\n"
        "有一份不能记就一份也不记，并列出每一份的毛病。已经记过的跳过，所以同一个文件夹可以隔几天再收一次。"
    )
    examples = (
        "ren suggestion take-feedback 征询意见表/ --dry-run",
        "ren suggestion take-feedback 5-3-12征询意见表.docx 反馈汇总.xlsx --on 2024-05-20",
    )
    return face.command("take-feedback", take, params, help, examples)


def take(files: list[str], on: str | None, session: str | None, dry_run: bool, format: str | None) -> None:
    """Write the feedback of some files, all or none."""
    from rencli.exchange import feedback
    from rencli.exchange.answers import answers

    form, day, of = output_form(format, "table", "json"), opened.typed_day("--on", on), _session(session)
    found = answers([Path(file) for file in files])
    with opened.writing("suggestion take-feedback") as ledger:
        outcome = feedback.take(ledger, found, day, of)
        if dry_run or outcome.faults:
            ledger.take_back()
    _tell(outcome, form, dry_run=dry_run)
    if outcome.faults:
        raise face.Exit(1)


def _session(text: str | None) -> tuple[int, int] | None:
    """届 and 次 of ``--session``."""
    if text is None:
        return None
    term, dash, session = text.partition("-")
    if not (dash and term.isdecimal() and session.isdecimal()):
        raise InvalidInputError(f"--session：看不懂“{text}”，请写 届-次，如 5-3，闭会期间写 5-0。")
    return int(term), int(session)


def _tell(outcome: "Outcome", form: str, *, dry_run: bool) -> None:
    """What was taken; faults go to stderr."""
    if form == "json":
        typer.echo(output.as_json(outcome.dump()))
        return
    for answer, errors in outcome.faults:
        for error in errors:
            typer.echo(f"{output.visible(answer.where)} {output.visible(error)}", err=True)
    if outcome.faults:
        typer.echo(f"有{len(outcome.faults)}份不能记，一份也没有写入。请改正后再收。", err=True)
        return
    if dry_run and outcome.taken:
        rows: list[list[Any]] = []
        for taken in outcome.taken:
            step, title, reason = taken.step, output.shortened(taken.title), output.shortened(taken.step.reason or "")
            said = [step.on, step.attitude, step.outcome, reason, step.deputy]
            rows.append([taken.number, title, *said, taken.answer.where])
        typer.echo(output.as_table(TITLES, rows) + "\n")
    passed = f"，跳过{len(outcome.passed)}份（已经记过）" if outcome.passed else ""
    typer.echo(f"{'可以记下' if dry_run else '已记下'}{len(outcome.taken)}份反馈{passed}。")
