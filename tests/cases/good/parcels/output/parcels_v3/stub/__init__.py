# Generated from spec/api.yaml by `make generate`. Do not edit.
"""A stub server that answers every operation with its documented example.

>>> from parcels_v3.stub import StubServer
>>> with StubServer() as stub:
...     stub.base_url
"""

from __future__ import annotations

from importlib.resources import files

import msgspec

from parcels_v3 import operations
from parcels_v3._runtime import stub as _stub
from parcels_v3._runtime.stub import Bounds, CommonArgument, ErrorShape, StubApi
from parcels_v3.validators import checks_for

__all__ = ["API", "Bounds", "StubServer"]


def _data(name: str) -> bytes:
    return files(__package__).joinpath(name).read_bytes()


API = StubApi(
    title="Parcel API",
    operations=operations.all_operations(),
    checks=checks_for,
    answers={
        id: bytes(answer)
        for id, answer in msgspec.json.decode(
            _data("answers.json"), type=dict[str, msgspec.Raw]
        ).items()
    },
    envelope=ErrorShape(
        present="fault",
        code="fault.number",
        message="fault.reason.text",
        status=200,
        statuses={},
        faults={
            "credentials_missing": -1,
            "credentials_refused": -1,
            "arguments_refused": 17,
            "malformed": 17,
            "too_large": 17,
            "unknown_path": 18,
            "method_not_allowed": 18,
        },
        messages={
            -1: "There is no such account.",
            17: "The form is not filled in as it has to be.",
            18: "There is no such form.",
        },
    ),
    openapi=_data("openapi.json"),
    scheme="arguments",
    credentials=("account", "site", "passphrase"),
    common={
        "lang": CommonArgument(choices=("EN", "FR"), case_insensitive=True),
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
