"""What a strict reader strikes out of a text, beyond ``properties``: plain functions from a text to its faults."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

import properties
from ledgers import Made

from rencli.gongwen.numbering import chinese

Faults = list[str]

_UNIT = f"({properties.UNITS}|户|场)"
_HEADING = re.compile(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)(.*)$")
_ITEM = re.compile(r"(?:[一二三四五六七八九十]+是)")
_OPENERS = (
    "超过|都(?:在|是|已|没有|由|表示|属于)|均|分别|由[^，。]{2,14}承办[，。]|其中|占|也|且|仍|比上年|与上年|较上年|"
    "已经(?:办结|答复|解决|全部)(?!的)|代表都|全部(?:办结|答复|得到)"
)
_VERBS = "听取|督办|为民办实事|组织|开展|举办|召开|举行|进行"
_ON_A_VERB = re.compile(
    rf"(?:开展|组织|进行|举行|召开|安排|办好|抓好|做好|完成)(?:{_VERBS})|组织开展[^，。]{{0,8}}开展|活动活动|会议会议"
)
_SOLE: Final = {
    "缺额": r"缺额(?:的[^，。；\d]{0,10})?(\d+)名",
    "名额": r"(?<!缺)名额(\d+)名",
    "实有": r"实有(\d+)名",
    "没有述职": r"(\d+)名[^，。；\d]{0,6}代表没有述职|没有述职的(\d+)名",
    "退回": r"退回(?:的|后)?[^，。；、\d]{0,6}(\d+)件|(\d+)件(?:建议)?退回",
    "撤回": r"撤回(?:的)?(\d+)件|(\d+)件[^，。；、\d]{0,6}撤回",
    "并案": r"并案(?:的)?(\d+)件|(\d+)件[^，。；、\d]{0,6}并案",
    "尚待交办": r"尚待交办(?:的)?(\d+)件|(\d+)件[^，。；、\d]{0,4}(?:尚待|还没有)交办",
    "代表小组": r"代表小组(\d+)个|设(\d+)个代表小组",
}


def minus(text: str) -> Faults:
    """No number below zero."""
    return [f"负数：{_around(text, found)}" for found in re.finditer(r"(?<![\d\w〕）-])-\d", text)]


def orphan_parts(text: str) -> Faults:
    """其中 stands in the sentence of its total."""
    faults = []
    for sentence in properties.sentences(properties.body(text)):
        before, found, after = sentence.partition("其中")
        part = re.match(rf"[^，。；]*?\d+{_UNIT}", after)
        if found and part and not re.search(r"\d|[一二两三四五六七八九十]" + _UNIT, before):
            faults.append(f"其中没有总数：{sentence}")
    return faults


def subjects(text: str) -> Faults:
    """No sentence begins with what needs a subject before it."""
    begins = re.compile(rf"(?:{_ITEM.pattern})?({_OPENERS})")
    return [f"没有主语：{each}" for each in properties.sentences(properties.body(text)) if begins.match(each)]


def connectives(text: str) -> Faults:
    """No clause begins with 并 where nothing stands before it."""
    found = re.finditer(rf"(?:^|[。；]|{_ITEM.pattern}|年|步)并(?!案)[^，。；]*", _plain(text), re.MULTILINE)
    return [f"并字打头：{each[0]}" for each in found]


def wholes(text: str) -> Faults:
    """都 and 全部 once a paragraph."""
    faults = []
    for paragraph in properties.body(text):
        words = re.findall(r"全部|(?<![首成])都", properties._QUOTED.sub("", paragraph))
        if len(words) > 1:
            faults.append(f"一段{len(words)}个“都、全部”：{paragraph}")
    return faults


def beginnings(text: str) -> Faults:
    """No three sentences of the text running begin alike, whatever the paragraph."""
    running = list(properties.sentences(properties.body(text)))
    three = zip(running, running[1:], running[2:], strict=False)
    return [f"连着三句开头一样：{'／'.join(each)}" for each in three if len({one[:4] for one in each}) == 1]


def twice_in_a_heading(text: str) -> Faults:
    """No word of two characters twice in a heading."""
    faults = []
    for line in properties.body(text):
        if match := _HEADING.match(line):
            pieces = [piece[at : at + 2] for piece in match[1].split("，") for at in range(len(piece) - 1)]
            again = {piece for piece in pieces if pieces.count(piece) > 1}
            faults += [f"标题里重了“{'、'.join(sorted(again))}”：{line}"] if again else []
    return faults


def items(text: str) -> Faults:
    """A list 一是…二是… has six items at most, and counts through."""
    faults = []
    for paragraph in properties.body(text):
        marks = re.findall(r"(?:^|[。；：])([一二三四五六七八九十]+)是", paragraph)
        if marks != [chinese(number + 1) for number in range(len(marks))]:
            faults.append(f"一是二是不连：{'、'.join(marks)}：{paragraph[:60]}")
        if len(marks) > 6:
            faults.append(f"{len(marks)}项，多于六项：{paragraph[:60]}…")
    return faults


def verbs(text: str) -> Faults:
    """No verb on a verb."""
    plain = _plain(text)
    return [f"动词叠动词：{_around(plain, found)}" for found in _ON_A_VERB.finditer(plain)]


def same_value(text: str) -> Faults:
    """One label has one value in one paper."""
    faults = []
    for label, pattern in _SOLE.items():
        values = {
            value for found in re.findall(pattern, text) for value in ([found] if isinstance(found, str) else found)
        }
        if len(values - {""}) > 1:
            faults.append(f"“{label}”有几个值：{'、'.join(sorted(values - {''}))}")
    return faults


def phrases(text: str) -> Faults:
    """No set phrase twice in a sentence."""
    return [f"一句说两遍：{found[0]}" for found in re.finditer(r"(依法履职|现总结如下)[^。]*\1[^。]*。", text)]


def headings_claim(made: Made) -> Faults:
    """A heading uses a verb only where a record has what it says."""
    steps = {step["环节"] for each in (*made.suggestions, *made.carried) for step in each["办理过程"]}
    has: Mapping[str, Any] = {
        "督办|督促": "督办" in steps or made.value("activity.by_type.督办.count"),
        "核实|登记代表": False,
        "补选": made.value("deputy.by_election"),
        "征询": "反馈" in steps or "面商" in steps,
        "承诺": made.value("suggestion.promise.made") or made.value("suggestion.promise.carried"),
        "选举": made.value("meeting.elected") or made.value("deputy.by_election"),
        "述职": made.value("duty_report.events"),
        "评议": made.value("appraisal.events") or made.value("activity.by_type.工作评议.count"),
        "来信来访": made.value("petition.total"),
    }
    faults = []
    for line in properties.body(made.text):
        match = _HEADING.match(line)
        found = [word for word, real in has.items() if match and not real and re.search(word, match[1])]
        faults += [f"标题说了没有做的（{word}）：{line}" for word in found]
    return faults


def silence(made: Made, own: str) -> Faults:
    """Nothing of a kind without records; what the clerk wrote (``own``) may speak of anything."""
    text = re.sub(r"[^。；]*没有[^。；]*", "", made.text)
    for line in sorted(own.split("\n"), key=len, reverse=True):
        text = text.replace(line, "") if line else text
    text = properties._QUOTED.sub("", text)
    words = {
        "述职": "duty_report.events", "评议测评": "appraisal.events", "来信来访|信访": "petition.total",
        "事迹": "merit.total", "代表建议": "suggestion.total", "接访|走访|接待选民": "visit.events",
        "代表活动": "activity.total", "承诺": "suggestion.promise.made",
    }  # fmt: skip
    carried = bool(made.carried) or made.value("suggestion.promise.carried")
    lacking = {word for word, key in words.items() if not made.value(key)}
    lacking -= {"代表建议", "承诺"} if carried else set()
    return [f"没有记录却写了：{_around(text, found)}" for word in lacking for found in re.finditer(word, text)]


def no_leftovers(text: str) -> Faults:
    """No None, tag or private-use character: for books and cards too."""
    pattern = r"None|\bnan\b|Undefined|[{}]|[\ue000-\uf8ff]|（）|《》"
    return [f"残留：{_around(text, found)}" for found in re.finditer(pattern, text)]


TEXT: Final[Mapping[str, Callable[[str], Faults]]] = {
    "1 标点": properties.punctuation,
    "2 空和零": properties.emptiness,
    "4 部分和总数": properties.parts,
    "6 标题": properties.headings,
    "7 句子": properties.rhythm,
    "负数": minus,
    "其中没有总数": orphan_parts,
    "没有主语": subjects,
    "并字打头": connectives,
    "都、全部一段一次": wholes,
    "三句开头一样": beginnings,
    "标题里一词两次": twice_in_a_heading,
    "最多六项": items,
    "动词叠动词": verbs,
    "一个说法一个值": same_value,
    "一句说两遍": phrases,
}


def _plain(text: str) -> str:
    return properties._QUOTED.sub("", text)


def _around(text: str, found: re.Match[str]) -> str:
    return text[max(found.start() - 12, 0) : found.end() + 16].replace("\n", " ")


def label(fault: str) -> str:
    """The kind of a fault: its words before the colon, without numbers."""
    return re.sub(r"\d+|（.*?）|“.*?”", "", fault.partition("：")[0])
