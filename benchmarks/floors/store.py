"""The store floor: what SQLModel costs a program that writes one record as safely as ours, and does nothing else.

Imports SQLModel, declares one table of eleven fields, opens the file with the pragmas of our connection recipe,
inserts, commits. Usage: store.py DATABASE
"""

import sqlite3
import sys
from datetime import date

from sqlalchemy import event
from sqlalchemy.pool import StaticPool
from sqlmodel import Field, Session, SQLModel, create_engine

PRAGMAS = (
    "busy_timeout=5000",
    "foreign_keys=ON",
    "cell_size_check=ON",
    "journal_mode=TRUNCATE",
    "synchronous=EXTRA",
    "recursive_triggers=ON",
    "secure_delete=ON",
)


class Motion(SQLModel, table=True):
    """Eleven fields of the usual types."""

    id: int | None = Field(default=None, primary_key=True)
    title: str
    number: int
    term: int
    session: int | None = None
    submitted_on: date
    proposer: str | None = None
    category: str | None = None
    body: str | None = None
    key: bool = False
    note: str | None = None


def main() -> None:
    """Insert one row."""
    raw = sqlite3.connect(sys.argv[1], isolation_level=None, check_same_thread=False)
    for pragma in PRAGMAS:
        raw.execute(f"PRAGMA {pragma}")
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    with Session(engine) as session:
        session.add(Motion(title="关于硬化村道的建议", number=1, term=5, submitted_on=date(2024, 1, 25)))
        session.commit()
    raw.execute("PRAGMA journal_mode=DELETE")
    raw.close()


def create(path: str) -> None:
    """Make the database with its one table; done once, before anything is timed."""
    engine = create_engine(f"sqlite:///{path}")
    SQLModel.metadata.create_all(engine)
    engine.dispose()


if __name__ == "__main__":
    main()
