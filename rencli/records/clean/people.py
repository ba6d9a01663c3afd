"""People and telephones."""

import re
from typing import Final
from unicodedata import category

from rencli.records.clean.numbers import ordinal
from rencli.records.clean.texts import HAN, Unreadable, line

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
    if not re.fullmatch(f"[{HAN}·]+", "".join(pieces)):
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
