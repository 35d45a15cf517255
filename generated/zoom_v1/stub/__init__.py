# Generated from spec/api.yaml by `make generate`. Do not edit.
"""A stub server that answers every operation with its documented example.

>>> from zoom_v1.stub import StubServer
>>> with StubServer() as stub:
...     stub.base_url
"""

from __future__ import annotations

from importlib.resources import files

import msgspec

from zoom_v1 import operations
from zoom_v1._runtime import stub as _stub
from zoom_v1._runtime.stub import Bounds, CommonArgument, ErrorShape, StubApi
from zoom_v1.validators import checks_for

__all__ = ["API", "Bounds", "StubServer"]


def _data(name: str) -> bytes:
    return files(__package__).joinpath(name).read_bytes()


API = StubApi(
    title="Zoom REST API",
    operations=operations.all_operations(),
    checks=checks_for,
    answers={
        id: bytes(answer)
        for id, answer in msgspec.json.decode(
            _data("answers.json"), type=dict[str, msgspec.Raw]
        ).items()
    },
    envelope=ErrorShape(
        present="error",
        code="error.code",
        message="error.message",
        status=200,
        statuses={},
        faults={
            "credentials_missing": 102,
            "credentials_refused": 102,
            "arguments_refused": 300,
            "malformed": 300,
            "too_large": 300,
            "unknown_path": 300,
            "method_not_allowed": 300,
        },
        messages={
            102: "You app key and secret doesn't match.",
            300: "Can not access meeting info, {webinarId}",
        },
    ),
    openapi=_data("openapi.json"),
    scheme="arguments",
    credentials=("api_key", "api_secret"),
    common={
        "data_type": CommonArgument(choices=("JSON", "XML"), case_insensitive=True),
    },
)
"""All that the stub knows of the API."""


class StubServer(_stub.StubServer):
    """The stub in a thread of this process, on a free port of the loopback interface.

    Args:
        host: Where it listens.
        port: On which port; 0 for a free one.
        strict: Refuse arguments that no operation knows, instead of ignoring them.
        credentials: The only credentials that it takes, by name; any will do without.
        allowed_hosts: Other names that clients may call it by, and whose web pages may use it.
        bounds: How much it takes, and how long it waits for clients.
    """

    api = API
