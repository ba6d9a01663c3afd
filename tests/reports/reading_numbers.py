"""Where the numbers of a paper come from, and whether the number that is told is that of what it is told of."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from checking import dead_figures, known_numbers, miscounted
from ledgers import Made, Records

NUMBER = re.compile(r"\d+(?:\.\d+)?")
_DATE = re.compile(r"\d{4}[.\-—]\d{1,2}[.\-—]\d{1,2}|\d{1,4}(?=[年月日])|\d{1,2}[:：]\d{2}")
DAYS = ("held_on", "began_on", "received_on", "happened_on", "opened_on")
_FINISHED = {"当场答复", "解释", "不予受理", "转为建议"}


def fields(records: Records) -> set[str]:
    """The numbers of all fields, days taken apart."""
    text = json.dumps(records, ensure_ascii=False)
    return {str(float(each)).removesuffix(".0") for each in NUMBER.findall(text)} | set(NUMBER.findall(text))


def of_text(text: str) -> list[str]:
    """The numbers of a text that are no dates."""
    return NUMBER.findall(_DATE.sub("", text))


def unexplained(made: Made, own: Iterable[str]) -> tuple[int, list[str]]:
    """How many numbers a paper has beside its live figures, and those that nothing explains.

    What the clerk wrote (``own``: notes, titles, themes) may hold any number and is taken out first.
    """
    bare = made.bare
    for words in sorted(own, key=len, reverse=True):
        bare = bare.replace(words, "") if words else bare
    known = known_numbers(replace(made, records=_told(made))) | {str(value) for value in made.figures.values()}
    known |= lists(made) | _waiting(made) | _places(made)
    found = of_text(bare)
    return len(found), [f"不知来处的数：{each}（{_where(bare, each)}）" for each in found if each not in known]


def _places(made: Made) -> set[str]:
    """The numbers of constituencies: 第13选区."""
    return {number for each in made.records for number in NUMBER.findall(str(each.get("constituency", "")))}


def _waiting(made: Made) -> set[str]:
    """How many suggestions wait to be handed over: with and without motions, and for more than a month."""
    waiting = [each for each in made.suggestions if each["办理状态"] == "待交办"]
    plain = [each for each in waiting if each["类型"] != "议案"]
    fresh = [each for each in plain if not each["办理过程"]]
    last = max((each["提出日期"] for each in made.suggestions), default=made.issued_on)
    ends = [date(made.year, 6, 30), date(made.year, 12, 31)]
    end = next((day for day in ends if last <= day), last)
    old = [[each for each in some if (end - each["提出日期"]).days > 30] for some in (waiting, plain, fresh)]
    return {str(len(some)) for some in (waiting, plain, fresh, *old)}


def _told(made: Made) -> Records:
    """The numbers of the year's events, and nothing else of the records."""
    return [
        {name: value for name, value in record.items() if isinstance(value, int | float)}
        for record in made.records
        if any(str(record.get(day, "")).startswith(str(made.year)) for day in DAYS)
    ]


def live(made: Made) -> list[str]:
    """Live figures say what the ledger says."""
    return [*dead_figures(made), *miscounted(made)]


def lists(made: Made) -> set[str]:
    """How many of the year's records have each word of each field, and how many there are of a kind."""
    seen: dict[tuple[str, str, Any], int] = {}
    for record in made.records:
        day = next(
            (record[name] for name in ("held_on", "began_on", "received_on", "happened_on") if name in record), ""
        )
        if str(day).startswith(str(made.year)):
            for field, value in record.items():
                if isinstance(value, str):
                    seen[record["kind"], field, value] = seen.get((record["kind"], field, value), 0) + 1
    return {str(count) for count in set(seen.values())}


def claims(made: Made) -> list[str]:
    """Numbers told of a state are those of that state, counted here from the records."""
    told = made.text
    faults = []
    for pattern, right in _expected(made).items():
        for found in re.finditer(pattern, told):
            number = int(next(group for group in found.groups() if group))
            if number not in right:
                faults.append(f"数不是它的：{found[0]}（应是{'或'.join(map(str, sorted(right)))}）")
    return faults


