"""`ren document issue`: a document that goes out, with its number in sequence."""

from typing import Any

import typer

from rencli.cli import face, opened
from rencli.cli.derived_options import field_options
from rencli.cli.verbs import asked_for, given
from rencli.records import load

KIND = "document"


def commands() -> dict[str, face.Entry]:
    """What documents have beside the derived verbs."""
    return {"issue": face.Entry("登记发文，顺次编出文号", _issue_command)}


def _issue_command() -> face.Command:
    names = [field.name for field in load(KIND).fields if field.name not in ("direction", "number")]
    params = [
        *field_options(load(KIND), need=False, only=names),
        face.option("--prefix", "发文机关代字（默认用本单位的）"),
    ]
    help = "登记一份发文，按年度顺次编出文号，不重号、不跳号；印出序号和文号。成文日期不写时为今天。"
    return face.command("issue", issue, params, help, ("ren document issue --title 关于召开主席团会议的通知",))


def issue(prefix: str | None, **typed: Any) -> None:
    """Write a document with the next number of its year."""
    from rencli.store import links

    raw = asked_for(load(KIND), given(load(KIND), typed), but=("direction", "dated_on"))
    with opened.writing("document issue") as ledger:
        id, number, missing = links.issue(ledger, raw, prefix)
    typer.echo(f"{id}\t{number}")
    if missing:
        typer.echo(f"注意：这个代字和年度的第{'、'.join(map(str, missing))}号没有登记。", err=True)
