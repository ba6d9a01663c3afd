"""Filled forms of feedback in a .docx, one or several.

A form that we made has content controls with tags; one that was typed anew is read by the labels of its cells.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from rencli.exchange.docx_in import ABSENT, W, parts, text_of
from rencli.exchange.returns import FIELDS, NEEDED, Answer, label, rows_of

TAG: Final = "ren:feedback."
ANSWERED: Final = frozenset(("attitude", "outcome"))
"""What a form has that is one of feedback."""

_INLINE: Final = re.compile(r"([^\s:：，。；]{1,20}(?:[（(][^（）()]{1,20}[)）])?)\s*[:：]")


def document(path: Path) -> Iterator[Answer]:
    """The forms of a .docx in their order, and the rows of tables."""
    said: dict[str, str] = {}
    for block in _blocks(parts(path)[0]):
        if block.tag == f"{W}tbl":
            rows = [_cells(row) for row in _within(block, "tr")]
            if found := _listed(path, [[_text(cell) for cell in row] for row in rows]):
                yield from found
                continue
            pairs = [pair for row in rows for pair in _pairs(row)]
        else:
            pairs = _controls(block) or _inline(text_of(block))
        for name, text in pairs:
            if name == "outcome" and text and "满意" not in text:  # of which class the reply is
                continue
            if name in said and (name in NEEDED or (name == "title" and said.keys() & ANSWERED)):  # another form
                yield Answer(path.name, None, said)
                said = {}
            said[name] = said.get(name) or text
    if said.keys() & ANSWERED:
        yield Answer(path.name, None, said)


def _listed(path: Path, rows: Sequence[Sequence[str]]) -> list[Answer]:
    """The rows of a table that lists suggestions; none of a form that has number and answer side by side."""
    found = list(rows_of(path, rows))
    return found if any(re.search(r"\d", each.said.get("number", "")) for each in found) else []


def _pairs(cells: Sequence[Element]) -> Iterator[tuple[str, str]]:
    """What a row of a form says: controls by their tags, else the cell behind a label, else a label with a colon."""
    name = ""
    for cell in cells:
        text = _text(cell)
        if found := _controls(cell):
            firsts = dict(reversed(found))  # LibreOffice makes several of one, of which the first is whole
            alone = len(firsts) == 1 and firsts.keys() <= ANSWERED  # a tick may stand beside the control
            yield from dict.fromkeys(firsts, text).items() if alone else firsts.items()
            name = ""
        elif name and not label(text):
            yield name, text
            name = ""
        elif not (name := label(text)):
            yield from _inline(text)


def _inline(text: str) -> list[tuple[str, str]]:
    pieces = _INLINE.split(text)
    return [
        (name, value.strip()) for word, value in zip(pieces[1::2], pieces[2::2], strict=True) if (name := label(word))
    ]


def _controls(element: Element) -> list[tuple[str, str]]:
    """Our content controls within an element; one that still shows its prompt is empty."""
    found = []
    for control in element.iter(f"{W}sdt"):
        about, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
        names = [about.find(f"{W}{each}") for each in ("tag", "alias")] if about is not None else []
        marks = [each.get(f"{W}val", "") for each in names if each is not None]  # LibreOffice keeps the alias alone
        name = next((mark.removeprefix(TAG) for mark in marks if mark.startswith(TAG)), "")
        if name in FIELDS and about is not None:
            prompt = about.find(f"{W}showingPlcHdr") is not None
            found.append((name, "" if prompt or content is None else _text(content)))
    return found


def _text(element: Element) -> str:
    """What a cell, or a control, says."""
    lines = [text_of(each) for each in _within(element, "p")]
    return "\n".join(line for line in lines if line) if lines else text_of(element)


def _blocks(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag not in ABSENT:
            yield from _blocks(child)


def _within(element: Element, name: str) -> Iterator[Element]:
    """The elements of that name, but not those within one another."""
    for child in element:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag not in ABSENT:
            yield from _within(child, name)


def _cells(row: Element) -> list[Element]:
    """The cells of a row; one that a control encloses is told with the control."""
    found: list[Element] = []
    for child in row:
        if child.tag == f"{W}tc" or (child.tag == f"{W}sdt" and child.find(f"{W}sdtContent/{W}tc") is not None):
            found.append(child)
    return found
