"""届-次-编号: how a suggestion is called."""


def number_text(term: int | None, session: int | None, number: int | None) -> str:
    """届-次-编号, with 0 for a suggestion made between sessions."""
    return f"{term}-{session or 0}-{number}"
