"""A report's manifest: a small TOML file beside its template. A user's own shadow the shipped ones."""

import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from rencli.config import template_folders
from rencli.errors import InvalidInputError, NotFoundError
from rencli.records import KINDS

PERIODS: Final = ("year", "half", "quarter", "term", "session", "any", "none")
"""The period option that a report is made for; ``any`` of them, or ``none`` where it speaks of one record only."""
PAGES: Final = ("portrait", "landscape")
DEFAULTS: Final = ("year", "seat", "congress")
"""The period of a report for which none is asked: this year, the time since a deputy took the seat, or since the last
report to a congress."""

NEAREST: Final = 3
"""Reports that are offered for a name that none bears."""


class Manifest(NamedTuple):
    """What a report is, beside its words."""

    name: str
    title: str
    """What it is called: 年度工作总结."""
    about: str
    """One line for ``report list``."""
    period: str
    """One of ``PERIODS``."""
    file: str
    """The default file name, with {单位} and {期间}, for papers of records also {名称} and {日期} of the record."""
    template: Path | None
    """The prose template; None for a report that is a form or a book only."""
    of: str = ""
    """The kind of the records that it is made of, one by one; empty for a report of a period."""
    page: str = "portrait"
    form: Path | None = None
    """A .docx with Jinja in it, filled instead of a prose template."""
    book: Mapping[str, Any] | None = None
    """Which records a register lists and in which columns; see ``reports.book``."""
    default: str = "year"
    """One of ``DEFAULTS``."""
    only: Mapping[str, Any] = MappingProxyType({})
    """Values that the record's fields, by their Chinese names, must have one of; what its life tells is a field too."""
    ahead: int | None = None
    """How many days before the record's own day a paper goes out."""
    needs: Sequence[str] = ()
    """Fields by their Chinese names that the paper is not complete without: 联络站/地点 is either, 本单位.联系电话 the
    office's; an empty one gives a hint."""
    early: bool = False
    """Whether it may be made before its period begins."""
    also: Sequence[str] = ()
    """What else it is called every day: 年终总结."""

    attach: Sequence[str] = ()
    """Reports of which the one that is made for the same kind of period goes with the paper as its attachment."""
    numbered: str = ""
    """The paper bears a number: that of the document sent out whose title has this word and the period's name."""
    wants: Sequence[str] = ()
    """Fields by their Chinese names that a record must have a value in; others are refused, and passed over where all
    records of a period are asked for."""
    gather: bool = False
    """Whether the records stand in one paper together; a form or register without a word of it does so."""
    by: str = ""
    """A field with a value or several: a paper for each of them, of the records that have it. 督办函: a unit each."""
    standing: str = ""
    """The list (``standing``) whose records are meant where none is named."""
    blank: bool = False
    """Whether it may be made of no record, to be filled in by hand."""
    batch: Mapping[str, Any] = MappingProxyType({})
    """Of all the records of a period those that have one of these values; one that is named need not."""
    tables: bool = False
    """Whether its tables can be had as a workbook."""
    public: bool = False
    """It goes to the public: the template leaves out what is not for it."""

    @property
    def names(self) -> Sequence[str]:
        """Everything that it is called."""
        return (self.name, self.title, *self.also)


def manifest(name: str, options: Collection[str] = ()) -> Manifest:
    """The manifest of a report by its name, its title, or what else it is called.

    ``options`` are the period options that are given: of several with one everyday name, those of that period.
    Raises NotFoundError for an unknown name, InvalidInputError for one that several bear.
    """
    for folder in template_folders():
        path = folder / "reports" / f"{name}.toml"
        if path.is_file():
            return _read(path)
    every = list(manifests())
    called = [each for each in every if each.title == name] or [each for each in every if name in each.also]
    fitting = [each for each in called if each.period in options] if len(called) > 1 else []
    called = fitting or called
    if len(called) == 1:
        return called[0]
    if called:
        raise InvalidInputError(f"“{name}”可以是{_listed(called)}，请写明哪一种。")
    near = _near(name, every)
    guess = f"，是不是{_listed(near)}？" if near else "。"
    raise NotFoundError(f"没有“{name}”这种材料{guess}ren report list 可查。")


def _near(name: str, every: Sequence[Manifest]) -> list[Manifest]:
    """The reports that are called nearly so, or by a longer or shorter name."""
    from difflib import get_close_matches

    bearers = [(text, each) for each in every for text in each.names]
    close = get_close_matches(name, dict.fromkeys(text for text, _ in bearers), NEAREST)
    close += [text for text, _ in bearers if len(name) > 1 and (name in text or text in name)]
    found = {each.name: each for word in close for text, each in bearers if text == word}
    return list(found.values())[:NEAREST]


def _listed(found: Sequence[Manifest]) -> str:
    return "、".join(f"“{each.name}”（{each.title}）" for each in found)


def manifests() -> Iterator[Manifest]:
    """All reports, by name; a user's own before a shipped one of the same name."""
    seen: set[str] = set()
    for folder in template_folders():
        for path in sorted((folder / "reports").glob("*.toml")):
            if path.stem not in seen:
                seen.add(path.stem)
                yield _read(path)


def located(found: Manifest, template: Path) -> Path:
    """Where a template lies; a user may shadow it alone. Raises InvalidInputError where it is missing."""
    for folder in template_folders():
        for below in (folder / "forms", folder / "reports", folder / "reports/parts"):
            path = below / template.name
            if below.name == template.parent.name and path.is_file():
                return path
    raise InvalidInputError(f"材料 {found.name} 缺少模板文件 {template.name}。")


def _read(path: Path) -> Manifest:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for name, known in (("period", PERIODS), ("page", PAGES), ("of", KINDS), ("default", DEFAULTS)):
            if name in data and data[name] not in known:
                raise InvalidInputError(f"材料说明 {path} 的 {name} 应是 {'、'.join(known)} 之一。")
        for default, of in (("seat", "deputy"), ("congress", "meeting")):
            if data.get("default") == default and data.get("of") != of:
                raise InvalidInputError(f'材料说明 {path} 的 default = "{default}" 只用于 of = "{of}"。')
        if not all(isinstance(each, str) for each in data.get("also", [])) or isinstance(data.get("also"), str):
            raise InvalidInputError(f'材料说明 {path} 的 also 应是几个名称，如 also = ["年终总结"]。')
        form, book = data.get("form"), data.get("book")
        prose = data.get("template", None if form or book else f"{path.stem}.md")
        return Manifest(
            path.stem,
            data["title"],
            data["about"],
            data["period"],
            data["file"],
            path.with_name(str(prose)) if prose else None,
            data.get("of", ""),
            data.get("page", "portrait"),
            path.parent.with_name("forms") / str(form) if form else None,
            book,
            data.get("default", "year"),
            data.get("only", {}),
            data.get("ahead"),
            data.get("needs", ()),
            data.get("early", False),
            data.get("also", ()),
            data.get("attach", ()),
            data.get("numbered", ""),
            data.get("wants", ()),
            data.get("gather", not prose),
            data.get("by", ""),
            data.get("standing", ""),
            data.get("blank", False),
            data.get("batch", {}),
            data.get("tables", False),
            data.get("public", False),
        )
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidInputError(f"材料说明 {path} 写法有误：{error}") from error
    except KeyError as error:
        raise InvalidInputError(f"材料说明 {path} 缺少 {error}。") from error
