"""What is done about a request between its making and its sending: tokens and signatures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from ..authentication import ClientCredentials, Hook, Session
from ..config import ApiConfig, Secret
from ..transport.call_events import CallEvents
from ..transport.retry import Attempts
from ..transport.sending import Transport, send
from .authentication import chosen, program
from .servers import token_server
from .signing import Signer, SigningTransport
from .token_endpoint import TokenEndpoint
from .tokens import Lock, Sender, Source, Tokens

if TYPE_CHECKING:
    from ..decoding.response import Response
    from ..events import Hook as EventHook
    from ..operation import Operation
    from ..request import Request
    from .options import Options


class Authorizer:
    """What the requests of a client need before they are sent.

    Clients that share connections share it, and its tokens.

    Args:
        config: What the client knows of its API.
        credentials: All that there are.
        signers: The caller's functions, by the names of their schemes.
        lock: Makes a lock of the kind that suits the client.
        way: The transport to a server, by its name.
    """

    def __init__(
        self,
        config: ApiConfig,
        credentials: Mapping[str, Secret],
        signers: Mapping[str, Signer | None],
        lock: Callable[[], Lock],
        way: Callable[[str], Transport],
    ) -> None:
        assert config.authentication is not None, "only an API with schemes needs it"
        self._config = config
        self._authentication = config.authentication
        self._credentials = credentials
        self._signers = {name: each for name, each in signers.items() if each is not None}
        self._way = way
        self._tokens = {
            name: Tokens(self._source(name, scheme), lock())
            for name, scheme in self._authentication.schemes.items()
            if isinstance(scheme, ClientCredentials | Session)
            and credentials.keys() >= set(scheme.credentials)
        }

    def authorization(
        self, request: Request, options: Options, hooks: Sequence[EventHook]
    ) -> Authorization | None:
        """The token of one call; None if its operation takes none."""
        for name in self._schemes(request.operation):
            if name in self._tokens:
                transport = self._way(token_server(name))
                ask = partial(_asked, transport, options, hooks)
                return Authorization(self._tokens[name], ask, request)
        return None

    def signing(self, operation: Operation, transport: Transport) -> Transport:
        """The transport, which signs what an operation sends if it is to be signed."""
        schemes = {name: self._authentication.schemes[name] for name in self._schemes(operation)}
        hooks = {name: each for name, each in schemes.items() if isinstance(each, Hook)}
        return SigningTransport(transport, self._signers, hooks) if hooks else transport

    def _source(self, name: str, scheme: ClientCredentials | Session) -> Source:
        endpoint = TokenEndpoint(
            scheme=name,
            path=scheme.token_path,
            encoding=scheme.encoding,
            credentials={each: self._credentials[each] for each in scheme.credentials},
            program=program(self._config, self._credentials),
        )
        match scheme:
            case ClientCredentials():
                from .credential_grants import CredentialGrants

                return CredentialGrants(scheme, endpoint, self._config)
            case Session():
                from .sessions import Logins

                return Logins(scheme, endpoint, self._config)

    def _schemes(self, operation: Operation) -> tuple[str, ...]:
        return chosen(operation, self._config, self._authentication, self._credentials)


class Authorization:
    """The token of one call, which is renewed once if the service refuses it."""

    def __init__(self, tokens: Tokens, ask: Sender, request: Request) -> None:
        self._tokens = tokens
        self._ask = ask
        self._token: Secret | None = None
        self._stale: Secret | None = None
        self._bare = request

    async def bearing(self) -> Request:
        """The request as it is to be sent."""
        self._token = await self._tokens.current(self._ask, self._stale)
        # Messages about the request must not show it either.
        self._bare.secrets["access_token"] = self._token
        return self._tokens.source.bearing(self._bare, self._token)

    def is_stale(self, response: Response) -> bool:
        """Whether a refusal is worth another try, with a new token."""
        if self._stale is not None or not self._tokens.source.is_over(self._bare, response):
            return False
        self._stale = self._token
        return True


async def _asked(
    transport: Transport, options: Options, hooks: Sequence[EventHook], request: Request
) -> Response:
    """What the token endpoint responds; a call of its own, with its own retries and events."""
    attempts = Attempts(request.operation, options.retries, options.max_wait)
    call_events = CallEvents(request.operation.id, hooks)
    try:
        response = await send(request, transport, options.send_limits(), attempts, call_events)
    except BaseException as error:
        call_events.finished(error)
        raise
    call_events.finished()
    return response
