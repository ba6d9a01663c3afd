"""What a template may name beside the figures: office, period, notes, records by Chinese field names."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from rencli.errors import InvalidInputError
from rencli.figures import lives, people
from rencli.figures.base import Scope
from rencli.figures.catalogue import Figures, blocks
from rencli.figures.period import Period
from rencli.records import KINDS, load
from rencli.records.base import Record
from rencli.reports import beside, congress, handing
from rencli.reports.divided import Divided
from rencli.reports.notes import notes, once, plans_after
from rencli.reports.scores import Scores
from rencli.reports.spans import following, last_months, years
from rencli.reports.standing import STANDING
from rencli.reports.told import by_title, of_period, told_records
from rencli.reports.views import roots
from rencli.rules import RuleSet
from rencli.store.ledger import Ledger

ATTENDED = ("meeting", "activity", "visit")
PLAIN = ("本件", "各件", "应到", "本单位", "期间", "素材", "规定")
"""The names that stand for plain data, which is what a form is filled with."""
NO_OFFICE = "还没有登记本单位，材料不知道以谁的名义写。请先用 ren office set --name …。"
MEANT = {
    "期间": "这份材料讲的时间",
    "上年": "上一年同一时间的各项数，写成 上年.建议.办结率；上年没有台账的没有值",
    "本单位": "登记的本单位",
    "素材": "这个期间的素材，按栏目",
    "近年素材": "近一年的素材，按栏目",
    "规定": "本地的规定里材料用到的说法",
    "列表": "这个期间的各种记录，写成 列表.建议",
    "下年安排": "下一年的工作安排",
    "结转建议": "期间以前交办、期间以前没有办结的建议",
    "下期": "下一个同样的期间",
    "逐年": "一届里各年的数，一年一行",
    "补选代表": "期间里补选的代表",
    "离任代表": "期间里离任的代表",
    "积分": "代表履职积分",
    "统计": "按类别、单位等分开的建议统计",
    "本件": "一条记录的材料：这条记录",
    "各件": "几条记录的材料：各条记录",
    "应到": "会议、活动应到的人",
    "上次会议": "上一次人代会",
    "附件": "随这份材料附上的材料的标题",
    "文号": "登记的发文字号，没有登记的留空",
    "组": "一个单位一份的材料：这个单位",
    "公开": "是不是向社会公开的材料",
}
"""What the names of ``names``, and those that ``make`` adds, mean to the author of a template."""
BEFORE = "prev/"
"""Goes before the key of a figure of the year before."""


def names(
    ledger: Ledger, period: Period, issued_on: date, records: Sequence[Record] = (), *, blank: bool = False
) -> dict[str, Any]:
    """Everything that a template may name; 本件 is the record that a paper is made of, 各件 all of a form.

    ``blank``: without records 本件 is one of which nothing is known.

    Raises InvalidInputError while no office is set.
    """
    if ledger.office is None:
        raise InvalidInputError(NO_OFFICE)
    known = blocks()
    told = covered(period)
    before = told.year_before()
    last_year = Figures(ledger, before) if reaches(ledger, before) else None
    of_records = told_records(ledger, records, told) if records else []
    if records and records[0].kind == "suggestion":
        of_records = [
            one | handing.of_paper(ledger, record, told.as_of) for one, record in zip(of_records, records, strict=True)
        ]
    of_records = of_records or ([handing.Blank.suggestion()] if blank else [])
    own: dict[str, Any] = {"本件": of_records[0], "各件": of_records} if of_records else {}
    if records and records[0].kind in ATTENDED:
        own["应到"] = beside.attending(ledger, records[0])
    if records and records[0].kind == "meeting":
        last = congress.last_report(ledger, records[0])
        own["上次会议"] = next(iter(told_records(ledger, [last] if last else [], told)), None)
    return {
        **own,
        **roots(Figures(ledger, told), known),
        "上年": roots(last_year, known, BEFORE),
        "本单位": office(ledger),
        "期间": span(period, issued_on),
        "素材": notes(ledger, told),
        "近年素材": notes(ledger, last_months(told)),
        "规定": rules(ledger.context.rules),
        "列表": Lists(ledger, told),
        "下年安排": [by_title(plan) for plan in plans_after(ledger, told)],
        "结转建议": carried(ledger, told),
        "下期": following(period),
        "逐年": list(years(ledger, told, reaches)),
        "补选代表": changes(ledger, told, people.elected),
        "离任代表": changes(ledger, told, people.departed),
        "积分": Scores(ledger, told),
        "统计": Divided(ledger, told),
    }


def covered(period: Period) -> Period:
    """What a paper tells of a period: all of it, or what lies before the day of asking where it is unfinished.

    Records dated later do not count then, and the year before is compared up to the corresponding day.
    """
    return period if period.as_of >= period.last else period._replace(last=period.as_of)


def reaches(ledger: Ledger, period: Period) -> bool:
    """Whether the ledger was kept by the end of a period: some dated record lies in it or before."""
    for kind in KINDS:
        dated = load(kind).dated_by
        if dated and kind != "note" and ledger.has_until(kind, dated, period.last):
            return True
    return False


def office(ledger: Ledger) -> dict[str, Any]:
    """本单位 by Chinese field names, with the names that papers use."""
    own = by_title(ledger.office)
    name = own["名称"]
    committee = own["上级人大常委会"] or (f"{own['县（区）']}人大常委会" if own["县（区）"] else None)
    town = next((word for word in ("民族乡", "镇", "乡") if name.endswith(word)), "镇")
    return own | {
        "上级人大常委会": committee,
        "全称": f"{name}人民代表大会主席团",
        "简称": f"{town[-1]}人大主席团",
        "镇": town[-1],
        "县": next((word for word in "区市县旗" if (own["县（区）"] or "").endswith(word)), "县"),
    }


def span(period: Period, issued_on: date) -> dict[str, Any]:
    """期间: as the text speaks of it."""
    return {
        "名称": period.name,
        "会议": period.congress,
        "年": period.last.year,
        "起": period.first,
        "止": period.last,
        "截至": period.as_of,
        "期满": period.as_of >= period.last,
        "落款日期": issued_on,
    }


def changes(ledger: Ledger, period: Period, of: Callable[[Scope], list[people.Change]]) -> list[dict[str, Any]]:
    """补选代表, 离任代表: who took or gave up a seat in the period, and where."""
    found = of(Scope(ledger, period))
    called = ledger.names.texts("deputy", [each.person for each in found])
    return [
        {
            "姓名": called[each.person],
            "层级": each.level,
            "选区": each.constituency,
            "日期": each.on,
            "原因": each.reason,
        }
        for each in found
    ]


def carried(ledger: Ledger, period: Period) -> list[dict[str, Any]]:
    """结转建议: suggestions handed over before the period and not closed before it, as they stand."""
    stories = Scope(ledger, period).once(lives.carried)
    return told_records(ledger, ledger.by_ids("suggestion", [story.id for story in stories]), period)


def rules(known: RuleSet) -> dict[str, Any]:
    """规定: what the classes of replies mean, and what the place calls the units."""
    classes = Classes((each.letter, each.label) for each in known.classes)
    return {"办理结果": classes, "主办": known.words.main, "会办": known.words.co}


class Classes(dict[str, str]):
    """规定.办理结果: what each class of a reply means; one that the rule set no longer has is A类."""

    def __missing__(self, letter: str) -> str:
        return f"{letter}类"


class Lists(Mapping[str, list[dict[str, Any]]]):
    """列表: the records of a kind in the period, or of ``STANDING`` and 在任代表 on its day, read when asked for."""

    def __init__(self, ledger: Ledger, period: Period) -> None:
        self._ledger = ledger
        self._period = period
        self._kinds = {label: kind for kind, label in KINDS.items()}

    def __getitem__(self, label: str) -> list[dict[str, Any]]:
        if label in STANDING:
            return told_records(self._ledger, STANDING[label](self._ledger, self._period), self._period)
        if label == "在任代表":
            from rencli.reports.serving import serving

            return serving(self._ledger, self._period)
        kind = self._kinds[label]
        found = of_period(self._ledger, kind, self._period)
        return told_records(self._ledger, once(found) if kind == "plan" else found, self._period)

    def __iter__(self) -> Any:
        return iter(self._kinds)

    def __len__(self) -> int:
        return len(self._kinds)
