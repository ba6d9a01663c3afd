"""`ren suggestion STEP`: the life of suggestions."""

import sys
from functools import partial
from typing import Any, Final

import typer

from rencli.cli import chasing, face, likeness, opened, returned, stats
from rencli.cli.derived_options import field_options, number_argument
from rencli.cli.verbs import called, given, say_back
from rencli.errors import InvalidInputError, NotFoundError
from rencli.records import load
from rencli.records.steps import STEPS, Step

KIND = "suggestion"
LIFE = "办理"
PICKED: Final = {
    "session": "只选这次会议的，如 5-3，闭会期间写 5-0",
    "state": "只选这种状态的",
    "category": "只选这个类别的",
}
"""What a batch is picked by; the options of a step have other names."""


def commands() -> dict[str, face.Entry]:
    """A verb for each step of the table, what is due, and the whole life of one."""
    entries = {rule.command: face.Entry(word, partial(_step_command, word), LIFE) for word, rule in STEPS.items()}
    entries["add"] = face.Entry("登记建议", likeness.add_command)
    entries["similar"] = face.Entry("从前有没有相似的建议", likeness.similar_command)
    entries["show"] = face.Entry("查看建议和它的办理经过", chasing.show_command)
    entries["due"] = face.Entry("到期和超期的建议", chasing.due_command, LIFE)
    entries["take-feedback"] = face.Entry("收回征询意见表", returned.command, LIFE)
    entries["stats"] = face.Entry("按单位、类别、代表、小组、会次统计", stats.command, LIFE)
    return entries | {"convert": face.Entry("把没有列入议程的议案转为建议", _convert_command, LIFE)}


def _step_command(word: str) -> face.Command:
    rule = STEPS[word]
    params = [
        face.argument("which", "序号，或 届-次-编号 如 5-3-12；可写几件", metavar="序号", required=False, many=True),
        face.option("--on", "哪一天，不写时为今天", metavar="日期"),
        *field_options(Step, need=False, only=rule.fields),
        *(face.option(f"--{name}", help, metavar="文字") for name, help in PICKED.items()),
        face.flag("--yes", "不再询问"),
    ]
    needed = " ".join(f"--{name.replace('_', '-')} …" for name in rule.needed if name != "attitude")
    examples = [f"ren suggestion {rule.command} 5-3-12 {needed}"]
    if rule.command == "assign":
        examples.append(f"ren suggestion assign --session 5-3 --state 待交办 {needed}")
    help = (
        f"{word}：记一个环节，可一次写几件，全成或全不成。只能在{'、'.join(rule.states)}时记。"
        "不写序号而写会次、状态、类别时，先列出涉及的建议再问。"
    )
    return face.command(rule.command, partial(take, word), params, help, examples)


def take(word: str, which: list[str] | None, on: str | None, yes: bool, **typed: Any) -> None:
    """Record a step of some suggestions, all or none."""
    picked = {name: value for name in PICKED if (value := typed.pop(name, None)) is not None}
    said = given(Step, typed)
    if bool(which) == bool(picked):
        raise InvalidInputError("请写建议的序号，或用 --session、--state、--category 选出一批，两样只写一样。")
    which = which or _picked(word, picked, yes)
    with opened.writing(f"{KIND} {STEPS[word].command}") as ledger:
        raw = {"step": word, "on": on or ledger.today, **said}
        if word == "反馈" and "outcome" in raw:
            raw.setdefault("attitude", raw["outcome"])
        for id in dict.fromkeys(ledger.find(KIND, text) for text in which):
            ledger.change_lines(KIND, id, "steps", lambda lines: lines.append(raw), typed=True)
        record: Any = ledger.get(KIND, id)
    say_back(raw, record.steps[-1])


def _picked(word: str, picked: dict[str, str], yes: bool) -> list[str]:
    """The suggestions that filters find, shown and asked about; a script says so beforehand."""
    from rencli.store.query import Listing

    with opened.reading() as ledger:
        found: list[Any] = ledger.records(KIND, Listing(picked))
    if not found:
        raise NotFoundError("没有符合这些条件的建议，什么也没有写入。")
    shown = "".join(f"\n  {each.called}　{each.title}" for each in found)
    typer.echo(f"{word}{len(found)}件：{shown}", err=True)
    if not yes:
        if not sys.stdin.isatty():
            raise InvalidInputError("涉及的建议如上，还没有写入。确定都要记，请加 --yes。")
        if not face.confirm(f"给这{len(found)}件都记上{word}吗？"):
            raise face.Abort
    return [str(each.id) for each in found]


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
        likeness.tell(ledger, id)
        typer.echo(called(ledger.get(KIND, id)))
