"""`make demo`: keep the year of Wayao township and write its work summary.

Runs the program as a person would, one command at a time, and says each one.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> int:
    """Keep the year in a ledger of its own and make the paper."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ren", required=True, help="the installed program")
    parser.add_argument("--out", required=True, type=Path, help="folder for the ledger and the paper")
    options = parser.parse_args()
    options.out.mkdir(exist_ok=True)
    ledger, paper = options.out / "瓦窑镇.db", options.out / "瓦窑镇2024年度工作总结.docx"
    ledger.unlink(missing_ok=True)
    env = os.environ | {"REN_DB": str(ledger), "REN": str(Path(options.ren).absolute())}
    for command in (
        [options.ren, "init"],
        [options.ren, "import", str(HERE / "wayao-2024.jsonl")],
        ["sh", str(HERE / "clerk.sh")],
        [options.ren, "report", "make", "annual", "--year", "2024", "-o", str(paper), "--force"],
    ):
        sys.stdout.write(f"$ {' '.join(command)}\n")
        sys.stdout.flush()
        subprocess.run(command, env=env, check=True)
    sys.stdout.write(
        f"\n写好了：{paper}\n"
        "用 WPS 或 Word 打开看：版面按 GB/T 9704（每页22行、每行28字，页码单右双左）；每个数字都来自台账记录。\n"
        f"任选一个数打开到记录：{options.ren} --db {ledger} figure show suggestion.closing_rate --year 2024\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
