"""What a user's prose template may hold: all that the shipped ones do, and nothing that leads out of the data."""

from collections.abc import Iterator
from typing import Final

from jinja2 import nodes

from rencli.reports.filters import FILTERS
from rencli.reports.form.tags import hidden
from rencli.reports.near import meant
from rencli.reports.prose import GLOBALS, PLAIN_FILTERS

FILTERS_KNOWN: Final = (*FILTERS, *PLAIN_FILTERS)
TESTS: Final = (
    *("defined", "none", "odd", "even", "in", "equalto", "string", "number", "mapping", "sequence", "divisibleby"),
    *("==", "!=", "<", "<=", ">", ">=", "eq", "ne", "lt", "le", "gt", "ge"),
)
METHODS: Final = ("startswith", "endswith", "removeprefix", "removesuffix", "split", "strip", "replace", "items", "get")
_NODES: Final = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Assign, nodes.AssignBlock),
    *(nodes.Macro, nodes.Call, nodes.CallBlock, nodes.FilterBlock, nodes.Name, nodes.NSRef, nodes.Getattr),
    *(nodes.Getitem, nodes.Slice, nodes.Const, nodes.Tuple, nodes.List, nodes.Dict, nodes.Pair, nodes.Filter),
    *(nodes.Keyword, nodes.Test, nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not),
    *(nodes.Concat, nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Neg, nodes.Pos),
)
_MOST_NESTED: Final = 18
"""Python holds twenty blocks one in the other."""
_PARTS: Final = '{% include "parts/….md" %} 要单独占一行，从行首写起，只能写在模板里，不能写在各段里'


def faults(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """(line, what is wrong) of everything in a template that it may not hold."""
    macros = {node.name for node in tree.find_all(nodes.Macro)}
    names = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "store"}
    for node in tree.find_all(nodes.Node):
        if fault := _fault(node, {*macros, *GLOBALS, "caller", *names}):
            yield node.lineno, fault
    yield from _too_deep(tree, 0)


def _fault(node: nodes.Node, callable_: set[str]) -> str:
    if isinstance(node, nodes.Include):
        return _PARTS
    if not isinstance(node, _NODES):
        return "模板里不能有这种写法"
    if word := hidden(node):
        return f"不能用“{word}”这样的名称"
    match node:
        case nodes.For(recursive=True):
            return "for 不能写 recursive"
        case nodes.Filter(name=str(name)) | nodes.FilterBlock(filter=nodes.Filter(name=str(name))):
            if name not in FILTERS_KNOWN:
                return f"没有“{name}”这种过滤" + meant(name, FILTERS_KNOWN)
        case nodes.Test(name=name) if name not in TESTS:
            return f"没有“is {name}”这种判断" + meant(name, TESTS)
        case nodes.Call(node=nodes.Name(name=name)) if name not in callable_:
            return f"没有“{name}()”这个宏" + meant(name, callable_)
        case nodes.Call(node=nodes.Getattr(attr=name)) if name not in METHODS:
            return f"不能写“.{name}()”，能写的有：{'、'.join(METHODS)}"
        case nodes.Call(node=called) if not isinstance(called, nodes.Name | nodes.Getattr):
            return "这里不能用括号调用"
    return ""


def _too_deep(node: nodes.Node, depth: int) -> Iterator[tuple[int, str]]:
    """The first loop that stands in too many others."""
    depth += isinstance(node, nodes.For)
    if depth > _MOST_NESTED:
        yield node.lineno, f"for 套得太深，最多{_MOST_NESTED}层"
        return
    for child in node.iter_child_nodes():
        yield from _too_deep(child, depth)
