"""Completion by the shell, through Typer's own scripts. Imported when a shell asks."""

from typing import NoReturn

import typer
from typer import _completion_classes
from typer._click.exceptions import UsageError
from typer._click.globals import get_current_context
from typer._click.shell_completion import get_completion_class
from typer._completion_shared import _get_shell_name, get_completion_script, install
from typer.core import TyperGroup, TyperOption
from typer.exceptions import Exit

from rencli.cli.face.params import flag


def completion_flags() -> list[TyperOption]:
    """Hidden options of the root: ``--install-completion`` and ``--show-completion``."""
    return [
        flag("--install-completion", "装上命令补全（bash、zsh、fish）", hidden=True, on_use=_install),
        flag("--show-completion", "显示命令补全的脚本", hidden=True, on_use=_show),
    ]


def answer(root: TyperGroup, program: str, variable: str, instruction: str) -> NoReturn:
    """Print the completions of a command line, or the script that asks for them."""
    _completion_classes.completion_init()
    # Typer sends each help text through rich, if that is installed. Ours has no markup.
    _completion_classes._sanitize_help_text = str  # type: ignore[assignment]
    action, _, shell = instruction.partition("_")
    found = get_completion_class(shell)
    if found is None or action not in ("source", "complete"):
        raise UsageError(f"{variable}={instruction}：不会这样补全")
    if action == "source":
        typer.echo(_script(program, shell))
    else:
        typer.echo(found(root, {}, program, variable).complete())
    raise Exit(0)


def _show() -> None:
    typer.echo(_script(_program(), _shell("bash", "zsh", "fish", "powershell", "pwsh")))


def _install() -> None:
    # Not PowerShell: Typer would lift its execution policy.
    shell, path = install(_shell("bash", "zsh", "fish"), _program())
    typer.echo(f"已为 {shell} 装上命令补全（{path}），重新打开终端后生效", err=True)


def _program() -> str:
    return get_current_context().find_root().info_name or "ren"


def _shell(*known: str) -> str:
    name = _get_shell_name() or ""
    if name not in known:
        raise UsageError(f"看不出这是哪种命令行，或者它（{name or '未知'}）不能这样装；可用的有 {'、'.join(known)}")
    return name


def _script(program: str, shell: str) -> str:
    variable = f"_{program}_COMPLETE".replace("-", "_").upper()
    return get_completion_script(prog_name=program, complete_var=variable, shell=shell)
