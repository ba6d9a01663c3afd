"""Several windows at once: nothing is lost, and no number is given out twice."""

import json
import subprocess
import sys

import pytest
from running import START, Desk, environment, state

AT_ONCE = 3


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("suggestion add --title 关于硬化村道的建议 --submitted-on 2024-03-04", "suggestion"),
        ("import {}.jsonl", "visit"),
        ("document issue --title 通知 --prefix 瓦人发", "document"),
    ],
    ids=["add", "import", "issue"],
)
def test_commands_at_once_lose_nothing(desk: Desk, line: str, kind: str) -> None:
    desk.do("init")
    desk.do("term", "add", "--number", "5", "--began-on", "2021-12-20")
    for number in range(AT_ONCE):
        record = {"kind": "visit", "held_on": f"2024-03-0{number + 1}", "type": "联系户"}
        (desk.folder / f"{number}.jsonl").write_text(json.dumps(record), encoding="utf-8")
    started = [
        subprocess.Popen(
            [sys.executable, "-c", START, *line.format(number).split()],
            cwd=desk.folder,
            env=environment(desk.folder),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for number in range(AT_ONCE)
    ]
    assert [each.wait() for each in started] == [0] * AT_ONCE
    records = json.loads(desk.do(kind, "list", "--format", "json"))
    assert [record["id"] for record in records] == list(range(1, AT_ONCE + 1))
    if kind == "suggestion":
        assert sorted(record["number"] for record in records) == list(range(1, AT_ONCE + 1))
    if kind == "document":
        numbers = [f"瓦人发〔{record['dated_on'][:4]}〕{place}号" for place, record in enumerate(records, 1)]
        assert sorted(record["number"] for record in records) == numbers
        return
    commands = desk.rows('SELECT command_id, count(*) FROM change WHERE "table" = ? GROUP BY command_id', kind)
    assert [count for _, count in commands] == [1] * AT_ONCE
    assert state(desk.ledger)["running"] == []
