"""Making a report: names into the template, the text onto the page, the page into a file."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, NamedTuple

from rencli import gongwen
from rencli.errors import InvalidInputError
from rencli.figures.period import Period, period
from rencli.reports.manifest import Manifest, source
from rencli.reports.names import names
from rencli.reports.prose import render
from rencli.store.ledger import Ledger


class Paper(NamedTuple):
    """A report as made: its document, and what the file remembers of how it was made."""

    title: str
    document: gongwen.Document
    properties: Mapping[str, str]
    dated: date


def make(ledger: Ledger, manifest: Manifest, period: Period, issued_on: date) -> Paper:
    """Fill a report's template. Raises InvalidInputError for a mistake in the template."""
    text = render(source(manifest), manifest.template.name, names(ledger, period, issued_on))
    try:
        document = gongwen.parse(_tagged(text))
    except gongwen.GongwenError as error:
        raise InvalidInputError(f"模板 {manifest.template.name} 填出来的文字不成公文：{error}") from error
    option, value = period.option
    properties = {
        "ren:report": manifest.name,
        "ren:period": f"{option}={value}",
        "ren:as-of": period.as_of.isoformat(),
    }
    return Paper(manifest.title, document, properties, issued_on)


def period_of(ledger: Ledger, manifest: Manifest, asked: Mapping[str, str | None]) -> Period:
    """The period that was asked for; without one, this year, or the half-year of today.

    Raises InvalidInputError where the report is made for another kind of period.
    """
    given = {name for name, value in asked.items() if value and name != "as_of"}
    if not given and manifest.period == "half":
        half = 1 if ledger.today.month <= 6 else 2
        return period(ledger, {**asked, "half": f"{ledger.today.year}H{half}"})
    found = period(ledger, asked)
    if found.option[0] != manifest.period:
        raise InvalidInputError(f"{manifest.title}要写 --{manifest.period}，如 {_EXAMPLES[manifest.period]}。")
    return found


def check_format(suffix: str) -> None:
    """Raises InvalidInputError for a file suffix that no format has."""
    if suffix.lower() not in _FORMATS:
        raise InvalidInputError(f"不会写“{suffix or '没有后缀'}”这种文件，可用：{'、'.join(_FORMATS)}。")


def file_name(ledger: Ledger, manifest: Manifest, period: Period) -> str:
    """The default file name, safe on every system."""
    name = manifest.file.format(单位=ledger.office.name, 期间=period.name)
    return "".join("_" if char in '\\/:*?"<>|' else char for char in name) + ".docx"


def write(paper: Paper, suffix: str) -> bytes:
    """The paper in the format of a file suffix, which ``check_format`` has let pass."""
    return _FORMATS[suffix.lower()](paper)


def _tagged(text: str) -> str:
    """Figure marks as the document's live values: ``ren:key=value``."""
    parts = text.split(gongwen.START)
    tagged = [parts[0]]
    for part in parts[1:]:
        key, _, rest = part.partition(gongwen.MIDDLE)
        value = rest.partition(gongwen.END)[0]
        tagged.append(f"ren:{key}={value}{gongwen.MIDDLE}{rest}")
    return gongwen.START.join(tagged)


def _docx(paper: Paper) -> bytes:
    return gongwen.to_docx(paper.document, properties=paper.properties, dated=paper.dated)


_FORMATS: Final[Mapping[str, Callable[[Paper], bytes]]] = {
    ".docx": _docx,
    ".md": lambda paper: gongwen.to_markdown(paper.document).encode(),
    ".txt": lambda paper: gongwen.to_text(paper.document).encode(),
}
_EXAMPLES: Final[Mapping[str, str]] = {
    "year": "--year 2024",
    "half": "--half 2024H1",
    "quarter": "--quarter 2024Q1",
    "term": "--term 5",
    "session": "--session 5-3",
}
