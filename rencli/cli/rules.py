"""`ren rules`: what the law and local rules ask, with articles; files of one's own; next year's holidays."""

import codecs
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from rencli import config, output
from rencli.cli import face, opened
from rencli.cli.derived_options import format_option
from rencli.cli.verbs import output_form, whole
from rencli.errors import AlreadyExistsError, InvalidInputError, NotFoundError, reason

if TYPE_CHECKING:
    from rencli.rules.listing import Value

NATIONAL = "national"


def group() -> face.LazyGroup:
    """The commands, each made when it is named."""
    entries = {
        "list": face.Entry("列出各地的规定", _list_command),
        "show": face.Entry("查看一套规定：每个值和它的出处", _show_command),
        "check": face.Entry("检查自己的规则文件", _check_command),
        "new": face.Entry("新建一份自己的规则文件", _new_command),
        "holidays": face.Entry("照国务院通知记下一年的节假日", _holidays_command),
    }
    return face.LazyGroup("rules", entries, help="各地的规定：期限、用语、结果类别，每个值都带出处；节假日。")


def _list_command() -> face.Command:
    help = "列出各地的规定：名称、适用地方、照哪天的文本、是随程序来的还是自己的。"
    return face.command("list", list_, [format_option("table", "json", "csv")], help, ("ren rules list",))


def _show_command() -> face.Command:
    name = face.argument("name", "规定的名称，不写时为本单位适用的", metavar="名称", required=False)
    help = "查看一套规定：每个值、出处、文本日期、存疑记号、来自哪个文件。"
    return face.command("show", show, [name, format_option("table", "json", "csv")], help, ("ren rules show 重庆",))


def _check_command() -> face.Command:
    which = face.argument("which", "规则文件，或规定的名称", metavar="文件或名称")
    help = "检查一份规则文件或节假日文件，一次指出所有毛病和所在的行。有毛病时退出码为1。"
    return face.command("check", check, [which, format_option("table", "json")], help, ("ren rules check 四川",))


def _new_command() -> face.Command:
    params = [
        face.argument("name", "新规定的名称，就是文件名", metavar="名称"),
        face.option("--from", f"照哪套规定（默认 {NATIONAL}；随程序有同名的，默认照它）", metavar="名称"),
    ]
    help = "在自己的规则文件夹里新建一份规则文件，供填写；印出它在哪里。已有时不动它。"
    return face.command("new", new, params, help, ("ren rules new 四川 --from national",))


def _holidays_command() -> face.Command:
    params = [
        face.argument("year", "哪一年", metavar="年份"),
        face.argument("file", "写着通知的文本文件；不写或写 - 时从标准输入读", metavar="文件", required=False),
        face.option("--text", "通知的原句", metavar="文字"),
        face.flag("--force", "已经记过这一年时换成新的"),
    ]
    help = "照国务院办公厅放假通知的原句，记下一年的节假日和调休上班；列出读到的，印出写在哪个文件。"
    examples = (
        "ren rules holidays 2027 通知.txt",
        "ren rules holidays 2027 --text 元旦：1月1日（周五）放假1天，不调休。",
    )
    return face.command("holidays", holidays, params, help, examples)


def list_(format: str | None) -> None:
    """Print the rule sets that there are, the user's own before the shipped ones."""
    from rencli.rules.reading import document, files, shipped

    form = output_form(format)
    rows = []
    for path in files([*config.rule_folders(), shipped()]):
        raw, own = document(path), path.parent != shipped()
        as_of = str(raw.get("as_of", ""))
        rows.append(
            {"name": path.stem, "title": raw.get("title"), "text": as_of or None, "own": own, "file": str(path)}
        )
    if form == "json":
        typer.echo(output.as_json(rows))
        return
    cells = [[row["name"], row["title"], row["text"], "自己的" if row["own"] else "随程序"] for row in rows]
    write = output.as_csv if form == "csv" else output.as_table
    typer.echo(write(["名称", "适用地方", "文本日期", "来自"], cells))


def show(name: str | None, format: str | None) -> None:
    """Print every value of a rule set with its article."""
    from rencli.rules import load
    from rencli.rules.listing import listed
    from rencli.rules.origin import MARKS

    form = output_form(format)
    rules = load(name or _own(), config.rule_folders())
    found = listed(rules)
    if form == "json":
        typer.echo(output.as_json([each._asdict() for each in found]))
        return
    if form == "csv":
        typer.echo(output.as_csv(["分类", "事项", "规定", "出处", "文本日期", "存疑", "说明", "文件"], found))
        return
    changed = [f"{each.title or each.name}：{line}" for each in rules.files for line in each.changed]
    heads = [("规定", rules.name), ("适用地方", rules.files[0].title), ("文本日期", rules.files[0].as_of)]
    heads += [("依次照", " → ".join(each.name for each in rules.files)), ("已知变动", "\n".join(changed))]
    typer.echo(output.as_card(heads) + "\n")
    cells = [[each.section, each.item, _told(each), each.article, each.text, _file(each)] for each in found]
    typer.echo(output.as_table(["分类", "事项", "规定", "出处", "文本日期", "文件"], cells))
    if any(each.mark for each in found):
        typer.echo("\n" + "\n".join(f"{mark} {meaning}" for mark, meaning in MARKS.items()))


