"""A value of the data as a form prints it."""

from datetime import date
from typing import Any

from rencli.reports.filters.saying import full_day


def said(value: Any) -> str:
    """A value as a form prints it: nothing where there is none, 2024年3月4日, 是, names with 、 between them."""
    match value:
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case date():
            return full_day(value)
        case list() | tuple():
            return "、".join(map(said, value))
    return str(value)
