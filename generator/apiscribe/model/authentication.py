"""Who calls, and how a request says so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from apiscribe.runtime.semantics.templates import names_beside, names_in

KeyPlace = Literal["arguments", "body", "cookie", "header", "path", "query"]
Alternatives = tuple[tuple[str, ...], ...]
"""Names of schemes: any one of the tuples will do, all schemes of it together."""


class Credential(Struct, frozen=True, kw_only=True):
    name: str
    doc: str


class ApiKey(Struct, frozen=True, kw_only=True):
    place: KeyPlace
    """`arguments`: beside the operation's own, in the body or the query."""
    name: str
    value: str
    """Has names of credentials in braces."""
    prefix: str = ""


class Basic(Struct, frozen=True, kw_only=True):
    value: str
    """User name and password, with a colon between them."""
    any_user: bool = False
    """The service takes any other user name, too."""


class Bearer(Struct, frozen=True, kw_only=True):
    value: str
    prefix: str = "Bearer"


class ClientCredentials(Struct, frozen=True, kw_only=True):
    """OAuth 2: the client gets its tokens itself."""

    token_url: str
    client_id: str
    client_secret: str
    client: Literal["basic", "form"]
    """Where the request for a token says who the client is."""
    encoding: Literal["form", "json"] = "form"
    scopes: tuple[str, ...] = ()
    audience: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    """What else stands in the form: names, and texts with names of credentials in braces."""

    @property
    def asks_for_a_user(self) -> bool:
        """Whether the token is that of a user, whose name and password are sent along."""
        return dict(self.fields).get("grant_type") == "password"


class Session(Struct, frozen=True, kw_only=True):
    """The client logs in itself, and sends what it is given until that is over."""

    token_url: str
    encoding: Literal["form", "json"]
    fields: tuple[tuple[str, str], ...]
    """What is sent to log in: names, and texts with names of credentials in braces."""
    token: str
    """The key, the header or the cookie of the response that has what is sent from then on."""
    told: Literal["body", "header", "cookie"]
    place: Literal["cookie", "header", "query"]
    name: str
    prefix: str = ""
    lifetime: int | None = None
    """Seconds; as long as the service takes it, if it is None."""
    over: tuple[str, ...] = ()
    """Names of errors that say that it has ended, beside status 401."""
    refused: str | None = None
    """The name of the error by which wrong credentials are told, if the login has its own."""
    beside: Mapping[str, object] | str | None = None
    """What the response to a login has besides; the whole of it, if that is a text."""


class Hook(Struct, frozen=True, kw_only=True):
    """A function of the user's signs the finished request."""

    doc: str
    credentials: tuple[str, ...]
    adds: tuple[str, ...]
    place: Literal["header", "query"]


Scheme = ApiKey | Basic | Bearer | ClientCredentials | Hook | Session
GettingTokens = ClientCredentials | Session
"""Schemes whose tokens the client gets itself."""


class Authentication(Struct, frozen=True, kw_only=True):
    word: Literal["arguments", "bearer"] | None
    """The short form, where it says all there is to say."""
    schemes: dict[str, Scheme]
    use: Alternatives
    """What operations use that say nothing else; empty for no authentication."""
    credentials: tuple[Credential, ...]

    def of(self, alternatives: Alternatives | None) -> Alternatives:
        """What an operation uses that says `alternatives`, or nothing."""
        return self.use if alternatives is None else alternatives

    def keys(self, alternatives: Alternatives | None, *places: KeyPlace) -> dict[ApiKey, bool]:
        """The keys at some places of a request, and whether every request has them."""
        found: dict[ApiKey, bool] = {}
        every = self.of(alternatives)
        for together in every:
            for name in together:
                scheme = self.schemes[name]
                if isinstance(scheme, ApiKey) and scheme.place in places:
                    found[scheme] = all(name in each for each in every)
        return found

    @property
    def hooks(self) -> dict[str, Hook]:
        """The schemes that functions of the user's stand for."""
        return {name: each for name, each in self.schemes.items() if isinstance(each, Hook)}

    @property
    def gets_tokens(self) -> bool:
        """Whether clients get tokens themselves."""
        return any(isinstance(each, GettingTokens) for each in self.schemes.values())

    def doc(self, credential: str) -> str:
        return next(each.doc for each in self.credentials if each.name == credential)


def credentials_of(scheme: Scheme) -> tuple[str, ...]:
    """The credentials that a scheme needs."""
    match scheme:
        case ApiKey() | Basic() | Bearer():
            return names_in(scheme.value)
        case ClientCredentials():
            own = (scheme.client_id, scheme.client_secret)
            return names_beside(own, (text for _, text in scheme.fields))
        case Session():
            return names_beside((), (text for _, text in scheme.fields))
        case Hook():
            return scheme.credentials
