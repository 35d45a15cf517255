"""How the pages of a list are asked for."""

from __future__ import annotations

from apiscribe.document.base import Document, PositiveInt, Text


class NumberPagingDoc(Document):
    page: Text
    size: Text
    count: Text
    total: Text | None = None


class TokenPagingDoc(Document):
    token: Text
    size: Text | None = None
    lifetime: PositiveInt | None = None


class PagingDoc(Document):
    number: NumberPagingDoc | None = None
    token: TokenPagingDoc | None = None
