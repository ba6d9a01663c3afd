"""Writing XML: one function for an element, escaping in one place."""

from collections.abc import Mapping
from types import MappingProxyType

_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_VALUE = _TEXT | str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES: Mapping[str, str] = MappingProxyType(
    {
        "xmlns:w": WORD,
        "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "xmlns:mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "xmlns:w15": "http://schemas.microsoft.com/office/word/2012/wordml",
        "mc:Ignorable": "w15",
    }
)


def words(text: str) -> str:
    """Text as the content of an element."""
    return text.translate(_TEXT)


def element(name: str, attributes: Mapping[str, str], *children: str) -> str:
    """An element; ``children`` are markup already."""
    start = name + "".join(f' {key}="{value.translate(_VALUE)}"' for key, value in attributes.items())
    return f"<{start}>{''.join(children)}</{name}>" if children else f"<{start}/>"


def w(name: str, /, *children: str, **attributes: str | int) -> str:
    """An element of WordprocessingML, its attributes in the same namespace."""
    return element(f"w:{name}", {f"w:{key}": str(value) for key, value in attributes.items()}, *children)


def word_part(name: str, *children: str) -> str:
    """A whole part of the document whose root is this element of WordprocessingML."""
    return DECLARATION + element(f"w:{name}", _NAMESPACES, *children)
