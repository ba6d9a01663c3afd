"""Texts, closed words and lists."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, Final
from unicodedata import category, normalize

LONGEST_TITLE: Final = 100
LONGEST_LINE: Final = 200
LONGEST_PROSE: Final = 20_000


class Unreadable(ValueError):  # noqa: N818 - it names the value's fault, and is shown after the field's name
    """A value cannot be taken; the text is a Chinese clause: what is wrong and what to write instead."""


# Zero-width and bidi characters, soft hyphen, blank fillers, tags. The joiner U+200D and the variation
# selectors are absent: they hold emoji together and go only where they stand alone (_EMOJI).
_HIDDEN: Final = (
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
_JOINERS: Final = "\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef"
_ODD_SPACES: Final = "\xa0\u1680\u2000-\u200a\u202f\u205f"
_BREAKS: Final = "\n\r\x0b\x85\u2028\u2029"
_EMOJI: Final = (  # an emoji with its selector and those joined to it, or a keycap: kept whole
    r"([\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u2328\u232b-\u23ff\u2460-\u2adb\u2add-\u2bff\u3030\u303d"
    r"\u3297\u3299\U0001f000-\U0001fbff©®][\ufe0e\ufe0f]?"
    r"(?:\u200d[\u2190-\u21ff\u2300-\u2328\u232b-\u23ff\u2460-\u2adb\u2add-\u2bff\U0001f000-\U0001fbff]\ufe0f?)*"
    rf"|[0-9#*]\ufe0f\u20e3)|[{_JOINERS}]"
)
_REFUSED: Final = (  # controls, surrogates, private use, non-characters, U+FFFD
    "[\x00-\x08\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffd-\uffff\U000f0000-\U0010ffff"
    + "".join(chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0x10000, 0xF0000, 0x10000))
    + "]"
)
HAN: Final = "㐀-䶿一-鿿豈-﫿〇\U00020000-\U0003fffd"


def _spread(ranges: str) -> str:
    """Write out the ranges of a character class."""
    return re.sub("(.)-(.)", lambda m: "".join(map(chr, range(ord(m[1]), ord(m[2]) + 1))), ranges)


def _replacements() -> Mapping[int, str | None]:
    """What becomes of single characters: None removes, a text replaces (reliability.md, "Input and output").

    Radicals: Kangxi by their compatibility mapping, the supplement by Unicode's EquivalentUnifiedIdeograph.
    Private-use codes: those of GBK and GB 18030-2000 that GB 18030-2005 and -2022 gave a place in Unicode.
    """
    kangxi = "".join(map(chr, range(0x2F00, 0x2FD6)))
    table: dict[int, str | None] = dict.fromkeys(map(ord, _spread(_HIDDEN)))
    table |= dict.fromkeys(map(ord, _spread(_ODD_SPACES)), " ") | dict.fromkeys(map(ord, _BREAKS), "\n")
    for first, row in (
        (0xFF10, "0123456789"),
        (0x2F00, normalize("NFKC", kangxi)),
        (
            0x2E80,
            "⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂"
            "肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
        ),
        (0xE5E5, "\u3000"),
        (0xE78D, "︐︒︑︓︔︕︖︗︘︙"),
        (0xE7C7, "ḿǹ"),
        (0xE7E7, "〾⿰⿱⿲⿳⿴⿵⿶⿷⿸⿹⿺⿻"),
        (
            0xE815,
            "厂𠂇𠂉𠃌乙㑳㑇刀㔾龴㖞㘚㘎小心㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠牛𡗗龸𤴔䁖䅟𥫗䌷㓁羊𦍌𢦏䎱"
            "䎬聿䏝䓖䙡䙌龹䜣䜩䝼䞍𧾷䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻",
        ),
    ):
        table.update(enumerate(row, first))
    return MappingProxyType(table)


_REPLACEMENTS: Final = _replacements()
# Patterns of the fast paths are compiled here; those of the slow paths when first needed, by re's own cache.
_BLANK: Final = re.compile(f"[ \t\u3000{_ODD_SPACES}{_BREAKS}{_HIDDEN}{_JOINERS}]*").fullmatch
_PLAIN: Final = re.compile(  # what needs no cleaning: ASCII, common characters and punctuation
    "(?![ \n])[ -~\n一-鿿、-〃〇-】〔〕‘’“”—…·（）！，：；？％＋－]+(?<![ \n])"
).fullmatch


def empty(value: object) -> bool:
    """Tell whether there is no value: None, or a text of nothing but spaces and invisible characters."""
    return value is None or (isinstance(value, str) and _BLANK(value) is not None)


def _written(value: object) -> str:
    """Return a value as the text that a clerk would have typed for it."""
    if isinstance(value, str):
        return value
    if isinstance(value, float) and abs(value) < 1e15:
        return f"{value:.15g}"  # the precision of a spreadsheet: 3.0 is 3, 0.1 + 0.2 is 0.3
    if isinstance(value, date):
        return (value.date() if isinstance(value, datetime) else value).isoformat()
    if isinstance(value, bool):
        raise Unreadable("单元格里是“真/假”值，请改写成文字")
    if isinstance(value, int) and abs(value) < 1e15:
        return str(value)
    if isinstance(value, int | float):
        raise Unreadable("数字太长，可能已经失真，请把单元格改为文本格式后重新填写")
    raise Unreadable("没有内容，请填写" if value is None else "不是一段文字，请写成文字")


def _tidy(value: object) -> str:
    """Normalise the characters of a text, line breaks as ``\\n``; refuse those that must not be stored."""
    text = normalize("NFC", _written(value).replace("\r\n", "\n").translate(_REPLACEMENTS))
    if re.search(f"[{_JOINERS}]", text):
        text = normalize("NFC", re.sub(_EMOJI, r"\1", text))
    if refused := re.search(_REFUSED, text):
        code = ord(refused[0])
        if code < 0xA0:
            raise Unreadable("含有看不见的控制字符，请删去后重新填写")
        if category(refused[0]) == "Co":
            raise Unreadable(f"含有自造字（U+{code:04X}），换一台电脑就显示不出，请改用标准汉字")
        raise Unreadable("含有乱码，请核对文件的编码后重新填写")
    return text


def _within(text: str, longest: int) -> str:
    if not text:
        raise Unreadable("没有内容，请填写")
    if len(text) > longest:
        raise Unreadable(f"有 {len(text)} 个字，最多 {longest} 个字，请写短些")
    return text


def line(value: object) -> str:
    """Read a one-line text of at most 200 characters (contract.md section 1, Texts)."""
    if type(value) is str and len(value) <= LONGEST_LINE and _PLAIN(value) and "\n" not in value:
        return value
    text = re.sub("[ \t\u3000]*\n[ \t\u3000\n]*", " ", _tidy(value)).replace("\t", " ").strip(" \u3000")
    if re.fullmatch(f"[{HAN}](?:\u3000+[{HAN}])+", text):  # 汉　族: spread out for alignment
        text = text.replace("\u3000", "")
    return _within(text, LONGEST_LINE)


def title(value: object) -> str:
    """A title: one line of at most 100 characters, which still fits the register and the top of a reply."""
    return _within(line(value), LONGEST_TITLE)


def prose(value: object) -> str:
    """Read a long text of at most 20,000 characters; line breaks stay, indents and spaces at line ends go."""
    if type(value) is str and len(value) <= LONGEST_PROSE and _PLAIN(value):
        return value if " \n" not in value and "\n " not in value else re.sub(" *\n *", "\n", value)
    text = re.sub("[ \t\u3000]*\n[ \t\u3000]*", "\n", _tidy(value)).strip(" \t\n\u3000")
    return _within(text, LONGEST_PROSE)


def checksum(value: object) -> str:
    """Read a SHA-256 in hexadecimal digits."""
    text = line(value).lower()
    if not re.fullmatch("[0-9a-f]{64}", text):
        raise Unreadable("不是校验值，应有 64 位十六进制数字")
    return text


def choice(value: object, words: Sequence[str]) -> str:
    """Read one of a field's closed words (contract.md section 1)."""
    text = line(value)
    if text in words:
        return text
    from difflib import get_close_matches

    close = get_close_matches(text, words, 1, 0.5)
    raise Unreadable(f"只能写{'、'.join(words)}" + (f"，是不是要写“{close[0]}”？" if close else "，请改写"))


_OPENING: Final = frozenset("（(【《〈“")
_CLOSING: Final = frozenset("）)】》〉”")
_SEPARATORS: Final = frozenset("、，,")
_BRACKET: Final = re.compile("[（(【《〈“]").search


def several(value: object, one: Callable[[object], Any] = line) -> list[Any]:
    """Read a list of texts, or a text split at ``、，,`` outside brackets (contract.md section 1, Lists).

    ``one`` reads each of them.
    """
    if isinstance(value, list | tuple):
        return [one(part) for part in value if not empty(part)]
    if not isinstance(value, str):
        return [] if value is None else [one(value)]
    return [one(part) for part in _split(value) if not empty(part)]


def _split(text: str) -> list[str]:
    """Split a list as written; a separator inside brackets belongs to its item."""
    if not _BRACKET(text):
        return text.replace("，", "、").replace(",", "、").split("、")
    parts, depth = [""], 0
    for piece in re.split("([、，,（）()【】《》〈〉“”])", text):
        depth = max(0, depth + (piece in _OPENING) - (piece in _CLOSING))
        if depth == 0 and piece in _SEPARATORS:
            parts.append("")
        else:
            parts[-1] += piece
    return parts
