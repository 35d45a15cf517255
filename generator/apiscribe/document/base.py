"""What all documents have in common: strictness, and the shapes of words.

A place where different things may stand is a union told apart by `told_apart`: the tag
is chosen from what is written there, never by trying one model after the other, so that
a message is about what was meant.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    PlainValidator,
    Tag,
)
from pydantic_core import PydanticCustomError

from apiscribe.problems import quoted

TAG = "@"
"""Begins the tags of our unions, which pydantic puts among the keys of an error's place."""

OWN = "our."
"""Begins the kinds of the errors that we raise ourselves."""


class Document(BaseModel):
    """A mapping of the language: these keys, of these types, and no other."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, populate_by_name=False)


def told_apart(choose: Callable[[Any], str]) -> Discriminator:
    """Tells by `choose` which member of a union is meant."""
    return Discriminator(lambda value: TAG + choose(value))


def complaint(rule: str, message: str) -> PydanticCustomError:
    """An error whose rule and message are final, as `messages` passes them on unchanged."""
    return PydanticCustomError(OWN + rule, "{message}", {"message": message})


def shaped(pattern: str, what: str, *, reserved: bool = False) -> AfterValidator:
    """Text of a shape; `what` says which, in a message."""
    shape = re.compile(pattern)

    def check(text: str) -> str:
        if not shape.fullmatch(text):
            hint = _without_line(text, reserved=reserved)
            raise complaint("bad-name", f"{quoted(text)} is not {what}{hint}")
        if reserved and keyword.iskeyword(text):
            raise complaint("bad-name", f"{quoted(text)} is a word that Python reserves")
        return text

    return AfterValidator(check)


def _without_line(text: str, *, reserved: bool) -> str:
    """How to write what Python has with a line behind it; `reserved` are the words without one."""
    word = text.removesuffix("_")
    if word == text or not keyword.iskeyword(word):
        return ""
    if reserved:
        return f", and {quoted(word)} is a word that Python reserves; choose another name"
    return f"; write {quoted(word)}, which is called {quoted(text)} in Python"


def _scalar(value: object) -> object:
    if isinstance(value, (str, bool, int, float)):
        return value
    raise complaint("wrong-type", "expected text, a number, true or false")


def _word(value: object) -> object:
    if isinstance(value, (str, int)):
        return value
    raise complaint("wrong-type", "expected text, a whole number, true or false")


def _code(value: object) -> object:
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return value
    raise complaint("wrong-type", "expected text or a whole number")


Scalar = Annotated[str | int | float | bool, PlainValidator(_scalar)]
Word = Annotated[str | int | bool, PlainValidator(_word)]
"""A value that a condition can name."""
Code = Annotated[str | int, PlainValidator(_code)]

Text = Annotated[str, AfterValidator(lambda text: text if text.strip() else _blank())]
TextOrNothing = Annotated[
    str, AfterValidator(lambda text: text if text.strip() or not text else _blank())
]
SnakeName = Annotated[
    str, shaped(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*", "in snake case, such as `page_size`")
]
Identifier = Annotated[
    str,
    shaped(
        r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*", "a name in snake case, such as `page_size`", reserved=True
    ),
]
"""A name that becomes one in Python as it is."""
PascalName = Annotated[
    str,
    shaped(r"[A-Z][A-Za-z0-9]*", "in Pascal case, such as `BookList`", reserved=True),
]
KEY_SIGN = r"(?:[^.\s\\]|\\[.\\])"
"""A character of a key in a path; a point of its own has a backslash before it."""
ObjectPath = Annotated[
    str,
    shaped(
        rf"{KEY_SIGN}+(?:\.{KEY_SIGN}+)*",
        "keys with points between them (`\\.` is a point of a key itself)",
    ),
]
UrlPath = Annotated[
    str,
    shaped(
        r"(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@%-]|\{[^{}/]+\})*)+",
        "a path behind `base_url` or that of its `server`, such as `/v1/book/{id}` (an address that"
        " a response hands out is a `url`)",
    ),
]
HeaderName = Annotated[
    str, shaped(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", "the name of a header, such as `X-Total-Count`")
]


class InHeaderDoc(Document):
    """What a header says: `{header: X-Total-Count}`."""

    header: HeaderName


Method = Literal[
    "GET",
    "HEAD",
    "OPTIONS",
    "POST",
    "PUT",
    "PATCH",
    "DELETE",
    "ACL",
    "BIND",
    "COPY",
    "LINK",
    "LOCK",
    "MERGE",
    "MKCALENDAR",
    "MKCOL",
    "MOVE",
    "NOTIFY",
    "PROPFIND",
    "PROPPATCH",
    "PURGE",
    "QUERY",
    "REBIND",
    "REPORT",
    "SEARCH",
    "SUBSCRIBE",
    "UNBIND",
    "UNLINK",
    "UNLOCK",
    "UNSUBSCRIBE",
]
"""Those that servers read: a parser of HTTP takes no others."""
SeveralMethods = Literal["GET", "POST", "PUT", "PATCH", "DELETE"]
Encoding = Literal["form", "multipart", "json", "query"]
BodyEncoding = Literal["form", "json", "multipart"]


_SEVERAL = "`[json, form]`, `[form, json]` or `[json, multipart]`"


def _number_tag(value: object) -> str:
    return "several" if isinstance(value, list) else "one"


def _differ(words: list[str]) -> list[str]:
    if words not in (["json", "form"], ["form", "json"], ["json", "multipart"]):
        raise complaint("bad-value", f"several encodings are {_SEVERAL}")
    return words


def _all_differ(methods: list[str]) -> list[str]:
    if len(methods) < 2 or len({*methods}) < len(methods):
        raise complaint("bad-value", "several methods are a list such as `[POST, GET]`, none twice")
    return methods


MethodEntry = Annotated[
    Annotated[Method, Tag("@one")]
    | Annotated[list[SeveralMethods], AfterValidator(_all_differ), Tag("@several")],
    told_apart(_number_tag),
]
"""What a request is sent with; of several, the first is what clients use."""
EncodingEntry = Annotated[
    Annotated[Encoding, Tag("@one")]
    | Annotated[list[BodyEncoding], AfterValidator(_differ), Tag("@several")],
    told_apart(_number_tag),
]
"""How bodies are written; of several, the first is what clients send."""
PositiveInt = Annotated[int, Field(gt=0)]
Status = Annotated[int, Field(ge=100, le=599)]


def _blank() -> str:
    raise complaint("bad-value", "the text is blank")
