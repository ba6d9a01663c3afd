"""A manifest's file: what may stand in it, and everything that is wrong with one, told with its line.

A user's file may hold anything. One that cannot be used hides its own paper only (``manifest.manifests``).
"""

import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from string import Formatter
from typing import Any, Final, NamedTuple

from rencli.errors import InvalidInputError
from rencli.records import KINDS
from rencli.reports import own_files
from rencli.reports.near import ended, meant

PERIODS: Final = ("year", "half", "quarter", "term", "session", "any", "none")
"""The period option that a report is made for; ``any`` of them, or ``none`` where it speaks of one record only."""
PAGES: Final = ("portrait", "landscape")
DEFAULTS: Final = ("year", "seat", "congress")
"""The period of a report for which none is asked: this year, the time since a deputy took the seat, or since the last
report to a congress."""
PLACES: Final = ("单位", "期间", "名称", "日期", "编号", "组")
"""What the name of a paper's file may hold in braces."""
MOST_BYTES: Final = 100_000
"""The longest shipped manifest has 1,500."""
_LONGEST: Final = 200
_MOST: Final = 100
_UNPRINTABLE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\u2028\u2029]")
_WANTED: Final = ("title", "about", "period", "file")


class Key(NamedTuple):
    """What may stand behind a word of a manifest."""

    fits: Callable[[Any], bool]
    like: str
    """The rest of a sentence: what it should be."""


def _text(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value) <= _LONGEST and not _UNPRINTABLE.search(value)


def _texts(value: Any) -> bool:
    return isinstance(value, list) and len(value) <= _MOST and all(map(_text, value))


def _words(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(each, list) and len(each) <= _MOST for each in value.values())


def _file_name(value: Any) -> bool:
    """Whether this names a paper's file: places in braces that there are, and nothing done to them."""
    try:
        found = list(Formatter().parse(value)) if _text(value) else None
    except ValueError:
        return False
    return found is not None and all(
        name is None or (name in PLACES and not form and not conversion) for _, name, form, conversion in found
    )


def _beside(suffix: str, other: str = "") -> Key:
    """A file in the folder of templates, by its bare name; ``other`` suffixes are refused when the file is opened."""
    known = re.compile(rf"[^/\\:*?\"<>|]+({re.escape(suffix)}{other})")
    return Key(
        lambda value: _text(value) and known.fullmatch(value) is not None and not value.startswith("."),
        f"应是模板文件夹里的一个 {suffix} 文件名，不带路径",
    )


def _one_of(known: Collection[str]) -> Key:
    return Key(lambda value: isinstance(value, str) and value in known, f"应是 {'、'.join(known)} 之一")


def _list(example: str) -> Key:
    return Key(_texts, f"应是{example}")


_TEXT: Final = Key(_text, f"应是一行文字，不过{_LONGEST}字，写在引号里")
_YES: Final = Key(lambda value: isinstance(value, bool), "应是 true 或 false")
_VALUES: Final = Key(_words, '应写成 { "会议类型" = ["人代会"] } 这样')
KEYS: Final[Mapping[str, Key]] = {
    "title": _TEXT,
    "about": _TEXT,
    "period": _one_of(PERIODS),
    "file": Key(_file_name, f"应是文件名，花括号里只能写{'、'.join(PLACES)}，如 {{单位}}{{期间}}工作总结"),
    "template": _beside(".md"),
    "of": _one_of(KINDS),
    "page": _one_of(PAGES),
    "form": _beside(".docx", r"|\.\w+"),
    "book": Key(lambda value: isinstance(value, dict), "应是一张表，写成 [book]"),
    "default": _one_of(DEFAULTS),
    "only": _VALUES,
    "ahead": Key(lambda value: type(value) is int and 0 <= value <= 366, "应是0到366的整数（天）"),
    "needs": _list('几个字段，如 ["时间", "地点"]'),
    "early": _YES,
    "also": _list('几个名称，如 also = ["年终总结"]'),
    "attach": _list('几种材料的名称，如 ["annual"]'),
    "numbered": _TEXT,
    "wants": _list('几个字段，如 ["交办日期"]'),
    "gather": _YES,
    "by": _TEXT,
    "standing": _TEXT,
    "blank": _YES,
    "batch": _VALUES,
    "tables": _YES,
    "public": _YES,
}
"""Every word that a manifest may hold; what each means stands in ``manifest.Manifest``."""


def values(path: Path) -> dict[str, Any]:
    """What a manifest says, checked. Raises InvalidInputError with the file, the line and what is wrong."""
    text = own_files.text(path, "材料说明", MOST_BYTES)
    try:
        data = tomllib.loads(text)
    except RecursionError as error:
        raise InvalidInputError(f"材料说明 {path} 里的括号套得太深。") from error
    except ValueError as error:  # TOMLDecodeError is one; so is a number of ten thousand digits
        place = re.search(r"at line (\d+)", str(error))
        where = f"第{place[1]}行" if place else ""
        raise InvalidInputError(f"材料说明 {path} {where}写法有误，请检查引号、等号和括号。") from error
    for fault in _faults(data):
        raise InvalidInputError(f"材料说明 {path} {_where(text, fault[0])}{ended(fault[1])}")
    return data


def _faults(data: Mapping[str, Any]) -> Any:
    """(key, what is wrong) of a manifest, the first that matters first."""
    for key in data:
        if key not in KEYS:
            yield key, f"没有“{_shown(key)}”这一项{meant(key, KEYS)}"
    for key in _WANTED:
        if key not in data:
            yield "", f"缺少 {key}"
    for key, value in data.items():
        if not KEYS[key].fits(value):
            yield key, f"的 {key} {KEYS[key].like}"
    for default, of in (("seat", "deputy"), ("congress", "meeting")):
        if data.get("default") == default and data.get("of") != of:
            yield "default", f'的 default = "{default}" 只用于 of = "{of}"'
    if "form" in data and "of" not in data:
        yield "form", "有表单（form），还要写 of：每张表单讲的是哪种记录"
    if "standing" in data:
        from rencli.reports.standing import STANDING

        if data["standing"] not in STANDING:
            yield "standing", f"的 standing 应是 {'、'.join(STANDING)} 之一"


def _where(text: str, key: str) -> str:
    """第3行 of a key, where it stands at the beginning of a line."""
    found = re.search(rf"^\s*\[*\s*[\"']?{re.escape(key)}[\"']?\s*[=.\]]", text, re.MULTILINE) if key else None
    return f"第{text.count(chr(10), 0, found.end()) + 1}行" if found else ""


def _shown(key: str) -> str:
    text = _UNPRINTABLE.sub("□", key)
    return text if len(text) <= 30 else f"{text[:30]}…"
