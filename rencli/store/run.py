"""Running a Core statement in a session. Columns made from record classes have types that only we know."""

from typing import Any

from sqlalchemy import Executable
from sqlmodel import Session


def run(session: Session, statement: Executable, rows: list[dict[str, Any]] | None = None) -> Any:
    """The result of a statement on the session's own connection, inside its transaction."""
    return session.connection().execute(statement, rows)
