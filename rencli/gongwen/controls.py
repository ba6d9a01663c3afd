"""Live values: run-level content controls that carry what the value is and what was written.

LibreOffice drops ``w:tag`` on saving and keeps ``w:alias``, so both hold the same string; it keeps either only
of a control that has a type, so ours say that they hold plain text.
"""

import re
from itertools import count
from zlib import crc32

from rencli.gongwen.markup import element, w
from rencli.gongwen.model import Control

TAG_LIMIT = 64
"""Word refuses a longer tag; it counts UTF-16 units."""
_CHECKSUM = 8


def short_tag(tag: str) -> str:
    """The tag as a file holds it: a long one keeps its beginning and ends in ``#`` and a checksum of the whole.

    A reader compares ``short_tag(tag)`` with what it found; tags within the limit are their own short form.
    """
    if _units(tag) <= TAG_LIMIT:
        return tag
    head = tag[: TAG_LIMIT - _CHECKSUM - 1]
    while _units(head) + _CHECKSUM + 1 > TAG_LIMIT:
        head = head[:-1]
    return f"{head}#{crc32(tag.encode()):08x}"


def control_xml(control: Control, number: int, content: str, *, lines: bool = False) -> str:
    """The control around its run; ``number`` is its id, unique in the document. ``lines``: it may hold several."""
    tag = short_tag(control.tag)
    text = w("text", multiLine=1) if lines else w("text")
    return w(
        "sdt",
        w("sdtPr", w("alias", val=tag), w("tag", val=tag), w("id", val=number), _HIDDEN, text),
        w("sdtContent", content),
    )


def bare_control_xml(number: int, content: str) -> str:
    """A control that says nothing, around a plain figure on the line of a live one.

    LibreOffice puts a space between Chinese and a figure, whatever the style says, but none at the edge of a
    control: without this one the figures of a line would stand apart from the text here and close to it there.
    """
    return w("sdt", w("sdtPr", w("id", val=number), _HIDDEN, w("text")), w("sdtContent", content))


def renumbered(xml: str) -> str:
    """A part of a document whose controls have ids of their own, though a form has repeated them."""
    ids = count(1)
    return _ID.sub(lambda found: f"{found[1]}{next(ids)}{found[2]}", xml)


_ID = re.compile(r'(<w:sdtPr>(?:(?!</w:sdtPr>).)*?<w:id w:val=")-?\d+(")', re.DOTALL)
_HIDDEN = element("w15:appearance", {"w15:val": "hidden"})


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
