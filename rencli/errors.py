"""The only exceptions that a user sees as a sentence.

Each carries the exit code of the contract. The message is Chinese: what is wrong, where, what to do.
"""


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
