"""`ren deputy`: further seats, leaving, suspension; the dossier, points and ranking of what deputies did."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import typer

from rencli import output
from rencli.cli import face, opened, periods
from rencli.cli.derived_options import completion, field_options, format_option, number_argument
from rencli.cli.verbs import given, output_form
from rencli.records import KINDS, load
from rencli.records.seat import Seat

MANDATE, DUTIES = "席位", "履职"


def commands() -> dict[str, face.Entry]:
    """What deputies have beside the derived verbs."""
    return {
        "seat": face.Entry("再登记一个席位，如又当选县代表", _seat_command, MANDATE),
        "leave": face.Entry("登记离任", _leave_command, MANDATE),
        "suspend": face.Entry("登记暂停执行代表职务", partial(_paused_command, "suspend"), MANDATE),
        "restore": face.Entry("登记恢复执行代表职务", partial(_paused_command, "restore"), MANDATE),
        "dossier": face.Entry("写一位代表的履职档案", _dossier_command, DUTIES),
        "points": face.Entry("一位代表的履职积分，逐条列出", _points_command, DUTIES),
        "ranking": face.Entry("代表履职积分排名", _ranking_command, DUTIES),
    }


def _seat_command() -> face.Command:
    params = [_who(), *field_options(Seat, need=False)]
    help = "给一位代表再登记一个席位，印出任职的序号（与 ren mandate add 相同）。"
    return face.command("seat", seat, params, help, ("ren deputy seat 张三 --level 县 --began-on 2021-12-20",))


def seat(which: str, **typed: Any) -> None:
    """Write a further mandate of a deputy."""
    with opened.writing("deputy seat") as ledger:
        id = ledger.find("deputy", which)
        typer.echo(str(ledger.add("mandate", {"deputy": str(id), **given(Seat, typed)}, typed=True)))


def _leave_command() -> face.Command:
    params = [_who(), *field_options(Seat, need=False, only=("level", "ended_on", "end_reason"))]
    help = "登记一位代表离任：结束他当时的席位；有几个的用 --level 写明哪一级。离任日期不写时为今天。"
    example = "ren deputy leave 张三 --end-reason 辞职 --ended-on 2024-05-06"
    return face.command("leave", leave, params, help, (example,))


def leave(which: str, level: str | None, **typed: Any) -> None:
    """End the seat of a deputy, at one level."""
    from rencli.store import mandates

    with opened.writing("deputy leave") as ledger:
        mandates.leave(ledger, ledger.find("deputy", which), level, given(Seat, typed))


_PAUSED: Mapping[str, tuple[str, str]] = {
    "suspend": ("登记一位代表暂停执行代表职务。暂停期间仍在任，会议和积分不计。", "暂停"),
    "restore": ("登记一位代表恢复执行代表职务。从恢复之日起，会议和积分又计。", "恢复"),
}


def _paused_command(verb: str) -> face.Command:
    help, word = _PAUSED[verb]
    on = face.option("--on", f"哪一天{word}，不写时为今天", metavar="日期")
    params = [_who(), on, *field_options(Seat, need=False, only=("level",))]
    return face.command(verb, partial(paused, verb), params, help, (f"ren deputy {verb} 张三 --on 2024-05-06",))


def paused(verb: str, /, which: str, on: str | None, level: str | None) -> None:
    """Suspend or restore the seat of a deputy."""
    from rencli.store import mandates

    with opened.writing(f"deputy {verb}") as ledger:
        getattr(mandates, verb)(ledger, ledger.find("deputy", which), level, on)


def _dossier_command() -> face.Command:
    from rencli.cli import report

    names = face.argument("numbers", "代表的姓名或序号，可写几位", metavar="代表", many=True)
    help = "写代表履职档案；不写期间时，从他当前席位任职之日到今天。与 ren report make dossier 相同。"
    example = "ren deputy dossier 张三 -o 张三.docx"
    return face.command("dossier", partial(report.make, "dossier"), [names, *report.paper_options()], help, (example,))


def _points_command() -> face.Command:
    params = [_who(), *periods.params(), format_option("table", "json", "csv")]
    help = "一位代表的履职积分：哪条记录，按哪条规则，计几分。规则可自己改。"
    return face.command("points", points, params, help, ("ren deputy points 张三 --year 2024",))


def points(which: str, format: str | None, **asked: str | None) -> None:
    """Print the points of a deputy, record by record."""
    from rencli.figures import points as counting
    from rencli.figures.period import period

    form = output_form(format)
    with opened.reading() as ledger:
        lines = counting.of_person(ledger, ledger.find("deputy", which), period(ledger, asked))
    if form == "json":
        typer.echo(output.as_json([line.dump() for line in lines]))
        return
    titles = ["日期", "种类", "序号", "记录", "事项", "情形", "分值", "计分", "说明"]
    rows = [
        [line.on, KINDS[line.kind], line.id, line.title, line.event, line.role, line.points, line.counted, line.why]
        for line in lines
    ]
    if form == "table":
        rows.append(["合计", "", "", "", "", "", "", counting.total(lines), ""])
    typer.echo((output.as_csv if form == "csv" else output.as_table)(titles, rows))


def _ranking_command() -> face.Command:
    params = [
        face.option("--group", "只看哪个代表小组", complete=completion("group")),
        *field_options(Seat, need=False, only=("level",)),
        *periods.params(),
        format_option("table", "json", "csv"),
    ]
    help = "期末在任代表的履职积分排名，同分同名次；不写层级的为乡镇代表。"
    return face.command("ranking", ranking, params, help, ("ren deputy ranking --year 2024",))


def ranking(group: str | None, level: str | None, format: str | None, **asked: str | None) -> None:
    """Print the deputies in office by their points."""
    from rencli.figures import points as counting
    from rencli.figures.period import period

    form = output_form(format)
    with opened.reading() as ledger:
        places = counting.ranking(ledger, period(ledger, asked), level, group)
        columns = counting.columns()
    if form == "json":
        typer.echo(output.as_json([place.dump() for place in places]))
        return
    if form == "table":  # what nobody did needs no column
        columns = [name for name in columns if any(place.counts[name] for place in places)]
    rows = [
        [each.rank, each.name, each.constituency, each.group, each.points, *(each.counts[name] for name in columns)]
        for each in places
    ]
    write = output.as_csv if form == "csv" else output.as_table
    typer.echo(write(["名次", "姓名", "选区", "代表小组", "积分", *columns], rows))


def _who() -> Any:
    return number_argument(load("deputy"))
