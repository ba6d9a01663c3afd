"""`ren report check, refresh, trace`: what a paper says after somebody has edited it, against the ledger."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from rencli import output
from rencli.cli import face, made, opened, periods
from rencli.cli.derived_options import format_option
from rencli.cli.verbs import output_form
from rencli.errors import InvalidInputError, ProblemsFoundError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rencli.reports.live.asked import Asked
    from rencli.reports.live.checking import Checked, Finding
    from rencli.reports.live.keys import Values
    from rencli.reports.live.saved import Saved
    from rencli.reports.live.sentences import Differing
    from rencli.store.ledger import Ledger

FILE = "写好的 .docx 材料"


def check_command() -> face.Command:
    """``check``."""
    params = [
        face.argument("file", FILE, metavar="文件"),
        _any_ledger(),
        *periods.params(),
        format_option("table", "json"),
    ]
    help = (
        "核对一份写好、改过的材料：每个数同台账一致、台账有变化、手工改过，还是两边都变了；"
        "不光数要改的句子，并排列出。期间和截止日期从文件里读。"
    )
    return face.command("check", check, params, help, ("ren report check 瓦窑镇2024年度工作总结.docx",))


def refresh_command() -> face.Command:
    """``refresh``."""
    params = [
        face.argument("file", FILE, metavar="文件"),
        face.option("--force", "手工改过的这项也改成台账的数，写键或指标名，可写几次", metavar="指标", multiple=True),
        face.option("--output", "写成另一个文件，原来的不动", short="-o", metavar="文件"),
        _any_ledger(),
        *periods.params(),
    ]
    help = (
        "把材料里没有人改过的数换成台账现在的数，文字和格式不动。原来的一份留作同名的 .bak；"
        "没有换的、换了数还要看看的句子，都列出来。"
    )
    examples = (
        "ren report refresh 瓦窑镇2024年度工作总结.docx",
        "ren report refresh 总结.docx --force 建议·办结数",
    )
    return face.command("refresh", refresh, params, help, examples)


def trace_command() -> face.Command:
    """``trace``."""
    params = [
        face.argument("file", FILE, metavar="文件"),
        _any_ledger(),
        *periods.params(),
        format_option("table", "json"),
    ]
    help = "把材料里的每个数打开：算法、分子分母、背后的每一条记录，和它所在的句子。"
    return face.command("trace", trace, params, help, ("ren report trace 瓦窑镇2024年度工作总结.docx",))


def check(file: str, any_ledger: bool, format: str | None, **asked: str | None) -> None:
    """Print every live value of a file with its state, then the sentences to look at."""
    form = output_form(format, "table", "json")
    with opened.reading() as ledger:
        found = _checked(ledger, file, asked, any_ledger=any_ledger)[3]
    if form == "json":
        typer.echo(output.as_json([each.dump() for each in found.findings]))
    else:
        _tell_findings(found.findings)
    _tell_sentences(found.differing, to_stderr=form == "json")
    if not found.right:
        wrong = sum(each.state != "ok" for each in found.findings)
        raise ProblemsFoundError(f"{len(found.findings)}个数，{wrong}个要看；{len(found.differing)}处句子要看。")
    typer.echo(f"{len(found.findings)}个数都同台账一致。", err=True)


def refresh(file: str, force: list[str] | None, output: str | None, any_ledger: bool, **asked: str | None) -> None:
    """Write current values into a file, keep its .bak, and print where it is and what was left."""
    from rencli import files
    from rencli.reports.live import memory, refreshing

    path, target = Path(file), Path(output or file)
    if output:
        files.check_target(target, force=False)
    with opened.reading() as ledger:
        saved, request, _, found = _checked(ledger, file, asked, any_ledger=any_ledger)
        _known(force or (), found)
        done = refreshing.refresh(saved, found, force or ())
        kept = memory.refreshed(ledger, target.name, request, found, done) if request.report else None
    if done.written or done.rebound or output:
        if not output:
            files.publish(path.with_suffix(".bak"), saved.data, force=True)
        target = files.publish(target, kept[0] if kept else done.data, force=not output)
        typer.echo(str(target))
        if kept:
            made.keep([kept[1]])
    _tell_refreshed(done.written, "换成了台账的数", old=True)
    if done.rebound:
        typer.echo(f"{len(done.rebound)}个数同台账一致，已重新接上。", err=True)
    _tell_refreshed(done.left, "没有动")
    _tell_sentences(found.differing, to_stderr=True)
    if done.left or found.differing:
        raise ProblemsFoundError(
            f"换了{len(done.written)}个数，{len(done.left)}个没有动；{len(found.differing)}处句子要看。"
        )
    typer.echo(f"换了{len(done.written)}个数。" if done.written else "没有要换的数。", err=True)


def trace(file: str, any_ledger: bool, format: str | None, **asked: str | None) -> None:
    """Print every figure of a file with its formula, parts, records and sentences."""
    from rencli.records import KINDS
    from rencli.reports.live.tracing import traced

    form = output_form(format, "table", "json")
    with opened.reading() as ledger:
        _, _, values, found = _checked(ledger, file, asked, any_ledger=any_ledger)
        told = [(each.key, each.in_file, each.sentence) for each in found.findings if each.state != "missing"]
        opened_up = list(traced(values, told))
    if form == "json":
        typer.echo(output.as_json([each.dump() for each in opened_up]))
        return
    for each in opened_up:
        shown = each.dump()
        pairs: list[tuple[str, Any]] = [("指标", each.label or f"{each.key}（没有这项指标）"), ("文件里", each.value)]
        pairs += [
            (title, shown.get(name))
            for title, name in (("算法", "formula"), ("分子", "numerator"), ("分母", "denominator"))
        ]
        pairs += [("句子", "\n".join(each.sentences)), ("记录", f"{len(each.records)}条")]
        typer.echo(output.as_card(pairs))
        if each.records:
            rows = [[KINDS[str(record["kind"])], record["id"], record["title"]] for record in each.records]
            typer.echo(output.as_table(["种类", "序号", "标题"], rows))
        typer.echo("")


def _checked(
    ledger: "Ledger", file: str, given: "dict[str, str | None]", *, any_ledger: bool
) -> "tuple[Saved, Asked, Values, Checked]":
    from rencli.reports.live import asked, checking, saved
    from rencli.reports.live.keys import Values

    read = saved.read(Path(file))
    request = asked.of_file(read)
    if not any_ledger:
        asked.refuse_foreign(ledger, read, request)
    values = Values(ledger, asked.period(ledger, read, request, given))
    return read, request, values, checking.check(ledger, read, request, values)


def _known(force: "Sequence[str]", found: "Checked") -> None:
    known = {name for each in found.findings for name in (each.key, each.label)}
    if strange := [each for each in force if each not in known]:
        raise InvalidInputError(f"--force：这份材料里没有“{strange[0]}”这项；ren report check 列出有哪些。")


def _tell_findings(findings: "Sequence[Finding]") -> None:
    from rencli.reports.live.checking import STATES

    titles = ["指标", "写时", "文件里", "台账里", "情况", "句子"]
    rows = [
        [each.label or each.key, each.written, each.in_file, each.in_ledger, STATES[each.state], each.sentence]
        for each in findings
    ]
    if rows:
        marked = [row for row, each in enumerate(findings) if each.state != "ok"]
        typer.echo(output.as_table(titles, rows, marked=marked))
    else:
        typer.echo("这份材料里没有来自台账的数。", err=True)


def _tell_refreshed(findings: "Sequence[Finding]", what: str, *, old: bool = False) -> None:
    from rencli.reports.live.checking import STATES

    for each in findings:
        if old:
            said = f"{each.in_file} → {each.in_ledger}"
        else:
            said = f"{STATES[each.state]}，文件里{each.in_file or '没有'}，台账里{each.in_ledger or '没有数'}"
        typer.echo(f"{what}：{each.label or each.key} {said}", err=True)


def _tell_sentences(differing: "Sequence[Differing]", *, to_stderr: bool) -> None:
    if differing:
        typer.echo("\n不光数要改的句子：", err=to_stderr)
        rows = [[each.here, each.now] for each in differing]
        typer.echo(output.as_table(["文件里", "现在会写成"], rows), err=to_stderr)


def _any_ledger() -> Any:
    return face.flag("--any-ledger", "文件是另一个台账写的也照样核对")
