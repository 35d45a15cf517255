"""Values and tests that hold no others."""

from __future__ import annotations

from typing import Literal

from .node import Node


class Constant(Node, frozen=True, tag="constant"):
    """The same every time."""

    value: object


class Reference(Node, frozen=True, tag="reference"):
    """An argument, a record, or what is inside: `("order", "buyer_id")`. None if it is absent."""

    path: tuple[str, ...]


class Made(Node, frozen=True, tag="made"):
    """Random, of a shape; the same seed makes the same."""

    shape: Literal["digits", "number", "url_safe", "base64", "hex", "alphanumeric", "uuid"]
    length: int
    """Characters; bytes for `base64`."""
    prefix: str = ""


class Plausible(Node, frozen=True, tag="plausible"):
    """A text that could well be one of its kind, made of words of our own, at random."""

    kind: Literal["given_name", "family_name", "topic", "team", "company", "city", "sentence"]


class Given(Node, frozen=True, tag="given"):
    """Whether there is a value: neither absent, nor null, nor empty."""

    given: bool
    may_be_empty: bool = False
    """Whether what is empty is a value, too: `""` is something else than null."""


class Present(Node, frozen=True, tag="present"):
    """Whether something is there at all, be it null or empty."""

    present: bool


class Has(Node, frozen=True, tag="has"):
    """A text has a character of a kind; `special` ones are neither letters, digits nor blank."""

    kind: Literal["letter", "digit", "upper", "lower", "special"]
