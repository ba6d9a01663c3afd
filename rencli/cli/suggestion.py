"""`ren suggestion STEP` and `due`: the life of suggestions."""

from functools import partial
from typing import Any

import typer

from rencli import output
from rencli.cli import face, opened
from rencli.cli.derived_options import field_options, format_option, number_argument
from rencli.cli.verbs import called, given, output_form, say_back, whole
from rencli.records import load
from rencli.records.steps import STEPS, Step

KIND = "suggestion"
LIFE = "办理"


def commands() -> dict[str, face.Entry]:
    """A verb for each step of the table, and what is due."""
    entries = {rule.command: face.Entry(word, partial(_step_command, word), LIFE) for word, rule in STEPS.items()}
    entries["due"] = face.Entry("到期和超期的建议", _due_command, LIFE)
    return entries | {"convert": face.Entry("把没有列入议程的议案转为建议", _convert_command, LIFE)}


def _step_command(word: str) -> face.Command:
    rule = STEPS[word]
    params = [
        number_argument(load(KIND), many=True),
        face.option("--on", "哪一天，不写时为今天", metavar="日期"),
        *field_options(Step, need=False, only=rule.fields),
    ]
    needed = " ".join(f"--{name.replace('_', '-')} …" for name in rule.needed if name != "attitude")
    help = f"{word}：记一个环节，可一次写几件，全成或全不成。只能在{'、'.join(rule.states)}时记。"
    return face.command(
        rule.command, partial(take, word), params, help, (f"ren suggestion {rule.command} 5-3-12 {needed}",)
    )


def take(word: str, which: list[str], on: str | None, **typed: Any) -> None:
    """Record a step of some suggestions, all or none."""
    said = given(Step, typed)
    with opened.writing(f"{KIND} {STEPS[word].command}") as ledger:
        raw = {"step": word, "on": on or ledger.today, **said}
        if word == "反馈" and "outcome" in raw:
            raw.setdefault("attitude", raw["outcome"])
        for id in dict.fromkeys(ledger.find(KIND, text) for text in which):
            ledger.change_lines(KIND, id, "steps", lambda lines: lines.append(raw), typed=True)
        record: Any = ledger.get(KIND, id)
    say_back(raw, record.steps[-1])


def _due_command() -> face.Command:
    params = [
        face.option("--within", "只看几天之内到期的（超期的总在内）", metavar="天数"),
        face.option("--as-of", "按哪天的情况（默认今天）", metavar="日期"),
        face.flag("--why", "写明期限怎样算出"),
        format_option("table", "json", "csv"),
    ]
    help = "到期和超期的建议，最急的在前。有超期的，退出码为1。"
    return face.command("due", due, params, help, ("ren suggestion due --within 15 --why",))


def due(within: str | None, as_of: str | None, why: bool, format: str | None) -> None:
    """Print the suggestions whose answer is due; exit 1 when one is overdue."""
    from rencli.figures.due import waiting

    form, days = output_form(format), whole("--within", within)
    with opened.reading() as ledger:
        found = waiting(ledger, opened.typed_day("--as-of", as_of) or ledger.today)
    found = [each for each in found if days is None or each.days_left <= days]
    rows = [each._asdict() for each in found]
    titles = ["序号", "编号", "标题", "承办单位", "办理期限", "剩余天数", "超期", *(["依据"] if why else [])]
    cells = [list(row.values())[: len(titles)] for row in rows]
    late = [number for number, each in enumerate(found) if each.overdue]
    if form == "json":
        typer.echo(output.as_json(rows))
    elif form == "csv":
        typer.echo(output.as_csv(titles, cells))
    elif found:
        typer.echo(output.as_table(titles, cells, marked=late))
    else:
        typer.echo("没有到期或超期的建议。", err=True)
    if late:
        raise face.Exit(1)


def _convert_command() -> face.Command:
    from rencli.cli.opinion import suggestion_options

    params = [number_argument(load(KIND)), *suggestion_options()]
    help = "把没有列入议程的议案转为建议，各项取自议案，此后只计这件建议；印出建议的序号和编号。"
    return face.command("convert", convert, params, help, ("ren suggestion convert 5-3-1",))


def convert(which: str, **typed: Any) -> None:
    """Make a suggestion of a motion."""
    from rencli.store import links

    raw = given(load(KIND), typed)
    with opened.writing("suggestion convert") as ledger:
        id = links.suggestion_of_motion(ledger, ledger.find(KIND, which), raw)
        typer.echo(called(ledger.get(KIND, id)))
