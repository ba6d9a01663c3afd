"""ren: the record keeper of a township People's Congress office."""

__version__ = "0.1.0"
