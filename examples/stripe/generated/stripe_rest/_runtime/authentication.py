"""How requests say who calls, as data, which the generated package fills in.

Operations name schemes as alternatives: each is a tuple of schemes that go together.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

Alternatives: TypeAlias = tuple[tuple[str, ...], ...]
Place = Literal["arguments", "body", "cookie", "header", "path", "query"]


class ApiKey(Struct, frozen=True, kw_only=True):
    """A key at one place of a request; `arguments` is beside those of the operation."""

    place: Place
    name: str
    credential: str
    prefix: str = ""

    @property
    def credentials(self) -> tuple[str, ...]:
        return (self.credential,)


class Basic(Struct, frozen=True, kw_only=True):
    """User name and password, or a key in place of the user name."""

    username: str
    password: str | None = None

    @property
    def credentials(self) -> tuple[str, ...]:
        return (self.username,) if self.password is None else (self.username, self.password)


class Bearer(Struct, frozen=True, kw_only=True):
    """A token in the header `Authorization`, behind a word."""

    credential: str
    prefix: str = "Bearer"

    @property
    def credentials(self) -> tuple[str, ...]:
        return (self.credential,)


class ClientCredentials(Struct, frozen=True, kw_only=True):
    """OAuth 2: tokens that the client gets itself."""

    token_url: str
    client_id: str
    client_secret: str
    client: Literal["basic", "form"] = "basic"
    scopes: tuple[str, ...] = ()
    audience: str | None = None

    @property
    def credentials(self) -> tuple[str, ...]:
        return (self.client_id, self.client_secret)

    @property
    def token_path(self) -> str:
        """The path of the token endpoint, wherever it is."""
        return self.token_url.removeprefix(self.token_origin)

    @property
    def token_origin(self) -> str:
        """Scheme and host of the token endpoint; empty if it is where the API is."""
        scheme, separator, rest = self.token_url.partition("://")
        return f"{scheme}://{rest.partition('/')[0]}" if separator else ""


class Hook(Struct, frozen=True, kw_only=True):
    """A function of the caller's, which signs finished requests."""

    credentials: tuple[str, ...] = ()
    adds: tuple[str, ...]
    place: Literal["header", "query"] = "header"


Scheme: TypeAlias = ApiKey | Basic | Bearer | ClientCredentials | Hook


class Authentication(Struct, frozen=True, kw_only=True):
    """The schemes of an API by name, and what its operations use that say nothing else."""

    schemes: Mapping[str, Scheme]
    use: Alternatives

    def of(self, alternatives: Alternatives | None) -> Alternatives:
        return self.use if alternatives is None else alternatives

    def needed(self, together: tuple[str, ...]) -> tuple[str, ...]:
        """The credentials of schemes that go together, each once."""
        names = (name for each in together for name in self.schemes[each].credentials)
        return tuple(dict.fromkeys(names))

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers that schemes fill in, in lower case."""
        found: list[str] = []
        for scheme in self.schemes.values():
            match scheme:
                case ApiKey(place="header"):
                    found.append(scheme.name.lower())
                case ApiKey(place="cookie"):
                    found.append("cookie")
                case Hook(place="header"):
                    found += [name.lower() for name in scheme.adds]
                case Basic() | Bearer() | ClientCredentials():
                    found.append("authorization")
                case _:
                    pass
        return tuple(dict.fromkeys(found))
