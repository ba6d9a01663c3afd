"""Small random ledgers: 0 to 12 records of each kind, any kind missing, with or without notes and a year before."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from ledgers import Records

_PEOPLE = [f"{family}{given}" for family in "赵钱孙李周吴郑王冯陈褚卫" for given in ("永福", "桂芳")]
_GROUPS = ("第一代表小组", "第二代表小组", "第三代表小组")
_THEMES = ("春耕用水", "村道养护", "“五小”水利", "代表法", "集镇停车、公厕改造", "视察村道", "小组活动")
_TYPES = ("视察", "调研", "执法检查", "学习培训", "普法宣传", "小组活动", "座谈会", "为民办实事", "送教上门", "其他")
_UNITS = ("镇村镇建设中心", "镇农业服务中心", "镇环境卫生站")
_NOTES = {
    "开头": "围绕两件大事",
    "亮点": "接待日改在逢集日",
    "体会": "意见要问得回来",
    "不足": "审议意见跟踪不够紧",
    "打算": "试行审议意见清单",
    "结尾": "请审阅",
}
_count = st.none() | st.integers(0, 60)


@st.composite
def ledgers(draw: DrawFn) -> Records:
    """The records of an office, a term and whatever else comes."""
    found: Records = [{"kind": "office", "name": draw(st.sampled_from(["松泉镇", "青石乡", "白岩民族乡"]))}]
    if draw(st.booleans()):
        found[0]["county"] = "南屏县"
    found.append({"kind": "term", "number": 5, "began_on": "2021-11-20", "seats": draw(st.none() | st.integers(1, 14))})
    groups = _GROUPS[: draw(st.sampled_from([0, 1, 3]))]
    found += [{"kind": "group", "name": name} for name in groups]
    stations = draw(st.integers(0, 2))
    found += [{"kind": "station", "name": f"{'甲乙'[n]}村联络站", "type": "联络站"} for n in range(stations)]
    people = _PEOPLE[: draw(st.integers(0, 12))]
    found += [draw(_deputy(name)) for name in people]
    for kind, make in _MAKERS.items():
        if draw(st.booleans()):
            found += [draw(make(kind, people, groups, stations)) for _ in range(draw(st.integers(1, 12)))]
    sessions = {record["session"] for record in found if record["kind"] == "meeting" and "session" in record}
    found += draw(_suggestions(people, sorted(sessions)))
    if draw(st.booleans()):
        sections = draw(st.lists(st.sampled_from(sorted(_NOTES)), unique=True))
        found += [{"kind": "note", "on": "2024-05-20", "section": name, "text": _NOTES[name]} for name in sections]
    return [{field: value for field, value in record.items() if value is not None} for record in found]


@st.composite
def _deputy(draw: DrawFn, name: str) -> dict[str, Any]:
    record = {"kind": "deputy", "name": name, "level": draw(st.sampled_from(["乡镇", "乡镇", "乡镇", "县"]))}
    if record["level"] == "乡镇":
        record |= {"term": 5, "began_on": "2021-11-20", "how": "换届选举"}
        match draw(st.sampled_from(["stays", "stays", "leaves", "comes"])):
            case "leaves":
                record |= {"ended_on": str(draw(_day(2024))), "end_reason": "辞职"}
            case "comes":
                record |= {"began_on": str(draw(_day(2024))), "how": "补选"}
    return record


def _day(*years: int) -> st.SearchStrategy[date]:
    return st.sampled_from(years or (2024, 2024, 2023)).flatmap(
        lambda year: st.dates(date(year, 1, 1), date(year, 12, 31))
    )


@st.composite
def _meeting(draw: DrawFn, kind: str, people: Any, groups: Any, stations: int) -> dict[str, Any]:
    record: dict[str, Any] = {"kind": kind, "began_on": str(draw(_day()))}
    record["type"] = draw(st.sampled_from(["人代会", "主席团会议", "主席团会议", "座谈会", "其他"]))
    if record["type"] == "人代会":
        record |= {"term": 5, "session": draw(st.integers(1, 9))}
    if draw(st.booleans()):
        expected = draw(st.integers(1, 60))
        record |= {"expected": expected, "present": draw(st.integers(0, expected))}
    types = st.sampled_from(["听取报告", "审议", "决议", "决定", "选举", "票决"])
    titles = st.sampled_from(["镇政府工作报告", "关于集镇改造的报告", "水库度汛情况", "补选副镇长", "预算"])
    record["items"] = [
        {"type": draw(types), "title": draw(titles), "elected": draw(st.sampled_from([[], ["郑长林"]]))}
        for _ in range(draw(st.integers(0, 4)))
    ]
    return record


@st.composite
def _visit(draw: DrawFn, kind: str, people: Any, groups: Any, stations: int) -> dict[str, Any]:
    return {
        "kind": kind,
        "held_on": str(draw(_day())),
        "type": draw(st.sampled_from(["走访选民", "接待选民", "接待选民", "走访代表", "代表接访", "联系户"])),
        "station": f"{'甲乙'[draw(st.integers(0, stations - 1))]}村联络站"
        if stations and draw(st.booleans())
        else None,
        **{name: draw(_count) for name in ("deputy_count", "voters", "households", "opinions", "solved")},
    }


@st.composite
def _duty_report(draw: DrawFn, kind: str, people: list[str], groups: Any, stations: int) -> dict[str, Any]:
    names = draw(st.lists(st.sampled_from(people), unique=True, max_size=5)) if people else []
    grades = ("satisfied", "mostly_satisfied", "dissatisfied")
    return {
        "kind": kind,
        "held_on": str(draw(_day())),
        "audience": draw(_count),
        "deputies": [{"name": name} | {grade: draw(st.integers(0, 20)) for grade in grades} for name in names],
    }


@st.composite
def _activity(draw: DrawFn, kind: str, people: Any, groups: Any, stations: int) -> dict[str, Any]:
    counts = ("deputy_count", "people", "households", "forums", "materials", "consultations")
    outcomes = ("problems", "opinions", "resolved", "amount")
    return {
        "kind": kind,
        "held_on": str(draw(_day())),
        "type": draw(st.sampled_from(_TYPES)),
        "theme": draw(st.sampled_from(_THEMES)),
        "place": draw(st.none() | st.sampled_from(["柳坝村", "集镇广场"])),
        "law": draw(st.none() | st.just("中华人民共和国安全生产法")),
        "group": draw(st.none() | st.sampled_from(groups)) if groups else None,
        **{name: draw(_count) for name in (*counts, *outcomes)},
    }


@st.composite
def _suggestions(draw: DrawFn, people: list[str], sessions: list[int]) -> Records:
    found: Records = []
    for number in range(draw(st.integers(0, 12))):
        day = draw(_day())
        record: dict[str, Any] = {
            "kind": "suggestion",
            "title": f"关于{'东西南北中上下左右前后内外'[number]}村用水的建议",
            "submitted_on": str(day),
            "term": 5,
            "session": draw(st.none() | st.sampled_from(sessions)) if sessions else None,
            "number": number + 1,
            "origin": draw(st.sampled_from(["代表", "代表", "上级转办"])),
            "category": draw(st.none() | st.sampled_from(["农业农村", "基础设施建设", "环境卫生", "教科文卫", "其他"])),
            "key": draw(st.booleans()),
            "steps": draw(_steps(day)),
        }
        found.append(record)
    return found


@st.composite
def _steps(draw: DrawFn, day: date) -> list[dict[str, Any]]:
    def later() -> str:
        nonlocal day
        day += timedelta(draw(st.integers(0, 70)))
        return str(day)

    steps: list[dict[str, Any]] = []
    way = draw(
        st.sampled_from(["", "a", "ar", "aw", "am", "amp", "apf", "apfc", "apPc", "apfRu", "apfRpf", "aupc", "apPx"])
    )
    for letter in way:
        match letter:
            case "a":
                steps.append({"step": "交办", "on": later(), "unit": draw(st.sampled_from(_UNITS))})
            case "r":
                steps.append({"step": "退回", "on": later(), "reason": "不属本单位职责"})
            case "w":
                steps.append({"step": "撤回", "on": later()})
            case "m":
                steps.append({"step": "面商", "on": later()})
            case "p" | "P":
                steps.append({"step": "答复", "on": later(), "result": draw(st.sampled_from("ABC"))})
                if "P" in way and letter == "p":
                    steps[-1] |= {"promise": "列入计划", "promise_due": str(day + timedelta(60))}
            case "f":
                outcome = draw(st.sampled_from(["满意", "基本满意", "不满意"]))
                steps.append(
                    {"step": "反馈", "on": later(), "attitude": "满意", "outcome": outcome, "reason": "没有办"}
                )
            case "R":
                steps.append({"step": "重办", "on": later(), "due": str(day + timedelta(30))})
            case "u":
                steps.append({"step": "督办", "on": later()})
            case "c":
                steps.append({"step": "办结", "on": later()})
            case _:
                steps.append({"step": "兑现", "on": later()})
    return [
        step
        for number, step in enumerate(steps)
        if not (number and step["step"] == "答复" == steps[number - 1]["step"])
    ]


@st.composite
def _handled(draw: DrawFn, kind: str, people: Any, groups: Any, stations: int) -> dict[str, Any]:
    """An opinion or a petition."""
    received = draw(_day())
    record: dict[str, Any] = {"kind": kind, "received_on": str(received), "content": "路灯不亮"}
    if kind == "petition":
        record["channel"] = draw(st.sampled_from(["来信", "来访", "来电"]))
    passed = received + timedelta(draw(st.integers(0, 200)))
    record["transferred_on"] = draw(st.none() | st.just(str(passed)))
    record["resolved_on"] = draw(st.none() | st.just(str(passed + timedelta(20))))
    return record


@st.composite
def _appraisal(draw: DrawFn, kind: str, people: Any, groups: Any, stations: int) -> dict[str, Any]:
    returned = draw(_count)
    return {
        "kind": kind,
        "held_on": str(draw(_day())),
        "type": draw(st.sampled_from(["工作评议", "民主测评"])),
        "target": draw(st.sampled_from(["镇供电所", "镇卫生院", "镇派出所", "镇财政所"])),
        "target_type": draw(st.none() | st.sampled_from(["站所", "部门", "干部"])),
        "returned": returned,
        "satisfied": draw(st.none() | st.integers(0, returned)) if returned else None,
    }


@st.composite
def _merit(draw: DrawFn, kind: str, people: list[str], groups: Any, stations: int) -> dict[str, Any]:
    if not people:
        return {"kind": "regulation", "name": "代表联系选民办法", "adopted_on": str(draw(_day()))}
    return {
        "kind": kind,
        "happened_on": str(draw(_day())),
        "deputy": draw(st.sampled_from(people)),
        "title": draw(st.sampled_from(["带头清淤", "救助落水儿童", "“五小”水利、修渠", "义务讲法"])),
        "award_level": draw(st.none() | st.sampled_from(["县级", "镇级"])),
    }


@st.composite
def _regulation(draw: DrawFn, kind: str, people: Any, groups: Any, stations: int) -> dict[str, Any]:
    names = ("联系选民办法", "学习制度", "主席职责", "档案管理办法", "接待制度")
    return {
        "kind": kind,
        "name": draw(st.sampled_from(names)),
        "type": draw(st.none() | st.sampled_from(["制度", "职责"])),
        "adopted_on": str(draw(_day())),
    }


@st.composite
def _plan(draw: DrawFn, kind: str, people: Any, groups: Any, stations: int) -> dict[str, Any]:
    year = draw(st.sampled_from([2024, 2024, 2025]))
    return {
        "kind": kind,
        "year": year,
        "title": draw(st.sampled_from(["召开人代会", "集中学习", "视察春耕", "组织述职", "清理旧账"])),
        "due": draw(st.none() | st.dates(date(year, 1, 1), date(year, 12, 31)).map(str)),
        "done_on": draw(st.none() | st.just(str(draw(_day(2024))))),
    }


_MAKERS = {
    "meeting": _meeting,
    "visit": _visit,
    "duty_report": _duty_report,
    "activity": _activity,
    "opinion": _handled,
    "petition": _handled,
    "appraisal": _appraisal,
    "merit": _merit,
    "regulation": _regulation,
    "plan": _plan,
}
