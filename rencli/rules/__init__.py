"""What the law and local rules ask: rule sets as TOML, each value with its article, and date arithmetic."""

from rencli.rules.calendar import Calendar, Period, add_months
from rencli.rules.reading import load
from rencli.rules.ruleset import Count, CountName, Matter, ResultClass, RuleSet, Start, Words
from rencli.rules.why import Due

__all__ = [
    "Calendar",
    "Count",
    "CountName",
    "Due",
    "Matter",
    "Period",
    "ResultClass",
    "RuleSet",
    "Start",
    "Words",
    "add_months",
    "load",
]
