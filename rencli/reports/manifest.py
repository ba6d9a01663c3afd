"""A report's manifest: a small TOML file beside its template. A user's own shadow the shipped ones."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from rencli.config import template_folders
from rencli.errors import InvalidInputError, NotFoundError
from rencli.reports import own_files
from rencli.reports.manifest_file import DEFAULTS, PAGES, PERIODS, values

__all__ = [
    "DEFAULTS",
    "PAGES",
    "PERIODS",
    "Manifest",
    "Shelf",
    "located",
    "manifest",
    "manifests",
    "read",
    "shelf",
    "shipped",
]

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


class Shelf(NamedTuple):
    """The reports that there are, and what is wrong with the manifests of others."""

    usable: Sequence[Manifest]
    faults: Mapping[str, InvalidInputError]
    """By the report's name: a report that is hidden by a mistake in its own manifest."""


def manifest(name: str, options: Collection[str] = ()) -> Manifest:
    """The manifest of a report by its name, its title, or what else it is called.

    ``options`` are the period options that are given: of several with one everyday name, those of that period.
    Raises NotFoundError for an unknown name, InvalidInputError for one that several bear, or where the
    manifest cannot be used.
    """
    for folder in template_folders():
        path = folder / "reports" / f"{name}.toml"
        if _is_bare(name) and own_files.stands(path):
            return read(path)
    every, faults = shelf()
    found = _called(name, every, options)
    if found is not None:
        return found
    if hidden := next((faults[each.name] for each in _shadowed(faults) if name in each.names), None):
        raise hidden
    raise _unknown(name, every)


def shipped(name: str) -> Manifest:
    """The manifest of a report as the program brings it, whatever the user has in its place.

    Raises NotFoundError for an unknown name, InvalidInputError for one that several bear.
    """
    every = [read(path) for path in sorted((template_folders()[-1] / "reports").glob("*.toml"))]
    found = next((each for each in every if each.name == name), None) or _called(name, every, ())
    if found is None:
        raise _unknown(name, every)
    return found


def _called(name: str, every: Sequence[Manifest], options: Collection[str]) -> Manifest | None:
    """The report that bears a name beside its own. Raises InvalidInputError where several do."""
    called = [each for each in every if each.title == name] or [each for each in every if name in each.also]
    fitting = [each for each in called if each.period in options] if len(called) > 1 else []
    called = fitting or called
    if len(called) == 1:
        return called[0]
    if called:
        raise InvalidInputError(f"“{name}”可以是{_listed(called)}，请写明哪一种。")
    return None


def _unknown(name: str, every: Sequence[Manifest]) -> NotFoundError:
    near = _near(name, every)
    guess = f"，是不是{_listed(near)}？" if near else "。"
    return NotFoundError(f"没有“{name}”这种材料{guess}ren report list 可查。")


_LONGEST_NAME: Final = 60


def _is_bare(name: str) -> bool:
    """Whether this may be the name of a file in the folder, and of none beside it."""
    return 0 < len(name) <= _LONGEST_NAME and not set(name) & set("/\\\0") and name not in (".", "..")


def _shadowed(faults: Collection[str]) -> Iterator[Manifest]:
    """The shipped manifests in whose places the user has others that cannot be used."""
    shipped = template_folders()[-1] / "reports"
    return (read(path) for name in faults if (path := shipped / f"{name}.toml").is_file())


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
    """All reports that can be used, by name; a user's own before a shipped one of the same name."""
    yield from shelf().usable


def shelf() -> Shelf:
    """All reports, by name, the user's own first. A manifest with a mistake hides its own report only."""
    found: dict[str, Manifest] = {}
    faults: dict[str, InvalidInputError] = {}
    for folder in template_folders():
        for path in sorted((folder / "reports").glob("*.toml")):
            if path.stem in found or path.stem in faults:
                continue
            try:
                found[path.stem] = read(path)
            except InvalidInputError as error:
                faults[path.stem] = error
    return Shelf(list(found.values()), faults)


def located(found: Manifest, template: Path) -> Path:
    """Where a template lies; a user may shadow it alone. Raises InvalidInputError where it is missing."""
    for folder in template_folders():
        for below in (folder / "forms", folder / "reports", folder / "reports/parts"):
            path = below / template.name
            if below.name == template.parent.name and own_files.stands(path):
                most = own_files.MOST_FORM if below.name == "forms" else own_files.MOST_TEXT
                return own_files.check(path, "表单" if below.name == "forms" else "模板", most)
    raise InvalidInputError(f"材料 {found.name} 缺少模板文件 {template.name}。")


def read(path: Path) -> Manifest:
    """The manifest in a file. Raises InvalidInputError with the line of what is wrong in it."""
    data = values(path)
    form, book = data.get("form"), data.get("book")
    prose = data.get("template", None if form or book else f"{path.stem}.md")
    made = Manifest(
        path.stem,
        data["title"],
        data["about"],
        data["period"],
        data["file"],
        path.with_name(prose) if prose else None,
        form=path.parent.with_name("forms") / form if form else None,
        gather=data.get("gather", not prose),
    )
    rest = {name: value for name, value in data.items() if name not in (*_READ, "template")}
    return made._replace(**rest)


_READ: Final = ("title", "about", "period", "file", "form", "gather")
"""The words of a manifest that are read one by one; the others stand in it as they are."""
