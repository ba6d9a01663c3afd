"""The user's own papers: copies of shipped ones to change, and how they stand to what they were copied from."""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from rencli import files
from rencli.config import template_folders
from rencli.errors import AlreadyExistsError, InvalidInputError
from rencli.reports import own_files, source
from rencli.reports.manifest import Manifest, located, shelf, shipped

ORIGINS: Final = "copied.json"
"""Beside ``reports`` and ``forms``: of each copied file the checksum of what it was copied from."""


class OwnFile(NamedTuple):
    """A file of the user's, by its path in the folder of templates."""

    file: str
    state: str


class Copied(NamedTuple):
    """What copying a paper came to."""

    written: list[Path]
    kept: list[Path]
    """Parts that the user has already, and that differ from the shipped ones."""


def copy(name: str, *, force: bool = False) -> Copied:
    """Copy a shipped paper into the user's folder: manifest, template, form and the parts that it puts in.

    A part that is there already stays. Raises AlreadyExistsError where the paper itself is, or a changed template
    that it shares with another; with ``force`` what differs is kept beside as .bak.
    """
    found = shipped(name)
    here, there = template_folders()[-1], own_files.folder()
    own, parts = _split(found, here)
    standing = [there / own[0]] if own_files.stands(there / own[0]) else []
    standing += [there / each for each in own[1:] if _differs(here / each, there / each)]
    if standing and not force:
        raise AlreadyExistsError(
            f"{standing[0]} 已经有了，没有改动。请直接修改它；要换成随程序的，请加 --force，原来的另存为 .bak。"
        )
    kept = [there / each for each in parts if not force and _differs(here / each, there / each)]
    written = []
    origins = dict(_origins())
    for each in (*own, *parts):
        target = there / each
        if target in kept:
            continue
        data = (here / each).read_bytes()
        target.parent.mkdir(parents=True, exist_ok=True)
        if own_files.stands(target) and _differs(here / each, target):
            target.replace(target.with_name(f"{target.name}.bak"))
        written.append(files.publish(target, data, force=True))
        origins[each] = sha256(data).hexdigest()
    text = json.dumps(origins, ensure_ascii=False, indent=1, sort_keys=True)
    files.publish(there / ORIGINS, text.encode(), force=True)
    return Copied(written, kept)


def papers() -> Iterator[tuple[str, str, list[OwnFile]]]:
    """(name, title, the user's own files) of every paper, also of one whose manifest cannot be used."""
    found, faults = shelf()
    rows = {each.name: (each.title, _standing(each)) for each in found}
    rows |= {name: ("", [OwnFile(f"reports/{name}.toml", "写法有误，没有使用")]) for name in faults}
    yield from ((name, *rows[name]) for name in sorted(rows))


def _standing(found: Manifest) -> list[OwnFile]:
    there = own_files.folder()
    every = [each for part in _split(found, there) for each in part]
    origins = _origins()
    return [OwnFile(each, _state(each, origins)) for each in every if own_files.stands(there / each)]


def _state(file: str, origins: Mapping[str, str]) -> str:
    """How a file of the user's stands to the shipped one of its name, and to that from which it was copied."""
    ours = template_folders()[-1] / file
    if not ours.is_file():
        return "自己的"
    own, now = _sum(own_files.folder() / file), _sum(ours)
    if own == now:
        return "与随程序的一样"
    if not own:
        return "读不出来"
    if origins.get(file, now) == now:
        return "改过"
    return "没有改过，随程序的已经更新" if own == origins[file] else "改过，随程序的也已经更新"


def _split(found: Manifest, folder: Path) -> tuple[list[str], list[str]]:
    """(the files of a paper itself, the parts that it puts in), as paths below a folder of templates."""
    own, parts = [f"reports/{found.name}.toml"], []
    if found.form:
        own.append(f"forms/{found.form.name}")
    if found.template:
        own.append(f"reports/{found.template.name}")
        try:
            path = folder / "reports" / found.template.name
            text = own_files.text(path if path.is_file() else located(found, found.template), "模板")
            parts = [f"reports/parts/{each}" for each in dict.fromkeys(source.parts(text))]
        except InvalidInputError:
            parts = []
    return own, parts


def _differs(ours: Path, own: Path) -> bool:
    return own_files.stands(own) and _sum(ours) != _sum(own)


def _sum(path: Path) -> str:
    """The checksum of a file; nothing of one that may not be read."""
    try:
        return sha256(own_files.check(path, "模板", own_files.MOST_FORM).read_bytes()).hexdigest()
    except (InvalidInputError, OSError):
        return ""


def _origins() -> Mapping[str, str]:
    """What was noted of copies; nothing where the note is missing or was spoilt."""
    try:
        found = json.loads(own_files.text(own_files.folder() / ORIGINS, "记录"))
    except (InvalidInputError, ValueError, RecursionError):
        return {}
    return {str(each): str(told) for each, told in found.items()} if isinstance(found, dict) else {}
