"""What the stub has to know of an API: data that the generated package fills in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from msgspec import Struct

from ..authentication import Authentication
from ..config import ApiConfig
from ..envelope import Envelope
from ..operation import Operation
from ..program import Program
from ..quotas import ToldLimits
from ..validation.records import AllowedFields
from ..validation.validate import OperationChecks
from .service import Service

Fault = Literal[
    "credentials_missing",
    "credentials_refused",
    "arguments_refused",
    "arguments_missing",
    "malformed",
    "too_large",
    "unknown_path",
    "method_not_allowed",
    "media_type_refused",
    "internal",
]
"""Why a request fails that no operation has answered; `internal` is a bug of the stub."""


class Answered(Struct, frozen=True, kw_only=True):
    """What a failure is answered with, as far as the API says it."""

    code: int | str | None = None
    status: int | None = None
    message: str | None = None
    tells: str | None = None
    """A part of the message without which a client would not know the error."""
    headers: Mapping[str, str] = {}
    keys: Mapping[str, object] = {}
    """What its body has besides: dotted key -> value."""


class Telling(Struct, frozen=True, kw_only=True):
    """Where a failure names the arguments that are refused."""

    field: str
    """One of the envelope's fields."""
    how: Literal["argument", "messages", "message_by_argument", "messages_by_argument"] = "argument"
    """The name of the first; what is wrong with each; the same in an object by their names."""
    each: Mapping[str, str] = {}
    """Instead: key -> `argument`, `resource`, `message` or `code`, in an object for each."""
    missing: str | int | bool = ""
    """The code of an argument that is missing, and"""
    otherwise: str | int | bool = ""
    """that of any other."""


class ErrorShape(Struct, frozen=True, kw_only=True):
    """What a failed request is answered with."""

    envelope: Envelope
    status: int
    """The HTTP status of a failure that has none of its own."""
    media_type: str = "application/json"
    """What the JSON of a failure is called."""
    faults: Mapping[str, Answered]
    """`Fault` -> what answers it."""
    beside: Mapping[str, object] = {}
    """What each failure has besides: key -> value."""
    known: Mapping[int | str, Answered] = {}
    """Error code, or name of an error without one -> what answers it."""
    tells: tuple[Telling, ...] = ()


class CommonArgument(Struct, frozen=True, kw_only=True):
    """An argument that every operation takes; the stub checks it and no more."""

    choices: tuple[str, ...] = ()
    """Nothing else is taken, if there are any."""
    case_insensitive: bool = False

    def allows(self, value: object) -> bool:
        if not self.choices or value in self.choices:
            return True
        if not self.case_insensitive or not isinstance(value, str):
            return False
        return value.casefold() in (choice.casefold() for choice in self.choices)


class StubApi(Struct, frozen=True, kw_only=True):
    title: str
    operations: tuple[Operation, ...]
    checks: Callable[[str], OperationChecks]
    """Operation id -> its checks; called once an operation, when it is first used."""
    answers: Mapping[str, bytes]
    """Operation id -> documented answer, as JSON. Without one the answer is 204."""
    headers: Mapping[str, Mapping[str, str]] = {}
    """The same -> documented headers."""
    envelope: ErrorShape
    envelopes: Mapping[str, ErrorShape] = {}
    """Other ways to tell a failure, which operations name."""
    config: ApiConfig
    """What the clients know of the API."""
    openapi: bytes
    scheme: Literal["arguments", "bearer"] = "arguments"
    credentials: tuple[str, ...] = ()
    """Names of arguments; of a bearer token only whether there is one."""
    authentication: Authentication | None = None
    """What counts instead of `scheme`, where a word does not say it."""
    common: Mapping[str, CommonArgument] = {}
    told_limits: ToldLimits | None = None
    """Where responses tell what is left of a rate limit."""
    program: Callable[[], Program] | None = None
    """What operations do to state, where the spec says it."""
    allowed: Callable[[], AllowedFields] = dict
    """What the fields of records may hold."""
    service: Callable[[], Service] = Service

    def envelope_of(self, operation: Operation | None) -> ErrorShape:
        """How an operation tells failures; what no operation answers, as the API does."""
        name = None if operation is None else operation.envelope
        return self.envelope if name is None else self.envelopes[name]
