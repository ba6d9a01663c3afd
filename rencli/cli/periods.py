"""The period options that figures and reports share."""

from collections.abc import Mapping
from typing import Any

from rencli.cli import face

OPTIONS = (
    ("--year", "年", "哪一年，如 2024（默认今年）"),
    ("--half", "半年", "哪半年，如 2024H1"),
    ("--quarter", "季度", "哪一季度，如 2024Q1"),
    ("--from", "日期", "从哪天起（与 --to 同用）"),
    ("--to", "日期", "到哪天为止"),
    ("--term", "届次", "哪一届，如 5"),
    ("--session", "届次-会次", "从哪次人代会到下一次，如 5-3"),
    ("--as-of", "日期", "按哪天的情况（默认期末，不晚于今天）"),
)

Asked = Mapping[str, str | None]
"""What a command line says of the period, by option name."""


def params() -> list[Any]:
    """The options of a command that speaks of a period; its callback takes them as ``**asked``."""
    return [face.option(name, help, metavar=metavar) for name, metavar, help in OPTIONS]
