"""The papers that were made of the ledger: what each was asked as, the figures and sentences that it had, and how
far the change log had come. They are no records: the change log does not watch them.
"""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import column, func, insert, select, table

from rencli.errors import NotFoundError
from rencli.store.ledger import Ledger
from rencli.store.run import run

_NAMES: Final = (
    *("id", "at", "of", "file", "report", "title", "period", "called", "as_of", "issued_on", "made_of"),
    *("recipe", "sha256", "position", "digest", "figures", "body"),
)
_PAPER: Final = table("paper", *map(column, _NAMES))
_CHANGE: Final = table("change", column("id"))
_LEDGER: Final = table("ledger", column("id"))


@dataclass(frozen=True)
class Paper:
    """A paper that was made, or refreshed in place."""

    file: str
    """The name of its file, without the folder."""
    report: str
    title: str
    period: str
    """The period option as the file keeps it: ``year=2024``."""
    called: str
    """The period as it is spoken of: 2024年."""
    as_of: date
    issued_on: date
    made_of: Mapping[str, Any]
    """What else it was asked as: the records by id, the group, whether sources are attached."""
    recipe: str
    """A digest of the template with its parts and of the rules."""
    sha256: str
    """Of the file."""
    position: int
    """The last line of the change log then."""
    digest: str
    """Of the figures that it was made with; the file knows it too."""
    figures: Sequence[tuple[str, str]] = ()
    """(key, value as written) in text order."""
    body: str = ""
    """Its lines, live values between the private-use marks of ``gongwen``."""
    of: int | None = None
    """The paper that this is a refreshed state of."""
    id: int = 0
    at: str = field(default_factory=lambda: datetime.now().astimezone().isoformat(timespec="seconds"))


def remember(ledger: Ledger, paper: Paper) -> int:
    """Keep a paper; returns its number."""
    row = {name: getattr(paper, name) for name in _NAMES if name != "id"}
    row |= {"as_of": str(paper.as_of), "issued_on": str(paper.issued_on)}
    row |= {"made_of": json.dumps(dict(paper.made_of), ensure_ascii=False)}
    row |= {"figures": json.dumps(list(paper.figures), ensure_ascii=False), "body": zlib.compress(paper.body.encode())}
    return int(run(ledger.session, insert(_PAPER).values(**row)).lastrowid)


def history(ledger: Ledger) -> list[Paper]:
    """All papers, the latest first."""
    return [_paper(row) for row in run(ledger.session, select(_PAPER).order_by(_PAPER.c.id.desc()))]


def number(ledger: Ledger, id: int) -> Paper:
    """A paper by its number. Raises NotFoundError."""
    row = run(ledger.session, select(_PAPER).where(_PAPER.c.id == id)).first()
    if row is None:
        raise NotFoundError(f"没有写过第{id}号材料；ren report history 可查。")
    return _paper(row)


def known_by(ledger: Ledger, digest: str) -> Paper | None:
    """The latest paper with a digest."""
    query = select(_PAPER).where(_PAPER.c.digest == digest).order_by(_PAPER.c.id.desc()).limit(1)
    row = run(ledger.session, query).first()
    return _paper(row) if row else None


def position(ledger: Ledger) -> int:
    """The last line of the change log; 0 of an empty one."""
    return int(run(ledger.session, select(func.max(_CHANGE.c.id))).scalar() or 0)


def mark(ledger: Ledger) -> str:
    """What tells this ledger from all others; copies and backups share it."""
    return str(run(ledger.session, select(_LEDGER.c.id)).scalar())


def _paper(row: Any) -> Paper:
    given = dict(zip(_NAMES, row, strict=True))
    given |= {"as_of": date.fromisoformat(given["as_of"]), "issued_on": date.fromisoformat(given["issued_on"])}
    given |= {"made_of": json.loads(given["made_of"]), "body": zlib.decompress(given["body"]).decode()}
    given |= {"figures": [(key, value) for key, value in json.loads(given["figures"])]}
    return Paper(**given)
