"""What every paper must satisfy (prose.md section 5): plain functions from a text to its faults.

The numbers of the functions are those of the guide. Those that need more than the text are given it: the
sentences that a clerk wrote, what the ledger knows, the figures that are live.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

Faults = list[str]

UNITS = "人次|件|次|名|人|场|条|项|个|户|份|张|元|万元|天"
_NUMBER = r"\d+(?:\.\d+)?"
_QUOTED = re.compile(r"《[^《》]*》|“[^“”]*”")
_DATE = re.compile(r"\d{1,4}(年|月|日)")
_HEADING = re.compile(r"^([一二三四五六七八九十]+)、(.*)$")
_CHINESE = "一二三四五六七八九十"
_EFFECTS = (
    "成效|效果|取得|显著|圆满|有力|推动了|促进了|提升了|增强了|充分|高度重视|坚持|始终|扎实|切实|全面加强|"
    "体会|经验|由于|因为"
)
_DATED = (
    "十四五|十五五|二十大|三中全会|四中全会|新时代|新征程|周年|收官之年|开局之年|两个确立|四个意识|两个维护|不忘初心"
    "|伟大旗帜|科学发展观|重要思想|乡村振兴|脱贫攻坚|第一议题|八项规定|党的群众路线"
)


def body(text: str) -> list[str]:
    """The paragraphs between title and signature, headings among them."""
    lines = text.split("\n\n")
    return [line for part in lines[1:-1] for line in part.split("\n") if line]


def sentences(paragraphs: Iterable[str]) -> Iterator[str]:
    """The sentences of paragraphs, headings left out."""
    for paragraph in paragraphs:
        if not _HEADING.match(paragraph):
            yield from (sentence for sentence in re.split("(?<=[。！？])", paragraph) if sentence)


def section(text: str, word: str) -> str:
    """What stands below the heading that holds a word; empty where there is none."""
    found, inside = [], False
    for paragraph in body(text):
        if match := _HEADING.match(paragraph):
            inside = word in match[2]
        elif inside:
            found.append(paragraph)
    return "".join(found)


def punctuation(text: str) -> Faults:
    """1. Nothing empty between brackets, no doubled marks, no connective without its part."""
    patterns = r"（）|《》|“”|‘’|〈〉|[，、；：。][，、；：。]|[，、；：（]$|^[，、；。）]|[（“《][，。、；]"
    orphans = r"(其中|另有|此外|包括|涉及|分别是)[，。；、]"
    return [f"标点：{found[0]}" for found in re.finditer(f"{patterns}|{orphans}", text, re.MULTILINE)]


def emptiness(text: str) -> Faults:
    """2. No 0 that is told, no None, no unit without its number, no tag, no private-use character."""
    patterns = (
        rf"(?<![\d.])0(?:\.0)?(?:{UNITS}|%)",
        r"None|nan|Undefined|[{}]|%\}|[\ue000-\uf8ff]",
        rf"(?:共|收到|举行|办结|答复|到会选民|接待选民|走访选民|提出意见|收集意见)(?:{UNITS})[，。；、]",
        r"(?<![\d余])人次",
    )
    return [f"空：{found[0]}" for pattern in patterns for found in re.finditer(pattern, text)]


def numbers(text: str, known: Collection[str]) -> Faults:
    """3. Every Arabic number of the text (live figures taken out of it) is a date or ``known``."""
    return [f"不知来处的数：{found}" for found in re.findall(_NUMBER, _DATE.sub("", text)) if found not in known]


def parts(text: str) -> Faults:
    """4. Parts stay within the total named before them, complete lists give it; 全部 only of two and more."""
    faults = [f"一件说全部：{found[0]}" for found in re.finditer(r"(?<![\d.])1[件名个条场次][^。，]{0,2}全部", text)]
    for sentence in sentences(body(text)):
        for word in ("其中", "包括", "按内容分"):
            before, found, after = sentence.partition(word)
            listed = re.match(rf"[^，。；]*?({_NUMBER})({UNITS})", after)
            if not found or not listed:
                continue
            unit = listed[2]
            totals = re.findall(rf"({_NUMBER}){unit}", before)
            said = [int(number) for number in re.findall(rf"(\d+){unit}", re.split("[，；。]", after.lstrip("，"))[0])]
            if totals and word == "其中" and sum(said) > max(map(int, totals)):
                faults.append(f"其中之和超过总数：{sentence}")
            if totals and word == "包括" and sum(said) != int(totals[0]):
                faults.append(f"各项之和不等于总数：{sentence}")
    for first, second in pairwise(sentences(body(text))):
        if second.startswith("按内容分"):
            total = re.search(r"(\d+)件", first)
            pieces = [int(number) for number in re.findall(r"(\d+)件", second)]
            if total is None or sum(pieces) != int(total[1]):
                faults.append(f"分类之和不等于总数：{first}{second}")
    return faults


def rates(text: str, shares: Mapping[str, Sequence[tuple[int, int]]]) -> Faults:
    """5. Each rate is one of the ledger's (printed → its parts), of a base of five at least, its numerator told."""
    faults = []
    for found in re.findall(rf"{_NUMBER}%", text):
        told = set(re.findall(_NUMBER, text.replace(found, "")))
        parts = shares.get(found, ())
        if float(found[:-1]) > 100:
            faults.append(f"超过100%：{found}")
        if not parts:
            faults.append(f"台账里没有这个率：{found}")
        elif all(denominator < 5 for _, denominator in parts):
            faults.append(f"基数不到五还说百分比：{found}")
        elif not any(str(numerator) in told for numerator, denominator in parts if denominator >= 5):
            faults.append(f"率没有基数：{found}（{parts}）")
    return faults


