"""Numbers as texts write them."""

from collections.abc import Iterable
from typing import Final

DIGITS: Final = "〇一二三四五六七八九"


def number(text: str) -> int:
    """A whole number written in Arabic digits or as 二十一, up to 99; -1 of anything else."""
    if text.isascii() and text.isdigit():
        return int(text)
    tens, ten, ones = text.replace("零", "〇").partition("十")
    if not ten:
        return DIGITS.find(text) if len(text) == 1 else -1
    if len(tens) > 1 or len(ones) > 1 or (tens and tens not in DIGITS) or (ones and ones not in DIGITS):
        return -1
    return 10 * (DIGITS.index(tens) if tens else 1) + (DIGITS.index(ones) if ones else 0)


def digits(text: str) -> str:
    """二〇二四 as 2024; other characters stand."""
    return "".join(str(DIGITS.index(char)) if char in DIGITS else char for char in text)


def chinese(value: int) -> str:
    """A number from 1 to 99 as 二十一."""
    tens, ones = divmod(value, 10)
    return f"{DIGITS[tens] if tens > 1 else ''}{'十' if tens else ''}{DIGITS[ones] if ones else ''}"


def told(values: Iterable[object]) -> str:
    """Values in a sentence: 12、13."""
    return "、".join(str(value) for value in values)
