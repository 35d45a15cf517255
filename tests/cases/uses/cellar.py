"""A program that uses the cellar's client, and what a type checker has to say of it."""

from msgspec import UNSET, UnsetType

from cellar_v1 import AsyncCellar, Cellar, RawResponse
from cellar_v1.models import OneBottle, PartialOneBottle
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


part: PartialOneBottle = client.bottle.get(id="b", fields="name")
name: str | UnsetType = part.name
either: OneBottle | PartialOneBottle | NotModified
either = client.bottle.get(id="b", fields=UNSET if name else "name")
whole: OneBottle = client.bottle.get(id="b", fields="name")  # error: Incompatible types in assignment (expression has type "PartialOneBottle", variable has type "OneBottle")
