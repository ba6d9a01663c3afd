"""What is known beside the text: sittings of the congress, names of deputies, figures. It is handed in."""

import re
from collections.abc import Iterator
from typing import Final

from rencli.proofread.claims import claims
from rencli.proofread.numerals import chinese, number
from rencli.proofread.quantities import PERSONS, plain
from rencli.proofread.text import HAN, Fact, Fault, Known, Rule, Text, at, within

_SITTING: Final = re.compile(
    r"(?:(?P<year>(?<!\d)20\d\d)年[^，。；\d届]{0,4}(?:\d{1,2}月)?[^，。；\d届]{0,16})?"
    r"第?(?P<term>[一二三四五六七八九十]{1,3}|\d{1,2})届(?:人大|人民代表大会|人代会|镇人大)?第?"
    r"(?P<session>[一二三四五六七八九十]{1,3}|\d{1,2})次(?:会议|人代会|人大会议|人民代表大会)"
)
_ELSEWHERE: Final = re.compile(r"县|区|市|省|全国|中央|党|政协|全会|团|工会|妇联|街道")
_RUN: Final = re.compile(rf"[{HAN}·]+")
_BEFORE_NAME: Final = re.compile(r"(?:代表|主席|组长|同志|[、：])$")
_AFTER_NAME: Final = re.compile(r"(?:代表|同志|等|[、，。；（]|$)")
_RATE: Final = re.compile(
    r"(?:^|(?<=[，；、,;]))(?P<name>(?:代表)?(?:建议)?(?:按期答复率|答复率|办结率|面商率))(?:为|是|达到?|：)?(?P<rate>\d{1,3}(?:\.\d{1,2})?)[%％]"
)
_NARROWER: Final = re.compile(r"期间|上半年|下半年|季度|月|上年|去年|重点|其中|来信|来访|信访|评议|意见|类")
_SPLIT: Final = re.compile(r"[、，。；：（）“”《》\s]|和|及|等|代表|同志")


def sittings(text: Text) -> Iterator[Fault]:
    """五届四次会议 in a year that it was not held in, or a sitting that there was not."""
    known = text.known
    if known is None or not known.congresses:
        return
    terms = {each.term for each in known.congresses}
    for place, found in text.find(_SITTING):
        before = text.paragraphs[place].text[max(found.start() - 12, 0) : found.start("term")]
        term, session = number(found["term"]), number(found["session"])
        if _ELSEWHERE.search(before.rpartition("，")[2]) or term not in terms:
            continue
        held = [each.year for each in known.congresses if (each.term, each.session) == (term, session)]
        years = sorted({year for year in held if year})
        last = max(each.session for each in known.congresses if each.term == term)
        if not years and (held or session < last):
            continue  # an earlier sitting that was never entered says nothing
        if not years and session > last + 1:
            name, most = f"{chinese(term)}届{chinese(session)}次会议", chinese(last)
            yield at(place, found, f"{known.source}里没有{name}，最后一次是{chinese(term)}届{most}次会议。请核对届次。")
        elif years and found["year"] and int(found["year"]) not in years:
            when = "、".join(map(str, years))
            name = f"{chinese(term)}届{chinese(session)}次会议"
            yield at(
                place, found, f"{known.source}里{name}在{when}年举行，这里写的是{found['year']}年。请核对届次和年份。"
            )


def misspelt_names(text: Text) -> Iterator[Fault]:
    """A name beside 代表 or in a list that is a deputy's but for one character."""
    known = text.known
    if known is None or not known.names:
        return
    masks = _masks(known)
    everyone = known.names | known.others
    for place, paragraph in enumerate(text.paragraphs):
        for start, word in _words(paragraph.text):
            if word in everyone:
                continue
            near = {name for mask in _of(word) for name in masks.get(mask, ())}
            if len(near) == 1 and _beside(paragraph.text, start, len(word), everyone):
                (name,) = near
                message = f"{known.source}里没有代表“{word}”，是不是“{name}”？请核对姓名。"
                yield Fault(place, start, start + len(word), message)


def _words(line: str) -> Iterator[tuple[int, str]]:
    """Runs of two to four characters between marks and the words that stand beside names."""
    start = 0
    for found in [*_SPLIT.finditer(line), None]:
        end = found.start() if found else len(line)
        if 2 <= end - start <= 4 and _RUN.fullmatch(line, start, end):
            yield start, line[start:end]
        start = found.end() if found else end


def _beside(line: str, start: int, length: int, everyone: frozenset[str]) -> bool:
    """Whether the words about it show a name: 代表 next to it, or a known name in the same list."""
    before, after = line[:start], line[start + length :]
    if re.search(r"代表$", before) and _AFTER_NAME.match(after) and length > 2:
        return True
    if re.match(r"代表(?!团|大会|小组|建议|之家|联络|性|们|法|证|名)", after) and (
        not before or not re.search(rf"[{HAN}]$", before)
    ):
        return length > 2
    last = re.search(rf"([{HAN}]{{2,4}})[、和]$", before)
    following = re.match(rf"[、和]([{HAN}]{{2,4}}?)(?=[、，。；等和（]|代表|同志|$)", after)
    beside = [found[1] for found in (last, following) if found]
    return any(word in everyone or word[-3:] in everyone or word[-2:] in everyone for word in beside)


def _of(name: str) -> Iterator[str]:
    """周明远 as 周明＊ and 周＊远: the family name stands, one character may differ."""
    for place in range(1, len(name)):
        yield f"{name[:place]}＊{name[place + 1 :]}"
    if len(name) > 2:
        yield f"＊{name[1:]}"


def _masks(known: Known) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in sorted(known.names):
        for mask in _of(name):
            found.setdefault(mask, []).append(name)
    return found


def figures(text: Text) -> Iterator[Fault]:
    """A number of the whole period whose words name a figure, and the figure has another value."""
    known = text.known
    if known is None or not known.facts:
        return
    for claim in text.once(claims):
        for fact in known.facts:
            if _names(fact, claim.words, claim.quantity.unit) and plain(claim.quantity.value) != fact.value:
                message = (
                    f"{known.source}里{fact.label}是{fact.value}{fact.unit}，这里是{claim.quantity.said}。请核对。"
                )
                yield Fault(claim.at, claim.start, claim.end, message)
                break
    yield from _rates(text, known)


def _rates(text: Text, known: Known) -> Iterator[Fault]:
    """办结率81.8% at the beginning of a clause; 重点建议办结率 is another one."""
    rates = {word: fact for fact in known.facts if fact.unit == "%" for word in fact.words}
    for sentence in text.sentences:
        for found in _RATE.finditer(sentence.text):
            fact = rates.get(found["name"])
            if fact is None or _NARROWER.search(sentence.text[: found.start()]):
                continue
            decimals = len(found["rate"].partition(".")[2])
            if abs(float(found["rate"]) - float(fact.value)) > 0.5 * 10**-decimals + 0.05:
                message = f"{known.source}里{fact.label}是{fact.value}%，这里是{found['rate']}%。请核对。"
                yield within(sentence, found, message, "rate")


def _names(fact: Fact, words: str, unit: str) -> bool:
    return words in fact.words and (unit == fact.unit or {unit, fact.unit} <= PERSONS)


RULES: Final = (
    Rule("届次与台账不符", sittings, "届次、会次和年份同台账不一致（要加 --ledger）"),
    Rule("姓名与台账不符", misspelt_names, "代表姓名同台账差一个字（要加 --ledger）"),
    Rule("数与台账不符", figures, "全年的数同台账的指标不一致（要加 --ledger）"),
)
