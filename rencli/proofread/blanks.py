"""Holes: a measure word without its number, a placeholder that nobody filled in, brackets with nothing in them."""

import re
from collections.abc import Iterator
from typing import Final

from rencli.proofread.text import HAN, NUMERALS, Fault, Rule, Text, at

_END: Final = r"(?=\s*(?:[，。；、,;！!（(]|$))"
_GAP: Final = r"[ \u3000]{0,20}"
_NOUNS: Final = (
    "问题|意见|代表|群众|选民|资料|材料|会议|活动|视察|接待|走访|培训|调研|述职|咨询|矛盾|纠纷|文件|报告|决议|决定|实事"
)
_MEASURES: Final = "人次|件次|[个件条份场次名项户]"
_HOLES: Final = (
    re.compile(
        rf"(?:召开|举行|举办|开展|组织|(?<![公中])共|共计|累计|总计)(?P<hole>{_GAP}(?:人次|[次件条份场项]))"
        rf"(?:{_END}|(?=(?:会议|活动|培训|座谈|视察|调研|述职|建议|意见|人代会)))"
    ),
    re.compile(rf"(?:{_NOUNS})(?:共计|共|累计)?(?P<hole>{_GAP}[个条份场次])(?=\s*[，。；,;！!]|$)"),
    re.compile(rf"(?:{_NOUNS}|建议|议案)(?:共计|共|累计)(?P<hole>{_GAP}(?:{_MEASURES}))(?=\s*[，。；,;！!]|$)"),
    re.compile(rf"(?:收到|收集|提出|征集|办结|答复)(?:代表|群众)?(?:建议|议案)(?P<hole>{_GAP}件){_END}"),
    re.compile(r"(?P<hole>(?:今年|去年|上年|(?<!\d)\d{4}年)月份?)(?=[，。；,召举开组])"),
    re.compile(r"(?<!\d)\d{1,2}(?P<hole>月日)(?![常程期])"),
    re.compile(rf"(?<=[于在自从])(?P<hole>{_GAP}月{_GAP}日)(?=[召举开组到至止前，])"),
    re.compile(rf"(?P<hole>第{_GAP}次)(?=会议|人代会|主席团会|全体会议)"),
    re.compile(rf"第?[{NUMERALS}\d]届(?P<hole>第?{_GAP}次)(?=会议|人代会|人大会议|人民代表)"),
    re.compile(r"(?:投入|资金|救助|补助|捐款|捐资)(?:共计|共|累计)?(?P<hole>万?元)(?=[，。；,;]|$)"),
    re.compile(r"(?:[占达到为至]|率)(?P<hole>[%％])"),
    re.compile(
        r"(?:资料|群众|选民|意见|问题|建议|代表|走访|接待|发放|收集|收到|解决)(?P<hole>余(?:人次|[份件条户人次名个场]))(?![额数])"
    ),
    re.compile(rf"(?:办结|答复|解决|交办|受理|转办)(?:了)?(?P<hole>{_GAP}[件条])(?=[，。；,;])"),
    re.compile(r"(?:增加|减少)(?:了)?(?P<hole>[件条户场份]|人次)(?=[，。；,;])"),
    re.compile(r"(?:提高|提升|上升|下降|降低|增加|减少|高|低)(?:了)?(?P<hole>个百分点)"),
    re.compile(rf"共有(?P<hole>{_GAP}[名个件条])(?=代表|小组|建议|意见|选区|联络站)"),
    re.compile(rf"(?<=[于在自从])(?P<hole>{_GAP}年{_GAP}月{_GAP}日)(?=[召举开组到至止前，])"),
)
_CLAUSE_OF_TIMES: Final = re.compile(r"(?:^|(?<=[，。；,;：:]))(?P<clause>[^，。；,;：:]{2,30}?人次)(?=[，。；,;])")
_RECEIVED: Final = re.compile(r"接待|走访|培训|咨询|慰问|服务|参加|参与")
_TALKED_OF: Final = re.compile(rf"[\d{NUMERALS}几数多每各按]|统计|计算|增加|减少|提高|登记|超过|是|以|等")
_HOUSEHOLDS: Final = re.compile(r"走访(?:困难)?(?:选民|群众|代表)?(?P<hole>户)(?=[，。；,;]|$)")

