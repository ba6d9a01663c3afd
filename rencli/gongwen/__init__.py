"""Official-document pages (党政机关公文, GB/T 9704-2012): text with levels in, .docx, HTML, Markdown or plain text out.

A leaf: it knows pages, and nothing of who writes what on them. Only the standard library is imported.
"""

from rencli.gongwen.characters import BAR, BREAK, END, MIDDLE, START, cell
from rencli.gongwen.controls import renumbered, short_tag
from rencli.gongwen.docx import archive, to_docx
from rencli.gongwen.errors import BrokenDocumentError, GongwenError
from rencli.gongwen.html import to_html
from rencli.gongwen.inspection import docx_text, problems
from rencli.gongwen.model import (
    Addressee,
    Caption,
    Cell,
    Column,
    Control,
    Date,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Signature,
    Subtitle,
    Table,
    Title,
    with_attachments,
)
from rencli.gongwen.parse import parse
from rencli.gongwen.parts import core_properties_xml, custom_properties_xml, unbroken
from rencli.gongwen.profile import PROFILES, SOFTWARE, STANDARD, Profile
from rencli.gongwen.text import to_markdown, to_marked, to_text

__all__ = [
    "BAR",
    "BREAK",
    "END",
    "MIDDLE",
    "PROFILES",
    "SOFTWARE",
    "STANDARD",
    "START",
    "Addressee",
    "BrokenDocumentError",
    "Caption",
    "Cell",
    "Column",
    "Control",
    "Date",
    "Document",
    "GongwenError",
    "Heading",
    "PageBreak",
    "Paragraph",
    "Profile",
    "Signature",
    "Subtitle",
    "Table",
    "Title",
    "archive",
    "cell",
    "core_properties_xml",
    "custom_properties_xml",
    "docx_text",
    "parse",
    "problems",
    "renumbered",
    "short_tag",
    "to_docx",
    "to_html",
    "to_markdown",
    "to_marked",
    "to_text",
    "unbroken",
    "with_attachments",
]
