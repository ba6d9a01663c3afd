"""Commands that every kind has, derived from its fields: add, list, show, edit, remove; nested lists too.

The verbs written by hand for some kinds are listed in ``EXTRA``.
"""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, Final

from rencli.cli import face
from rencli.cli.derived_options import add_params, child_name, edit_params, list_params, show_params
from rencli.records import KINDS, load

EXTRA: Final[Mapping[str, str]] = MappingProxyType(
    {
        "office": "rencli.cli.office:commands",
        "suggestion": "rencli.cli.suggestion:commands",
        "meeting": "rencli.cli.meeting:commands",
        "deputy": "rencli.cli.deputy:commands",
        "visit": "rencli.cli.opinion:of_visits",
        "opinion": "rencli.cli.opinion:commands",
        "document": "rencli.cli.document:commands",
        "note": "rencli.cli.material:commands",
        "attachment": "rencli.cli.attachment:commands",
    }
)
"""Further subcommands of a kind: a function from nothing to name and entry."""

ONLY_ONE: Final = frozenset({"office"})
"""Kinds of one record; all of their verbs are written by hand."""


def kind_group(kind: str) -> face.LazyGroup:
    """The command group of a kind."""
    entries: dict[str, face.Entry] = {}
    label = KINDS[kind]
    if kind not in ONLY_ONE:
        entries = {
            "add": face.Entry(f"登记{label}", partial(_add, kind)),
            "list": face.Entry(f"列出{label}", partial(_list, kind)),
            "show": face.Entry(f"查看{label}的全部内容", partial(_show, kind)),
            "edit": face.Entry(f"修改{label}", partial(_edit, kind)),
            "remove": face.Entry(f"删除{label}", partial(_remove, kind)),
        }
        for field in load(kind).fields:
            if field.part is not None:
                name = child_name(field.name)
                entries[name] = face.Entry(f"{field.title}的各行", partial(_child, kind, field.name), "明细")
    if kind in EXTRA:
        entries |= _extra(EXTRA[kind])
    return face.LazyGroup(_dashed(kind), entries, help=load(kind).__doc__ or label)


def _extra(target: str) -> dict[str, face.Entry]:
    from importlib import import_module

    module, _, name = target.partition(":")
    found: dict[str, face.Entry] = getattr(import_module(module), name)()
    return found


def _dashed(kind: str) -> str:
    return kind.replace("_", "-")


def _verb(kind: str, name: str) -> Any:
    """The callback of a verb; it imports the ledger only when it runs."""

    def run(**typed: Any) -> None:
        from rencli.cli import verbs

        getattr(verbs, name)(kind, **typed)

    return run


def _add(kind: str) -> face.Command:
    cls = load(kind)
    needed = " ".join(f"--{_dashed(field.name)} …" for field in cls.fields if field.required)
    example = f"ren {_dashed(kind)} add {needed}"
    help = f"登记{cls.label}，印出序号。\n\n{cls.guide}".rstrip()
    return face.command("add", _verb(kind, "add"), add_params(cls), help, (example,))


def _list(kind: str) -> face.Command:
    cls = load(kind)
    examples = (f"ren {_dashed(kind)} list", f"ren {_dashed(kind)} list --format csv > {cls.label}.csv")
    return face.command("list", _verb(kind, "list_"), list_params(cls), f"列出{cls.label}。", examples)


def _show(kind: str) -> face.Command:
    cls = load(kind)
    example = f"ren {_dashed(kind)} show {_number(kind)}"
    return face.command("show", _verb(kind, "show"), show_params(cls), f"查看{cls.label}的全部内容。", (example,))


def _edit(kind: str) -> face.Command:
    cls = load(kind)
    field = next((field for field in cls.fields if not field.many and field.name != "name"), cls.fields[0])
    example = f"ren {_dashed(kind)} edit {_number(kind)} --{_dashed(field.name)} …"
    help = f"修改{cls.label}，只改写出的各项；写列表就整个替换。\n\n{cls.guide}".rstrip()
    return face.command("edit", _verb(kind, "edit"), edit_params(cls), help, (example,))


def _remove(kind: str) -> face.Command:
    cls = load(kind)
    params = [face.argument("which", "序号", metavar="序号"), face.flag("--yes", "不再询问")]
    help = f"删除{cls.label}；还被别的记录用到时不删，列出用到它的记录。"
    return face.command("remove", _verb(kind, "remove"), params, help, (f"ren {_dashed(kind)} remove {_number(kind)}",))


def _child(kind: str, field: str) -> face.LazyGroup:
    from rencli.cli.nested import line_group

    return line_group(kind, field)


def _number(kind: str) -> str:
    return "5-3-12" if kind == "suggestion" else "12"