_PLACEHOLDERS: Final = (
    (re.compile(r"[×✕]{2,}|(?<![A-Za-z])[xXＸｘ]{2,}(?![A-Za-z])"), True),
    (re.compile(r"[○△◇]{2,}"), True),
    (re.compile(r"(?<![A-Za-z\d×xXＸｘ])[xXＸｘ×](?=[年月日届镇乡村县])"), False),
    (re.compile(r"\*{2,}|＊{2,}"), False),
    (re.compile(r"\{\{[^}\n]{0,60}\}\}|\{%[^}\n]{0,60}%\}|\$\{[^}\n]{0,60}\}"), False),
    (re.compile(r"[（(【\[](?:待(?:填|补|核|定)|此处|请填|请在此)[^）)】\]]{0,20}[）)】\]]|\bTODO\b|\bNone\b"), False),
)
_LINES: Final = re.compile(r"(?P<label>[：:][ \u3000]*)?(?P<line>_{2,}|＿{2,})")
_EMPTY: Final = re.compile(r"《\s{0,9}》|“\s{0,9}”|‘\s{0,9}’|【\s{0,9}】|「\s{0,9}」|[（(]\s{0,3}[）)]")
_NEXT_TO_HAN: Final = re.compile(rf"[{HAN}\d]")


def measures_without_number(text: Text) -> Iterator[Fault]:
    """召开次, 今年月份, 接待群众人次: the number was never written."""
    for pattern in _HOLES:
        for place, found in text.find(pattern, cells=False):
            yield at(place, found, f"“{found['hole'].strip()}”前面没有数，请补上，没有这件事的删去这半句。", "hole")
    for place, found in text.find(_CLAUSE_OF_TIMES, cells=False):
        if _RECEIVED.search(found["clause"]) and not _TALKED_OF.search(found["clause"]):
            yield at(place, found, "“人次”前面没有数，请补上，没有这件事的删去这半句。", "clause")
    for place, found in text.find(_HOUSEHOLDS, cells=False):
        yield at(place, found, "“户”前面没有数，请补上。", "hole")


def placeholders(text: Text) -> Iterator[Fault]:
    """××, XX, ** and lines that were to be filled in; a line behind a label is a form's."""
    for pattern, beside in _PLACEHOLDERS:
        for place, found in text.find(pattern):
            around = text.paragraphs[place].text[max(found.start() - 1, 0) : found.end() + 1]
            if not beside or _NEXT_TO_HAN.search(around):
                yield at(place, found, f"“{found[0]}”是没有填的空，请填上实际内容。")
    for place, paragraph in text.prose():
        lines = [found for found in _LINES.finditer(paragraph.text) if not found["label"]]
        if lines:
            count = f"这一段有{len(lines)}处横线" if len(lines) > 1 else "这里的横线"
            yield at(place, lines[0], f"{count}没有填，请填上实际内容，或者删去。", "line")


def empty_brackets(text: Text) -> Iterator[Fault]:
    """《》, （） and quotation marks with nothing in them; a bracket in a form's cell waits for a tick."""
    for place, found in text.find(_EMPTY, cells=False):
        if text.paragraphs[place].running:
            yield at(place, found, f"“{found[0]}”里面是空的，请补上内容，或者删去。")


RULES: Final = (
    Rule("量词前没有数", measures_without_number, "“召开次”“今年月份”“接待群众人次”：该写数的地方空着"),
    Rule("没有填的空", placeholders, "××、XX、**、____ 之类的记号没有换成实际内容"),
    Rule("括号里是空的", empty_brackets, "《》（）“”里面什么也没有"),
)
