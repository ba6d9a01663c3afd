"""Questions at the terminal, on stderr: Typer's own speak English and import pydantic."""

import typer


def ask(question: str) -> str:
    """One line from the clerk; `typer.Abort` when there is none."""
    typer.echo(f"{question}：", nl=False, err=True)
    try:
        return input().strip()
    except EOFError:
        raise typer.Abort from None


def confirm(question: str) -> bool:
    """Whether the clerk agrees; anything but a clear yes is a no."""
    return ask(f"{question}（y/N）").lower() in ("y", "yes", "是", "好")
