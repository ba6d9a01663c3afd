"""The floor of what is due: one indexed anti-join that finds the suggestions without an end, by plain SQL.

Usage: chasing.py LEDGER DAY
"""

import sqlite3
import sys

OPEN = """
    SELECT count(*) FROM suggestion WHERE submitted_on <= ? AND NOT EXISTS (
        SELECT 1 FROM suggestion_steps AS step
        WHERE step.owner_id = suggestion.id AND step.step IN ('办结', '撤回', '并案'))
"""


def main() -> None:
    """Count the open ones."""
    with sqlite3.connect(sys.argv[1]) as connection:
        [[found]] = connection.execute(OPEN, (sys.argv[2],))
    sys.stdout.write(f"{found}\n")


if __name__ == "__main__":
    main()
