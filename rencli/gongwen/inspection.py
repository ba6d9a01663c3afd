"""Looking into a finished file before it is published: is it whole, and does it say what was put in?"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from rencli.gongwen.characters import residue
from rencli.gongwen.markup import WORD
from rencli.gongwen.model import row_text

_PARAGRAPH = f"{{{WORD}}}p"
_TEXT = f"{{{WORD}}}t"
_MARKS = {f"{{{WORD}}}br": "\n", f"{{{WORD}}}tab": "\t", f"{{{WORD}}}noBreakHyphen": "-"}
_CONTROL_ID = f"{{{WORD}}}sdtPr/{{{WORD}}}id"
_TABLE, _GRID, _COLUMN, _ROW, _CELL = (f"{{{WORD}}}{name}" for name in ("tbl", "tblGrid", "gridCol", "tr", "tc"))
_CELL_PROPERTIES, _CELL_SPAN = f"{{{WORD}}}tcPr", f"{{{WORD}}}gridSpan"
_HEADER = f"{{{WORD}}}trPr/{{{WORD}}}tblHeader"
_VALUE = f"{{{WORD}}}val"
_DOCUMENT = "word/document.xml"

Parts = Mapping[str, ElementTree.Element]


def docx_text(data: bytes) -> str:
    """The words of a .docx, content controls among them: a line for a paragraph, a line break, a table's row."""
    with ZipFile(BytesIO(data)) as archive:
        return _text(ElementTree.fromstring(archive.read(_DOCUMENT)))


def problems(data: bytes, expected: str | None = None) -> list[str]:
    """What is wrong with a .docx as a file; ``expected`` is the text that ``docx_text`` should find in it."""
    parts: dict[str, ElementTree.Element] = {}
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            try:
                parts[name] = ElementTree.fromstring(archive.read(name))
            except ElementTree.ParseError as error:
                return [f"{name} 不是完好的 XML：{error}"]
    found = [problem for check in _CHECKS for problem in check(parts)]
    text = _text(parts[_DOCUMENT])
    if fault := residue(text):  # two runs together may hold what none holds alone
        found.append(f"正文{fault}")
    if expected is not None and text != expected:
        found.append("文件里的文字与写进去的文字不一致")
    return found


def _no_residue(parts: Parts) -> Iterator[str]:
    """Neither words nor attributes hold what a template uses for itself."""
    for name, root in parts.items():
        texts = [text for node in root.iter() for text in (node.text, node.tail, *node.attrib.values()) if text]
        if fault := residue("\0".join(texts)):  # in one go: a register has half a million of them
            yield f"{name} {fault}"


def _unique_control_ids(parts: Parts) -> Iterator[str]:
    ids = Counter(str(node.attrib) for node in parts[_DOCUMENT].iterfind(f".//{_CONTROL_ID}"))
    yield from (f"内容控件编号重复：{number}" for number, times in ids.items() if times > 1)


def _sound_tables(parts: Parts) -> Iterator[str]:
    """Word refuses a table without rows, and a cell without a paragraph at its end."""
    for number, table in enumerate(parts[_DOCUMENT].iter(_TABLE), start=1):
        columns = len(table.findall(f"{_GRID}/{_COLUMN}"))
        rows = table.findall(_ROW)
        if not rows:
            yield f"第{number}个表格没有行"
        if any(sum(map(_span, row.iter(_CELL))) != columns for row in rows):
            yield f"第{number}个表格有的行不是{columns}列"
        if not all(map(_ends_with_paragraph, table.iter(_CELL))):
            yield f"第{number}个表格有的单元格不以段落结尾"


_CHECKS: tuple[Callable[[Parts], Iterator[str]], ...] = (_no_residue, _unique_control_ids, _sound_tables)


def _ends_with_paragraph(cell: ElementTree.Element) -> bool:
    last = next((child.tag for child in reversed(cell) if child.tag in (_PARAGRAPH, _TABLE)), None)
    return last == _PARAGRAPH


def _span(cell: ElementTree.Element) -> int:
    properties = cell.find(_CELL_PROPERTIES)
    span = None if properties is None else properties.find(_CELL_SPAN)
    return 1 if span is None else int(span.get(_VALUE, "1"))


def _text(document: ElementTree.Element) -> str:
    return "".join(f"{line}\n" for line in _lines(document))


def _lines(node: ElementTree.Element) -> Iterator[str]:
    for child in node:
        if child.tag == _PARAGRAPH:
            yield _paragraph_text(child)
        elif child.tag == _ROW:
            between = "" if child.find(_HEADER) is not None else " "
            yield row_text(((_cell_lines(cell), _span(cell)) for cell in child.iter(_CELL)), between)
        else:
            yield from _lines(child)


def _cell_lines(cell: ElementTree.Element) -> Iterator[str]:
    return (_paragraph_text(paragraph).replace("\n", " ") for paragraph in cell.iter(_PARAGRAPH))


def _paragraph_text(paragraph: ElementTree.Element) -> str:
    return "".join((node.text or "") if node.tag == _TEXT else _MARKS.get(node.tag, "") for node in paragraph.iter())
