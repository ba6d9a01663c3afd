"""Saying what is done: an item of an agenda, an activity."""

from collections.abc import Mapping
from typing import Any, Final

from rencli.reports.filters.clauses import clause, closed
from rencli.reports.filters.saying import quoted

_SHORT: Final = ("中华人民共和国", "")
_DOING: Final[Mapping[str, tuple[str, str]]] = {"学习培训": ("参加", "学习培训"), "座谈会": ("召开", "座谈会")}
_DIRECTLY: Final = ("视察", "调研", "专题询问", "督办")
"""Words of activities that take their theme as an object."""


def item(line: Mapping[str, Any]) -> str:
    """议题: an item of an agenda as a notice says it: 听取镇人民政府工作报告, 选举副镇长."""
    kind, title = line["类型"], clause(line["事项"])
    if kind == "听取报告":
        if title.startswith("听取"):
            return title
        return f"听取{title}" if "报告" in title or "汇报" in title else f"听取关于{title.removeprefix('关于')}的报告"
    if kind in ("决议", "决定"):
        return f"审议并表决{title}" if title.endswith(kind) else f"审议并作出关于{title.removeprefix('关于')}的{kind}"
    return title if kind in title or (kind == "选举" and title.startswith("补选")) else f"{kind}{title}"


def doing(activity: Mapping[str, Any], how: str = "全") -> str:
    """做什么: what deputies do in an activity: 视察春耕用水; with ``做什么("短")`` laws by their short names."""
    kind, theme, law = activity["活动类型"], clause(activity["主题"]), activity["法律法规"]
    if kind == "执法检查" and law:
        name = quoted(law, "《》")
        return f"检查{name.replace(*_SHORT) if how == '短' else name}实施情况"
    if theme.startswith((kind, "开展", "参加", "召开", "听取", "检查", "评议")):
        return theme
    if kind in _DIRECTLY:
        return f"开展{theme}" if kind in theme else f"{kind}{theme}"
    if kind == "执法检查":
        return f"检查{theme}"
    if kind == "工作评议":
        return f"评议{theme}"
    if kind == "听取汇报":
        return f"听取{theme}" if theme.endswith(("汇报", "报告")) else f"听取{theme}的汇报"
    verb, called = _DOING.get(kind) or ("开展", kind if kind.endswith("活动") else f"{kind}活动")
    return f"{verb}{theme}" if kind in theme else f"{verb}{quoted(theme)}{called}"


def paragraphs(text: Any) -> str:
    """成段: a clerk's text, each line a paragraph that ends with a full stop and means nothing but itself."""
    lines = (line.strip() for line in str(text).split("\n"))
    return "\n\n".join(f"\\{closed(line)}" for line in lines if line)
