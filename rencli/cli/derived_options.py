"""Options and arguments of the derived commands, from the fields of a kind."""

from collections.abc import Iterator, Sequence
from typing import Any

from rencli.cli import face
from rencli.records import KINDS
from rencli.records.base import Part, Record
from rencli.records.fields import Field
from rencli.records.filters import filters

METAVARS = {"int": "数", "float": "元", "date": "日期", "str": "文字"}


def add_params(cls: type[Record]) -> list[Any]:
    """An option a field."""
    return list(field_options(cls, need=True))


def edit_params(cls: type[Record]) -> list[Any]:
    """The number, an option a field, and what empties one."""
    clear = face.option("--clear", "清空的字段，如 note 或 备注", metavar="字段", multiple=True)
    return [number_argument(cls), *field_options(cls, need=False), clear]


def show_params(cls: type[Record]) -> list[Any]:
    """The number, the format, and for records with a life the day of asking."""
    return [number_argument(cls), format_option("table", "json"), *as_of_option(cls)]


def list_params(cls: type[Record]) -> list[Any]:
    """Filters, span, order, page, form."""
    params: list[Any] = []
    for each in filters(cls):
        dashed = _dashed(each.name)
        if each.flag:
            params.append(face.flag(f"--{dashed}/--no-{dashed}", each.help))
        else:
            params.append(face.option(f"--{dashed}", each.help, complete=completion(each.name)))
    if cls.dated_by:
        title = cls.field(cls.dated_by).title
        params += [
            face.option("--from", f"{title}从哪天起", metavar="日期"),
            face.option("--to", "到哪天为止", metavar="日期"),
        ]
    return [
        *params,
        face.option("--sort", "按哪个字段排序，前面加 - 为倒序", metavar="字段"),
        face.option("--columns", "只要哪几栏，用、分开", metavar="字段"),
        face.option("--limit", "最多几条（终端默认50条）", metavar="数"),
        face.option("--offset", "跳过前几条", metavar="数"),
        face.flag("--full", "电话号码不隐去"),
        format_option("table", "json", "csv"),
        *as_of_option(cls),
    ]


def field_options(cls: type[Part], *, need: bool, only: Sequence[str] | None = None) -> Iterator[Any]:
    """The options of a record's or a line's fields; ``only`` some of them, in that order."""
    names = only or [field.name for field in cls.fields]
    for field in (cls.field(name) for name in names):
        dashed = _dashed(field.name)
        note = "，必填" if need and field.required else ""
        if field.type is bool:
            yield face.flag(f"--{dashed}/--no-{dashed}", described(field))
        elif field.part is None or short_line(field):
            yield face.option(
                f"--{dashed}",
                described(field) + note,
                metavar=METAVARS.get(field.type.__name__, "姓名"),
                multiple=field.many,
                complete=completion(field.to or (short_line(field) or field).to, field.words),
            )


def described(field: Field) -> str:
    """Chinese name, words to choose from, help."""
    words = "、".join(field.words)
    help = "，".join(part for part in (field.help, "写 - 从标准输入读" if field.long else "") if part)
    parts = [field.title, words and f"：{words}", help and f"（{help}）"]
    return "".join(part for part in parts if part)


def short_line(field: Field) -> Field | None:
    """The one field that a nested line needs, where a bare list of it will do (述职代表: names)."""
    needed = [item for item in field.part.fields if item.required] if field.part else []
    return needed[0] if len(needed) == 1 else None


def number_argument(cls: type[Record], *, many: bool = False) -> Any:
    """NUMBER: a record's id, or another name of it."""
    hints = {"suggestion": "序号，或 届-次-编号 如 5-3-12"}
    hint = hints.get(cls.kind, "序号或名称" if cls.named_by == "name" else "序号")
    return face.argument("which", hint, metavar="序号", many=many)


def format_option(*formats: str) -> Any:
    """``--format``."""
    return face.option("--format", f"输出形式：{'、'.join(formats)}（默认 table）", metavar="形式")


def as_of_option(cls: type[Record]) -> list[Any]:
    """``--as-of``, for kinds whose state depends on the day."""
    return [face.option("--as-of", "按哪天的情况（默认今天）", metavar="日期")] if cls.derived or cls.further else []


def completion(name: str, words: Sequence[str] = ()) -> Any:
    """What completes a value: closed words, or the names that the ledger knows."""
    if words:
        return lambda start: [word for word in words if word.startswith(start)]
    if name not in ("deputy", "group", "station") or name not in KINDS:
        return None

    def known(start: str) -> list[str]:
        from rencli.cli import opened
        from rencli.store.completion import names

        return names(opened.path(), name, start)

    return known


def _dashed(name: str) -> str:
    return name.replace("_", "-")


def child_name(field: str) -> str:
    """The command word of a nested list: one of its lines (items → item, deputies → deputy)."""
    if field.endswith("ies"):
        return f"{field[:-3]}y"
    return field.removesuffix("s")