def _expected(made: Made) -> Mapping[str, set[int]]:
    both = (*made.suggestions, *made.carried)
    states = [(each["办理状态"], {step["环节"] for step in each["办理过程"]}) for each in made.suggestions]
    waiting = [steps for state, steps in states if state == "待交办"]
    returned = sum("退回" in steps for steps in waiting)  # the steps of a paper end with its day
    motions = sum(each["类型"] == "议案" and each["办理状态"] == "待交办" for each in made.suggestions)
    never = sum("退回" not in steps for steps in waiting)
    ever = sum("退回" in steps for _, steps in states)
    withdrawn, merged = (sum(state == word for state, _ in states) for word in ("已撤回", "已并案"))
    handed = {made.value("suggestion.assigned"), sum(state != "待交办" for state, _ in states)}
    closed = {made.value(f"suggestion.{key}") for key in ("closed", "carried_closed")}
    closed |= {made.value("petition.resolved"), made.value("opinion.resolved")}
    closed |= {made.value(f"{kind}.total") - open_of(made, kind) for kind in ("petition", "opinion")}
    closed.add(sum(each["办理状态"] == "已办结" for each in both))
    seats, township = made.value("deputy.seats") or 0, made.value("deputy.by_level.乡镇")
    return {
        r"退回(?:的|后)?[^，。；、\d]{0,6}(\d+)件|(\d+)件(?:建议)?退回": {returned, ever},
        r"撤回(?:的)?(\d+)件|(\d+)件[^，。；、\d]{0,6}撤回": {withdrawn},
        r"并案(?:的)?(\d+)件|(\d+)件[^，。；、\d]{0,6}并案": {merged},
        r"尚待交办(?:的)?(\d+)件|(\d+)件[^，。；、\d]{0,4}(?:尚待|还没有)交办": {never, never - motions},
        r"(?:已|已经)交办(\d+)件": handed,
        r"(?<!没有)(?<!未)(?<!督促)办结(\d+)件": closed,
        r"来信来访还有(\d+)件|(\d+)件来信来访": {open_of(made, "petition"), made.value("petition.total")},
        r"(?:登记的选民意见还有|没有办结的)(\d+)条": {open_of(made, "opinion")},
        r"收集的意见还有(\d+)条|没有解决的(\d+)条选民意见": _left(made, "visit", "opinions", "solved"),
        r"缺额(?:的[^，。；\d]{0,10})?(\d+)名": {seats - township},
        r"登记选民意见(\d+)条": {made.value("opinion.total")},
        **{
            rf"{kind}发现的问题还有(\d+)个": _left(made, "activity", "problems", "resolved", kind)
            for kind in ("视察", "调研", "执法检查", "工作评议", "专题询问")
        },
    }


def open_of(made: Made, kind: str) -> int:
    """Opinions or petitions of the period that are neither resolved nor finished at once."""
    whole, pending = made.value(f"{kind}.total"), made.figures.get(f"{kind}.pending")
    if pending is not None:
        return int(pending)
    ends = ("12-31", "06-30")
    rows = [each for each in made.records if each["kind"] == kind and each["received_on"].startswith(str(made.year))]
    word = "disposal" if kind == "petition" else "outcome"
    for end in ends if whole != len(rows) else ends[:1]:
        last = f"{made.year}-{end}"
        inside = [each for each in rows if each["received_on"] <= last]
        if len(inside) == whole:
            done = [each for each in inside if each.get("resolved_on", "9") <= last or each.get(word) in _FINISHED]
            return whole - len(done)
    later = [each for each in rows if each["received_on"] > f"{made.year}-06-30"]
    return sum(
        not (each.get("resolved_on", "9")[:4] <= str(made.year) or each.get(word) in _FINISHED) for each in later
    )


def _left(made: Made, kind: str, whole: str, part: str, type: str = "") -> set[int]:
    """What is left over the records of the period that state both; one may have solved more than it collected."""
    rows = [each for each in made.records if each["kind"] == kind and type in ("", each["type"])]
    half = "下半年" in made.text.partition("\n\n")[0], "上半年" in made.text.partition("\n\n")[0]
    first = f"{made.year}-{'07' if half[0] else '01'}-01"
    last = f"{made.year}-{'06-30' if half[1] else '12-31'}"
    rows = [each for each in rows if first <= each["held_on"] <= last and whole in each and part in each]
    left = [each[whole] - each[part] for each in rows]
    return {sum(left), sum(max(each, 0) for each in left)}


def _where(text: str, number: str) -> str:
    found = re.search(rf"(?<![\d.]){re.escape(number)}(?![\d.])", text)
    return text[max(found.start() - 14, 0) : found.end() + 10].replace("\n", " ") if found else ""
