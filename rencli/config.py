"""Where things are: option, then environment, then default. Nothing is read before it is asked for."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

PACKAGE: Final = Path(__file__).parent


def user_folder() -> Path:
    """The platform's folder for the user's data; the ledger, own templates and own rules live here."""
    from platformdirs import user_data_dir

    return Path(user_data_dir("ren", appauthor=False))


def ledger_path(option: str | None = None) -> Path:
    """The ledger file: ``--db``, else ``REN_DB``, else ``ren.db`` in the user folder."""
    if given := option or os.environ.get("REN_DB"):
        return Path(given).expanduser()
    return user_folder() / "ren.db"


def rule_folders() -> Sequence[Path]:
    """Folders with the user's own rule sets, which shadow the shipped ones."""
    return [user_folder() / "rules"]


def template_folders() -> Sequence[Path]:
    """Folders with report templates: the user's own first, then the shipped ones."""
    inside, beside = PACKAGE / "templates", PACKAGE.parent / "templates"
    return [user_folder() / "templates", inside if inside.is_dir() else beside]
