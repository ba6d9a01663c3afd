"""Forms: a .docx with Jinja tags in it, filled with the plain data of records.

``opening`` looks into the file before anything reads it, ``tags`` says what a tag may do, ``filling`` fills it by
docxtpl, which is loaded only then.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any


def filled(path: Path, names: Mapping[str, Any], title: str, dated: date, properties: Mapping[str, str]) -> bytes:
    """A form filled: a .docx. Raises InvalidInputError for a file that is refused or a mistake in it."""
    from rencli.reports.form.filling import fill
    from rencli.reports.form.opening import opened

    return fill(opened(path), path.name, names, title, dated, properties)
