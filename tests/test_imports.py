"""Imports run one way: the house of docs/architecture.md, read from the imports of every module."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

import rencli

PACKAGE = Path(rencli.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

BELOW: Final = {
    "errors": "",
    "config": "",
    "gongwen": "",
    "proofread": "",
    "output": "",
    "archives": "errors",
    "files": "errors",
    "sheets": "errors",
    "rules": "errors",
    "records": "rules errors",
    "store": "records rules config errors",
    "figures": "store records rules config errors",
    "agenda": "figures store records rules errors",
    "exchange": "output archives files sheets store records rules errors",
    "reports": "archives files sheets agenda figures store records rules gongwen proofread config errors",
    "cli": "reports exchange proofread output archives files sheets agenda figures store records rules config errors",
    "__main__": "cli",
    "__init__": "",
}
"""What each room may import of the others."""

ONLY_IN: Final = {
    "typer": "cli",
    "typer._": "cli.face",
    "rich": "output",
    "python_calamine": "exchange.sheet_reader",
    "chinese_calendar": "rules.holidays",
    "docx": "reports.live proofread.annotate",
    "lxml": "reports.live proofread.annotate",
    "docxtpl": "reports.form",
    "jinja2": "reports",
    "xlsxwriter": "sheets",
    "platformdirs": "config",
    "sqlite3": "store",
    "sqlmodel": "store",
    "sqlalchemy": "store figures agenda",
    "sqlalchemy.orm": "store",
    "pydantic": "",
    "click": "",
}
"""Where a library may be imported: the rooms that know it."""

SESSIONS: Final = frozenset({"Session", "sessionmaker", "create_engine", "Connection", "Engine", "text"})


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_arrows_run_one_way(module: Path) -> None:
    room = module.relative_to(PACKAGE).parts[0].removesuffix(".py")
    known = {"rencli", room, *BELOW[room].split()}
    wrong = [name for name, _ in imports(module) if name.startswith("rencli") and other_room(name) not in known]
    assert wrong == [], f"{room} may import {BELOW[room] or 'nothing of the house'}"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_libraries_stay_in_their_rooms(module: Path) -> None:
    here = ".".join(module.relative_to(PACKAGE).with_suffix("").parts)
    for name, _ in imports(module):
        for library, rooms in ONLY_IN.items():
            if name.startswith(library) and (library.endswith("_") or name[len(library) :][:1] in ("", ".")):
                assert any(f"{here}.".startswith(f"{room}.") for room in rooms.split()), f"{name} in {here}"


def test_only_the_store_opens_sessions() -> None:
    for module in MODULES:
        for name, imported in imports(module):
            if name.startswith("sqlalchemy") and module.relative_to(PACKAGE).parts[0] != "store":
                assert imported not in SESSIONS, f"{imported} in {module}"


def test_every_room_is_in_the_picture() -> None:
    rooms = {path.name.removesuffix(".py") for path in PACKAGE.iterdir() if path.suffix == ".py" or path.is_dir()}
    assert rooms - {"__pycache__", "templates"} == set(BELOW)


def imports(module: Path) -> Iterator[tuple[str, str]]:
    """(module, name) of every import, wherever it stands; the name is empty for ``import x``."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((each.name, "") for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"a relative import in {module}"
            for each in node.names:
                yield node.module or "", each.name
                if node.module == "rencli" and each.name in BELOW:
                    yield f"rencli.{each.name}", ""


def other_room(name: str) -> str:
    """The room that a module of the house belongs to; the package itself holds only the version."""
    return name.split(".")[1] if "." in name else "rencli"
