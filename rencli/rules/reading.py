"""Rule-set files: finding, reading and checking them, and laying one over the one that it inherits."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from rencli.errors import InvalidInputError
from rencli.rules.ruleset import RuleSet, Words

if TYPE_CHECKING:
    from pathlib import Path

    from rencli.rules.layer import Layer

BASE = "national"
"""What a file inherits that does not say."""
POINTS = "points"
"""The table of points beside the rule sets (``rules.points``), which is none of them."""


def load(name: str, folders: "Sequence[Path]" = ()) -> RuleSet:
    """The rule set ``name`` from the first of ``folders`` that has it, else from those shipped.

    A file may inherit its own name: it then lies over the next file of that name.
    Raises InvalidInputError for an unknown name and for a file with faults.
    """
    layers = list(_layers(name, [*folders, shipped()]))
    upwards = layers[::-1]
    return RuleSet(
        name=name,
        words=Words(**{key: word for layer in upwards for key, word in layer.words.items()}),
        classes=next(layer.classes for layer in layers if layer.classes),
        reply_from=next(layer.reply_from for layer in layers if layer.reply_from),
        periods={matter: period for layer in upwards for matter, period in layer.periods.items()},
        counts={key: count for layer in upwards for key, count in layer.counts.items()},
    )


def _layers(name: str, folders: "Sequence[Path]") -> "Iterator[Layer]":
    """The file of that name, then what it inherits, down to the shipped base."""
    from rencli.rules.layer import read_layer

    used: list[Path] = []
    bottom = folders[-1] / f"{BASE}.toml"
    wanted_by = ""
    while bottom not in used:
        path = _find(name, folders, used, wanted_by)
        used.append(path)
        layer = read_layer(path, document(path))
        yield layer
        name = layer.inherits or BASE
        wanted_by = f"法规规则文件 {path} 的 inherits："


def _find(name: str, folders: "Sequence[Path]", used: "Sequence[Path]", wanted_by: str) -> "Path":
    files = [path for folder in folders for path in sorted(folder.glob("*.toml")) if path.stem != POINTS]
    named = [path for path in files if path.stem == name]
    for path in named:
        if path not in used:
            return path
    if named:
        raise InvalidInputError(f"{wanted_by}“{name}”绕回了自己，请改写 inherits")
    known = "、".join(dict.fromkeys(path.stem for path in files))
    raise InvalidInputError(f"{wanted_by}没有名为“{name}”的法规规则，可用的有：{known}")


def shipped() -> "Path":
    """The folder of the rules that come with the program."""
    from pathlib import Path

    return Path(__file__).parent


def document(path: "Path", called: str = "法规规则文件") -> dict[str, Any]:
    """A TOML file as it stands, decimals exact. Raises InvalidInputError, which calls the file what it is."""
    import tomllib
    from decimal import Decimal

    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"), parse_float=Decimal)
    except OSError:
        raise InvalidInputError(f"{called} {path} 读不出来，请检查文件和权限") from None
    except UnicodeDecodeError:
        raise InvalidInputError(f"{called} {path} 不是 UTF-8 编码，请另存为 UTF-8") from None
    except ValueError as error:
        raise InvalidInputError(f"{called} {path}{_place(error)}写法不对（汉字要加英文引号）") from None


def _place(error: ValueError) -> str:
    """Where tomllib stopped, taken from its English message."""
    import re

    found = re.search(r"line (\d+)", str(error))
    return f" 第 {found[1]} 行" if found else " "
