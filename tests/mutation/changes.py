"""A change to one part of the model."""

from typing import NamedTuple


class Change(NamedTuple):
    kind: str
    """What kind of change it is: a row of the table in docs/mutation.md."""
    said: str
    into: object
    """What takes the part's place; None if nothing does."""
