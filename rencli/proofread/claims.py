"""What a text says of the whole period: the same thing with two values, or with two measure words."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from rencli.proofread.quantities import PERSONS, Quantity, plain, quantities
from rencli.proofread.text import Fault, Rule, Text, within

_WHOLE: Final = re.compile(
    r"(?:全年|一年来|年内|今年以来|今年|本年度|本年|(?P<year>\d{4})年度?)|(?:共计|累计|总计|总共|一共|共|先后)"
)
_OWN: Final = re.compile(r"^(?:我们|(?:镇|乡)?人大主席团|主席团|(?:镇|乡)人大|我镇|我乡)|了|的|代表(?=建议)|\s")
_NARROWER: Final = re.compile(
    r"期间|上半年|下半年|季度|\d月|月份|\d日|第.{1,3}次|[一二三四五六七八九十\d]+次(?:会议|人代会)|去年|上年|往年|同期|其中|各|每|村|社区"
    r"|小组|站|县|区|市|省|届|以前|此前|当日|当天|这次|本次|该|另|还|又|计划|预计|拟|将|近年|历年|类|选区|同志|等|中"
)
_VERB: Final = re.compile(
    r"收到|收集|接待|走访|召开|举行|举办|开展|组织|办理|办结|答复|发放|受理|解决|化解|培训|听取|提出|征集|交办"
)
LONGEST: Final = 22
_GROUPS: Final = (PERSONS | {"人次"}, frozenset({"件", "条"}))


class Claim(NamedTuple):
    """A number that the text states of the whole period."""

    at: int
    start: int
    end: int
    words: str
    """What is counted, without the words of time and of all: 收到建议."""
    year: str
    whole: bool
    """Whether 全年 or 共 stands with it."""
    quantity: Quantity


def claims(text: Text) -> Sequence[Claim]:
    """The numbers that a verb goes before and nothing narrows to a part of the period."""
    return list(_claims(text))


def _claims(text: Text) -> Iterator[Claim]:
    for sentence in text.sentences:
        if text.paragraphs[sentence.at].kind == "cell":
            continue
        said = sentence.text
        for quantity in quantities(said):
            if quantity.rough or quantity.difference:
                continue
            before = said[: quantity.start]
            cut = max(before.rfind(mark) for mark in "，。；、,;：:（(") + 1
            clause = before[cut:]
            if len(clause) > LONGEST or not _VERB.search(clause) or _NARROWER.search(said[: quantity.end]):
                continue
            if re.search(r"\d", clause.replace("年", "")) and not re.search(r"\d{4}年", clause):
                continue
            found = [*_WHOLE.finditer(said[: quantity.start])]
            years = [each["year"] for each in found if each["year"]]
            words = _OWN.sub("", _WHOLE.sub("", clause))
            verb = _VERB.search(words)
            if verb and len(words) >= verb.end() + 2 and not re.search(r"\d", words):
                whole = bool(found)
                start, end = sentence.start + quantity.start, sentence.start + quantity.end
                yield Claim(sentence.at, start, end, words, years[-1] if years else "", whole, quantity)


def two_values(text: Text) -> Iterator[Fault]:
    """收到代表建议22件 here, 收到代表建议23件 there, both of the whole period."""
    first: dict[tuple[str, str, str], Claim] = {}
    for claim in text.once(claims):
        unit = "人" if claim.quantity.unit in PERSONS else claim.quantity.unit
        before = first.setdefault((claim.words, claim.year, unit), claim)
        if claim.whole and before.whole and claim.quantity.value != before.quantity.value:
            where = text.paragraphs[before.at].where
            message = f"{where}写的是{before.quantity.said}，这里是{claim.quantity.said}。请核对，改为一个数。"
            yield Fault(claim.at, claim.start, claim.end, message)
    yield from _of_all(text)


def _of_all(text: Text) -> Iterator[Fault]:
    """收到的23件建议, where the whole is told as 22."""
    told = [each for each in text.once(claims) if each.whole and each.words in ("收到建议", "收到建议、批评和意见")]
    if not told:
        return
    for sentence in text.sentences:
        for found in _ALL.finditer(sentence.text):
            narrow = _NARROWER.search(sentence.text[: found.start()])
            if not narrow and all(float(found["number"]) != each.quantity.value for each in told):
                where, value = text.paragraphs[told[0].at].where, told[0].quantity.said
                message = f"{where}写的是收到{value}，这里是{found['number']}件。请核对，改为一个数。"
                yield within(sentence, found, message, "number")


def mixed_measures(text: Text) -> Iterator[Fault]:
    """187人次 here, 187人 there; 件次, which is no measure word."""
    first: dict[tuple[str, str, float, int], Claim] = {}
    for claim in text.once(claims):
        unit = claim.quantity.unit
        for number, group in enumerate(_GROUPS):
            if unit not in group:
                continue
            before = first.setdefault((claim.words, claim.year, claim.quantity.value, number), claim)
            other = before.quantity.unit
            if other != unit and not {unit, other} <= PERSONS and claim.whole and before.whole:
                where, value = text.paragraphs[before.at].where, plain(claim.quantity.value)
                message = f"同一个数，{where}写{value}{other}，这里写{value}{unit}。请统一量词。"
                yield Fault(claim.at, claim.start, claim.end, message)
    for place, found in text.find(_NO_MEASURE):
        message = f"“{found['unit']}”不是量词，请写“件”；按次数计的写“次”。"
        yield Fault(place, found.start("unit"), found.end(), message)


_ALL: Final = re.compile(r"(?:收到的|全部|全年的)(?P<number>\d{1,5})件(?:人大代表|代表)?(?:提出的)?建议")
_NO_MEASURE: Final = re.compile(r"\d[余多]?(?P<unit>件次)(?![日年月周晨晚要])")

RULES: Final = (
    Rule("同一数两个值", two_values, "同一件事，前后写了两个数"),
    Rule("量词混用", mixed_measures, "同一个数，前面写人次、后面写人；“66件次”"),
)
