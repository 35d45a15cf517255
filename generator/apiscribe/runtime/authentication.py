"""How requests say who calls, as data, which the generated package fills in.

Operations name schemes as alternatives: each is a tuple of schemes that go together.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

from .semantics.templates import filled, names_beside, names_in, taken_apart

Alternatives: TypeAlias = tuple[tuple[str, ...], ...]
Place = Literal["arguments", "body", "cookie", "header", "path", "query"]

CLIENT_CREDENTIALS = "client_credentials"
"""The grant of OAuth 2 that a client asks for by itself, unless a spec names another."""


class Valued(Struct, frozen=True, kw_only=True):
    """What sends a text with credentials in it."""

    value: str
    """Has their names in braces: `{email}/token`."""

    @property
    def credentials(self) -> tuple[str, ...]:
        return names_in(self.value)

    @property
    def says_program(self) -> bool:
        """Whether it says which program calls, which is no secret and nobody's account."""
        return False

    def filled(self, credentials: Mapping[str, str]) -> str:
        return filled(self.value, credentials)

    def taken_apart(self, text: str) -> dict[str, str] | None:
        """The credentials that a text was made of; None if it is of another form."""
        return taken_apart(self.value, text)


class ApiKey(Valued, frozen=True, kw_only=True):
    """A key at one place of a request; `arguments` is beside those of the operation."""

    place: Place
    name: str
    prefix: str = ""

    def behind_prefix(self, text: str) -> str:
        """A key as a header has it."""
        return f"{self.prefix} {text}" if self.prefix else text

    @property
    def says_program(self) -> bool:
        return self.place == "header" and self.name.lower() == "user-agent"


class Basic(Valued, frozen=True, kw_only=True):
    """User name and password, with a colon between them."""

    any_user: bool = False
    """Other user names are taken, too."""

    def taken_apart(self, text: str) -> dict[str, str] | None:
        """No user name has a colon, whatever else is in it."""
        (username, _, password), (sent, _, behind) = self.value.partition(":"), text.partition(":")
        if self.any_user and sent:
            sent = username
        found, more = taken_apart(username, sent), taken_apart(password, behind)
        if found is None or more is None:
            return None
        alike = all(more.get(name, each) == each for name, each in found.items())
        return {**found, **more} if alike else None


class Bearer(Valued, frozen=True, kw_only=True):
    """A token in the header `Authorization`, behind a word."""

    prefix: str = "Bearer"


class GettingTokens(Struct, frozen=True, kw_only=True):
    """A scheme whose tokens the client gets itself."""

    token_url: str

    @property
    def token_path(self) -> str:
        """The path of the token endpoint, wherever it is."""
        return self.token_url.removeprefix(self.token_origin)

    @property
    def token_origin(self) -> str:
        """Scheme and host of the token endpoint; empty if it is where the API is."""
        scheme, separator, rest = self.token_url.partition("://")
        return f"{scheme}://{rest.partition('/')[0]}" if separator else ""


class ClientCredentials(GettingTokens, frozen=True, kw_only=True):
    """OAuth 2: tokens of an application."""

    client_id: str
    client_secret: str
    client: Literal["basic", "form"] = "basic"
    encoding: Literal["form", "json"] = "form"
    scopes: tuple[str, ...] = ()
    audience: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    """What else stands in the form: names, and texts with names of credentials in braces."""

    @property
    def credentials(self) -> tuple[str, ...]:
        own = (self.client_id, self.client_secret)
        return names_beside(own, (text for _, text in self.fields))

    @property
    def grant_type(self) -> str:
        return dict(self.fields).get("grant_type", CLIENT_CREDENTIALS)


class Session(GettingTokens, frozen=True, kw_only=True):
    """A login, and what it is answered with, which goes along from then on."""

    encoding: Literal["form", "json"] = "form"
    fields: tuple[tuple[str, str], ...]
    """What is sent to log in: names, and texts with names of credentials in braces."""
    token: str
    """The key, the header or the cookie of the response that has it."""
    told: Literal["body", "header", "cookie"] = "body"
    place: Literal["cookie", "header", "query"]
    name: str
    prefix: str = ""
    lifetime: int | None = None
    """Seconds; as long as the service takes it, if it is None."""
    over: tuple[str, ...] = ()
    """Names of errors that say that it has ended, beside status 401."""
    refused: int | str | None = None
    """For the stub: the error by which the login tells wrong credentials, by code or name."""
    beside: Mapping[str, object] | str | None = None
    """For the stub: what the response to a login has besides; all of it, if that is a text."""

    @property
    def credentials(self) -> tuple[str, ...]:
        return names_beside((), (text for _, text in self.fields))

    @property
    def key(self) -> ApiKey:
        """What goes along, as a key that is known."""
        return ApiKey(place=self.place, name=self.name, value="", prefix=self.prefix)


class Hook(Struct, frozen=True, kw_only=True):
    """A function of the caller's, which signs finished requests."""

    credentials: tuple[str, ...] = ()
    adds: tuple[str, ...]
    place: Literal["header", "query"] = "header"


Scheme: TypeAlias = ApiKey | Basic | Bearer | ClientCredentials | Hook | Session


class Authentication(Struct, frozen=True, kw_only=True):
    """The schemes of an API by name, and what its operations use that say nothing else."""

    schemes: Mapping[str, Scheme]
    use: Alternatives
    others: tuple[Alternatives, ...] = ()
    """What operations use that say otherwise, each once."""

    def of(self, alternatives: Alternatives | None) -> Alternatives:
        return self.use if alternatives is None else alternatives

    def needed(self, together: tuple[str, ...]) -> tuple[str, ...]:
        """The credentials of schemes that go together, each once."""
        names = (name for each in together for name in self.schemes[each].credentials)
        return tuple(dict.fromkeys(names))

    @property
    def programs(self) -> frozenset[str]:
        """The credentials that only say which program calls."""
        open, hidden = set[str](), set[str]()
        for scheme in self.schemes.values():
            is_open = isinstance(scheme, Valued) and scheme.says_program
            (open if is_open else hidden).update(scheme.credentials)
        return frozenset(open - hidden)

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers that schemes fill in, in lower case."""
        found: list[str] = []
        for scheme in self.schemes.values():
            match scheme:
                case ApiKey(place="header") | Session(place="header"):
                    found.append(scheme.name.lower())
                case ApiKey(place="cookie") | Session(place="cookie"):
                    found.append("cookie")
                case Hook(place="header"):
                    found += [name.lower() for name in scheme.adds]
                case Basic() | Bearer() | ClientCredentials():
                    found.append("authorization")
                case _:
                    pass
        return tuple(dict.fromkeys(found))
