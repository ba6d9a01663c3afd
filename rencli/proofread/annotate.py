"""What was found, as comments of Word in a copy of the file."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from rencli.proofread.document import Placed, W
from rencli.proofread.text import Problem

if TYPE_CHECKING:
    from docx.document import Document

AUTHOR: Final = "校对"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_ABSENT: Final = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "rt", "txbxContent", "pPr", "rPr"))


class CannotAnnotate(Exception):  # noqa: N818  it is what happened, and no fault of the program
    """python-docx does not take the file."""


def of_document(data: bytes, placed: Sequence[Placed], problems: Sequence[Problem]) -> bytes:
    """A copy of a .docx with a comment at each problem; the words themselves stay. Raises CannotAnnotate."""
    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        document = Document(BytesIO(data))
    except (OpcError, LxmlError, KeyError, ValueError) as error:
        raise CannotAnnotate(str(error)) from error
    elements = list(document.element.body.iter(f"{W}p"))
    anchors = [element for element in elements if next(_runs(element), None) is not None]
    for problem in reversed(problems):  # from the end, so that the places before stay as they were counted
        spot = placed[problem.fault.at]
        element = elements[spot.number] if spot.number >= 0 else None
        if element is None or next(_runs(element), None) is None:
            element, exact = next(iter(anchors), None), False
        else:
            exact = spot.exact
        if element is not None:
            span = (problem.fault.start, problem.fault.end) if exact else None
            _comment(document, element, span, problem, told=not exact)
    return _saved(document)


def of_text(lines: Sequence[str], problems: Sequence[Problem]) -> bytes:
    """A new .docx with the paragraphs of a text and a comment at each problem."""
    from docx import Document

    document = Document()
    elements = [document.add_paragraph(_clean(line))._p for line in lines]
    for problem in reversed(problems):
        _comment(document, elements[problem.fault.at], (problem.fault.start, problem.fault.end), problem, told=False)
    return _saved(document)


def _saved(document: "Document") -> bytes:
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _comment(document: "Document", element: Any, span: tuple[int, int] | None, problem: Problem, *, told: bool) -> None:
    from docx.text.run import Run

    runs = _marked(element, *span) if span else list(_runs(element))[:1]
    if not runs:
        return
    where = f"（{problem.where}：{problem.excerpt}）" if told else ""
    text = _clean(f"{problem.rule}：{problem.message}{where}")
    marked = [Run(run, document._body) for run in (runs[0], runs[-1])]
    document.add_comment(marked, text, author=AUTHOR, initials=AUTHOR[0])


def _marked(element: Any, start: int, end: int) -> list[Any]:
    """The runs that hold characters ``start`` to ``end``, cut there where a run is plain text."""
    runs = list(_spans(element))
    for run, first, last in reversed(runs):
        for cut in sorted({cut - first for cut in (start, end) if first < cut < last}, reverse=True):
            _cut(run, cut)
    found = [run for run, first, last in _spans(element) if first < max(end, start + 1) and last > start]
    return found or list(_runs(element))[-1:]


def _spans(element: Any) -> Iterator[tuple[Any, int, int]]:
    """Each run with the places of its characters in the paragraph."""
    place = 0
    for run in _runs(element):
        length = sum(map(_length, run))
        yield run, place, place + length
        place += length


def _length(child: Any) -> int:
    """Characters that a part of a run adds to the text, as ``document`` reads it."""
    if child.tag == f"{W}t":
        return len(child.text or "")
    if child.tag in (f"{W}br", f"{W}cr"):
        return 0 if child.get(f"{W}type") in ("page", "column") else 1
    return int(child.tag in (f"{W}tab", f"{W}ptab", f"{W}noBreakHyphen"))


def _cut(run: Any, at: int) -> None:
    """One run into two, where it holds one text and its form and nothing else."""
    texts = [child for child in run if child.tag == f"{W}t"]
    if len(texts) != 1 or any(child.tag not in (f"{W}t", f"{W}rPr") for child in run):
        return
    text = texts[0].text or ""
    second = deepcopy(run)
    run.addnext(second)
    for each, part in ((run, text[:at]), (second, text[at:])):
        (kept,) = (child for child in each if child.tag == f"{W}t")
        kept.text = part
        kept.set(_SPACE, "preserve")


def _runs(element: Any) -> Iterator[Any]:
    """The runs of a paragraph that are read, in the order of the text; none of a text box or of deleted text."""
    for child in element:
        if child.tag == f"{W}r":
            yield child
        elif isinstance(child.tag, str) and child.tag not in _ABSENT and not child.tag.endswith("}Fallback"):
            yield from _runs(child)


def _clean(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(char for char in text if char in "\t\n" or (char >= " " and not "\ud800" <= char <= "\udfff"
                   and char not in "\ufffe\uffff"))  # fmt: skip
