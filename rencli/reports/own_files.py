"""The user's own files of papers: which they are, and that they are what they should be before anything reads them.

A file that lies in the user's folder may have come from anywhere: it is no link out of the folder, no pipe that
never ends, and no larger than a template can be.
"""

import stat
from pathlib import Path
from typing import Final

from rencli import config
from rencli.errors import InvalidInputError, reason
from rencli.gongwen.characters import visible

MOST_TEXT: Final = 1_000_000
"""Bytes of a template or a manifest; the longest shipped one has 20,000."""
MOST_FORM: Final = 10_000_000


def folder() -> Path:
    """The user's folder of papers: ``reports`` and ``forms`` lie in it."""
    return config.template_folders()[0]


def is_own(path: Path) -> bool:
    """Whether a file lies in the user's folder, as far as its name tells."""
    return path.is_relative_to(folder())


def stands(path: Path) -> bool:
    """Whether anything bears this name; in the user's folder also what is no file, so that it is told."""
    return path.is_file() or (is_own(path) and (path.is_symlink() or path.exists()))


def check(path: Path, called: str, most: int = MOST_TEXT) -> Path:
    """The path of a file that may be read. Raises InvalidInputError for one of the user's that may not."""
    if not is_own(path):
        return path
    try:
        real = path.resolve(strict=True)
        found = real.stat()
    except OSError as error:
        raise InvalidInputError(f"{called} {path} 读不出来（{reason(error)}）。") from error
    except (RuntimeError, ValueError) as error:  # a ring of links, a NUL in the name
        raise InvalidInputError(f"{called} {visible(str(path))} 读不出来（文件名或链接不对）。") from error
    if not real.is_relative_to(folder().resolve()):
        raise InvalidInputError(f"{called} {path} 指到了模板文件夹以外，没有使用；请把文件本身放进来。")
    if not stat.S_ISREG(found.st_mode):
        raise InvalidInputError(f"{called} {path} 不是普通文件，没有使用；请换成文本文件，或者删去。")
    if found.st_size > most:
        raise InvalidInputError(f"{called} {path} 太大（{found.st_size // 1000}KB，最多{most // 1000}KB），没有使用。")
    return path


def text(path: Path, called: str, most: int = MOST_TEXT) -> str:
    """A file's text. Raises InvalidInputError where it is none: not UTF-8, unreadable, with NULs in it."""
    try:
        found = check(path, called, most).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise InvalidInputError(f"{called} {path} 第{line}行不是 UTF-8 文本，请另存为 UTF-8。") from error
    except OSError as error:
        raise InvalidInputError(f"{called} {path} 读不出来（{reason(error)}）。") from error
    if "\0" in found:
        line = found[: found.index("\0")].count("\n") + 1
        raise InvalidInputError(f"{called} {path} 第{line}行有不能打印的控制字符，不是文本文件。")
    return found
