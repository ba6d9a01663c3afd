"""What a command imports: each is run in a fresh process that says which libraries it needed."""

from pathlib import Path
from typing import Final

import pytest
from running import Desk, environment, in_python

WATCHED: Final = (
    "pydantic", "sqlalchemy", "sqlmodel", "rich", "docx", "docxtpl", "lxml", "jinja2", "platformdirs", "tomllib",
    "python_calamine", "openpyxl", "xlsxwriter", "pypinyin", "chinese_calendar",
)  # fmt: skip
STORE: Final = {"sqlalchemy", "sqlmodel", "pydantic"}
RULES: Final = {"tomllib", "platformdirs"}
PAGE: Final = {"docx", "lxml"}
REPORT = "import sys; sys.stderr.write(chr(10) + ' '.join(name for name in {names!r} if name in sys.modules))"
START = "import sys; sys.argv[0] = 'ren'; from rencli.cli.app import main; code = main(); {report}; sys.exit(code)"

LINES: Final = {
    "--version": set(),
    "--help": set(),
    "sugestion": set(),
    "suggestion --help": set(),
    "suggestion add --help": set(),
    "figure --help": set(),
    "report make --help": set(),
    "suggestion list --help": set(),
    "suggestion add --submitted-on": set(),
    "suggestion add --title 修路 --submitted-on 2024-03-05": STORE | RULES,
    "suggestion assign 5-0-1 --unit 水利站 --on 2024-03-06": STORE | RULES | {"chinese_calendar"},
    "suggestion assign 5-0-1 --unit 水利站 --on 2024-03-06 --due 2024-05-01": STORE | RULES,
    "agenda --help": set(),
    "agenda --format json": STORE | RULES | {"chinese_calendar"},
    "rules --help": set(),
    "rules list --format json": RULES,
    "rules show 重庆 --format json": RULES,
    "rules holidays 2027 --text 元旦：1月1日放假": RULES | {"rich"},
    "visit add --held-on 2024-03-05 --type 走访选民": STORE,
    "visit list --format json": STORE,
    "deputy list --format json": STORE,
    "deputy points 张三 --format json": STORE | RULES,
    "deputy ranking --format csv": STORE | RULES,
    "deputy dossier 张三 -o 档案.txt --force": STORE | RULES | {"jinja2"},
    "visit list --format csv": STORE,
    "suggestion list --format json": STORE | RULES,
    "visit list": STORE | {"rich"},
    "search 修路 --format json": STORE | RULES,
    "export all -o 全部.jsonl --force": STORE,
    "export visit -o 走访.csv --force": STORE,
    "export visit -o 走访.xlsx --force": STORE | {"xlsxwriter"},
    "proofread --help": set(),
    "proofread --rules --format json": set(),
    "proofread 总结稿.txt --format json": set(),
    "proofread 总结稿.txt --annotate 批注.docx --force --format json": PAGE,
    "proofread 总结稿.txt --ledger --format json": STORE | RULES,
    "report make annual --year 2024 -o 总结.txt --force": STORE | RULES | {"jinja2"},
    "report make annual --year 2024 -o 总结.docx --force": STORE | RULES | {"jinja2"} | PAGE,
}
"""A command line, and the watched libraries that it may need."""


@pytest.fixture
def office(desk: Desk) -> Path:
    """A folder with a ledger in it."""
    desk.do("init", "--office", "瓦窑镇", "--county", "隆阳区")
    desk.do("term", "add", "--number", "5", "--began-on", "2021-12-20")
    desk.do("deputy", "add", "--name", "张三")
    desk.do("suggestion", "add", "--title", "关于硬化村道的建议", "--submitted-on", "2024-03-04")
    (desk.folder / "总结稿.txt").write_text("全年召开次会议，办结率95%。\n", encoding="utf-8")
    return desk.folder


@pytest.mark.parametrize("line", LINES)
def test_a_command_imports_no_more_than_it_needs(office: Path, line: str) -> None:
    assert needed(office, line.split()) - LINES[line] == set()


@pytest.mark.parametrize("line", ["ren su", "ren suggestion add --c", "ren visit add --deputies 张", "ren report ma"])
def test_completion_is_as_quick_as_help(office: Path, line: str) -> None:
    words = {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split()) - 1), "_REN_COMPLETE": "complete_bash"}
    assert needed(office, [], **words) == set()


def needed(folder: Path, args: list[str], **more: str) -> set[str]:
    """The watched libraries that a command line imports in a process of its own."""
    done = in_python(START.format(report=REPORT.format(names=WATCHED)), args, folder, environment(folder) | more)
    assert "Traceback" not in done.err
    return set(done.err.splitlines()[-1].split())
