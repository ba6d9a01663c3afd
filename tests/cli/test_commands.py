"""What holds for every command of the tree: it explains itself in Chinese, with examples that it would take."""

import ast
import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from running import Desk

import rencli
from rencli.cli import app
from rencli.records import KINDS, load

DERIVED = {"add", "list", "show", "edit", "remove"}
OF_THE_FILE = {"name", "sha256", "size"}
"""What an attachment knows of its file, which nobody types."""
HAN = re.compile("[一-鿿]")
ALLOWED = re.compile(
    r"""--?[a-z][a-z-]*              # options
    | “[^”]*” | "[^"]*"              # what is quoted: names and values as typed
    | \{[^}]*\}                      # a piece of JSON
    | \S+\.(?:db|jsonl?|csv|xlsx?|docx|txt|md|html|pdf|bak|pages|jpg)\b
    | \.(?:jsonl?|csv|xlsx?|docx?|md|txt|html|pdf|bak|pages)\b
    | \b[0-9]{4}[HQ][0-9]\b | \bREN_DB\b | \bGB/T\b | \bJSON\b | \bUTF-8\b | \bkind\b | \bWord\b | \bWPS\b
    | \b(?:table|json|csv|txt|md|html|national|annual|half-year|bash|zsh|fish)\b
    | \S+\.toml\b
    | (?<![a-z])(?:inherits|title|as_of|changed|reply_from|words|periods|counts|classes|acts|agenda
                 |colour|third|main|co|equals|mark|article|judge|times|by)(?![a-z])  # keys of a rule file
    | (?:suggestion|visit)\.[^\s、。？]*""",  # keys of figures
    re.VERBOSE,
)


@cache
def commands() -> dict[tuple[str, ...], Any]:
    """Every command and group by its words, the root's being none."""
    root: Any = app.make_root()
    return dict(_walk((), root, root.make_context("ren", [], resilient_parsing=True)))


def _walk(words: tuple[str, ...], command: Any, ctx: Any) -> Iterator[tuple[tuple[str, ...], Any]]:
    yield words, command
    for name in getattr(command, "entries", ()):
        below = command.get_command(ctx, name)
        yield from _walk((*words, name), below, below.make_context(name, [], parent=ctx, resilient_parsing=True))


LEAVES = [words for words, command in commands().items() if not hasattr(command, "entries")]
GROUPS = [words for words, command in commands().items() if hasattr(command, "entries")]


@pytest.mark.parametrize("words", LEAVES, ids=" ".join)
def test_a_command_has_help_and_an_example_that_it_takes(words: tuple[str, ...]) -> None:
    command = commands()[words]
    assert HAN.search(command.help) and command.help.endswith("。")
    assert command.examples
    for param in command.params:
        assert HAN.search(param.help or "") and not param.help.endswith("。"), param.name
    for example in command.examples:
        typed = shlex.split(example.partition(" > ")[0])
        assert typed[0] == "ren"
        while typed[1].startswith("--"):  # an option of the program itself
            del typed[1:3]
        assert tuple(typed[1 : 1 + len(words)]) == words
        command.make_context(words[-1], typed[1 + len(words) :])


@pytest.mark.parametrize("words", GROUPS, ids=lambda words: " ".join(words) or "ren")
def test_a_group_explains_its_commands(words: tuple[str, ...]) -> None:
    group = commands()[words]
    assert HAN.search(group.help) and group.help.endswith("。")
    for entry in group.entries.values():
        assert HAN.search(entry.help) and not entry.help.endswith("。")


@pytest.mark.parametrize("words", commands(), ids=lambda words: " ".join(words) or "ren")
def test_help_speaks_no_english(desk: Desk, words: tuple[str, ...]) -> None:
    help = desk.do(*words, "--help")
    assert help.startswith(f"用法：{' '.join(('ren', *words))}")
    assert english(help) == []


def test_a_field_and_an_argument_never_share_a_name() -> None:
    for words, command in commands().items():
        names = [param.name for param in command.params]
        assert sorted(set(names)) == sorted(names), words


def test_the_stories_speak_no_english_to_the_clerk() -> None:
    said = [line for story in stories() for line in story if line.startswith("! ")]
    assert [line for line in said if english(line[2:])] == []


def test_every_command_written_by_hand_stands_in_a_story() -> None:
    kinds = {kind.replace("_", "-") for kind in KINDS}
    children = {(words[0], words[1]) for words in LEAVES if len(words) == 3}
    wanted = {
        words for words in LEAVES if not (words[0] in kinds and words[-1] in DERIVED and words[:-1] not in children)
    }
    typed = [shlex.split(line)[2:] for story in stories() for line in story if line.startswith("$ ren ")]
    told = {tuple(words[: len(leaf)]) for words in typed for leaf in wanted}
    assert wanted - told == set()


def test_every_kind_has_its_commands() -> None:
    for kind in KINDS:
        group = commands()[(kind.replace("_", "-"),)]
        wanted = {"show", "set", "list"} if kind == "office" else DERIVED
        assert wanted <= group.entries.keys()
        options = {param.name for param in commands()[(group.name, "set" if kind == "office" else "add")].params}
        fields = {field.name for field in load(kind).fields if field.part is None}
        assert fields - (OF_THE_FILE if kind == "attachment" else set()) <= options


def test_what_is_raised_for_the_clerk_is_chinese() -> None:
    wrong = [
        f"{path.name}:{node.lineno} {texts}"
        for path in Path(rencli.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and _for_the_clerk(node.exc)
        if re.search("[a-z]{2} [a-z]{2}", texts := " ".join(_texts(node.exc))) and not HAN.search(texts)
    ]
    assert wrong == []


def english(text: str) -> list[str]:
    """The English words in a text that are no names of commands, options, files or keys."""
    names = {word for words in commands() for word in words} | {"ren", "all"}
    names |= {part for name in names for part in name.split("-")}
    return [word for word in re.findall(r"[A-Za-z]{2,}", ALLOWED.sub(" ", text)) if word not in names]


def stories() -> Iterator[list[str]]:
    for path in sorted(Path(__file__).parent.glob("*.txt")):
        yield path.read_text(encoding="utf-8").splitlines()


def _for_the_clerk(call: ast.Call) -> bool:
    """Whether the exception becomes a sentence on the screen."""
    own = {"Unreadable", "UnknownNameError", "RefusedError", "UsageError", "InvalidInputError", "NotFoundError"}
    own |= {"AlreadyExistsError", "LedgerUnusableError", "ProblemsFoundError"}
    return getattr(call.func, "id", getattr(call.func, "attr", "")) in own


def _texts(call: ast.Call) -> Iterator[str]:
    for node in ast.walk(call):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