def _told(each: "Value") -> str:
    """A value for the eye, its mark and note behind it."""
    beside = "；".join(text for text in (each.mark, each.note) if text)
    return (each.value or "没有规定") + (f"（{beside}）" if beside else "")


def _file(each: "Value") -> str | None:
    """The file of a value, by its name; the user's own says so."""
    return f"自己的 {Path(each.file).name}" if each.file and Path(each.file).is_absolute() else each.file


def _own() -> str:
    """The rule set of the office, where there is a ledger with one."""
    try:
        with opened.reading() as ledger:
            return ledger.context.rules.name
    except NotFoundError:
        return NATIONAL


def check(which: str, format: str | None) -> None:
    """Print what is wrong in a file; exit 1 when something is."""
    from rencli.rules import checking
    from rencli.rules.reading import shipped

    form = output_form(format, "table", "json")
    folders = [*config.rule_folders(), shipped()]
    path = checking.find(which, folders)
    found = checking.check(path, folders)
    if form == "json":
        typer.echo(output.as_json([each._asdict() for each in found]))
    elif found:
        typer.echo(output.as_table(["行", "项", "毛病"], [list(each) for each in found]))
    else:
        typer.echo(f"{path} 没有毛病。", err=True)
    if found:
        raise face.Exit(1)


def new(name: str, **given: str | None) -> None:
    """Write a rule-set file to fill in, and print where it is."""
    from rencli.rules import load
    from rencli.rules.listing import draft
    from rencli.rules.reading import is_name, shipped

    if not is_name(name):
        raise InvalidInputError(f"“{output.visible(name)}”不能作规定的名称，请写地名，如 四川。")
    folders = config.rule_folders()
    path = folders[0] / f"{name}.toml"
    if path.exists():
        raise AlreadyExistsError(f"{path} 已经存在，没有改动。请直接修改它，或另起一个名称。")
    own = (shipped() / path.name).is_file()
    parent = load(given["from"] or (name if own else NATIONAL), folders)
    _write(path, draft(name, parent, opened.today()))


def holidays(year: str, file: str | None, text: str | None, force: bool) -> None:
    """Read a notice, show what was understood, write the file of its year and print where it is."""
    from rencli.rules import notice
    from rencli.rules.holidays import as_toml, file_name

    number = whole("年份", year) or 0
    if not 1949 <= number <= 2100:
        raise InvalidInputError(f"年份“{output.visible(year)}”不对，请写四位数的年份，如 2027。")
    path = config.rule_folders()[0] / file_name(number)
    if path.exists() and not force:
        raise AlreadyExistsError(f"{path} 已经存在，没有改动。要换成新的请加 --force。")
    understood = notice.read(number, text if text is not None else _pasted(file))
    rows = [
        ["放假", each.name, each.first, each.last, (each.last - each.first).days + 1] for each in understood.notice.off
    ]
    rows += [["上班", "", day, day, 1] for day in understood.notice.worked]
    typer.echo(output.as_table(["", "节日", "首日", "末日", "天数"], rows), err=True)
    for sentence in understood.unused:
        typer.echo(f"没有用到：{output.visible(sentence)}", err=True)
    if understood.missing:
        typer.echo(f"注意：没有读到{'、'.join(understood.missing)}，这些日子将按平常日子计。", err=True)
    _write(path, as_toml(number, understood.notice))


def _pasted(file: str | None) -> str:
    """The text of a notice: of a file, else of standard input."""
    if file and file != "-":
        try:
            return _decoded(Path(file).read_bytes(), file)
        except FileNotFoundError:
            raise NotFoundError(f"没有文件 {output.visible(file)}，请检查文件名。") from None
        except (OSError, ValueError) as error:
            why = reason(error) if isinstance(error, OSError) else "文件名不对"
            raise InvalidInputError(f"{output.visible(file)} 读不出来（{why}）。") from error
    if sys.stdin.isatty():
        typer.echo("请粘贴放假通知的原句，最后另起一行按 Ctrl+D（Windows 上按 Ctrl+Z 再回车）。", err=True)
        return sys.stdin.read()
    return _decoded(sys.stdin.buffer.read(), "标准输入")


def _decoded(content: bytes, called: str) -> str:
    """Text as an editor or a browser saved it."""
    codes = ["utf-16"] if content[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else ["utf-8-sig", "gb18030"]
    for code in codes:
        with suppress(UnicodeDecodeError):
            return content.decode(code)
    raise InvalidInputError(f"{called} 不是文本，请把通知的原句存成 .txt 文件，或用 --text 写出。")


def _write(path: Path, text: str) -> None:
    from rencli import files

    path.parent.mkdir(parents=True, exist_ok=True)
    typer.echo(str(files.publish(path, text.encode(), force=True)))
