"""Numbers, and yes or no."""

import re
from typing import Final

from rencli.records.clean.texts import Unreadable, line

LARGEST_WHOLE: Final = 2_000_000_000
LARGEST_MONEY: Final = 1_000_000_000_000

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
