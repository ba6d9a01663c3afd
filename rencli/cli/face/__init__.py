"""The face: Typer's commands in Chinese. The only place that touches Typer's private modules."""

from typer._click.exceptions import ClickException as ParserError
from typer.exceptions import Abort, Exit

from rencli.cli.face.asking import ask, confirm
from rencli.cli.face.commands import (
    Command,
    Entry,
    Group,
    LazyGroup,
    as_group,
    command,
    new_app,
    perform,
    root_option,
    verb,
    verb_of,
)
from rencli.cli.face.params import argument, flag, option

__all__ = [
    "Abort",
    "Command",
    "Entry",
    "Exit",
    "Group",
    "LazyGroup",
    "ParserError",
    "argument",
    "as_group",
    "ask",
    "command",
    "confirm",
    "flag",
    "new_app",
    "option",
    "perform",
    "root_option",
    "verb",
    "verb_of",
]
