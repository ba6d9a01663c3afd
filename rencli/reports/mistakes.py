"""What Jinja says of a template that it cannot read, as a sentence with the line where the mistake was made."""

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from jinja2 import Environment, TemplateSyntaxError

from rencli.reports.near import meant

TAGS: Final = ("if", "elif", "else", "endif", "for", "endfor", "set", "endset", "macro", "endmacro", "include")
_CLOSED_BY: Final = {"if": "endif", "for": "endfor", "macro": "endmacro", "set": "endset"}
_OTHERWISE: Final = "写法有误，请检查括号、引号和两边的花括号"
_TOKENS: Final = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "end of template": "文件末尾",
    "name": "名称",
    "string": "文字",
}


class Mistake(NamedTuple):
    """What is wrong, and in which line of the text."""

    line: int
    said: str


class _Opened(NamedTuple):
    tag: str
    line: int


def explained(environment: Environment, text: str, error: TemplateSyntaxError) -> Mistake:
    """The mistake behind an error of the parser; of a block that is not closed the line is that of its beginning."""
    message = error.message or ""
    for pattern, explain in _EXPLAINED:
        if found := re.search(pattern, message):
            return explain(found, environment, text, error.lineno)
    return Mistake(error.lineno, _OTHERWISE)


def open_blocks(environment: Environment, text: str, until: int) -> list[_Opened]:
    """The blocks that are open where a line begins, the outermost first."""
    found: list[_Opened] = []
    for tag, line in _tags(environment, text):
        if line >= until:
            break
        if tag in _CLOSED_BY:
            found.append(_Opened(tag, line))
        elif found and tag == _CLOSED_BY[found[-1].tag]:
            found.pop()
    return found


def _tags(environment: Environment, text: str) -> Iterator[tuple[str, int]]:
    """Every tag with its line; a ``set`` with a value opens nothing and is left out."""
    tag, begun, words = "", 0, 0
    try:
        for line, kind, value in environment.lex(text):
            if kind == "block_begin":
                tag, begun, words = "", line, 0
            elif kind == "block_end" and tag:
                yield tag, begun
            elif kind == "name" and not words:
                tag, words = value, 1
            elif kind == "operator" and value == "=" and tag == "set":
                tag = ""
    except TemplateSyntaxError:
        return


def _unclosed(found: re.Match[str], environment: Environment, text: str, line: int) -> Mistake:
    tag = found[1]
    opened = [each for each in open_blocks(environment, text, text.count("\n") + 2) if each.tag == tag]
    end = _CLOSED_BY.get(tag, f"end{tag}")
    return Mistake(opened[-1].line if opened else line, f"这里的 {{% {tag} %}} 后面没有 {{% {end} %}}")


def _unknown_tag(found: re.Match[str], environment: Environment, text: str, line: int) -> Mistake:
    tag = found[1]
    if tag not in TAGS:
        return Mistake(line, f"没有 {{% {tag} %}} 这种写法{meant(tag, TAGS)}")
    opened = open_blocks(environment, text, line)
    if not opened:
        return Mistake(line, f"多了 {{% {tag} %}}，前面没有和它成对的开头")
    last = opened[-1]
    end = _CLOSED_BY[last.tag]
    return Mistake(last.line, f"这里的 {{% {last.tag} %}} 没有 {{% {end} %}}，后面先遇到了 {{% {tag} %}}")


def _fixed(said: str) -> Callable[..., Mistake]:
    """One sentence, whatever the rest: ``{0}`` is the word that the parser names."""
    return lambda found, environment, text, line: Mistake(line, said.format(*map(_token, found.groups())))


def _token(word: str) -> str:
    return _TOKENS.get(word, word)


_EXPLAINED: Final[tuple[tuple[str, Callable[..., Mistake]], ...]] = (
    (r"Unexpected end of template.*innermost block that needs to be closed is '(\w+)'", _unclosed),
    (r"[Uu]nknown tag '(\w+)'", _unknown_tag),
    (r"No filter named '(.+?)'", _fixed("没有“{0}”这种过滤，ren report fields 列出全部")),
    (r"No test named '(.+?)'", _fixed("没有“is {0}”这种判断")),
    (r"unexpected char \"'\"", _fixed("引号没有成对")),
    (r"unexpected char '(.+?)'", _fixed("花括号里不能写“{0}”，标点请用半角")),
    (r"unexpected '(.+?)', expected '(.+?)'", _fixed("“{0}”前面少了“{1}”")),
    (r"Expected an expression, got '(.+?)'", _fixed("“{0}”前面要写一个值")),
    (r"tag name expected", _fixed("{{% 后面要写 if、for、set 这样的词")),
    (r"unexpected '(.+?)'", _fixed("这里多了或者少了“{0}”")),
    (r"expected token '(.+?)', got '(.+?)'", _fixed("“{1}”写在这里不成话，这里应当是“{0}”")),
    (r"Missing end of comment", _fixed("{{# 开头的说明没有用 #}} 结束")),
    (r"Missing end of raw", _fixed("{{% raw %}} 后面没有 {{% endraw %}}")),
    (r"(?i)unexpected end of template", _fixed("文件结束了，花括号还没有写完")),
    (r"[Cc]an't assign to '(.+?)'", _fixed("“{0}”不能作名称")),
)
