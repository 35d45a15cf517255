"""A response that holds what is returned under a key."""

from __future__ import annotations

import msgspec
from msgspec import UNSET

from ..semantics.paths import without
from .json_text import Exactly, decoded, in_declared_charset, in_utf8, read_json
from .response import Response

_exactly = msgspec.json.Encoder(decimal_format="number")


def around(response: Response, keys: tuple[str, ...]) -> Response:
    """The response without what stands under `keys`; what is no JSON comes back as it is."""
    whole, _ = read_json(response, Exactly)
    if whole is UNSET:
        return response
    body = _exactly.encode(without(whole, [keys]))
    return Response(status=response.status, headers=response.headers, body=body)


def unwrapped(response: Response, keys: tuple[str, ...]) -> Response | str:
    """The response as if it held only what stands under `keys`, or what is wrong with it.

    What is no JSON comes back as it is: whoever reads it says so.
    """
    body = in_utf8(response.body)
    if decoded(body, msgspec.Raw) is UNSET:
        body = in_declared_charset(response.body, response.headers)
        if decoded(body, msgspec.Raw) is UNSET:
            return response
    above = ""
    for key in keys:
        members = decoded(body, dict[str, msgspec.Raw])
        if not isinstance(members, dict):
            return f"{above or 'the answer'} is no object with `{key}`, as documented"
        if key not in members:
            return f"{above or 'the answer'} has no `{key}`, under which the rest is documented"
        body = bytes(members[key])
        above = f"`{key}`"
    return Response(status=response.status, headers=response.headers, body=body)
