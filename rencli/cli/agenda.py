"""`ren agenda`: the statutory year, duty by duty: done, due, missing, or for the clerk to confirm."""

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import typer

from rencli import output
from rencli.cli import face, opened
from rencli.cli.derived_options import format_option
from rencli.cli.verbs import output_form

if TYPE_CHECKING:
    from rencli.agenda import Entry

TITLES = ("状态", "期限", "事项", "进度", "情况", "要求", "依据", "存疑", "自记")


def agenda_command() -> face.Command:
    """``agenda``."""
    params = [
        face.option("--year", "哪一年，如 2024（默认今年）", metavar="年"),
        face.option("--as-of", "按哪天的情况（默认今天）", metavar="日期"),
        face.option("--rules", "照哪套规定（默认本单位适用的）", metavar="名称"),
        format_option("table", "json", "csv"),
    ]
    help = "一年里依法要做的事：哪些没做、哪些待办、哪些要您确认、哪些已经做了。有过期没做的，退出码为1。"
    return face.command("agenda", agenda, params, help, ("ren agenda", "ren agenda --year 2024 --rules 重庆"))


def agenda(year: str | None, as_of: str | None, rules: str | None, format: str | None) -> None:
    """Print the duties of a year, worst first; exit 1 when one is missing."""
    from rencli.agenda import MISSING, agenda
    from rencli.figures.period import period

    form = output_form(format)
    with opened.reading() as ledger:
        day = opened.typed_day("--as-of", as_of) or ledger.today
        if rules:
            ledger.context.rules = ledger.context.rule_set(rules)
        number = period(ledger, {"year": year or str(day.year)}).first.year
        found = agenda(ledger, number, day)
        heading = f"{number}年依法要做的事，按{day}的情况，照“{ledger.context.rules.name}”的规定"
    if number < day.year and not any(each.judged.events for each in found):
        typer.echo(
            f"注意：台账里没有{number}年的会议、活动等记录，“{MISSING}”只是没有记录；请核对年份，或补记。", err=True
        )
    late = [at for at, each in enumerate(found) if each.judged.state == MISSING]
    if form == "json":
        typer.echo(output.as_json([each.dump() for each in found]))
    elif form == "csv":
        typer.echo(output.as_csv(TITLES, [_cells(each) for each in found]))
    else:
        _print(heading, found, late, number)
    if late:
        raise face.Exit(1)


def _print(heading: str, found: list["Entry"], late: list[int], year: int) -> None:
    """The table for the eye: what stands behind a duty and its article share a column."""
    from rencli.agenda import STATES, UNSURE

    counts = Counter(each.judged.state for each in found)
    typer.echo(f"{heading}：{'，'.join(f'{state}{counts[state]}项' for state in STATES if counts[state])}。\n")
    rows = []
    for each in found:
        state, due, item, progress, told, _, article, mark, ticked = _cells(each)
        basis = f"{article}{mark or ''}"
        rows.append([state, due, item, progress, f"{'自记 ' if ticked else ''}{told}（{basis}）" if told else basis])
    typer.echo(output.as_table([*TITLES[:4], "情况和依据"], rows, marked=late))
    if any(each.mark for each in found):
        from rencli.rules.origin import MARKS

        typer.echo("\n" + "\n".join(f"{mark} {meaning}" for mark, meaning in MARKS.items()))
    if counts[UNSURE]:
        unsure = next(each.duty.item for each in found if each.judged.state == UNSURE)
        how = f"ren plan add --year {year} --title {unsure} --done-on 日期"
        typer.echo(f"\n“{UNSURE}”的，台账看不出做了没有。做过的记一笔工作安排，标题与事项相同，就算已完成：\n  {how}")


def _cells(each: "Entry") -> tuple[str, date | None, str, str, str, str, str, str | None, bool]:
    judged = each.judged
    progress = f"{judged.achieved}/{judged.wanted}" if judged.wanted else ""
    duty = each.duty
    return (
        judged.state, judged.due, duty.item, progress, judged.told, duty.need, duty.article, each.mark, each.ticked
    )  # fmt: skip
