"""The period options that figures and reports share."""

from typing import Annotated

import typer

Year = Annotated[str | None, typer.Option("--year", metavar="年", help="哪一年，如 2024（默认今年）")]
Half = Annotated[str | None, typer.Option("--half", metavar="半年", help="哪半年，如 2024H1")]
Quarter = Annotated[str | None, typer.Option("--quarter", metavar="季度", help="哪一季度，如 2024Q1")]
From = Annotated[str | None, typer.Option("--from", metavar="日期", help="从哪天起（与 --to 同用）")]
To = Annotated[str | None, typer.Option("--to", metavar="日期", help="到哪天为止")]
Term = Annotated[str | None, typer.Option("--term", metavar="届次", help="哪一届，如 5")]
Session = Annotated[str | None, typer.Option("--session", metavar="届次-会次", help="从哪次人代会到下一次，如 5-3")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="日期", help="按哪天的情况（默认期末，不晚于今天）")]


def options(
    year: Year,
    half: Half,
    quarter: Quarter,
    from_: From,
    to: To,
    term: Term,
    session: Session,
    as_of: AsOf,
) -> dict[str, str | None]:
    """The period options by name."""
    return {
        "year": year,
        "half": half,
        "quarter": quarter,
        "from": from_,
        "to": to,
        "term": term,
        "session": session,
        "as_of": as_of,
    }
