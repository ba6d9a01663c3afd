"""届-次-编号: how a suggestion is called."""


def number_text(term: int | None, session: int | None, number: int | None) -> str:
    """届-次-编号, with 0 for a suggestion made between sessions."""
    return f"{term}-{session or 0}-{number}"


def full_number(text: str, term: int | None, session: int | None) -> str:
    """A suggestion as a field names it (12, 5-3-12) in full; a bare number means the same term and session."""
    parts = text.split("-")
    if len(parts) == 1 and text.isdecimal():
        return number_text(term, session, int(text))
    if len(parts) == 3 and all(part.isdecimal() for part in parts):
        return "-".join(str(int(part)) for part in parts)
    return text