def headings(text: str) -> Faults:
    """6. Headings run 一、二、三; none is empty, too long or ends in 。; none stands without text."""
    paragraphs = body(text)
    found = [match for match in map(_HEADING.match, paragraphs) if match]
    numbered = [match[1] for match in found]
    faults = [] if numbered == list(_CHINESE[: len(numbered)]) else [f"标题序号：{numbered}"]
    for match in found:
        if not match[2] or match[2].endswith("。"):
            faults.append(f"标题：{match[0]}")
        if "，" in match[2] and not 8 <= len(match[2]) <= 16:
            faults.append(f"标题长短：{match[0]}")
    faults += [f"标题下没有文字：{first}" for first, second in pairwise(paragraphs) if _both_headings(first, second)]
    if paragraphs and _HEADING.match(paragraphs[-1]):
        faults.append(f"标题下没有文字：{paragraphs[-1]}")
    return faults


def rhythm(text: str, own: Sequence[str] = ()) -> Faults:
    """7. No sentence twice, none over 80 characters or five figures, no three running with one beginning.

    ``own``: what a clerk wrote; it stands verbatim and is left out.
    """
    all_of = [each for each in sentences(body(text)) if not any(note.rstrip("。") in each for note in own)]
    faults = [f"重复：{each}" for each in {each for each in all_of if all_of.count(each) > 1}]
    for each in all_of:
        bare = _QUOTED.sub("", each)
        if len(bare) > 81:
            faults.append(f"长句（{len(bare)}字）：{each}")
        if figures(bare) > 5:
            faults.append(f"一句{figures(bare)}个数：{each}")
    for paragraph in body(text):
        running = list(sentences([paragraph]))
        for three in zip(running, running[1:], running[2:], strict=False):
            if len({each[:4] for each in three}) == 1:
                faults.append(f"连着三句开头一样：{'／'.join(three)}")
        if len(re.findall("(?<!公)共(?!和国|同)", paragraph)) > 1 and not own:
            faults.append(f"一段两个“共”：{paragraph}")
    return faults


def agreement(text: str, body_name: str, year: int, issued_on: date) -> Faults:
    """8. Title, text and signature agree on year and body; a rate's name has one value."""
    lines = [line for line in text.split("\n") if line]
    faults = []
    title = text.split("\n\n", maxsplit=1)[0].replace("\n", "")
    if not title.startswith(body_name) or f"{year}年" not in title:
        faults.append(f"标题：{title}")
    if lines[-2] != body_name or lines[-1] != f"{issued_on.year}年{issued_on.month}月{issued_on.day}日":
        faults.append(f"落款：{lines[-2:]}")
    years = set(re.findall(r"(\d{4})年", text)) - {str(year), str(year + 1)}
    if years:
        faults.append(f"年份：{years}")
    values: dict[str, set[str]] = {}
    for name, value in re.findall(r"([\u4e00-\u9fff]{2,4}率)(?:只有)?(\d[\d.]*%)", text):
        values.setdefault(name, set()).add(value)
    return faults + [f"一个率两个值：{name}{found}" for name, found in values.items() if len(found) > 1]


def notes(text: str, given: Mapping[str, Sequence[str]]) -> Faults:
    """9. Each note once and in its place; without notes no effects, experience, causes."""
    faults = []
    paragraphs = body(text)
    for where, texts in given.items():
        for note in texts:
            words = note.strip().rstrip("。；")
            if text.count(words) != 1:
                faults.append(f"素材出现{text.count(words)}次：{words}")
            elif not _in_place(where, words, text, paragraphs):
                faults.append(f"素材不在它的位置（{where}）：{words}")
    if not any(given.values()):
        faults += [f"没有素材却写了：{found[0]}" for found in re.finditer(_EFFECTS, text)]
    return faults


def shortcomings(text: str, facts: Mapping[str, bool], *, own: bool) -> Faults:
    """10. What is wrong appears (words → whether the ledger has it); with nothing wrong 不足 goes."""
    told = section(text, "不足")
    faults = [f"没有写：{words}" for words, wrong in facts.items() if wrong and not re.search(words, told)]
    if not any(facts.values()) and not own and told:
        faults.append(f"没有不足却写了：{told}")
    return faults


def absence(text: str, words: str) -> Faults:
    """11. Nothing of a kind without records, except where 不足 says that there are none."""
    told = re.sub(r"[^。；]*没有[^。；]*的记录", "", text)
    return [f"没有记录却写了：{found[0]}" for found in re.finditer(words, told)]


def formulas(text: str, recorded: str) -> Faults:
    """12. No dated formula unless a note or a record has it."""
    return [f"有时效的套话：{found}" for found in re.findall(_DATED, text) if found not in recorded]


def figures(sentence: str) -> int:
    """How many figures a sentence has: dates none, a list with 、 one."""
    count = 0
    for piece in re.split("[，；]", _DATE.sub("", sentence)):
        found = len(re.findall(_NUMBER, piece))
        count += 1 if "、" in piece and found > 1 else found
    return count


def _both_headings(first: str, second: str) -> bool:
    return bool(_HEADING.match(first) and _HEADING.match(second))


def _in_place(where: str, words: str, text: str, paragraphs: Sequence[str]) -> bool:
    match where:
        case "开头":
            return words in paragraphs[0].split("。")[0]
        case "结尾":
            return words in paragraphs[-1]
        case "体会":
            return words in section(text, "工作体会")
        case "亮点":
            later = text.find("、存在的不足")
            return later < 0 or text.find(words) < later
        case _:
            return words in section(text, where)
