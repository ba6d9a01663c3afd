"""Layers laid one over another: the rule set that they make, and where each of its values comes from."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rencli.errors import InvalidInputError
from rencli.rules.calendar import Calendar
from rencli.rules.holidays import Tables
from rencli.rules.layer import Layer, read_layer, told
from rencli.rules.origin import Origin
from rencli.rules.reading import PRESETS, document
from rencli.rules.ruleset import Duty, RuleFile, RuleSet, Words
from rencli.rules.values import Remark

if TYPE_CHECKING:
    from pathlib import Path


def lay(name: str, layers: Sequence[Layer], folders: "Sequence[Path]") -> RuleSet:
    """The rule set of a file and those it inherits, its own first."""
    upwards = layers[::-1]
    words = {key: word for layer in upwards for key, word in layer.words.items()}
    origins = dict(_origins(upwards))
    with_classes = next(layer for layer in layers if layer.classes or layer.preset)
    classes = with_classes.classes
    if with_classes.preset:
        preset = preset_named(with_classes, folders)
        classes = preset.classes
        origins |= _of_layer(preset, preset.remarks, {})
    return RuleSet(
        name=name,
        words=Words(**words),
        classes=classes,
        reply_from=next(layer.reply_from for layer in layers if layer.reply_from),
        periods={matter: period for layer in upwards for matter, period in layer.periods.items()},
        counts={key: count for layer in upwards for key, count in layer.counts.items()},
        agenda=tuple(_duties(upwards)),
        origins=origins,
        files=tuple(RuleFile(each.path.stem, each.title, str(each.path), each.as_of, each.changed) for each in layers),
        calendar=Calendar(Tables(folders)),
    )


def preset_named(layer: Layer, folders: "Sequence[Path]") -> Layer:
    """The classes that a file takes by name, read as a layer of their own. Raises InvalidInputError."""
    paths = [path for folder in folders if (path := folder / f"{PRESETS}.toml").is_file()]
    presets: dict[str, tuple[Path, Any]] = {}
    for path in paths[::-1]:
        presets |= {key: (path, raw) for key, raw in document(path, "办理结果类别文件").items()}
    if layer.preset not in presets:
        raise InvalidInputError(f"法规规则文件 {layer.path} 有误。{unknown_preset(layer.preset, presets)}")
    path, raw = presets[layer.preset]
    preset, faults = read_layer(path, raw if isinstance(raw, dict) else {"classes": raw})
    if faults or not preset.classes:
        raise InvalidInputError(f"办理结果类别文件 {path} 的“{layer.preset}”有误。{told(faults) or '没有 classes'}")
    return preset


def unknown_preset(name: str | None, known: Mapping[str, Any]) -> str:
    """What is wrong with the name of a preset."""
    return f"classes：没有名为“{name}”的一套类别，可写{'、'.join(known)}，或写若干个 [[classes]]"


def _origins(upwards: Sequence[Layer]) -> "Iterator[tuple[str, Origin]]":
    """Every value's origin; a file that states classes of its own takes those of the others away."""
    acts: dict[str, str] = {}
    for layer in upwards:
        acts |= layer.acts
    stated: dict[str, Origin] = {}
    for layer in upwards:
        if layer.classes or layer.preset:
            stated = {key: origin for key, origin in stated.items() if not key.startswith("classes.")}
        stated |= _of_layer(layer, _all_remarks(layer), acts)
    yield from stated.items()


def _all_remarks(layer: Layer) -> dict[str, Remark]:
    """The remarks of a layer; a word and a class may stand without one."""
    bare = [*(f"words.{key}" for key in layer.words), *(f"classes.{each.letter}" for each in layer.classes)]
    return {key: Remark("", None, None) for key in bare} | dict(layer.remarks)


def _of_layer(layer: Layer, remarks: Mapping[str, Remark], acts: Mapping[str, str]) -> dict[str, Origin]:
    as_of = layer.as_of.isoformat() if layer.as_of else None
    return {
        key: Origin(each.article, _text_day(each.article, acts) or as_of, layer.path, each.mark, each.note)
        for key, each in remarks.items()
    }


def _text_day(article: str, acts: Mapping[str, str]) -> str | None:
    """The day of the text of the act that an article names; of two that fit, the longer name counts."""
    named = [act for act in acts if article.startswith(act)]
    return acts[max(named, key=len)] if named else None


def _duties(upwards: Sequence[Layer]) -> Iterator[Duty]:
    """The year's items in the order in which they are first named; a later file changes what it states."""
    merged: dict[str, dict[str, Any]] = {}
    for layer in upwards:
        for each in layer.agenda:
            merged[each["item"]] = merged.get(each["item"], {}) | dict(each)
    for values in merged.values():
        yield Duty(**({"need": ""} | values))
