"""Numbers of documents: 松人发〔2024〕1号."""

import re
from collections.abc import Iterator
from typing import Final

from rencli.proofread.text import HAN, Fault, Rule, Text

_NUMBER: Final = re.compile(
    rf"(?P<code>[{HAN}]{{0,6}}[发字函办呈报通令告纪会委党人政府]|(?<![{HAN}\d]))\s?(?P<open>[(（\[［【〔〈<])\s?(?P<year>\d{{2,4}})年?\s?"
    r"(?P<close>[)）\]］】〕〉>])\s?(?P<first>第\s?)?(?P<zeros>0*)(?P<number>\d{1,4})\s?号"
)
_LED_IN: Final = re.compile(r"^.*(?:按照|根据|依照|依据|贯彻|落实|印发|和|及|与|由|以|见)")
"""Words before a number that are no part of it."""


def document_numbers(text: Text) -> Iterator[Fault]:
    """Brackets other than 〔〕, leading zeros, 第, a year of two digits."""
    for place, found in text.find(_NUMBER):
        code = _LED_IN.sub("", found["code"])
        faults = []
        if found["open"] != "〔" or found["close"] != "〕":
            faults.append("年份用六角括号〔〕")
        if len(found["year"]) != 4:
            faults.append("年份写四位")
        if "年" in found[0][: found.start("number") - found.start()]:
            faults.append("年份后面不写“年”")
        if found["first"]:
            faults.append("不写“第”")
        if found["zeros"]:
            faults.append("序号前面不编虚位")
        if faults and len(found["year"]) in (2, 4):
            year = found["year"] if len(found["year"]) == 4 else f"20{found['year']}"
            right = f"{code}〔{year}〕{found['number']}号"
            message = f"文号{'，'.join(faults)}，应为“{right}”。"
            yield Fault(place, found.start() + len(found["code"]) - len(code), found.end(), message)


RULES: Final = (Rule("文号写法", document_numbers, "文号不用〔〕，带“第”，或者写成01号"),)
