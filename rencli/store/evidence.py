"""The files of attachments, kept beside the ledger, each once under the SHA-256 of its content.

A file is copied, synced and only then given its name, before the record that speaks of it is committed: a ledger
never names a file that is not there. A removed record leaves its file, which the change log may still name.
"""

import hashlib
import os
import re
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from rencli.errors import InvalidInputError, NotFoundError, reason
from rencli.store.backup import sync

BLOCK: Final = 1 << 20


class Kept(NamedTuple):
    """A file that is kept."""

    path: Path
    sha256: str
    size: int


def folder(ledger: Path) -> Path:
    """Where the files of a ledger lie: ``松泉镇.附件`` beside ``松泉镇.db``."""
    return ledger.with_name(f"{ledger.stem}.附件")


def keep(ledger: Path, source: Path) -> Kept:
    """Take a copy of a file. Raises NotFoundError or InvalidInputError."""
    if source.is_dir():
        raise InvalidInputError(f"{source} 是一个文件夹，请写明文件名。")
    if not source.exists():
        raise NotFoundError(f"没有文件 {source}，请核对文件名。")
    place = folder(ledger)
    fresh = place / f".{os.getpid()}.new"
    try:
        place.mkdir(mode=0o700, exist_ok=True)
        with source.open("rb") as file:
            digest, size = _copy(file, fresh)
        if not size:
            raise InvalidInputError(f"{source} 是空文件，没有附上。")
        found = _stored(place, digest)
        if found is None or not _whole(found, digest):
            found = place / f"{digest}{_suffix(source)}"
            fresh.replace(found)
            sync(place)
        return Kept(found, digest, size)
    except OSError as error:
        raise InvalidInputError(f"{source} 存不进 {place}（{reason(error)}），没有附上。") from error
    finally:
        fresh.unlink(missing_ok=True)


def locate(ledger: Path, sha256: str) -> Path:
    """Where a kept file is, checked against its name. Raises NotFoundError where it is missing or changed."""
    place = folder(ledger)
    found = _stored(place, sha256)
    if found is None:
        raise NotFoundError(f"附件的文件不在 {place} 里。台账搬动过的话，请把这个文件夹一起搬来。")
    if not _whole(found, sha256):
        raise NotFoundError(f"附件的文件 {found} 已不是当初存进去的内容，请用备份里的替换，或把原件再附一次。")
    return found


def _whole(path: Path, sha256: str) -> bool:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == sha256


def _stored(place: Path, sha256: str) -> Path | None:
    """The kept file of that content; its suffix is that of the first name under which it came."""
    return next(iter(sorted(place.glob(f"{sha256}*"))), None)


def _suffix(source: Path) -> str:
    """The suffix, by which a viewer knows the file, where it is an ordinary one."""
    suffix = source.suffix.lower()
    return suffix if re.fullmatch(r"\.[a-z0-9]{1,8}", suffix) else ""


def _copy(file: BinaryIO, target: Path) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as copied:
        while block := file.read(BLOCK):
            digest.update(block)
            size += copied.write(block)
        copied.flush()
        os.fsync(copied.fileno())
    return digest.hexdigest(), size
