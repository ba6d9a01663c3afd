"""Heading numbers, 结构层次序数: 一、（一）1.（1）(GB/T 9704-2012, 7.3.3)."""

from collections.abc import Iterable, Iterator

from rencli.gongwen.model import Level

_DIGITS = "〇一二三四五六七八九"


def numbers(levels: Iterable[Level]) -> Iterator[str]:
    """The number of each heading in turn; a level counts from one again under every new parent."""
    counts = [0, 0, 0, 0]
    for level in levels:
        counts[level - 1] += 1
        counts[level:] = [0] * (4 - level)
        yield _number(level, counts[level - 1])


def _number(level: Level, count: int) -> str:
    match level:
        case 1:
            return f"{chinese(count)}、"
        case 2:
            return f"（{chinese(count)}）"
        case 3:
            return f"{count}."
        case 4:
            return f"（{count}）"


def chinese(count: int) -> str:
    """A counting number up to 99 in Chinese: 一, 十, 十一, 二十, 九十九."""
    if not 1 <= count <= 99:
        raise ValueError(f"no heading number for {count}")
    tens, ones = divmod(count, 10)
    return (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[ones] if ones else "")
