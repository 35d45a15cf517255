"""`webhooks.yaml`: what the service sends by itself, how it is told, and who vouches for it."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, Tag

from apiscribe.document.base import (
    KEY_SIGN,
    Document,
    HeaderName,
    PascalName,
    PositiveInt,
    SnakeName,
    Text,
    Word,
    complaint,
    shaped,
    told_apart,
)
from apiscribe.document.ground import Basis
from apiscribe.document.types import MediaType
from apiscribe.problems import quoted

ItemsPath = Annotated[
    str,
    shaped(
        rf"\[\]|(?:{KEY_SIGN}+\.)*{KEY_SIGN}+\[\]",
        "the path of a list with `[]` behind it (`events[]`), or `[]` for a body that is one",
    ),
]

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_SIGNED = re.compile(r"body|fields|url|timestamp|header:[A-Za-z0-9-]+|key:[^{}]+")


def _one_or_more(value: object) -> object:
    return value if isinstance(value, list) else [value]


Values = Annotated[list[Word], Field(min_length=1)]
OneOrMore = Annotated[list[Word], Field(min_length=1), BeforeValidator(_one_or_more)]


def _signable(text: str) -> str:
    for name in _PLACEHOLDER.findall(text):
        if not _SIGNED.fullmatch(name):
            message = (
                f"{quoted('{' + name + '}')} is nothing that is signed; expected `{{body}}`, "
                "`{fields}`, `{url}`, `{timestamp}`, `{header:Name}` or `{key:some.key}`"
            )
            raise complaint("bad-value", message)
    return text


def _one_place(header: str | list[str] | None, key: str | None) -> None:
    if (header is None) == (key is None):
        message = (
            "what vouches for a delivery is in a `header` or under a `key` of its body; write one"
        )
        raise complaint("missing-key", message)


class TimestampDoc(Document):
    header: HeaderName | None = None
    key: Text | None = None
    prefix: Text | None = None
    unit: Literal["epoch_seconds", "epoch_milliseconds", "rfc3339"] = Field(
        default="epoch_seconds", alias="as"
    )
    tolerance: PositiveInt

    def model_post_init(self, _context: object) -> None:
        if self.key is not None and (self.header, self.prefix) != (None, None):
            message = "a timestamp under a `key` of the body has neither `header` nor `prefix`"
            raise complaint("unsuitable-key", message)


class SecretDoc(Document):
    prefix: Text | None = None
    encoding: Literal["text", "base64"] = "text"


class HmacDoc(Document):
    by: Literal["hmac"]
    headers: (
        Annotated[list[HeaderName], Field(min_length=1), BeforeValidator(_one_or_more)] | None
    ) = Field(default=None, alias="header")
    key: Text | None = None
    hash: Literal["sha1", "sha256", "sha512"]
    encoding: Literal["hex", "base64", "base64url"] = "hex"
    signs: Annotated[Text, AfterValidator(_signable)] = "{body}"
    prefix: Text | None = None
    separator: Literal[",", ";", " "] | None = None
    timestamp: TimestampDoc | None = None
    secret: SecretDoc = SecretDoc()

    def model_post_init(self, _context: object) -> None:
        _one_place(self.headers, self.key)
        if self.key is not None and self.separator is not None:
            message = "a signature under a `key` is one; `separator` is for those in a `header`"
            raise complaint("unsuitable-key", message)


class SharedSecretDoc(Document):
    by: Literal["shared_secret"]
    header: HeaderName | None = None
    key: Text | None = None
    prefix: Annotated[str, Field(min_length=1)] | None = None

    def model_post_init(self, _context: object) -> None:
        _one_place(self.header, self.key)
        if self.key is not None and self.prefix is not None:
            raise complaint("unsuitable-key", "a secret under a `key` has no `prefix`")


class UnknownAuthenticationDoc(BaseModel):
    """Of its keys nobody knows what they should be: only `by` is complained about."""

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)

    by: Literal["hmac", "shared_secret"]


def _authentication_tag(value: object) -> str:
    if not isinstance(value, dict):
        return "word"
    by = value.get("by")
    return by if by in ("hmac", "shared_secret") else "unknown"


WebhookAuthenticationDoc = Annotated[
    Annotated[Literal["basic", "none"], Tag("@word")]
    | Annotated[HmacDoc, Tag("@hmac")]
    | Annotated[SharedSecretDoc, Tag("@shared_secret")]
    | Annotated[UnknownAuthenticationDoc, Tag("@unknown")],
    told_apart(_authentication_tag),
]


class ToldByDoc(Document):
    """`event:`, where one key or header tells all events."""

    key: Text | None = None
    header: HeaderName | None = None


class DeliveryIdDoc(Document):
    """`id:`, what a delivery has in common with its repetitions."""

    key: Text | None = None
    header: HeaderName | None = None

    def model_post_init(self, _context: object) -> None:
        if (self.header is None) == (self.key is None):
            message = "what identifies a delivery is in a `header` or under a `key` of its body;"
            raise complaint("missing-key", f"{message} write one")


class ChallengeDoc(Document):
    match: Annotated[dict[Text, Values], Field(min_length=1)]
    key: Text
    written: Literal["text", "json"] = Field(default="text", alias="as")


class AskDoc(Document):
    """A request before any event, which only asks whether somebody is there."""

    method: Literal["HEAD", "GET", "POST"]
    query: Text | None = None
    written: Literal["text", "json"] | None = Field(default=None, alias="as")
    header: HeaderName | None = None
    secret: bool = False

    def model_post_init(self, _context: object) -> None:
        if self.query is not None and self.method == "HEAD":
            raise complaint("webhooks", "a response to HEAD has no body that could send it back")
        if self.written is not None and self.query is None:
            raise complaint("webhooks", "`as` says how `query` is sent back, which is not there")
        if self.query is not None and self.header is not None:
            raise complaint(
                "webhooks", "a `header` or a part of the `query` is sent back; write one"
            )
        if self.method == "POST" and self.query is None and self.header is None:
            message = "a POST that only asks is told by a `header` or by `query`; write one"
            raise complaint("webhooks", message)
        if self.secret and self.header is None:
            raise complaint("webhooks", "`secret` says what the `header` has, which is not there")


class FormStyleDoc(Document):
    """How forms have what is more than a text."""

    objects: Literal["json", "brackets"] = "json"
    lists: Literal["json", "brackets", "indexed"] = "json"


class ReplyTextDoc(Document):
    """`{type: text, media_type: text/xml}`."""

    type: Literal["text"]
    media_type: MediaType

    def model_post_init(self, _context: object) -> None:
        if "*" in self.media_type:
            message = f"a reply is of one media type, and {quoted(self.media_type)} are many"
            raise complaint("bad-value", message)


class ReplyListDoc(Document):
    """`{type: list, of: Action}`."""

    type: Literal["list"]
    of: PascalName


def _reply_tag(value: object) -> str:
    is_list = isinstance(value, dict) and value.get("type") == "list"
    return "list" if is_list else "text" if isinstance(value, dict) else "object"


ReplyDoc = Annotated[
    Annotated[PascalName, Tag("@object")]
    | Annotated[ReplyTextDoc, Tag("@text")]
    | Annotated[ReplyListDoc, Tag("@list")],
    told_apart(_reply_tag),
]


class EventDoc(Document):
    doc: Text
    payload: PascalName
    body: Literal["form", "json"] | None = None
    value: OneOrMore | None = None
    match: dict[Text, Values] = Field(default_factory=dict)
    headers: dict[HeaderName, Annotated[list[Text], Field(min_length=1)]] = Field(
        default_factory=dict
    )
    present: list[Text] = Field(default_factory=list)
    basis: Basis = "documented"
    content_key: Text | None = None
    payload_key: Text | None = None
    reply: ReplyDoc | None = None


def _no_port_twice(ports: list[int]) -> list[int]:
    if len({*ports}) < len(ports):
        raise complaint("bad-value", "a port is there twice")
    return ports


Port = Annotated[int, Field(ge=1, le=65535)]


class WebhooksDoc(Document):
    """`webhooks.yaml`."""

    section: Text
    attempts: PositiveInt | None = None
    timeout: PositiveInt | None = None
    ports: Annotated[list[Port], Field(min_length=1), AfterValidator(_no_port_twice)] | None = None
    body: Literal["form", "json"] = "form"
    style: FormStyleDoc = FormStyleDoc()
    authentication: WebhookAuthenticationDoc
    items: ItemsPath | None = None
    event: ToldByDoc | None = None
    id: DeliveryIdDoc | None = None
    challenge: ChallengeDoc | None = None
    asks: AskDoc | None = None
    events: dict[SnakeName, EventDoc] = Field(min_length=1)
