"""Texts that say who calls, where they stand, and where tokens come from."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from apiscribe.document.base import Text, complaint, shaped
from apiscribe.problems import quoted
from apiscribe.runtime.semantics.templates import literals_of

Prefix = Annotated[
    str, shaped(r"[!-~]+(?: [!-~]+)*", "words that stand before a token, such as `Bearer`")
]
_VARIABLE = r"\{[a-z][a-z0-9_]*\}"
TokenUrl = Annotated[
    str,
    shaped(
        rf"(?:https?://(?:(?:[A-Za-z0-9._-]|{_VARIABLE})+|\[[0-9A-Fa-f:]+\])(?::[0-9]{{1,5}})?)?"
        rf"(?:/(?:[A-Za-z0-9._~-]|{_VARIABLE})+)+",
        "a path such as `/oauth/token`, or a whole URL",
    ),
]


_KEYS_OF_FIELDS = ("audience", "client_id", "client_secret", "scope")
"""Fields of the request for a token that keys of the scheme say."""


def _further(name: str) -> str:
    if name in _KEYS_OF_FIELDS:
        key = "scopes" if name == "scope" else name
        raise complaint("bad-value", f"`{name}` is said by the key `{key}`")
    return name


FieldName = Annotated[Text, AfterValidator(_further)]


def _perhaps_with_credentials(text: str) -> str:
    return _with_credentials(text, needed=False)


def _with_credentials(text: str, *, needed: bool = True) -> str:
    said = literals_of(text)
    if any(sign in part for part in said for sign in "{}"):
        problem = "has braces that hold no name of a credential"
    elif len(said) == 1 and needed:
        problem = "names no credential; write one in braces, such as `token={key}`"
    elif "" in said[1:-1]:
        problem = "has two credentials side by side, which nobody could tell apart"
    elif not (text.isascii() and text.isprintable() and text and text == text.strip()):
        problem = "is not printable ASCII without blanks around it"
    else:
        return text
    raise complaint("bad-value", f"{quoted(text)} {problem}")


CredentialText = Annotated[str, AfterValidator(_with_credentials)]
"""What is sent, with the names of credentials in braces."""
FieldText = Annotated[str, AfterValidator(_perhaps_with_credentials)]
"""The same, or a text without any."""
