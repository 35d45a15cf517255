"""The API's own errors, as answers."""

from __future__ import annotations


class Refused(Exception):
    """The API's own error is the answer."""

    def __init__(self, code: str | int, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
