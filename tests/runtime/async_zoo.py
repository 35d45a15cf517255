"""The client of the small API that awaits, as the generator would write it."""

from functools import cached_property
from types import NoneType
from typing import Any, Literal, Unpack

from aiohttp import ClientSession
from msgspec import UNSET, UnsetType

from apiscribe.runtime.client.async_paging import AsyncPager
from apiscribe.runtime.client.asynchronous import AsyncBaseClient, AsyncResource
from apiscribe.runtime.client.request_options import RequestOptions
from apiscribe.runtime.config import ApiConfig
from tests.runtime.zoo import (
    ADD,
    CONFIG,
    EVENTS,
    LIST,
    REMOVE,
    Animal,
    AnimalPage,
    EventPage,
)


class AsyncAnimalResource(AsyncResource):
    async def add(
        self,
        *,
        name: str,
        legs: int | UnsetType = UNSET,
        tame: bool | UnsetType = UNSET,
        from_: str | UnsetType = UNSET,
        passphrase: str | UnsetType = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Animal:
        return await self._call(ADD, locals(), Animal)

    async def list(
        self, *, page_number: int | UnsetType = UNSET, **options: Unpack[RequestOptions]
    ) -> AnimalPage:
        return await self._call(LIST, locals(), AnimalPage)

    def iter_list(
        self,
        *,
        page_number: int | UnsetType = UNSET,
        limit: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[AnimalPage, Animal]:
        return self._pages(LIST, locals(), limit, AnimalPage, lambda page: page.animals)

    def iter_events(
        self,
        *,
        next_page_token: str | UnsetType = UNSET,
        limit: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[EventPage, str]:
        return self._pages(EVENTS, locals(), limit, EventPage, lambda page: page.events)

    async def remove(
        self,
        *,
        zoo: str,
        id: str | int,
        reason: str | UnsetType = UNSET,
        notify: bool | UnsetType = UNSET,
        **options: Unpack[RequestOptions],
    ) -> None:
        return await self._call(REMOVE, locals(), NoneType)


class AsyncZooClient(AsyncBaseClient):
    def __init__(
        self,
        *,
        api_key: str | None = None,
        api_secret: str | None = None,
        base_url: str | None = None,
        timeout: float | UnsetType | None = UNSET,
        data_type: Literal["JSON", "XML"] | UnsetType = UNSET,
        http: ClientSession | None = None,
        config: ApiConfig = CONFIG,
        **options: Any,
    ) -> None:
        super().__init__(
            config,
            {"api_key": api_key, "api_secret": api_secret},
            base_url=base_url,
            timeout=timeout,
            common={"data_type": data_type},
            http=http,
            **options,
        )

    @cached_property
    def animal(self) -> AsyncAnimalResource:
        return AsyncAnimalResource(self)
