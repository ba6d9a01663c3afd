"""Rule-set files: finding, reading and checking them, and laying one over the one that it inherits."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from rencli.errors import InvalidInputError

if TYPE_CHECKING:
    from pathlib import Path

    from rencli.rules.layer import Layer
    from rencli.rules.ruleset import RuleSet

BASE = "national"
"""What a file inherits that does not say."""
PRESETS = "classes"
"""The table of classes that rule sets take by name; like the table of points no rule set itself."""
BESIDE = ("points", PRESETS)
HOLIDAYS = "节假日-"
"""How the files of holidays begin, that lie in the same folder."""


def load(name: str, folders: "Sequence[Path]" = ()) -> "RuleSet":
    """The rule set ``name`` from the first of ``folders`` that has it, else from those shipped.

    A file may inherit its own name: it then lies over the next file of that name.
    Raises InvalidInputError for an unknown name and for a file with faults.
    """
    from rencli.rules.laying import lay

    searched = [*folders, shipped()]
    return lay(name, list(layers(name, searched)), searched)


def layers(name: str, folders: "Sequence[Path]") -> "Iterator[Layer]":
    """The file of that name, then what it inherits, down to the shipped base.

    Raises InvalidInputError at the first that is faulty or missing.
    """
    first = sound(find(name, folders))
    yield first
    yield from inherited(first, folders)


def inherited(layer: "Layer", folders: "Sequence[Path]") -> "Iterator[Layer]":
    """What lies below a file: the one that it inherits, and so on. Raises InvalidInputError."""
    used = [layer.path]
    while layer.path != folders[-1] / f"{BASE}.toml":
        wanted_by = f"法规规则文件 {layer.path} 的 inherits："
        layer = sound(find(layer.inherits or BASE, folders, used, wanted_by))
        used.append(layer.path)
        yield layer


def sound(path: "Path") -> "Layer":
    """A file without faults. Raises InvalidInputError that tells all of them."""
    from rencli.rules.layer import read_layer, told

    layer, faults = read_layer(path, document(path))
    if faults:
        raise InvalidInputError(f"法规规则文件 {path} 有误。{told(faults)}")
    return layer


def files(folders: "Sequence[Path]") -> "list[Path]":
    """The files of rule sets, in the order in which they are searched."""
    found = [path for folder in folders for path in sorted(folder.glob("*.toml"))]
    return [path for path in found if path.stem not in BESIDE and not path.stem.startswith(HOLIDAYS)]


def find(name: str, folders: "Sequence[Path]", used: "Sequence[Path]" = (), wanted_by: str = "") -> "Path":
    """The first file of a name that is not ``used`` yet. Raises InvalidInputError."""
    known = files(folders)
    named = [path for path in known if path.stem == name]
    for path in named:
        if path not in used:
            return path
    if named:
        raise InvalidInputError(f"{wanted_by}“{name}”绕回了自己，请改写 inherits")
    raise InvalidInputError(f"{wanted_by}没有名为“{name}”的法规规则{_hint(name, known)}")


def is_name(name: str) -> bool:
    """Whether a rule set may be called so: its name is a file's."""
    import re

    return bool(re.fullmatch(r"\w[\w·（）-]{0,39}", name)) and name not in BESIDE and not name.startswith(HOLIDAYS)


def _hint(name: str, known: "Sequence[Path]") -> str:
    """The nearest name, by its own letters or as part of the title (重庆市, 全国), else every name."""
    from difflib import get_close_matches

    names = list(dict.fromkeys(path.stem for path in known))
    near = [each for each in names if len(name) > 1 and (each in name or name in each)]
    near += get_close_matches(name, names, 1)
    meant = BASE if name in ("全国", "国家", "中国", "默认") else near[0] if near else None
    return (f"，是不是“{meant}”？" if meant else "，") + f"可用的有：{'、'.join(names)}"


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
