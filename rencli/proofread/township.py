"""Words of other bodies that a township does not have: 常委会, 提案, 任命, 两院."""

import re
from collections.abc import Iterator
from typing import Final

from rencli.proofread.text import Fault, Rule, Text, at

_COMMITTEE: Final = re.compile(
    r"(?<![城市])(?<!景德)(?P<what>(?:镇|(?<!新)乡|乡镇)(?:级)?(?:人大|人民代表大会))(?P<wrong>常委会|常务委员会)"
)
_PROPOSAL: Final = re.compile(r"(?<![草建])提案(?![人权委]|审查|办|动机)")
_OTHERS: Final = re.compile(
    r"政协|委员|职工|职代会|工会|村民|居民|股东|业主|妇女|团员|党代表|联合国|建议提案|不是提案|不[叫称]提案"
)
_APPOINTED: Final = re.compile(
    r"(?:(?:镇|乡)(?:人大|人民代表大会)|主席团|人代会|大会|代表大会第?[一二三四五六七八九十\d]*次会议)[^，。；：]{0,16}?(?P<wrong>任命)(?!书|文件)"
    r"|(?P<post>任命)[^，。；、]{0,8}为?(?:副?镇长|副?乡长|人大副?主席)"
)
_HIGHER: Final = re.compile(
    r"县|区|市|省|国务院|党委|组织部|上级|常委会|常务委员会|政府任命|不(?:得|能|是|宜)?任命|没有|而非|不属"
)
_COURTS: Final = re.compile(r"(?:我|本|各)?(?:镇|乡)(?:人民)?(?P<wrong>[“\"]?两院[”\"]?|法院|检察院)(?:工作报告|报告)")


def foreign_words(text: Text) -> Iterator[Fault]:
    """镇人大常委会, 代表提案, 主席团任命: a county has these, a township does not."""
    for place, found in text.find(_COMMITTEE):
        yield at(place, found, f"乡镇不设人大{found['wrong']}，请写“{found['what']}主席团”。")
    for sentence in text.sentences:
        for found in _PROPOSAL.finditer(sentence.text):
            if not _OTHERS.search(sentence.text):
                start = sentence.start + found.start()
                yield Fault(sentence.at, start, start + 2, "提案是政协的说法，人大代表提的是“议案”或“建议”。")
    for place, found in text.find(_APPOINTED):
        line = text.paragraphs[place].text
        clause = re.split("[。；]", line[: found.start()])[-1] + found[0]
        if not _HIGHER.search(clause):
            group = "wrong" if found["wrong"] else "post"
            yield at(place, found, "乡镇人大选举镇长、副镇长等人员，不任命；请写“选举”或“补选”。", group)
    for place, found in text.find(_COURTS):
        yield at(place, found, "乡镇不设法院、检察院，乡镇人大不听取两院的报告。请核对。", "wrong")


RULES: Final = (Rule("乡镇没有的说法", foreign_words, "镇人大常委会、代表提案、主席团任命等乡镇没有的机关和职权"),)
