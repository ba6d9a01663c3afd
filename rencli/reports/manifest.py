"""A report's manifest: a small TOML file beside its template. A user's own shadow the shipped ones."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from rencli.config import template_folders
from rencli.errors import InvalidInputError, NotFoundError

PERIODS: Final = ("year", "half", "quarter", "term", "session")


class Manifest(NamedTuple):
    """What a report is, beside its words."""

    name: str
    title: str
    """What it is called: 年度工作总结."""
    about: str
    """One line for ``report list``."""
    period: str
    """The period option that it is made for: year, half."""
    file: str
    """The default file name, with {单位} and {期间}."""
    template: Path


def manifest(name: str) -> Manifest:
    """The manifest of a report. Raises NotFoundError for an unknown name."""
    for folder in template_folders():
        path = folder / "reports" / f"{name}.toml"
        if path.is_file():
            return _read(path)
    known = "、".join(each.name for each in manifests())
    raise NotFoundError(f"没有“{name}”这种材料，有：{known}。ren report list 可查。")


def manifests() -> Iterator[Manifest]:
    """All reports, by name; a user's own before a shipped one of the same name."""
    seen: set[str] = set()
    for folder in template_folders():
        for path in sorted((folder / "reports").glob("*.toml")):
            if path.stem not in seen:
                seen.add(path.stem)
                yield _read(path)


def source(found: Manifest) -> str:
    """The template's text. Raises InvalidInputError where it is missing or no UTF-8."""
    for folder in template_folders():  # a user may shadow the template alone
        path = folder / "reports" / found.template.name
        if path.is_file():
            try:
                return path.read_text(encoding="utf-8")
            except UnicodeDecodeError as error:
                raise InvalidInputError(f"模板 {path} 不是 UTF-8 文本，请另存为 UTF-8。") from error
    raise InvalidInputError(f"材料 {found.name} 缺少模板文件 {found.template.name}。")


def _read(path: Path) -> Manifest:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        template = path.with_name(str(data.get("template", f"{path.stem}.md")))
        if data["period"] not in PERIODS:
            raise InvalidInputError(f"材料说明 {path} 的 period 应是 {'、'.join(PERIODS)} 之一。")
        return Manifest(path.stem, data["title"], data["about"], data["period"], data["file"], template)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidInputError(f"材料说明 {path} 写法有误：{error}") from error
    except KeyError as error:
        raise InvalidInputError(f"材料说明 {path} 缺少 {error}。") from error
