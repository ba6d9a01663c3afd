"""Records for the eye and for scripts: rows as a table, JSON or CSV, one record as a card."""

from collections.abc import Mapping, Sequence
from typing import Any

import typer

from rencli import output
from rencli.errors import InvalidInputError
from rencli.records.base import Part, Record
from rencli.records.fields import Field


def told(cls: type[Record], values: dict[str, Any]) -> dict[str, Any]:
    """What JSON has of a record's values: all but the ``further`` ones."""
    further = {field.name for field in cls.further}
    return {name: value for name, value in values.items() if name not in further}


def print_rows(cls: type[Record], rows: list[dict[str, Any]], form: str, columns: str | None) -> None:
    """Rows as a table, JSON or CSV; JSON has every field unless columns are named."""
    if columns:
        from rencli.records import clean

        fields = ["id" if name in ("id", "序号") else field_named(cls, name).name for name in clean.several(columns)]
    elif form == "json":
        fields = []
    else:
        every = [*cls.fields, *cls.derived]
        wanted = [field for field in every if field.part is None and (form == "csv" or field.shown)]
        fields = ["id", *(field.name for field in wanted)]
    if form == "json":
        typer.echo(output.as_json([{name: row[name] for name in fields} if fields else told(cls, row) for row in rows]))
        return
    titles = ["序号" if name == "id" else field_named(cls, name).title for name in fields]
    cells = [[row[name] for name in fields] for row in rows]
    if form == "csv":
        typer.echo(output.as_csv(titles, cells))
        return
    late = [number for number, row in enumerate(rows) if row.get("overdue")]
    long = {field.name for field in cls.fields if field.long}
    cells = [[output.shortened(row[name]) if name in long else row[name] for name in fields] for row in rows]
    typer.echo(output.as_table(titles, cells, marked=late))


def card(record: Record, values: Mapping[str, Any], files: Sequence[Record] = ()) -> str:
    """One record for the eye: a field a line, nested lines numbered, the files attached to it last."""
    pairs: list[tuple[str, Any]] = [("序号", record.id)]
    for field in (*record.fields, *record.derived):
        value = values.get(field.name)
        if field.part is not None:
            value = "\n".join(f"{number}. {line_text(field.part, line)}" for number, line in enumerate(value or (), 1))
        pairs.append((field.title, value))
    return output.as_card([*pairs, ("附件", "\n".join(f"{file.id}. {file.heading()}" for file in files))])


def line_text(part: type[Part], line: Mapping[str, Any]) -> str:
    """A nested line in one row: the first values bare, the others with their names."""
    shown = [(field, line[field.name]) for field in part.fields if _told(line[field.name])]
    words = [output.cell(value) if field.required else f"{field.title} {output.cell(value)}" for field, value in shown]
    return "　".join(words).replace("\n", " ")


def _told(value: Any) -> bool:
    """Whether a value is worth a word in a row: a vote of 0 is, an empty field and a plain no are not."""
    return value is not False and value not in (None, "", [])


def field_named(cls: type[Record], name: str) -> Field:
    """A field by its English or Chinese name. Raises InvalidInputError."""
    wanted = name.strip().replace("-", "_")
    for field in (*cls.fields, *cls.derived, *cls.further):
        if wanted == field.name or wanted == field.title or wanted in field.also:
            return field
    known = "、".join(field.title for field in cls.fields)
    raise InvalidInputError(f"{cls.label}没有“{name}”这个字段，有：{known}")
