"""Chapters of a paper as they will stand: what is empty goes, what is small joins a neighbour, and their headings."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from rencli.gongwen.characters import END, MIDDLE, START
from rencli.reports.filters.clauses import joined, paragraphs, present

LONG_CHAPTER: Final = 300
"""Characters above which a chapter has headings of its own."""
_MARK: Final = re.compile(f"{START}[^{MIDDLE}]*{MIDDLE}|{END}")
_NOUN: Final = re.compile("^(?!组织|做好|开展|加强).*(?:情况|设置|工作|建设|办理|概况)$")
"""How a phrase ends that names a matter; all others say what was done. A heading has phrases of one form only."""


class _Section(NamedTuple):
    title: str
    text: str


class _Chapter(NamedTuple):
    phrases: Sequence[str]
    sections: Sequence[_Section]
    joined: Sequence[str] = ()
    """The phrases of the chapter that was joined to it; a third never is."""


def chapters(parts: Iterable[Mapping[str, Any]], longest: int = LONG_CHAPTER) -> list[dict[str, str]]:
    """成章: chapters (题: phrases for the heading, one a line; 节: sections of 题 and 文; 素材) as they will stand.

    What is empty goes. A chapter of a single sentence joins its neighbour, the next before the last, never a third.
    A heading takes two phrases, that of joined chapters one of each. A chapter above ``longest`` of several sections
    that all have headings shows them; otherwise sections of a single sentence share a paragraph.
    """
    found = (_Chapter(present(part["题"]), _sections(part)) for part in parts)
    written = [chapter for chapter in found if chapter.sections]
    merged: list[_Chapter] = []
    for place, chapter in enumerate(written):
        last = place == len(written) - 1
        if merged and not merged[-1].joined and (_small(merged[-1]) or (last and _small(chapter))):
            before = merged.pop()
            flat = [_Section("", each.text) for each in (*before.sections, *chapter.sections)]
            merged.append(_Chapter(before.phrases, flat, chapter.phrases))
        else:
            merged.append(chapter)
    return [{"题": _heading(each), "文": _text(each.sections, longest)} for each in merged]


def _sections(part: Mapping[str, Any]) -> list[_Section]:
    """The sections that say something; the clerk's own texts stand behind the facts, word for word."""
    told = [
        _Section("，".join(present(each["题"])[:1]), each["文"].strip()) for each in part["节"] if each["文"].strip()
    ]
    own = "\n\n".join(paragraphs(text) for text in part.get("素材", ()))
    if told and own:
        title, text = told.pop()
        told.append(_Section(title, f"{text}\n\n{own}"))
    elif own:
        told.append(_Section("", own))
    return told


def _small(chapter: _Chapter) -> bool:
    return sum(section.text.count("。") for section in chapter.sections) <= 1


def _heading(chapter: _Chapter) -> str:
    """Two phrases of one form that repeat no word of each other: of joined chapters one of each, if there are such."""
    pairs = [(first, other) for first in chapter.phrases for other in chapter.joined or chapter.phrases]
    fit = next((pair for pair in pairs if pair[0] != pair[1] and _alike(*pair)), None)
    if fit and (chapter.joined or fit[0] == chapter.phrases[0]):
        return "，".join(fit)
    return chapter.phrases[0]


def _alike(first: str, second: str) -> bool:
    words = {first[at : at + 2] for at in range(len(first) - 1)}
    again = any(second[at : at + 2] in words for at in range(len(second) - 1))
    return not again and bool(_NOUN.search(first)) == bool(_NOUN.search(second))


def _text(sections: Sequence[_Section], longest: int) -> str:
    shown: list[_Section] = []
    for title, text in sections:
        if shown and (text.count("。") <= 1 or shown[-1].text.count("。") <= 1 or not title):
            shown[-1] = _Section(shown[-1].title, f"{shown[-1].text}\n\n{text}")
        else:
            shown.append(_Section(title, text))
    length = sum(len(_MARK.sub("", text)) for _, text in shown)
    if length <= longest or len(shown) < 2 or not shown[0].title:
        return joined("\n\n".join(text for _, text in shown))
    return "\n\n".join(f"### {title}\n\n{joined(text)}" for title, text in shown)
