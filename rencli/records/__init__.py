"""The record kinds: one file each, loaded one at a time.

``KINDS`` is the only list of them; a new kind is its file, its line here and its migration. The order is
that of dependence (a kind stands behind those it names first), which imports follow.
"""

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rencli.records.base import Record

KINDS: Final = MappingProxyType(
    {
        "office": "本单位",
        "term": "届",
        "group": "代表小组",
        "station": "联络站",
        "deputy": "代表",
        "mandate": "任职",
        "meeting": "会议",
        "suggestion": "建议",
        "duty_report": "述职",
        "visit": "走访接待",
        "opinion": "选民意见",
        "petition": "来信来访",
        "activity": "活动",
        "appraisal": "评议测评",
        "merit": "先进事迹",
        "regulation": "制度",
        "document": "文件",
        "plan": "工作安排",
        "note": "素材",
        "attachment": "附件",
    }
)


def load(kind: str) -> "type[Record]":
    """The class of ``kind``; imports that kind's module only. Raises KeyError for an unknown kind."""
    if kind not in KINDS:
        raise KeyError(kind)
    module = import_module(f"rencli.records.{kind}")
    found: type[Record] = getattr(module, kind.title().replace("_", ""))
    return found
