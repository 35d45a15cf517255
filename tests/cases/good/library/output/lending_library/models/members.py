# Generated from spec/types/members.yaml by `make generate`. Do not edit.
"""Objects that are answered or taken."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from lending_library._runtime.api_object import ApiObject
from lending_library._runtime.model import CalendarDay


class Member(ApiObject, kw_only=True):
    """Who may borrow books."""

    name: str
    """The name that the member goes by."""

    email: str
    """Where notices go."""

    blocked: bool
    """Whether the member may not borrow for now."""


class Loan(ApiObject, kw_only=True):
    """A book that somebody has borrowed."""

    book: int
    """Which book."""

    copy: str
    """Which copy of it."""

    due: CalendarDay
    """When it has to come back."""


class LoanFeed(ApiObject, kw_only=True):
    """Some loans, and where to go on."""

    cursor: str | None | UnsetType = UNSET
    """Where to go on."""

    loans: list[Loan] | UnsetType = UNSET
    """The loans."""
