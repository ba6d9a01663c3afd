"""Writing current values into a file: only what nobody edited, every other byte as it stands."""

from collections.abc import Collection, Mapping
from io import BytesIO
from typing import Any, Final, NamedTuple
from zipfile import ZipFile

from rencli import gongwen
from rencli.reports.live.checking import Checked, Finding
from rencli.reports.live.saved import TAG, Control, Line, Saved

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_XML: Final = "{http://www.w3.org/XML/1998/namespace}space"
_CUSTOM: Final = "docProps/custom.xml"


class Refreshed(NamedTuple):
    """What was done, and what was left."""

    data: bytes
    """The file; the very bytes that it had where nothing was to be done."""
    written: list[Finding]
    rebound: list[Finding]
    """Those whose number was right and which are live again."""
    left: list[Finding]


def refresh(saved: Saved, checked: Checked, force: Collection[str] = ()) -> Refreshed:
    """The file with the ledger's values where nobody has edited them, or where ``force`` names the key or label."""
    written, rebound, left = [], [], []
    changed: set[str] = set()
    for each in checked.findings:
        forced = each.key in force or each.label in force
        if each.state == "stale" or (forced and each.state in ("edited", "conflict")):
            if not each.in_ledger:
                left.append(each)
                continue
            changed.add(_write(saved, each, each.in_ledger))
            written.append(each)
        elif each.in_file == each.in_ledger and (each.state == "edited" or each.place):
            changed.add(_write(saved, each, each.in_ledger))
            rebound.append(each)
        elif each.state != "ok":
            left.append(each)
    return Refreshed(_packed(saved, changed, {}) if changed else saved.data, written, rebound, left)


def with_properties(data: bytes, properties: Mapping[str, str]) -> bytes:
    """The file with some of its custom properties replaced."""
    from docx.oxml import parse_xml
    from lxml import etree

    with ZipFile(BytesIO(data)) as archive:
        if _CUSTOM not in archive.namelist():
            return data
        root = parse_xml(archive.read(_CUSTOM))
    for each in root:
        if str(each.get("name")) in properties and len(each):
            each[0].text = properties[str(each.get("name"))]
    fresh = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return _replaced(data, {_CUSTOM: fresh})


def _write(saved: Saved, each: Finding, value: str) -> str:
    """Put a value and its tag in its place; returns the name of the part that was changed."""
    if each.control is None:
        assert each.place is not None, "a value stands in a control or at a place"
        line = saved.lines[each.place.line]
        _wrap(line, each.place.start, each.place.end, value, f"{TAG}{each.key}={value}")
        return line.part
    _set_text(each.control, value)
    _set_tag(each.control.element, gongwen.short_tag(f"{TAG}{each.key}={value}"))
    return each.control.part


def _set_text(control: Control, value: str) -> None:
    """The value in the control's first run; the others are emptied, none is taken away."""
    if control.nodes:
        first, *others = control.nodes
        first.text = value
        for node in others:
            node.text = ""
        return
    content = control.element.find(f"{_W}sdtContent")
    run = _run(value)
    paragraph = next(content.iter(f"{_W}p"), None)
    (content if paragraph is None else paragraph).append(run)
    for placeholder in control.element.iter(f"{_W}showingPlcHdr"):
        placeholder.getparent().remove(placeholder)


def _set_tag(element: Any, tag: str) -> None:
    known = element.find(f"{_W}sdtPr")
    for name in ("tag", "alias"):
        found = known.find(f"{_W}{name}")
        if found is None:
            found = known.makeelement(f"{_W}{name}", {})
            known.insert(0, found)
        found.set(f"{_W}val", tag)


def _wrap(line: Line, start: int, end: int, value: str, tag: str) -> None:
    """Put a control around a span of a line's plain text."""
    at, node, _ = next(each for each in reversed(line.nodes) if each[0] <= start)
    text = node.text or ""
    run = node.getparent()
    if end > at + len(text) or run.tag != f"{_W}r":
        _over(line, start, end, value)
        return
    before, after, followers = text[: start - at], text[end - at :], list(node.itersiblings())
    control = _control(run, value, gongwen.short_tag(tag))
    run.addnext(control)
    _spaced(node, before)
    if after or followers:
        rest = _copy(run, after)
        rest.extend(followers)
        control.addnext(rest)
        place = next(number for number, each in enumerate(line.nodes) if each[1] is node)
        line.nodes.insert(place + 1, (end, rest.find(f"{_W}t"), None))


def _over(line: Line, start: int, end: int, value: str) -> None:
    """A span that several runs share: its words replaced in the first of them."""
    said = False
    for at, node, _ in line.nodes:
        text = node.text or ""
        low, high = max(start - at, 0), min(end - at, len(text))
        if low < high:
            _spaced(node, text[:low] + ("" if said else value) + text[high:])
            said = True


def _control(run: Any, value: str, tag: str) -> Any:
    made = run.makeelement(f"{_W}sdt", {})
    known = made.makeelement(f"{_W}sdtPr", {})
    for name in ("alias", "tag"):
        known.append(known.makeelement(f"{_W}{name}", {f"{_W}val": tag}))
    known.append(known.makeelement(f"{_W}text", {}))
    content = made.makeelement(f"{_W}sdtContent", {})
    content.append(_copy(run, value))
    made.extend((known, content))
    return made


def _copy(run: Any, text: str) -> Any:
    """A run with the format of another."""
    from copy import deepcopy

    made = run.makeelement(run.tag, {})
    if (format := run.find(f"{_W}rPr")) is not None:
        made.append(deepcopy(format))
    node = made.makeelement(f"{_W}t", {})
    _spaced(node, text)
    made.append(node)
    return made


def _run(text: str) -> Any:
    from docx.oxml import OxmlElement

    run, node = OxmlElement("w:r"), OxmlElement("w:t")
    node.text = text
    run.append(node)
    return run


def _spaced(node: Any, text: str) -> None:
    node.text = text
    if text != text.strip():
        node.set(_XML, "preserve")


def _packed(saved: Saved, changed: Collection[str], further: Mapping[str, bytes]) -> bytes:
    from lxml import etree

    parts = {
        name: etree.tostring(saved.roots[name], xml_declaration=True, encoding="UTF-8", standalone=True)
        for name in changed
    }
    return _replaced(saved.data, {**parts, **further})


def _replaced(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The archive with some parts replaced; all others keep their bytes, order and dates."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(buffer, "w") as fresh:
        for entry in old.infolist():
            fresh.writestr(entry, parts.get(entry.filename) or old.read(entry))
    return buffer.getvalue()
