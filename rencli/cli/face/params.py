"""Options and arguments whose text is handed on as it was typed: nothing here imports pydantic.

Typer reads every value through a pydantic adapter, and builds it even for an option that is absent. `make_plain`
puts our own reader in its place; it knows str, int, bool, Path, a Literal of words, and lists of these.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, get_args

from typer._click import Context, Parameter
from typer._click.exceptions import BadParameter
from typer._coercion import RuntimeParam, TypeDescriptor
from typer.core import TyperArgument, TyperOption, _TyperParameter
from typer.exceptions import Exit
from typer.models import OptionInfo

Complete = Callable[[str], Iterable[str]]
"""From the beginning of a value to the values that it may become."""


def option(
    name: str,
    help: str,
    *,
    short: str = "",
    metavar: str = "文字",
    multiple: bool = False,
    hidden: bool = False,
    complete: Complete | None = None,
) -> TyperOption:
    """An option with a value: ``str``, or ``list[str]`` if ``multiple``; None when it is absent."""
    return _plain_option(
        param_decls=[name, short] if short else [name],
        type_descriptor=_described(list[str] if multiple else str),
        help=help,
        metavar=metavar,
        multiple=multiple,
        hidden=hidden,
        autocompletion=_completion(complete),
    )


def flag(name: str, help: str, *, hidden: bool = False, on_use: Callable[[], None] | None = None) -> TyperOption:
    """A switch: ``--key/--no-key`` gives True, False or None (absent), ``--force`` True or False.

    ``on_use`` makes it a command of its own, such as ``--version``: called at once, and the program ends.
    """
    return _plain_option(
        param_decls=[name],
        type_descriptor=_described(bool),
        help=help,
        is_flag=True,
        default=None if "/" in name else False,
        hidden=hidden,
        is_eager=on_use is not None,
        expose_value=on_use is None,
        callback=_ending(on_use) if on_use else None,
    )


def argument(
    name: str,
    help: str,
    *,
    metavar: str = "",
    required: bool = True,
    many: bool = False,
    complete: Complete | None = None,
) -> TyperArgument:
    """A value without an option name: ``str``, or ``list[str]`` if ``many``; None when it is absent.

    ``name`` is the keyword of the callback, ``metavar`` what help shows for it.
    """
    made = TyperArgument(
        param_decls=[name],
        type_descriptor=_described(list[str] if many else str),
        help=help,
        metavar=metavar or None,
        required=required,
        nargs=-1 if many else 1,
        autocompletion=_completion(complete),
    )
    make_plain(made)
    return made


def make_plain(param: Parameter) -> None:
    """Have Typer hand on the text of a parameter, its own or ours, without pydantic."""
    if not isinstance(param, _TyperParameter):
        raise TypeError(f"{param!r} is none of Typer's parameters")
    descriptor = param.type_descriptor
    _reader(descriptor)
    param._runtime_param = _Plain(annotation=descriptor.annotation, parameter_info=descriptor.parameter_info)


class _Plain(RuntimeParam):
    """What Typer asks for the value of a parameter."""

    def coerce(self, value: Any, param: _TyperParameter, ctx: Context) -> Any:
        if value is None:
            return None
        read = _reader(param.type_descriptor)
        try:
            return [read(each) for each in value] if isinstance(value, list | tuple) else read(value)
        except ValueError as error:
            raise BadParameter(str(error), ctx=ctx, param=param) from None

    _coerce_value = coerce


def _reader(descriptor: TypeDescriptor) -> Callable[[Any], Any]:
    """The function from text to value; TypeError for a type that the house does not use in commands."""
    if descriptor.choices:
        return lambda text: _word(text, descriptor.choices or ())
    kind = get_args(descriptor.annotation)[0] if descriptor.is_list else descriptor.annotation
    if kind is int and not descriptor.is_ranged:
        return _whole
    if kind in (str, bool, Path):
        return kind  # type: ignore[no-any-return]
    raise TypeError(f"a parameter of a command cannot be {descriptor.annotation}; take str and read it")


def _whole(text: str | int) -> int:
    try:
        return int(text)
    except ValueError:
        raise ValueError(f"“{text}”不是整数") from None


def _word(text: str, words: tuple[Any, ...]) -> str:
    if text not in words:
        raise ValueError(f"“{text}”不在可选的词里（{'、'.join(words)}）")
    return text


def _plain_option(**settings: Any) -> TyperOption:
    made = TyperOption(**settings)
    make_plain(made)
    return made


def _described(annotation: Any) -> TypeDescriptor:
    return TypeDescriptor(annotation=annotation, parameter_info=OptionInfo(), file_annotation=None)


def _completion(complete: Complete | None) -> Callable[[Context, list[str], str], list[str]] | None:
    if complete is None:
        return None

    def completed(ctx: Context, _args: list[str], start: str) -> list[str]:
        with ctx.scope(cleanup=False):  # so that `root_option` finds the ledger that is named
            return list(complete(start))

    return completed


def _ending(act: Callable[[], None]) -> Callable[[Context, Parameter, bool], None]:
    def act_and_end(ctx: Context, _param: Parameter, given: bool) -> None:
        if given and not ctx.resilient_parsing:
            act()
            raise Exit(0)

    return act_and_end
