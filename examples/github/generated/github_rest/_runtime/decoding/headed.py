"""Responses that tell a part of an object in their headers."""

from __future__ import annotations

import msgspec
from msgspec import UNSET

from ..head import Head
from ..semantics.head_fields import told
from .json_text import decoded, in_declared_charset, in_utf8
from .response import Response


def gathered(response: Response, head: Head) -> Response:
    """The response as if its body had all fields.

    What is no JSON, or no object where one is documented, comes back as it is: whoever reads it
    says so.
    """
    members: dict[str, msgspec.Raw] = {}
    if head.body is not None:
        body = in_utf8(response.body)
        if decoded(body, msgspec.Raw) is UNSET:
            body = in_declared_charset(response.body, response.headers)
            if decoded(body, msgspec.Raw) is UNSET:
                return response
        if head.body:
            members = {head.body: msgspec.Raw(body)}
        else:
            found = decoded(body, dict[str, msgspec.Raw])
            if not isinstance(found, dict):
                return response
            members = found
    for field in head.fields:
        members.pop(field.key, None)  # elsewhere, it is not what the header would say
    said = told(head.fields, response.headers)
    members |= {key: msgspec.Raw(text.encode()) for key, text in said.items()}
    content = msgspec.json.encode(members)
    return Response(status=response.status, headers=response.headers, body=content)
