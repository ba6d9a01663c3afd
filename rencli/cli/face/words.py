"""What the parser found wrong, in Chinese. Imported when something is wrong."""

from collections.abc import Iterable

from typer._click import Context, Parameter
from typer._click.exceptions import (
    BadArgumentUsage,
    BadOptionUsage,
    BadParameter,
    ClickException,
    FileError,
    MissingParameter,
    NoSuchOption,
    UsageError,
)
from typer._click.utils import _escape_control_characters
from typer.core import TyperArgument, _TyperParameter

from rencli.cli.face.page import placeholder


def sentence(error: ClickException) -> str:
    """What is wrong, and what to do."""
    match error:
        case NoSuchOption():
            return _unknown_option(error)
        case BadOptionUsage():
            return _ill_used_option(error)
        case MissingParameter(param=param) if param is not None:
            return f"缺少{_described(param)}"
        case BadParameter(param=param) if param is not None:
            return f"{_described(param)}：{_escape_control_characters(error.message)}"
        case BadArgumentUsage():
            return "参数的个数不对"
        case FileError():
            return f"打不开文件 {error.ui_filename}"
    return _escape_control_characters(error.message)


def hint(error: ClickException) -> str:
    """Where to read on; empty when the error does not know its command."""
    ctx = error.ctx if isinstance(error, UsageError) else None
    return f"用 {ctx.command_path} --help 查看用法" if ctx else ""


def unknown_command(word: str, listing: Iterable[tuple[str, str, str]]) -> str:
    """No such command, with those that may be meant: by their names, or by their Chinese."""
    from difflib import get_close_matches

    texts = {name: text for _, name, text in listing}
    close = (
        [name for name in texts if name.startswith(word)]
        or get_close_matches(word, texts, cutoff=0.7)
        or [name for name, text in texts.items() if word in text]
    )
    return f"没有“{word}”这个命令{_meant(f'{name}（{texts[name]}）' for name in close[:3])}"


def extra_words(words: Iterable[str]) -> str:
    """More was written than the command takes."""
    return f"多写了{'、'.join(f'“{word}”' for word in words)}；一段文字里有空格时，要用引号括起来"


def _unknown_option(error: NoSuchOption) -> str:
    name = _escape_control_characters(error.option_name)
    above = error.ctx and error.ctx.parent
    while error.ctx and above:
        if _option_named(above, error.option_name):
            behind = error.ctx.command_path.removeprefix(above.command_path)
            return f"选项 {name} 要写在命令之前：{above.command_path} {name} ...{behind}"
        above = above.parent
    return f"没有 {name} 这个选项{_meant(error.possibilities or ())}"


def _ill_used_option(error: BadOptionUsage) -> str:
    param = _option_named(error.ctx, error.option_name) if error.ctx else None
    if isinstance(param, _TyperParameter) and not getattr(param, "is_flag", False):
        return f"选项 {error.option_name} 后面要写内容：{error.option_name} {placeholder(param)}"
    return f"选项 {error.option_name} 后面不写内容"


def _option_named(ctx: Context, name: str) -> Parameter | None:
    params = ctx.command.get_params(ctx)
    return next((param for param in params if name in param.opts or name in param.secondary_opts), None)


def _described(param: _TyperParameter) -> str:
    if isinstance(param, TyperArgument):
        return f"参数 {placeholder(param)}"
    return f"选项 {max(param.opts, key=len)}"


def _meant(names: Iterable[str]) -> str:
    found = "、".join(names)
    return f"，是不是 {found}？" if found else ""
