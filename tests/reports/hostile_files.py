"""What may lie where a file of the user's is looked for: each lays it at ``path``; ``outside`` holds a secret."""

import os
from pathlib import Path

import pytest


def huge(path: Path, outside: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100_000_000)


def a_folder(path: Path, outside: Path) -> None:
    path.mkdir()


def a_pipe(path: Path, outside: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes on this system")
    os.mkfifo(path)


def a_link_outside(path: Path, outside: Path) -> None:
    path.symlink_to(outside)


def a_broken_link(path: Path, outside: Path) -> None:
    path.symlink_to("nowhere")


def a_ring(path: Path, outside: Path) -> None:
    path.symlink_to(path.name)


def a_device(path: Path, outside: Path) -> None:
    path.symlink_to("/dev/zero")
