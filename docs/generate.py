"""`make docs`: write the references that are derived from the program, docs/cli.md and docs/fields.md.

A test fails when they are stale. Nothing here is typed twice: help comes from the program, fields from the
record classes, figures from the catalogue.
"""

import io
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from rencli.cli import boundary
from rencli.cli.app import make_root
from rencli.cli.face import Group, LazyGroup
from rencli.figures.base import Block, Measure
from rencli.figures.catalogue import blocks
from rencli.records import KINDS, load
from rencli.records.base import Part
from rencli.records.fields import Field

HERE = Path(__file__).parent
WIDTH = "100"
GENERATED = "<!-- 由 docs/generate.py 写成（make docs），不要手改。 -->"
NO_CONTEXT: Any = None
"""A group finds its commands by their names alone."""
TYPES = {"str": "文字", "int": "整数", "float": "金额（元）", "bool": "是／否", "date": "日期"}


def main() -> int:
    """Write both files and say which changed."""
    for name, text in references().items():
        path = HERE / name
        changed = not path.exists() or path.read_text(encoding="utf-8") != text
        path.write_text(text, encoding="utf-8")
        sys.stdout.write(f"docs/{name}{'' if changed else '  (unchanged)'}\n")
    return 0


def references() -> dict[str, str]:
    """File name to what must stand in it."""
    return {"cli.md": "\n".join(cli()) + "\n", "fields.md": "\n".join(fields()) + "\n"}


# Commands


def cli() -> Iterator[str]:
    """The whole tree of commands, each as its own help says it."""
    os.environ["COLUMNS"] = WIDTH
    yield from (
        "# 全部命令",
        "",
        GENERATED,
        "",
        "每条命令都可以加 `--help` 看到同样的说明。`ren` 也可以写作 `rencli`。",
    )
    yield from ("退出码见 [README](../README.md#给脚本用)，字段的意思见 [fields.md](fields.md)。", "")
    root = make_root()
    yield from (f"- [`ren {name}`](#ren-{name}) {text}" for name, text in _listed(root))
    yield from _section("## ren", [])
    for name, _ in _listed(root):
        yield from _tree(root, [name])


def _tree(parent: Group, path: list[str]) -> Iterator[str]:
    yield from _section(f"{'#' * min(len(path) + 1, 4)} ren {' '.join(path)}", path)
    command = parent.get_command(NO_CONTEXT, path[-1])
    if isinstance(command, Group):
        for name, _ in _listed(command):
            yield from _tree(command, [*path, name])


def _section(heading: str, path: list[str]) -> Iterator[str]:
    yield from ("", heading, "", "```text", _help(path), "```")


def _help(path: list[str]) -> str:
    printed = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with redirect_stdout(printed):
        code = boundary.run(make_root, ["ren", *path, "--help"])
        printed.flush()
    if code:
        raise RuntimeError(f"ren {' '.join(path)} --help ended with {code}")
    return printed.buffer.getvalue().decode().rstrip("\n")


def _listed(group: Group) -> list[tuple[str, str]]:
    if isinstance(group, LazyGroup):
        return [(name, entry.help) for name, entry in group.entries.items() if not entry.hidden]
    return [(name, command.get_short_help_str()) for name, command in group.commands.items() if not command.hidden]


# Fields and figures


def fields() -> Iterator[str]:
    """Every kind with its fields, then the catalogue of figures."""
    yield from ("# 全部字段和指标", "", GENERATED, "")
    yield from ("字段名用在 `.jsonl` 文件和 `--format json` 里；命令的选项也是它，下划线写成短横，前面加 `--`。", "")
    yield from ("中文名是表格和公文里的叫法；斜线后面的，是以后导入 Excel、CSV 表格时也认得的表头。", "")
    yield from (
        "日期写 `2024-03-05` 或 `2024年3月5日`。列表用顿号或逗号分开；在 `.jsonl` 里也可以写成 JSON 的列表。",
        "",
    )
    yield from (f"- [{label}](#{label}) `{kind}`" for kind, label in KINDS.items())
    yield "- [指标](#指标)"
    for kind, label in KINDS.items():
        yield from _kind(kind, label)
    yield from _figures()


