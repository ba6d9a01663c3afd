"""Cleaning of single values at the door: texts, names, telephones, numbers, words, lists (dates: ``days``).

Every function takes one raw value (text of a command line, or a value of JSON, CSV or Excel) and returns
the clean one, or raises `Unreadable`. Values are normalised or refused, never guessed and never cut
(contract.md section 1, "Texts" and "Lists"; reliability.md, "Input and output"). A clean value comes back
unchanged.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import Final
from unicodedata import category, normalize

LONGEST_TITLE: Final = 100
LONGEST_LINE: Final = 200
LONGEST_PROSE: Final = 20_000
LARGEST_WHOLE: Final = 2_000_000_000
LARGEST_MONEY: Final = 1_000_000_000_000


class Unreadable(ValueError):  # noqa: N818 - it names the value's fault, and is shown after the field's name
    """A value cannot be taken; the text is a Chinese clause: what is wrong and what to write instead."""


# --- Texts ----------------------------------------------------------------------------------------

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
_HAN: Final = "㐀-䶿一-鿿豈-﫿〇\U00020000-\U0003fffd"


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
    if re.fullmatch(f"[{_HAN}](?:\u3000+[{_HAN}])+", text):  # 汉　族: spread out for alignment
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


def several(value: object) -> list[str]:
    """Read a list of texts, or a text split at ``、，,`` outside brackets (contract.md section 1, Lists)."""
    if isinstance(value, list | tuple):
        return [line(part) for part in value if not empty(part)]
    if not isinstance(value, str):
        return [] if value is None else [line(value)]
    return [line(part) for part in _split(value) if not empty(part)]


def _split(text: str) -> list[str]:
    """Split a list as written; a separator inside brackets belongs to its item."""
    if not re.search("[（(【《〈“]", text):
        return re.split("[、，,]", text)
    parts, depth = [""], 0
    for piece in re.split("([、，,（）()【】《》〈〉“”])", text):
        depth = max(0, depth + (piece in _OPENING) - (piece in _CLOSING))
        if depth == 0 and piece in _SEPARATORS:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


# --- People and telephones ------------------------------------------------------------------------

_NOBODY: Final = frozenset(
    ("无", "空", "略", "暂无", "没有", "不详", "未知", "待定", "空缺", "暂缺", "未填", "同上", "无名氏")
) | frozenset(("None", "NULL", "null", "NaN", "nan", "NA", "N/A", "n/a"))
_SURNAMES: Final = (
    "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|司徒|司空|端木|长孙|宇文|独孤|南宫|西门|申屠|钟离|轩辕"
)
_DOTS: Final = "·•‧∙⋅・･．●◦˙"


def _ordinary(name: str) -> bool:
    """Tell whether a name has common Chinese characters only (no pattern: compiling one costs a millisecond)."""
    return 2 <= len(name) <= 30 and min(name) >= "一" and max(name) <= "鿿" and name not in _NOBODY


def person(value: object) -> str:
    """Read a person's name: 2 to 30 characters, no digits (contract.md section 1, Texts).

    Spaces inside a Chinese name go, the dots of minority names become ``·``; Latin names keep single spaces.
    """
    if type(value) is str and _ordinary(value):
        return value
    text = re.sub(r"(?<=[^\x00-\x7f])[ \u3000]*\.[ \u3000]*(?=[^\x00-\x7f])", "·", line(value))
    text = re.sub(rf"(?:[ \u3000]*[{_DOTS}])+[ \u3000]*", "·", text)
    text = _joined(text.split())
    if text in _NOBODY or text.startswith("#"):
        raise Unreadable("不是姓名，没有姓名就留空")
    if re.search(r"[()（）\[\]【】〔〕<>《》{}]", text):
        raise Unreadable("姓名里有括号，请只写姓名")
    if re.search(r"[、，,；;/／|&＆＋+\\]", text):
        raise Unreadable("一格只能写一个人的姓名，请分开写")
    if any(map(str.isdigit, text)):
        raise Unreadable("姓名里不能有数字，请只写姓名")
    letters = re.sub(r"(?<=[A-Za-zÀ-ɏ])[-.'’]| ", "", text)
    if not all(map(_in_names, letters)) or text[0] == "·" or text[-1] == "·":
        raise Unreadable("姓名里有标点或别的符号，请只写姓名")
    if not 2 <= len(text) <= 30:
        raise Unreadable("姓名应有 2 至 30 个字，请核对")
    return text


def _joined(pieces: list[str]) -> str:
    """Put the parts of one name together; two names side by side are refused, not run into one."""
    if not re.fullmatch(f"[{_HAN}·]+", "".join(pieces)):
        return " ".join(pieces)
    if sum(len(piece) > 1 for piece in pieces) > 1 + (re.fullmatch(_SURNAMES, pieces[0]) is not None):
        raise Unreadable("像是两个人的姓名，一格只写一个人；如果是一个人，请去掉空格")
    return "".join(pieces)


def _in_names(char: str) -> bool:
    return char.isalpha() or char in "·〇་" or char >= "\U00020000" or category(char) in ("Mn", "Mc")


def person_ref(value: object) -> str:
    """Read how another record names a deputy: name, ``姓名@选区``, or an id (contract.md section 1)."""
    if type(value) is str and _ordinary(value):
        return value
    text = line(value).replace("＠", "@")
    if text.isascii() and text.isdigit():
        return str(ordinal(text))
    name, at, constituency = text.partition("@")
    return f"{person(name)}@{line(constituency)}" if at else person(text)


_MOBILE: Final = re.compile("1[3-9][0-9]{9}").fullmatch
_LANDLINE: Final = (  # behind 010 and 02x a number has eight digits, behind the others seven or eight
    r"(?:(?:(?:\+|00)?86-?0?|0)(?:(10|2\d)-?(?=[2-8]\d{3}-?\d{4}(?!\d))|([3-9]\d\d)-?))?"
    r"([2-8]\d{2,3}-?\d{4})(?:(?:-?(?:转|分机|ext|#)-?|-)(\d{1,6}))?"
)


def phone(value: object) -> str:
    """Read one telephone number: ``13812345678``, ``0571-87654321转802``, ``87654321``, a service number."""
    if type(value) is str and _MOBILE(value):
        return value
    text = line(value).translate(str.maketrans("（）－—–＋．", "()---+."))
    text = re.sub(r"[ .()-]+", "-", re.sub(r"(?<=\d{7})\.0$", "", text)).strip("-")
    digits = text.replace("-", "")
    if mobile := re.fullmatch(r"(?:(?:\+|00)?86)?(1[3-9]\d{9})", digits):
        return mobile[1]
    if service := re.fullmatch(r"([48]00)(\d{3})(\d{4})", digits):
        return "-".join(service.groups())
    if re.fullmatch(r"1[12]\d|1[02]\d{3}|9[56]\d{3,6}", digits):
        return digits
    if found := re.fullmatch(_LANDLINE, text, re.IGNORECASE):
        area, extension = found[1] or found[2], found[4]
        number = found[3].replace("-", "")
        return (f"0{area}-" if area else "") + number + (f"转{extension}" if extension else "")
    if len(re.findall(r"\d{7,}", text)) > 1:
        raise Unreadable("一格只能写一个号码，别的号码请写进备注")
    raise Unreadable("不是电话号码，请写 11 位手机号，或带区号的固定电话，如 0571-87654321")


# --- Numbers and yes or no ------------------------------------------------------------------------

_NUMERALS: Final = "零一二三四五六七八九"
_UNITS: Final = ((100_000_000, "亿"), (10_000, "万"), (1000, "千"), (100, "百"), (10, "十"))


def numeral(text: str) -> int | None:
    """Read a Chinese numeral: ``十二``, ``一百零五``, ``二〇二四``; None for other and unclear ones (一百五)."""
    text = text.translate(str.maketrans("〇○◯两", "零零零二"))
    if re.fullmatch(f"[{_NUMERALS}]{{3,10}}", text):
        return int("".join(str(_NUMERALS.index(char)) for char in text))
    text = re.sub("(?<![一二三四五六七八九])十", "一十", text)
    if not re.fullmatch(f"[{_NUMERALS}十百千万亿]{{1,24}}", text):
        return None
    number = _value(text)
    return number if _spelled(number) == text else None


def _value(text: str) -> int:
    for unit, name in _UNITS:
        high, found, low = text.rpartition(name)
        if found:
            return _value(high) * unit + _value(low)
    return _NUMERALS.index(text[-1]) if text else 0


def _spelled(number: int) -> str:
    for unit, name in _UNITS:
        if number >= unit:
            high, low = divmod(number, unit)
            gap = "零" if 0 < low < unit // 10 else ""
            return _spelled(high) + name + gap + (_spelled(low) if low else "")
    return _NUMERALS[number]


def _amount(text: str, example: str) -> tuple[int, str]:
    """Split a number into its whole part and its decimals, without the zeros behind them."""
    found = re.fullmatch(r"(\d{1,40}|\d{1,3}(?:[,，]\d{3}){1,9})(?:[.．](\d+))?", text, re.ASCII)
    if found:
        return int(re.sub("[,，]", "", found[1])), (found[2] or "").rstrip("0")
    number = numeral(text)
    if number is not None:
        return number, ""
    if re.fullmatch(r"[-－−]\s*[\d,.]+", text):
        raise Unreadable("不能是负数，请核对")
    raise Unreadable(f"不是数字，请写阿拉伯数字，如 {example}")


def whole(value: object) -> int:
    """Read a whole number from 0 to 2,000,000,000; ``1,234``, ``十二`` and a spreadsheet's 3.0 too."""
    if type(value) is int:
        number, decimals = value, ""
    elif type(value) is str and len(value) < 11 and value.isascii() and value.isdigit():
        number, decimals = int(value), ""
    else:
        number, decimals = _amount(line(value), "12")
    if decimals:
        raise Unreadable("应为整数，不能有小数，请核对")
    if not 0 <= number <= LARGEST_WHOLE:
        raise Unreadable("不能是负数，请核对" if number < 0 else "数字太大，请核对")
    return number


