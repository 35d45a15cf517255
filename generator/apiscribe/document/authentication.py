"""How requests say who calls."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, ConfigDict, Field, Tag, model_validator

from apiscribe.document.base import Document, HeaderName, Identifier, Text, complaint, told_apart
from apiscribe.document.credential_texts import CredentialText, Prefix
from apiscribe.document.token_schemes import ClientCredentialsDoc, SessionDoc
from apiscribe.problems import quoted

KeyPlace = Literal["arguments", "body", "cookie", "header", "path", "query"]


class CredentialDoc(Document):
    doc: Text


class ApiKeyDoc(Document):
    by: Literal["api_key"]
    place: KeyPlace = Field(alias="in")
    name: Text
    prefix: Prefix | None = None
    credential: Identifier | None = None
    value: CredentialText | None = None

    @model_validator(mode="after")
    def _fits(self) -> ApiKeyDoc:
        _one_of(self.credential, self.value, "credential")
        if self.prefix is not None and self.place != "header":
            raise complaint("unsuitable-key", "`prefix` is for a key in a header")
        return self


class BasicDoc(Document):
    by: Literal["basic"]
    username: Identifier | None = None
    password: Identifier | None = None
    value: CredentialText | None = None
    any_user: bool = False

    @model_validator(mode="after")
    def _fits(self) -> BasicDoc:
        _one_of(self.username, self.value, "username")
        if self.value is not None and self.password is not None:
            raise complaint("unsuitable-key", "`value` has the password behind the colon")
        _has_colon(self.value)
        if self.any_user and (self.value is None or "{" in self.value.partition(":")[0]):
            message = "`any_user` is for a `value` whose user name is a text, without credentials"
            raise complaint("unsuitable-key", message)
        return self


class BearerDoc(Document):
    by: Literal["bearer"]
    credential: Identifier | None = None
    value: CredentialText | None = None
    prefix: Prefix = "Bearer"

    @model_validator(mode="after")
    def _fits(self) -> BearerDoc:
        _one_of(self.credential, self.value, "credential")
        return self


def _one_of(credential: str | None, value: str | None, key: str) -> None:
    if credential is None and value is None:
        raise complaint("missing-key", f"`{key}` is missing")
    if credential is not None and value is not None:
        message = f"`value` says what is sent, and names credentials itself; leave out `{key}`"
        raise complaint("unsuitable-key", message)


def _has_colon(value: str | None) -> None:
    if value is not None and ":" not in value:
        message = f"{quoted(value)} has no colon between user name and password; write"
        raise complaint("bad-value", f"{message} `{value}:` if there is no password")


class HookDoc(Document):
    by: Literal["hook"]
    doc: Text
    credentials: list[Identifier] = Field(default_factory=list)
    adds: list[HeaderName] = Field(min_length=1)
    place: Literal["header", "query"] = Field(default="header", alias="in")


SchemeName = Literal["api_key", "basic", "bearer", "client_credentials", "hook", "session"]


_WITH_A_USER = "the program has the token from elsewhere, and the spec says `bearer`"
_LOGGED_IN = "`session`, which logs in and keeps what it is given"
_OTHERWISE = {
    "authorization_code": _WITH_A_USER,
    "device_code": _WITH_A_USER,
    "refresh_token": _WITH_A_USER,
    "cookie": _LOGGED_IN,
    "login": _LOGGED_IN,
    "digest": "the program gives the client connections of its own, which sign",
    "mutual_tls": "the program gives the client connections of its own, with its certificate",
    "hmac": "`hook`, a function of the user's that signs the finished request",
    "http": "`basic` or `bearer`",
    "oauth2": "`client_credentials`, or `bearer` where a user has to be there",
}
"""Schemes that others have words for, and the nearest way to say them."""


def _said_otherwise(value: object) -> object:
    if isinstance(value, str) and value in _OTHERWISE:
        way = _OTHERWISE[value]
        raise complaint("bad-choice", f"{quoted(value)} is not known here; the nearest is: {way}")
    return value


class UnknownSchemeDoc(Document):
    """Only to say that its name is not known: nothing can be said about its other keys."""

    model_config = ConfigDict(extra="ignore")

    by: Annotated[SchemeName, BeforeValidator(_said_otherwise)]


def _scheme_tag(value: object) -> str:
    word = value.get("by") if isinstance(value, dict) else None
    return word if isinstance(word, str) and word in get_args(SchemeName) else "unknown"


SchemeDoc = Annotated[
    Annotated[ApiKeyDoc, Tag("@api_key")]
    | Annotated[BasicDoc, Tag("@basic")]
    | Annotated[BearerDoc, Tag("@bearer")]
    | Annotated[ClientCredentialsDoc, Tag("@client_credentials")]
    | Annotated[HookDoc, Tag("@hook")]
    | Annotated[SessionDoc, Tag("@session")]
    | Annotated[UnknownSchemeDoc, Tag("@unknown")],
    told_apart(_scheme_tag),
]


class ShortAuthenticationDoc(Document):
    """One scheme, in a word."""

    scheme: Literal["arguments", "basic", "bearer", "header", "none"]
    header: HeaderName | None = None
    prefix: Prefix | None = None
    value: CredentialText | None = None
    credentials: dict[Identifier, CredentialDoc] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _is_a_mapping(cls, given: object) -> object:
        if isinstance(given, str):
            scheme = given if given in _CREDENTIALS else "none"
            message = f"expected a mapping, such as `{{scheme: {scheme}}}`"
            raise complaint("wrong-type", message)
        return given

    @model_validator(mode="after")
    def _fits(self) -> ShortAuthenticationDoc:
        if (self.header is not None) != (self.scheme == "header"):
            raise complaint("unsuitable-key", "`scheme: header` and the key `header` go together")
        if self.prefix is not None and self.scheme not in ("bearer", "header"):
            raise complaint("unsuitable-key", "`prefix` is for `scheme: bearer` or `header`")
        if self.value is not None and self.scheme not in ("basic", "bearer", "header"):
            message = "`value` is for `scheme: basic`, `bearer` or `header`"
            raise complaint("unsuitable-key", message)
        if self.scheme == "basic":
            _has_colon(self.value)
        least, most = _CREDENTIALS[self.scheme] if self.value is None else (1, _MANY)
        if not least <= len(self.credentials) <= most:
            wanted = f"{least} to {most}" if least != most else str(least)
            wanted = "1 or more" if most == _MANY else wanted
            raise complaint(
                "bad-value",
                f"`scheme: {self.scheme}` has {wanted} `credentials`; more than that"
                " is said with `schemes`",
            )
        return self


_MANY = 1000
_CREDENTIALS = {
    "arguments": (1, _MANY),
    "basic": (1, 2),
    "bearer": (1, _MANY),
    "header": (1, 1),
    "none": (0, 0),
}
"""How many each scheme takes at least and at most."""


def _alternative_tag(value: object) -> str:
    return "several" if isinstance(value, list) else "one"


AlternativeDoc = Annotated[
    Annotated[Identifier, Tag("@one")] | Annotated[list[Identifier], Tag("@several")],
    told_apart(_alternative_tag),
]
"""One scheme, or several that go together; none of them for a request without any."""


class SchemesDoc(Document):
    """Schemes by name, and which of them requests use."""

    schemes: dict[Identifier, SchemeDoc] = Field(min_length=1)
    use: list[AlternativeDoc]
    credentials: dict[Identifier, CredentialDoc] = Field(min_length=1)


def _authentication_tag(value: object) -> str:
    return "schemes" if isinstance(value, dict) and "scheme" not in value else "scheme"


AuthenticationDoc = Annotated[
    Annotated[ShortAuthenticationDoc, Tag("@scheme")] | Annotated[SchemesDoc, Tag("@schemes")],
    told_apart(_authentication_tag),
]
