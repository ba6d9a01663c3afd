"""A paper as plain text and as Markdown."""

import re

from rencli.gongwen.layout import HEADINGS, Style, set_paragraphs
from rencli.gongwen.model import Document
from rencli.gongwen.profile import STANDARD, Profile

_INLINE_MARKS = re.compile(r"[\\`*_\[\]<>&~|]")
_FIRST_MARK = re.compile(r"^(\d*)([#+=.)-])")


def to_text(document: Document, profile: Profile = STANDARD) -> str:
    """The paper line by line as its page has it; what ``docx_text`` reads out of the finished file."""
    return "".join(f"{paragraph.text}\n" for paragraph in set_paragraphs(document, profile))


def to_markdown(document: Document, profile: Profile = STANDARD) -> str:
    """The paper in CommonMark: levels as headings with their numbers, every other part a paragraph."""
    marks = {Style.TITLE: "# ", **{style: "#" * level + " " for level, style in enumerate(HEADINGS, start=2)}}
    parts = (
        marks.get(paragraph.style, "") + _escaped(paragraph.text.replace("\n", ""), paragraph.style in marks)
        for paragraph in set_paragraphs(document, profile)
        if paragraph.style is not Style.EMPTY
    )
    return "\n\n".join(parts) + "\n"


def _escaped(text: str, heading: bool) -> str:
    """The text with a backslash before whatever Markdown would take for a mark."""
    text = _INLINE_MARKS.sub(r"\\\g<0>", text)
    return text if heading else _FIRST_MARK.sub(r"\1\\\2", text)
