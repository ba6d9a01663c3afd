"""Clauses to sentences, sentences to paragraphs, paragraphs to sections.

Wherever a filter takes clauses it takes a list, or a text of one clause a line; what is empty is left out.
So a template writes a clause a line inside ``{% set 分句 %}…{% endset %}`` and conditions stand around lines.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rencli.gongwen.characters import END, MIDDLE, START
from rencli.gongwen.numbering import chinese as numeral

Clauses = str | Iterable[Any]
MOST_FIGURES = 5
"""Figures in a sentence (prose.md section 2)."""
MOST_CHARACTERS = 77
"""80 with what may stand before a sentence: 一是, 此外."""
MOST_ITEMS = 6
"""Items of a series."""
LONG_CHAPTER = 300
"""Characters above which a chapter has headings of its own."""
_MARK = re.compile(f"{START}[^{MIDDLE}]*{MIDDLE}|{END}")
_DATE = re.compile(r"\d+(年|月|日)")
_TITLE = re.compile("《[^》]*》")


def join(parts: Clauses, mark: str = "，") -> str:
    """连: the clauses that say something, with ``mark`` between them."""
    return mark.join(_present(parts))


def sentences(parts: Clauses, again: str = "", mark: str = "，", most: int = MOST_FIGURES) -> str:
    """断句: clauses as sentences, a new one where five figures (or ``most``) or 80 characters would be passed.

    Where one sentence becomes several, every second begins with ``again``; ``mark`` stands between clauses.
    """
    found: list[list[str]] = []
    for clause_ in _present(parts):
        if not found:
            found.append([clause_])
        elif _fits([*found[-1], clause_], most):
            found[-1].append(clause_)
        else:
            found.append([again + clause_ if len(found) % 2 else clause_])
    return "".join(f"{mark.join(clauses)}。" for clauses in found)


def series(parts: Clauses) -> str:
    """逐条: 一是…。二是…。, each part a sentence of its own; one part stands without 一是.

    At most ``MOST_ITEMS``: the last one holds all that is left, sentence by sentence.
    """
    texts = [text.rstrip("。；") for text in _present(parts)]
    if len(texts) == 1:
        return f"{texts[0]}。"
    texts[MOST_ITEMS - 1 :] = (
        ["。".join(texts[MOST_ITEMS - 1 :])] if len(texts) > MOST_ITEMS else texts[MOST_ITEMS - 1 :]
    )
    return "".join(f"{numeral(number)}是{text}。" for number, text in enumerate(texts, 1))


def paired(parts: Clauses) -> str:
    """并句: sentences one a line; neighbours that are short stand together, with ； between them."""
    merged: list[str] = []
    for text in _present(parts):
        if merged and all(each.count("。") == 1 and "；" not in each for each in (merged[-1], text)):
            pair = [merged[-1].removesuffix("。"), text.removesuffix("。")]
            if _fits(pair):
                merged[-1] = f"{'；'.join(pair)}。"
                continue
        merged.append(text)
    return "".join(merged)


def present(parts: Clauses) -> list[str]:
    """有: the clauses that say something, as a list to count or take from."""
    return _present(parts)


def chapters(parts: Iterable[Mapping[str, Any]], longest: int = LONG_CHAPTER) -> list[dict[str, str]]:
    """成章: chapters (题: phrases for the heading, one a line; 节: sections of 题 and 文; 素材) as they will stand.

    What is empty goes. A chapter of a single sentence joins its neighbour, the next before the last. A heading
    takes two phrases, that of joined chapters the first of each. A chapter above ``longest`` of several sections that
    all have headings shows them; otherwise sections of a single sentence share a paragraph.
    """
    found = [(_present(part["题"]), _sections(part)) for part in parts]
    merged: list[tuple[list[str], list[_Section]]] = []
    written = [(phrases, sections) for phrases, sections in found if sections]
    for place, (phrases, sections) in enumerate(written):
        last = place == len(written) - 1
        if merged and (_small(merged[-1][1]) or (last and _small(sections))):
            before, above = merged.pop()
            flat = [("", text) for _, text in above + sections]
            merged.append(([*before[:1], *phrases[:1], *before[1:], *phrases[1:]], flat))
        else:
            merged.append((phrases, sections))
    return [{"题": _heading(phrases), "文": _chapter(sections, longest)} for phrases, sections in merged]


_Section = tuple[str, str]


def _sections(part: Mapping[str, Any]) -> list[_Section]:
    """The sections that say something; the clerk's own texts stand behind the facts, word for word."""
    told = [("，".join(_present(each["题"])[:1]), each["文"].strip()) for each in part["节"] if each["文"].strip()]
    own = "\n\n".join(paragraphs(text) for text in part.get("素材", ()))
    if told and own:
        title, text = told.pop()
        told.append((title, f"{text}\n\n{own}"))
    elif own:
        told.append(("", own))
    return told


