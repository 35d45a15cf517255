"""Functions of the caller's that sign requests, each time that one is sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urlencode

from msgspec import Struct, structs

from ..authentication import Hook
from ..config import Secret
from ..errors import ConfigurationError
from ..request import Request

if TYPE_CHECKING:
    from ..decoding.response import Response
    from ..encoding.streamed import Streamed
    from ..transport.sending import Call, Failure, Transport


class UnsignedRequest(Struct, frozen=True, kw_only=True):
    """A request as it will be sent, but for what a signer adds."""

    method: str
    url: str
    """The whole URL, with its query."""
    target: str
    """What of the URL is behind the base URL: path and query."""
    headers: Mapping[str, str]
    """By names in lower case."""
    content: bytes | Streamed
    credentials: Mapping[str, str]
    """Those that the scheme names."""

    @property
    def body(self) -> bytes:
        """The whole body; of a request with files, all of them in memory.

        Raises:
            InvalidArguments: a file cannot be read twice: to be signed, and to be sent.
        """
        return b"".join(self.pieces())

    def pieces(self) -> Iterator[bytes]:
        """The same a piece at a time, so that no large file is in memory as a whole.

        Raises:
            InvalidArguments: a file cannot be read twice: to be signed, and to be sent.
        """
        content = self.content
        return iter((content,)) if isinstance(content, bytes) else content.whole()

    def __repr__(self) -> str:
        return f"<UnsignedRequest {self.method}>"

    def __rich_repr__(self) -> list[tuple[str, object]]:
        # The base class would tell rich every field.
        return [("method", self.method)]


Signer: TypeAlias = Callable[[UnsignedRequest], Mapping[str, str]]
"""Takes a finished request, and returns what is to be added to it, by name."""


class SigningTransport:
    """A transport that has each request signed before it is sent."""

    def __init__(
        self,
        transport: Transport,
        signers: Mapping[str, Signer],
        hooks: Mapping[str, Hook],
    ) -> None:
        self._transport = transport
        self._signers = signers
        self._hooks = hooks
        self.base_url = transport.base_url
        self.host = transport.host

    async def attempt(self, request: Request, call: Call) -> Response | Failure:
        """Sign, and send once."""
        for name, hook in self._hooks.items():
            request = _signed(request, self.base_url, name, hook, self._signers[name])
        return await self._transport.attempt(request, call)

    async def sleep(self, seconds: float) -> None:
        await self._transport.sleep(seconds)


def _signed(request: Request, base_url: str, name: str, hook: Hook, signer: Signer) -> Request:
    body = request.body or b""
    unsigned = UnsignedRequest(
        method=request.method,
        url=base_url + request.target,
        target=request.target,
        headers=request.headers,
        content=body.encode() if isinstance(body, str) else body,
        credentials=_revealed(hook, request.credentials),
    )
    added = _checked(name, hook, signer(unsigned), request.operation.id)
    if hook.place == "header":
        lower = {key.lower(): value for key, value in added.items()}
        return structs.replace(request, headers={**request.headers, **lower})
    separator = "&" if "?" in request.target else "?"
    target = f"{request.target}{separator}{urlencode(added)}"
    return structs.replace(request, target=target, shown=request.operation.path)


def _revealed(hook: Hook, credentials: Mapping[str, Secret]) -> dict[str, str]:
    return {name: credentials[name].reveal() for name in hook.credentials}


def _checked(name: str, hook: Hook, added: Any, operation: str) -> Mapping[str, str]:
    wanted = {each.lower() for each in hook.adds}
    given = {str(key).lower() for key in added} if isinstance(added, Mapping) else set()
    sound = isinstance(added, Mapping) and all(
        isinstance(value, str) and value.isascii() and value.isprintable()
        for value in added.values()
    )
    if given == wanted and sound:
        return dict(added)
    # What it has returned may be secret.
    error = ConfigurationError(
        f"{name}= returned something else than ASCII texts by the names {', '.join(hook.adds)}"
    )
    error.operation = operation
    raise error
