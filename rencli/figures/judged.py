"""What deputies said of the units, and which units gave their opinion to a main handler: beside ``stats``."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from rencli.figures.base import Scope
from rencli.figures.suggestions import accepted
from rencli.records.life import Life


@dataclass
class Judged:
    """Of one unit, the last 反馈 of each suggestion counted; of a suggestion without one only that it was answered."""

    attitudes: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    silent: int = 0
    """Answered, and the deputy has said nothing."""
    helped: int = 0
    """Opinions given as co-handler."""


WHOLE = ""
"""All suggestions, each once."""


def judged(scope: Scope) -> dict[str, Judged]:
    """By unit, and of the ``WHOLE``; equals of 分办 are each judged by what the deputy said of it all."""
    found: dict[str, Judged] = defaultdict(Judged)
    for story in scope.once(accepted):
        life, asked = story.life, story.life.asked
        _count(found[WHOLE], life)
        if asked is None:
            continue
        for unit in asked.answering:
            _count(found[unit], life.of_unit(unit))
        for unit in () if asked.equals else asked.others:
            found[unit].helped += unit in life.opinions
            found[WHOLE].helped += unit in life.opinions
    return found


def _count(of: Judged, life: Life) -> None:
    if life.feedbacks:
        of.attitudes[life.attitudes[-1]] += 1
        of.outcomes[life.feedbacks[-1]] += 1
    elif life.first_reply_on is not None:
        of.silent += 1
