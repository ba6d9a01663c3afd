"""The parts of the file that are the same for every paper, or nearly: settings, fonts, footers, properties."""

import re
from collections.abc import Mapping
from datetime import date

from rencli.gongwen.markup import DECLARATION, element, w, word_part, words
from rencli.gongwen.pieces import Style
from rencli.gongwen.profile import Profile

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument"

ODD_FOOTER, EVEN_FOOTER = "rIdOddFooter", "rIdEvenFooter"
_DOCUMENT_PARTS = (  # relationship, its kind, file beside document.xml
    ("rIdStyles", "styles", "styles.xml"),
    ("rIdSettings", "settings", "settings.xml"),
    ("rIdFonts", "fontTable", "fontTable.xml"),
    (ODD_FOOTER, "footer", "footer1.xml"),
    (EVEN_FOOTER, "footer", "footer2.xml"),
)
_CONTENT_TYPES = (
    ("/word/document.xml", f"{_MAIN_TYPE}.wordprocessingml.document.main+xml"),
    *((f"/word/{file}", f"{_MAIN_TYPE}.wordprocessingml.{kind}+xml") for _, kind, file in _DOCUMENT_PARTS),
    ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ("/docProps/custom.xml", f"{_MAIN_TYPE}.custom-properties+xml"),
)


def content_types_xml() -> str:
    return DECLARATION + element(
        "Types",
        {"xmlns": f"{_PACKAGE}/content-types"},
        element(
            "Default",
            {"Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"},
        ),
        element("Default", {"Extension": "xml", "ContentType": "application/xml"}),
        *(element("Override", {"PartName": part, "ContentType": kind}) for part, kind in _CONTENT_TYPES),
    )


def package_relationships_xml() -> str:
    return _relationships(
        ("rId1", f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
        ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("rId3", f"{_OFFICE}/relationships/custom-properties", "docProps/custom.xml"),
    )


def document_relationships_xml() -> str:
    return _relationships(*((name, f"{_OFFICE}/relationships/{kind}", file) for name, kind, file in _DOCUMENT_PARTS))


def _relationships(*relationships: tuple[str, str, str]) -> str:
    return DECLARATION + element(
        "Relationships",
        {"xmlns": f"{_PACKAGE}/relationships"},
        *(element("Relationship", {"Id": name, "Type": kind, "Target": file}) for name, kind, file in relationships),
    )


def settings_xml() -> str:
    """Page numbers on the outer edge, marks not squeezed, layout as Word 2013 and later do it."""
    mode = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    return word_part(
        "settings",
        w("evenAndOddHeaders"),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", mode),
    )


def font_table_xml(profile: Profile) -> str:
    """The fonts by their licensed names; none is ever embedded."""
    return word_part(
        "fonts",
        *(w("font", w("altName", val=font.fallback), w("charset", val=86), name=font.name) for font in profile.fonts),
    )


def footer_xml(style: Style, profile: Profile) -> str:
    """页码 of odd or even pages (GB/T 9704-2012, 7.5); which edge it keeps to is the style's affair."""
    number = profile.page_number
    return word_part(
        "ftr",
        w(
            "p",
            w("pPr", w("pStyle", val=style.name)),
            run_xml(number.before),
            w("fldSimple", run_xml("1"), instr=" PAGE "),
            run_xml(number.after),
        ),
    )


def run_xml(text: str, style: Style | None = None) -> str:
    """A run of plain text that keeps its spaces, or a tab; its formatting is the paragraph style's, or a style's.

    A hyphen between figures is one that does not break (U+2011, in Word's own way, so that no font must have it).
    """
    if text == "\t":
        return _TAB
    toned = w("rPr", w("rStyle", val=style.name)) if style else ""
    return f'<w:r>{toned}<w:t xml:space="preserve">{_HYPHEN.sub(_UNBROKEN, words(text))}</w:t></w:r>'


def unbroken(xml: str) -> str:
    """A part of a document with the hyphens of its numbers as ``run_xml`` writes them."""
    return _NUMBERED.sub(lambda found: _HYPHEN.sub(_UNBROKEN, found[0]), xml)


_TAB = w("r", w("tab"))
_NUMBERED = re.compile(r"(?<=>)[^<>]*\d-\d[^<>]*(?=</w:t>)")
_HYPHEN = re.compile(r"(?<=\d)-(?=\d)")
_UNBROKEN = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'


def core_properties_xml(title: str, dated: date) -> str:
    """Title and day of the paper; nobody's name."""
    instant = f"{dated.isoformat()}T00:00:00Z"
    return DECLARATION + element(
        "cp:coreProperties",
        {
            "xmlns:cp": f"{_PACKAGE}/metadata/core-properties",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            "xmlns:dcterms": "http://purl.org/dc/terms/",
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        },
        element("dc:title", {}, words(title)),
        element("dc:language", {}, "zh-CN"),
        element("dcterms:created", {"xsi:type": "dcterms:W3CDTF"}, instant),
        element("dcterms:modified", {"xsi:type": "dcterms:W3CDTF"}, instant),
    )


def custom_properties_xml(properties: Mapping[str, str]) -> str:
    """What the file knows of its own making, by name."""
    return DECLARATION + element(
        "Properties",
        {"xmlns": f"{_OFFICE}/custom-properties", "xmlns:vt": f"{_OFFICE}/docPropsVTypes"},
        *(
            element(
                "property",
                {"fmtid": "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", "pid": str(number), "name": name},
                element("vt:lpwstr", {}, words(properties[name])),
            )
            for number, name in enumerate(sorted(properties), start=2)  # 0 and 1 are reserved by the format
        ),
    )