def _small(sections: Sequence[_Section]) -> bool:
    return sum(text.count("。") for _, text in sections) <= 1


def _heading(phrases: Sequence[str]) -> str:
    """The first phrase, and the next that repeats no word of it."""
    first = phrases[0]
    again = {first[at : at + 2] for at in range(len(first) - 1)}
    other = (each for each in phrases[1:] if not again & {each[at : at + 2] for at in range(len(each) - 1)})
    return "，".join([first, *([second] if (second := next(other, "")) else [])])


def _chapter(sections: Sequence[_Section], longest: int) -> str:
    shown: list[_Section] = []
    for title, text in sections:
        if shown and (text.count("。") <= 1 or shown[-1][1].count("。") <= 1 or not title):
            shown[-1] = (shown[-1][0], f"{shown[-1][1]}\n\n{text}")
        else:
            shown.append((title, text))
    length = sum(len(_MARK.sub("", text)) for _, text in shown)
    if length <= longest or len(shown) < 2 or not shown[0][0]:
        return joined("\n\n".join(text for _, text in shown))
    return "\n\n".join(f"### {title}\n\n{joined(text)}" for title, text in shown)


def closed(text: Any) -> str:
    """成句: the text with one full stop at its end; a clerk's sentence may lack it."""
    stripped = str(text).strip()
    return stripped if stripped.endswith(("。", "！", "？")) else f"{stripped.rstrip('；，、;,')}。"


def paragraphs(text: Any) -> str:
    """成段: a clerk's text, each line a paragraph that ends with a full stop and means nothing but itself."""
    lines = (line.strip() for line in str(text).split("\n"))
    return "\n\n".join(f"\\{closed(line)}" for line in lines if line)


def clause(text: Any) -> str:
    """分句: a clerk's sentence on one line and without its end mark, to stand inside another."""
    return "".join(str(text).split("\n")).strip().rstrip("。；，;,")


def joined(text: str) -> str:
    """合段: paragraphs, one of a single sentence joined to the one before it, so that none stands alone."""
    first, *rest = _present(re.split(r"\n\s*\n", text)) or [""]
    merged = [first]
    for paragraph in rest:
        if _single(paragraph) or _single(merged[-1]):
            merged[-1] += paragraph.removeprefix("\\")
        else:
            merged.append(paragraph)
    return "\n\n".join(merged)


def _present(parts: Clauses) -> list[str]:
    lines = parts.split("\n") if isinstance(parts, str) else parts
    return [text for part in lines if (text := str(part).strip())]


def _single(text: str) -> bool:
    return text.count("。") <= 1


def _fits(clauses: Sequence[str], most: int = MOST_FIGURES) -> bool:
    text = _MARK.sub("", "，".join(clauses))
    figures = sum(_figures(_MARK.sub("", each)) for each in clauses)
    return len(_TITLE.sub("", text)) < MOST_CHARACTERS and figures <= most


def _figures(clause_: str) -> int:
    """How many figures a clause has; those of a list with 、 count once, dates not at all."""
    pieces = _TITLE.sub("", _DATE.sub("", clause_)).split("，")
    counts = [len(re.findall(r"\d[\d.]*", piece)) for piece in pieces]
    return sum(1 if "、" in piece and count > 1 else count for piece, count in zip(pieces, counts, strict=True))
