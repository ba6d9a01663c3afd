"""Gives the tests of this folder the helpers of ``tests/rendering.py``."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from rendering import office

__all__ = ["office"]
