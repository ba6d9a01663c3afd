"""Parts and their whole: 其中, 其余, a sum behind a list, and parts that have no whole."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from rencli.proofread.quantities import Quantity, quantities, same
from rencli.proofread.text import COUNTED, NUMERALS, Fault, Rule, Sentence, Text

_PART: Final = re.compile(r"其中[，,：:]?")
_REST: Final = re.compile(r"(?:其余|剩余|余下|其他|另外)(?:的)?\s?(?=\d)")
_NO_PART: Final = re.compile(
    rf"其中(?:[{COUNTED}]{{1,2}}[名件项个是]|之一|不乏|的|来|去|，?包括|最)"
    r"|(?:参与|投入|融入|蕴含|身处|在|从|乐在)其中"
)
_PER: Final = re.compile(r"每|平均|人均|各(?!项|次|类|级|村|组)|以上|分别")
_SUM: Final = re.compile(r"[，,、；]?(?:合计|共计|总计|一共|共)(?=\d)")
_EARLIER_TOTAL: Final = re.compile(
    rf"\d|[{NUMERALS}](?:件|条|项|次|人|名|个|户|份|场|期|位|家|处)|全部|所有|全镇|全乡|多[件条项次名个]|各项|一批"
)
_STATES: Final = re.compile("答复|办|满意|会议|闭会|会上|会后|重点|采纳|解决|落实|面商|联名|结转|转|列入|整改|回复")
"""Words of what became of things, or how they came: such parts may overlap."""
_SETS: Final = (
    (("基本满意", "不满意", "满意"), "满意、基本满意、不满意"),
    (("会议期间", "闭会期间"), "会议期间、闭会期间"),
    (("男", "女"), "男、女"),
)
"""Parts that make up their whole: where all of a row stand, they must add up to it."""


MOST_LISTED: Final = 60
"""Items of a list that are added up."""


def parts(text: Text) -> Iterator[Fault]:
    """Parts behind 其中 that are more than their whole, or with 其余 or a whole set do not make it up."""
    for sentence in text.sentences:
        found = None if "其中" not in sentence.text else _PART.search(sentence.text)
        if found and not _PER.search(sentence.text[: found.start()].rpartition("，")[2]):
            yield from _checked(sentence, found)
        elif "其余" in sentence.text or "剩余" in sentence.text:
            yield from _without_word(sentence)


def _checked(sentence: Sentence, found: re.Match[str]) -> Iterator[Fault]:
    stated = quantities(sentence.text)
    totals = [each for each in stated if each.end <= found.start() and not each.difference]
    told = _told(sentence.text, [each for each in stated if each.start >= found.end() and not each.difference])
    if not totals or not told:
        return
    rest = _REST.search(sentence.text, found.end())
    if rest and (last := next((each for each in told if each.start >= rest.start()), None)):
        before = [each for each in told if each.start < rest.start() and each.unit == last.unit]
        yield from _sum(sentence, totals, [*before, last], "其中各项加上其余")
        return
    first = told[0]
    wholes = [each for each in totals if same(each.unit, first.unit)]
    if wholes and first.value > max(each.value for each in wholes) and not any(each.rough for each in wholes):
        whole = wholes[-1]
        message = f"其中的{first.said}大于总数{whole.said}。请核对。"
        yield Fault(sentence.at, sentence.start + first.start, sentence.start + first.end, message)
        return
    for words, name in _SETS:
        if set_parts := _of_set(sentence.text, told, words):
            yield from _sum(sentence, totals, set_parts, name)
            return
    if wholes and (listed := _apart(sentence.text, found.end(), told)):
        whole, added = max(wholes, key=lambda each: each.value), sum(each.value for each in listed)
        if added > whole.value and not any(each.rough for each in (whole, *listed)):
            message = f"其中各项加起来是{added:g}{first.unit}，大于总数{whole.said}。请核对。"
            yield Fault(sentence.at, sentence.start + first.start, sentence.start + listed[-1].end, message)


def _apart(sentence: str, begin: int, told: Sequence[Quantity]) -> Sequence[Quantity]:
    """Parts of one list, parted by 、, that cannot overlap: of things, not persons, and named by their matter."""
    chosen = [told[0]]
    for each in told[1:]:
        between = sentence[chosen[-1].end : each.start]
        if not between.startswith("、") or each.unit != told[0].unit or re.search(r"[，。；：（\d]", between):
            break
        chosen.append(each)
    words = sentence[begin : chosen[-1].end]
    return chosen if len(chosen) > 1 and told[0].unit not in "名人位户" and not _STATES.search(words) else []


def _told(sentence: str, after: Sequence[Quantity]) -> Sequence[Quantity]:
    """The parts: what stands behind 其中 before another 其中 or a new whole."""
    stop = re.search(r"；|;|其中|全年|合计|共计", sentence[after[0].start :] if after else "")
    end = after[0].start + stop.start() if stop and after else len(sentence)
    return [each for each in after if each.start < end]


def _of_set(sentence: str, told: Sequence[Quantity], words: Sequence[str]) -> Sequence[Quantity]:
    """The numbers of a set of parts, where each of its words stands once before its number."""
    chosen: dict[str, Quantity] = {}
    for before, each in zip([None, *told], told, strict=False):
        label = sentence[before.end if before else 0 : each.start]
        word = next((word for word in words if word in label[-8:]), "")
        if word and word in chosen:
            return []
        if word:
            chosen[word] = each
    return list(chosen.values()) if len(chosen) == len(words) else []


def _without_word(sentence: Sentence) -> Iterator[Fault]:
    """50件，已办理24件，其余16件: the same without 其中."""
    rest = re.search(r"(?:其余|剩余)(?:的)?\s?(?=\d)", sentence.text)
    if not rest:
        return
    stated = [each for each in quantities(sentence.text) if not each.difference]
    before = [each for each in stated if each.end <= rest.start()]
    last = next((each for each in stated if each.start >= rest.end()), None)
    if last and len(before) == 2 and all(same(each.unit, last.unit) for each in before):
        yield from _sum(sentence, before[:1], [before[1], last], "各项加上其余")


def _sum(sentence: Sentence, totals: Sequence[Quantity], told: Sequence[Quantity], name: str) -> Iterator[Fault]:
    """A fault where the parts make up none of the numbers that stand before them."""
    unit = told[-1].unit
    wholes = [each for each in totals if same(each.unit, unit)] or [
        each for each in totals if {each.unit, unit} <= {"件", "条", "个"}
    ]
    if not wholes or any(each.rough for each in told):
        return
    total = sum(each.value for each in told)
    if any(total == each.value or (each.rough and each.value <= total < each.value + _room(each)) for each in wholes):
        return
    whole = wholes[-1]
    shown = "＋".join(f"{each.value:g}" for each in told)
    about = f"{whole.value:g}余{whole.unit}" if whole.rough else whole.said
    message = f"{name}是{shown}＝{total:g}{unit}，与总数{about}不符。请核对。"
    start, end = told[0].start, told[-1].end
    yield Fault(sentence.at, sentence.start + start, sentence.start + end, message)


def _room(whole: Quantity) -> float:
    """How much 余 may hide: 50余 is less than 60, 300余 less than 400."""
    return float(10 ** max(len(f"{whole.value:.0f}") - len(f"{whole.value:.0f}".rstrip("0").rstrip() or "1"), 0))


def sums(text: Text) -> Iterator[Fault]:
    """议案2件、建议38件，共计41件: the list just before does not add up."""
    for sentence in text.sentences:
        found_sums = list(_SUM.finditer(sentence.text))
        stated = quantities(sentence.text) if found_sums else []
        numbers = {each.start: number for number, each in enumerate(stated)}
        for found in found_sums:
            number = numbers.get(found.end())
            if number is None or stated[number].rough:
                continue
            total = stated[number]
            listed = _listed(sentence.text, stated[max(number - MOST_LISTED, 0) : number], found.start(), total.unit)
            made = sum(each.value for each in listed)
            if len(listed) > 1 and made != total.value and not any(each.rough or each.difference for each in listed):
                shown = "＋".join(f"{each.value:g}" for each in listed)
                message = f"前面各项是{shown}＝{made:g}{total.unit}，这里写共{total.said}。请核对。"
                yield Fault(sentence.at, sentence.start + total.start, sentence.start + total.end, message)


def _listed(sentence: str, stated: Sequence[Quantity], end: int, unit: str) -> Sequence[Quantity]:
    """The items of the list that ends at ``end``, parted by 、 or 和, all of one measure."""
    found: list[Quantity] = []
    for each in reversed(stated):
        between = sentence[each.end : end]
        joined = re.fullmatch(r"(?:、|和|及|以及)[^，。；：\d]{0,16}", between) if found else between in ("", "（")
        if not joined or each.unit != unit:
            break
        found.insert(0, each)
        end = each.start
    return found


def parts_without_whole(text: Text) -> Iterator[Fault]:
    """其中满意12件 where neither this sentence nor the one before states of what."""
    before: Sentence | None = None
    for sentence in text.sentences:
        found = _PART.search(sentence.text) if "其中" in sentence.text else None
        if found and not _NO_PART.search(sentence.text) and text.paragraphs[sentence.at].kind == "text":
            part = re.match(r"[^，。；\d]{0,12}(?=\d)", sentence.text[found.end() :])
            whole = sentence.text[: found.start()]
            if len(whole) < 2 and before is not None and before.at == sentence.at:
                whole = before.text
            first = next(iter(quantities(sentence.text[found.end() :])), None)
            if part and first and first.start == part.end() and not _EARLIER_TOTAL.search(whole):
                start = sentence.start + found.start()
                message = "“其中”前面没有总数。请先写共有多少，再写其中多少。"
                yield Fault(sentence.at, start, sentence.start + found.end() + first.end, message)
        before = sentence


RULES: Final = (
    Rule("分项与总数不符", parts, "其中的一项大于总数，或者加上其余与总数不等"),
    Rule("合计不对", sums, "“议案2件、建议38件，共41件”：前面各项加起来不是合计"),
    Rule("有分项没有总数", parts_without_whole, "写了“其中12件”，前面却没有总数"),
)
