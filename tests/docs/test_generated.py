"""The references in docs/ say what the program says now."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_references_are_fresh(generate: ModuleType, rewrite: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", generate.WIDTH)
    for name, text in generate.references().items():
        if rewrite:
            (DOCS / name).write_text(text, encoding="utf-8")
        kept = (DOCS / name).read_text(encoding="utf-8")
        assert kept == text, f"docs/{name} is stale: make docs"


def test_the_page_on_material_says_what_help_says() -> None:
    from rencli.records.note import SECTIONS

    page = (DOCS / "material.md").read_text(encoding="utf-8")
    rows = [f"| {name} | {use} |" for name, use in SECTIONS.items()]
    assert "\n".join(rows) in page


def test_every_kind_and_command_group_is_in_the_references(generate: ModuleType) -> None:
    from rencli.records import KINDS

    cli, fields = ((DOCS / name).read_text(encoding="utf-8") for name in ("cli.md", "fields.md"))
    for kind, label in KINDS.items():
        assert f"\n## {label}\n" in fields and f"\n## ren {kind.replace('_', '-')}\n" in cli
