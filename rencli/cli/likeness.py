"""`ren suggestion add` and `similar`: earlier suggestions of the same matter."""

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from rencli import output
from rencli.cli import face, opened
from rencli.cli.derived_options import add_params, format_option, number_argument
from rencli.cli.verbs import add, output_form, whole
from rencli.records import load
from rencli.records.steps import HANDLING, MERGED, WAITING

if TYPE_CHECKING:
    from rencli.store.ledger import Ledger
    from rencli.store.similar import Similar

KIND = "suggestion"
TOLD = 3
"""Similar suggestions that are told when one is added."""
TITLES = ("序号", "编号", "标题", "提出日期", "办理状态", "办理结果", "相似度")


class Earlier(NamedTuple):
    """A similar suggestion (the JSON of ``suggestion similar``)."""

    id: int
    number: str
    title: str
    submitted_on: str
    state: str
    result: str | None
    into: str | None
    """The suggestion that it was merged into, or became."""
    likeness: int
    """In hundredths."""


def add_command() -> face.Command:
    """``add``, with what was put forward before."""
    cls = load(KIND)
    example = "ren suggestion add --title … --submitted-on …"
    help = f"登记建议，印出序号和编号；有相似的建议时一并提示。\n\n{cls.guide}".rstrip()
    return face.command("add", partial(add, KIND, tell), add_params(cls), help, (example,))


def similar_command() -> face.Command:
    """``similar``."""
    most = face.option("--limit", "最多几件", metavar="数")
    params = [number_argument(load(KIND)), most, format_option("table", "json", "csv")]
    help = "标题与这件建议相似、不晚于它提出的建议，最像的在前：办到了哪一步，结果怎样。只比标题，说法全不同的找不到。"
    return face.command("similar", similar, params, help, ("ren suggestion similar 5-3-12",))


def similar(which: str, limit: str | None, format: str | None) -> None:
    """Print the suggestions that one is like."""
    from rencli.store.similar import similar as find

    form, most = output_form(format), whole("--limit", limit)
    with opened.reading() as ledger:
        record: Any = ledger.get(KIND, ledger.find(KIND, which))
        found = [_earlier(ledger, each) for each in find(ledger, record, most)]
    if form == "json":
        typer.echo(output.as_json([each._asdict() for each in found]))
    elif form == "csv" or found:
        cells = [
            [each.id, each.number, each.title, each.submitted_on, _state(each), each.result, f"{each.likeness}%"]
            for each in found
        ]
        typer.echo((output.as_csv if form == "csv" else output.as_table)(TITLES, cells))
    else:
        typer.echo("没有标题相似的建议。", err=True)


def tell(ledger: "Ledger", id: int) -> None:
    """Note for the clerk which earlier suggestions a new one is like, and how a double one is merged."""
    from rencli.store.similar import similar as find

    new: Any = ledger.get(KIND, id)
    for each in find(ledger, new, TOLD):
        other = _earlier(ledger, each)
        about = [f"{other.submitted_on}提出", _state(other), *([f"结果 {other.result}"] if other.result else [])]
        text = f"与 {other.number}“{other.title}”相似（{'，'.join(about)}）。"
        together = (each.record.term, each.record.session) == (new.term, new.session)
        if together and other.state in (WAITING, HANDLING):
            text += f"如是同一件事，可并案：ren suggestion merge {new.called} --into {other.number}。"
        ledger.notices.append(output.visible(text))


def _state(other: Earlier) -> str:
    """已办结; 已并入 5-3-2."""
    return f"{other.state.replace('并案', '并入')} {other.into}" if other.into else other.state


def _earlier(ledger: "Ledger", found: "Similar") -> Earlier:
    record: Any = found.record
    life = record.life(ledger.context, ledger.today)
    merged = next((step.into for step in record.steps if step.into), None) if life.state == MERGED else None
    known = ledger.context.rules.result(life.result or "")
    return Earlier(
        record.id,
        record.called,
        record.title,
        str(record.submitted_on),
        life.state,
        f"{known.letter} {known.label}" if known else life.result,
        merged or life.became,
        round(found.likeness * 100),
    )
