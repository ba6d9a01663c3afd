"""The rules by which deputies' duties score: a table in TOML, the user's own before the shipped one.

No law prescribes points; the shipped table is a beginning to be changed.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from rencli.errors import InvalidInputError
from rencli.rules.reading import document, shipped

if TYPE_CHECKING:
    from pathlib import Path

FILE: Final = "points.toml"
_KEYS: Final = ("group", "event", "role", "points", "cap", "once")
_MOST: Final = 1000


class Events(NamedTuple):
    """What may stand behind the first word of an event (会议, 活动 …), and as its role. Empty: any word."""

    words: Sequence[str] | None
    """None where the first word stands alone: 述职."""
    roles: Sequence[str]
    open: bool = False
    """Whether a word beside ``words`` will do."""


class Rule(NamedTuple):
    """What an event scores. Points are exact decimals, counted each calendar year up to ``cap``, or ``once``."""

    group: str
    events: tuple[str, ...]
    roles: tuple[str, ...]
    """Empty: whatever the role."""
    points: Decimal
    cap: Decimal | None
    once: bool

    def fits(self, event: str, role: str) -> bool:
        """Whether this rule is about an event in a role."""
        return event in self.events and (not self.roles or role in self.roles)


def load(known: Mapping[str, Events], folders: "Sequence[Path]" = ()) -> tuple[Rule, ...]:
    """The rules of the first of ``folders`` that has a table, else the shipped ones.

    Raises InvalidInputError that names the file and every faulty key.
    """
    path = next(path for folder in (*folders, shipped()) if (path := folder / FILE).is_file())
    raw = document(path, "积分规则文件")
    faults = [f"不认识{key}，只写 [[rules]]" for key in raw if key != "rules"]
    tables = raw.get("rules")
    if not isinstance(tables, list) or not tables:
        faults.append("没有一条 [[rules]]")
        tables = []
    rules = []
    for number, each in enumerate(tables, 1):
        found = list(_faults(each, known))
        faults += [f"第{number}条规则的 {fault}" for fault in found]
        if not found:
            rules.append(_rule(each))
    if faults:
        raise InvalidInputError(f"积分规则文件 {path} 有误。" + "；".join(faults))
    return tuple(rules)


def _rule(raw: Mapping[str, Any]) -> Rule:
    cap = raw.get("cap")
    return Rule(
        raw["group"].strip(),
        tuple(_several(raw["event"])),
        tuple(_several(raw.get("role", []))),
        Decimal(str(raw["points"])),
        None if cap is None else Decimal(str(cap)),
        raw.get("once", False),
    )


def _faults(raw: Any, known: Mapping[str, Events]) -> Iterator[str]:
    """What is wrong with one rule, each fault beginning with its key."""
    if not isinstance(raw, dict):
        yield "写法不对：应写成 [[rules]]，下面一行一个键"
        return
    unknown = [key for key in raw if key not in _KEYS]
    if unknown:
        yield f"{'、'.join(unknown)}：不认识，可写{'、'.join(_KEYS)}"
    for key in ("group", "event", "points"):
        if key not in raw:
            yield f"{key}：没有写"
    if "group" in raw and not (isinstance(raw["group"], str) and raw["group"].strip()):
        yield "group：应是加英文引号的文字，且不能为空"
    if "points" in raw and not _number(raw["points"], -_MOST):
        yield f"points：应是 -{_MOST} 到 {_MOST} 的数，至多两位小数"
    if "cap" in raw and not _number(raw["cap"], 0):
        yield f"cap：应是 0 到 {_MOST} 的数，至多两位小数；扣分的上限也写正数"
    if not isinstance(raw.get("once", False), bool):
        yield "once：只能写 true 或 false"
    for key in ("event", "role"):
        if key in raw and not all(isinstance(each, str) and each.strip() for each in _several(raw[key])):
            yield f'{key}：应是加英文引号的文字，几样写成 ["…", "…"]'
            return
    events = list(_several(raw.get("event", [])))
    if "event" in raw and not events:
        yield "event：没有写是哪种事项"
    for event in events:
        yield from _strange(event, list(_several(raw.get("role", []))), known)


def _strange(event: str, roles: Sequence[str], known: Mapping[str, Events]) -> Iterator[str]:
    root, _, word = event.partition(".")
    if root not in known:
        yield f"event：没有“{event}”这种事项，先写{'、'.join(known)}之一，后面用“.”接类型，如 会议.人代会"
        return
    found = known[root]
    if found.words is None and word:
        yield f"event：{root}后面不写类型，请把“{event}”改为“{root}”"
    elif found.words is not None and not word:
        yield f"event：“{root}”后面要用“.”接类型，如 {root}.{found.words[0]}"
    elif found.words is not None and not found.open and word not in found.words:
        yield f"event：{root}没有“{word}”这一类，有{'、'.join(found.words)}"
    for role in roles:
        if found.roles and role not in found.roles:
            yield f"role：{root}没有“{role}”这种情形，有{'、'.join(found.roles)}"


def _several(raw: Any) -> Sequence[Any]:
    return raw if isinstance(raw, list) else [raw]


def _number(raw: Any, least: int) -> bool:
    if isinstance(raw, bool) or not isinstance(raw, int | Decimal):
        return False
    exact = Decimal(raw)
    return exact.is_finite() and least <= exact <= _MOST and exact == round(exact, 2)
