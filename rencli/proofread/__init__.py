"""Proofreading: a text in, the places where something is wrong out.

A leaf: it knows texts and their faults, and nothing of the ledger; what the ledger knows is handed in as ``Known``.
Only the standard library is imported; python-docx, late, where comments are written into a .docx.
"""

from rencli.proofread.document import Placed, of_parts, wanted
from rencli.proofread.plain import of_lines, of_markdown
from rencli.proofread.table import RULES, names, problems
from rencli.proofread.text import Congress, Fact, Known, Paragraph, Problem, Rule, Text
from rencli.proofread.years import period_of

__all__ = [
    "RULES",
    "Congress",
    "Fact",
    "Known",
    "Paragraph",
    "Placed",
    "Problem",
    "Rule",
    "Text",
    "names",
    "of_lines",
    "of_markdown",
    "of_parts",
    "period_of",
    "problems",
    "wanted",
]
