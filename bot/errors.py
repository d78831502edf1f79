"""Trouble that the operator can mend: one clear line, exit status 2, no traceback."""

from __future__ import annotations


class OperatorError(Exception):
    """The program cannot go on; the message says why and what to do about it."""


class StorageError(OperatorError):
    """The database cannot be used; nothing in it was changed."""


class DamageError(StorageError):
    """What this needs of the database is damaged; the rest of it may be sound."""
