"""Every live value of a file against the ledger: ok, stale, edited, conflict, unknown, missing (gongwen.md)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, Final, NamedTuple

from rencli import gongwen
from rencli.reports.live import asked as asking
from rencli.reports.live import places, sentences
from rencli.reports.live.asked import Asked
from rencli.reports.live.keys import Values, label
from rencli.reports.live.memory import recipe
from rencli.reports.live.places import Place
from rencli.reports.live.saved import TAG, Control, Saved
from rencli.reports.live.sentences import Differing
from rencli.store import papers
from rencli.store.ledger import Ledger

STATES: Final[Mapping[str, str]] = {
    "ok": "一致",
    "stale": "台账有变化",
    "edited": "手工改过",
    "conflict": "两边都变了",
    "unknown": "没有这项指标",
    "missing": "已经删去",
}


class Finding(NamedTuple):
    """A live value: what was written, what the file says, what the ledger says."""

    key: str
    label: str
    written: str
    in_file: str
    in_ledger: str
    state: str
    """One of ``STATES``."""
    sentence: str = ""
    control: Control | None = None
    place: Place | None = None
    """Where it stands in the text when its control was lost on the way (saved as .odt)."""

    def dump(self) -> dict[str, str]:
        """The JSON of the contract."""
        return {name: getattr(self, name) for name in ("key", "label", "written", "in_file", "in_ledger", "state")}


class Checked(NamedTuple):
    """A file that was checked."""

    findings: list[Finding]
    differing: list[Differing]
    """Sentences that would be written otherwise now."""
    made: papers.Paper | None
    """What is remembered of its making."""
    body: str | None
    """The lines of the paper that would be made now; None where that is as it was made, or cannot be made."""

    @property
    def right(self) -> bool:
        """Whether nothing is to be looked at."""
        return not self.differing and all(each.state == "ok" for each in self.findings)


def check(ledger: Ledger, saved: Saved, asked: Asked, values: Values) -> Checked:
    """The live values of a file in text order, and the sentences that differ."""
    made = papers.known_by(ledger, asked.digest) if asked.digest else None
    known = {gongwen.short_tag(f"{TAG}{key}={value}"): (key, value) for key, value in (made.figures if made else ())}
    found = [_found(control, values, saved, known) for control in saved.controls]
    findings = list(_with_lost(found, made, saved, values))
    body = None if _unmoved(ledger, asked, made, findings) else asking.now(ledger, asked)
    return Checked(findings, _differing(saved, findings, made, body), made, body)


def _found(control: Control, values: Values, saved: Saved, known: Mapping[str, tuple[str, str]]) -> Finding:
    bound = values.bound(control.tag, control.text, known)
    if bound is None:
        shown = control.tag.removeprefix(TAG)
        return _finding(values, shown, "", control.text, saved.sentence(control.line, control.start), control=control)
    sentence = saved.sentence(control.line, control.start)
    return _finding(values, bound.key, bound.written, control.text, sentence, control=control)


def _finding(values: Values, key: str, written: str | None, in_file: str, sentence: str, **where: Any) -> Finding:
    in_ledger = values.text(key, written or in_file)
    state = _state(written, in_file, in_ledger)
    return Finding(key, label(key), written or "", in_file, in_ledger or "", state, sentence, **where)


def _state(written: str | None, in_file: str, in_ledger: str | None) -> str:
    if in_ledger is None:
        return "unknown"
    if in_file == written:
        return "ok" if in_ledger == written else "stale"
    return "edited" if in_ledger in (written, in_file) else "conflict"


def _with_lost(found: list[Finding], made: papers.Paper | None, saved: Saved, values: Values) -> Iterator[Finding]:
    """The findings, with those that the paper was made with and which have no control any more, in their places."""
    figures: Sequence[tuple[str, str]] = made.figures if made else ()
    mine, theirs = [key for key, _ in figures], [each.key for each in found]
    if made is None or mine == theirs:
        yield from found
        return
    moved = Counter(theirs)
    moved.subtract(mine)
    lost = {at for at in range(len(mine) - 1, -1, -1) if moved[mine[at]] < 0 and not moved.update((mine[at],))}
    steps = SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes()
    placed = places.find(made, lost, saved.lines)
    for step, low, high, first, last in steps:
        yield from found[first:last]
        for at in range(low, high) if step in ("delete", "replace") else ():
            if at in lost:
                yield _lost(*figures[at], placed.get(at), saved, values)


def _lost(key: str, written: str, place: Place | None, saved: Saved, values: Values) -> Finding:
    if place is None:
        return Finding(key, label(key), written, "", values.text(key, written) or "", "missing")
    sentence = saved.sentence(place.line, place.start)
    return _finding(values, key, written, place.text, sentence, place=place)


def _unmoved(ledger: Ledger, asked: Asked, made: papers.Paper | None, findings: list[Finding]) -> bool:
    """Whether the paper would be made now as it was: nothing written since, the same template and rules."""
    return (
        made is not None
        and made.position == papers.position(ledger)
        and all(each.state != "stale" and each.in_ledger in ("", each.written, each.in_file) for each in findings)
        and recipe(ledger, asked.report) == made.recipe
    )


def _differing(saved: Saved, findings: list[Finding], made: papers.Paper | None, body: str | None) -> list[Differing]:
    if body is None:
        return []
    keys = {id(each.control): each.key for each in findings if each.control}
    lost: dict[int, dict[tuple[int, int], str]] = {}
    for each in findings:
        if each.place:
            lost.setdefault(each.place.line, {})[each.place.start, each.place.end] = each.key
    here = "\n".join(line.marked(keys, lost.get(number, {})) for number, line in enumerate(saved.lines))
    base = sentences.of_marked(made.body) if made else None
    return list(sentences.differing(base, sentences.of_marked(here), sentences.of_marked(body)))
