"""Cleaning of single values at the door: texts, people and telephones, numbers (dates: ``records.days``).

Every function takes one raw value (text of a command line, or a value of JSON, CSV or Excel) and returns
the clean one, or raises `Unreadable`. Values are normalised or refused, never guessed and never cut
(contract section 1, "Texts" and "Lists"). A clean value comes back unchanged.
"""

from rencli.records.clean.numbers import LARGEST_MONEY, LARGEST_WHOLE, money, numeral, ordinal, whole, yes
from rencli.records.clean.people import person, person_ref, phone
from rencli.records.clean.texts import (
    LONGEST_LINE,
    LONGEST_PROSE,
    LONGEST_TITLE,
    Unreadable,
    checksum,
    choice,
    empty,
    line,
    prose,
    several,
    title,
)

__all__ = [
    "LARGEST_MONEY",
    "LARGEST_WHOLE",
    "LONGEST_LINE",
    "LONGEST_PROSE",
    "LONGEST_TITLE",
    "Unreadable",
    "checksum",
    "choice",
    "empty",
    "line",
    "money",
    "numeral",
    "ordinal",
    "person",
    "person_ref",
    "phone",
    "prose",
    "several",
    "title",
    "whole",
    "yes",
]
