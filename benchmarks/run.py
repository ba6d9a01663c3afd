"""`make bench`: what `ren` costs, as ratios to the floors that it cannot go below. See docs/performance.md.

Every command is run by turns with its floor (floor, command, floor, command …) in a process of its own.
"""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import table
from action import Action
from actions import actions
from ground import Ground
from startup import profile
from timing import FailedError, Ratio, compare, tell

ROUNDS, QUICK_ROUNDS = 11, 3
MANY, QUICK_MANY = 10_000, 200
BULK, QUICK_BULK = 100_000, 200


def main() -> int:
    """Measure, print, and put the table into the document; the exit code."""
    options = _options()
    rounds = options.rounds or (QUICK_ROUNDS if options.quick else ROUNDS)
    many = options.many or (QUICK_MANY if options.quick else MANY)
    bulk = options.bulk or (QUICK_BULK if options.quick else BULK)
    with TemporaryDirectory(prefix="ren-bench-") as folder:
        tell("making ledgers")
        only = options.only or ("suggestion add …" if options.profile else "")
        chosen = [action for action in actions(Ground(Path(folder)), many, bulk) if only in action.name]
        if options.profile:
            for action in chosen:
                sys.stdout.write(f"{action.name}\n{profile(action.command)}\n\n")
            return 0
        results = [(action, _measured(action, rounds)) for action in chosen]
    text = table.table(results, rounds)
    sys.stdout.write(f"{text}\n")
    if not (options.quick or options.only):
        table.write(text)
    return int(any(ratio is None for _, ratio in results))


def _measured(action: Action, rounds: int) -> Ratio | None:
    if action.ready is not None:
        action.ready()
    try:
        ratio = compare(action.command, action.floor, rounds * action.more)
    except FailedError as error:
        tell(str(error))
        return None
    tell("  ".join(table.row(action, ratio)))
    return ratio


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure ren against its floors.")
    parser.add_argument("--quick", action="store_true", help="few rounds, small ledgers; the document stays as it is")
    parser.add_argument("--rounds", type=int, help=f"rounds after the warm-up (default {ROUNDS})")
    parser.add_argument("--many", type=int, help=f"suggestions in the large ledger (default {MANY})")
    parser.add_argument("--bulk", type=int, help=f"records of whole books in and out (default {BULK})")
    parser.add_argument("--only", default="", help="only the actions with this text in their name")
    parser.add_argument("--profile", action="store_true", help="instead of measuring, list what an action imports")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
