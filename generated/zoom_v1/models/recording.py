# Generated from spec/types/recording.yaml by `make generate`. Do not edit.
"""Objects that are answered or taken."""

from __future__ import annotations

from zoom_v1._runtime.api_object import ApiObject
from zoom_v1._runtime.model import AwareDatetime, Identifier


class RecordingFile(ApiObject, kw_only=True):
    """One file of a recording."""

    id: str
    """Id of the file."""

    meeting_id: str
    """Id of the meeting that was recorded."""

    recording_start: AwareDatetime
    """When the recording started."""

    recording_end: AwareDatetime
    """When the recording ended."""

    file_type: str
    """Format, such as `MP4` or `M4A`."""

    file_size: int
    """Bytes."""

    status: str
    """State of the file, such as `completed`."""

    play_url: str
    """Where it is played."""

    download_url: str
    """Where it is downloaded."""


class Recording(ApiObject, kw_only=True):
    """What was recorded of one run of a meeting."""

    uuid: str
    """Id of the run, to read or delete the recording by."""

    meeting_number: Identifier
    """Number of the meeting."""

    host_id: str
    """Who hosted it."""

    account_id: str
    """Account of the host."""

    topic: str
    """Title."""

    start_time: AwareDatetime
    """When the meeting started."""

    timezone: str
    """Time zone that `start_time` is shown in."""

    duration: int
    """Minutes."""

    total_size: int
    """Size of all files in bytes."""

    recording_count: int
    """How many files there are."""

    recording_files: list[RecordingFile]
    """The files."""


class RecordingList(ApiObject, kw_only=True):
    """A page of recordings."""

    page_count: int
    """How many pages there are."""

    page_number: int
    """Which page this is."""

    page_size: int
    """How many records a page holds."""

    total_records: int
    """How many records there are."""

    meetings: list[Recording]
    """The recordings of this page."""