def _kind(kind: str, label: str) -> Iterator[str]:
    cls = load(kind)
    yield from ("", f"## {label}", "", f"`{kind}`，命令 `ren {kind.replace('_', '-')}`。{cls.__doc__ or ''}", "")
    if cls.unique:
        titles = "、".join(cls.field(name).title for name in cls.unique)
        yield from (f"{titles}{'合起来' if len(cls.unique) > 1 else ''}不能重复。", "")
    yield from _table(cls)
    if cls.derived:
        yield from ("", "由程序推出、不用填写的：", "", "| 字段 | 中文名 | 写法 | 说明 |", "|---|---|---|---|")
        yield from (_row(f"`{each.name}`", each.title, TYPES[each.type.__name__], each.help) for each in cls.derived)
    for field in cls.fields:
        if field.part is not None:
            yield from ("", f"### {label}的{field.title}", "", f"`{field.name}` 的每一行：", "")
            yield from _table(field.part)


def _table(cls: type[Part]) -> Iterator[str]:
    yield from ("| 字段 | 中文名 | 写法 | 必填 | 说明 |", "|---|---|---|---|---|")
    for field in cls.fields:
        yield _row(
            f"`{field.name}`",
            " / ".join((field.title, *field.also)),
            _written(field),
            "是" if field.required else "",
            _remarks(field),
        )


def _written(field: Field) -> str:
    if field.part is not None:
        return "若干行，见下"
    named = {"term": "届次", "suggestion": "建议编号", "deputy": "代表姓名", "record": "种类/序号"}
    what = named.get(field.to) or (_called(field.to) if field.to else TYPES[field.type.__name__])
    what = "选一个词" if field.words and not field.open else what
    return f"{what}，可写几个" if field.many else "长文字" if field.long else what


def _called(kind: str) -> str:
    return f"{KINDS[kind]}的{'名称' if load(kind).named_by else '序号'}"


def _remarks(field: Field) -> str:
    words = "、".join(field.words)
    default = "" if field.default in (None, False) else f"不写时为 {field.default}"
    help = "" if field.help == TYPES["str"] or (field.to and field.help == _written(field)) else field.help
    if field.open:
        return f"{help}：{words}"
    return "；".join(text for text in (words, help, default) if text)


def _figures() -> Iterator[str]:
    yield from ("", "## 指标", "", "用 `ren figure show 键 --year 2024` 看数值、算法和背后的记录。", "")
    yield "- 键里的 *X* 换成实际的词，如 `suggestion.by_category.基础设施建设`。"
    yield "- 模板里照“模板中”一栏写，词里有括号等符号的写在方括号里：`{{ 建议.类别['科教文卫（含体育）'] }}`。"
    yield "- 比率另有 `.分子`、`.分母`；前面加 `上年.` 是上一年同期的数。没有分母时，比率没有值。"
    for title in dict.fromkeys(block.title for block in blocks()):
        yield from ("", f"### 指标：{title}", "", "| 键 | 模板中 | 单位 | 算法 |", "|---|---|---|---|")
        for block in (each for each in blocks() if each.title == title):
            for measure in block.measures:
                yield _row(*_figure(block, measure))
            if block.dimension and (words := [word for word in block.words if word]):
                yield _row("", f"*X* 总有：{'、'.join(words)}", "", "")


def _figure(block: Block, measure: Measure) -> Iterable[str]:
    word = "*X*" if block.dimension else ""
    key = ".".join(filter(None, [block.root, block.dimension, word, measure.name]))
    path = ".".join(filter(None, [block.title, block.dimension_title, word, measure.title]))
    return key, path, measure.unit, measure.formula


def _row(*cells: str) -> str:
    escaped = (cell.replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(escaped)} |"


if __name__ == "__main__":
    sys.exit(main())
