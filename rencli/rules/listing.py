"""A rule set for the eye: each value with its article, text, file; and a file of one's own to fill in."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, get_args

from rencli.rules.origin import Origin
from rencli.rules.reading import shipped
from rencli.rules.ruleset import Duty, Matter, RuleSet

WORDS = {"main": "主要承办", "co": "协助承办", "equals": "各自承办"}


class Value(NamedTuple):
    """One value (the JSON of ``rules show``)."""

    section: str
    item: str
    value: str | None
    article: str
    text: str | None
    mark: str | None
    note: str | None
    file: str | None
    """A shipped file by its name, the user's own by its path."""


def listed(rules: RuleSet) -> list[Value]:
    """Every value in the order of a file; a matter without a period says so."""
    found = [_value(rules, "起算", "答复从哪天起算", rules.reply_from.event, "reply_from")]
    for key, title in WORDS.items():
        found.append(_value(rules, "用语", title, getattr(rules.words, key), f"words.{key}"))
    for matter in get_args(Matter):
        period = rules.periods.get(matter)
        found.append(_value(rules, "期限", matter, str(period) if period else None, f"periods.{matter}"))
    for name, count in rules.counts.items():
        found.append(_value(rules, "数目", name, str(count.value), f"counts.{name}"))
    for each in rules.classes:
        meaning = each.label + ("，计入已解决" if each.solved else "") + ("，是承诺" if each.promise else "")
        found.append(_value(rules, "结果", each.letter, meaning, f"classes.{each.letter}"))
    for duty in rules.agenda:
        found.append(_value(rules, "年度", duty.item, _need(duty), f"agenda.{duty.item}"))
    return found


def _need(duty: Duty) -> str:
    """What an item asks, with a word where records cannot show it."""
    return duty.need + {"部分": "（台账只能看出一部分）", "自记": "（台账看不出，要自己记）"}.get(duty.known, "")


def _value(rules: RuleSet, section: str, item: str, value: str | None, key: str) -> Value:
    origin = rules.origins.get(key) if value is not None else None
    if origin is None:
        return Value(section, item, value, "", None, None, None, None)
    article, text, path, mark, note = origin
    called = path.name if path.parent == shipped() else str(path)
    return Value(section, item, value, article, text, mark, note, called)


def draft(name: str, parent: RuleSet, day: date) -> str:
    """A file that inherits a rule set and changes nothing yet: what may be changed stands there behind ``#``."""
    inherits = parent.name
    return "\n".join(_draft(name, inherits, parent, day)) + "\n"


def _draft(name: str, inherits: str, parent: RuleSet, day: date) -> Iterator[str]:
    yield f"# {name}的规定，{day}由 ren rules new 写成。照“{inherits}”，只写与它不同的值。"
    yield "# 要改哪一行，就去掉行首的 # 再改，出处 article 一起改；没去掉 # 的照“" + inherits + "”。"
    yield '# 可加 note = "说明" 和 mark = "◐"（◐ 只见于一处或摘录，✘ 没有读到条文）。改好后用 ren rules check 检查。'
    yield f'\ntitle = "{name}"\ninherits = "{inherits}"'
    yield "# as_of = 2025-04-19        # 照哪一天的文本写的，一定要写"
    yield '# changed = ["某条例某年修正，条文没有读到"]'
    start, article = parent.reply_from
    yield f'\n# reply_from = {{ event = "{start}", article = "{article}" }}  # 交办 或 闭会'
    yield '\n# classes = "四类"           # 三类、四类、全国人大，或在文件末尾写若干个 [[classes]]'
    yield "\n[acts]                       # 出处里的简称和它的文本日期"
    yield f'# "{name}条例" = 2020-01-01'
    yield "\n[words]"
    for key, word in parent.words._asdict().items():
        yield f'# {key} = {{ word = "{word}", article = "{_article(parent, f"words.{key}")}" }}'
    yield "\n[periods]                    # months 月、days 日、working_days 工作日，写一个"
    for matter in get_args(Matter):
        period = parent.periods.get(matter)
        said = f'{period.unit} = {period.n}, article = "{period.article}"' if period else 'days = 0, article = ""'
        yield f'# "{matter}" = {{ {said} }}' + ("" if period else "  # 现在没有规定")
    yield "\n[counts]"
    for count, number in parent.counts.items():
        yield f'# "{count}" = {{ value = {number.value}, article = "{number.article}" }}'


def _article(rules: RuleSet, key: str) -> str:
    origin: Origin | None = rules.origins.get(key)
    return origin.article if origin else ""
