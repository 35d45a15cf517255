"""Where clients ask for tokens, and what they make of the responses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlencode

import msgspec
from msgspec import Struct

from ..config import Secret
from ..errors import APIError, ResponseError
from ..operation import Operation
from ..request import Request
from ..semantics.templates import filled

if TYPE_CHECKING:
    from ..decoding.response import Response

UNAUTHORIZED = 401
_MEDIA_TYPES = {"form": "application/x-www-form-urlencoded", "json": "application/json"}


class TokenEndpoint(Struct, frozen=True, kw_only=True):
    """Where the tokens of one scheme are asked for, and what is known of who asks."""

    scheme: str
    path: str
    encoding: Literal["form", "json"]
    credentials: Mapping[str, Secret]
    """Those of the scheme alone."""
    program: str
    """What the program calls itself."""

    @property
    def given(self) -> dict[str, str]:
        """The credentials as they are sent."""
        return {name: each.reveal() for name, each in self.credentials.items()}

    def filled(self, fields: Iterable[tuple[str, str]]) -> dict[str, str]:
        """Fields of a request, with credentials for their names in braces."""
        given = self.given
        return {name: filled(text, given) for name, text in fields}

    def request(self, fields: Mapping[str, str], **headers: str) -> Request:
        """What asks for a token."""
        return Request(
            operation=Operation(
                id=f"authentication.{self.scheme}",
                method="POST",
                path=self.path,
                effect="read",
                section="",
                arguments={},
            ),
            method="POST",
            target=self.path,
            shown=self.path,
            headers={
                "accept": "application/json",
                "content-type": _MEDIA_TYPES[self.encoding],
                "user-agent": self.program,
                **headers,
            },
            body=urlencode(fields) if self.encoding == "form" else msgspec.json.encode(fields),
            arguments={},
            credentials=self.credentials,
        )


def is_sound(token: str) -> bool:
    """Whether a request can carry a token."""
    return bool(token) and token.isascii() and token.isprintable()


def said_by(told: APIError) -> tuple[str, str]:
    """The message of a failure, and its code where that is not its HTTP status."""
    return told.message, "" if told.code in (None, told.status) else str(told.code)


def unreadable(request: Request, response: Response, lacks: str) -> ResponseError:
    """For a response that has no token where one should be."""
    return ResponseError(
        f"the response has no {lacks}", operation=request.operation.id, status=response.status
    )
