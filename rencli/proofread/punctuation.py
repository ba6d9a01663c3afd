"""Punctuation: half-width marks between Chinese characters, marks that stand twice, full-width digits."""

import re
from collections.abc import Iterator
from typing import Final

from rencli.proofread.text import HAN, Fault, Rule, Text, at

_BEFORE: Final = rf"{HAN}％%”’》）〕、"
_HALF: Final = re.compile(
    rf"(?<=[{_BEFORE}])(?:[,;!?](?=[{HAN}“‘《（\d]|$)|:(?=[{HAN}“‘《（]|$)|\.(?=[{HAN}“‘《（]|$))"
    rf"|(?<=[\d])[,;](?=[{HAN}“《])"
    rf"|\((?=[{HAN}])|(?<=[{HAN}])\)"
    rf"|(?<=[{HAN}，。：])\"(?=[{HAN}])|(?<=[{HAN}])\"(?=[{HAN}，。、；]|$)"
)
_FULL: Final = {
    ",": "，",
    ";": "；",
    ":": "：",
    "!": "！",
    "?": "？",
    ".": "。",
    "(": "（",
    ")": "）",
    '"': "引号“”",
}
MOST_PARAGRAPHS: Final = 10
"""Paragraphs with such marks that are told one by one; a page pasted from the web has a hundred."""
_TWICE: Final = re.compile(
    r"(?P<marks>[，、；：。,;](?:[ \u3000]?[，、；：。,;！？])+|[！!]{2,}|[？?]{2,}|[！？][，。；：、])|。[”’]。"
)
_FULL_DIGITS: Final = re.compile(r"[０-９][０-９．，]{0,20}")
_ELLIPSIS: Final = re.compile(r"[。]{3,}")


def half_width(text: Text) -> Iterator[Fault]:
    """One fault a paragraph, and one for the whole text where it was typed or pasted so throughout."""
    found = {place: list(_HALF.finditer(each.text)) for place, each in enumerate(text.paragraphs)}
    found = {place: marks for place, marks in found.items() if marks}
    everywhere = len(found) > MOST_PARAGRAPHS
    for place, marks in found.items():
        told = [mark for each in found.values() for mark in each] if everywhere else marks
        change = " ".join(f"“{mark}”改为{_quoted(mark)}" for mark in dict.fromkeys(each[0] for each in told))
        count = f"这一段有{len(told)}处" if len(told) > 1 else "这里是"
        if everywhere:
            count = f"全文有{len(found)}段、{len(told)}处"
        yield Fault(place, marks[0].start(), marks[0].end(), f"{count}半角标点，中文里用全角：{change}。")
        if everywhere:
            return


def _quoted(mark: str) -> str:
    return _FULL[mark] if mark == '"' else f"“{_FULL[mark]}”"


def twice(text: Text) -> Iterator[Fault]:
    """，， 、。 。； and the like; ？！ and …… are no fault."""
    for place, found in text.find(_TWICE):
        if not _ELLIPSIS.fullmatch(found[0]):
            yield at(place, found, f"“{found[0]}”标点重复，请只留一个。")
        else:
            yield at(place, found, "省略号写作“……”，不用句号连写。")


def full_width_digits(text: Text) -> Iterator[Fault]:
    """２０２４ where 2024 is meant."""
    for place, found in text.find(_FULL_DIGITS):
        plain = "".join(chr(ord(char) - 0xFEE0) if char in "０１２３４５６７８９．" else char for char in found[0])
        yield at(place, found, f"全角数字“{found[0]}”请改为半角“{plain}”。")


RULES: Final = (
    Rule("半角标点", half_width, "中文之间用了半角的 , ; : ( ) 等；一段报一次，超过10段的全文报一次"),
    Rule("标点重复", twice, "，， 、。 。。 这样两个标点连在一起"),
    Rule("全角数字", full_width_digits, "２０２４ 这样的全角数字"),
)
