"""Filling a form by docxtpl, in a sandbox, with everything checked that goes in and comes out.

A printed value stands between two marks while the form is being filled, its braces replaced: so it is never taken
for a tag, and what came out can be compared with what went in before the marks go.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from html import unescape
from io import BytesIO
from typing import Any, Final
from xml.etree import ElementTree
from zipfile import ZipFile

from docxtpl import DocxTemplate
from jinja2 import TemplateError, TemplateSyntaxError, Undefined, pass_context
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from rencli import gongwen
from rencli.errors import InvalidInputError
from rencli.reports.filters import FILTERS
from rencli.reports.form import tags
from rencli.reports.form.filling_words import said
from rencli.reports.prose import Missing, template_line
from rencli.reports.views import UnknownNameError

_OPEN, _CLOSE = "\ue010", "\ue011"
_BRACES: Final = {ord("{"): "\ue012", ord("}"): "\ue013"}
_REAL: Final = {ord(stand_in): chr(brace) for brace, stand_in in _BRACES.items()}
_SHOWN: Final = {ord(stand_in): "□" for stand_in in _BRACES.values()}
"""Braces of the data while the file is searched for tags that were left over."""
_MARKED = re.compile(f"{_OPEN}([^{_OPEN}{_CLOSE}]*){_CLOSE}")
_TAG = re.compile(r"\{[{%][-+]?")
_WORDS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
_DOCUMENT = "word/document.xml"
_MISUSED = (TypeError, ValueError, AttributeError, KeyError)
"""What a filter says of a value that it was not made for."""
_NO_NAMES = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="{}"/>'.format(
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
)


class BrokenFormError(AssertionError):
    """What came out is not what went in: a bug here, or a form that docxtpl cannot fill."""


def fill(
    form: bytes, name: str, names: Mapping[str, Any], title: str, dated: date, properties: Mapping[str, str]
) -> bytes:
    """The form filled with plain data. Raises InvalidInputError for a mistake in the form, naming it and the tag."""
    filled = _Filling(form, name)
    filled.render(names, filled.environment, autoescape=True)
    buffer = BytesIO()
    filled.save(buffer)
    own = {
        "docProps/core.xml": gongwen.core_properties_xml(title, dated),
        "docProps/custom.xml": gongwen.custom_properties_xml(properties),
        "docProps/app.xml": _NO_NAMES,
    }
    with ZipFile(buffer) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    words = {each: gongwen.unbroken(data.decode()).encode() for each, data in parts.items() if _WORDS.fullmatch(each)}
    words[_DOCUMENT] = gongwen.renumbered(words[_DOCUMENT].decode()).encode()
    if found := gongwen.problems(_archive(words, _SHOWN), expected=filled.expected.translate(_SHOWN)):
        raise InvalidInputError(f"表单 {name} 填好以后不成文件：{found[0]}。请检查表单里的标记和表格。")
    return _archive({**parts, **words, **own}, _REAL)


class _Filling(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """docxtpl with its own ways of reading and repairing replaced by strict ones."""

    def __init__(self, form: bytes, name: str) -> None:
        super().__init__(BytesIO(form))
        self.name = name
        self.expected = ""
        self._printed: list[str] = []
        self.environment = _Environment(self._written)

    def render_xml_part(self, src_xml: str, part: Any, context: Mapping[str, Any], jinja_env: Any = None) -> str:
        """A part filled and parsed strictly, before docxtpl turns line breaks into markup and repairs tables."""
        self._printed.clear()
        rendered = self._rendered(src_xml, context)
        if [unescape(value) for value in _MARKED.findall(rendered)] != self._printed:
            raise BrokenFormError(f"表单 {self.name} 填出来的值与填进去的不一致")
        xml = rendered.replace(_OPEN, "").replace(_CLOSE, "")
        try:
            ElementTree.fromstring(xml)
        except ElementTree.ParseError as error:
            raise InvalidInputError(
                f"表单 {self.name} 填好以后不成文件：成对的标记要放在同一段、同一格或同一行里。"
            ) from error
        if part.partname == f"/{_DOCUMENT}":
            self.expected = gongwen.docx_text(_archive({_DOCUMENT: xml}, {}))
        return str(self.resolve_listing(xml))

    def render_properties(self, context: Mapping[str, Any], jinja_env: Any = None) -> None:
        """Check what a form's properties say; the finished file has its own."""
        known = self.docx.core_properties
        for text in (known.title, known.subject, known.author, known.comments, known.keywords, known.category):
            self._checked(*_numbered(text))

    def _rendered(self, src_xml: str, context: Mapping[str, Any]) -> str:
        source, places = _numbered(src_xml)
        template = self._checked(source, places)
        try:
            return str(template.render(context))
        except (TemplateError, UnknownNameError, *_MISUSED) as error:
            known = isinstance(error, TemplateError | UnknownNameError)
            raise self._fault(places, template_line(error), str(error) if known else "这里的值不能这样用") from error

    def _checked(self, source: str, places: list[str]) -> Any:
        """The template of a part. Raises InvalidInputError for whatever a form may not hold."""
        try:
            for line, fault in tags.faults(self.environment.parse(source)):
                raise self._fault(places, line, fault)
            return self.environment.from_string(source)
        except TemplateSyntaxError as error:
            said = "写法有误，请检查括号、引号，以及 if、for 是不是都有 endif、endfor"
            raise self._fault(places, error.lineno, said) from error

    def _fault(self, places: list[str], line: int, message: str) -> InvalidInputError:
        """The sentence for a mistake; the tag is found by its line, as every tag begins one."""
        tag = places[min(max(line - 2, 0), len(places) - 1)] if places else ""
        return InvalidInputError(f"表单 {self.name} 的标记“{tag}”：{message}。")

    def _written(self, value: Any) -> str:
        if isinstance(value, Undefined):
            str(value)  # raises what it is
        text = said(value)
        self._printed.append(text.translate(_BRACES))
        return f"{_OPEN}{self._printed[-1]}{_CLOSE}"


class _Environment(ImmutableSandboxedEnvironment):
    """Names lead to what the data holds, never to what Python knows of it."""

    def __init__(self, written: Callable[[Any], str]) -> None:
        @pass_context  # so that nothing is printed while a template is compiled
        def finalize(_: Any, value: Any) -> str:
            return written(value)

        super().__init__(undefined=Missing, finalize=finalize, autoescape=True)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in tags.PLAIN_FILTERS} | dict(FILTERS)

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, LoopContext):
            return super().getattr(obj, attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, Undefined):
            str(obj)  # raises what it is
        try:
            return obj[argument]
        except (LookupError, TypeError):
            return self.undefined(obj=obj, name=argument)


def _numbered(xml: str) -> tuple[str, list[str]]:
    """The source with each tag's inside on a line of its own, and the tags in order: line 2 is inside the first."""
    flat = xml.replace("\n", " ")
    found = [flat[at.start() :] for at in _TAG.finditer(flat)]
    ends = [re.search(r"[%}]\}", rest) for rest in found]
    shown = [rest[: end.end() if end else 40][:80] for rest, end in zip(found, ends, strict=True)]
    return _TAG.sub(lambda at: f"{at[0]}\n", flat), [re.sub("<[^>]*>", "", text) for text in shown]


def _archive(parts: Mapping[str, str | bytes], braces: Mapping[int, str]) -> bytes:
    """The parts as a file, the stand-ins for braces replaced in those of text."""
    return gongwen.archive(
        {
            name: data.decode().translate(braces) if isinstance(data, bytes) and name.endswith(".xml") else data
            for name, data in parts.items()
        }
        if braces
        else parts
    )
