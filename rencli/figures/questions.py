"""A figure of suggestions is a plain question asked of each life: of which suggestions, and what."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rencli.figures.base import Behind, Measure, Rate, Scope, Value
from rencli.figures.lives import Story

Test = Callable[[Story, Scope], bool]
Source = Callable[[Scope], list[Story]]


@dataclass(frozen=True)
class Question:
    """A measure: of which suggestions it asks what; with ``base`` it is a rate."""

    measure: Measure
    of: Source
    test: Test
    base: Test | None = None


@dataclass(frozen=True)
class Counted:
    """A block of questions about suggestions, divided by a word of each where ``by`` is given."""

    questions: tuple[Question, ...]
    dimension: str = ""
    dimension_title: str = ""
    by: Callable[[Story], str | None] | None = None
    declared: tuple[str, ...] = ()
    root: str = "suggestion"
    title: str = "建议"

    @property
    def measures(self) -> Sequence[Measure]:
        return [question.measure for question in self.questions]

    @property
    def words(self) -> Sequence[str]:
        return self.declared if self.by else [""]

    def nothing(self, measure: str) -> Value:
        return None if self._question(measure).base else 0

    def values(self, scope: Scope) -> Mapping[str, Mapping[str, Value]]:
        found: dict[str, dict[str, Value]] = defaultdict(dict)
        sources = {question.of: scope.once(question.of) for question in self.questions}
        for question in self.questions:
            for word, stories in self._divided(sources[question.of]).items():
                found[word][question.measure.name] = answer(question, stories, scope)
        return found

    def records(self, scope: Scope, word: str, measure: str) -> list[Behind]:
        question = self._question(measure)
        stories = self._divided(scope.once(question.of)).get(word, [])
        test = question.base or question.test
        return [Behind("suggestion", story.id) for story in stories if test(story, scope)]

    def _question(self, measure: str) -> Question:
        return next(question for question in self.questions if question.measure.name == measure)

    def _divided(self, stories: list[Story]) -> dict[str, list[Story]]:
        if self.by is None:
            return {"": stories}
        found: dict[str, list[Story]] = defaultdict(list)
        for story in stories:
            if (word := self.by(story)) is not None:
                found[word].append(story)
        return found


def answer(question: Question, stories: Sequence[Story], scope: Scope) -> Value:
    """What a question finds in some suggestions of its own source."""
    count = sum(question.test(story, scope) for story in stories)
    if question.base is None:
        return count
    base = sum(question.base(story, scope) for story in stories)
    return Rate(count, base) if base else None
