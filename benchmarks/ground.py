"""What the measured commands stand on: a scratch folder with ledgers of several sizes, and how to call `ren`."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from timing import Command, tell

HERE = Path(__file__).parent
CASE = HERE.parent / "examples" / "wayao" / "wayao-2024.jsonl"
CREATE = "import sys, importlib as i; sys.path.insert(0, sys.argv[1]); i.import_module(sys.argv[2]).create(sys.argv[3])"
"""Done in a process of its own: what this one holds would count as memory of those that it starts."""
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"
DROPPED = ("PYTHONDONTWRITEBYTECODE", "PYTHONPROFILEIMPORTTIME", "PYTHONUNBUFFERED", "REN_DB")
"""Variables that would have the programs run otherwise than at a clerk's."""


class Ground:
    """A scratch folder, made ready once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        home = folder / "home"
        home.mkdir()
        kept = {name: value for name, value in os.environ.items() if name not in DROPPED}
        self.env = kept | {"HOME": str(home), "XDG_DATA_HOME": str(home), "PYTHONIOENCODING": "utf-8"}
        for floor, made in (("store", "floor.db"), ("page", "floor.docx")):
            self.do(self.python("-c", CREATE, str(HERE / "floors"), floor, str(folder / made)))

    floors = HERE / "floors"

    def python(self, *args: str) -> Command:
        """A command of this Python."""
        return Command([sys.executable, *args], self.env)

    def ren(self, ledger: str, *args: str, **more: str) -> Command:
        """A command of `ren` on a ledger of this folder, with ``more`` in its environment."""
        return Command([*program(), *args], self.env | {"REN_DB": str(self.folder / ledger)} | more)

    def afresh(self, ledger: str, *args: str) -> Command:
        """The same on a copy of the ledger, made anew for each run."""
        copy = partial(shutil.copyfile, self.folder / ledger, self.folder / "copy.db")
        return self.ren("copy.db", *args)._replace(before=copy)

    def store_floor(self) -> Command:
        return self.python(str(HERE / "floors" / "store.py"), str(self.folder / "floor.db"))

    def page_floor(self) -> Command:
        template, target = self.folder / "floor.docx", self.folder / "filled.docx"
        return self.python(str(HERE / "floors" / "page.py"), str(template), str(target))

    def keep(self, ledger: str, lines: Callable[[], Iterator[Mapping[str, Any]]] | None = None) -> None:
        """Make a ledger that is not there yet; with ``lines``, import them into it."""
        if (self.folder / ledger).exists():
            return
        self.do(self.ren(ledger, "init"))
        if lines is not None:
            source = self.folder / f"{ledger}.jsonl"
            with source.open("w", encoding="utf-8") as file:
                file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines())
            self.do(self.ren(ledger, "import", str(source)))

    def keep_case(self, ledger: str) -> None:
        """Make a ledger of the year that the examples carry."""
        self.do(self.ren(ledger, "init"))
        self.do(self.ren(ledger, "import", str(CASE)))

    def do(self, command: Command) -> None:
        """Run a command that must succeed."""
        tell(f"  {' '.join(command.argv[-3:])}")
        subprocess.run(command.argv, env=command.env, check=True, capture_output=True)


def program() -> list[str]:
    """`ren` as installed beside this Python; else out of the checkout."""
    script = Path(sys.executable).with_name("ren")
    return [sys.executable, str(script)] if script.is_file() else [sys.executable, "-m", "rencli"]


def visits(number: int) -> Iterator[dict[str, Any]]:
    """A township with so many visits, most of two deputies, each with a station and a note."""
    people = [f"{surname}{name}" for name in ("国强", "建华", "秀英") for surname in SURNAMES]
    yield {"kind": "term", "number": 5, "began_on": "2001-12-20"}
    yield from ({"kind": "station", "name": f"第{village}村联络站", "type": "联络站"} for village in range(10))
    for place, name in enumerate(people, 1):
        yield {"kind": "deputy", "name": name, "constituency": f"第{place}选区"}
    for at in range(number):
        yield {
            "kind": "visit",
            "held_on": str(date(2002, 1, 10) + timedelta(days=at % 7000)),
            "time": "09:00—11:30",
            "type": ("走访选民", "接待选民")[at % 2],
            "station": f"第{at % 10}村联络站",
            "place": f"第{at % 97}村民小组",
            "deputies": sorted({people[at % 60], people[(at * 7 + 1) % 60]}),
            "voters": at % 30,
            "households": at % 12,
            "opinions": at % 5,
            "solved": at % 3,
            "note": f"反映第{at}号路灯不亮、村道积水等问题，已转有关部门办理。",
        }


def records(suggestions: int, one_open_in: int = 5) -> Iterator[dict[str, Any]]:
    """A township with so many suggestions, each with its steps; one in some is still being handled."""
    yield {"kind": "office", "name": "演练镇", "county": "演练县"}
    yield {"kind": "term", "number": 5, "began_on": "2021-12-20", "seats": 60}
    yield {"kind": "group", "name": "第一代表小组"}
    people = [f"{surname}{name}" for name in ("国强", "建华", "秀英") for surname in SURNAMES]
    for number, name in enumerate(people, 1):
        yield {"kind": "deputy", "name": name, "group": "第一代表小组", "constituency": f"第{number}选区"}
    for number in range(1, suggestions + 1):
        handed = date(2022, 1, 10) + timedelta(days=number % 700)
        steps = [
            {"step": "交办", "on": str(handed), "unit": "村镇规划建设服务中心"},
            {"step": "面商", "on": str(handed + timedelta(days=20)), "mode": "当面"},
            {"step": "答复", "on": str(handed + timedelta(days=60)), "result": "A"},
            {"step": "反馈", "on": str(handed + timedelta(days=70)), "attitude": "满意", "outcome": "满意"},
            {"step": "办结", "on": str(handed + timedelta(days=80))},
        ]
        yield {
            "kind": "suggestion",
            "title": f"关于硬化第{number}组村道的建议",
            "submitted_on": str(handed - timedelta(days=10)),
            "term": 5,
            "session": 1,
            "proposer": people[number % len(people)],
            "category": "基础设施建设",
            "steps": steps if number % one_open_in else steps[:1],
        }
