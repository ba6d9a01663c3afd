"""A .docx as .pdf, set by LibreOffice where it is installed."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from rencli.errors import InvalidInputError

SECONDS: Final = 180
"""A register of a thousand pages takes sixty."""
MISSING: Final = "装了 LibreOffice 才能写 .pdf，这台电脑上没有找到。请装上，或者写成 .docx 再由 WPS、Word 另存为 PDF。"
_PLACES: Final = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)


def program() -> str:
    """LibreOffice. Raises InvalidInputError where there is none."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    found = found or next((place for place in _PLACES if Path(place).is_file()), None)
    if found is None:
        raise InvalidInputError(MISSING)
    return found


def to_pdf(docx: bytes) -> bytes:
    """The document set by LibreOffice, in a profile of its own. Raises InvalidInputError where that fails."""
    office = program()
    with tempfile.TemporaryDirectory(prefix="ren-pdf-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / "paper.docx"
        source.write_bytes(docx)
        profile = (folder / "profile").as_uri()
        command = [office, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "pdf"]
        _finish([*command, "--outdir", str(folder), str(source)])
        made = folder / "paper.pdf"
        if not made.is_file():
            raise InvalidInputError("LibreOffice 没有写出 .pdf；请写成 .docx，再由 WPS、Word 另存为 PDF。")
        return made.read_bytes()


def _finish(command: list[str]) -> None:
    """Run to the end, or end it and what it started. Raises InvalidInputError."""
    apart = sys.platform != "win32"
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=apart,  # soffice is a script that starts another program
    ) as running:
        try:
            running.wait(SECONDS)
        except subprocess.TimeoutExpired as error:
            if sys.platform != "win32":
                os.killpg(running.pid, 9)
            running.kill()
            raise InvalidInputError(f"LibreOffice 写了{SECONDS}秒还没有写完 .pdf，没有写成；请写成 .docx。") from error
        except BaseException:
            running.kill()
            raise
