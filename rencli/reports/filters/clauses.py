"""Clauses to sentences, sentences to paragraphs and series.

Wherever a filter takes clauses it takes a list, or a text of one clause a line; what is empty is left out.
So a template writes a clause a line inside ``{% set 分句 %}…{% endset %}`` and conditions stand around lines.
"""

import re
from collections.abc import Iterable, Sequence
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

    At most ``MOST_ITEMS``: of more, neighbours that are short share an item, the last ones first, so that the gravest
    stand alone.
    """
    texts = [text.rstrip("。；") for text in _present(parts)]
    if len(texts) == 1:
        return f"{texts[0]}。"
    while len(texts) > MOST_ITEMS:
        at = min(range(len(texts) - 1, 0, -1), key=lambda at: _cost(texts[at - 1], texts[at]))
        texts[at - 1 : at + 1] = [one_item([texts[at - 1], texts[at]])]
    return "".join(f"{numeral(number)}是{text}。" for number, text in enumerate(texts, 1))


def one_item(parts: Clauses) -> str:
    """成条: clauses as one item of a series: with ； between them, or each a sentence where that grows too long.

    An item never has both.
    """
    texts = [text.rstrip("。；") for text in _present(parts)]
    short = _fits(texts) and not any("。" in text for text in texts)
    if not short:
        texts = [part for text in texts for part in (text if "。" in text else text.replace("；", "。")).split("。")]
    return ("；" if short else "。").join(texts)


def _cost(first: str, second: str) -> tuple[bool, int]:
    """How ill two items stand in one: as sentences where they could not be one, then how long they are."""
    merged = one_item([first, second])
    return "。" in merged, len(_MARK.sub("", merged))


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
