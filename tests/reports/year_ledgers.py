"""Random ledgers of three years for reading papers: any size from a seed, and of a mood, the strange ones too.

Drawn with ``random`` and not with hypothesis: a ledger of 3,000 records is made in an instant, and a seed names it.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import Any, Final

Record = dict[str, Any]

MOODS: Final = ("full", "thin", "alone", "sour", "strange")
"""All kinds; few of most; one kind and nothing else; returned, withdrawn, overdue; zeros, gaps and doubles."""
_FIRST: Final = date(2022, 1, 1)
_DAYS: Final = 3 * 365
_PEOPLE: Final = [
    f"{family}{given}" for family in "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨" for given in ("永福", "桂芳", "明")
]
_UNITS: Final = ("镇村镇建设中心", "镇农业服务中心", "镇环境卫生站", "镇派出所")
_PLACES: Final = ("柳坝", "河东", "集镇", "山口", "马场", "松林", "石桥", "大湾")
_MATTERS: Final = ("灌渠", "路灯", "村道", "供水", "便桥", "公厕", "学校", "医疗点", "垃圾清运", "停车场")
_CATEGORIES: Final = ("农业农村", "基础设施建设", "环境卫生", "教科文卫", "社会保障", "其他")
_TYPES: Final = (
    "视察",
    "调研",
    "执法检查",
    "工作评议",
    "听取汇报",
    "专题询问",
    "学习培训",
    "普法宣传",
    "小组活动",
    "座谈会",
    "为民办实事",
    "结对帮扶",
    "督办",
)
_VISITS: Final = ("接待选民", "接待选民", "走访选民", "走访选民", "走访代表", "代表接访", "联系户")
_SECTIONS: Final = ("开头", "亮点", "体会", "不足", "打算", "结尾")
_SMOOTH: Final = ("amprfcx", "aprfc", "amprfc", "ampBfc", "aprf", "apr", "a", "", "mot")
_LASTING: Final = ("a", "aU", "apr", "apB")
"""Ways of the first suggestion: others are merged into it, so it came before them and is still being handled."""
_SOUR: Final = ("aw", "w", "ab", "aba", "aU", "g", "ag", "aprF", "aprFR", "aprFRp", "apB", "", "aprFRpf", "aw", "ab")


def ledger(seed: int, size: int, mood: str) -> list[Record]:
    """About ``size`` records, an office, a term and deputies among them."""
    return list(_Maker(Random(f"{seed} {size} {mood}"), size, mood).records())


class _Maker:
    def __init__(self, random: Random, size: int, mood: str) -> None:
        self.random, self.size, self.mood = random, size, mood
        self.people = _PEOPLE[: max(3, min(48, size // 8))]
        self.groups = [f"{place}组" for place in _PLACES[: random.choice((0, 3, 6))]] if size > 50 else []
        self.stations = [f"{place}村联络站" for place in _PLACES[: random.choice((0, 1, 4))]]
        self.made: list[str] = []
        self.once: set[str] = set()

    def records(self) -> Iterator[Record]:
        random, seats = self.random, len(self.people) + self.random.choice((0, 0, 2, -1))
        place = random.choice(({"county": "南屏县"}, {"county": "南岸区"}, {"county": "青岗市"}, {}))
        yield {"kind": "office", "name": random.choice(("松泉镇", "青石乡", "白岩民族乡")), **place}
        yield {"kind": "term", "number": 4, "began_on": "2016-12-20", "ended_on": "2021-11-19"}
        yield self._some({"kind": "term", "number": 5, "began_on": "2021-11-20"}, seats=max(seats, 1))
        big = self.groups and random.random() < 0.3
        for number, name in enumerate(self.groups):
            kind = {"type": "大组" if number < 2 else "小组"} if big else {}
            yield {"kind": "group", "name": name, **kind}
        for name in self.stations:
            yield self._some({"kind": "station", "name": name, "type": "联络站"}, opened_on=self._day(), funds=30000)
        yield from map(self._deputy, range(len(self.people)))
        makers = self._makers()
        left = max(self.size - 3 - len(self.groups) - len(self.stations) - len(self.people), 5)
        weights = [random.choice((1, 2, 5, 10)) if make not in (self._note, self._plan) else 0.5 for make in makers]
        for make in random.choices(makers, weights, k=left):
            yield from make()

    def _makers(self) -> list[Callable[[], Iterator[Record]]]:
        every = [
            self._suggestion, self._visit, self._activity, self._meeting, self._duty_report, self._handled,
            self._appraisal, self._merit, self._regulation, self._plan, self._note,
        ]  # fmt: skip
        match self.mood:
            case "alone":
                return [self.random.choice(every)]
            case "thin":
                return self.random.sample(every, 3)
            case "sour":
                return [self._suggestion, self._suggestion, self._handled, self._plan, self._activity]
        return every

    def _some(self, record: Record, **fields: Any) -> Record:
        """The record with some of the fields; in a strange ledger fewer, and numbers may be 0."""
        strange = self.mood == "strange"
        for name, value in fields.items():
            if self.random.random() < (0.5 if strange else 0.8):
                zero = strange and isinstance(value, int) and not isinstance(value, bool) and self.random.random() < 0.3
                record[name] = 0 if zero and name != "seats" else value
        return record

    def _date(self) -> date:
        year = self.random.choice((0, 1, 2, 2, 2)) * 365
        return _FIRST + timedelta(year + self.random.randrange(364))

    def _day(self) -> str:
        return str(self._date())

    def _who(self) -> Record:
        who = self.random.sample(self.people, self.random.randint(1, min(4, len(self.people))))
        return {"deputies": who} if self.random.random() < 0.5 else {"deputy_count": self.random.randint(1, 40)}

    def _deputy(self, number: int) -> Record:
        record: Record = {"kind": "deputy", "name": self.people[number], "constituency": f"第{number + 1}选区"}
        if number % 9 == 8:
            return {**record, "level": "县", "began_on": "2021-11-01"}
        if self.groups:
            record["group"] = self.random.choice(self.groups)
        match self.random.randrange(12):
            case 0:
                record |= {"ended_on": self._day(), "end_reason": "辞职"}
            case 1:
                record |= {"began_on": self._day(), "how": "补选"}
        return record

    def _suggestion(self) -> Iterator[Record]:
        number = len(self.made) + 1
        day = self._date() if self.made else _FIRST
        sour = self.mood == "sour" and self.random.random() < 0.7
        way = self.random.choice(_SOUR if sour else _SMOOTH) if self.made else self.random.choice(_LASTING)
        title = f"关于{self.random.choice(_PLACES)}村{self.random.choice(_MATTERS)}第{number}号的"
        record: Record = {"kind": "suggestion", "title": f"{title}建议", "submitted_on": str(day), "term": 5}
        record |= {"number": number, "proposer": self.random.choice(self.people)}
        if day.year == 2022 and self.random.random() < 0.1:
            record |= {"submitted_on": "2017-09-20", "term": 4}
            day = date(2017, 9, 20)
        if way == "mot" and len(self.people) >= 5:
            mover, *others = self.random.sample(self.people, 5)
            record |= {"type": "议案", "title": f"{title}议案", "proposer": mover, "cosigners": others}
            record |= {"basis": "群众有要求。", "proposal": "列入计划。"}
        elif way == "mot":
            way = "a"
        if self.random.random() < 0.6:
            record["session"] = day.year - 2019 if day.year > 2017 else 2
        self._some(record, category=self.random.choice(_CATEGORIES), key=self.random.random() < 0.1)
        steps = self._steps(way, day, f"{record['term']}-{record.get('session', 0)}-{number}")
        self.made.append(f"{record['term']}-{record.get('session', 0)}-{number}")
        yield {**record, **({"steps": steps} if steps else {})}

    def _steps(self, way: str, day: date, own: str) -> list[Record]:
        steps: list[Record] = []
        for letter in () if way == "mot" else way:
            day += timedelta(self.random.choice((0, 3, 10, 20, 40, 70, 110)))
            if day > date(2024, 12, 31) or (letter == "r" and steps[-1]["step"] == "答复"):
                continue
            match letter:
                case "a":
                    steps.append({"step": "交办", "unit": self.random.choice(_UNITS)})
                case "m":
                    steps.append({"step": "面商"})
                case "p" | "B":
                    grade = "B" if letter == "B" else self.random.choice("AAABC")
                    steps.append({"step": "答复", "result": grade, "summary": "已经办理"})
                    if grade == "B":
                        steps[-1] |= {"promise": "列入计划", "promise_due": str(day + timedelta(90))}
                case "f" | "F":
                    outcome = "不满意" if letter == "F" else self.random.choice(("满意", "满意", "基本满意"))
                    steps.append({"step": "反馈", "attitude": "满意", "outcome": outcome, "reason": "没有办到底"})
                case "R":
                    steps.append({"step": "重办", "due": str(day + timedelta(60))})
                case "U":
                    steps.append({"step": "督办", "by": "主席团"})
                case "c":
                    steps.append({"step": "办结"})
                case "w":
                    steps.append({"step": "撤回", "reason": "已经解决"})
                case "b":
                    steps.append({"step": "退回", "reason": "不属本单位职责"})
                case "g" if self.made and day >= _FIRST:
                    steps.append({"step": "并案", "into": self.made[0]})
                case _:
                    continue
            steps[-1]["on"] = str(day)
        return steps if _makes_sense(steps, own == (self.made or [own])[0]) else steps[:1]

    def _visit(self) -> Iterator[Record]:
        number, kind = self.random.randint(1, 60), self.random.choice(_VISITS)
        record = self._some({"kind": "visit", "held_on": self._day(), "type": kind}, **self._who())
        if kind != "走访代表":
            self._some(record, voters=number, opinions=number // 3, solved=self.random.randint(0, number // 3 + 1))
        if "走访" in kind or kind == "联系户":
            self._some(record, households=self.random.randint(1, 40))
        if self.stations and kind == "接待选民":
            self._some(record, station=self.random.choice(self.stations))
        yield record

    def _activity(self) -> Iterator[Record]:
        kind, number = self.random.choice(_TYPES), self.random.randint(1, 30)
        theme = f"{self.random.choice(_PLACES)}村{self.random.choice(_MATTERS)}"
        record = {"kind": "activity", "held_on": self._day(), "type": kind, "theme": theme, **self._who()}
        if kind in _TYPES[:6]:
            self._some(record, problems=number // 4, resolved=self.random.randint(0, number // 4))
        elif kind == "为民办实事":
            self._some(record, resolved=number)
        elif kind == "普法宣传":
            self._some(record, people=10 * number, materials=50 * number, consultations=number)
        if kind == "执法检查":
            record["law"] = "中华人民共和国安全生产法"
        if kind == "小组活动" and self.groups:
            record["group"] = self.random.choice(self.groups)
        yield record

    def _meeting(self) -> Iterator[Record]:
        day = self._date()
        record: Record = {"kind": "meeting", "type": self.random.choice(("主席团会议", "主席团会议", "座谈会", "其他"))}
        if self.random.random() < 0.3 and f"人代会{day.year}" not in self.once:
            self.once.add(f"人代会{day.year}")
            record |= {"type": "人代会", "term": 5, "session": day.year - 2019}
            self._some(record, expected=len(self.people), present=max(len(self.people) - 2, 1))
        items = []
        for kind in self.random.sample(
            ("听取报告", "审议", "决议", "决定", "选举", "表决", "票决"), self.random.randint(0, 4)
        ):
            about = f"{self.random.choice(_PLACES)}村{self.random.choice(_MATTERS)}"
            item = {"type": kind, "title": "补选副镇长" if kind == "选举" else f"关于{about}的{kind[-2:]}"}
            items.append(self._some(item, elected=["郑长林"]) if kind == "选举" else item)
        yield {**record, "began_on": str(day), "items": items}

    def _duty_report(self) -> Iterator[Record]:
        grades = ("satisfied", "mostly_satisfied", "dissatisfied")
        who = self.random.sample(self.people, min(3, len(self.people)))
        record = {"kind": "duty_report", "held_on": self._day(), "deputies": []}
        for name in who:
            line = {"name": name, **({"level": "县"} if self.people.index(name) % 9 == 8 else {})}
            record["deputies"].append(self._some(line, **{grade: self.random.randint(0, 20) for grade in grades}))
        yield self._some(record, mode=self.random.choice(("口头", "书面", "集体")), audience=self.random.randint(5, 90))

    def _handled(self) -> Iterator[Record]:
        day, petition = self._date(), self.random.random() < 0.5
        what = f"{self.random.choice(_PLACES)}村{self.random.choice(_MATTERS)}第{self.random.randint(1, 400)}户"
        record: Record = {"kind": "petition" if petition else "opinion", "received_on": str(day), "content": what}
        words = "当场答复 转办 转办 调查落实 不予受理" if petition else "当场答复 转办 转办 转为建议 上报 解释"
        word = self.random.choice(words.split())
        self._some(record, **{"disposal" if petition else "outcome": word})
        if petition:
            record["channel"] = self.random.choice(("来信", "来访", "来电", "网络"))
        if word == "转办":
            passed = day + timedelta(self.random.randint(0, 20))
            record |= {"unit": self.random.choice(_UNITS), "transferred_on": str(passed)}
            self._some(record, resolved_on=str(passed + timedelta(self.random.randint(0, 90))))
        yield record

    def _appraisal(self) -> Iterator[Record]:
        returned, kind = self.random.randint(3, 60), self.random.choice(("部门", "站所", "干部"))
        ballot = {"returned": returned, "satisfied": returned - self.random.randint(0, 3)}
        target = f"镇{self.random.choice(_PLACES)}{kind}"
        record = {"kind": "appraisal", "held_on": self._day(), "type": "民主测评", "target": target}
        yield self._some(record, target_type=kind) | (ballot if self.random.random() < 0.8 else {})

    def _merit(self) -> Iterator[Record]:
        title = f"带头整修{self.random.choice(_PLACES)}村{self.random.choice(_MATTERS)}"
        record = {"kind": "merit", "happened_on": self._day(), "deputy": self.random.choice(self.people)}
        yield self._some(record | {"title": title}, award_level="县级")

    def _regulation(self) -> Iterator[Record]:
        name = f"{self.random.choice(_PLACES)}站{self.random.choice(('学习', '接待', '档案'))}制度"
        yield self._some({"kind": "regulation", "name": name, "adopted_on": self._day()}, type="制度")

    def _plan(self) -> Iterator[Record]:
        year = self.random.choice((2024, 2024, 2025))
        verb = self.random.choice(("开展", "组织", "举办", "完成", "新建"))
        title = (
            f"{verb}{self.random.choice(_PLACES)}村{self.random.choice(_MATTERS)}{self.random.choice(('视察', '调研'))}"
        )
        done = {"done_on": f"2024-{self.random.randint(1, 12):02}-20"} if year == 2024 else {}
        yield self._some({"kind": "plan", "year": year, "title": title}, due=f"{year}-06-30", **done)

    def _note(self) -> Iterator[Record]:
        section, place = self.random.choice(_SECTIONS), self.random.choice(_PLACES)
        if f"{section}{place}" in self.once:  # a clerk writes no two alike
            return
        self.once.add(f"{section}{place}")
        text = {"开头": f"围绕{place}村改造", "结尾": "以上请审阅。"}.get(
            section, f"{place}村的{section}另列清单逐项销号"
        )
        yield {"kind": "note", "on": self._day(), "section": section, "text": text}


_FIRST = date(2022, 1, 4)


def _makes_sense(steps: list[Record], first: bool) -> bool:
    """Whether no step came where the life that it belongs to does not allow it (a dropped one may leave such a gap)."""
    before = {
        "面商": "交办面商",
        "答复": "交办面商重办督办",
        "反馈": "答复",
        "重办": "反馈答复",
        "督办": "交办答复",
        "办结": "反馈",
    }
    before |= {"撤回": "交办", "退回": "交办", "并案": "交办", "交办": "退回"}
    if first and any(step["step"] == "并案" for step in steps):
        return False
    opening = {"交办", "撤回", "并案"}
    return not steps or (
        steps[0]["step"] in opening
        and all(late["step"] in before and early["step"] in before[late["step"]] for early, late in pairwise(steps))
    )
