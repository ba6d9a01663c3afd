"""Forms: a .docx with Jinja tags in it, filled with the plain data of records.

``opening`` looks into the file before anything reads it, ``tags`` says what a tag may do, ``filling`` fills it by
docxtpl, which is loaded only then; ``child`` does so for a user's own form.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from rencli import config


def filled(path: Path, names: Mapping[str, Any], title: str, dated: date, properties: Mapping[str, str]) -> bytes:
    """A form filled: a .docx. Raises InvalidInputError for a file that is refused or a mistake in it."""
    from rencli.reports.form.opening import opened

    form = opened(path)
    if path.is_relative_to(config.user_folder()):
        from rencli.reports.form.child import fill
    else:
        from rencli.reports.form.filling import fill
    return fill(form, path.name, names, title, dated, dict(properties))
