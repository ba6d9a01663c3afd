"""Who was asked: how a 交办 names its units, and which of them may answer the deputy or give an opinion."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

ALONE, LED, EQUAL = "独办", "主会办", "分办"
METHODS: Final = (ALONE, LED, EQUAL)


class Handing(Protocol):
    """What is read of a 交办; in a row of the store an empty list is None."""

    unit: str | None
    co_units: list[str]
    method: str | None


def contradictions(step: Handing) -> Iterator[str]:
    """Where method and units of a 交办 do not fit together."""
    others = "、".join(step.co_units)
    if step.method and step.method not in METHODS:
        yield f"办理方式应是{'、'.join(METHODS[:-1])}、{EQUAL}之一"
    if step.unit and step.unit in step.co_units:
        yield f"{step.unit}已是承办单位，会办单位里不要再写"
    if step.method == ALONE and others:
        yield f"{ALONE}只有一个单位，却写了会办单位{others}，请去掉，或改为{LED}、{EQUAL}"
    if step.method in (LED, EQUAL) and not others:
        yield f"{step.method}要有几个单位，请写明会办单位，或改为{ALONE}"


@dataclass(frozen=True, slots=True)
class Asked:
    """The units of a 交办."""

    method: str
    main: str
    others: tuple[str, ...] = ()

    @classmethod
    def by(cls, step: Handing) -> "Asked":
        """Without a method one unit is 独办, several are 主会办."""
        others = tuple(dict.fromkeys(step.co_units or ()))
        return cls(step.method or (LED if others else ALONE), step.unit or "", others)

    @property
    def equals(self) -> bool:
        """Whether each answers the deputy for itself."""
        return self.method == EQUAL

    @property
    def answering(self) -> tuple[str, ...]:
        """The units that answer the deputy."""
        return tuple(dict.fromkeys((self.main, *self.others))) if self.equals else (self.main,)

    def still(self, answered: Collection[str]) -> list[str]:
        """Those that have not answered."""
        return [unit for unit in self.answering if unit not in answered]

    def no_answer(self, unit: str, answered: Mapping[str, date]) -> str:
        """Why ``unit`` does not answer the deputy; empty where it does."""
        if unit in answered:
            return f"{unit}已于{answered[unit]}答复，还没有答复的是{'、'.join(self.still(answered))}"
        if unit in self.answering:
            return ""
        if self.equals:
            return f"{EQUAL}的承办单位是{'、'.join(self.answering)}，没有{unit}"
        if unit in self.others:
            return f"{unit}是会办单位，由主办单位{self.main}答复代表"
        return f"{self.method}由{self.main}答复代表，没有交给{unit}"

    def no_opinion(self, unit: str) -> str:
        """Why ``unit`` gives no 会办 opinion; empty where it does."""
        if self.equals:
            return f"{EQUAL}的{'、'.join(self.answering)}各自答复代表，没有会办"
        if not self.others:
            return f"交给{self.main}{self.method}，没有会办单位"
        return "" if unit in self.others else f"会办单位是{'、'.join(self.others)}，没有{unit}"
