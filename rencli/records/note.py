"""素材: the clerk's own words for a paper."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from rencli.records.base import Record, field

SECTIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "开头": "短语，接在第一句的“在镇党委领导和…指导下”后面、“依法履职”前面，不写“依法履职”和句号，"
        "如 围绕集镇改造和产业用水两件大事；写成整句的，放在第一句后面",
        "党的领导": "坚持党的领导、服务中心工作的话，自成一章",
        "会议": "接在会议一章的事实后面",
        "建议": "接在建议办理一章的事实后面",
        "监督": "接在视察、检查、评议的事实后面",
        "联系选民": "接在接待走访、述职、来信来访的事实后面",
        "代表工作": "接在代表培训、小组活动、站点的事实后面",
        "自身建设": "主席团和代表自身建设的话，没有别的记录时自成一章",
        "亮点": "各章工作以后单独成段，两条以上另立“工作特色”一章",
        "体会": "“工作体会”一章，在“存在的不足”前面",
        "不足": "排在台账看得出的不足后面，接着一是、二是往下数，每条一句",
        "打算": "排在依法该办的和安排好的事后面，接着一是、二是往下数，每条一句",
        "结尾": "最后一段",
    }
)
"""Where a note may stand in a paper, and how it is used there; in the order of the paper."""


class Note(Record):
    """写进总结的素材，一条一句或一段、几段，照原文采用。"""

    dated_by = "on"
    guide = "各栏目的话写在哪里：\n" + "\n".join(f"· {name}：{use}。" for name, use in SECTIONS.items())

    on: date = field("日期", "哪天记下的")
    section: str = field("栏目", words=" ".join(SECTIONS))
    text: str = field("内容", "原文", long=True, shown=True)

    def heading(self) -> str:
        return f"{self.section}：{' '.join(self.text.split())[:20]}"
