"""What a tag of a form may do: print, choose, repeat, and pass through the filters that are listed. Nothing else."""

from collections.abc import Iterator
from typing import Any, Final

from jinja2 import nodes

from rencli.reports.filters import FILTERS

PLAIN_FILTERS: Final = ("length", "first", "last", "default", "join")
_FILTERS: Final = (*FILTERS, *PLAIN_FILTERS)
_TESTS: Final = frozenset(("defined", "none", "odd", "even", "in"))
_NODES: Final = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If),
    *(nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Const, nodes.TemplateData, nodes.Tuple, nodes.List),
    *(nodes.Filter, nodes.Keyword, nodes.Test, nodes.CondExpr, nodes.Compare, nodes.Operand),
    *(nodes.And, nodes.Or, nodes.Not, nodes.Concat, nodes.Add, nodes.Sub, nodes.Neg),
)


def faults(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """(line, what is wrong) of everything in a template that a form may not hold."""
    for node in tree.find_all(nodes.Node):
        if fault := _fault(node):
            yield node.lineno, fault


def _fault(node: nodes.Node) -> str:
    if not isinstance(node, _NODES):
        return "表单里只能填值、用 if 判断、用 for 重复，不能有别的写法"
    if word := hidden(node):
        return f"不能用“{word}”这样的名称"
    match node:
        case nodes.For(recursive=True):
            return "for 不能写 recursive"
        case nodes.Filter(name=name) if name not in _FILTERS:
            return f"没有“{name}”这种过滤，有：{'、'.join(_FILTERS)}"
        case nodes.Test(name=name) if name not in _TESTS:
            return f"没有“is {name}”这种判断"
    return ""


def hidden(node: Any) -> str:
    """A name that begins with an underscore: Python's own, not the data's."""
    match node:
        case nodes.Name(name=str(name)) | nodes.Getattr(attr=str(name)):
            return name if name.startswith("_") else ""
        case nodes.Getitem(arg=nodes.Const(value=str(name))):
            return name if name.startswith("_") else ""
    return ""
