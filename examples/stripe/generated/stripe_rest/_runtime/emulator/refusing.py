"""The API's own errors, as answers."""

from __future__ import annotations

from collections.abc import Mapping


class KeyTaken(Exception):
    """A record that is to be made has the key of another, and nothing says which error that is."""


class Refused(Exception):
    """The API's own error is the answer."""

    def __init__(
        self, code: str | int, message: str, fields: Mapping[str, object] | None = None
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.fields = fields or {}
        """What else its response says, by the names of the envelope's fields."""
