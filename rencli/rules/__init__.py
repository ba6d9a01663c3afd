"""What the law and local rules ask: rule sets as TOML, each value with its article, and date arithmetic."""

from rencli.rules.calendar import Calendar, Period, Year, add_months
from rencli.rules.judging import Judge
from rencli.rules.origin import Origin
from rencli.rules.reading import load
from rencli.rules.ruleset import Count, CountName, Duty, Matter, ResultClass, RuleSet, Start, Words
from rencli.rules.why import Due, explain

__all__ = [
    "Calendar",
    "Count",
    "CountName",
    "Due",
    "Duty",
    "Judge",
    "Matter",
    "Origin",
    "Period",
    "ResultClass",
    "RuleSet",
    "Start",
    "Words",
    "Year",
    "add_months",
    "explain",
    "load",
]
