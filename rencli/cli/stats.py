"""`ren suggestion stats`: how the suggestions of a period were handled, divided by unit, category, deputy …."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from rencli.cli import face, opened, periods
from rencli.cli.derived_options import format_option
from rencli.cli.verbs import output_form
from rencli.errors import InvalidInputError
from rencli.output import as_csv, as_json, as_table

if TYPE_CHECKING:
    from rencli.figures.base import Measure
    from rencli.figures.period import Period
    from rencli.figures.stats import Stats

DIVISIONS = {"单位": "unit", "类别": "category", "代表": "deputy", "小组": "group", "会次": "session"}
"""What is typed after ``--by``; the second words are taken too, for scripts."""
IN_WINDOW = (
    "total helping replied closed overdue satisfied mostly_satisfied dissatisfied reply_rate on_time_reply_rate "
    "carried_open"
)
"""The columns that a terminal has room for; JSON, CSV and the workbook have all."""
SUFFIX = ".xlsx"
OF_A_TERM = "session"


def command() -> face.Command:
    """``stats``."""
    params = [
        face.option("--by", f"按什么分：{'、'.join(DIVISIONS)}（默认单位）", metavar="项"),
        *periods.params(),
        face.option("--output", "写成工作簿，如 统计.xlsx", short="-o", metavar="文件"),
        face.flag("--force", "文件已存在时覆盖"),
        format_option("table", "json", "csv"),
    ]
    help = (
        "建议办理统计：按承办单位、类别、领衔代表、代表小组或会次分开，各有件数和比率，末行合计。"
        "不写期间时为今年，按会次分时为本届。"
    )
    examples = ("ren suggestion stats --session 5-3", "ren suggestion stats --by 类别 --year 2024 -o 统计.xlsx")
    return face.command("stats", stats, params, help, examples)


def stats(by: str | None, output: str | None, force: bool, format: str | None, **asked: str | None) -> None:
    """Print or write the figures of suggestions divided by something."""
    from rencli import files
    from rencli.figures.base import Scope
    from rencli.figures.period import period
    from rencli.figures.stats import dump, stats

    form, by = output_form(format), DIVISIONS.get(by or "单位", by or "")
    if by not in DIVISIONS.values():
        raise InvalidInputError(f"--by：不能按“{by}”分，可写 {'、'.join(DIVISIONS)}。")
    path = _target(output) if output else None
    if path:
        files.check_target(path, force=force)
    with opened.reading() as ledger:
        newest = ledger.context.newest_term()
        if by == OF_A_TERM and newest and not any(asked.values()):
            asked = {**asked, "term": str(newest)}
        span = period(ledger, asked)
        found = stats(Scope(ledger, span), by)
    if path:
        _write(path, found, by, span, force=force)
    elif form == "json":
        rows = [{by: row.name, **dump(row)} for row in found.rows]
        days = {"from": span.first, "to": span.last, "as_of": span.as_of}
        typer.echo(as_json({"by": by, **days, "rows": rows, "total": dump(found.whole)}))
    elif form == "csv":
        typer.echo(as_csv(*_cells(found, by)))
    elif found.rows:
        typer.echo(as_table(*_cells(found, by, only=IN_WINDOW.split())))
    else:
        typer.echo(f"{span.first}至{span.last}没有建议，也没有以前结转的建议。", err=True)


def _title(by: str, measure: "Measure") -> str:
    """A short heading: 主办 for what a unit answers for."""
    if measure.name == "total":
        return "主办" if by == "unit" else "件数"
    return measure.title.removesuffix("数")


def _cells(found: "Stats", by: str, only: list[str] | None = None) -> tuple[list[str], list[list[Any]]]:
    """Headings and rows, the total last."""
    from rencli.figures.base import Rate
    from rencli.figures.stats import DIVISIONS as NAMED

    title, none = NAMED[by]
    measures = [each for each in found.measures if only is None or each.name in only]
    titles = [_title(by, each) for each in measures]
    rows = []
    for row in (*found.rows, found.whole):
        name = row.name or ("合计" if row is found.whole else f"（{none}）")
        name = f"{name}（闭会期间）" if by == OF_A_TERM and name.endswith("-0") else name
        values = [row.values[each.name] for each in measures]
        rows.append([name, *(str(value) if isinstance(value, Rate) else value for value in values)])
    return [title, *titles], rows


def _target(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() != SUFFIX:
        raise InvalidInputError(
            f"统计表写成 {SUFFIX}，不会写“{path.suffix or '没有后缀'}”；要别的表格请用 --format csv。"
        )
    return path


def _write(path: Path, found: "Stats", by: str, span: "Period", *, force: bool) -> None:
    from rencli import files, sheets

    titles, rows = _cells(found, by)
    heading = f"建议办理统计（{span.first}至{span.last}，截至{span.as_of}）"
    sheet = sheets.Sheet("建议办理统计", titles, rows, heading=heading, landscape=True)
    typer.echo(str(files.put(path, lambda file: sheets.write(file, [sheet]), force=force)))
