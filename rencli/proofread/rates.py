"""Rates that their numbers cannot give, and rates above a hundred."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from rencli.proofread.quantities import Quantity, quantities
from rencli.proofread.text import Fault, Rule, Text, at

_PART: Final = re.compile(
    r"(?:办结|办复|答复|面商|解决|落实|采纳|整改|回复|见面|满意|实到|到会|出席|述职|已(?!收)|其中|重办|督办)(?:了|的)?[^，。；\d]{0,3}$"
)
"""What stands before the part that a rate tells, and not before its base."""
_OF_MATTERS: Final = "办结率|办复率|答复率|面商率|见面率|解决率|落实率|采纳率|按期答复率|回复率"
_OF_PEOPLE: Final = "出席率|到会率|参会率|到会率|述职率|参评率"
_RATE: Final = re.compile(
    rf"(?P<name>(?:{_OF_MATTERS})|(?:{_OF_PEOPLE})|满意率)(?:分别)?(?:为|是|达到了?|达|均达到?|均为|高达|：)?(?P<about>约|近)?"
    r"(?P<rate>(?<![\d.])\d{1,3}(?:\.\d{1,2})?)[%％](?P<more>以上|左右|以下)?"
)
_OVER: Final = re.compile(
    rf"(?P<name>{_OF_MATTERS}|{_OF_PEOPLE}|满意率|覆盖率|参与率|知晓率|合格率|占[^，。；%％\d]{{0,14}}的)"
    r"(?:分别)?(?:为|是|达到了?|达|均为|高达|：)?约?(?P<rate>\d{3,5}(?:\.\d{1,2})?)[%％]"
)
_SHARE: Final = re.compile(
    r"(?<!\d)(?P<part>\d{1,6})(?P<unit>件|条|个|项|人|名|户|次|场)[，,]?(?:占|约占)(?P<of>[^，。；%％\d]{0,14})的?(?P<rate>\d{1,2}(?:\.\d{1,2})?)[%％](?P<more>以上|左右|以下)?"
)
_VOTES: Final = re.compile("票|评议|测评|反馈|群众满意|选民满意")
_MATTERS: Final = ("件", "条", "个", "项")
_PEOPLE: Final = ("人", "名", "位")
LARGEST: Final = 100_000


def impossible(text: Text) -> Iterator[Fault]:
    """A rate that no whole number over a stated total gives: 13件 and 95%."""
    stated: list[Quantity] = []
    before = -1
    earlier: list[Quantity] = []
    for sentence in text.sentences:
        if sentence.at != before:
            earlier += stated
            stated, before = [], sentence.at
        here = [each for each in quantities(sentence.text) if not each.difference]
        for found in _RATE.finditer(sentence.text):
            if found["about"] or found["more"]:
                continue
            if found["name"] == "满意率" and ("建议" not in sentence.text or _VOTES.search(sentence.text)):
                continue
            units = _PEOPLE if re.fullmatch(_OF_PEOPLE, found["name"]) else _MATTERS
            own = [each for each in here if each.end <= found.start() and each.unit in units]
            own = [each for each in own if not _PART.search(sentence.text[max(each.start - 6, 0) : each.start])]
            every = [each for each in (*here, *stated, *earlier) if each.unit in units]
            if own and not any(_gives(each, found["rate"]) for each in every):
                base = max(own, key=lambda each: each.value)
                message = f"{base.said}算不出{found['rate']}%{_nearest(base, found['rate'])}。请核对总数和比率。"
                start = sentence.start + found.start()
                yield Fault(sentence.at, start, sentence.start + found.end(), message)
        stated += here


def wrong_shares(text: Text) -> Iterator[Fault]:
    """12件，占总数的50% where no stated number of these makes 12 its half."""
    for place, paragraph in enumerate(text.paragraphs):
        stated: Sequence[Quantity] = []
        for found in _SHARE.finditer(paragraph.text):
            stated = stated or quantities(paragraph.text)
            part, rate = int(found["part"]), found["rate"]
            if found["more"] or part > LARGEST or not part:
                continue
            whole = [each for each in stated if each.unit == found["unit"] and not each.difference]
            wholes = [each for each in whole if each.value >= part and each.start != found.start()]
            right = [each for each in whole if each.rough or (each.value and _printed(part, int(each.value), rate))]
            if wholes and not right and re.search("总|全部|全年", found["of"]) and _said_before(found, wholes):
                base = max(wholes, key=lambda each: each.value)
                message = f"{part}{found['unit']}占{base.said}的{100 * part / base.value:.1f}%，不是{rate}%。请核对。"
                yield at(place, found, message)


def over_hundred(text: Text) -> Iterator[Fault]:
    """办结率105%; growth and targets may be more than a hundred."""
    for place, found in text.find(_OVER):
        if float(found["rate"]) > 100:
            yield at(place, found, f"{found['name'].rstrip('的')}不会超过100%。请核对。")


def _said_before(found: re.Match[str], wholes: Sequence[Quantity]) -> bool:
    return any(each.end <= found.start() for each in wholes)


def _gives(base: Quantity, rate: str) -> bool:
    """Whether some whole number over the base is printed as the rate."""
    whole = int(base.value)
    if base.rough or base.value != whole or whole > LARGEST:
        return True
    if not whole:
        return False
    near = float(rate) * whole / 100
    return any(_printed(part, whole, rate) for part in (int(near), int(near) + 1) if part <= whole)


def _printed(part: int, whole: int, rate: str) -> bool:
    """Whether the share is printed so, rounded or cut off at the decimals of the rate."""
    decimals = len(rate.partition(".")[2])
    return (
        abs(100 * part / whole - float(rate)) < 10**-decimals
        if decimals
        else abs(100 * part / whole - float(rate)) <= 0.5
    )


def _nearest(base: Quantity, rate: str) -> str:
    whole = int(base.value)
    if not 0 < whole <= LARGEST:
        return ""
    part = min(max(round(float(rate) * whole / 100), 0), whole)
    return f"（{part}/{whole}是{100 * part / whole:.1f}%）"


RULES: Final = (
    Rule("比率算不出", impossible, "13件里多少件也算不出95%"),
    Rule("占比不对", wrong_shares, "“12件，占总数的50%”，总数却不是24件"),
    Rule("比率超过100%", over_hundred, "办结率、满意率、占比超过100%"),
)
