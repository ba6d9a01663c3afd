"""Filling a prose template: a sandbox, and every printed figure marked as live."""

from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import Any, Final

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from rencli.errors import InvalidInputError
from rencli.gongwen import END, MIDDLE, START
from rencli.reports.filters import FILTERS
from rencli.reports.near import ended, listed, meant
from rencli.reports.source import Source
from rencli.reports.views import Amount, Count, Share, UnknownNameError, View, Written

KNOWN: Final = (TemplateError, UnknownNameError)
"""Errors whose text is a sentence for the author."""
LIVE = (Count, Amount, Share, Written)
NAME: Final = "<template>"
"""The file that the frames of a template's code name."""
PLAIN_FILTERS: Final = (
    *("length", "first", "last", "default", "join", "list", "map", "select", "reject", "selectattr", "rejectattr"),
    *("sort", "unique", "string", "trim", "replace", "format", "int", "max", "min"),
)
"""Of Jinja's filters those that templates use."""
GLOBALS: Final = ("namespace", "range")


class UnknownRootError(UndefinedError):
    """A template begins with a name that there is not."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name = name


class Missing(StrictUndefined):
    """A name that a template asks for in vain: the error says it in Chinese, with what there is."""

    def __init__(self, hint: Any = None, obj: Any = missing, name: Any = None, exc: Any = UndefinedError) -> None:
        root = hint is None and obj is missing and isinstance(name, str)
        raised: Any = partial(UnknownRootError, name) if root else exc
        super().__init__(hint, obj, name, raised)

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        name, owner = self._undefined_name, self._undefined_obj
        known = list(map(str, owner)) if isinstance(owner, Mapping) else []
        if not known:
            return f"没有“{name}”这一项"
        return f"没有“{name}”这一项{meant(str(name), known, listed(known))}"


class Environment(ImmutableSandboxedEnvironment):
    """Names behind a dot must exist; words in brackets may be any."""

    intercepted_binops = frozenset(("*",))

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, View):
            return obj.find(attribute, strict=True)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, View):
            return obj.find(str(argument), strict=False)
        return super().getitem(obj, argument)

    def unsafe_undefined(self, obj: Any, attribute: str) -> Any:
        return self.undefined(f"不能用“{attribute}”这样的名称", name=attribute, obj=obj, exc=SecurityError)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """A product; of a text or a list no longer than any paper has use for."""
        for one, times in ((left, right), (right, left)):
            if isinstance(one, str | list | tuple) and isinstance(times, int) and len(one) * times > _MOST_REPEATED:
                raise UnknownNameError("把文字或列表重复得太多了")
        return super().call_binop(context, operator, left, right)


_MOST_REPEATED: Final = 100_000


def render(source: Source, names: Mapping[str, Any]) -> str:
    """The text of a template. Raises InvalidInputError with the template's line for a mistake in it."""
    try:
        return compiled(source.text).render(names)
    except TemplateSyntaxError as error:
        raise unreadable(source, error) from error
    except (*KNOWN, TypeError) as error:
        raise mistake(source, names, error, str(error)) from error


def mistake(
    source: Source, names: Mapping[str, Any], error: BaseException, said: str, line: int = 0
) -> InvalidInputError:
    """The sentence for what went wrong while a template was being filled."""
    if isinstance(error, UnknownRootError):
        said += meant(error.name, [*names, *_set_in(source)])
    return InvalidInputError(f"{source.where(line or template_line(error))}：{ended(said)}")


def unreadable(source: Source, error: TemplateSyntaxError) -> InvalidInputError:
    """The sentence for a template that Jinja cannot read."""
    from rencli.reports.mistakes import explained

    found = explained(environment(), source.text, error)
    return InvalidInputError(f"{source.where(found.line)}：{ended(found.said)}")


def environment() -> Environment:
    """What templates are filled in."""
    made = Environment(
        undefined=Missing,
        finalize=_written,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    made.filters = {name: made.filters[name] for name in PLAIN_FILTERS} | dict(FILTERS)
    for name in set(made.globals) - set(GLOBALS):
        del made.globals[name]
    return made


@cache
def compiled(source: str) -> Template:
    """A template compiled once, however many papers are made of it: that takes longer than filling it."""
    return environment().from_string(source)


def _set_in(source: Source) -> Iterator[str]:
    """The names that a template sets itself."""
    from jinja2 import nodes

    for node in environment().parse(source.text).find_all((nodes.Name, nodes.Macro)):
        if isinstance(node, nodes.Macro) or (isinstance(node, nodes.Name) and node.ctx != "load"):
            yield node.name


def _written(value: Any) -> Any:
    """What is printed of a value: a figure with its marks, a list of them never."""
    if value is None:
        raise UnknownNameError("这里的数没有值，不能印出来；请先用 {% if %} 判断")
    if isinstance(value, LIVE):
        return f"{START}{value.key}{MIDDLE}{value}{END}"
    return value


def template_line(error: BaseException) -> int:
    """The template line that was being filled: the last frame that Jinja has rewritten to the template."""
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == NAME:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
