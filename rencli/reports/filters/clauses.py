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
MOST_CHARACTERS = 80
MOST_ITEMS = 6
"""Items of a series 一是…。二是…。"""
_MARK = re.compile(f"{START}[^{MIDDLE}]*{MIDDLE}|{END}")
_DATE = re.compile(r"\d+(年|月|日)")
_TITLE = re.compile("《[^》]*》")


def join(parts: Clauses, mark: str = "，") -> str:
    """连: the clauses that say something, with ``mark`` between them."""
    return mark.join(_present(parts))


def sentences(parts: Clauses, again: str = "", most: int = MOST_FIGURES) -> str:
    """断句: clauses as sentences, a new one where five figures (or ``most``) or 80 characters would be passed.

    Where one sentence becomes several, every second begins with ``again``.
    """
    found: list[list[str]] = []
    for clause_ in _present(parts):
        if not found:
            found.append([clause_])
        elif _fits([*found[-1], clause_], most):
            found[-1].append(clause_)
        else:
            found.append([again + clause_ if len(found) % 2 else clause_])
    return "".join(f"{'，'.join(clauses)}。" for clauses in found)


def series(parts: Clauses) -> str:
    """逐条: 一是…。二是…。, each part a sentence of its own; one part stands without 一是."""
    texts = [text.rstrip("。；") for text in _present(parts)]
    if len(texts) == 1:
        return f"{texts[0]}。"
    return "".join(f"{numeral(number)}是{text}。" for number, text in enumerate(texts, 1))


def gathered(parts: Clauses, most: int = MOST_ITEMS) -> list[str]:
    """并条: at most ``most`` items; what goes beyond stands in the last one, behind ；."""
    texts = [text.rstrip("。；") for text in _present(parts)]
    return texts if len(texts) <= most else [*texts[: most - 1], "；".join(texts[most - 1 :])]


def present(parts: Clauses) -> list[str]:
    """有: the clauses that say something, as a list to count or take from."""
    return _present(parts)


def chapters(parts: Iterable[Mapping[str, str]]) -> list[dict[str, str]]:
    """成章: sections (题: phrases for the heading, one a line; 文) as they will stand.

    An empty one goes; one of a single sentence joins its neighbour, the next before the last; so does a
    paragraph of a single sentence. The heading of a section takes its first two phrases, that of a joined one
    the first phrase of each.
    """
    found = [(_present(part["题"]), _paragraphs(part["文"])) for part in parts if part["文"].strip()]
    merged: list[tuple[list[str], str]] = []
    for place, (phrases, text) in enumerate(found):
        last = place == len(found) - 1
        if merged and (_single(merged[-1][1]) or (last and _single(text))):
            before, written = merged.pop()
            merged.append(([*before[:1], *phrases[:1], *before[1:], *phrases[1:]], written + text))
        else:
            merged.append((phrases, text))
    return [{"题": "，".join(dict.fromkeys(phrases[:2])), "文": text} for phrases, text in merged]


def closed(text: Any) -> str:
    """成句: the text with one full stop at its end; a clerk's sentence may lack it."""
    stripped = str(text).strip()
    return stripped if stripped.endswith(("。", "！", "？")) else f"{stripped.rstrip('；，、;,')}。"


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


def _paragraphs(text: str) -> str:
    merged: list[str] = []
    for paragraph in _present(re.split(r"\n\s*\n", text)):
        if merged and (_single(paragraph) or _single(merged[-1])):
            merged[-1] += paragraph
        else:
            merged.append(paragraph)
    return "\n\n".join(merged)


def _single(text: str) -> bool:
    return text.count("。") <= 1


def _fits(clauses: Sequence[str], most: int) -> bool:
    text = _MARK.sub("", "，".join(clauses))
    figures = sum(_figures(_MARK.sub("", each)) for each in clauses)
    return len(_TITLE.sub("", text)) < MOST_CHARACTERS and figures <= most


def _figures(clause_: str) -> int:
    """How many figures a clause has; those of a list with 、 count once, dates not at all."""
    pieces = _TITLE.sub("", _DATE.sub("", clause_)).split("，")
    counts = [len(re.findall(r"\d[\d.]*", piece)) for piece in pieces]
    return sum(1 if "、" in piece and count > 1 else count for piece, count in zip(pieces, counts, strict=True))
