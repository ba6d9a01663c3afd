"""Filling a prose template: a sandbox, our names and filters, and every printed figure marked as live."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from rencli.errors import InvalidInputError
from rencli.gongwen import END, MIDDLE, START
from rencli.reports.views import Amount, Count, Share, UnknownNameError, View, Written

LIVE = (Count, Amount, Share, Written)


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


def render(source: str, name: str, names: Mapping[str, Any]) -> str:
    """The text of a template. Raises InvalidInputError with the template's line for a mistake in it."""
    environment = _Environment(
        undefined=StrictUndefined,
        finalize=_written,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    environment.filters.update(FILTERS)
    try:
        return environment.from_string(source).render(names)
    except TemplateSyntaxError as error:
        raise InvalidInputError(f"模板 {name} 第{error.lineno}行写法有误：{error.message}") from error
    except (TemplateError, UnknownNameError, TypeError) as error:
        raise InvalidInputError(f"模板 {name} 第{_line(error)}行：{error}") from error


def _written(value: Any) -> Any:
    """What is printed of a value: a figure with its marks, a list of them never."""
    if value is None:
        raise UnknownNameError("这里的数没有值，不能印出来；请先用 {% if %} 判断")
    if isinstance(value, LIVE):
        return f"{START}{value.key}{MIDDLE}{value}{END}"
    return value


def _line(error: BaseException) -> int:
    """The template line that was being filled: the last frame of compiled template code."""
    line, trace = 0, error.__traceback__
    while trace is not None:
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line


def _present(parts: Iterable[Any]) -> list[str]:
    return [text for part in parts if (text := str(part).strip())]


def join(parts: Iterable[Any], mark: str = "，") -> str:
    """连: the parts that say something, with ``mark`` between them."""
    return mark.join(_present(parts))


def series(parts: Iterable[Any]) -> str:
    """逐条: 一是…。二是…。, each part a sentence of its own; one part stands without 一是."""
    texts = [text.rstrip("。；") for text in _present(parts)]
    if len(texts) == 1:
        return f"{texts[0]}。"
    return "".join(f"{_CHINESE[number]}是{text}。" for number, text in enumerate(texts, 1))


def by_size(view: View, measure: str = "") -> list[tuple[str, Any]]:
    """由多到少: (word, figure) of a dimension, the largest first, 其他 last, nothing that is 0."""
    pairs = [(word, value) for word, value in view.items(measure) if value]
    return sorted(pairs, key=lambda pair: (pair[0] == "其他", -float(pair[1])))


def about(value: Any) -> Any:
    """余: a count of 100 and more cut down to its leading digits, 612 → 600余; others as they are."""
    if not isinstance(value, Count) or value < 100:
        return value
    step = 10 ** (len(str(int(value))) - 1)
    rounded = value // step * step
    return value if rounded == value else Written(f"{rounded}余", value.key)


def wan(value: Any) -> Any:
    """万元: an amount in 元, in 万元 only where that is exact."""
    amount = float(value)
    text = f"{amount / 10000:.4f}".rstrip("0").rstrip(".") + "万元"
    exact = amount >= 10000 and amount % 100 == 0
    plain = f"{value}元"
    key = getattr(value, "key", "")
    return Written(text if exact else plain, key) if key else text if exact else plain


def difference(value: Any) -> str:
    """差: a difference without its sign; one decimal for percentage points, whole numbers bare."""
    text = f"{abs(value):.1f}" if isinstance(value, float) else str(abs(value))
    return text.removesuffix(".0")


def chinese(value: Any) -> str:
    """汉字: a small number in Chinese numerals (第五届)."""
    from rencli.gongwen.numbering import chinese as numeral

    return numeral(int(value))


def month(day: Any) -> str:
    """月: 3月 of a date."""
    return f"{day.month}月"


def full_day(day: Any) -> str:
    """年月日: 2025年1月6日 of a date."""
    return f"{day.year}年{day.month}月{day.day}日"


def closed(text: Any) -> str:
    """成句: the text with one full stop at its end; a clerk's sentence may lack it."""
    stripped = str(text).strip()
    return stripped if stripped.endswith(("。", "！", "？")) else f"{stripped.rstrip('；，、;,')}。"


def clause(text: Any) -> str:
    """分句: a clerk's sentence without its end mark, to stand inside another."""
    return str(text).strip().rstrip("。；，;,")


FILTERS: Mapping[str, Callable[..., Any]] = {
    "连": join,
    "逐条": series,
    "由多到少": by_size,
    "余": about,
    "万元": wan,
    "差": difference,
    "汉字": chinese,
    "月": month,
    "年月日": full_day,
    "成句": closed,
    "分句": clause,
}
_CHINESE = ("", *"一二三四五六七八九十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九", "二十")
