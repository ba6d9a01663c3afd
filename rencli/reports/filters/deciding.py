"""Saying what became of an item of an agenda, as minutes do."""

import re
from collections.abc import Mapping
from typing import Any, Final

from rencli.reports.book_cells import flat
from rencli.reports.filters.clauses import clause, closed

_VERB: Final = re.compile(
    "(?:听取和审议|听取并审议|传达学习|学习传达|审议|听取|研究|讨论|通过|传达|学习|部署|安排|确定|接受|任免|任命|免去|审查|宣布|酝酿|"
    "表决|票决|评议|测评)"
)
_ELECTS: Final = re.compile("选举|补选|推选")
_BEFORE: Final = re.compile("^(?:审议|通过|表决|研究|讨论|并|作出)+")
"""What a title may say before the name of a resolution."""
_AGREED: Final = re.compile("(?:审议|表决|票决|讨论|研究)?(一致|全票)?(通过|同意)")
"""An outcome that says no more than that the item was carried."""
_REFUSED: Final = re.compile("未(?:获|能|予)?(?:得)?通过|没有通过|不予通过|否决|暂缓|搁置|撤回|退回")
_SAYS: Final = re.compile(
    "同意|原则|一致|要求|决定|指出|认为|强调|确定|明确|建议|责成|通过|议定|提出|听取|审议|作出|接受|任命|选举"
)
"""What a meeting does, at the head of an outcome."""
_ORDERS: Final = re.compile("交|由|请|委托|转|会后|限|列入")
_REPORT: Final = re.compile("的?(报告|汇报|情况说明|说明)$")
_KINDS: Final = ("决议", "决定")
_BALLOT: Final = ("赞成", "反对", "弃权")


def decided(line: Mapping[str, Any], congress: bool = False) -> str:
    """议定: what a meeting did with an item of its agenda, with the votes and, in the words recorded, the outcome.

    A congress hears and deliberates.
    """
    outcome = clause(flat(line["结果"]))
    agreed = _AGREED.fullmatch(outcome)
    carried = f"{agreed[1] or ''}{agreed[2]}" if agreed else ""
    deed = _deed(line, carried, refused=bool(_REFUSED.match(outcome)))
    deed = re.sub("^听取(?=了|并)", "听取和审议", deed) if congress else deed
    told = ["，".join(filter(None, (f"会议{deed}", _votes(line))))]
    if outcome and not agreed:
        told.append(_outcome(outcome))
    return "".join(map(closed, told))


def _deed(line: Mapping[str, Any], carried: str, *, refused: bool) -> str:
    kind, title = line["类型"], clause(line["事项"])
    if kind == "听取报告":
        return _heard(title, line["提请单位"], carried)
    if kind in _KINDS:
        return _resolved(kind, title, carried, refused=refused)
    if kind == "选举":
        return _elected(title, line["当选人"], line["职务"])
    if kind == "测评" and not _VERB.match(title):
        return f"进行了{title}" if title.endswith(("测评", "评议")) else f"对{title}进行了测评"
    verb, matter = _parted(title, kind)
    if kind in ("表决", "票决") and carried:
        return f"{kind}{carried}了{matter}"
    return f"{verb}并{carried}了{matter}" if carried and verb != "通过" else f"{verb}了{matter}"


def _parted(title: str, verb: str) -> tuple[str, str]:
    """The verb of a title, else the given one, and what it is about."""
    found = _VERB.match(title)
    if found and len(title) > found.end():
        return found[0], title[found.end() :]
    return verb, title if title.endswith(_KINDS) or "的" in title else title.removeprefix("关于")


def _heard(title: str, by: str | None, carried: str) -> str:
    """听取了镇财政所关于预算执行情况的报告; a report that bears the name of who gives it is named as it stands."""
    verb, matter = _parted(title, "听取")
    verb = f"{verb}并{carried}" if carried else verb
    if not matter.startswith("关于") and (_REPORT.search(matter) or "报告" in matter) and (not by or by in matter):
        return f"{verb}了{matter}"
    found = _REPORT.search(matter)
    about = (matter[: found.start()] if found else matter).removeprefix("关于")
    about = about.removeprefix(by or "").removeprefix("关于") or about
    return f"{verb}了{by or ''}关于{about}的{found[1] if found else '报告'}"


def _resolved(kind: str, title: str, carried: str, *, refused: bool) -> str:
    matter = _BEFORE.sub("", title)
    name = matter if matter.endswith(kind) else f"关于{matter.removeprefix('关于')}的{kind}"
    if refused:
        return f"审议了{name}"
    return f"审议并{carried}了{name}" if carried else f"作出了{name}"


def _elected(title: str, names: list[str], post: str | None) -> str:
    found = _ELECTS.match(title)
    verb, rest = (found[0], title[found.end() :]) if found else ("选举", title)
    if not names:
        return f"就{title}进行了选举" if found else f"进行了{title}的选举"
    return f"{verb}{'、'.join(names)}为{post or rest}" if post or rest else f"{verb}{'、'.join(names)}"


def _votes(line: Mapping[str, Any]) -> str:
    """赞成9票，反对1票，没有弃权票: the votes that were recorded."""
    cast = [f"{word}{line[word]}票" for word in _BALLOT if line[word]]
    none = [f"{word}票" for word in _BALLOT if line[word] == 0]
    return "，".join([*cast, f"没有{'和'.join(none)}"] if cast and none else cast)


def _outcome(outcome: str) -> str:
    if _REFUSED.match(outcome):
        return f"该项{outcome}"
    if _SAYS.match(outcome):
        return f"会议{outcome}"
    return f"会议议定{outcome}" if _ORDERS.match(outcome) else f"结果：{outcome}"
