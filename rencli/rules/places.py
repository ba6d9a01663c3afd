"""At which line of a TOML file a key stands: the standard reader tells values only.

Good enough for files that the reader has accepted: headers, keys, and values over several lines.
"""

import re
from collections.abc import Iterator
from typing import Final

Place = tuple[str | int, ...]

_KEY: Final = r"""(?:"(?:[^"\\]|\\.)*"|'[^']*'|[A-Za-z0-9_-]+)"""
_DOTTED: Final = rf"{_KEY}(?:\s*\.\s*{_KEY})*"
_HEADER = re.compile(rf"\s*(\[\[?)\s*({_DOTTED})\s*\]\]?")
_LINE = re.compile(rf"\s*({_DOTTED})\s*=(.*)", re.DOTALL)
_LONG = re.compile(r'"""(?:[^\\]|\\.)*?"""|\'\'\'.*?\'\'\'', re.DOTALL)
_QUOTED = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*')


def line_of(source: str, at: Place) -> int | None:
    """The line of a key, else that of the table around it; None for a place that the file does not have."""
    known: dict[Place, int] = {}
    for key, line in _keys(source):
        known.setdefault(key, line)
    while at:
        if at in known:
            return known[at]
        at = at[:-1]
    return None


def _keys(source: str) -> Iterator[tuple[Place, int]]:
    """Every key with its line; the tables of an array are numbered from 1."""
    table: Place = ()
    seen: dict[Place, int] = {}
    lines = source.splitlines()
    number = 0
    while number < len(lines):
        line, at = lines[number], number + 1
        number += 1
        if header := _HEADER.match(line):
            table = _names(header[2])
            yield table, at
            if header[1] == "[[":
                seen[table] = seen.get(table, 0) + 1
                table = (*table, seen[table])
                yield table, at
        elif found := _LINE.match(line):
            key = (*table, *_names(found[1]))
            yield key, at
            value = found[2]
            while _open(value) and number < len(lines):
                value += "\n" + lines[number]
                number += 1


def _open(value: str) -> bool:
    """Whether a value goes on in the next line."""
    value = _LONG.sub("", value)
    if '"""' in value or "'''" in value:
        return True
    bare = _QUOTED.sub("", value)
    return bare.count("[") > bare.count("]") or bare.count("{") > bare.count("}")


def _names(dotted: str) -> Place:
    return tuple(each[1:-1] if each[0] in "\"'" else each for each in re.findall(_KEY, dotted))
