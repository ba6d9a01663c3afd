"""`ren suggestion due` and `show`: who is waited for, and what has been done."""

from datetime import date
from typing import TYPE_CHECKING, Any

import typer

from rencli import output
from rencli.cli import face, opened
from rencli.cli.derived_options import completion, format_option, show_params
from rencli.cli.printing import card, told
from rencli.cli.verbs import output_form, values_of, whole
from rencli.records import load

if TYPE_CHECKING:
    from rencli.store.ledger import Ledger

KIND = "suggestion"
TITLES = ("序号", "编号", "标题", "承办单位", "办理期限", "剩余天数", "超期")


def due_command() -> face.Command:
    """``due``."""
    params = [
        face.option("--within", "只看几天之内到期的（超期的总在内）", metavar="天数"),
        face.option("--unit", "只看这个单位的，写一部分即可", metavar="文字"),
        face.option("--deputy", "只看这位代表提出或附议的", metavar="姓名", complete=completion("deputy")),
        face.option("--as-of", "按哪天的情况（默认今天）", metavar="日期"),
        face.flag("--why", "写明期限怎样算出"),
        format_option("table", "json", "csv"),
    ]
    help = "等着答复的，一个单位一行；等着交办、再交办的也在内。最急的在前，有超期的，退出码为1。"
    return face.command("due", due, params, help, ("ren suggestion due --within 15 --why",))


def due(
    within: str | None, unit: str | None, deputy: str | None, as_of: str | None, why: bool, format: str | None
) -> None:
    """Print who has something to do; exit 1 when one is overdue."""
    from rencli.figures.due import waiting

    form, days = output_form(format), whole("--within", within)
    with opened.reading() as ledger:
        day = opened.typed_day("--as-of", as_of) or ledger.today
        person = ledger.find("deputy", deputy) if deputy else None
        found = [each for each in waiting(ledger, day, person) if not unit or unit in (each.unit or "")]
        if days is not None:
            found = [each for each in found if each.days_left is not None and each.days_left <= days]
        whys = _computations(ledger, [each.id for each in found], day) if why and form == "table" else {}
    rows = [each._asdict() for each in found]
    titles = [*TITLES, *(["依据"] if why and form == "csv" else [])]
    cells = [list(row.values())[: len(titles)] for row in rows]
    late = [number for number, each in enumerate(found) if each.overdue]
    if form == "json":
        typer.echo(output.as_json(rows))
    elif form == "csv":
        typer.echo(output.as_csv(titles, cells))
    elif found:
        for row, each in zip(cells, found, strict=True):
            row[3] = each.unit or f"（{each.why.partition('：')[0]}）"
        typer.echo(output.as_table(titles, cells, marked=late))
        for each in {each.id: each for each in found}.values() if whys else ():
            typer.echo(f"\n{each.number}" + "".join(f"\n  {output.visible(line)}" for line in whys[each.id]))
    else:
        typer.echo("没有等着答复或交办的建议。" if days is None else f"没有{days}天内到期或超期的建议。", err=True)
    if late:
        raise face.Exit(1)


def show_command() -> face.Command:
    """``show``, with the life drawn."""
    params = [*show_params(load(KIND)), face.flag("--why", "写明期限怎样算出")]
    help = "查看建议的全部内容和办理经过：哪天、谁、做了什么、隔了几天，接下来可以做什么。"
    return face.command("show", show, params, help, ("ren suggestion show 5-3-12 --why",))


def show(which: str, format: str | None, as_of: str | None, why: bool) -> None:
    """Print one suggestion with its life."""
    from rencli.records.course import course

    form, asked = output_form(format, "table", "json"), opened.typed_day("--as-of", as_of)
    with opened.reading() as ledger:
        record: Any = ledger.get(KIND, ledger.find(KIND, which))
        day = asked or ledger.today
        values = values_of(ledger, record, asked) | record.beside(ledger.context, day)
        if form == "json":
            typer.echo(output.as_json(told(load(KIND), values)))
            return
        files = ledger.attached(KIND, record.id)
        lines = list(course(record, record.terms(ledger.context), day))
        whys = _computations(ledger, [record.id], day)[record.id] if why else []
    shown = values | {"state": record.in_table(values)["state"]}
    typer.echo(card(record, shown | {"steps": []}, files))
    for title, texts in (("办理经过", lines), ("期限的算法", whys)):
        if texts:
            typer.echo(f"\n{title}" + "".join(f"\n  {output.visible(text)}" for text in texts))


def _computations(ledger: "Ledger", ids: list[int], day: date) -> dict[int, list[str]]:
    """The whole computation of each one's due, that of the office too."""
    from rencli.records.explain import explain, explain_office

    found: list[Any] = ledger.by_ids(KIND, list(dict.fromkeys(ids)))
    terms = {each.id: each.terms(ledger.context) for each in found}
    return {each.id: explain(each, terms[each.id], day) + explain_office(each, terms[each.id], day) for each in found}
