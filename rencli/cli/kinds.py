"""Record kinds as a command line names them."""

from rencli.errors import InvalidInputError
from rencli.records import KINDS

ALL = ("all", "全部")


def kind_named(text: str) -> str:
    """The kind that a word names, in English (dashes or underscores) or Chinese. Raises InvalidInputError."""
    from difflib import get_close_matches

    from rencli.exchange import headings

    if kind := headings.kind_named(text):
        return kind
    near = get_close_matches(text.strip().replace("-", "_"), [*KINDS, *KINDS.values()], 1)
    hint = f"，是不是“{near[0]}”？" if near else f"，可写{'、'.join(KINDS.values())}。"
    raise InvalidInputError(f"没有“{text}”这种记录{hint}")


def kinds_named(text: str) -> list[str]:
    """One kind, or every kind where ``all`` is asked for. Raises InvalidInputError."""
    return list(KINDS) if text.strip() in ALL else [kind_named(text)]
