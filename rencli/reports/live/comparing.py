"""Two papers side by side: the figures that differ, and the sentences. No ledger is asked."""

from typing import NamedTuple

from rencli.reports.live import sentences
from rencli.reports.live.keys import label
from rencli.reports.live.saved import TAG, Saved
from rencli.reports.live.sentences import Differing


class Pair(NamedTuple):
    """A figure in two papers; empty where one does not have it."""

    key: str
    label: str
    a: str
    b: str


def figures(a: Saved, b: Saved) -> list[Pair]:
    """The figures that differ, in the order of the one paper, then those that only the other has."""
    here, there = _figures(a), _figures(b)
    keys = dict.fromkeys([*here, *there])
    return [
        Pair(key, label(key), here.get(key, ""), there.get(key, "")) for key in keys if here.get(key) != there.get(key)
    ]


def texts(a: Saved, b: Saved) -> list[Differing]:
    """The sentences that differ beyond their figures."""
    return list(sentences.differing(None, sentences.of_marked(_body(a)), sentences.of_marked(_body(b))))


def _figures(saved: Saved) -> dict[str, str]:
    """Every figure by key, as the file says it; of one that stands several times the first."""
    found: dict[str, str] = {}
    for control in saved.controls:
        found.setdefault(_key(control.tag), control.text)
    return found


def _body(saved: Saved) -> str:
    keys = {id(control): _key(control.tag) for control in saved.controls}
    return "\n".join(line.marked(keys, {}) for line in saved.lines)


def _key(tag: str) -> str:
    return tag.removeprefix(TAG).rpartition("=")[0] or tag.removeprefix(TAG)
