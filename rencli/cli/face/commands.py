"""Commands and groups with a Chinese face, and the doors to make them."""

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any, NamedTuple, TypeVar

import typer
from typer import _click
from typer._click import Context
from typer._click.exceptions import UsageError
from typer._click.globals import get_current_context
from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.exceptions import Exit
from typer.main import get_command_from_info, get_group

from rencli.cli.face.params import make_plain

Function = TypeVar("Function", bound=Callable[..., Any])
Callback = Callable[..., object]


class _Chinese(_click.Command):
    """What commands and groups share: help in Chinese, values as they were typed."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        for param in self.params:
            make_plain(param)

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except UsageError as error:
            error.ctx = error.ctx or ctx  # the parser forgets it where a value is missing
            raise

    @property
    def examples(self) -> tuple[str, ...]:
        """Shell commands that help shows; Typer carries them as the epilog."""
        return tuple((self.epilog or "").splitlines())

    def listing(self, ctx: Context) -> Iterator[tuple[str, str, str]]:
        """Section, name and short help of each subcommand."""
        yield from ()

    def get_help(self, ctx: Context) -> str:
        from rencli.cli.face.page import page

        return page(ctx, self.listing(ctx), self.examples)

    def get_usage(self, ctx: Context) -> str:
        from rencli.cli.face.page import usage

        return usage(ctx)

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first sentence of the help; a group's help and a shell's completions show it."""
        text = self.short_help or (self.help or "").strip().partition("\n")[0].partition("。")[0]
        return text.strip()

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示帮助"
            make_plain(option)
        return option


class Command(_Chinese, TyperCommand):
    """A command that does something."""

    allow_extra_args = True  # parse_args refuses them, in Chinese

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            from rencli.cli.face.words import extra_words

            raise UsageError(extra_words(rest), ctx)
        return rest

    def invoke(self, ctx: Context) -> Any:
        """Call the callback; what the start-up made need not be looked through for garbage again."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
        return super().invoke(ctx)


class Group(_Chinese, TyperGroup):
    """A command that leads to others."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        for command in self.commands.values():
            if not isinstance(command, _Chinese):
                raise TypeError(f"command {command.name} speaks English: declare it with face.verb")

    def listing(self, ctx: Context) -> Iterator[tuple[str, str, str]]:
        for name, command in self.commands.items():
            if not command.hidden:
                yield "命令", name, command.get_short_help_str()

    def invoke(self, ctx: Context) -> Any:
        """Run the subcommand. Without one, show the help: the program's own is an answer, others an error."""
        if ctx._protected_args or self.invoke_without_command:
            return super().invoke(ctx)
        typer.echo(self.get_help(ctx), err=ctx.parent is not None)
        raise Exit(2 if ctx.parent else 0)

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, _click.Command | None, list[str]]:
        name, *rest = args
        command = self.get_command(ctx, name)
        if command is None and not ctx.resilient_parsing:
            from rencli.cli.face.words import unknown_command

            raise UsageError(unknown_command(name, self.listing(ctx)), ctx)
        return (name if command else None), command, rest

    def shell_complete(self, ctx: Context, incomplete: str) -> list[Any]:
        """Offer subcommands without loading them, then options."""
        from typer._click.shell_completion import CompletionItem

        names = [CompletionItem(name, help=text) for _, name, text in self.listing(ctx) if name.startswith(incomplete)]
        return names + super(TyperGroup, self).shell_complete(ctx, incomplete)


Loaded = Command | Group | typer.Typer
Loader = str | Callable[[], Loaded]
"""``package.module:attribute`` (a Loaded, or a function that makes one), ``package.module:app:verb``,
or a function that makes a Loaded."""


class Entry(NamedTuple):
    """A subcommand that is loaded when it is named."""

    help: str
    load: Loader
    section: str = "命令"
    hidden: bool = False


class LazyGroup(Group):
    """A group that knows names and short helps of its subcommands, and loads the one that is used."""

    def __init__(
        self,
        name: str,
        entries: Mapping[str, Entry],
        *,
        help: str = "",
        params: Sequence[_click.Parameter] = (),
        callback: Callback | None = None,
        examples: Iterable[str] = (),
    ) -> None:
        super().__init__(name=name, params=list(params), callback=callback, help=help, epilog="\n".join(examples))
        self.entries = entries

    def list_commands(self, ctx: Context) -> list[str]:
        return list(self.entries)

    def listing(self, ctx: Context) -> Iterator[tuple[str, str, str]]:
        for name, entry in self.entries.items():
            if not entry.hidden:
                yield entry.section, name, entry.help

    def get_command(self, ctx: Context, cmd_name: str) -> _click.Command | None:
        if cmd_name not in self.commands and cmd_name in self.entries:
            self.commands[cmd_name] = _load(self.entries[cmd_name].load)
        return self.commands.get(cmd_name)


def command(
    name: str,
    callback: Callback,
    params: Sequence[_click.Parameter],
    help: str,
    examples: Iterable[str] = (),
) -> Command:
    """A command made of data: ``callback`` receives the values of ``params`` by their names."""
    return Command(name, callback=callback, params=list(params), help=help, epilog="\n".join(examples))


def new_app(help: str) -> typer.Typer:
    """A Typer app for hand-written commands, which are added by `verb`."""
    return typer.Typer(
        cls=Group,
        help=help,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        suggest_commands=False,
    )


def verb(
    app: typer.Typer, name: str, help: str, *, examples: Iterable[str] = (), hidden: bool = False
) -> Callable[[Function], Function]:
    """Declare a function as a command of an app; its parameters are Typer's ``Annotated`` ones."""
    return app.command(name, cls=Command, help=help, epilog="\n".join(examples), hidden=hidden)


def as_group(app: typer.Typer) -> Group:
    """The group that an app declares."""
    group = get_group(app)
    if not isinstance(group, Group):
        raise TypeError("make the app with face.new_app")
    return group


def verb_of(app: typer.Typer, name: str) -> Command:
    """One command of an app; the others are not built."""
    info = next(info for info in app.registered_commands if info.name == name)
    made = get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=None)
    if not isinstance(made, Command):
        raise TypeError(f"declare {name} with face.verb")
    return made


def root_option(name: str) -> Any:
    """The value of an option of the program itself, such as ``db``."""
    return get_current_context().find_root().params[name]


def perform(root: Group, program: str, args: Sequence[str]) -> None:
    """Run one command line (or answer the shell that completes one). Errors are the caller's.

    A command that ends with an exit code raises `Exit`.
    """
    variable = f"_{program}_COMPLETE".replace("-", "_").upper()
    if instruction := os.environ.get(variable):
        from rencli.cli.face.completion import answer

        answer(root, program, variable, instruction)
    with root.make_context(program, list(args)) as ctx:
        root.invoke(ctx)


def _load(loader: Loader) -> Command | Group:
    if isinstance(loader, str):
        module, attribute, *pick = loader.split(":")
        found = getattr(import_module(module), attribute)
        if pick:
            return verb_of(found, pick[0])
    else:
        found = loader
    if not isinstance(found, Loaded):
        found = found()
    return as_group(found) if isinstance(found, typer.Typer) else found
