"""`ren visit opinion` and `ren opinion raise`: opinions that visits bring, suggestions that opinions become."""

from typing import Any

import typer

from rencli.cli import face, likeness, opened
from rencli.cli.derived_options import field_options, number_argument
from rencli.cli.verbs import asked_for, called, given
from rencli.records import load


def commands() -> dict[str, face.Entry]:
    """What opinions have beside the derived verbs."""
    return {"raise": face.Entry("转为代表建议", _raise_command)}


def of_visits() -> dict[str, face.Entry]:
    """What visits have beside the derived verbs."""
    return {"opinion": face.Entry("登记这次走访接待收到的一条意见", _opinion_command)}


def _opinion_command() -> face.Command:
    names = [field.name for field in load("opinion").fields if field.name not in ("visit", "received_on")]
    params = [number_argument(load("visit")), *field_options(load("opinion"), need=False, only=names)]
    help = "登记一次走访接待收到的一条意见，日期取这次走访接待的日期；印出选民意见的序号。"
    return face.command("opinion", opinion, params, help, ("ren visit opinion 12 --content 路灯不亮 --outcome 转办",))


def opinion(which: str, **typed: Any) -> None:
    """Write an opinion that a visit brought."""
    from rencli.store import links

    raw = asked_for(load("opinion"), given(load("opinion"), typed), but=("received_on",))
    with opened.writing("visit opinion") as ledger:
        typer.echo(str(links.opinion_of_visit(ledger, ledger.find("visit", which), raw)))


def _raise_command() -> face.Command:
    params = [number_argument(load("opinion")), *suggestion_options()]
    help = "把一条选民意见转为代表建议，内容、领衔代表、类别取自意见；印出建议的序号和编号。"
    return face.command("raise", raise_, params, help, ("ren opinion raise 7 --title 关于增设路灯的建议",))


def raise_(which: str, **typed: Any) -> None:
    """Make a suggestion of an opinion."""
    from rencli.store import links

    raw = asked_for(load("suggestion"), given(load("suggestion"), typed), but=("submitted_on",))
    with opened.writing("opinion raise") as ledger:
        id = links.suggestion_of_opinion(ledger, ledger.find("opinion", which), raw)
        likeness.tell(ledger, id)
        typer.echo(called(ledger.get("suggestion", id)))


def suggestion_options() -> list[Any]:
    """The options of a suggestion that comes of another record."""
    cls = load("suggestion")
    names = [field.name for field in cls.fields if field.part is None and field.name != "converted_from"]
    return list(field_options(cls, need=False, only=names))
