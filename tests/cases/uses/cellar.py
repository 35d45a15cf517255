"""A program that uses the cellar's client, and what a type checker has to say of it."""

from cellar_v1 import AsyncCellar, Cellar, RawResponse
from cellar_v1.models import OneBottle
from cellar_v1.types import NotModified

client = Cellar()
plain: OneBottle = client.bottle.get(id="b")
known: OneBottle | NotModified = client.bottle.get(id="b", if_none_match='"v"')
raw: RawResponse[OneBottle | NotModified]
raw = client.with_raw_response.bottle.get(id="b", if_none_match='"v"')
tag: str | None = raw.etag

wrong: OneBottle = client.bottle.get(id="b", if_none_match='"v"')  # error: Incompatible types in assignment (expression has type "OneBottle | NotModified", variable has type "OneBottle")


async def talk(awaited: AsyncCellar) -> OneBottle:
    found = await awaited.bottle.get(id="b", if_none_match='"v"')
    return plain if isinstance(found, NotModified) else found
