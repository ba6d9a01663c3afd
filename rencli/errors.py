"""The only exceptions that a user sees as a sentence.

Each carries the exit code of the contract. The message is Chinese: what is wrong, where, what to do.
"""

import errno
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final


class RenError(Exception):
    """Something that the user can put right. ``str(error)`` is the sentence to show."""

    exit_code = 1


class ProblemsFoundError(RenError):
    """The work was done and found problems (exit code 1)."""


class InvalidInputError(RenError):
    """Usage or a value is wrong; nothing was changed (exit code 2)."""

    exit_code = 2


class NotFoundError(RenError):
    """A record, a figure, a ledger or a file that does not exist (exit code 3)."""

    exit_code = 3


class AlreadyExistsError(RenError):
    """Something would be overwritten or done twice (exit code 4)."""

    exit_code = 4


class LedgerUnusableError(RenError):
    """The ledger file cannot be used: damaged, foreign, locked, read-only, newer (exit code 5)."""

    exit_code = 5


def reason(error: OSError) -> str:
    """What the system says of a file, in Chinese."""
    return _REASONS.get(error.errno or 0, f"系统错误{error.errno}")


_REASONS: Final[Mapping[int, str]] = MappingProxyType(
    {
        errno.EACCES: "没有权限",
        errno.EPERM: "没有权限",
        errno.ENOENT: "没有这个文件夹",
        errno.ENOTDIR: "路径中有一段不是文件夹",
        errno.EISDIR: "是一个文件夹",
        errno.ENOSPC: "磁盘已满",
        errno.EROFS: "磁盘是只读的",
        errno.EIO: "磁盘读写出错",
        errno.ENAMETOOLONG: "文件名太长",
        errno.EFBIG: "文件太大",
        errno.EBUSY: "正被别的程序使用",
    }
)
