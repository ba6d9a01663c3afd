"""Suggestions whose titles are alike, without a dictionary or an index: by pairs of characters, weighed by rarity.

Two titles are as like as the geometric mean of two shares: how much of the new one, its rare pairs counting most, the
old one has too, and how much of the old one that is. What every title has (关于…的建议, 进一步加强) is taken out first,
and verbs that go with any matter (修建, 管理) count half. Titles that name different villages or groups are hardly the
same matter. ``tests/data/similar.txt`` holds what this was measured on, docs/similar.md what it finds and misses.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from heapq import nlargest
from itertools import pairwise
from math import log, sqrt
from typing import Any, Final, NamedTuple

from rencli.records.suggestion import Suggestion
from rencli.store import bulk
from rencli.store.ledger import Ledger

ALIKE: Final = 0.54
"""From this likeness on two suggestions are told of as similar."""
ELSEWHERE: Final = 0.5
"""What is left of the likeness of titles that name different places."""
COMMON: Final = 0.5
"""The weight of a word that goes with any matter, beside that of a pair that does not."""
WEIGHED: Final = 1000
"""Titles that are weighed exactly, of those with most in common."""

_FRAME: Final = re.compile(r"^关于|^[对就]|的?(?:建议|议案|意见|批评)$")
_EMPTY: Final = re.compile(
    "进一步|切实|尽快|及时|大力|全面|积极|着力|严厉|加快|加强|加大|健全|完善|推进|推动|促进|提升|提高|改善|优化|规范|强化|落实|实施|开展|做好|抓好|"
    "解决|请求|要求|力度|问题|工作|有关|相关|群众|全镇|我镇|本镇|[^\\w]|[的和及与在等对为给请]"
)
_ANYWHERE: Final = (
    "增加|增设|设立|添置|新建|修建|建设|扩建|重建|改建|改造|修缮|维修|修复|整治|治理|清理|安装|硬化|更新|更换|打击|打造|支持|扶持|鼓励|开办|推广|"
    "保护|管理|制度|资金|投入|发展|产业|服务|设施|条件|宣传|培训|待遇|收费|农村|乡村|集镇|道路|公路"
)
_VILLAGE: Final = r"(?<![农乡全各])[\u4e00-\u9fff]{2}(?:村(?![级医民务卫规干])|社区|水库|小区|街|山(?![坪区林]))"
_GROUP: Final = r"[一二三四五六七八九十\d]+[组社]"
_PLACES: Final = (re.compile(_VILLAGE).fullmatch, re.compile(_GROUP).fullmatch)
_PART: Final = re.compile(f"({_ANYWHERE}|{_VILLAGE}|{_GROUP})")


class Similar(NamedTuple):
    """A suggestion that another is like."""

    record: Suggestion
    likeness: float
    """From ``ALIKE`` to 1."""


def similar(ledger: Ledger, record: Suggestion, limit: int | None = None) -> list[Similar]:
    """The suggestions put forward up to the day of one that are like it, the likeliest first, of equals the newest.

    A motion and the suggestion that was made of it are one matter, not two that are alike.
    """
    wanted = list(pairs(record.title))
    having = " OR ".join(["instr(title, ?)"] * len(wanted)) or "0"
    query = f"SELECT id, title FROM suggestion WHERE ({having}) AND id <> ? AND submitted_on <= ?"
    ask = ledger.session.connection().exec_driver_sql
    titles: Any = ask(query, (*wanted, record.id, record.submitted_on.isoformat())).all()
    found = alike(record.title, dict(titles), bulk.count(ledger.session, record.kind))
    likeliest = list(found)[: None if limit is None else limit + 2]  # two, for what was made of one and what it became
    records: dict[int, Any] = {each.id or 0: each for each in ledger.by_ids("suggestion", likeliest)}
    return [Similar(records[id], found[id]) for id in likeliest if not _one(record, records[id])][:limit]


def alike(title: str, titles: Mapping[int, str], among: int = 0) -> dict[int, float]:
    """How like a title those are that are like it, by their ids; ``among`` so many, where the others share nothing."""
    wanted = pairs(title)
    having: dict[int, list[int]] = defaultdict(list)
    bits = [(pair, 1 << at) for at, pair in enumerate(wanted)]
    for id, other in titles.items():
        mask = 0
        for pair, bit in bits:
            if pair in other:
                mask |= bit
        if mask:
            having[mask].append(id)
    spread = Counter[str]()
    for mask, ids in having.items():
        spread.update({pair: len(ids) for pair, bit in bits if mask & bit})
    rarity = {pair: weight * _rarity(spread[pair], max(among, len(titles))) for pair, weight in wanted.items()}
    whole = sum(rarity.values())
    shares = {mask: sum(rarity[pair] for pair, bit in bits if mask & bit) / whole for mask in having}
    likely = [
        (share * mask.bit_count() / len(titles[id]), id)
        for mask, share in shares.items()
        if share >= ALIKE * ALIKE
        for id in having[mask]
    ]
    found = {id: _likeness(wanted, rarity, titles[id]) for _, id in nlargest(WEIGHED, likely)}
    kept = [id for id in found if found[id] >= ALIKE]
    return {id: found[id] for id in sorted(kept, key=lambda each: (-found[each], -each))}


def pairs(title: str) -> dict[str, float]:
    """The pairs of neighbouring characters that say what a title is about, each with its weight."""
    bare = _FRAME.sub("", _FRAME.sub("", title))
    found: dict[str, float] = {}
    for words in _EMPTY.sub(" ", bare).split():
        for at, part in enumerate(_PART.split(words)):  # every other part is one of the words that separate
            found |= {part: COMMON} if at % 2 else dict.fromkeys(map("".join, pairwise(part)), 1.0)
    return found or dict.fromkeys(map("".join, pairwise(bare)), 1.0)


def _rarity(having: int, titles: int) -> float:
    """1 of what few titles have, less of what many have; a pair that none has is no rarer than what one has."""
    return min(max(log((titles + 1) / (max(having, 1) + 0.5)) / log(100), 0.1), 1.0)


def _likeness(wanted: Mapping[str, float], rarity: Mapping[str, float], other: str) -> float:
    had = pairs(other)
    common = wanted.keys() & had.keys()
    if not common:
        return 0.0
    mine = sum(rarity[pair] for pair in common) / sum(rarity.values())
    theirs = sum(had[pair] for pair in common) / sum(had.values())
    found = sqrt(mine * theirs)
    for place in _PLACES:
        here, there = set(filter(place, wanted)), set(filter(place, had))
        if here and there and not here & there:
            found *= ELSEWHERE
    return found


def _one(record: Suggestion, other: Suggestion) -> bool:
    """Whether one of two was made of the other."""
    return record.called == other.converted_from or other.called == record.converted_from
