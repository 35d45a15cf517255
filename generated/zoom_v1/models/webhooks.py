# Generated from spec/types/webhooks.yaml by `make generate`. Do not edit.
"""Objects that are answered or taken."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from zoom_v1._runtime.api_object import ApiObject
from zoom_v1._runtime.model import BlankableDatetime, Identifier


class MeetingEvent(ApiObject, kw_only=True):
    """Something that happened to a meeting."""

    id: Identifier
    """Number of the meeting."""

    uuid: str
    """Id of this run of the meeting."""

    status: str
    """What happened."""

    host_id: str
    """Who hosts it."""


class RecordingEventFile(ApiObject, kw_only=True):
    """A file of a recording, as an event tells of it."""

    id: str
    """Id of the file."""

    meeting_id: Identifier
    """Id of the run of the meeting."""

    recording_start: BlankableDatetime
    """When it begins."""

    recording_end: BlankableDatetime
    """When it ends."""

    file_type: str
    """Kind of file, such as `MP4`."""

    file_size: int
    """Bytes."""

    status: str
    """State of the file, such as `completed`."""

    file_path: str | UnsetType = UNSET
    """Where it lies; on-premise recordings have it."""


class RecordingEvent(ApiObject, kw_only=True):
    """A meeting whose recording is ready."""

    uuid: str
    """Id of this run of the meeting."""

    meeting_number: Identifier
    """Number of the meeting."""

    account_id: str
    """Account that it belongs to."""

    host_id: str
    """Who hosted it."""

    topic: str
    """Title."""

    start_time: BlankableDatetime
    """When it began."""

    timezone: str
    """Time zone that `start_time` is shown in."""

    duration: int
    """Minutes."""

    total_size: int
    """Size of all files in bytes."""

    recording_count: int
    """How many files there are."""

    recording_files: list[RecordingEventFile]
    """The files."""
