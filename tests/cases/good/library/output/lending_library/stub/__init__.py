# Generated from spec/api.yaml by `make generate`. Do not edit.
"""A stub server that answers every operation with its documented example.

>>> from lending_library.stub import StubServer
>>> with StubServer() as stub:
...     stub.base_url
"""

from __future__ import annotations

from importlib.resources import files

import msgspec

from lending_library import operations
from lending_library._runtime import stub as _stub
from lending_library._runtime.stub import Bounds, CommonArgument, ErrorShape, StubApi
from lending_library.validators import checks_for

__all__ = ["API", "Bounds", "StubServer"]


def _data(name: str) -> bytes:
    return files(__package__).joinpath(name).read_bytes()


API = StubApi(
    title="Lending Library API",
    operations=operations.all_operations(),
    checks=checks_for,
    answers={
        id: bytes(answer)
        for id, answer in msgspec.json.decode(
            _data("answers.json"), type=dict[str, msgspec.Raw]
        ).items()
    },
    envelope=ErrorShape(
        present=None,
        code="code",
        message="detail",
        status=400,
        statuses={
            "unauthorized": 401,
            "invalid": 422,
            "too_large": 413,
            "not_found": 404,
            "wrong_method": 405,
            "on_loan": 409,
            "slow_down": 429,
        },
        faults={
            "credentials_missing": "unauthorized",
            "credentials_refused": "unauthorized",
            "arguments_refused": "invalid",
            "malformed": "malformed",
            "too_large": "too_large",
            "unknown_path": "not_found",
            "method_not_allowed": "wrong_method",
        },
        messages={
            "unauthorized": "The token is missing or not a librarian's.",
            "invalid": "An argument breaks a rule.",
            "malformed": "The body is not JSON.",
            "too_large": "The body is too long.",
            "not_found": "There is nothing at this address.",
            "wrong_method": "The address is not for this method.",
        },
    ),
    openapi=_data("openapi.json"),
    scheme="bearer",
    credentials=("token",),
    common={},
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
