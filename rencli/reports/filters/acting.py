"""Saying what is done: an item of an agenda, an activity."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from rencli.reports.filters.clauses import clause
from rencli.reports.filters.saying import month, named, quoted

_HEARD: Final = re.compile("听取(?:和审议|并审议|审议)?")
_OWN_VERB: Final = re.compile(
    "听取|审议|研究|讨论|选举|补选|推选|表决|票决|测评|评议|通过|传达|学习|部署|安排|确定|接受|任免|任命|免去|审查|宣布|酝酿"
)
_ASKED: Final = re.compile("(?:听取和审议|听取并审议|听取审议|听取|审议|研究|讨论|关于)+")
_VERBS: Final = ("开展", "组织", "举办", "召开", "举行", "参加", "走访", "慰问", "听取", "督办")
_POST: Final = re.compile("(?:选举|补选)?((?:(?!产生)[^的、，选]){0,10}(?:长|主席|委员|秘书|主任))")
"""The title of an election that names a post and nothing else."""
_PASSED: Final = ("通过", "审议通过", "表决通过", "审议并")
_LAWS: Final = (
    ("全国人民代表大会和地方各级人民代表大会代表法", "代表法"),
    ("全国人民代表大会和地方各级人民代表大会选举法", "选举法"),
    ("地方各级人民代表大会和地方各级人民政府组织法", "地方组织法"),
    ("中华人民共和国", ""),
)
"""Whole names first: 中华人民共和国 goes in front of most of them."""
_DOING: Final[Mapping[str, tuple[str, str]]] = {"学习培训": ("参加", "学习培训"), "座谈会": ("召开", "座谈会")}
_ABOUT: Final[Mapping[str, str]] = {"视察": "看了", "调研": "题目有", "专题询问": "问的是", "督办": "事项有"}
"""What comes between the number of activities and their themes, so that no two kinds are told alike."""
_DIRECTLY: Final = ("视察", "调研", "专题询问", "督办")
"""Words of activities that take their theme as an object."""
_DEED: Final = re.compile(
    "开展|参加|参与|召开|听取|检查|评议|视察|调研|专题询问|督办|督查|走访|慰问|看望|察看|查看|参观|考察|学习|宣传|宣讲|讨论|"
    "征求|收集|清理|清扫|捐助|捐赠|捐款|帮扶|帮助|化解|调解|组织|推动|推进|助力|巡查|巡河|植树|关爱|救助|观看|观摩|督促"
)
"""A theme that begins so says by itself what is done."""
_CALLED: Final = (
    "学习",
    "培训",
    "宣传",
    "宣讲",
    "整治",
    "座谈",
    "调研",
    "服务",
    "行动",
    "活动",
    "走访",
    "慰问",
    "义诊",
)
"""A theme that ends so is what is done: 开展代表联组学习."""


def item(line: Mapping[str, Any], congress: bool = False) -> str:
    """议题: an item of an agenda as a notice says it: 听取镇人民政府工作报告, 选举副镇长.

    A congress hears and deliberates. A title with a verb of its own gets no second one.
    """
    kind, title = line["类型"], clause(line["事项"])
    if kind == "听取报告":
        return _heard(title, "听取和审议" if congress else "听取")
    if kind in ("决议", "决定"):
        if title.startswith(_PASSED):
            return title
        bare = _ASKED.sub("", title, count=1) if _ASKED.match(title) else title
        if bare.endswith(kind):
            return f"审议并表决{title if title.startswith('关于') else bare}"
        return f"审议并作出关于{bare}的{kind}"
    if _OWN_VERB.match(title) or title.endswith(kind):
        return title
    return f"{kind}{title if '的' in title else title.removeprefix('关于')}"


def elected(line: Mapping[str, Any]) -> str:
    """当选: an election of an agenda with those elected: 补选郑长林为副镇长."""
    title, people, post = clause(line["事项"]), line["当选人"] or [], line["职务"]
    verb = "补选" if "补选" in title else "选举"
    if people and post:
        return f"{verb}{named(people)}为{post}"
    found = _POST.fullmatch(title)
    if people and found:
        return f"{verb}{named(people)}为{found[1]}"
    told = title if "选" in title else f"选举{title}"
    return f"{told}，当选的是{named(people)}" if people else told


def _heard(title: str, verb: str) -> str:
    before = _HEARD.match(title)
    if before:
        return f"{verb}{title[before.end() :]}" if before[0] == "听取" else title
    if _OWN_VERB.match(title):
        return title
    told = title.endswith(("报告", "汇报", "情况说明")) or "报告" in title or "汇报" in title
    return f"{verb}{title}" if told else f"{verb}关于{title.removeprefix('关于')}的报告"


def doing(activity: Mapping[str, Any], how: str = "全") -> str:
    """做什么: what deputies do in an activity: 视察春耕用水.

    ``做什么("办")`` speaks of who organises it. ``做什么("短")`` names laws by their short names, as a title does;
    ``做什么("略")`` leaves out the kind of activity.
    """
    kind, theme, law = activity["活动类型"], clause(activity["主题"]), activity["法律法规"]
    if how == "办" and kind == "学习培训":
        if theme.startswith("学习") and not theme.endswith(("班", "培训")):
            return theme
        return f"举办{theme}" if theme.endswith(("培训", "培训班", "讲座")) else f"举办{quoted(theme)}学习培训"
    if theme.endswith("启动"):
        return f"启动{theme.removesuffix('启动')}"
    if how in ("短", "略"):
        theme, law = short_law(theme), short_law(law) if law else law
    if kind == "执法检查" and law:
        return f"检查{quoted(law, '《》')}实施情况"
    if kind == "学习培训" and how in ("短", "略") and theme.endswith(("法", "》", "条例")):
        return theme if theme.startswith("学习") else f"学习{theme}"
    if kind == "学习培训" and theme.startswith(kind):
        return f"参加{theme}"
    if _DEED.match(theme) and not (kind in theme and kind == "座谈会"):
        return theme
    if kind in _DIRECTLY:
        return f"开展{theme}" if kind in theme else f"{kind}{theme}"
    if kind == "执法检查":
        return f"检查{theme}"
    if kind == "工作评议":
        return f"评议{theme}"
    if kind == "听取汇报":
        return f"听取{theme}" if theme.endswith(("汇报", "报告")) else f"听取{theme}的汇报"
    if kind == "为民办实事":
        return f"为群众办实事{'' if how == '略' else quoted(theme)}"
    if kind.startswith(_VERBS):
        return kind if how == "略" else f"{kind}，主题是{quoted(theme)}"
    verb, called = _DOING.get(kind) or ("开展", kind if kind.endswith("活动") else f"{kind}活动")
    if kind in theme or theme.endswith(_CALLED):
        return f"{verb}{theme}"
    return f"{verb}{theme.removesuffix('活动')}活动" if how == "略" else f"{verb}{quoted(theme)}{called}"


def one_by_one(activities: Sequence[Mapping[str, Any]]) -> list[tuple[str, str, str]]:
    """逐次: when, where and what of a few activities of a kind; the same thing done again is told once."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for each in activities:
        found.setdefault(doing(each, "办"), []).append(each)
    told = []
    for what, those in found.items():
        months = list(dict.fromkeys(month(each["日期"]) for each in those))
        places = list(dict.fromkeys(each["地点"] for each in those if each["地点"]))
        near = "、".join(places) if len(those) > 1 or len(activities) == 1 else ""
        told.append(("、".join(months) + ("先后" if len(those) > 1 else ""), near, what))
    return told


