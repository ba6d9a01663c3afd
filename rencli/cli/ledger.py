"""`ren init`: the ledger as a whole."""

from typing import Annotated

import typer

from rencli.cli import face, opened
from rencli.errors import InvalidInputError

app = face.new_app("台账的建立。")


@face.verb(
    app,
    "init",
    "建立台账。已有台账时不动它。",
    examples=("ren init --office 瓦窑镇 --county 隆阳区", "ren --db 演练.db init --office 演练镇"),
)
def init(
    office: Annotated[str | None, typer.Option("--office", metavar="名称", help="本单位（乡镇）名称")] = None,
    county: Annotated[str | None, typer.Option("--county", metavar="名称", help="所在县、区、市")] = None,
    rules: Annotated[str | None, typer.Option("--rules", metavar="规则", help="适用规定（默认 national）")] = None,
) -> None:
    """Make the ledger."""
    from rencli.store.ledger import create

    given = {"county": county, "rules": rules}
    own = {name: value for name, value in given.items() if value is not None}
    if own and office is None:
        raise InvalidInputError("写 --county、--rules 时要同时写 --office（本单位名称）。")
    create(opened.path(), {"name": office, **own} if office is not None else None)
    typer.echo(f"台账已建立：{opened.path()}", err=True)
