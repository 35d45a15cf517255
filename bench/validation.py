"""Validating meeting.create beside other validators."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import Annotated, Any, Literal

import fastjsonschema
import jsonschema
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from bench.measure import Row, Samples, compare, interleaved, per_call, seconds
from bench.places import MEETING, MEETING_FORM, document, operations
from bench.processes import CannotMeasureError
from zoom_v1 import lists
from zoom_v1.validators import validate, validate_form

_ROUNDS = 21
_OURS = "zoom_v1"
_PYDANTIC = "pydantic"
_FAST = "fastjsonschema"
_JSONSCHEMA = "jsonschema"
_OPERATION = "meeting.create"


class _Recurrence(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")

    type: Literal[1, 2, 3]
    repeat_interval: int | None = None
    weekly_days: str | None = None
    monthly_day: Annotated[int, Field(ge=1, le=31)] | None = None
    monthly_week: int | None = None
    monthly_week_day: Annotated[int, Field(ge=1, le=7)] | None = None
    end_times: Annotated[int, Field(ge=0, le=50)] | None = None
    end_date_time: AwareDatetime | None = None


class _Meeting(BaseModel):
    """The rules of single arguments, as one writes them by hand; unknown ones are noticed.

    The rules between arguments, which we check besides, are left out: in pydantic they would be
    Python of the reader's own.
    """

    model_config = ConfigDict(strict=True, extra="forbid")

    host_id: Annotated[str, Field(min_length=1)]
    type: Literal[1, 2, 3, 8]
    topic: Annotated[str, Field(max_length=300)]
    start_time: Annotated[AwareDatetime, Field(strict=False)] | None = None
    duration: int | None = None
    timezone: Literal[tuple(lists.TIMEZONES)] | None = None  # type: ignore[valid-type]
    password: Annotated[str, Field(max_length=10, pattern=r"^[a-zA-Z0-9@\-_*]*$")] | None = None
    recurrence: _Recurrence | None = None
    option_registration: bool | None = None
    registration_type: Literal[1, 2, 3] | None = None
    option_jbh: bool | None = None
    option_start_type: Literal["video", "screen_share"] | None = None
    option_host_video: bool | None = None
    option_participants_video: bool | None = None
    option_cn_meeting: bool | None = None
    option_in_meeting: bool | None = None
    option_audio: Literal["both", "telephony", "voip"] | None = None
    option_enforce_login: bool | None = None
    option_enforce_login_domains: str | None = None
    option_alternative_hosts: str | None = None
    option_alternative_host_ids: str | None = None
    option_use_pmi: bool | None = None
    option_auto_record_type: Literal["local", "cloud", "none"] | None = None


class _MeetingType(IntEnum):
    INSTANT = 1
    SCHEDULED = 2
    RECURRING = 3
    RECURRING_FIXED = 8


class _MeetingForm(_Meeting):
    type: _MeetingType  # type: ignore[assignment]  # a Literal of numbers takes no text


def rows() -> Iterator[Row]:
    if validate(_OPERATION, MEETING) or validate_form(_OPERATION, MEETING_FORM):
        raise CannotMeasureError("the arguments of the benchmark are not valid")
    samples = _values()
    what = f"validating {_OPERATION}"
    yield compare(samples, what, _OURS, _PYDANTIC, seconds, most=0.5)
    yield compare(samples, what, _OURS, _FAST, seconds, most=0.6)
    yield compare(samples, what, _OURS, _JSONSCHEMA, seconds)
    yield compare(_texts(), f"{what}, a form", _OURS, _PYDANTIC, seconds, most=1.5)


def _values() -> Samples:
    schema = _schema()
    fast = fastjsonschema.compile(schema, use_default=False)
    slow = jsonschema.Draft202012Validator(schema)
    calls = {
        _OURS: lambda: validate(_OPERATION, MEETING),
        _PYDANTIC: lambda: _Meeting.model_validate(MEETING),
        _FAST: lambda: fast(MEETING),
        _JSONSCHEMA: lambda: slow.is_valid(MEETING),
    }
    return interleaved({name: per_call(call) for name, call in calls.items()}, _ROUNDS)


def _texts() -> Samples:
    calls = {
        _OURS: lambda: validate_form(_OPERATION, MEETING_FORM),
        _PYDANTIC: lambda: _MeetingForm.model_validate_strings(MEETING_FORM),
    }
    return interleaved({name: per_call(call) for name, call in calls.items()}, _ROUNDS)


def _schema() -> dict[str, Any]:
    """The schema of the form, without what the client adds to it."""
    described = operations()[_OPERATION][1]["requestBody"]["content"]
    form: dict[str, Any] = described["application/x-www-form-urlencoded"]["schema"]
    ours = [name for name in form["required"] if name in MEETING]
    return {**form, "required": ours, "components": document()["components"]}
