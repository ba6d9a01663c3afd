"""Putting a finished file in its place: written beside it, synced, then renamed; nothing is overwritten unasked."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from rencli.errors import AlreadyExistsError, InvalidInputError, NotFoundError, reason

TRIES = 3


def check_target(path: Path, *, force: bool) -> None:
    """Raises where a file cannot be put at ``path``, before the work of making it is done."""
    if path.is_dir():
        raise InvalidInputError(f"{path} 是一个文件夹，请写明文件名。")
    if path.exists() and not force:
        raise AlreadyExistsError(f"{path} 已经存在，没有改动。要覆盖请加 --force，或用 -o 换一个文件名。")
    if not path.parent.is_dir():
        raise NotFoundError(f"没有文件夹 {path.parent}，请先建立它。")


def publish(path: Path, data: bytes, *, force: bool = False) -> Path:
    """Write a file whole or not at all, and return where it is."""
    return put(path, lambda file: file.write(data), force=force)


def put(path: Path, fill: Callable[[BinaryIO], object], *, force: bool = False) -> Path:
    """Have a file filled beside its place, put it there whole or not at all, and return where it is.

    A target that another program holds open (WPS on Windows) is tried again, then the file is put beside it
    under a name of its own: ``总结（2）.docx``.
    """
    check_target(path, force=force)
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(fresh, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "w+b") as file:
            fill(file)
            file.flush()
            os.fsync(file.fileno())
        return _rename(fresh, path)
    except OSError as error:
        raise InvalidInputError(f"{path} 写不下来（{reason(error)}）。请检查文件夹权限和磁盘空间。") from error
    finally:
        fresh.unlink(missing_ok=True)


def _rename(fresh: Path, path: Path) -> Path:
    for _ in range(TRIES):
        try:
            fresh.replace(path)
        except PermissionError:
            time.sleep(0.3)
        else:
            return path
    beside = next(other for other in _beside(path) if not other.exists())
    fresh.replace(beside)
    return beside


def _beside(path: Path) -> list[Path]:
    return [path.with_name(f"{path.stem}（{number}）{path.suffix}") for number in range(2, 100)]
