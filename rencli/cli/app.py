"""The root: every command by name, each loaded when it is used, and the one error boundary around them."""

from functools import partial
from typing import TYPE_CHECKING, Any

from rencli.cli import boundary

if TYPE_CHECKING:
    from rencli.cli.face import LazyGroup

RECORDS, COUNTING, UPKEEP = "台账", "统计与公文", "维护"


def main() -> int:
    """The program; returns its exit code."""
    return boundary.run(make_root)


def make_root() -> "LazyGroup":
    """The root group. Nothing of a command is imported here."""
    from rencli.cli import face
    from rencli.records import KINDS

    entries = {}
    for kind, label in KINDS.items():
        entries[kind.replace("_", "-")] = face.Entry(label, partial(_kind_group, kind), RECORDS)
    entries["attach"] = face.Entry("把照片、扫描件附在一条记录上", "rencli.cli.attachment:attach_command", RECORDS)
    entries["agenda"] = face.Entry("一年里依法要做的事，做了没有", "rencli.cli.agenda:agenda_command", COUNTING)
    entries["figure"] = face.Entry("查看各项指标，打开到每条记录", "rencli.cli.figure:group", COUNTING)
    entries["report"] = face.Entry("写工作总结等公文材料", "rencli.cli.report:group", COUNTING)
    entries["proofread"] = face.Entry("校对写好的文章", "rencli.cli.proofread:proofread_command", COUNTING)
    entries["template"] = face.Entry("自己的材料模板", "rencli.cli.template:group", COUNTING)
    entries["search"] = face.Entry("在全部台账里查找", "rencli.cli.searching:app:search", COUNTING)
    entries["init"] = face.Entry("建立台账", "rencli.cli.ledger:app:init", UPKEEP)
    entries["rules"] = face.Entry("各地的规定和出处，节假日", "rencli.cli.rules:group", UPKEEP)
    entries["import"] = face.Entry("从文件导入记录", "rencli.cli.importing:app:import", UPKEEP)
    entries["export"] = face.Entry("把记录导出成文件", "rencli.cli.exporting:app:export", UPKEEP)
    return face.LazyGroup(
        "ren",
        entries,
        help="乡镇人大主席团办公室的台账与公文。",
        params=[
            face.option("--db", "台账文件（也可用环境变量 REN_DB；不写时在用户文件夹）", metavar="文件"),
            face.flag("--version", "显示版本", on_use=_show_version),
            *_completion_flags(),
        ],
        examples=(
            "ren init --office 瓦窑镇 --county 隆阳区",
            "ren suggestion add --title 关于硬化村道的建议 --submitted-on 2024-01-25 --proposer 张三",
            "ren report make annual --year 2024",
        ),
    )


def _kind_group(kind: str) -> "LazyGroup":
    from rencli.cli.derived import kind_group

    return kind_group(kind)


def _completion_flags() -> list[Any]:
    from rencli.cli.face.completion import completion_flags

    return list(completion_flags())


def _show_version() -> None:
    import typer

    from rencli import __version__

    typer.echo(f"ren {__version__}")
