"""Calls that end because of something that the caller gave."""

from __future__ import annotations


class Interrupted(Exception):
    """A file or a function of the caller's has failed; `error` says how."""

    def __init__(self, error: Exception) -> None:
        self.error = error
        super().__init__(type(error).__name__)
