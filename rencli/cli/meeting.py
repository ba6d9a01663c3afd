"""`ren meeting attend`: the register of a meeting in one line."""

from rencli.cli import face, opened
from rencli.cli.derived_options import completion, number_argument
from rencli.records import load


def commands() -> dict[str, face.Entry]:
    """What meetings have beside the derived verbs."""
    return {"attend": face.Entry("登记出席：写请假和缺席的，其余为出席", _attend_command)}


def _attend_command() -> face.Command:
    names = completion("deputy")
    params = [
        number_argument(load("meeting")),
        face.option("--leave", "请假的代表", metavar="姓名", multiple=True, complete=names),
        face.option("--absent", "缺席的代表", metavar="姓名", multiple=True, complete=names),
    ]
    help = "登记一次会议的出席情况：人代会登记全体在任代表，主席团会议登记主席团成员；原有登记被替换。"
    return face.command("attend", attend, params, help, ("ren meeting attend 3 --leave 张三 --absent 李四",))


def attend(which: str, leave: list[str], absent: list[str]) -> None:
    """Write the whole register of a meeting."""
    from rencli.figures.register import register
    from rencli.records import clean

    with opened.writing("meeting attend") as ledger:
        id = ledger.find("meeting", which)
        away = {"请假": clean.several("、".join(leave or ())), "缺席": clean.several("、".join(absent or ()))}
        ledger.edit("meeting", id, {"attendance": register(ledger, id, away)})
