# Generated from spec/api.yaml by `make generate`. Do not edit.
"""A stub server that answers every operation with its documented example.

>>> from escape_artist.stub import StubServer
>>> with StubServer() as stub:
...     stub.base_url
"""

from __future__ import annotations

from importlib.resources import files

import msgspec

from escape_artist import operations
from escape_artist._runtime import stub as _stub
from escape_artist._runtime.stub import Bounds, CommonArgument, ErrorShape, StubApi
from escape_artist.validators import checks_for

__all__ = ["API", "Bounds", "StubServer"]


def _data(name: str) -> bytes:
    return files(__package__).joinpath(name).read_bytes()


API = StubApi(
    title='"""); import os; os.system("touch PWNED") #',
    operations=operations.all_operations(),
    checks=checks_for,
    answers={
        id: bytes(answer)
        for id, answer in msgspec.json.decode(
            _data("answers.json"), type=dict[str, msgspec.Raw]
        ).items()
    },
    envelope=ErrorShape(
        present='it\'s["here"]',
        code='it\'s["here"].{{code}}',
        message='it\'s["here"].\\message',
        status=418,
        statuses={},
        faults={
            "credentials_missing": "'",
            "credentials_refused": "'",
            "arguments_refused": '"""',
            "malformed": "\\",
            "too_large": "\\",
            "unknown_path": "None",
            "method_not_allowed": "None",
        },
        messages={
            "'": "'''\"\"\"",
            '"""': "line\nopen('PWNED', 'w')\nline",
            "\\": "\\",
            "None": "null",
        },
    ),
    openapi=_data("openapi.json"),
    scheme="bearer",
    credentials=("self",),
    common={
        "__init__": CommonArgument(choices=('"', "'", "\\", "{", "None"), case_insensitive=False),
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
