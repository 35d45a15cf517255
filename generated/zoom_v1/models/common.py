# Generated from spec/types/common.yaml by `make generate`. Do not edit.
"""Objects that are answered or taken."""

from __future__ import annotations

from zoom_v1._runtime.api_object import ApiObject
from zoom_v1._runtime.model import AwareDatetime, BlankableDatetime, Identifier, SensitiveText


class Updated(ApiObject, kw_only=True):
    """What was changed, and when."""

    id: Identifier
    """Id of what was changed."""

    updated_at: AwareDatetime
    """When it was changed."""


class Deleted(ApiObject, kw_only=True):
    """What was deleted, and when."""

    id: Identifier
    """Id of what was deleted."""

    deleted_at: AwareDatetime
    """When it was deleted."""


class Ended(ApiObject, kw_only=True):
    """What was ended, and when."""

    id: Identifier
    """Id of what was ended."""

    ended_at: AwareDatetime
    """When it ended."""


class Registration(ApiObject, kw_only=True):
    """A registrant's ticket."""

    registrant_id: str
    """Id of the registrant."""

    id: Identifier
    """Id of the meeting or webinar."""

    topic: str
    """Its title."""

    start_time: BlankableDatetime
    """When it starts."""

    join_url: SensitiveText
    """Where this registrant joins."""


class Occurrence(ApiObject, kw_only=True):
    """One date of a recurring meeting or webinar."""

    occurrence_id: str
    """Id of the occurrence."""

    start_time: BlankableDatetime
    """When it starts."""

    duration: int
    """Minutes."""

    status: str
    """State of the occurrence, such as `available`."""


class CustomQuestion(ApiObject, kw_only=True):
    """A question of the host's own and the answer to it."""

    title: str
    """Name of the field."""

    value: str
    """The answer."""