def ordinal(value: object) -> int:
    """Read a whole number from 1, also as ``第五届``, ``五届``, ``第3次`` (contract.md section 1, 届次)."""
    if isinstance(value, str) and not value.isdigit():
        value = re.sub(r"^第 *| *(?:届|次(?:会议)?)$", "", line(value))
    number = whole(value)
    if number < 1:
        raise Unreadable("应从 1 算起，请核对")
    return number


def money(value: object) -> int | float:
    """Read an amount in 元: not negative, at most two decimals; ``¥1,234.50`` and ``500元`` too."""
    if type(value) is str or type(value) is float:
        text = re.sub(r"^(?:[¥￥]|人民币)\s*|\s*[元圆]整?$", "", line(value))
        if re.search(r"\d\s*[十百千万亿]", text):
            raise Unreadable("请按元填写，不写“万”等单位，如 15000")
        number, decimals = _amount(text, "15000 或 1234.50")
    else:
        number, decimals = (value, "") if type(value) is int else _amount(line(value), "15000")
    if len(decimals) > 2:
        raise Unreadable("最多两位小数，请精确到分")
    if not 0 <= number <= LARGEST_MONEY:
        raise Unreadable("不能是负数，请核对" if number < 0 else "数字太大，请核对")
    return float(f"{number}.{decimals}") if decimals else number


_YES: Final = frozenset(("是", "对", "真", "√", "✓", "✔", "☑", "1", "true", "yes", "y", "t"))
_NO: Final = frozenset(("否", "不是", "错", "假", "×", "✗", "✘", "☐", "0", "false", "no", "n", "f"))


def yes(value: object) -> bool:
    """Read yes or no: 是/否, 对/错, √/×, true/false, yes/no, 1/0, or a boolean."""
    if isinstance(value, bool):
        return value
    text = line(value).casefold()
    if text in _YES or text in _NO:
        return text in _YES
    raise Unreadable("请写“是”或“否”")
