"""The help page of a command, in Chinese. Imported when help is asked for."""

import inspect
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import get_args

from typer._click import Context
from typer.core import TyperArgument, TyperGroup, TyperOption, _TyperParameter

from rencli.cli.face import layout

Listing = Iterable[tuple[str, str, str]]
"""Section, name and short help of each subcommand."""


def page(ctx: Context, listing: Listing, examples: Iterable[str]) -> str:
    """Usage, explanation, arguments, subcommands, options, examples."""
    width = layout.screen_width()
    sections = dict(_sections(ctx, listing))
    names = layout.name_column(chain.from_iterable(sections.values()))
    blocks = [usage(ctx), *_explanation(ctx.command.help, width)]
    for heading, rows in sections.items():
        blocks.append("\n".join([f"{heading}：", *layout.two_columns(rows, names, width)]))
    if shown := [f"  {_called(line, ctx)}" for line in examples]:
        blocks.append("\n".join(["例：", *shown]))
    return "\n\n".join(blocks)


def usage(ctx: Context) -> str:
    """The line that shows the form of a command."""
    command = ctx.command
    params = [param for param in command.params if not getattr(param, "hidden", False)]
    pieces = ["[选项]"] if any(isinstance(param, TyperOption) for param in params) else []
    pieces += [_argument_form(param) for param in params if isinstance(param, TyperArgument)]
    if isinstance(command, TyperGroup):
        pieces.append("命令 ...")
    head = f"用法：{ctx.command_path} " if pieces else f"用法：{ctx.command_path}"
    return "\n".join(layout.hanging(head, " ".join(pieces), layout.screen_width()))


def placeholder(param: _TyperParameter) -> str:
    """What stands for the value of a parameter: 日期, 整数, table|json|csv."""
    descriptor = param.type_descriptor
    if param.metavar:
        return param.metavar
    if isinstance(param, TyperArgument):
        return param.name
    if descriptor.choices:
        return "|".join(descriptor.choices)
    kind = get_args(descriptor.annotation)[0] if descriptor.is_list else descriptor.annotation
    return {int: "整数", Path: "路径"}.get(kind, "文字")


def _sections(ctx: Context, listing: Listing) -> Iterator[tuple[str, list[layout.Row]]]:
    params = [param for param in ctx.command.get_params(ctx) if not getattr(param, "hidden", False)]
    if arguments := [_argument_row(param) for param in params if isinstance(param, TyperArgument)]:
        yield "参数", arguments
    commands: dict[str, list[layout.Row]] = {}
    for section, name, text in listing:
        commands.setdefault(section, []).append((name, text))
    yield from commands.items()
    if options := [_option_row(param) for param in params if isinstance(param, TyperOption)]:
        yield "选项", options


def _explanation(text: str | None, width: int) -> Iterator[str]:
    for paragraph in layout.paragraphs(inspect.cleandoc(text or "")):
        if paragraph:
            lines = [line for item in paragraph.split("\n") for line in layout.wrap(item, width - 2)]
            yield "\n".join(f"  {line}" for line in lines)


def _argument_form(param: TyperArgument) -> str:
    name = placeholder(param) + ("..." if param.nargs != 1 else "")
    return name if param.required else f"[{name}]"


def _argument_row(param: TyperArgument) -> layout.Row:
    return placeholder(param), _with_notes(param, "可写多个" if param.nargs != 1 else "")


def _option_row(param: TyperOption) -> layout.Row:
    name = ", ".join(sorted(param.opts, key=len))
    if param.secondary_opts:
        name += f" / {', '.join(param.secondary_opts)}"
    if not param.is_flag:
        name += f" {placeholder(param)}"
    return name, _with_notes(param, "可重复" if param.multiple else "")


def _with_notes(param: TyperArgument | TyperOption, several: str) -> str:
    default = _default(param)
    notes = ["必填" if param.required else "", several, f"默认 {default}" if default else ""]
    text = "；".join(note for note in notes if note)
    return f"{param.help or ''}（{text}）" if text else param.help or ""


def _default(param: TyperArgument | TyperOption) -> str:
    value = param.default
    if not param.show_default or value is None:
        return ""
    if isinstance(param.show_default, str):
        return param.show_default
    if isinstance(value, bool):
        return (param.opts if value else param.secondary_opts or [""])[0]
    return "、".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _called(example: str, ctx: Context) -> str:
    """An example with the name by which the program was called."""
    program = ctx.find_root().info_name or "ren"
    return re.sub(r"(^|\| |&& )ren(?= )", lambda found: found[1] + program, example)