def times(activities: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """几次: activities of one kind, told together: 视察 … 次，看了灌渠、路灯; each kind has its own verb."""
    kind = activities[0]["活动类型"]
    themes = list(dict.fromkeys(clause(each["主题"]) for each in activities))
    about = named(themes)
    of_theme = f"是{quoted(about)}" if len(themes) == 1 else f"有{about}"
    laws = [each["法律法规"] for each in activities if each["法律法规"]]
    match kind:
        case "视察" | "调研" | "专题询问" | "督办":
            return _times(kind, f"次，{_ABOUT[kind]}{about}")
        case "听取汇报":
            return _times(f"听取{about.removesuffix('汇报').removesuffix('的')}汇报", "次")
        case "执法检查" if laws:
            shown = "".join(quoted(law, "《》") for law in list(dict.fromkeys(laws))[:3])
            return _times(f"对{shown}{'等' if len(set(laws)) > 3 else ''}实施情况开展执法检查", "次")
        case "执法检查" | "工作评议":
            return _times(f"对{about}开展{kind}", "次")
        case "座谈会":
            return _times("召开座谈会", f"场，主题{of_theme}")
        case "学习培训":
            return _times("组织代表学习培训", f"次，内容{of_theme}")
        case "为民办实事" | "结对帮扶":
            return _times(kind, f"次，内容{of_theme}")
    verb = "" if kind.startswith(_VERBS) else "开展"
    return _times(f"{verb}{kind if verb == '' or kind.endswith('活动') else kind + '活动'}", f"次，主题{of_theme}")


def _times(before: str, behind: str) -> dict[str, str]:
    return {"前": before, "后": behind}


def decision(line: Mapping[str, Any]) -> str:
    """决定: a resolution or decision by its name: 关于批准财政预算的决议."""
    kind, title = line["类型"], clause(line["事项"])
    for passed in _PASSED:
        title = title.removeprefix(passed)
    if "《" in title or kind in title:
        return title
    return f"关于{title.removeprefix('关于')}的{kind}"


def short_law(text: str) -> str:
    """A text with laws by the names that everybody calls them."""
    for long, short in _LAWS:
        text = text.replace(long, short)
    return text


def each_day(first: date, last: date | None) -> list[date]:
    """逐日: the days of a meeting; of one that is longer than a week the first only."""
    count = (last - first).days + 1 if last else 1
    return [first + timedelta(day) for day in range(count if 0 < count <= 7 else 1)]


def sheets(people: Any, lines: int) -> list[list[list[tuple[int, Any]]]]:
    """签到页: people as sheets of rows of one or two (number, person), the numbers running down each half.

    Up to ``lines`` people stand in one column; a sheet has at most that many rows.
    """
    found: list[list[list[tuple[int, Any]]]] = []
    numbered = list(enumerate(people, 1))
    if len(numbered) <= lines:
        return [[[line] for line in numbered]]
    pages = -(-len(numbered) // (2 * lines))
    most = -(-len(numbered) // pages)
    for start in range(0, len(numbered), most):
        page = numbered[start : start + most]
        half = -(-len(page) // 2)
        found.append([page[row::half][:2] for row in range(half)])
    return found
