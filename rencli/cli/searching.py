"""`ren search`: words, wherever in the ledger they stand."""

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rencli import output
from rencli.cli import face, opened
from rencli.cli.kinds import kind_named
from rencli.cli.verbs import PAGE, output_form, whole
from rencli.records import KINDS

if TYPE_CHECKING:
    from rencli.store.search import Hit

app = face.new_app("查找。")


@face.verb(
    app,
    "search",
    "在全部台账里查找。写几个词，就找同时有这几个词的记录；也找得到提到某位代表、某个小组或站点的记录。",
    examples=("ren search 斑马线", "ren search 村道 张三 --kind suggestion"),
)
def search(
    words: Annotated[list[str], typer.Argument(metavar="词", help="要找的词，两个字也行，可写几个")],
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="种类", help="只找哪种记录，如 visit 或 走访接待")
    ] = None,
    limit: Annotated[str | None, typer.Option("--limit", metavar="数", help="最多几条（终端默认50条）")] = None,
    full: Annotated[bool, typer.Option("--full", help="电话号码不隐去")] = False,
    format: Annotated[str | None, typer.Option("--format", metavar="形式", help="输出形式：table、json、csv")] = None,
) -> None:
    """Print the records with all of the words."""
    from rencli.store.search import search as find

    form, most = output_form(format), whole("--limit", limit)
    if most is None and form == "table" and sys.stdout.isatty():
        most = PAGE
    with opened.reading() as ledger:
        found = find(ledger, words, [kind_named(kind)] if kind else tuple(KINDS))
        rows = [_told(hit, full=full) for hit in found.hits(most)]
    _print(rows, form)
    if not rows and not found:
        typer.echo(f"没有找到有“{output.visible(' '.join(words))}”的记录。", err=True)
    elif len(found) > len(rows):
        typer.echo(f"还有{len(found) - len(rows)}条没有显示，看更多请用 --limit。", err=True)


def _told(hit: "Hit", *, full: bool) -> dict[str, Any]:
    """The JSON object of a hit; a telephone number is masked."""
    masked = hit.fields[-1].private == "phone" and not full
    return {
        "kind": hit.record.kind,
        "id": hit.record.id,
        "title": hit.record.heading(),
        "field": ".".join(field.name for field in hit.fields),
        "excerpt": output.mask(hit.value) if masked else hit.excerpt,
        "titles": "·".join(field.title for field in hit.fields),
    }


def _print(rows: list[dict[str, Any]], form: str) -> None:
    told = [row.pop("titles") for row in rows]
    if form == "json":
        typer.echo(output.as_json(rows))
        return
    if not rows and form == "table":
        return
    titles = ["种类", "序号", "标题", "出现在", "内容"]
    cells = [
        [KINDS[row["kind"]], row["id"], output.shortened(row["title"]), where, row["excerpt"]]
        for row, where in zip(rows, told, strict=True)
    ]
    typer.echo((output.as_csv if form == "csv" else output.as_table)(titles, cells))
