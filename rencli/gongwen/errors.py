"""What can go wrong: a text that is no official paper, or (never, we hope) a file that we built wrongly."""


class GongwenError(ValueError):
    """The text cannot be set as an official paper; the message is Chinese and names the line."""

    def __init__(self, message: str, line_number: int, line: str) -> None:
        super().__init__(f"第{line_number}行“{line}”：{message}")
        self.line_number = line_number
        self.line = line


class BrokenDocumentError(AssertionError):
    """The finished file failed its own inspection: a bug in this package or a document built past ``parse``."""
