"""What is wrong in a file of the rules folder: every fault at once, each with its line."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from rencli.errors import InvalidInputError
from rencli.rules import holidays, laying, reading
from rencli.rules.judging import NEEDS
from rencli.rules.layer import Layer, Place, read_layer
from rencli.rules.places import line_of

_LONGER: Sequence[tuple[str, str]] = (("答复", "疑难答复"), ("答复", "延期上限"), ("闭会答复", "闭会疑难答复"))
"""Periods of which the second is not shorter than the first."""


class Problem(NamedTuple):
    """One fault; ``line`` is None where the file as a whole is at fault."""

    line: int | None
    key: str
    message: str


def check(path: Path, folders: Sequence[Path]) -> list[Problem]:
    """Everything that is wrong in a file of rules or holidays, ordered by line."""
    try:
        raw = reading.document(path)
        source = path.read_text(encoding="utf-8-sig")
    except InvalidInputError as error:
        stopped = re.search(r"第 (\d+) 行", str(error).replace(str(path), ""))
        return [Problem(int(stopped[1]) if stopped else None, "文件", str(error))]
    if named := re.fullmatch(rf"{reading.HOLIDAYS}(\d{{4}})", path.stem):
        _, wrong = holidays.read_notice(int(named[1]), raw)
        found = [Problem(line_of(source, (key,)), key, text) for key, text in wrong]
    elif path.stem == reading.PRESETS:
        found = [Problem(line_of(source, at), key, text) for key, text, at in _presets(path, raw)]
    else:
        layer, faults = read_layer(path, raw)
        found = [Problem(line_of(source, each.at), each.key, each.text) for each in faults]
        found += [Problem(line_of(source, at), key, text) for key, text, at in _beyond(layer, folders, bool(faults))]
    return sorted(found, key=lambda each: each.line or 0)


def _presets(path: Path, raw: Mapping[str, Any]) -> Iterator[tuple[str, str, Place]]:
    """What is wrong in a table of classes, set by set."""
    for name, each in raw.items():
        _, faults = read_layer(path, each if isinstance(each, dict) else {"classes": each})
        yield from ((f"{name} {fault.key}", fault.text, (name, *fault.at)) for fault in faults)


def _beyond(layer: Layer, folders: Sequence[Path], faulty: bool) -> Iterator[tuple[str, str, Place]]:
    """What only shows when the file is laid over the one that it inherits."""
    if layer.as_of is None:
        yield "as_of", "没有写是照哪一天的文本，如 as_of = 2025-04-19", ("as_of",)
    if layer.preset:
        try:
            laying.preset_named(layer, folders)
        except InvalidInputError as error:
            text = str(error).removeprefix(f"法规规则文件 {layer.path} 有误。").removeprefix("classes：")
            yield "classes", text, ("classes",)
            faulty = True
    try:
        below = [layer, *reading.inherited(layer, folders)]
    except InvalidInputError as error:
        text = str(error).removeprefix(f"法规规则文件 {layer.path} 的 inherits：")
        for folder in (layer.path.parent, *folders):
            text = text.replace(f"{folder}{os.sep}", "")
        yield "inherits", text, ("inherits",)
        return
    if faulty:
        return
    rules = laying.lay(layer.path.stem, below, folders)
    for shorter, longer in _LONGER:
        one, other = rules.periods.get(shorter), rules.periods.get(longer)  # type: ignore[call-overload]
        stated = longer if longer in layer.periods else shorter
        if one and other and stated in layer.periods and one.unit == other.unit and one.n > other.n:
            yield f"periods.{stated}", f"“{longer}”的期限（{other}）短于“{shorter}”（{one}）", ("periods", stated)
    for number, each in enumerate(layer.agenda, 1):
        duty = next(duty for duty in rules.agenda if duty.item == each["item"])
        lacks = [key for key in ("need", *NEEDS.get(duty.judge or "", ())) if not getattr(duty, key)]
        if lacks:
            yield f"agenda 第{number}项", f"缺{'、'.join(lacks)}（上级规则里同名的项也没有）", ("agenda", number)
        if duty.times is None and "per" in each:
            yield f"agenda 第{number}项", "写了 per，没有写 times（几次）", ("agenda", number, "per")
        if duty.first and duty.days and duty.first > duty.days:
            yield f"agenda 第{number}项", f"first（{duty.first}日）长于 days（{duty.days}日）", ("agenda", number)


def find(text: str, folders: Sequence[Path]) -> Path:
    """The file that is meant: a path, else a name in the folders. Raises InvalidInputError."""
    path = Path(text)
    if path.stem == "points":
        raise InvalidInputError("积分规则不在这里检查：ren deputy ranking 用到它时会指出毛病。")
    if path.suffix == ".toml" and path.is_file():
        return path
    for folder in folders:
        if (named := folder / f"{path.name.removesuffix('.toml')}.toml").is_file():
            return named
    return reading.find(text, folders)
