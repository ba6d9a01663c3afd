"""A township of six for tests of the statutory year: a ledger, and how one duty of it stands on a day."""

from datetime import date
from pathlib import Path
from typing import Any

from keeping import Book

from rencli.agenda import Entry, agenda, pressing

NAMES = ("张三", "李四", "王五", "赵六", "孙七", "周八")
YEAR = 2023


def township(folder: Path, *more: Any, presidium: int = 3) -> Book:
    """A ledger with a term of six deputies, some of them the presidium, and more lines."""
    lines: list[Any] = [{"kind": "term", "number": 5, "began_on": "2021-12-20", "seats": 6}]
    for at, name in enumerate(NAMES):
        place = f"第{at + 1}选区"
        lines.append({"kind": "deputy", "name": name, "term": 5, "constituency": place, "presidium": at < presidium})
    return Book(folder).keep(*lines, *more)


def meeting(type: str, day: str, **more: Any) -> dict[str, Any]:
    """A line of a meeting."""
    session = {"term": 5, "session": int(day[5:7])} if type == "人代会" else {}
    return {"kind": "meeting", "type": type, "began_on": day} | session | more


def item(type: str, title: str, **more: Any) -> dict[str, Any]:
    return {"type": type, "title": title} | more


def activity(type: str, day: str, **more: Any) -> dict[str, Any]:
    return {"kind": "activity", "type": type, "held_on": day, "theme": f"{type}一次"} | more


def issued(title: str, day: str, **more: Any) -> dict[str, Any]:
    return {"kind": "document", "direction": "发文", "title": title, "dated_on": day} | more


def entries(book: Book, as_of: str, rules: str = "national", year: int = YEAR) -> dict[str, Entry]:
    """The whole year by its items."""
    with book.opened() as ledger:
        ledger.context.rules = ledger.context.rule_set(rules)
        return {each.duty.item: each for each in agenda(ledger, year, date.fromisoformat(as_of))}


def judged(book: Book, item: str, as_of: str = "2024-06-30", rules: str = "national", year: int = YEAR) -> Any:
    """How a duty stands, as JSON tells it."""
    return entries(book, as_of, rules, year)[item].dump()


def state(book: Book, item: str, as_of: str = "2024-06-30", rules: str = "national", year: int = YEAR) -> str:
    found = judged(book, item, as_of, rules, year)
    return str(found["state"])


def near(book: Book, day: str, within: int = 7) -> list[str]:
    """The items that a greeting would tell on a day."""
    with book.opened() as ledger:
        return [each.duty.item for each in pressing(ledger, date.fromisoformat(day), within)]
