"""Filling a prose template: a sandbox, and every printed figure marked as live."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from rencli.errors import InvalidInputError
from rencli.gongwen import END, MIDDLE, START
from rencli.reports.filters import FILTERS
from rencli.reports.source import Source
from rencli.reports.views import Amount, Count, Share, UnknownNameError, View, Written

LIVE = (Count, Amount, Share, Written)


class Missing(StrictUndefined):
    """A name that a template asks for in vain: the error says it in Chinese, with what there is."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        name, owner = self._undefined_name, self._undefined_obj
        known = "、".join(map(str, owner)) if isinstance(owner, Mapping) else ""
        return f"没有“{name}”这一项" + (f"，有：{known}" if known else "")


class _Environment(ImmutableSandboxedEnvironment):
    """Names behind a dot must exist; words in brackets may be any."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, View):
            return obj.find(attribute, strict=True)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, View):
            return obj.find(str(argument), strict=False)
        return super().getitem(obj, argument)


def render(source: Source, names: Mapping[str, Any]) -> str:
    """The text of a template. Raises InvalidInputError with the template's line for a mistake in it."""
    try:
        return _compiled(source.text).render(names)
    except TemplateSyntaxError as error:
        raise InvalidInputError(f"{source.where(error.lineno)}写法有误：{error.message}") from error
    except (TemplateError, UnknownNameError, TypeError) as error:
        raise InvalidInputError(f"{source.where(template_line(error))}：{error}") from error


@cache
def _compiled(source: str) -> Template:
    """A template compiled once, however many papers are made of it: that takes longer than filling it."""
    environment = _Environment(
        undefined=Missing,
        finalize=_written,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    environment.filters.update(FILTERS)
    return environment.from_string(source)


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
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
